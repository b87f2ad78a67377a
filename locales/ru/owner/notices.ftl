# Что бот пишет владельцу сам.

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

notice-flag = 🚩 <b>Посмотрите</b>
    { flag-story }
notice-low-score = { $kind ->
    [nps] 📉 { $name }: { $score } из 10 — вряд ли порекомендует.
   *[satisfaction] 📉 { $name }: { $score } из 5 за визит.
}{ $said ->
    [yes] { "" }
    «{ $comment }»
   *[no] { " " }Без слов.
}
button-feedback-reply = 💬 Ответить
