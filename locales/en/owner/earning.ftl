# Earning rules: how the owner sets them, and how a cashier types a receipt line by line.

error-bad-multiplier = A multiplier from 1.1 to 10 is needed, for example 2 or 1.5.
error-bad-hours = Write the hours like this: 16-18 or 9:30-12:00.
error-bad-dates = Write the dates like this: 01.12-31.12, or one day: 25.12. The last day comes no earlier than the first.
error-too-many-rules = There can be { $most } rules at most. Delete those that are no longer needed.
error-excludes-everything = Such a rule would take all points away. Choose what earns no points, or when.
error-too-many-lines = The receipt has too many lines, the most is { $most }. Add up those that are alike.
error-lines-run-together = “{ $text }” looks like two lines of a receipt. Put a comma between them.

quote-line = • { $named ->
    [yes] { $title }
   *[no] no name
}{ $pieces ->
    [1] {""}
   *[other] {" "}× { $pieces }
}: { $amount }{ $known ->
    [yes] {""}
   *[no] {" "}— not on the list, an ordinary purchase
}
quote-lines-more = • and { $count ->
    [one] { $count } more line
   *[other] { $count } more lines
}

# The list of rules

owner-go-earning = ✨ Earning rules
owner-go-policies = ⚖️ Counting
owner-go-versions = 🕰 Versions of the rules

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

# A rule in words

earning-words = { $what ->
    [rate] { $percent } in points
    [multiplier] ×{ $times }
    [fixed] +{ $points ->
        [one] { $points } point
       *[other] { $points } points
    }
   *[exclude] no points
}
earning-words-least = for a receipt from { $least }
earning-words-least-of = from { $least }
earning-words-first = for the first purchase
earning-words-nth = for purchases no. { $numbers }
earning-words-levels = for level { $levels }
earning-words-outlets = at “{ $outlets }”

# The example

earning-example = Example: { $named ->
    [yes] { $item }
   *[no] a receipt
} for { $amount }, { $at }{ $first ->
    [yes] , the first purchase
   *[no] {""}
}
earning-effect = Now: { $before ->
    [one] { $before } point
   *[other] { $before } points
}{ $why_before ->
    [none] {""}
   *[other] {" "}({ $why_before })
}
    Then: <b>{ $after ->
        [one] { $after } point
       *[other] { $after } points
    }</b>{ $why_after ->
        [none] {""}
       *[other] {" "}({ $why_after })
    }
earning-brings = The guest gets <b>{ $points ->
    [one] { $points } point
   *[other] { $points } points
}</b>{ $why ->
    [none] {""}
   *[other] {" "}({ $why })
}
earning-why-rate = { $paid } × { $rate }
earning-why-times = { $paid } × { $rate } × { $times }
earning-why-fixed = +{ $points } by the rule
earning-why-excluded = excluded
earning-why-least = less than { $least }
earning-why-limit = limit: −{ $cut }

earning-conflict = ⚠️ { $why ->
    [excluded] “{ $rule }” gives nothing: the rule “{ $other }” takes these purchases out of earning.
    [covered] “{ $rule }” will not work: “{ $other }” stands above it and sets a rate for the same purchases. Move the rule up.
    [beaten] “{ $rule }” will not work: “{ $other }” multiplies the same purchases by no less, and only the best multiplier counts.
   *[over] “{ $rule }” will not work any more: its last day has passed.
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

# Policy

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

# Versions

versions-list = 🕰 <b>Versions of the rules</b>

    Each is kept: any line of a guest's history is explained by the version of its day.
version-line = <b>No. { $number }</b> · { $at } · { $who }
    { $what }
version-nobody = the program
version-open = No. { $number }
version-one = 🕰 <b>Version no. { $number }</b>
    { $at } · { $who }
    { $what }
version-rules = Earning rules:
version-part = { $part ->
    [first] the first terms
    [launched] the programme was launched
    [level_added] new level “{ $name }”
    [level_removed] level “{ $name }” removed
    [level_changed] level “{ $name }” changed
    [rule_added] added “{ $name }”
    [rule_removed] deleted “{ $name }”
    [rule_changed] changed “{ $name }”
    [rule_paused] paused “{ $name }”
    [rule_resumed] works again: “{ $name }”
    [order] the order of rules
    [leveling] what counts for levels
    [returns] terms of refunds
    [offers] offers for everybody
   *[same] nothing to be seen
}
version-change = { $name }: { $before } → { $after }

# The journal

act-rule-added = New earning rule: { $title }
act-rule-changed = Earning rule changed: { $title }
act-rule-paused = Earning rule paused: { $title }
act-rule-resumed = Earning rule works again: { $title }
act-rule-deleted = Earning rule deleted: { $title }
act-rule-moved = Earning rule moved: { $title }
act-policy-changed = How to count and limit: { $what }

owner-programme-rules = Special rules: { $rules }{ $rest ->
    [0] {""}
   *[other] {" "}and { $rest } more
}.
