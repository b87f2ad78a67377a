# Предложения: список, новое, его подарок, условия и расписание.

owner-offers = 🏷 <b>Предложения</b>
    Подарки, которые бот дарит сам, и то, что на кассе действует для всех.
owner-offers-none = 🏷 <b>Предложения</b>
    Личные подарки, которые бот дарит сам: тем, кто давно не был, кому скоро день рождения, или всем.
owner-offer-new = ➕ Новое предложение
owner-offer-ready = 🛒 Для всех, на кассе
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
        [one] { $value } балл
        [few] { $value } балла
       *[many] { $value } баллов
    }
    [multiplier] ×{ $value } за покупку
    [percent] скидка { $value } %
    [amount] скидка { $value }
    [delivery] бесплатная доставка
    [bundle] одна из { $value } бесплатно
   *[gift] 🎁 подарок из заголовка
}
owner-plan = { $schedule ->
    [daily] каждый день в { $time }
    [standing] на кассе, для всех
    [weekly] каждую неделю: { $day }, { $time }
   *[once] { $at ->
        [now] сейчас, один раз
       *[other] один раз, { $at }
    }
}

owner-offer = 🏷 <b>{ $title }</b>{ $paused ->
    [yes] { " " }(на паузе)
   *[no] { "" }
}
    { $text }

    Что: { $what }{ $terms }
    Кому: { $whom }
    Когда: { $plan }{ $days ->
    [none] { "" }
   *[other] { "" }
    Действует: { $days } дн.
}{ $given ->
    [none] { "" }
   *[other] { "" }
    Подарено: { $given }
}{ $used ->
    [none] { "" }
   *[other] { "" }
    Воспользовались: { $used }
}{ $discount ->
    [0] { "" }
   *[other] { "" }
    Скидок на { $discount }
}{ $points ->
    [0] { "" }
   *[other] { "" }
    Баллов начислено: { $points }
}
owner-offer-next = { $next ->
    [never] Больше не дарится.
   *[other] Ближайшая раздача: { $next }
}
owner-offer-pause = ⏸ Пауза
owner-offer-resume = ▶️ Продолжить
owner-offer-run = 🎁 Раздать сейчас
owner-offer-run-ask = Раздать «{ $title }» сейчас, не дожидаясь срока?
owner-offer-runs = Раздам в течение минуты
owner-offer-me = 👀 Прислать мне
owner-offer-delete = 🗑 Удалить
owner-offer-delete-ask = Удалить «{ $title }»? Уже подаренное останется у гостей.
owner-offer-delete-yes = Да, удалить

# Новое предложение

owner-offer-whom = Кому сделать предложение?
owner-offer-ask = Напишите предложение одним сообщением. Первая строка — заголовок, дальше — текст. Например:

    <i>Скучаем по вам</i>
    <i>Заходите на кофе: мы положили на карту немного баллов.</i>
owner-offer-ask-text = Заголовок — <b>{ $title }</b>. Теперь напишите текст: что дарите и как этим воспользоваться.

owner-draft = 🏷 <b>{ $title }</b>
    { $text }
owner-draft-everybody = Для всех, на кассе
owner-draft-go-till = 🚀 Пусть действует
owner-draft-conditions = { $asked ->
    [none] 🎯 Условия: нет
   *[other] 🎯 { $asked }
}
owner-draft-ask-conditions = 🎯 <b>Условия</b>

    { $asked ->
    [none] Пока никаких: действует на любую покупку.
   *[other] { $asked }
}{ $delivery ->
    [no] {""}
   *[yes] {""}

    Сумма чека считается без самой доставки.
}
owner-draft-alone = { $on ->
    [yes] ☑ Не сочетается с другими
   *[no] ☐ Не сочетается с другими
}
owner-draft-returns = { $on ->
    [yes] ☑ Вернётся при возврате покупки
   *[no] ☐ Вернётся при возврате покупки
}
owner-draft-conditions-more = ‹ Условия
owner-draft-done = Готово
owner-draft-uses = Можно: { owner-uses }
owner-draft-words = ✏️ Слова
owner-draft-till = На кассе, для всех
owner-draft-ask-uses = Сколько раз один гость может воспользоваться? Выберите или напишите число.
owner-draft-example = <b>Например,</b> чек { $amount }. Гость платит <b>{ $paid }</b>{ $cheaper ->
    [yes] { " " }вместо { $before }
   *[no] { "" }
} и получает <b>{ $points ->
    [one] { $points } балл
    [few] { $points } балла
   *[other] { $points } баллов
}</b>{ $richer ->
    [yes] { " " }вместо { $usual }
   *[no] { "" }
}{ $gift ->
    [yes] , а с ними и подарок
   *[no] { "" }
}.
owner-draft-cost = Это до { $points ->
    [one] { $points } балла
   *[other] { $points } баллов
} = { $worth }.
owner-draft-go = 🚀 Запустить ({ $people })
owner-draft-gift = Что: { $gift }
owner-draft-plan = Когда: { $plan }
owner-draft-days = Действует: { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
}
owner-draft-whom = Кому…
owner-draft-ask-gift = Что подарить? Выберите или напишите число баллов.
owner-draft-ask-days = Сколько дней действует? Выберите или напишите число.
owner-draft-ask-plan = Когда дарить? Сейчас выбрано: <b>{ $plan }</b>.{ $repeats ->
    [yes] { " " }Одному гостю — не чаще раза в { $days } дн.
   *[no] { "" }
}

    { $repeats ->
    [yes] Время можно написать, например 18:30.
   *[no] Можно написать время: 18:30, завтра 10:00 или 25.12 09:00.
}
owner-draft-now = Сейчас, один раз
owner-draft-daily = Каждый день
owner-draft-repeat = раз в { $days } дн.
owner-uses = { $uses ->
    [any] сколько угодно раз
    [1] один раз
   *[other] { $uses } { $uses ->
        [one] раз
        [few] раза
       *[other] раз
    }
}

# Готовые предложения

owner-ready = 🛒 <b>Для всех, на кассе</b>
    Действует само: касса находит его для каждого чека. Выберите, потом поправьте под себя.
owner-ready-first = Скидка на первую покупку
owner-ready-second = Бонус за вторую покупку
owner-ready-category = Скидка на категорию
owner-ready-bundle = 3 по цене 2
owner-ready-delivery = Бесплатная доставка от суммы
owner-ready-gift = Подарок от суммы
ready-title-first = Рады знакомству
ready-text-first = Скидка на первую покупку. А со второй начнут копиться баллы.
ready-title-second = Приходите ещё
ready-text-second = За вторую покупку добавим бонусные баллы.
ready-title-category = Немного дешевле
ready-text-category = Скидка на то, что у нас любят.
ready-title-bundle = 3 по цене 2
ready-text-bundle = Возьмите три, самая недорогая — бесплатно.
ready-title-delivery = Бесплатная доставка
ready-text-delivery = К большому заказу доставка — за наш счёт.
ready-title-gift = Подарок к покупке
ready-text-gift = К большому чеку — подарок от нас.
