# The balance, and the history of points.

balance = ⭐ You have <b>{ points }</b>
    They pay for { $worth }.
balance-expiry = ⏳ { points } until { $until }
balance-frozen = 🔒 Spending is on hold. To pay with points again, please speak to a manager.
balance-pending = 🕓 Of these, { points } can be spent later, beginning { $at }
balance-debt = ⭐ Your card holds <b>−{ $points }</b>
    These are points of a purchase that went back, and they had been spent by then. The next points you earn pay them off first; there is nothing to pay in money.
button-history = 📜 History
points-signed = { $gain ->
    [yes] +
   *[no] −
}{ $points }

history = 📜 <b>History of points</b>
    Tap a line to see where it comes from.
history-empty = 📜 Everything that adds or takes points will stand here. Nothing has yet.
history-line = { $points } · { $what } · { $day }
history-line-even = { $what } · { $day }
button-older = Older ›
button-newest = ‹‹ Newest

# A line explained

why = <b>{ $points }</b> · { $what }
    { $at }
why-title = “{ $title }”
why-receipt = Receipt: { $amount }
why-level = Level “{ $level }”
why-rate = { $paid } paid in money: { $rate }%{ $more ->
    [yes] {" "}×{ $times }
   *[no] {""}
}
why-excluded = { $paid }: earns no points
why-rule = ✨ { $title }
why-offer-used = 🏷 { $title }{ $cheaper ->
    [yes] : −{ $off }
   *[no] {""}
}{ $points ->
    [0] {""}
   *[other] {" "}(+{ $points })
}
why-remainder = Parts of a point: { $before } from earlier receipts, { $after } carried to the next
why-least = Receipts below { $least } earn no points.
why-limit = { $cut ->
    [one] { $cut } point
   *[other] { $cut } points
} above the limit of a { $limit ->
    [receipt] receipt
    [day] day
   *[month] month
} were not given.
why-welcome = A gift for everybody who joins.
why-birthday = A birthday gift, once a year.
why-offer = A gift from a personal offer.
why-answer = Thanks for telling about yourself.
why-hold = { $reward ->
    [yes] Set aside for a reward.
   *[no] Paid part of a purchase.
} Points that expire first go first.
why-release = The points went back to where they were taken from.
why-donate = You gave them to a good deed. Thank you!
why-expire = These points came to the end of their life.
why-undo = The purchase was undone: points spent came back, points earned were taken off.
why-refund = The purchase or a part of it went back, and points with it in proportion.
why-move = The purchase was somebody else's and went to their card.
why-settle = New points covered what had been spent before a refund.
why-forgive = The debt in points is closed.
why-because = { $reason ->
    [expired] Reason: time ran out.
    [cancelled] Reason: it was cancelled.
    [declined] Reason: you answered “Not me”.
   *[other] Reason: cancelled by the shop.
}
why-staff = Cashier: { $name }
why-until = Valid until { $until }
why-for-ever = Never expire
why-term = Expiry: { $until }
why-no-term = No expiry
why-lot = { points-signed } { $gain ->
    [yes] to those from
   *[no] of those from
} { $came }. { $life }
why-more = …and { $count ->
    [one] { $count } more
   *[other] { $count } more
}
why-went-back = The purchase of { $price } ({ $on }): { $amount } of it went back.
why-returned = The points spent on it returned: { $points }.
why-taken = The points it had earned were taken off: { $points }.
why-owed = { $points } more had been spent: the next points pay them off.
why-forgiven = { $points } more had been spent: you owe nothing for them.
why-debt = { points-signed } { $gain ->
    [yes] towards what had been spent before the refund
   *[no] had been spent before the refund: the next points pay it off
}.
