# Комната участника.

language-name = Русский

command-card = Моя карта
command-balance = Сколько у меня баллов
command-history = Откуда взялись баллы
command-rewards = Награды за баллы
command-donate = Отдать баллы на доброе дело
command-offers = Мои предложения
command-invite = Пригласить друга
command-profile = Мой профиль
command-settings = Настройки
command-language = Язык
command-help = Что умеет бот
command-privacy = Что о вас хранится
command-cancel = Прервать начатое

# Вступление

consent = 👋 <b>{ $shop }</b> — карта, которая всегда с вами: копите баллы за покупки и платите ими.{ $points ->
    [0] {""}
   *[other] {" "}За вступление — <b>{ points }</b>, это { $worth }.
}

    Чтобы вести карту, мы храним ваше имя, покупки и баллы. Остальное — только если захотите. Подробно: /privacy

    Нажимая «Получить карту», вы с этим соглашаетесь.
button-join = ✨ Получить карту
button-offers-too = { $on ->
    [yes] ☑
   *[no] ☐
} Присылайте мне предложения и подарки
joined = 🎉 Готово, карта ваша!{ $points ->
    [0] {""}
   *[other] {" "}На ней уже <b>{ points }</b> — это { $worth }.
}
joined-menu = Меню всегда под рукой — внизу экрана. А вот и карта:
joined-before = Карта у вас уже есть
home = С возвращением! У вас <b>{ points }</b> — это { $worth }.

    Карта и всё остальное — в меню внизу.

# Карта и баланс

card = <b>{ $shop }</b>
    { $name } · { $level }

card-balance = ⭐ <b>{ points }</b> = { $worth }
card-code = Код для кассы: <code>{ $code }</code> (до { $until })
card-code-alive = Этот код ещё действует — до { $until }
button-new-code = 🔄 Новый код

balance = ⭐ У вас <b>{ points }</b>
    Ими можно заплатить { $worth }.
balance-expiry = ⏳ { points } — до { $until }
balance-frozen = 🔒 Списания приостановлены. Чтобы снова платить баллами, обратитесь к управляющему.
button-history = 📜 История
points-signed = { $gain ->
    [yes] +
   *[no] −
}{ $points }

history = 📜 <b>История баллов</b>
    Нажмите на строку, чтобы узнать, откуда она взялась.
history-empty = 📜 Здесь появится каждое начисление и списание. Пока их не было.
history-line = { $points } · { $what } · { $day }
button-older = Раньше ›
button-newest = ‹‹ К новым

kind-welcome = За вступление
kind-purchase = Покупка
kind-birthday = День рождения
kind-offer = Подарок
kind-grant = От магазина
kind-hold = Оплата баллами
kind-release = Возврат
kind-donate = Доброе дело
kind-expire = Сгорели
kind-undo = Отмена покупки

why = <b>{ $points }</b> · { $what }
    { $at }
why-title = «{ $title }»
why-receipt = Чек: { $amount }
why-rate = Оплачено деньгами { $paid }, уровень «{ $level }» — { $rate } %{ $multiplier ->
    [1] {""}
   *[other] , по предложению ×{ $multiplier }
}.
why-welcome = Подарок каждому, кто вступил в программу.
why-birthday = Подарок ко дню рождения, раз в год.
why-offer = Подарок по личному предложению.
why-hold = Отложено на награду или списано за покупку; сначала уходят баллы, которые сгорят раньше.
why-release = Баллы вернулись туда, откуда были взяты.
why-donate = Вы отдали их на доброе дело. Спасибо!
why-expire = Срок этих баллов вышел.
why-undo = Покупку отменили: списанное вернулось, начисленное снято.
why-because = { $reason ->
    [expired] Причина: время вышло.
    [cancelled] Причина: отменено.
    [declined] Причина: вы ответили «Это не я».
   *[other] Причина: отменено магазином.
}
why-staff = Кассир: { $name }
why-lot = { $points } из полученных { $came }, срок до { $until }
why-lot-for-ever = { $points } из полученных { $came }, без срока
why-more = …и ещё { $count ->
    [one] { $count } начисление
    [few] { $count } начисления
   *[many] { $count } начислений
}

# Помощь и прочее

help = <b>Как это работает</b>
    💳 Покажите карту на кассе — получите баллы.
    ⭐ Баллами можно оплатить часть чека: вы подтверждаете это здесь, одним нажатием.
    🎁 Или обменять их на награду, или отдать на ❤️ доброе дело.

    /card — карта, /balance — баллы, /history — за что они
    /rewards — награды, /donate — добрые дела, /offers — предложения
    /profile — профиль, /settings — язык, согласия, ваши данные
    /invite — позвать друга, /privacy — что хранится
privacy = 🔐 <b>Что хранит «{ $shop }»</b>
    • имя и номер в Telegram, язык — чтобы вести карту и отвечать вам;
    • покупки и баллы — чтобы начислять и возвращать;
    • телефон, день рождения, пол, город, интересы — только если вы сами их указали.

    Предложения приходят только с вашего согласия; отказаться можно под любым из них.
    Данные хранятся, пока у вас есть карта. Уйдёте — имя и профиль сотрутся сразу, останутся безымянные суммы для учёта.
    Забрать свои данные или удалить их можно в любой момент: /settings
privacy-contact = Вопросы о данных: { $contact }
button-export = 📄 Скачать мои данные
button-leave = 🗑 Удалить меня
cancelled-name = Хорошо, имя осталось прежним.
cancelled-phone = Хорошо, телефон не меняем.
cancelled-birthday = Хорошо, день рождения не меняем.
cancelled-city = Хорошо, город не меняем.
cancelled-points = Хорошо, баллы остались у вас.
cancelled-nothing = Отменять нечего. Меню — внизу.
phone-not-shared = Телефон не меняем.
step-text-please = Здесь нужен ответ текстом. Напишите его или нажмите /cancel.
step-button-please = Нажмите кнопку «Поделиться телефоном» внизу экрана или /cancel.
not-understood = Я понимаю кнопки меню внизу и команды: /card — карта, /balance — баллы, /help — всё остальное.
stale-button = Эта кнопка устарела. Откройте раздел заново из меню.
