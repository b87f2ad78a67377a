# Профиль: что гость рассказывает о себе.

profile = 👤 <b>Профиль</b>
    Всё по желанию: что указать, решаете вы.
profile-thanks = 🎁 Спасибо, что рассказали о себе! На карту пришло: { points }.
profile-more = 🎁 { $left ->
    [one] Ещё { $left } ответ
    [few] Ещё { $left } ответа
   *[many] Ещё { $left } ответов
}: +{ points }. Считаются день рождения, пол, город, интересы, семья и удобное время.
profile-saved = ✅ Сохранено.
profile-field = { $field }: <b>{ $value }</b>
profile-blank = { $field }: —
button-profile-bonus = 🎁 Профиль заполнен: +{ points }

field-name = Имя
field-phone = Телефон
field-birthday = День рождения
field-gender = Пол
field-city = Город
field-interests = Интересы
field-family = Семья
field-time = Удобное время
field-children = Дети

why-field-name = Так к вам обратятся на кассе.
why-field-phone = 📱 По телефону вас найдут на кассе, даже если карты нет под рукой. Кассир видит только две последние цифры.
why-field-birthday = 🎂 { $points ->
    [0] Поздравим вас в этот день.
   *[other] Ко дню рождения дарим { points }.
} Кассир видит день за неделю до него, а год — никогда.
why-field-gender = Чтобы предложения подходили вам.
why-field-city = Чтобы звать вас туда, где вам удобно.
why-field-interests = Чтобы присылать только то, что вам нравится.
why-field-family = Чтобы предложения подходили вам: на одного, на двоих или на всю семью.
why-field-time = 🕐 Вопросы о визите будут приходить в это время.
why-field-children = 🎈 Чтобы поздравить и предложить подходящее по возрасту. Только даты, без имён; кассиры их не видят.

ask-name = Напишите, как вас называть.
ask-phone = Номер можно заменить или удалить.
ask-birthday = Напишите день и месяц: 24.05 или 24 мая. Год — если хотите: 24.05.1990.
ask-gender = Выберите:
ask-city = В каком вы городе? Напишите название.
ask-interests = Отметьте, что вам по душе:
ask-family = Выберите:
ask-time = Когда вам удобно получать сообщения?
birthday-locked = Подарок по этой дате уже был, поэтому она не меняется. Если в ней ошибка, скажите сотрудникам.

gender-female = Женский
gender-male = Мужской
family-single = Не в паре
family-couple = В паре
family-married = В браке
contact-time-morning = Утром, 9–12
contact-time-day = Днём, 12–17
contact-time-evening = Вечером, 17–21

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

# Телефон

button-another-phone = Другой номер
button-share-phone = 📱 Поделиться телефоном
phone-share = Нажмите кнопку внизу: Telegram пришлёт нам ваш собственный номер.
phone-saved = ✅ Телефон сохранён. Изменить или удалить его можно в профиле.
phone-not-shared = Телефон не меняем.

# Дети

ask-child = Напишите день, месяц и год рождения, например 24.05.2019. Каждое сообщение — ещё один ребёнок.
button-child-remove = 🗑 { $born }

# Признаки, о которых спрашивает магазин

why-known = Магазин спрашивает об этом, чтобы предлагать подходящее. Отвечать необязательно.
known-retired = Магазин об этом больше не спрашивает. Ответ можно удалить.
ask-number = Напишите число.
ask-choice = { $several ->
    [yes] Отметьте всё, что подходит:
   *[no] Выберите:
}
choice-chip = { $on ->
    [yes] ✅{ " " }
   *[no] { "" }
}{ $choice }
