# Баланс и история баллов.

balance = ⭐ У вас <b>{ points }</b>
    Ими можно заплатить { $worth }.
balance-expiry = ⏳ { points } — до { $until }
balance-frozen = 🔒 Списания приостановлены. Чтобы снова платить баллами, обратитесь к владельцу.
balance-pending = 🕓 Из них { points } можно будет тратить, начиная с { $at }
balance-debt = ⭐ На карте <b>−{ $points }</b>
    Это баллы за возвращённую покупку, которые вы уже успели потратить. Следующие начисления сначала закроют их, платить деньгами ничего не нужно.
button-history = 📜 История
points-signed = { $gain ->
    [yes] +
   *[no] −
}{ $points }

history = 📜 <b>История баллов</b>
    Нажмите на строку, чтобы узнать, откуда она взялась.
history-empty = 📜 Здесь появится каждое начисление и списание. Пока их не было.
history-line = { $points } · { $what } · { $day }
history-line-even = { $what } · { $day }
button-older = Раньше ›
button-newest = ‹‹ К новым

# Откуда взялась строка

why = <b>{ $points }</b> · { $what }
    { $at }
why-title = «{ $title }»
why-receipt = Чек: { $amount }
why-level = Уровень «{ $level }»
why-rate = Оплачено деньгами { $paid }: { $rate } %{ $more ->
    [yes] {" "}×{ $times }
   *[no] {""}
}
why-excluded = { $paid }: баллы не начисляются
why-rule = ✨ { $title }
why-offer-used = 🏷 { $title }{ $cheaper ->
    [yes] : −{ $off }
   *[no] {""}
}{ $points ->
    [0] {""}
   *[other] {" "}(+{ $points })
}
why-remainder = Доли балла: { $before } от прошлых чеков, { $after } перейдёт на следующий
why-least = За чек меньше { $least } баллы не начисляются.
why-limit = Сверх предела за { $limit ->
    [receipt] чек
    [day] день
   *[month] месяц
} не начислено: { $cut }.
why-welcome = Подарок каждому, кто вступил в программу.
why-birthday = Подарок ко дню рождения, раз в год.
why-offer = Подарок по личному предложению.
why-answer = Спасибо за ответы о себе.
why-hold = { $reward ->
    [yes] Отложено на награду.
   *[no] Оплата части покупки.
} Сначала уходят баллы, которые сгорят раньше.
why-release = Баллы вернулись туда, откуда были взяты.
why-donate = Вы отдали их на доброе дело. Спасибо!
why-expire = Срок этих баллов вышел.
why-undo = Покупку отменили: списанное вернулось, начисленное снято.
why-refund = Покупку или её часть вернули: баллы за неё пересчитаны в той же доле.
why-move = Покупка оказалась не вашей и перенесена на другую карту.
why-settle = Новые баллы закрыли то, что было потрачено раньше возврата.
why-forgive = Долг по баллам закрыт.
why-because = { $reason ->
    [expired] Причина: время вышло.
    [cancelled] Причина: отменено.
    [declined] Причина: вы ответили «Это не я».
   *[other] Причина: отменено магазином.
}
why-staff = Кассир: { $name }
why-until = Действуют до { $until }
why-for-ever = Действуют без срока
why-term = Срок: до { $until }
why-no-term = Без срока
why-lot = { points-signed } { $gain ->
    [yes] к полученным
   *[no] из полученных
} { $came }. { $life }
why-more = …и ещё { $count ->
    [one] { $count } начисление
    [few] { $count } начисления
   *[many] { $count } начислений
}
why-went-back = Покупка на { $price } ({ $on }), возвращено на { $amount }.
why-returned = Вернулись потраченные на неё баллы: { $points }.
why-taken = Сняты начисленные за неё: { $points }.
why-owed = Ещё { $points } вы успели потратить: их закроют следующие начисления.
why-forgiven = Ещё { $points } вы успели потратить: за них вы ничего не должны.
why-debt = { points-signed } { $gain ->
    [yes] в счёт того, что было потрачено раньше возврата
   *[no] потрачено раньше возврата: закроется следующими начислениями
}.
