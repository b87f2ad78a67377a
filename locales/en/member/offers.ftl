# Offers and coupons.

offers = 🏷 <b>Your offers</b>
offers-empty = 🏷 No personal offers at the moment.
offer = <b>{ $title }</b>
    { $text }
    { $until ->
    [always] No end date
   *[other] Until { $until }
}
button-gift = 🎟 { $title }
offers-off = We do not send you offers and gifts now.
button-offers-on = 🔔 Send them
offers-stopped = 🔕 No more offers. Messages about your own points will stay.
offers-stopped-before = Offers are off already
button-undo-stop = Turn offers back on
offers-resumed = 🔔 All right, offers will come again.

# The gift of an offer, its purchases and its reason

offer-gives = { $kind ->
    [points] ✨ With the purchase you get { $value ->
        [one] { $value } point
       *[other] { $value } points
    } more: just show your card.
    [multiplier] ✨ Just show your card: the next purchase earns ×{ $value } points.
    [percent] 🏷 { $value }% off: just show your card.
    [amount] 🏷 { $value } off: just show your card.
    [delivery] 🚚 Delivery is free: just show your card.
    [bundle] 🏷 One of every { $value } is free, the cheapest: just show your card.
   *[gift] { $waits ->
        [yes] 🎁 The gift comes with the purchase: just show your card.
       *[no] 🎟 Show its code at the till: it is behind the button below.
    }
}
offer-terms = { $goods ->
    [0] {""}
   *[other] {""}
    For: { $goods }.
}{ $least ->
    [0] {""}
   *[other] {""}
    From { $least }.
}{ $nth ->
    [0] {""}
    [1] {""}
    For the first purchase.
   *[other] {""}
    For purchase number { $nth }.
}{ $timed ->
    [no] {""}
   *[yes] {""}
    Valid{ conditions-when }.
}{ $outlets ->
    [0] {""}
   *[other] {""}
    Where: { $outlets }.
}{ $levels ->
    [0] {""}
   *[other] {""}
    For the level: { $levels }.
}{ $alone ->
    [no] {""}
   *[yes] {""}
    Not together with other offers.
}{ $returns ->
    [yes] {""}
   *[no] {""}
    Not given back when the purchase is returned.
}

offer-why = { $why ->
    [till] This offer is for everybody.
    [level] This offer is for guests of your level.
    [city] This offer is for guests from your city.
    [gender] We chose this by your profile.
    [age] We chose this by your profile.
    [birthday] Because your birthday is coming.
    [new] Because you joined us not long ago.
    [sleeping] Because we have not seen you for a while.
    [spent] Because you come to us often.
    [segment] We picked this for you: open “My offers” to see why.
    [list] This offer is for you in person.
   *[everyone] This offer is for all our guests.
}
offer-why-words = This offer is for: { $words }.

# Coupons: a personal offer with a code and a QR

coupon-gives = { $kind ->
    [points] ✨ +{ $value ->
        [one] { $value } point
       *[other] { $value } points
    } with a purchase
    [multiplier] ✨ ×{ $value } points for a purchase
    [percent] { $value }% off
    [amount] { $value } off
    [delivery] 🚚 Free delivery
    [bundle] One of every { $value } free, the cheapest
   *[gift] 🎁 A gift with a purchase
}
coupon-about = 🏷 <b>{ $title }</b>
    { coupon-gives }{ offer-terms }
    Until { $until }{ $left ->
    [any] {""}
    [one] {" "}· { $left } use left
   *[other] {" "}· { $left } uses left
}
coupon-how = Code for the cashier: <code>{ $code }</code>
    Showing your card is enough as well: the till finds this offer by itself.
coupon-early = ⏳ Starts on { $since }
coupon-over = 🏷 “{ $title }” { $state ->
    [used] was used.
   *[expired] was valid until { $until }.
}

button-coupon = 🏷 Coupon: { $title }
button-my-offers = ‹ My offers
