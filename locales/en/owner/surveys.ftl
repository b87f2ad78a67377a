# Attributes, quizzes and feedback.

# Attributes

owner-attributes = 🏷 <b>Attributes</b>
    { $some ->
    [yes] What guests tell of themselves in their profile and in quizzes. Beside each, how many have.
   *[no] What you want to know of guests: pets, size, favourite drink. They answer in their profile, or in a quiz.
}
owner-attribute-line = { $retired ->
    [yes] 🙈{ " " }
   *[no] { "" }
}{ $name } · { $known }
owner-attribute-new = ➕ New attribute
owner-attribute-ask-new =
    Type a short name, and the answers under it, each on a line of its own:

    Pets
    Cat
    Dog

    The answers may come in the next message too.
owner-ask-choices = Now the answers, each on a line of its own. Or is the answer a number?
owner-ask-kind = How many answers may one choose?
owner-kind-choice = ☝️ One
owner-kind-several = ☑️ Several
owner-kind-number = 🔢 A number
owner-attribute = 🏷 <b>{ $name }</b>{ $retired ->
    [yes] { " " }(asked no more)
   *[no] { "" }
}
    { $kind ->
    [choice] One answer: { $choices }
    [several] Several answers: { $choices }
   *[number] The answer is a number
}
    Answered: { $known }
owner-attribute-name = ✏️ Name
owner-attribute-more = ➕ Answers
owner-attribute-retire = 🙈 Ask no more
owner-attribute-restore = 👁 Ask again
owner-attribute-ask-name = Type the new name. What guests answered stays.
owner-attribute-ask-more = Type more answers, each on a line of its own.
owner-choice-ask-name = What is this answer called? Whoever chose it keeps it.
owner-choice = { $name }: <b>{ $choice }</b>
    A hidden answer is offered no more; whoever chose it keeps it.

# Quizzes

owner-quizzes = 🧩 <b>Quizzes</b>
    { $some ->
    [yes] Each answer is an attribute of the guest at once.
   *[no] Two or three questions, one tap each, points for the answers. Each answer is an attribute of the guest at once.
}
owner-quiz-new = ➕ New quiz
owner-quiz-line = { $status ->
    [draft] ✏️
    [open] 🟢
   *[closed] ⚪️
} { $title }
owner-quiz-ask-title = What is the quiz called? Guests see it on a button, for example “Let us get to know you”.
owner-quiz-ask-question =
    Type the question, and the answers under it, each on a line of its own:

    Who lives with you at home?
    A cat
    A dog

    The answers may come in the next message too.
owner-quiz-ask-known = Type the question. Its answers are the attribute's.
owner-quiz-ask-name = What is the attribute called for short? The answer goes by this name in the guest's profile and in your segments.
owner-quiz-ask-points = How many points for all the answers? Choose or type a number.
owner-quiz-ask-text = What to say before the first question? Why you ask, for example.
owner-quiz-known = 🏷 Ask about an attribute that there is
owner-quiz-known-which = { $some ->
    [yes] About which?
   *[no] There are no attributes yet. Type a question, and one is made of it.
}
owner-quiz-keep-name = Keep “{ $name }”
owner-quiz-without-text = Nothing
owner-quiz = 🧩 <b>{ $title }</b> · { $status ->
    [draft] draft
    [open] open
   *[closed] closed
}
    For all the answers: { points }{ $more ->
    [yes] { "" }
    { $text }
   *[no] { "" }
}
owner-quiz-question = { $number }. { $text }{ $retired ->
    [yes] { " " }(not asked)
   *[no] { "" }
}
    { $name }: { $kind ->
    [choice] one of: { $choices }
    [several] several of: { $choices }
   *[number] a number
}
owner-quiz-link = A link for posters and broadcasts: { $link }
owner-quiz-ask = ➕ Question
owner-quiz-drop = 🗑 { $number }
owner-quiz-points = 🎁 Points: { $points }
owner-quiz-text = 💬 Introduction
owner-quiz-look = 👀 What it looks like
owner-quiz-look-over = ‹ To the quiz
owner-quiz-publish = 🚀 Publish
owner-quiz-delete = 🗑 Delete the draft
owner-quiz-results = 📊 Answers
owner-quiz-close = ⏹ Close the quiz
owner-quiz-sure = { $draft ->
    [yes] Delete “{ $title }”? Attributes and answers stay.
   *[no] Close “{ $title }”? Nobody can answer it any more; the answers stay.
}
owner-quiz-figures = 📊 <b>{ $title }</b>
    Begun: { $started }, answered in full: { $completed }, given: { points }
owner-quiz-answers = <b>{ $number }. { $text }</b>
    Answered: { $answered }
owner-quiz-share = { $bar } { $percent }% · { $name } · { $count }
owner-quiz-numbers = From { $least } to { $most }, in the middle { $middle }
owner-quiz-more = More questions ›

# Feedback

owner-feedback = ⭐ <b>Feedback of 90 days</b>
owner-feedback-none = Nobody was asked yet. Switch the questions on below: a guest gets them after a purchase, no more often than you decide, and can refuse them in one tap.
owner-feedback-nps = NPS: <b>{ $figure }</b>
    👍 { $promoters } · 😐 { $passives } · 👎 { $detractors }
    { $answered } of { $asked } answered
owner-feedback-satisfaction = Happy with a visit: <b>{ $percent }%</b> ({ $content } of { $answered })
    Asked: { $asked }
owner-feedback-remark = { $kind ->
    [nps] { $score }/10
   *[satisfaction] { $score }/5
} · { $name }, { $at }{ $replied ->
    [yes] { " " }· 💬 replied
   *[no] { "" }
}{ $said ->
    [yes] { "" }
    “{ $comment }”
   *[no] { "" }
}
owner-feedback-reply-to = 💬 { $name }
owner-feedback-kind = { $on ->
    [yes] 🟢
   *[no] ⚪️
} { $kind ->
    [nps] Recommendation (NPS)
   *[satisfaction] After a visit
}{ $on ->
    [yes] : once in { $days } days
   *[no] : off
}
owner-feedback-about = { $kind ->
    [nps] <b>Recommendation (NPS)</b>
    “Would you recommend us to friends?”, 0 to 10. It comes in the daytime, the day after a purchase at the soonest.
   *[satisfaction] <b>After a visit</b>
    “Were you happy with us?”, 1 to 5. It comes on the same day or the next.
}
    { $on ->
    [yes] On now: one guest is asked at most once in { $days } days.
   *[no] Off now. When on: one guest is asked at most once in { $days } days.
}
    Between any two questions there are at least { $gap } days. Low scores come to you at once, and you can reply.

    How often? Choose or type a number of days.
owner-feedback-turn = { $on ->
    [yes] ⏸ Switch off
   *[no] ▶️ Switch on
}
owner-feedback-ask-reply = Type the reply: the guest gets it in the name of the shop, once.
owner-feedback-replied = 💬 { $name } will get your reply.
