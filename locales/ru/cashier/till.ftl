# Касса: начало смены, чеки за день, место работы.

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
till-refunds = ↩️ Возврат и перенос
till-back = 🧾 Касса
till-serve = 🧾 Чек: { $name }
till-left-purchase = Хорошо, покупка осталась как была. Касса ждёт следующего.
till-cancelled = Карта гостя закрыта, по ней ничего не записано. Касса ждёт следующего.

till-where = 📍 Где вы работаете?
till-here = 📍 { $name }
workplace-which = 📍 Где вы работаете сегодня?
    Чеки будут записаны на эту точку, и сработают её правила.
workplace-chosen = Вы работаете здесь: { $name }
