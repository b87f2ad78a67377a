# To whom: the audience of a broadcast or an offer.

owner-audience-everyone = 👥 Everyone
owner-audience-ready = ⭐ Ready-made…
owner-audience-segment = 🔎 Segments…
owner-audience-sleeping = Away { $days } d
owner-audience-new = New, { $days } d
owner-audience-birthday = 🎂 In { $days } d
owner-audience-female = 👩 Women
owner-audience-male = 👨 Men
owner-audience-level = Level…
owner-audience-city = City…
owner-audience-age = Age…
owner-audience-spent = Spent at least…
owner-audience-list = A list…
owner-audience-ask-level = Which level?
owner-audience-ask-city = From which city? These are the ones members gave.
owner-audience-ask-age = How old? Those who gave a year of birth count.
owner-audience-ask-spent = From what sum of all purchases? Type it, for example 10,000.
owner-audience-ask-ready = Choose a ready-made segment, or write whom to find.
owner-audience-ask-segment = Choose a segment, or write whom to find.
owner-reach = { $matched ->
    [one] { $matched } matches
   *[other] { $matched } match
}, <b>{ $reachable }</b> will get it.{ $refused ->
    [0] { "" }
   *[other] { " " }Did not agree to offers: { $refused }.
}{ $often ->
    [0] { "" }
   *[other] { " " }Had enough this week: { $often }.
}{ $blocked ->
    [0] { "" }
   *[other] { " " }Out of reach in the chat: { $blocked }.
}
owner-list-found = Found { $found }.{ $unknown ->
    [0] { "" }
   *[other] { " " }Not found: { $unknown }{ $rest ->
        [0] .
       *[other] { " " }and { $rest } more.
    }
}

# A sentence that is not clear

question-unclear = 🤔 Not all of it is clear. What was not understood is underlined:
question-nearest = <b>{ $text }</b> — perhaps: { $nearest }?
question-instead = { $ways ->
    [0] Put it another way, or go on with a button.
   *[other] Tap a question that fits, or put it another way.
}
question-without = Ask without it

# A question on the screen, and a list

question-list-ask = 📋 Send phones or numbers of guests: as text, with commas or one a line, or as a CSV or XLSX file. Of a table the column with phones is taken, or else the one with numbers.
question-list-unknown = Not found
question-title = 🔎 <b>{ $question }</b>
question-saved = { $frozen ->
    [no] 🔎 <b>{ $name }</b>
        { $question }
   *[other] 🧊 <b>{ $name }</b>
        A list of { $frozen }: { $question }
}
question-share = That is { $share } of all members ({ $members }).
question-sales = Average receipt { $receipt }, { $share } of all sales.
question-growth = A month ago: { $before }{ $sign ->
    [more] {" "}({ $change } more now)
    [fewer] {" "}({ $change } fewer now)
   *[same] {" "}(the same)
}.
question-samples = <b>For example</b>
question-sample = { $facts ->
    [0] { $number }. { $name }
   *[other] { $number }. { $name }: { $facts }
}
question-guest = 👤 { $number }
question-fact = { $name }: { $value }
