# Возврат покупки и перенос на другую карту.

bought-title = 🧾 <b>Последние покупки</b>
    Выберите ту, по которой возврат или перенос.
bought-none = 🧾 Покупок пока нет.
bought-line = { $at } · { $name } · { $amount }
bought-gone = <s>{ $at } · { $name } · { $amount }</s>

refund-purchase = 🧾 <b>{ $name }</b>, { $amount }
    { $at }
refund-left = Часть уже вернули, осталось { $left }.
refund-all = ↩️ Вернуть всё: { $left }
refund-part = Вернуть часть: указать сумму
refund-lines = Вернуть по позициям
refund-line = { $title }{ $pieces ->
    [1] {""}
   *[other] {" "}×{ $pieces }
} · { $left }
refund-how-much = <b>{ $name }</b>: на какую сумму возврат? Напишите её цифрами, не больше { $left }.
refund-which-line = <b>{ $name }</b>: что вернули?
refund-how-many = <b>{ $title }</b>: сколько штук вернули?
    Всего { $pieces } на { $left }.
refund-confirm = ↩️ <b>Возврат на { $amount }</b> · { $name }
refund-done = ✅ <b>Возврат на { $amount }</b> · { $name }
refund-money = Отдать деньгами: <b>{ $paid }</b>
refund-returned = Вернутся на карту: +{ $points }
refund-taken = Начисленное снимается: −{ $points }
refund-owed = Уже потрачено: { $points }. Вычтем из следующих начислений.
refund-forgiven = Уже потрачено: { $points }. Снять нечего, гость за них не должен.
refund-will-hold = На карте станет { $balance }.
refund-do = ↩️ Оформить возврат
refund-more = ↩️ Вернуть ещё из этой покупки
refund-stale = Прошло больше 10 минут. Откройте покупку заново: «Касса» → «Возврат и перенос».

# Перенос

move-start = 🔁 Перенести на другую карту
move-whose = 🔁 Покупка на { $amount } записана на карту: <b>{ $name }</b>.
    Чья она на самом деле? Отсканируйте карту, пришлите фото QR или наберите 6 цифр либо телефон.
move-not-found = Нужна карта второго гостя: QR, 6 цифр с неё или телефон целиком. Передумали — /cancel.
move-confirm = 🔁 <b>{ $amount }</b>, { $at }
    С карты: { $name }
    На карту: <b>{ $to }</b>

    Баллы за покупку снимутся с первой карты и начислятся на вторую. Оба гостя получат сообщение.
move-do = 🔁 Перенести
move-done = ✅ Покупка на { $amount } перенесена.
    { $name }: −{ $taken }
    { $to }: +{ $earned }
