# Earning rules, and how they are counted and limited.

# The list of rules

earning-list = ✨ <b>Earning rules</b>

    Usually a guest earns the rate of their level. Here is what comes on top and what comes instead, in order.
earning-list-none = ✨ <b>Earning rules</b>

    So far everybody earns the rate of their level, and that is all. Add happy hours, a rate of its own for coffee, or take the points off delivery: it takes a minute.
earning-line = { $place }. { $rule }{ $state ->
    [paused] {" "}⏸
    [pointless] {" "}⚠️
   *[works] {""}
}
earning-new = ➕ New rule
earning-rule = <b>{ $rule }</b>{ $paused ->
    [yes] {" "}— paused
   *[no] {""}
}
earning-titled = Cashier and guest will see: “{ $title }”
earning-pause = ⏸ Pause
earning-resume = ▶️ Switch on
earning-up = ⬆️ Up
earning-down = ⬇️ Down
earning-change = ✏️ Change
earning-delete = 🗑 Delete
earning-delete-ask = Delete the rule “{ $rule }”? Points that were given stay.
earning-deleted = Deleted
earning-paused = Paused
earning-resumed = Works again
earning-moved = Moved
earning-brings = The guest gets <b>{ $points ->
    [one] { $points } point
   *[other] { $points } points
}</b>{ $why ->
    [none] {""}
   *[other] {" "}({ $why })
}

# A new rule

earning-preset = ➕ <b>New rule</b>

    Choose a ready one: everything in it can be changed.
earning-preset-happy = ⏰ Happy hours ×2
earning-preset-category = ☕ A rate for a category
earning-preset-exclude = 🚫 No points for a category
earning-preset-receipt = 🧾 Points for a big receipt
earning-preset-day = 📅 Double points on a day
earning-preset-first = 🌱 For the first purchase
earning-preset-own = ✏️ From scratch

earning-effect-ask = What does the rule do?
earning-effect-rate = A rate instead of the level's
earning-effect-multiplier = Multiplies points
earning-effect-fixed = Adds points to a receipt
earning-effect-exclude = Takes points away

earning-value-ask = { $effect ->
    [rate] How much of it in points? Choose, or write it, for example 7.5.
    [multiplier] How many times as much? Choose, or write it, for example 1.5.
   *[fixed] How many points to add to a receipt? Choose, or write a number.
}

earning-title-ask = What is it called? Cashier and guest will see this name in the history of points. Now: “{ $title }”.
earning-title-own = Name it by the rule

earning-next = Go on
earning-card-hint = Write a sum to see it on another receipt.
earning-card-value = 🎚 { $value }
earning-card-title = 🔤 Name

# Counting and limits

owner-policy-multipliers = Several multipliers
owner-policy-offers = Several offers
owner-policy-least-receipt = Least receipt
owner-policy-most-per-receipt = Limit per receipt
owner-policy-most-per-day = Limit per day
owner-policy-most-per-month = Limit per month
owner-policy-carry-remainders = Remainders
owner-policy-pending-hours = When points can be spent
owner-policy-promo-life-days = Life of bonus points

policy-list = ⚖️ <b>How to count and limit</b>

    This holds for all rules and offers at once.
policy-ask = <b>{ $name }</b>
    Now: { $value }

    { $hint }
policy-hint = { $field ->
    [multipliers] When ×2 and ×3 apply to one purchase: take the best (×3), or multiply by both (×6)?
    [offers] When several offers apply to a receipt: take the one that is best for the guest, or all at once?
    [least-receipt] How much must be paid in money for a receipt to bring points? Write a sum.
    [most-per-receipt] How many points may one receipt bring at most? Write a number.
    [most-per-day] How many points may a guest get for one day's purchases at most? Write a number.
    [most-per-month] How many points may a guest get for one month's purchases at most? Write a number.
    [carry-remainders] Parts of a point from small receipts: keep them until they make a whole one, or drop them?
    [pending-hours] How many hours after the purchase can points be spent? Leaves time for a refund. Write a number.
   *[promo-life-days] How many days do points live that rules and offers added? Write a number.
}
policy-sure = <b>{ $name }</b>
    Was: { $before }
    Will be: { $after }
policy-together = { $how ->
    [all] all of them
   *[best] the best one
}
policy-carry = { $yes ->
    [yes] keep
   *[no] drop
}
policy-none = none
policy-least = from { $least }
policy-hours = { $hours ->
    [0] at once
    [one] after { $hours } hour
   *[other] after { $hours } hours
}
policy-days = after { $days ->
    [one] { $days } day
   *[other] { $days } days
}
policy-like-others = like all points

policy-example = Example: { $field ->
    [multipliers] a receipt for { $amount }, to which ×2 and ×3 apply.
    [offers] a receipt for { $amount }, to which 10% off and +100 points apply.
    [carry-remainders] { $count } receipts for { $amount } each.
    [pending-hours] a purchase now.
    [promo-life-days] bonus points for a purchase now.
   *[other] a receipt for { $amount }.
}
policy-before = Now: { $what }
policy-after = Then: <b>{ $what }</b>
policy-brings = { $offers ->
    [yes] pays { $paid }, gets {""}
   *[no] {""}
}{ $points ->
    [one] { $points } point
   *[other] { $points } points
}
policy-starts = points can be spent from { $at }
policy-until = { $day ->
    [never] they never expire
   *[other] they expire on { $day }
}
