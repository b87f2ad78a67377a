# Quizzes, and questions about a visit.

# A quiz

quiz-waits = 🧩 There are questions for you:
quiz-intro = 🧩 <b>{ $title }</b>{ $more ->
    [yes] { "" }
    { $text }
   *[no] { "" }
}
    { $left ->
    [one] { $left } question
   *[other] { $left } questions
}{ $points ->
    [0] .
   *[other] ; the answers bring { points }.
}
quiz-text = { $text }
quiz-question = { $number } of { $count }
    <b>{ $text }</b>
quiz-how = { $kind ->
    [choice] Tap your answer.
    [several] Tick all that apply, then tap “Next”.
   *[number] Type a number.
}
quiz-done = { $points ->
    [0] ✅ That is all. Thank you for your answers!
   *[other] ✅ That is all, thank you! Added to your card: { points }.
} You can change or remove your answers in your profile.
button-quiz = 🧩 { $title }{ $points ->
    [0] { "" }
   *[other] : +{ points }
}, { $left ->
    [one] { $left } question
   *[other] { $left } questions
}
button-quiz-begin = { $begun ->
    [yes] Go on
   *[no] Begin
}
button-quiz-next = { $some ->
    [yes] Next ›
   *[no] None of these ›
}
button-quiz-keep = Keep { $value } ›

# Questions about a visit

ask-nps = Would you recommend us to friends? 0 is never, 10 is certainly.
ask-satisfaction = Were you happy with us? 1 is not at all, 5 is very.
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
score-given = Your score: { $score } of { $kind ->
    [nps] 10
   *[satisfaction] 5
}. { $low ->
    [yes] We are sorry. What should we put right?
   *[no] Thank you! What did you like most?
} Type a few words, or skip.
score-thanks = { $low ->
    [yes] Thank you for being frank. The owner will read it.
   *[no] Thank you for your answer!
}
button-score-skip = Skip
button-score-again = Change the score
unasked = 🔕 We won't ask any more. Settings bring the questions back.
button-unask-undo = ↩️ Do ask me
asked-again = All right, we shall ask now and then.
