# Предложения на кассе: что они дают, за какие покупки и как их создаёт владелец.

error-needs-goods = Выберите категорию для бесплатной доставки, иначе бесплатным стало бы и всё остальное.
error-too-many-offers = Для всех уже действует { $most } предложений. Сначала остановите или удалите одно.

offer-gives = { $kind ->
    [points] ✨ За покупку придёт ещё { $value ->
        [one] { $value } балл
        [few] { $value } балла
       *[many] { $value } баллов
    }: просто покажите карту.
    [multiplier] ✨ Просто покажите карту: следующая покупка даст ×{ $value } баллов.
    [percent] 🏷 Скидка { $value } %: просто покажите карту.
    [amount] 🏷 Скидка { $value }: просто покажите карту.
    [delivery] 🚚 Доставка бесплатно: просто покажите карту.
    [bundle] 🏷 Одна из каждых { $value } бесплатно, самая недорогая: просто покажите карту.
   *[gift] { $waits ->
        [yes] 🎁 Подарок придёт вместе с покупкой: просто покажите карту.
       *[no] 🎟 Покажите код на кассе — он под кнопкой ниже.
    }
}
offer-terms = { $goods ->
    [0] {""}
   *[other] {""}
    На что: { $goods }.
}{ $least ->
    [0] {""}
   *[other] {""}
    От { $least }.
}{ $nth ->
    [0] {""}
    [1] {""}
    За первую покупку.
   *[other] {""}
    За покупку № { $nth }.
}{ $timed ->
    [no] {""}
   *[yes] {""}
    Когда действует:{ conditions-when }.
}{ $outlets ->
    [0] {""}
   *[other] {""}
    Где: { $outlets }.
}{ $levels ->
    [0] {""}
   *[other] {""}
    Для уровня: { $levels }.
}{ $alone ->
    [no] {""}
   *[yes] {""}
    Не сочетается с другими предложениями.
}{ $returns ->
    [yes] {""}
   *[no] {""}
    При возврате покупки не возвращается.
}

notice-offer-standing = <b>{ $title }</b>
    { $text }

    { offer-gives }{ offer-terms }
    <i>{ offer-why }</i>
notice-offer-points-later = 🎁 <b>{ $title }</b>
    { $text }

    За покупку — ещё <b>{ $value ->
    [one] { $value } балл
    [few] { $value } балла
   *[many] { $value } баллов
}</b>, до { $until }.{ offer-terms }
    <i>{ offer-why }</i>
notice-offer-gift-later = 🎁 <b>{ $title }</b>
    { $text }

    Подарок придёт вместе с покупкой, до { $until }.{ offer-terms }
    <i>{ offer-why }</i>
notice-offer-percent = 🏷 <b>{ $title }</b>
    { $text }

    <b>Скидка { $value } %</b> на покупку, до { $until }.{ offer-terms }
    <i>{ offer-why }</i>
notice-offer-amount = 🏷 <b>{ $title }</b>
    { $text }

    <b>Скидка { $value }</b> на покупку, до { $until }.{ offer-terms }
    <i>{ offer-why }</i>
notice-offer-delivery = 🚚 <b>{ $title }</b>
    { $text }

    <b>Бесплатная доставка</b> до { $until }.{ offer-terms }
    <i>{ offer-why }</i>
notice-offer-bundle = 🏷 <b>{ $title }</b>
    { $text }

    <b>Одна из каждых { $value } — бесплатно</b>, самая недорогая, до { $until }.{ offer-terms }
    <i>{ offer-why }</i>

receipt-you-saved = Вы сэкономили { $discount }

owner-offer-ready = 🛒 Для всех, на кассе
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
owner-uses = { $uses ->
    [any] сколько угодно раз
    [1] один раз
   *[other] { $uses } { $uses ->
        [one] раз
        [few] раза
       *[other] раз
    }
}
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
