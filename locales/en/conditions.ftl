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
   *[other] {" "}{ $hours }
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
