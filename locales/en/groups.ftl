# Groups of members by how lately and how often they buy (RFM): the owner's screens.


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
