# Касса: всё, что видит кассир.

command-cashier = Касса: найти гостя и начислить баллы

till-welcome = { $role ->
    [owner] 🎉 Теперь вы управляете программой.
   *[cashier] 🎉 Вы в команде!
} Наведите камеру телефона на QR гостя, напишите сумму чека — и баллы начислены. Все способы и ваши чеки за день — под кнопкой «🧾 Касса».

till-home = 🧾 <b>Касса открыта</b>

    Найдите гостя любым способом:
    • наведите камеру телефона на его QR
    • пришлите сюда фото QR
    • наберите 6 цифр с карты, телефон, код ваучера или купона
till-nothing-yet = Сегодня чеков ещё не было.
till-today = Сегодня: { $purchases ->
    [one] { $purchases } чек
    [few] { $purchases } чека
   *[many] { $purchases } чеков
} на { $turnover }
till-points = Баллы: начислено { $earned }, списано { $spent }
till-vouchers = Ваучеров принято: { $count }
till-line = • { $name }, { $amount }: { $spent ->
    [0] +{ $earned }
   *[other] +{ $earned }, −{ $spent }
}{ $back ->
    [yes] {" "}(возврат { $refunded })
   *[no] {""}
}
till-nobody = бывший гость
till-line-held = • { $name }, { $amount }: { $spent ->
    [0] {""}
   *[other] −{ $spent },{" "}
}🔎 на проверке
till-line-undone = • <s>{ $name }, { $amount }</s> — отменён
till-undo = ↩️ Отменить: { $name }, { $amount }
till-back = 🧾 Касса
till-not-this-guest = ‹ Не этот гость
till-serve = 🧾 Чек: { $name }
till-stale = Прошло больше 10 минут: у кассы мог встать другой гость. Отсканируйте карту ещё раз.
till-digits-please = Нужна сумма чека цифрами, например 1200 или 1200,50. Не этот гость — /cancel.
till-whose = Чей это чек? Сначала найдите гостя: QR, 6 цифр с карты или телефон целиком. Потом напишите сумму.
till-left-purchase = Хорошо, покупка осталась как была. Касса ждёт следующего.
till-cancelled = Карта гостя закрыта, по ней ничего не записано. Касса ждёт следующего.

scan-nothing = На фото не видно QR-кода. Снимите его ближе, целиком и без бликов — или наберите 6 цифр под ним.
scan-foreign = Это QR не с карты гостя. Попросите гостя открыть карту в этом боте.
scan-too-large = Картинка слишком большая. Пришлите обычное фото — или наберите 6 цифр с карты.

guest-title = 👤 <b>{ $name }</b> · { $level }
guest-balance = { points } = { $worth }
guest-birthday = 🎂 День рождения { $days ->
    [0] сегодня!
    [1] завтра, { $day }
    [one] через { $days } день, { $day }
    [few] через { $days } дня, { $day }
   *[many] через { $days } дней, { $day }
}
guest-new = 🌱 Покупок ещё не было — первый визит
guest-visits = 🗓 Последний визит — { $days ->
    [0] сегодня
    [1] вчера
    [one] { $days } день назад
    [few] { $days } дня назад
   *[many] { $days } дней назад
} · { $count ->
    [one] { $count } покупка
    [few] { $count } покупки
   *[many] { $count } покупок
}
guest-favourites = ❤️ Часто берёт: { $goods }
guest-phone = Телефон { $tail }
guest-frozen = ❄️ Списания приостановлены — можно только начислить.
guest-unreachable = 🔕 Бот не может написать гостю — можно только начислить.
guest-offer = 🏷 { $title }
guest-vouchers = 🎟 { $count ->
    [one] Есть { $count } ваучер
    [few] Есть { $count } ваучера
   *[many] Есть { $count } ваучеров
}: попросите показать.
guest-ask-amount = <b>Напишите сумму чека.</b>
guest-ask-lines = Или строками через запятую: 450 { $one }, 2х150 { $other }

quote-title = 🧾 <b>{ $amount }</b> · { $name }
quote-offer = 🏷 { $title }{ $cheaper ->
    [yes] : −{ $off }
   *[no] {""}
}{ $points ->
    [0] {""}
    [one] {" "}(+{ $points } балл)
    [few] {" "}(+{ $points } балла)
   *[other] {" "}(+{ $points } баллов)
}
quote-rule = ✨ { $title }
quote-missed = 💡 «{ $title }» — { $why ->
    [least] ещё { $lack } до минимума
    [goods] в чеке нет: { $goods }
    [outlet] только здесь: { $outlets }
    [nth] за покупку № { $nth }
    [level] для уровня { $levels }
    [alone] не сочетается с тем, что действует
    [beaten] без него гостю выгоднее
    [nothing] этот чек ничего с ним не получит
    [over] срок вышел
    [passed] было за покупку № { $nth }
   *[other] действует{ conditions-when }
}
quote-due = К оплате: <b>{ $due }</b>
quote-most = Баллами можно оплатить до { $points }.
quote-award = { $points ->
    [0] Записать без баллов
    [one] Начислить { $points } балл
    [few] Начислить { $points } балла
   *[many] Начислить { $points } баллов
}
quote-spend = Списать { $points ->
    [one] { $points } балл
    [few] { $points } балла
   *[many] { $points } баллов
}
quote-spend-other = Списать другое число
quote-spend-none = { $points ->
    [0] Не списывать
   *[other] Не списывать: +{ $points }
}

spend-confirm = 🧾 <b>{ $amount }</b> · { $name }{ $discount ->
    [0] {""}
   *[other] {""}
    Скидка: −{ $discount }
}

    Баллами: { $points }
    Деньгами: <b>{ $to_pay }</b>
    Начислится: +{ $earns }

    Гость подтвердит списание в своём телефоне.
spend-ask = 📲 Отправить запрос: { $name }
spend-how-many = <b>{ $name }</b>: сколько баллов списать? Напишите число от 1 до { $most }.
spend-waiting = ⏳ <b>{ $name }</b>: ждём «да» на { points }.
    К оплате деньгами: <b>{ $to_pay }</b>

    Ответ придёт сюда, ждать — не больше { $minutes ->
        [one] { $minutes } минуты
       *[other] { $minutes } минут
    }. Следующего гостя можно обслуживать уже сейчас.
spend-withdraw = Отменить запрос
spend-withdrawn = Запрос отменён, чек не записан. <b>{ $name }</b>: { points } снова на карте.

receipt-done = ✅ <b>{ $name }</b>, { $amount }
    Начислено: <b>+{ $earned }</b>, на карте { $balance }.
receipt-held = ✅ <b>{ $name }</b>, { $amount }
    На карте { $balance }.
receipt-saved = Скидка: { $discount }. Деньгами: <b>{ $due }</b>.
receipt-undo = ↩️ Отменить

undone-done = ↩️ Чек отменён: { $name }, { $amount }
undone-taken = Начисленное снято: −{ $points }
undone-returned = Списанное вернулось: +{ $points }
undone-not-taken = Ещё { $points } снять не вышло: гость их уже потратил.
undone-balance = На карте { $balance }.

voucher-screen = 🎟 <b>{ $title }</b>
    Гость: { $name }
    Код { $code }, действует до { $until }
voucher-accept = ✅ Выдать
voucher-done = ✅ Выдано: <b>{ $title }</b>
    { $name }: ваучер погашен.
undo-asked = Время для отмены вышло. Просьба отправлена владельцу: он отменит одним нажатием.
