# Coupons: an offer of one's own with a code and a QR, for guests and for cashiers.

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
button-show-coupon = 🏷 Show the coupon
button-my-offers = ‹ My offers

guest-coupon-state = { $state ->
    [ready] ✅ The coupon is valid: { $lined ->
        [yes] type the receipt by lines (450 coffee, 300 dessert), and the till counts it by itself.
       *[no] the till counts it by itself.
    }
    [early] ⏳ The coupon is not valid yet: it starts on { $since }.
    [unfit] ✋ The coupon is not for this purchase: see its conditions.
    [used] ☑️ The coupon was used already.
   *[expired] ⌛ The coupon expired on { $until }.
}
