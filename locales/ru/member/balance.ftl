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
} Хочу предложения и подарки
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
balance-frozen = 🔒 Списания приостановлены. Чтобы снова платить баллами, обратитесь к владельцу.
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
kind-reward = Награда
kind-release = Возврат
kind-donate = Доброе дело
kind-expire = Сгорели
kind-undo = Отмена покупки
kind-refund = Возврат покупки
kind-move = Покупка другого участника
kind-settle = Погашение долга
kind-forgive = Долг прощён

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
    • телефон, день рождения, пол, город, интересы, семья, дни рождения детей, удобное время, ответы на вопросы и оценки — только если вы сами их указали; на кассе видят конец номера, а день рождения — только за неделю до него и без года.

    Предложения приходят только с вашего согласия; отказаться можно под любым из них.
    Данные хранятся, пока у вас есть карта. Уйдёте — имя и профиль сотрутся сразу, останутся безымянные суммы для учёта и отметка, что подарок за вступление вручён.
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

# Подтверждение списания

redemption-approved = ✅ <b>Готово</b>
    Чек: { $amount }
    Баллами: { $spent }
    Деньгами: { $paid }
    Начислено: +{ $earned }
    Теперь на карте: <b>{ $balance }</b>
redemption-refused = 👌 <b>Баллы остались на карте.</b> Кассир уже знает.
redemption-declined = 🔒 <b>Ничего не списано.</b>
    Отложенные баллы уже вернулись, а все списания с карты приостановлены. Владелец получил сообщение и снимет запрет, когда разберётся.

    Копить баллы можно как обычно.

# Награды и ваучеры

rewards = 🎁 <b>Награды</b>
    У вас { points }. Выберите, на что обменять: цены — в баллах.
rewards-empty = 🎁 Наград пока нет. Баллами можно платить на кассе.
reward-line = { $affordable ->
    [yes] 🎁
   *[no] 🔸
} { $title } · { $points }
button-page-back = ‹ Назад
button-page-on = Ещё ›
button-my-vouchers = 🎟 Мои ваучеры
reward = 🎁 <b>{ $title }</b>
    { points }
reward-about = { $text }
reward-life = Ваучер действует { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
}.
reward-stock = Осталось: { $count }
reward-taken-up = Вы уже взяли всё, что можно взять одному гостю.
reward-missing = Не хватает <b>{ points }</b>: у вас { $have }.
button-take = Взять за { $points ->
    [one] { $points } балл
    [few] { $points } балла
   *[many] { $points } баллов
}
reward-ask = Обменять <b>{ points }</b> на «{ $title }»?
    Останется { $left }. { reward-life } Передумаете — баллы вернутся.
button-take-yes = Да, обменять
reward-taken = 🎟 «{ $title }» — ваш ваучер ниже. Отложено { points }, на карте осталось { $balance }.
voucher-made-before = Ваучер уже у вас

voucher = 🎟 <b>{ $title }</b>
    Покажите кассиру этот код: <code>{ $code }</code>
    Действует до { $until }
vouchers = 🎟 <b>Мои ваучеры</b>
    Нажмите, чтобы показать кассиру.
vouchers-empty = 🎟 Ваучеров сейчас нет. Они появятся, когда вы возьмёте награду или получите подарок.
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
button-return-voucher = ↩️ Отменить ваучер
button-return-yes = Да, отменить
button-keep = Оставить

# Добрые дела

funds = ❤️ <b>Добрые дела</b>
    Отдайте баллы тем, кому они нужнее: магазин переведёт их деньгами и покажет подтверждение.
funds-empty = ❤️ Здесь появятся добрые дела, которым можно помочь баллами.
fund-line = ❤️ { $title }
fund-given = <b>{ $title }</b>
    Собрано { $given ->
        [one] { $given } балл
        [few] { $given } балла
       *[many] { $given } баллов
    } от { $donors ->
        [one] { $donors } человека
       *[other] { $donors } человек
    }
fund-progress = <b>{ $title }</b>
    Собрано { $given } из { $goal ->
        [one] { $goal } балла
       *[other] { $goal } баллов
    } ({ $percent } %)
fund-about = { $text }
fund-how-many = У вас { points }. Сколько отдать?
fund-nothing-to-give = Баллов пока нет — они появятся после покупки.
button-give-some = { $points }
button-give-all = Все { $points }
button-give-other = Другое число
fund-type = Сколько баллов отдать на «{ $title }»? Напишите число от 1 до { $points }.
fund-ask = Отдать <b>{ points }</b> ({ $worth }) на «{ $title }»?
    У вас останется { $left }.
button-give-yes = ❤️ Отдать { $points }
fund-thanks = ❤️ <b>Спасибо!</b>
    Вы отдали { points } на «{ $title }». Всего от вас { $mine }, вместе собрано { $total }{ $goal ->
    [0] {""}
   *[other] {" "}из { $goal }
}.
    На карте осталось { $balance }. Когда деньги переведут, пришлём подтверждение.
fund-given-before = Уже отдано, спасибо!
button-funds = ❤️ Другие добрые дела

# Предложения

offers = 🏷 <b>Ваши предложения</b>
offers-empty = 🏷 Личных предложений сейчас нет.
offer = <b>{ $title }</b>
    { $text }
    { $until ->
    [always] Без срока
   *[other] До { $until }
}
button-gift = 🎟 { $title }
offers-off = Сейчас мы не присылаем вам предложений и подарков.
button-offers-on = 🔔 Присылайте
offers-stopped = 🔕 Больше не пришлём предложений. Сообщения о ваших баллах останутся.
offers-stopped-before = Предложения уже отключены
button-undo-stop = Вернуть предложения
offers-resumed = 🔔 Хорошо, предложения снова будут приходить.

# Приглашение

invite = 👋 <b>Позовите друга</b>
    Отправьте ссылку или покажите этот код.{ $points ->
    [0] {""}
   *[other] {" "}За вступление друг получит { points } — это { $worth }.
}

    { $link }
invite-words = «{ $shop }»: карта прямо в Telegram{ $points ->
    [0] {""}
   *[other] , за вступление — { points }
}
button-share = 📤 Отправить другу

# Профиль

profile = 👤 <b>Профиль</b>
    Всё по желанию: что указать, решаете вы.
profile-saved = ✅ Сохранено.
profile-field = { $field }: <b>{ $value }</b>
profile-blank = { $field }: —
field-name = Имя
field-phone = Телефон
field-birthday = День рождения
field-gender = Пол
field-city = Город
field-interests = Интересы
why-field-name = Так к вам обратятся на кассе.
why-field-phone = 📱 По телефону вас найдут на кассе, даже если карты нет под рукой. Кассир видит только две последние цифры.
why-field-birthday = 🎂 { $points ->
    [0] Поздравим вас в этот день.
   *[other] Ко дню рождения дарим { points }.
} Кассир видит день за неделю до него, а год — никогда.
why-field-gender = Чтобы предложения подходили вам.
why-field-city = Чтобы звать вас туда, где вам удобно.
why-field-interests = Чтобы присылать только то, что вам нравится.
ask-name = Напишите, как вас называть.
ask-phone = Номер можно заменить или удалить.
ask-birthday = Напишите день и месяц: 24.05 или 24 мая. Год — если хотите: 24.05.1990.
ask-gender = Выберите:
ask-city = В каком вы городе? Напишите название.
ask-interests = Отметьте, что вам по душе:
birthday-locked = Подарок по этой дате уже был, поэтому она не меняется. Если в ней ошибка, скажите сотрудникам.
gender-female = Женский
gender-male = Мужской
interest-chip = { $on ->
    [yes] ☑
   *[no] ☐
} { $interest }
interest-food = Вкусная еда
interest-coffee = Кофе и чай
interest-sweets = Сладости
interest-health = Здоровье
interest-beauty = Красота
interest-sport = Спорт
interest-kids = Дети
interest-pets = Питомцы
interest-books = Книги
interest-travel = Путешествия
button-remove = 🗑 Удалить
button-another-phone = Другой номер
button-share-phone = 📱 Поделиться телефоном
phone-share = Нажмите кнопку внизу: Telegram пришлёт нам ваш собственный номер.
phone-saved = ✅ Телефон сохранён. Изменить или удалить его можно в профиле.

# Настройки

settings = ⚙️ <b>Настройки</b>
    Язык: { $language }
    Предложения и подарки: { $ads ->
    [yes] присылать
   *[no] не присылать
}
    Часовой пояс: { $zone }, сейчас { $time }
button-language = 🌐 Язык
button-zone = 🕐 Часовой пояс
language-choose = 🌐 На каком языке говорить?
language-set = Готово, дальше по-русски.
zone-choose = 🕐 Где вы живёте? От этого зависит, когда мы пишем и какое время показываем.
button-shop-zone = Как у магазина: { $zone }
exported = 📄 Здесь всё, что о вас хранится.
leave-ask = 🗑 <b>Удалить карту и все данные о вас?</b>
    { $points ->
    [0] Баллов на карте нет.
    [one] Пропадёт { $points } балл.
    [few] Пропадут { $points } балла.
   *[many] Пропадут { $points } баллов.
}{ $vouchers ->
    [0] {""}
    [one] {" "}И { $vouchers } неиспользованный ваучер.
    [few] {" "}И { $vouchers } неиспользованных ваучера.
   *[many] {" "}И { $vouchers } неиспользованных ваучеров.
}
    Вернуть их будет нельзя.
button-stay = Остаться
button-leave-yes = Удалить навсегда
left = 🗑 Карта и данные удалены. Спасибо, что были с нами.
left-door-open = Захотите вернуться — дверь открыта.
left-before = Уже удалено

start-no-card = Это приглашение для друга, а не карта. Попросите гостя нажать «💳 Карта» и наведите камеру ещё раз.
start-owner =
    👋 Вы управляете этим заведением.

    «📊 Управление» — условия программы, сотрудники, награды, рассылки. «🧾 Касса» — обслужить гостя. Себе карту можно завести кнопкой ниже.
start-cashier =
    👋 Вы работаете на кассе. Пришлите фото QR-кода гостя, шесть цифр с его карты или телефон — или нажмите «🧾 Касса».

    Свою карту можно завести кнопкой ниже.
