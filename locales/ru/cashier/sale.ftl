# Чек: подсчёт, оплата баллами, запись и отмена.

quote-title = 🧾 <b>{ $amount }</b> · { $name }
quote-line = • { $named ->
    [yes] { $title }
   *[no] без названия
}{ $pieces ->
    [1] {""}
   *[other] {" "}× { $pieces }
}: { $amount }{ $known ->
    [yes] {""}
   *[no] {" "}— нет в списке, как обычная покупка
}
quote-lines-more = • и ещё { $count ->
    [one] { $count } строка
    [few] { $count } строки
   *[many] { $count } строк
}
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
receipt-back = Вернуть часть или перенести
till-held = 🔎 Чек записан и отправлен владельцу на проверку: баллы придут гостю после неё.

undone-done = ↩️ Чек отменён: { $name }, { $amount }
undone-taken = Начисленное снято: −{ $points }
undone-returned = Списанное вернулось: +{ $points }
undone-not-taken = Ещё { $points } снять не вышло: гость их уже потратил.
undone-balance = На карте { $balance }.
undone-stamps = ☕ { $title }:{ $count ->
    [0] { "" }
    [one] { " " }снят { $count } штамп.
    [few] { " " }снято { $count } штампа.
   *[many] { " " }снято { $count } штампов.
}{ $used ->
    [yes] { " " }Подарок за карту уже выдан: ушедшие на него штампы не вернуть.
   *[no] { "" }
}
undo-asked = Время для отмены вышло. Просьба отправлена владельцу: он отменит одним нажатием.
