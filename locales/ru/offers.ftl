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
}

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
