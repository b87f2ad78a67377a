# Опросы и вопросы о визите.

# Опрос

quiz-waits = 🧩 Для вас есть вопросы:
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
quiz-text = { $text }
quiz-question = { $number } из { $count }
    <b>{ $text }</b>
quiz-how = { $kind ->
    [choice] Нажмите ответ.
    [several] Отметьте всё, что подходит, и нажмите «Дальше».
   *[number] Напишите число.
}
quiz-done = { $points ->
    [0] ✅ Это всё. Спасибо за ответы!
   *[other] ✅ Это всё, спасибо! На карту пришло: { points }.
} Изменить или удалить ответы можно в профиле.
button-quiz = 🧩 { $title }{ $points ->
    [0] { "" }
   *[other] : +{ points }
}, { $left ->
    [one] { $left } вопрос
    [few] { $left } вопроса
   *[many] { $left } вопросов
}
button-quiz-begin = { $begun ->
    [yes] Продолжить
   *[no] Начать
}
button-quiz-next = { $some ->
    [yes] Дальше ›
   *[no] Ничего из этого ›
}
button-quiz-keep = Оставить { $value } ›

# Вопросы о визите

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
score-given = Ваша оценка: { $score } из { $kind ->
    [nps] 10
   *[satisfaction] 5
}. { $low ->
    [yes] Жаль, что так вышло. Что нам исправить?
   *[no] Спасибо! Что понравилось больше всего?
} Напишите пару слов или пропустите.
score-thanks = { $low ->
    [yes] Спасибо, что сказали прямо. Владелец это прочтёт.
   *[no] Спасибо за ответ!
}
button-score-skip = Пропустить
button-score-again = Изменить оценку
unasked = 🔕 Больше не спросим. Вернуть вопросы можно в настройках.
button-unask-undo = ↩️ Спрашивайте
asked-again = Хорошо, иногда будем спрашивать.
