# Награды и ваучеры.

rewards = 🎁 <b>Награды</b>
    У вас { points }. Выберите, на что обменять: цены — в баллах.
rewards-empty = 🎁 Наград пока нет. Баллами можно платить на кассе.
reward = 🎁 <b>{ $title }</b>
    { points }
reward-line = { $affordable ->
    [yes] 🎁
   *[no] 🔸
} { $title } · { $points }
reward-about = { $text }
reward-life = Ваучер действует { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
}.
reward-stock = Осталось: { $count }
reward-taken-up = Вы уже взяли всё, что можно взять одному гостю.
reward-missing = Не хватает <b>{ points }</b>: у вас { $have }.
reward-ask = Обменять <b>{ points }</b> на «{ $title }»?
    Останется { $left }. { reward-life } Передумаете — баллы вернутся.
reward-taken = 🎟 «{ $title }» — ваш ваучер ниже. Отложено { points }, на карте осталось { $balance }.
button-page-back = ‹ Назад
button-page-on = Ещё ›
button-my-vouchers = 🎟 Мои ваучеры
button-take = Взять за { $points ->
    [one] { $points } балл
    [few] { $points } балла
   *[many] { $points } баллов
}
button-take-yes = Да, обменять

# Ваучеры

voucher = 🎟 <b>{ $title }</b>
    Покажите кассиру этот код: <code>{ $code }</code>
    Действует до { $until }
voucher-made-before = Ваучер уже у вас
voucher-line = { $title } · до { $until }
voucher-over = 🎟 «{ $title }» — { $status ->
    [accepted] уже использован.
    [cancelled] отменён{ $points ->
        [0] .
       *[other] , баллы вернулись.
    }
   *[expired] срок вышел{ $points ->
        [0] .
       *[other] , баллы возвращаются на карту.
    }
}
voucher-return-ask = Отменить ваучер? { $points ->
    [one] На карту вернётся { $points } балл
    [few] На карту вернутся { $points } балла
   *[many] На карту вернутся { $points } баллов
}.
voucher-returned = ↩️ «{ $title }»: ваучер отменён, { $points ->
    [one] вернулся { $points } балл
    [few] вернулись { $points } балла
   *[many] вернулись { $points } баллов
}. На карте { $balance }.
vouchers = 🎟 <b>Мои ваучеры</b>
    Нажмите, чтобы показать кассиру.
vouchers-empty = 🎟 Ваучеров сейчас нет. Они появятся, когда вы возьмёте награду или получите подарок.
button-return-voucher = ↩️ Отменить ваучер
button-return-yes = Да, отменить
button-keep = Оставить
