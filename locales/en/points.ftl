### Points on the move: refunds, levels, debts.

notice-refunded = ↩️ <b>Refund of { $amount }</b>{ $returned ->
    [0] {""}
    [one] {""}
    { $returned } point is back on your card
   *[other] {""}
    { $returned } points are back on your card
}{ $taken ->
    [0] {""}
    [one] {""}
    { $taken } point earned by the purchase was taken off
   *[other] {""}
    { $taken } points earned by the purchase were taken off
}{ $owed ->
    [0] {""}
    [one] {""}
    { $owed } more was spent already: it will come off the next points you earn
   *[other] {""}
    { $owed } more were spent already: they will come off the next points you earn
}
    Now on your card: <b>{ $balance }</b>
notice-level-down = Your level is now “{ $level }”: there were fewer purchases over the last year.
    The one before comes back by itself as soon as you reach it again.
notice-level-grace = ⏳ <b>You keep the level “{ $level }” until { $until }</b>
    For it to stay with you, { $by ->
        [visits] { $missing ->
            [one] { $missing } more visit is
           *[other] { $missing } more visits are
        } missing.
       *[spend] purchases of { $missing } more are missing.
    }
error-too-late-to-refund = A cashier can take goods back for { $days ->
    [one] { $days } day
   *[other] { $days } days
} after the purchase. After that the owner does.
error-refund-too-large = That is too much: { $left } of the purchase is left.
notice-gift-earned = 🎁 <b>A gift for you: { $title }</b>
    Show the voucher by { $until } and take it.
