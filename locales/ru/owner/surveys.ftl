# Признаки, опросы и отзывы.

# Признаки

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
owner-attribute-name = ✏️ Название
owner-attribute-more = ➕ Варианты
owner-attribute-retire = 🙈 Больше не спрашивать
owner-attribute-restore = 👁 Спрашивать снова
owner-attribute-ask-name = Напишите новое название. Ответы гостей сохранятся.
owner-attribute-ask-more = Напишите ещё варианты, каждый с новой строки.
owner-choice-ask-name = Как назвать этот вариант? Кто его выбрал, у тех он и останется.
owner-choice = { $name }: <b>{ $choice }</b>
    Скрытый вариант больше не предлагается; у тех, кто его выбрал, он остаётся.

# Опросы

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
owner-quiz-ask-known = Напишите вопрос. Варианты ответа будут те, что у признака.
owner-quiz-ask-name = Как коротко назвать этот признак? Под таким названием ответ будет в профиле гостя и в ваших сегментах.
owner-quiz-ask-points = Сколько баллов дать за все ответы? Выберите или напишите число.
owner-quiz-ask-text = Что сказать перед первым вопросом? Например, зачем вы спрашиваете.
owner-quiz-known = 🏷 Спросить о признаке, который уже есть
owner-quiz-known-which = { $some ->
    [yes] О каком?
   *[no] Признаков ещё нет. Напишите вопрос, и признак появится сам.
}
owner-quiz-keep-name = Оставить «{ $name }»
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

# Отзывы

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
