# Conditions of rules and offers, and a rule in words.

# When it holds. Begins with a space where there is anything to say.

conditions-when = { $week ->
    [none] {""}
    [mon] {" "}on Mondays
    [tue] {" "}on Tuesdays
    [wed] {" "}on Wednesdays
    [thu] {" "}on Thursdays
    [fri] {" "}on Fridays
    [sat] {" "}on Saturdays
    [sun] {" "}on Sundays
    [workdays] {" "}on weekdays
    [weekend] {" "}at weekends
   *[several] {" "}on { $weekdays }
}{ $hours ->
    [none] {""}
   *[other] { $week ->
        [none] {" "}daily { $hours }
       *[other] {" "}{ $hours }
    }
}{ $dates ->
    [none] {""}
   *[other] { $after ->
        [yes] ,
       *[no] {""}
    }{ $dates ->
        [from] {" "}from { $days }
        [to] {" "}until { $days }
       *[between] {" "}{ $days }
    }
}

# Questions about conditions, the same for a rule and for an offer

conditions-lines = 🏷 For what: { $what }
conditions-times = ⏰ When: { $when }
conditions-least = 🧾 Receipt: { $least }

conditions-lines-ask = For what? Now: <b>{ $chosen }</b>

    Tick with the buttons or write a name: I will find it, or offer to make a category.
conditions-lines-all = For everything
conditions-lines-kind = { $kind ->
    [categories] Categories
    [products] Products
   *[outlets] Outlets
}
conditions-lines-create-ask = “{ $name }” is not on the lists. Make such a category?
conditions-lines-create = ➕ Make “{ $name }”

conditions-times-ask = When? Now: <b>{ $chosen }</b>

    Tick the days with the buttons. Write hours like this: 16-18. And dates like this: 01.12-31.12.
conditions-times-always = Always
conditions-times-workdays = Weekdays
conditions-times-weekend = Weekend

conditions-least-ask = From what receipt? Choose, or write a sum.
conditions-least-any = Any
conditions-least-from = from { $least }

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

# An example

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
