# Offers: the list, a new one, its gift, terms and schedule.

owner-offers = 🏷 <b>Offers</b>
    Gifts that the bot gives by itself, and what holds for everybody at the till.
owner-offers-none = 🏷 <b>Offers</b>
    Personal gifts that the bot gives by itself: to those not seen for long, with a birthday soon, or to everyone.
owner-offer-new = ➕ New offer
owner-offer-ready = 🛒 For everybody, at the till
owner-offer-line = { $paused ->
    [yes] ⏸
   *[no] { $done ->
        [yes] ✅
       *[no] ▶️
    }
} { $title }{ $given ->
    [0] {""}
   *[other] {" "}· 🎁 { $given }
}{ $used ->
    [0] {""}
   *[other] {" "}· 🧾 { $used }
}
owner-gift = { $kind ->
    [points] +{ $value ->
        [one] { $value } point
       *[other] { $value } points
    }
    [multiplier] ×{ $value } for a purchase
    [percent] { $value }% off
    [amount] { $value } off
    [delivery] free delivery
    [bundle] one of every { $value } free
   *[gift] 🎁 the gift of the title
}
owner-plan = { $schedule ->
    [daily] every day at { $time }
    [standing] at the till, for everybody
    [weekly] every week: { $day }, { $time }
   *[once] { $at ->
        [now] now, once
       *[other] once, { $at }
    }
}

owner-offer = 🏷 <b>{ $title }</b>{ $paused ->
    [yes] { " " }(paused)
   *[no] { "" }
}
    { $text }

    What: { $what }{ $terms }
    Whom: { $whom }
    When: { $plan }{ $days ->
    [none] { "" }
   *[other] { "" }
    Holds: { $days } d
}{ $given ->
    [none] { "" }
   *[other] { "" }
    Given: { $given }
}{ $used ->
    [none] { "" }
   *[other] { "" }
    Used: { $used }
}{ $discount ->
    [0] { "" }
   *[other] { "" }
    Discounts in all: { $discount }
}{ $points ->
    [0] { "" }
   *[other] { "" }
    Points in all: { $points }
}
owner-offer-next = { $next ->
    [never] It is not given any more.
   *[other] Given next: { $next }
}
owner-offer-pause = ⏸ Pause
owner-offer-resume = ▶️ Go on
owner-offer-run = 🎁 Give now
owner-offer-run-ask = Give “{ $title }” now, ahead of its time?
owner-offer-runs = It goes out within a minute
owner-offer-me = 👀 Send to me
owner-offer-delete = 🗑 Delete
owner-offer-delete-ask = Delete “{ $title }”? What was given stays with the guests.
owner-offer-delete-yes = Yes, delete

# A new offer

owner-offer-whom = Whom is the offer for?
owner-offer-ask = Write the offer as one message. The first line is the title, the rest is the text. For example:

    <i>We miss you</i>
    <i>Come for a coffee: we have put some points on your card.</i>
owner-offer-ask-text = The title is <b>{ $title }</b>. Now write the text: what it is and how to use it.

owner-draft = 🏷 <b>{ $title }</b>
    { $text }
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
owner-draft-cost = That is up to { $points ->
    [one] { $points } point
   *[other] { $points } points
} = { $worth }.
owner-draft-go = 🚀 Start ({ $people })
owner-draft-gift = What: { $gift }
owner-draft-plan = When: { $plan }
owner-draft-days = Holds: { $days ->
    [one] { $days } day
   *[other] { $days } days
}
owner-draft-whom = Whom…
owner-draft-ask-gift = What to give? Choose or type a number of points.
owner-draft-ask-days = How many days does it hold? Choose or type a number.
owner-draft-ask-plan = When to give it? Chosen now: <b>{ $plan }</b>.{ $repeats ->
    [yes] { " " }One guest gets it every { $days } days at most.
   *[no] { "" }
}

    { $repeats ->
    [yes] You can type a time, for example 18:30.
   *[no] You can type a time: 18:30, tomorrow 10:00 or 25.12 09:00.
}
owner-draft-now = Now, once
owner-draft-daily = Every day
owner-draft-repeat = every { $days } d
owner-uses = { $uses ->
    [any] any number of times
    [1] once
   *[other] { $uses } times
}

# Ready-made offers

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
