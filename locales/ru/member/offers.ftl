# Купоны: личное предложение с кодом и QR, для гостя и для кассира.

coupon-gives = { $kind ->
    [points] ✨ +{ $value ->
        [one] { $value } балл
        [few] { $value } балла
       *[many] { $value } баллов
    } за покупку
    [multiplier] ✨ ×{ $value } баллов за покупку
    [percent] Скидка { $value } %
    [amount] Скидка { $value }
    [delivery] 🚚 Бесплатная доставка
    [bundle] Одна из каждых { $value } бесплатно, самая недорогая
   *[gift] 🎁 Подарок вместе с покупкой
}
coupon-about = 🏷 <b>{ $title }</b>
    { coupon-gives }{ offer-terms }
    До { $until }{ $left ->
    [any] {""}
    [1] {" "}· один раз
    [one] {" "}· ещё { $left } раз
    [few] {" "}· ещё { $left } раза
   *[other] {" "}· ещё { $left } раз
}
coupon-how = Код для кассира: <code>{ $code }</code>
    Можно показать и просто карту: касса сама найдёт это предложение.
coupon-early = ⏳ Начнёт действовать { $since }
coupon-over = 🏷 «{ $title }» — { $state ->
    [used] уже использовано.
   *[expired] действовало до { $until }.
}

button-coupon = 🏷 Купон: { $title }
button-show-coupon = 🏷 Показать купон
button-my-offers = ‹ Мои предложения

guest-coupon-state = { $state ->
    [ready] ✅ Купон действует: { $lined ->
        [yes] напишите чек строками (450 кофе, 300 десерт), и касса учтёт его сама.
       *[no] касса учтёт его сама.
    }
    [early] ⏳ Купон ещё не действует: начнёт { $since }.
    [unfit] ✋ К этой покупке купон не подходит: посмотрите его условия.
    [used] ☑️ Купон уже использован.
   *[expired] ⌛ Срок купона вышел { $until }.
}
