## Segments: questions about members

question-home = 👥 <b>Segments</b>
    Write whom to find, in plain words. For example:
    • not visited for 60 days and spent more than 5000
    • women 25-35, birthday in the next 7 days
    • level Gold or did not open the last broadcast

    Or take a ready-made segment, or build a question with buttons.
question-ready = ⭐ Ready-made
question-build = 🔧 Build with buttons
question-list = 📋 A list
question-line = { $frozen ->
    [yes] 🧊 { $name }
   *[no] 🔎 { $name }
}
question-limit = { $count ->
    [0] ✉️ Messages to one member: no limit
   *[other] ✉️ Messages to one member: up to { $count } a week
}
question-limit-ask = ✉️ <b>How many broadcasts and offers may one member get in a week?</b>
    { $count ->
        [0] No limit now.
       *[other] No more than { $count } now.
    }
    Whoever has had that many is passed over. Messages about purchases and points are not affected.
question-no-limit = No limit
question-ready-title = ⭐ <b>Ready-made segments</b>
    Choose whom to see. Any of them can be narrowed and saved under a name of your own.
segment-ready-new = 🌱 New
segment-ready-second = ✌️ No second purchase
segment-ready-regulars = ☕ Regulars
segment-ready-vip = 👑 VIP
segment-ready-falling = 📉 Spend less than before
segment-ready-sleeping30 = 😴 Away for 30 days
segment-ready-sleeping60 = 😴 Away for 60 days
segment-ready-sleeping90 = 😴 Away for 90 days
segment-ready-lost = 👋 Lost
segment-ready-birthday = 🎂 Birthday this week
segment-ready-expiring = ⏳ Points expiring
segment-ready-unredeemed = 🪙 Never redeemed
segment-ready-silent = 🔕 Big spenders, no consent

# What can be done with a question

question-add = ➕ Condition
question-edit = ✏️ Change
question-save = 💾 Save
question-freeze = 🧊 Freeze the list
question-rename = Rename
question-delete = 🗑 Delete
question-compare = 🔀 Compare with another
question-use = ✅ Use this
question-broadcast = 📣 Broadcast
question-offer = 🎁 Offer
question-other = ← Another property
question-edit-how = ✏️ Copy it, correct it and send it:

    <code>{ $question }</code>

    Or take a condition out with a button.
question-edit-long = ✏️ The question is longer than what can be sent in one message: { $question }

    Take a condition out with a button.
question-drop = ✖ { $question }
question-name-save = 💾 What is the segment called? Type a name or take the one below. The segment is live: it always has whoever matches at that moment.
question-name-freeze = 🧊 What is the list called? Type a name or take the one below. The list keeps those who match now.
question-name-rename = Type the segment’s new name.
question-delete-sure = Delete the segment “{ $name }”? Broadcasts and offers that are planned for it still go out.
question-compare-with = 🔀 Compare with whom?
question-overlap = 🔀 <b>Compared with “{ $name }”</b>
    Here: { $first } · there: { $second }
    In both: { $both }{ $both ->
        [0] {"."}
       *[other] {" "}({ $of_first } of these, { $of_second } of those).
    }

# A question by buttons

question-join = How is the condition added?
question-join-and = And (both hold)
question-join-not = But not (leave out)
question-join-or = Or (at least one holds)
question-join-last = Or — with the last one only
question-topic = What is the condition about?
question-attribute = Which property?
question-ask-values = <b>{ $name }</b>: choose one or several.
question-ask-none = <b>{ $name }</b>: there is nothing to choose from yet.
question-ask-much = <b>{ $name }</b>: how much? Tap or type: “5” (at least), “5-10”, “-10” (at most), “0” (none).
question-ask-when = <b>{ $name }</b>: when? Tap or type a number of days.
question-ask-goods = Bought what?
question-goods-all = Anything
question-goods-category = Categories…
question-goods-product = Products…
question-goods-outlet = Where…
question-ask-category = Which categories?
question-ask-product = Which products?
question-ask-outlet = At which places?
question-any = Any
question-done = Done
question-when-ever = At any time
question-when-last = In the last { $days } d
question-when-before = { $days } d ago or earlier
question-when-next = In the next { $days } d
question-when-today = Today
question-when-this-week = This week
question-when-this-month = This month
question-when-last-month = Last month

# Groups of guests by how lately and how often they buy (RFM)

group-name-champions = Champions
group-name-loyal = Loyal
group-name-potential = Potential loyalists
group-name-new = New
group-name-promising = Promising
group-name-attention = Need attention
group-name-fading = About to sleep
group-name-at_risk = At risk
group-name-cant_lose = Can’t lose
group-name-hibernating = Hibernating
group-name-lost = Lost

group-meaning-champions = Bought very recently and buy more often than most.
group-meaning-loyal = Buy often, and the last visit was not long ago.
group-meaning-potential = Bought recently and have come more than once.
group-meaning-new = Bought very recently and very few times: they are getting to know you.
group-meaning-promising = Bought recently, but only began.
group-meaning-attention = In the middle in everything: may become loyal, may leave.
group-meaning-fading = Came seldom, and the last visit is some time ago.
group-meaning-at_risk = Used to come often, but have not been for a long time.
group-meaning-cant_lose = Came more often than anybody and have stopped coming.
group-meaning-hibernating = Came seldom, and a long time ago.
group-meaning-lost = Came seldom, and longer ago than anybody.

group-advice-champions = Thank them: early access, a gift without a reason, an invitation to bring a friend. No discount is needed.
group-advice-loyal = Offer the next level or a stamp card; ask what they think.
group-advice-potential = Give a reason to come more often: a bonus for the next two purchases.
group-advice-new = The second purchase decides: a small bonus with a short term.
group-advice-promising = Remind them of yourself with something they have not tried yet.
group-advice-attention = An offer with an end date, for what they buy anyway.
group-advice-fading = A reminder of their points and a modest bonus while you are still remembered.
group-advice-at_risk = Write personally: what is new, and a generous offer to return.
group-advice-cant_lose = Call or write to them yourself, and ask what went wrong. The best offer goes here.
group-advice-hibernating = A rare message with a clear benefit; do not spend much.
group-advice-lost = One last offer; if there is no answer, leave them in peace.

group-grid =
    <b>Groups of guests</b>
    { $buyers ->
        [one] { $buyers } guest has bought something.
       *[other] { $buyers } guests have bought something.
    } To the right: who bought more recently (R), upwards: more often (F). The small number is the group’s:
group-line = { $number }. { $group } — { $members }, { $sales }% of sales
group-button = { $number }. { $group }
group-nobody-bought = Groups appear after the first purchases: they are made of who bought when, and how often.

group-about =
    <b>{ $group }</b>
    { $meaning }

    Guests: { $members } ({ $share }% of those who buy)
    Share of sales, all time: { $sales }%
group-average = Average receipt: { $average }
group-expected = Expected from each within 90 days: { $expected }
group-advice = 💡 { $advice }

group-moves = 🔀 Who moved ({ $count })
group-moved = <b>Moved between groups since { $since }</b>
group-nobody-moved = Since { $since } nobody has moved between groups.
group-move = { $members ->
    [one] { $members } guest: “{ $before }” → “{ $now }”
   *[other] { $members } guests: “{ $before }” → “{ $now }”
}
group-moves-rest = …and { $members } more in smaller moves

group-ask = 🔍 Whom it would reach
