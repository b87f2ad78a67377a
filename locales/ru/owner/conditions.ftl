# Условия правил и предложений и правило словами.

# Когда действует. Начинается с пробела, если есть что сказать.

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

# Вопросы об условиях: о правиле и о предложении они одни и те же

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

# Правило словами

earning-words = { $what ->
    [rate] { $percent } баллами
    [multiplier] ×{ $times }
    [fixed] +{ $points ->
        [one] { $points } балл
        [few] { $points } балла
       *[many] { $points } баллов
    }
   *[exclude] без баллов
}
earning-words-least = за чек от { $least }
earning-words-least-of = от { $least }
earning-words-first = за первую покупку
earning-words-nth = за покупки № { $numbers }
earning-words-levels = для уровня { $levels }
earning-words-outlets = в «{ $outlets }»

# Пример

earning-example = Пример: { $named ->
    [yes] { $item }
   *[no] чек
} на { $amount }, { $at }{ $first ->
    [yes] , первая покупка
   *[no] {""}
}
earning-effect = Сейчас: { $before ->
    [one] { $before } балл
    [few] { $before } балла
   *[many] { $before } баллов
}{ $why_before ->
    [none] {""}
   *[other] {" "}({ $why_before })
}
    Станет: <b>{ $after ->
        [one] { $after } балл
        [few] { $after } балла
       *[many] { $after } баллов
    }</b>{ $why_after ->
        [none] {""}
       *[other] {" "}({ $why_after })
    }
earning-why-rate = { $paid } × { $rate }
earning-why-times = { $paid } × { $rate } × { $times }
earning-why-fixed = +{ $points } за правило
earning-why-excluded = исключено
earning-why-least = меньше { $least }
earning-why-limit = предел: −{ $cut }

earning-conflict = ⚠️ { $why ->
    [excluded] «{ $rule }» ничего не даст: правило «{ $other }» убирает эти покупки из начисления.
    [covered] «{ $rule }» не сработает: выше стоит «{ $other }» и задаёт процент для тех же покупок. Поднимите правило выше.
    [beaten] «{ $rule }» не сработает: «{ $other }» умножает те же покупки не меньше, а из множителей берётся лучший.
   *[over] «{ $rule }» уже не сработает: последний день прошёл.
}
