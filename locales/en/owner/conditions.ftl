# When a rule or an offer holds. Begins with a space where there is anything to say.

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

# The questions about conditions, the same for a rule and for an offer.

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
