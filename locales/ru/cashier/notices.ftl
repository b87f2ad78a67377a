# Что бот пишет кассиру сам.

notice-cashier-approved = ✅ <b>{ $name }</b>: списание подтверждено
    Чек { $amount }, списание { points }
    К оплате <b>{ $to_pay }</b>{ $earned ->
    [0] {""}
   *[other] {""}
    Гостю начислено +{ $earned }
}{ $held ->
    [no] {""}
   *[yes] {""}
    { till-held }
}
notice-cashier-refused = 🙅 <b>{ $name }</b>: баллы решено не списывать ({ points }). Чек ещё не записан: наберите его снова, к оплате { $amount }.
notice-cashier-declined = ✋ <b>{ $name }</b>: «это не я». Баллы целы ({ points }), владелец уже знает.
    Чек ещё не записан: наберите его снова, к оплате { $amount }.
notice-cashier-expired = ⌛ <b>{ $name }</b>: ответа не было, баллы целы ({ points }). Чек ещё не записан: наберите его снова, без баллов к оплате { $amount }.
notice-cashier-undone = ↩️ Владелец отменил ваш чек: <b>{ $name }</b>, { $amount }.
button-undo = ↩️ Отменить покупку
button-serve-again = 🔄 К этому гостю
notice-staff-revoked = Вас больше нет среди сотрудников. Если это ошибка, напишите владельцу.
