# О чём магазин спрашивает своих гостей и что они рассказывают о себе сами.

error-name-taken = Такое название уже есть. Напишите другое.
error-bad-choices = Нужно от { $least } до { $most } разных вариантов ответа, каждый с новой строки.
error-too-many-attributes = Больше { $most } признаков сразу не бывает: никто не станет столько отвечать. Уберите лишние.
error-quiz-closed = Этот опрос уже закрыт. Спасибо, что хотели ответить!
error-quiz-done = Вы уже ответили на все вопросы. Спасибо! Изменить ответы можно в профиле.
error-quiz-published = Гости уже отвечают на этот опрос, поэтому вопросы и баллы не меняются.
error-quiz-empty = В опросе ещё нет ни одного вопроса.
error-too-many-questions = Больше { $most } вопросов в опросе не бывает: до конца мало кто дойдёт.
error-question-over = Этот вопрос уже закрыт. Спасибо!
error-replied-already = На этот отзыв уже ответили.
error-nobody-there = Написать этому гостю нельзя: он остановил бота или удалил карту.
error-bad-child-birthday = Нужны день, месяц и год рождения, например 24.05.2019. Не раньше чем { $oldest } лет назад.
error-too-many-children = Больше { $most } дат здесь не помещается.

# Профиль

profile-thanks = 🎁 Спасибо, что рассказали о себе! На карту пришло: { points }.
profile-more = 🎁 { $left ->
    [one] Ещё { $left } ответ
    [few] Ещё { $left } ответа
   *[many] Ещё { $left } ответов
}: +{ points }. Считаются день рождения, пол, город, интересы, семья и удобное время.
button-profile-bonus = 🎁 Профиль заполнен: +{ points }
field-family = Семья
field-time = Удобное время
field-children = Дети
why-field-family = Чтобы предложения подходили вам: на одного, на двоих или на всю семью.
why-field-time = 🕐 Вопросы о визите будут приходить в это время.
why-field-children = 🎈 Чтобы поздравить и предложить подходящее по возрасту. Только даты, без имён; кассиры их не видят.
ask-family = Выберите:
ask-time = Когда вам удобно получать сообщения?
ask-child = Напишите день, месяц и год рождения, например 24.05.2019. Каждое сообщение — ещё один ребёнок.
family-single = Не в паре
family-couple = В паре
family-married = В браке
contact-time-morning = Утром, 9–12
contact-time-day = Днём, 12–17
contact-time-evening = Вечером, 17–21
button-child-remove = 🗑 { $born }
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
cancelled-child = Хорошо, больше ничего не добавляем.
cancelled-number = Хорошо, ответ не меняем.
kind-answer = За ответы
why-answer = Спасибо за ответы о себе.

# Опрос глазами гостя

quiz-waits = 🧩 Для вас есть вопросы:
button-quiz = 🧩 { $title }{ $points ->
    [0] { "" }
   *[other] : +{ points }
}, { $left ->
    [one] { $left } вопрос
    [few] { $left } вопроса
   *[many] { $left } вопросов
}
quiz-intro = 🧩 <b>{ $title }</b>{ $more ->
    [yes] { "" }
    { $text }
   *[no] { "" }
}
    { $left ->
    [one] { $left } вопрос
    [few] { $left } вопроса
   *[many] { $left } вопросов
}{ $points ->
    [0] .
   *[other] , за ответы — { points }.
}
button-quiz-begin = { $begun ->
    [yes] Продолжить
   *[no] Начать
}
quiz-text = { $text }
quiz-question = { $number } из { $count }
    <b>{ $text }</b>
quiz-how = { $kind ->
    [choice] Нажмите ответ.
    [several] Отметьте всё, что подходит, и нажмите «Дальше».
   *[number] Напишите число.
}
button-quiz-next = { $some ->
    [yes] Дальше ›
   *[no] Ничего из этого ›
}
button-quiz-keep = Оставить { $value } ›
quiz-done = { $points ->
    [0] ✅ Это всё. Спасибо за ответы!
   *[other] ✅ Это всё, спасибо! На карту пришло: { points }.
} Изменить или удалить ответы можно в профиле.
cancelled-answer = Хорошо, вернуться к вопросам можно в профиле.

# Вопросы о визите

notice-ask-nps = «{ $shop }»: порекомендуете ли вы нас друзьям? 0 — ни за что, 10 — обязательно.
notice-ask-satisfaction = «{ $shop }»: всё ли понравилось в этот раз? 1 — совсем нет, 5 — всё отлично.
ask-nps = Порекомендуете ли вы нас друзьям? 0 — ни за что, 10 — обязательно.
ask-satisfaction = Всё ли понравилось? 1 — совсем нет, 5 — всё отлично.
score-0 = 0
score-1 = 1
score-2 = 2
score-3 = 3
score-4 = 4
score-5 = 5
score-6 = 6
score-7 = 7
score-8 = 8
score-9 = 9
score-10 = 10
button-unask = 🔕 Не спрашивать меня
score-given = Ваша оценка: { $score } из { $kind ->
    [nps] 10
   *[satisfaction] 5
}. { $low ->
    [yes] Жаль, что так вышло. Что нам исправить?
   *[no] Спасибо! Что понравилось больше всего?
} Напишите пару слов или пропустите.
button-score-skip = Пропустить
button-score-again = Изменить оценку
score-thanks = { $low ->
    [yes] Спасибо, что сказали прямо. Владелец это прочтёт.
   *[no] Спасибо за ответ!
}
unasked = 🔕 Больше не спросим. Вернуть вопросы можно в настройках.
button-unask-undo = ↩️ Спрашивайте
asked-again = Хорошо, иногда будем спрашивать.
button-questions-too = { $on ->
    [yes] ☑
   *[no] ☐
} Вопросы о визитах
cancelled-comment = Хорошо, оценка остаётся без слов.
notice-shop-reply = 💬 «{ $shop }» отвечает на ваш отзыв:

    { $text }

# Владельцу

notice-low-score = { $kind ->
    [nps] 📉 { $name }: { $score } из 10 — вряд ли порекомендует.
   *[satisfaction] 📉 { $name }: { $score } из 5 за визит.
}{ $said ->
    [yes] { "" }
    «{ $comment }»
   *[no] { " " }Без слов.
}
button-feedback-reply = 💬 Ответить

owner-go-guests = 🧑‍🤝‍🧑 Гости
owner-go-attributes = 🏷 Признаки
owner-go-quizzes = 🧩 Опросы
owner-go-feedback = ⭐ Отзывы
owner-guests = 🧑‍🤝‍🧑 <b>Гости</b>
    Что вы о них знаете и о чём спрашиваете.
guests-find = 🔍 Найти гостя
guests-ask = 🔍 Напишите имя гостя, часть имени или телефон целиком.
guests-none = 🤷 По «{ $sought }» никто не нашёлся.
    Напишите другую часть имени или телефон целиком. Искать можно только тех, у кого есть карта.
guests-several = { $more ->
    [yes] 🔍 Таких гостей много. Ниже те { $count }, кто заходил последними. Выберите или напишите имя подробнее.
   *[no] 🔍 Кто из них? Выберите или напишите имя подробнее.
}
guests-choice = { $name }, с { $joined }
guests-since = 🤝 С вами с { $joined }
guests-bought-nothing = 🌱 Покупок ещё не было
guests-spent = 🧾 Потрачено { $spent }, в среднем { $average } за чек
guests-group = 📊 Группа по покупкам (RFM): { $group }
guests-stage = 🧭 Этап жизни: { $stage }
guests-expected = 🔮 Ожидается за 90 дней: { $expected }
guests-frozen = ❄️ Списания приостановлены
guests-reach = { $reachable ->
    [yes] { $agreed ->
        [yes] 🔔 Можно написать, и предложения тоже
       *[no] 🔔 Можно написать, но на предложения согласия нет
    }
   *[no] { $agreed ->
        [yes] 🔕 На предложения согласие есть, но бот не может написать
       *[no] 🔕 Бот не может написать гостю
    }
}
guests-segments = { $count ->
    [0] Сейчас ни в одном сегменте.
   *[other] <b>В сегментах:</b> { $count }{ $rest ->
        [0] { "" }
       *[other] . Ниже первые из них, ещё { $rest } не поместились.
    }
}
guests-account = 🧾 Счёт
guests-journal = 📜 Журнал
guests-another = 🔍 Другой гость

owner-attributes = 🏷 <b>Признаки</b>
    { $some ->
    [yes] Что гости рассказывают о себе в профиле и в опросах. Рядом — сколько ответили.
   *[no] Что вы хотите знать о гостях: питомцы, размер, любимый напиток. Ответы появятся в их профиле, спросить можно и опросом.
}
owner-attribute-line = { $retired ->
    [yes] 🙈{ " " }
   *[no] { "" }
}{ $name } · { $known }
owner-attribute-new = ➕ Новый признак
owner-attribute-ask-new =
    Напишите короткое название, а под ним варианты ответа, каждый с новой строки:

    Питомцы
    Кошка
    Собака

    Варианты можно прислать и следующим сообщением.
owner-ask-choices = Теперь варианты ответа, каждый с новой строки. Или ответом будет число?
owner-ask-kind = Сколько ответов можно выбрать?
owner-kind-choice = ☝️ Один
owner-kind-several = ☑️ Несколько
owner-kind-number = 🔢 Число
owner-attribute = 🏷 <b>{ $name }</b>{ $retired ->
    [yes] { " " }(больше не спрашиваем)
   *[no] { "" }
}
    { $kind ->
    [choice] Один ответ: { $choices }
    [several] Несколько ответов: { $choices }
   *[number] Ответ — число
}
    Ответили: { $known }
owner-attribute-rename = ✏️ Название
owner-attribute-more = ➕ Варианты
owner-attribute-retire = 🙈 Больше не спрашивать
owner-attribute-restore = 👁 Спрашивать снова
owner-attribute-ask-name = Напишите новое название. Ответы гостей сохранятся.
owner-attribute-ask-more = Напишите ещё варианты, каждый с новой строки.
owner-attribute-ask-choice = Как назвать этот вариант? Кто его выбрал, у тех он и останется.
owner-choice = { $name }: <b>{ $choice }</b>
    Скрытый вариант больше не предлагается; у тех, кто его выбрал, он остаётся.

owner-quizzes = 🧩 <b>Опросы</b>
    { $some ->
    [yes] Каждый ответ сразу становится признаком гостя.
   *[no] Два-три вопроса, на каждый — одно касание, за ответы — баллы. Каждый ответ сразу становится признаком гостя.
}
owner-quiz-new = ➕ Новый опрос
owner-quiz-line = { $status ->
    [draft] ✏️
    [open] 🟢
   *[closed] ⚪️
} { $title }
owner-quiz-ask-title = Как называется опрос? Гости увидят это на кнопке, например «Познакомимся».
owner-quiz-ask-question =
    Напишите вопрос, а под ним варианты ответа, каждый с новой строки:

    Кто живёт с вами дома?
    Кошка
    Собака

    Варианты можно прислать и следующим сообщением.
owner-quiz-known = 🏷 Спросить о признаке, который уже есть
owner-quiz-known-which = { $some ->
    [yes] О каком?
   *[no] Признаков ещё нет. Напишите вопрос, и признак появится сам.
}
owner-quiz-ask-known = Напишите вопрос. Варианты ответа будут те, что у признака.
owner-quiz-ask-name = Как коротко назвать этот признак? Под таким названием ответ будет в профиле гостя и в ваших сегментах.
owner-quiz-keep-name = Оставить «{ $name }»
owner-quiz-ask-points = Сколько баллов дать за все ответы? Выберите или напишите число.
owner-quiz-ask-text = Что сказать перед первым вопросом? Например, зачем вы спрашиваете.
owner-quiz-without-text = Без вступления
owner-quiz = 🧩 <b>{ $title }</b> · { $status ->
    [draft] черновик
    [open] идёт
   *[closed] закрыт
}
    За все ответы: { points }{ $more ->
    [yes] { "" }
    { $text }
   *[no] { "" }
}
owner-quiz-question = { $number }. { $text }{ $retired ->
    [yes] { " " }(не спрашивается)
   *[no] { "" }
}
    { $name }: { $kind ->
    [choice] один из: { $choices }
    [several] несколько из: { $choices }
   *[number] число
}
owner-quiz-link = Ссылка для плаката и рассылки: { $link }
owner-quiz-ask = ➕ Вопрос
owner-quiz-drop = 🗑 { $number }
owner-quiz-points = 🎁 Баллы: { $points }
owner-quiz-text = 💬 Вступление
owner-quiz-look = 👀 Как это выглядит
owner-quiz-look-over = ‹ К опросу
owner-quiz-publish = 🚀 Опубликовать
owner-quiz-delete = 🗑 Удалить черновик
owner-quiz-results = 📊 Ответы
owner-quiz-close = ⏹ Закрыть опрос
owner-quiz-sure = { $draft ->
    [yes] Удалить «{ $title }»? Признаки и ответы останутся.
   *[no] Закрыть «{ $title }»? Отвечать больше никто не сможет; ответы останутся.
}
owner-quiz-figures = 📊 <b>{ $title }</b>
    Начали: { $started }, ответили на всё: { $completed }, выдано: { points }
owner-quiz-answers = <b>{ $number }. { $text }</b>
    Ответили: { $answered }
owner-quiz-share = { $bar } { $percent } % · { $name } · { $count }
owner-quiz-numbers = От { $least } до { $most }, посередине — { $middle }
owner-quiz-more = Следующие вопросы ›

owner-feedback = ⭐ <b>Отзывы за 90 дней</b>
owner-feedback-none = Пока никого не спрашивали. Включите вопросы ниже: гость получит их после покупки, не чаще, чем вы решите, и сможет отказаться одним касанием.
owner-feedback-nps = NPS: <b>{ $figure }</b>
    👍 { $promoters } · 😐 { $passives } · 👎 { $detractors }
    Ответили { $answered } из { $asked }
owner-feedback-satisfaction = Довольны визитом: <b>{ $percent } %</b> ({ $content } из { $answered })
    Спросили: { $asked }
owner-feedback-remark = { $kind ->
    [nps] { $score }/10
   *[satisfaction] { $score }/5
} · { $name }, { $at }{ $replied ->
    [yes] { " " }· 💬 ответили
   *[no] { "" }
}{ $said ->
    [yes] { "" }
    «{ $comment }»
   *[no] { "" }
}
owner-feedback-reply-to = 💬 { $name }
owner-feedback-kind = { $on ->
    [yes] 🟢
   *[no] ⚪️
} { $kind ->
    [nps] Рекомендация (NPS)
   *[satisfaction] После визита
}{ $on ->
    [yes] : раз в { $days } дн.
   *[no] : выключено
}
owner-feedback-about = { $kind ->
    [nps] <b>Рекомендация (NPS)</b>
    «Порекомендуете ли вы нас друзьям?», от 0 до 10. Приходит днём, не раньше дня после покупки.
   *[satisfaction] <b>После визита</b>
    «Всё ли понравилось?», от 1 до 5. Приходит в тот же или на следующий день.
}
    { $on ->
    [yes] Сейчас включено: один гость — не чаще раза в { $days } дн.
   *[no] Сейчас выключено. Если включить: один гость — не чаще раза в { $days } дн.
}
    Между любыми двумя вопросами проходит не меньше { $gap } дн. Низкие оценки сразу придут вам, на них можно ответить.

    Как часто? Выберите или напишите число дней.
owner-feedback-turn = { $on ->
    [yes] ⏸ Выключить
   *[no] ▶️ Включить
}
owner-feedback-ask-reply = Напишите ответ: гость получит его от имени магазина, один раз.
owner-feedback-replied = 💬 { $name } получит ваш ответ.

owner-term-profile-bonus = Заполненный профиль
owner-hint-profile-bonus = Сколько баллов подарить за заполненный профиль (день рождения, пол, город, интересы, семья, удобное время)? 0 — ничего. Выберите или напишите число.
owner-effect-profile-bonus = Кто заполнит профиль, один раз получит { points } = { $worth }.

act-attribute-added = Новый признак «{ $title }»
act-attribute-changed = Признак «{ $title }» изменён
act-attribute-retired = Признак «{ $title }» больше не спрашивается
act-attribute-restored = Признак «{ $title }» снова спрашивается
act-quiz-made = Новый опрос «{ $title }»
act-quiz-changed = Опрос «{ $title }» изменён
act-quiz-published = Опрос «{ $title }» опубликован
act-quiz-closed = Опрос «{ $title }» закрыт
act-quiz-deleted = Черновик опроса «{ $title }» удалён
act-feedback-changed = Вопросы о визите: { $kind ->
    [nps] рекомендация
   *[satisfaction] после визита
}, { $on ->
    [yes] раз в { $days } дн.
   *[no] выключено
}
act-feedback-replied = { $member }: ответ на отзыв
act-questions-refused = { $member }: просит не спрашивать о визитах
act-questions-allowed = { $member }: снова можно спрашивать о визитах
