# Кому: аудитория рассылки и предложения.

owner-audience-everyone = 👥 Всем
owner-audience-ready = ⭐ Готовые…
owner-audience-segment = 🔎 Сегменты…
owner-audience-sleeping = Не были { $days } дн.
owner-audience-new = Новые за { $days } дн.
owner-audience-birthday = 🎂 Через { $days } дн.
owner-audience-female = 👩 Женщинам
owner-audience-male = 👨 Мужчинам
owner-audience-level = Уровень…
owner-audience-city = Город…
owner-audience-age = Возраст…
owner-audience-spent = Потратили от…
owner-audience-list = Свой список…
owner-audience-ask-level = Какой уровень?
owner-audience-ask-city = Из какого города? Здесь те, что указали участники.
owner-audience-ask-age = Сколько лет? Считаются те, кто указал год рождения.
owner-audience-ask-spent = От какой суммы всех покупок? Напишите её, например 10 000.
owner-audience-ask-ready = Выберите готовый сегмент или напишите, кого найти.
owner-audience-ask-segment = Выберите сегмент или напишите, кого найти.
owner-reach = { $matched ->
    [one] Подходит { $matched }
   *[other] Подходят { $matched }
}, { $reachable ->
    [one] получит <b>{ $reachable }</b>
   *[other] получат <b>{ $reachable }</b>
}.{ $refused ->
    [0] { "" }
   *[other] { " " }Не соглашались на предложения: { $refused }.
}{ $often ->
    [0] { "" }
   *[other] { " " }На этой неделе уже писали: { $often }.
}{ $blocked ->
    [0] { "" }
   *[other] { " " }Недоступны в чате: { $blocked }.
}
owner-list-found = Нашлось { $found }.{ $unknown ->
    [0] { "" }
   *[other] { " " }Не нашлись: { $unknown }{ $rest ->
        [0] .
       *[other] { " " }и ещё { $rest }.
    }
}

# Фраза, в которой не всё понятно

question-unclear = 🤔 Не всё понятно. Подчёркнуто то, что не удалось разобрать:
question-nearest = <b>{ $text }</b> — может быть: { $nearest }?
question-instead = { $ways ->
    [0] Напишите иначе или продолжите кнопкой.
   *[other] Нажмите подходящий вопрос или напишите иначе.
}
question-without = Искать без этого

# Вопрос на экране и список

question-list-ask = 📋 Пришлите телефоны или номера гостей: текстом, через запятую или с новой строки, или файлом CSV или XLSX. Из таблицы возьму столбец с телефонами, а если их нет — с номерами.
question-list-unknown = Не нашлись
question-title = 🔎 <b>{ $question }</b>
question-saved = { $frozen ->
    [no] 🔎 <b>{ $name }</b>
        { $question }
   *[other] 🧊 <b>{ $name }</b>
        Список от { $frozen }: { $question }
}
question-share = Это { $share } всех гостей ({ $members }).
question-sales = Средний чек { $receipt }, доля в продажах { $share }.
question-growth = Месяц назад: { $before }{ $sign ->
    [more] {" "}(стало на { $change } больше)
    [fewer] {" "}(стало на { $change } меньше)
   *[same] {" "}(столько же)
}.
question-samples = <b>Например</b>
question-sample = { $facts ->
    [0] { $number }. { $name }
   *[other] { $number }. { $name }: { $facts }
}
question-guest = 👤 { $number }
question-fact = { $name }: { $value }
