# Offers at the till: what they give, for which lines, and the owner's way of making them.

error-needs-goods = Choose which category free delivery is for: anything else would be free too.
error-too-many-offers = { $most } offers for everybody hold already. Pause or delete one first.

offer-gives = { $kind ->
    [points] ✨ With the purchase you get { $value ->
        [one] { $value } point
       *[other] { $value } points
    } more: just show your card.
    [multiplier] ✨ Just show your card: the next purchase earns ×{ $value } points.
    [percent] 🏷 { $value } % off: just show your card.
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
}

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

    <b>{ $value } % off</b> your purchase, until { $until }.{ offer-terms }
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
