# Offers at the till: what they give, for which lines, and the owner's way of making them.

error-needs-goods = Choose which category free delivery is for: anything else would be free too.
error-too-many-offers = { $most } offers for everybody hold already. Pause or delete one first.

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

notice-offer-standing = <b>{ $title }</b>
    { $text }

    { offer-gives }{ offer-terms }
    <i>{ offer-why }</i>
notice-offer-points-later = 🎁 <b>{ $title }</b>
    { $text }

    <b>+{ $value ->
    [one] { $value } point
   *[other] { $value } points
}</b> with your purchase, until { $until }.{ offer-terms }
    <i>{ offer-why }</i>
notice-offer-gift-later = 🎁 <b>{ $title }</b>
    { $text }

    The gift comes with your purchase, until { $until }.{ offer-terms }
    <i>{ offer-why }</i>
notice-offer-percent = 🏷 <b>{ $title }</b>
    { $text }

    <b>{ $value }% off</b> your purchase, until { $until }.{ offer-terms }
    <i>{ offer-why }</i>
notice-offer-amount = 🏷 <b>{ $title }</b>
    { $text }

    <b>{ $value } off</b> your purchase, until { $until }.{ offer-terms }
    <i>{ offer-why }</i>
notice-offer-delivery = 🚚 <b>{ $title }</b>
    { $text }

    <b>Free delivery</b>, until { $until }.{ offer-terms }
    <i>{ offer-why }</i>
notice-offer-bundle = 🏷 <b>{ $title }</b>
    { $text }

    <b>One of every { $value } is free</b>, the cheapest, until { $until }.{ offer-terms }
    <i>{ offer-why }</i>

receipt-you-saved = You saved { $discount }

owner-offer-ready = 🛒 For everybody, at the till
owner-ready = 🛒 <b>For everybody, at the till</b>
    Holds by itself: the till finds it for every receipt. Choose one, then change what you like.
owner-ready-first = Discount on the first purchase
owner-ready-second = Bonus for the second purchase
owner-ready-category = Discount on a category
owner-ready-bundle = 3 for the price of 2
owner-ready-delivery = Free delivery from a sum
owner-ready-gift = Gift from a sum
ready-title-first = Nice to meet you
ready-text-first = A discount on your first purchase. From the second one on, you collect points.
ready-title-second = Come again
ready-text-second = For your second purchase we add bonus points.
ready-title-category = A little cheaper
ready-text-category = A discount on our favourites.
ready-title-bundle = 3 for the price of 2
ready-text-bundle = Take three, the cheapest one is free.
ready-title-delivery = Free delivery
ready-text-delivery = With a bigger order, delivery is on us.
ready-title-gift = A gift with your purchase
ready-text-gift = With a bigger receipt there is a gift for you.
owner-draft-everybody = For everybody, at the till
owner-draft-go-till = 🚀 Let it hold
owner-draft-conditions = { $asked ->
    [none] 🎯 Conditions: none
   *[other] 🎯 { $asked }
}
owner-draft-ask-conditions = 🎯 <b>Conditions</b>

    { $asked ->
    [none] None so far: it holds for any purchase.
   *[other] { $asked }
}{ $delivery ->
    [no] {""}
   *[yes] {""}

    The sum of the receipt is counted without the delivery.
}
owner-draft-alone = { $on ->
    [yes] ☑ Not together with others
   *[no] ☐ Not together with others
}
owner-draft-returns = { $on ->
    [yes] ☑ Comes back with a refund
   *[no] ☐ Comes back with a refund
}
owner-draft-conditions-more = ‹ Conditions
owner-draft-done = Done
owner-uses = { $uses ->
    [any] any number of times
    [1] once
   *[other] { $uses } times
}
owner-draft-uses = Use: { owner-uses }
owner-draft-words = ✏️ Words
owner-draft-till = At the till, for everybody
owner-draft-ask-uses = How often may one guest use it? Choose or type a number.
owner-draft-example = <b>For example:</b> a receipt of { $amount }. The guest pays <b>{ $paid }</b>{ $cheaper ->
    [yes] { " " }instead of { $before }
   *[no] { "" }
} and earns <b>{ $points ->
    [one] { $points } point
   *[other] { $points } points
}</b>{ $richer ->
    [yes] { " " }instead of { $usual }
   *[no] { "" }
}{ $gift ->
    [yes] , and the gift comes too
   *[no] { "" }
}.
