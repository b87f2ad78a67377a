# What the shop asks its guests, and what they tell of themselves.

error-name-taken = There is one of this name already. Type another.
error-bad-choices = It takes { $least } to { $most } different answers, each on a line of its own.
error-too-many-attributes = No more than { $most } attributes at a time: nobody would answer that many. Retire some first.
error-quiz-closed = This quiz is closed. Thank you for wanting to answer!
error-quiz-done = You have answered every question. Thank you! Your answers can be changed in your profile.
error-quiz-published = Guests are answering this quiz already, so its questions and points stay.
error-quiz-empty = The quiz has no question yet.
error-too-many-questions = A quiz has no more than { $most } questions: few people would reach the end.
error-question-over = This question is closed. Thank you!
error-replied-already = Somebody has replied to this one already.
error-nobody-there = This guest can't be written to: they stopped the bot or deleted their card.
error-bad-child-birthday = Day, month and year of birth, please, for example 24.05.2019. No more than { $oldest } years ago.
error-too-many-children = There is no room here for more than { $most } dates.

# Profile

profile-thanks = 🎁 Thank you for telling us about yourself! Added to your card: { points }.
profile-more = 🎁 { $left ->
    [one] { $left } more answer
   *[other] { $left } more answers
}: +{ points }. What counts: birthday, gender, city, interests, family and best time.
button-profile-bonus = 🎁 Your profile is filled: +{ points }
field-family = Family
field-time = Best time
field-children = Children
why-field-family = So that offers suit you: for one, for two or for the whole family.
why-field-time = 🕐 Questions about a visit come at this time.
why-field-children = 🎈 To wish them well and offer what suits their age. Dates only, no names; cashiers don't see them.
ask-family = Choose:
ask-time = When do you like to get messages?
ask-child = Type day, month and year of birth, for example 24.05.2019. Each message is one more child.
family-single = On my own
family-couple = In a couple
family-married = Married
contact-time-morning = Mornings, 9–12
contact-time-day = Daytime, 12–17
contact-time-evening = Evenings, 17–21
button-child-remove = 🗑 { $born }
why-known = The shop asks this to offer what suits you. You need not answer.
known-retired = The shop asks this no more. Your answer can be removed.
ask-number = Type a number.
ask-choice = { $several ->
    [yes] Tick all that apply:
   *[no] Choose:
}
choice-chip = { $on ->
    [yes] ✅{ " " }
   *[no] { "" }
}{ $choice }
cancelled-child = All right, nothing more is added.
cancelled-number = All right, the answer stays as it was.
kind-answer = For answers
why-answer = Thanks for telling about yourself.

# A quiz as a guest sees it

quiz-waits = 🧩 There are questions for you:
button-quiz = 🧩 { $title }{ $points ->
    [0] { "" }
   *[other] : +{ points }
}, { $left ->
    [one] { $left } question
   *[other] { $left } questions
}
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
button-quiz-begin = { $begun ->
    [yes] Go on
   *[no] Begin
}
quiz-text = { $text }
quiz-question = { $number } of { $count }
    <b>{ $text }</b>
quiz-how = { $kind ->
    [choice] Tap your answer.
    [several] Tick all that apply, then tap “Next”.
   *[number] Type a number.
}
button-quiz-next = { $some ->
    [yes] Next ›
   *[no] None of these ›
}
button-quiz-keep = Keep { $value } ›
quiz-done = { $points ->
    [0] ✅ That is all. Thank you for your answers!
   *[other] ✅ That is all, thank you! Added to your card: { points }.
} You can change or remove your answers in your profile.
cancelled-answer = All right, the questions wait in your profile.

# Questions about a visit

notice-ask-nps = “{ $shop }”: would you recommend us to friends? 0 is never, 10 is certainly.
notice-ask-satisfaction = “{ $shop }”: were you happy with us this time? 1 is not at all, 5 is very.
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
button-unask = 🔕 Don't ask me
score-given = Your score: { $score } of { $kind ->
    [nps] 10
   *[satisfaction] 5
}. { $low ->
    [yes] We are sorry. What should we put right?
   *[no] Thank you! What did you like most?
} Type a few words, or skip.
button-score-skip = Skip
button-score-again = Change the score
score-thanks = { $low ->
    [yes] Thank you for being frank. The owner will read it.
   *[no] Thank you for your answer!
}
unasked = 🔕 We won't ask any more. Settings bring the questions back.
button-unask-undo = ↩️ Do ask me
asked-again = All right, we shall ask now and then.
button-questions-too = { $on ->
    [yes] ☑
   *[no] ☐
} Questions about visits
cancelled-comment = All right, the score stands without words.
notice-shop-reply = 💬 “{ $shop }” replies to what you said:

    { $text }

# To the owner

notice-low-score = { $kind ->
    [nps] 📉 { $name }: { $score } of 10, hardly a recommendation.
   *[satisfaction] 📉 { $name }: { $score } of 5 for a visit.
}{ $said ->
    [yes] { "" }
    “{ $comment }”
   *[no] { " " }Without a word.
}
button-feedback-reply = 💬 Reply

owner-go-guests = 🧑‍🤝‍🧑 Guests
owner-go-attributes = 🏷 Attributes
owner-go-quizzes = 🧩 Quizzes
owner-go-feedback = ⭐ Feedback
owner-guests = 🧑‍🤝‍🧑 <b>Guests</b>
    What you know of them, and what you ask.
guests-find = 🔍 Find a guest
guests-ask = 🔍 Type the guest's name, a part of it, or the whole phone number.
guests-none = 🤷 Nobody was found by “{ $sought }”.
    Type another part of the name, or the whole phone number. Only guests who have a card are found.
guests-several = { $more ->
    [yes] 🔍 There are many such guests; here are the { $count } who were here last. Choose one, or type more of the name.
   *[no] 🔍 Whom do you mean? Choose, or type more of the name.
}
guests-choice = { $name }, since { $joined }
guests-since = 🤝 With you since { $joined }
guests-bought-nothing = 🌱 No purchases yet
guests-spent = 🧾 Spent { $spent }, { $average } a receipt on average
guests-group = 📊 Group by purchases (RFM): { $group }
guests-stage = 🧭 Stage of life: { $stage }
guests-expected = 🔮 Expected within 90 days: { $expected }
guests-frozen = ❄️ Spending is on hold
guests-reach = { $reachable ->
    [yes] { $agreed ->
        [yes] 🔔 Can be written to, offers too
       *[no] 🔔 Can be written to, but agreed to no offers
    }
   *[no] { $agreed ->
        [yes] 🔕 Agreed to offers, but the bot cannot write to them
       *[no] 🔕 The bot cannot write to them
    }
}
guests-segments = { $count ->
    [0] In no segment now.
   *[other] <b>In segments:</b> { $count }{ $rest ->
        [0] { "" }
       *[other] . Below are the first; { $rest } more are left out.
    }
}
guests-account = 🧾 Account
guests-journal = 📜 Journal
guests-another = 🔍 Another guest

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
owner-attribute-rename = ✏️ Name
owner-attribute-more = ➕ Answers
owner-attribute-retire = 🙈 Ask no more
owner-attribute-restore = 👁 Ask again
owner-attribute-ask-name = Type the new name. What guests answered stays.
owner-attribute-ask-more = Type more answers, each on a line of its own.
owner-attribute-ask-choice = What is this answer called? Whoever chose it keeps it.
owner-choice = { $name }: <b>{ $choice }</b>
    A hidden answer is offered no more; whoever chose it keeps it.

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
owner-quiz-known = 🏷 Ask about an attribute that there is
owner-quiz-known-which = { $some ->
    [yes] About which?
   *[no] There are no attributes yet. Type a question, and one is made of it.
}
owner-quiz-ask-known = Type the question. Its answers are the attribute's.
owner-quiz-ask-name = What is the attribute called for short? The answer goes by this name in the guest's profile and in your segments.
owner-quiz-keep-name = Keep “{ $name }”
owner-quiz-ask-points = How many points for all the answers? Choose or type a number.
owner-quiz-ask-text = What to say before the first question? Why you ask, for example.
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

owner-term-profile-bonus = Filled profile
owner-hint-profile-bonus = How many points for a filled profile (birthday, gender, city, interests, family, best time)? 0 is none. Choose or type a number.
owner-effect-profile-bonus = Whoever fills their profile gets { points } = { $worth }, once.

act-attribute-added = New attribute “{ $title }”
act-attribute-changed = Attribute “{ $title }” changed
act-attribute-retired = Attribute “{ $title }” is asked no more
act-attribute-restored = Attribute “{ $title }” is asked again
act-quiz-made = New quiz “{ $title }”
act-quiz-changed = Quiz “{ $title }” changed
act-quiz-published = Quiz “{ $title }” published
act-quiz-closed = Quiz “{ $title }” closed
act-quiz-deleted = Draft of a quiz “{ $title }” deleted
act-feedback-changed = Questions about visits: { $kind ->
    [nps] recommendation
   *[satisfaction] after a visit
}, { $on ->
    [yes] once in { $days } days
   *[no] off
}
act-feedback-replied = { $member }: a reply to what they said
act-questions-refused = { $member }: asks not to be asked about visits
act-questions-allowed = { $member }: may be asked about visits again
