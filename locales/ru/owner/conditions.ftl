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
   *[other] { $week ->
        [none] {" "}ежедневно { $hours }
       *[other] {" "}{ $hours }
    }
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

# Вопросы об условиях: о правиле и о предложении они одни и те же.

conditions-lines = 🏷 На что: { $what }
conditions-times = ⏰ Когда: { $when }
conditions-least = 🧾 Чек: { $least }

conditions-lines-ask = На что действует? Сейчас: <b>{ $chosen }</b>

    Отметьте кнопками или напишите название: найду или предложу создать категорию.
conditions-lines-all = На всё
conditions-lines-kind = { $kind ->
    [categories] Категории
    [products] Товары
   *[outlets] Точки
}
conditions-lines-create-ask = «{ $name }» в списках нет. Создать такую категорию?
conditions-lines-create = ➕ Создать «{ $name }»

conditions-times-ask = Когда? Сейчас: <b>{ $chosen }</b>

    Дни отметьте кнопками. Часы напишите так: 16-18. Даты — так: 01.12-31.12.
conditions-times-always = Всегда
conditions-times-workdays = Будни
conditions-times-weekend = Выходные

conditions-least-ask = С какой суммы чека? Выберите или напишите сумму.
conditions-least-any = С любой
conditions-least-from = от { $least }
