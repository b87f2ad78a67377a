# Когда действует правило или предложение. Начинается с пробела, если есть что сказать.

conditions-when = { $week ->
    [none] {""}
    [mon] {" "}по понедельникам
    [tue] {" "}по вторникам
    [wed] {" "}по средам
    [thu] {" "}по четвергам
    [fri] {" "}по пятницам
    [sat] {" "}по субботам
    [sun] {" "}по воскресеньям
    [workdays] {" "}по будням
    [weekend] {" "}по выходным
   *[several] {" "}по { $weekdays }
}{ $hours ->
    [none] {""}
   *[other] {" "}{ $hours }
}{ $dates ->
    [none] {""}
   *[other] { $after ->
        [yes] ,
       *[no] {""}
    }{ $dates ->
        [from] {" "}с { $days }
        [to] {" "}по { $days }
       *[between] {" "}{ $days }
    }
}
