# То, что бот говорит сам, потому что что-то случилось: чеки, просьбы подтвердить, ответы кассиру.

button-my-card = 💳 Моя карта и баллы
button-no-more-offers = 🔕 Не присылать предложения

# Гостю: покупка и уровень

notice-purchase = 🧾 <b>{ $shop }</b> · { $amount }{ $discount ->
    [0] {""}
   *[other] {""}
    Вы сэкономили { $discount }
}{ $earned ->
    [0] {""}
    [one] {""}
    Начислен <b>+{ $earned }</b> балл
    [few] {""}
    Начислено <b>+{ $earned }</b> балла
   *[other] {""}
    Начислено <b>+{ $earned }</b> баллов
}{ $held ->
    [no] {""}
   *[yes] {""}
    { purchase-held }
}
    На карте <b>{ $balance ->
    [one] { $balance } балл
    [few] { $balance } балла
   *[other] { $balance } баллов
}</b> — это { $worth }
notice-undone = ↩️ <b>Покупка на { $amount } отменена</b>{ $returned ->
    [0] {""}
    [one] {""}
    Вернули на карту { $returned } балл
    [few] {""}
    Вернули на карту { $returned } балла
   *[other] {""}
    Вернули на карту { $returned } баллов
}{ $taken ->
    [0] {""}
    [one] {""}
    Забрали начисленный за неё { $taken } балл
    [few] {""}
    Забрали начисленные за неё { $taken } балла
   *[other] {""}
    Забрали начисленные за неё { $taken } баллов
}{ $owed ->
    [0] {""}
   *[other] {""}
    Уже потраченное ({ $owed }) вычтем из следующих начислений
}{ $forgiven ->
    [0] {""}
    [one] {""}
    { $forgiven } балл за неё уже потрачен: магазин его прощает
    [few] {""}
    { $forgiven } балла за неё уже потрачены: магазин их прощает
   *[other] {""}
    { $forgiven } баллов за неё уже потрачены: магазин их прощает
}
    На карте <b>{ $balance ->
    [one] { $balance } балл
    [few] { $balance } балла
   *[other] { $balance } баллов
}</b>

# Гостю: оплата баллами

ask-redemption = 🔐 <b>Списать { points }?</b>
    { $shop } · чек { $amount }
    Баллами { $worth }, доплатить { $to_pay }

    Ответьте в течение { $minutes ->
    [one] { $minutes } минуты
   *[other] { $minutes } минут
}. Если покупаете не вы, нажмите «Это не я»: баллы останутся на карте.
button-approve = ✅ Списать
button-refuse = Не списывать
button-not-me = ✋ Это не я
notice-redemption-cancelled = Кассир отменил списание: { points } снова на карте. Всего { $balance ->
    [one] { $balance } балл
    [few] { $balance } балла
   *[other] { $balance } баллов
}.
notice-redemption-expired = ⌛ Ответа не было, поэтому { points } снова на карте. Всего { $balance ->
    [one] { $balance } балл
    [few] { $balance } балла
   *[other] { $balance } баллов
}.
notice-unfrozen = 🔓 Картой снова можно платить. Спасибо, что берегли свои баллы.

# Гостю: награды и добрые дела

notice-voucher-accepted = 🎁 <b>{ $title }</b> — ваше. Приятного!{ $points ->
    [0] {""}
   *[other] {""}
    Потрачено { points }
}
    На карте { $balance ->
    [one] { $balance } балл
    [few] { $balance } балла
   *[other] { $balance } баллов
}
notice-voucher-expired = ⌛ Срок награды «{ $title }» вышел.{ $points ->
    [0] {""}
   *[other] {" "}Вернули на карту { points }, всего { $balance ->
        [one] { $balance } балл
        [few] { $balance } балла
       *[other] { $balance } баллов
    }.
}
notice-payout = ❤️ <b>{ $fund }</b>
    Пожертвование дошло: магазин перевёл фонду { $amount }. Ваш вклад — { points }. Спасибо вам!

# Кассиру

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
button-undo = ↩️ Отменить покупку
notice-cashier-refused = 🙅 <b>{ $name }</b>: баллы решено не списывать ({ points }). Чек ещё не записан: наберите его снова, к оплате { $amount }.
notice-cashier-declined = ✋ <b>{ $name }</b>: «это не я». Баллы целы ({ points }), владелец уже знает.
    Чек ещё не записан: наберите его снова, к оплате { $amount }.
notice-cashier-expired = ⌛ <b>{ $name }</b>: ответа не было, баллы целы ({ points }). Чек ещё не записан: наберите его снова, без баллов к оплате { $amount }.
notice-cashier-undone = ↩️ Владелец отменил ваш чек: <b>{ $name }</b>, { $amount }.
button-serve-again = 🔄 К этому гостю
notice-staff-revoked = Вас больше нет среди сотрудников. Если это ошибка, напишите владельцу.

# Владельцу

notice-owner-frozen = 🔒 <b>{ $name }</b> говорит «это не я»: просили списать { points } с чека на { $amount }, кассир { $cashier }. Карта больше не платит, пока вы не разрешите: узнайте, что случилось.
button-unfreeze = 🔓 Разрешить списания
notice-owner-staff-joined = 👋 <b>{ $name }</b> теперь { $role ->
    [owner] управляет вместе с вами
   *[cashier] работает на кассе
}.
notice-owner-campaign-done = 📣 <b>Рассылка закончена</b>
    Дошло { $sent } из { $total }{ $blocked ->
    [0] {""}
   *[other] , недоступны { $blocked }
}{ $failed ->
    [0] {""}
   *[other] , не отправлено { $failed }
}{ $cancelled ->
    [0] {""}
   *[other] , отказались { $cancelled }
}.
button-campaign-report = 📊 Отчёт

ask-undo = ↩️ { $cashier } просит отменить покупку: { $name }, { $amount }, { $at }.
