# The card, the level, and approving a payment with points.

card = <b>{ $shop }</b>
    { $name } · { $level }

card-balance = ⭐ <b>{ points }</b> = { $worth }
card-code = Code for the till: <code>{ $code }</code> (until { $until })
card-code-alive = This code still works, until { $until }
card-next = 🏅 { $by ->
    [visits] { $missing ->
        [one] { $missing } more visit
       *[other] { $missing } more visits
    }
   *[spend] { $missing } more
} for “{ $next }”
card-debt = ⭐ <b>−{ $points }</b>: the next points pay it off
button-new-code = 🔄 New code

# Level

button-level = 🏅 { $level }
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

# Approving a payment

redemption-approved = ✅ <b>Done</b>
    Receipt: { $amount }
    In points: { $spent }
    In money: { $paid }
    Earned: +{ $earned }
    On the card now: <b>{ $balance }</b>
redemption-refused = 👌 <b>The points stay on your card.</b> The cashier has been told.
redemption-declined = 🔒 <b>Nothing was spent.</b>
    The points set aside are back, and all spending from your card is on hold. A manager has been told and will lift this once it is clear what happened.

    You can earn points as usual.
receipt-you-saved = You saved { $discount }
purchase-held = 🔎 The shop is checking this receipt: its points will come after that.
