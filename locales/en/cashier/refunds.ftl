### Points on the move: refunds, levels, debts.

notice-refunded = ↩️ <b>Refund of { $amount }</b>{ $in_money ->
    [yes] {""}
    In money: { $paid }
   *[no] {""}
}{ $returned ->
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
}{ $forgiven ->
    [0] {""}
    [one] {""}
    { $forgiven } point of it was spent already: the shop lets it go
   *[other] {""}
    { $forgiven } points of it were spent already: the shop lets them go
}
    Now on your card: <b>{ $balance }</b>
notice-level = 🏅 <b>New level: { $level }</b>
    { $more ->
        [yes] From now on every purchase earns more points.
       *[no] It is yours.
    } Thank you for staying with us!{ $with_perks ->
        [yes] {""}
    And besides: { $perks }
       *[no] {""}
    }
notice-level-down = Your level is now “{ $level }”: purchases of late no longer reach the one before.{ $with_perks ->
        [yes] {""}
    It comes with: { $perks }
       *[no] {""}
    }
    The one before comes back by itself as soon as you reach it again.
notice-level-removed = 🏅 <b>The levels of the programme have changed</b>
    Your level is now “{ $level }”.{ $with_perks ->
        [yes] {""}
    It comes with: { $perks }
       *[no] {""}
    }
notice-level-grace = ⏳ <b>You keep the level “{ $level }” until { $until }</b>
    For it to stay with you, { $by ->
        [visits] { $missing ->
            [one] come { $missing } more time.
           *[other] come { $missing } more times.
        }
       *[spend] buy for { $missing } more.
    }{ $with_perks ->
        [yes] {""}
    What stays with it: { $perks }
       *[no] {""}
    }
error-too-late-to-refund = A cashier can take goods back { $days ->
    [0] only on the day of the purchase
    [one] for { $days } day after the purchase
   *[other] for { $days } days after the purchase
}. After that the owner does.
error-refund-too-large = That is too much: { $left } of the purchase is left.
notice-gift-earned = 🎁 <b>A gift for you: { $title }</b>
    Show the voucher by { $until } and take it.

notice-moved = 🔁 <b>The purchase of { $amount } was moved to another card</b>
    It had been recorded on yours by mistake{ $taken ->
        [0] .
        [one] {", "}and the { $taken } point it had earned was taken off.
       *[other] {", "}and the { $taken } points it had earned were taken off.
    }{ $owed ->
        [0] {""}
       *[other] {""}
    What was spent already ({ $owed }) will come off the next points you earn.
    }
    Now on your card: <b>{ $balance }</b>

# The till: a purchase that comes back

till-refunds = ↩️ Refund or move
receipt-back = Refund a part, or move
guest-purchases = 🧾 Guest's purchases
guest-perks = 🎖 { $perks }

bought-title = 🧾 <b>Latest purchases</b>
    Choose the one to refund or to move.
bought-none = 🧾 No purchases yet.
bought-line = { $at } · { $name } · { $amount }
bought-gone = <s>{ $at } · { $name } · { $amount }</s>

refund-purchase = 🧾 <b>{ $name }</b>, { $amount }
    { $at }
refund-left = A part went back already, { $left } is left.
refund-all = ↩️ Refund all: { $left }
refund-part = Refund a part: type the amount
refund-lines = Refund by line
refund-line = { $title }{ $pieces ->
    [1] {""}
   *[other] {" "}×{ $pieces }
} · { $left }
refund-how-much = <b>{ $name }</b>: how much goes back? Type it in digits, { $left } at most.
refund-which-line = <b>{ $name }</b>: what came back?
refund-how-many = <b>{ $title }</b>: how many pieces came back?
    There are { $pieces } for { $left }.
refund-confirm = ↩️ <b>Refund of { $amount }</b> · { $name }
refund-done = ✅ <b>Refund of { $amount }</b> · { $name }
refund-money = Hand over in money: <b>{ $paid }</b>
refund-returned = Back on the card: +{ $points }
refund-taken = Points earned are taken off: −{ $points }
refund-owed = Spent already: { $points }. They will come off the next points.
refund-forgiven = Spent already: { $points }. There is nothing to take, and the guest owes nothing.
refund-will-hold = The card will hold { $balance }.
refund-do = ↩️ Refund
refund-more = ↩️ More of this purchase
refund-stale = More than 10 minutes have passed. Open the purchase again: “Till” → “Refund or move”.

move-start = 🔁 Move to another card
move-whose = 🔁 The purchase of { $amount } is on this card: <b>{ $name }</b>.
    Whose is it really? Scan the card, send a photo of the QR, or type the 6 digits or the phone number.
move-not-found = The other guest's card is needed: QR, the 6 digits on it or the whole phone number. Changed your mind? /cancel.
move-confirm = 🔁 <b>{ $amount }</b>, { $at }
    From the card of: { $name }
    To the card of: <b>{ $to }</b>

    The points for it leave the first card and are given to the second. Both guests get a message.
move-do = 🔁 Move
move-done = ✅ The purchase of { $amount } was moved.
    { $name }: −{ $taken }
    { $to }: +{ $earned }

error-purchase-changed = Another refund of this purchase went through meanwhile. Open it again.
error-paid-with-points = A part of this purchase was paid with points, so it cannot be moved. Refund it and record it on the right card.
error-partly-refunded = A part of this purchase went back, so it cannot be moved. Refund the rest and record it on the right card.
error-same-member = The purchase is on this card already.

# Levels: the member

button-level = 🏅 { $level }
card-next = 🏅 { $by ->
    [visits] { $missing ->
        [one] { $missing } more visit
       *[other] { $missing } more visits
    }
   *[spend] { $missing } more
} for “{ $next }”
level-own = 🏅 <b>{ $level }</b>: { $rate }% of every purchase in points
level-perks = 🎖 { $perks }
level-reached = { $days ->
    [one] In the last { $days } day
   *[other] In the last { $days } days
}: { $by ->
    [visits] { $reached ->
        [one] { $reached } visit.
       *[other] { $reached } visits.
    }
   *[spend] purchases of { $reached }.
}
level-next = { $by ->
    [visits] { $missing ->
        [one] { $missing } more visit
       *[other] { $missing } more visits
    }
   *[spend] { $missing } more
} for “{ $next }”.
level-highest = This is the highest level. Thank you for staying with us!
level-kept = ⏳ You keep the level until { $until }. For it to stay with you, { $by ->
    [visits] { $missing ->
        [one] come { $missing } more time.
       *[other] come { $missing } more times.
    }
   *[spend] buy for { $missing } more.
}
level-ladder = <b>All levels</b>
level-step = { $own ->
    [yes] ▸
   *[no] •
} { $level } — { $rate }%, { $first ->
    [yes] from the start
   *[no] { $by ->
        [visits] { $threshold ->
            [one] from { $threshold } visit
           *[other] from { $threshold } visits
        }
       *[spend] from { $threshold }
    }
}

# The balance: debts, and points that can be spent soon

balance-pending = 🕓 Of these, { points } can be spent later, beginning { $at }
balance-debt = ⭐ Your card holds <b>−{ $points }</b>
    These are points of a purchase that went back, and they had been spent by then. The next points you earn pay them off first; there is nothing to pay in money.
card-debt = ⭐ <b>−{ $points }</b>: the next points pay it off
history-line-even = { $what } · { $day }
why-went-back = The purchase of { $price } ({ $on }): { $amount } of it went back.
why-returned = The points spent on it returned: { $points }.
why-taken = The points it had earned were taken off: { $points }.
why-owed = { $points } more had been spent: the next points pay them off.
why-forgiven = { $points } more had been spent: you owe nothing for them.
why-debt = { points-signed } { $gain ->
    [yes] towards what had been spent before the refund
   *[no] had been spent before the refund: the next points pay it off
}.

# Levels: the owner

owner-go-levels = 🏅 Levels
owner-go-returns = ↩️ Refunds
owner-levels = 🏅 <b>Levels</b>
    { $by ->
        [visits] Visits count
       *[spend] Spend counts
    } over { $window ->
        [one] { $window } day
       *[other] { $window } days
    }. { $grace ->
        [0] Whoever falls short goes down at once.
        [one] Whoever falls short keeps the level for { $grace } more day.
       *[other] Whoever falls short keeps the level for { $grace } more days.
    }
owner-level-line = <b>{ $level }</b> — { $rate }, { $first ->
    [yes] from the first day
   *[no] { $by ->
        [visits] { $threshold ->
            [one] from { $threshold } visit
           *[other] from { $threshold } visits
        }
       *[spend] from { $threshold }
    }
}
owner-level-perks-line = 🎖 { $perks }
owner-level-add = ➕ New level
owner-programme-name = name
owner-programme-threshold = threshold
owner-programme-rate-bp = rate
owner-programme-perks = perks
owner-programme-by = what counts
owner-programme-window-days = over how many days
owner-programme-grace-days = how long a level is kept
owner-level-button = { $field ->
    [name] ✏️ Name
    [threshold] 🎯 Threshold
    [rate] 💯 Rate
   *[perks] 🎖 Perks
}
owner-level-remove = 🗑 Remove the level
owner-level-no-perks = No perks
owner-level-ask-name = What is the level called? Up to { $most } characters.
owner-level-ask-threshold = Where does the level begin? { $by ->
    [visits] Type the number of visits.
   *[spend] Type the sum of purchases.
} The last { $days ->
    [one] { $days } day counts
   *[other] { $days } days count
}.
owner-level-ask-rate-bp = What percentage of the money paid comes back in points? For example, 5 or 2.5.
owner-level-ask-perks = What else does the level give? Type it as the guest will read it, up to { $most } characters: “Syrup for free”, “A table without queueing”. The cashier sees it too.
owner-levels-count-by = { $by ->
    [visits] 🔁 Count spend
   *[spend] 🔁 Count visits
}
owner-levels-window = 🗓 Over { $days ->
    [one] { $days } day
   *[other] { $days } days
}
owner-levels-grace = ⏳ Keep for { $days ->
    [one] { $days } day
   *[other] { $days } days
}
owner-levels-ask-window-days = Over how many days does it count? From { $least } to { $most }.
owner-levels-ask-grace-days = For how many days does whoever falls short keep the level? From { $least } to { $most }.
owner-level-sure = 🏅 <b>What would change</b>
owner-level-poorer = ⚠️ “{ $level }” is higher than “{ $below }” and gives fewer points: whoever rises would lose by it.
owner-level-average = The thresholds were converted: a visit is an average receipt, { $average }.
owner-level-count = { $level }: { $now } → <b>{ $after }</b>
owner-level-same = { $level }: { $now }
owner-level-grace-note = The arrow says how many people are on the level now, and how many will be once everybody has been looked at and the days of keeping are over. Points given do not change.
owner-level-nobody-moves = Nobody changes level by this. Points given do not change.
act-programme-level-added = New level “{ $title }”
act-programme-level-changed = Level “{ $title }”: { $what }
act-programme-level-removed = Level “{ $title }” removed
act-programme-levels-changed = Levels: { $what }
act-programme-returns-changed = Refunds: { $what }
error-lowest-level = Everybody begins on the first level: it begins at nought and cannot be removed.
error-level-taken = There is such a level already: each has a name and a threshold of its own.
error-too-many-levels = Nobody remembers more than { $most } levels. Remove one first.

# Refunds: the owner

owner-returns = ↩️ <b>Refunds</b>

    A cashier can take goods back { $days ->
        [0] on the day of the purchase; after that only you can.
        [one] within { $days } day; after that only you can.
       *[other] within { $days } days; after that only you can.
    }

    If the points of the purchase were spent already: { $debts ->
        [yes] the card goes below zero, and the next points pay that off first.
       *[no] what is there is taken, and the rest is let go.
    }
owner-programme-debts = points spent
owner-programme-days = time for cashiers
owner-returns-choose = { $debts ->
    [yes] ➖ Keep as a debt
   *[no] 🤝 Let go
}
owner-returns-day = { $days ->
    [0] same day
    [one] { $days } day
   *[other] { $days } days
}
error-purchase-held = This receipt is being checked by the owner. Until they have answered it can only be refunded whole.
