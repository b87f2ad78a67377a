# The owner's home: sections, figures of the day, the poster.

command-owner = Manage the programme

owner-go-home = 📊 Manage
owner-go-launch = 🚀 Launch the programme
owner-go-broadcast = 📣 Broadcast
owner-go-offers = 🏷 Offers
owner-go-rewards = 🎁 Rewards
owner-go-stamps = ☕ Stamp cards
owner-go-funds = ❤️ Funds
owner-go-rules = 📐 Rules
owner-go-goods = 📦 Goods
owner-go-guests = 🧑‍🤝‍🧑 Guests
owner-go-segments = 👥 Segments
owner-go-staff = 👥 Team
owner-go-numbers = 📈 Numbers
owner-go-journal = 📜 Journal
owner-go-poster = 🪧 QR poster
owner-go-trust = 🛡 Checks
owner-go-import = 📥 Bring in a file
question-groups = 📊 Groups by purchases (RFM)
owner-go-attributes = 🏷 Attributes
owner-go-quizzes = 🧩 Quizzes
owner-go-feedback = ⭐ Feedback
owner-go-levels = 🏅 Levels
owner-go-earning = ✨ Earning rules
owner-go-policies = ⚖️ Counting
owner-go-returns = ↩️ Refunds
owner-go-versions = 🕰 Versions of the rules
owner-go-speak = 💬 Speak
owner-go-give = 🎁 Give
owner-go-setup = 🛠 Set up

owner-group-guests = 🧑‍🤝‍🧑 <b>Guests</b>
    What you know of them, and what you ask.
owner-group-speak = 💬 <b>Speak</b>
    One message to many, or an offer that the bot gives by itself.
owner-group-give = 🎁 <b>Give</b>
    What guests spend points on, and what they collect stamps for.
owner-group-setup = 🛠 <b>Set up</b>
    The programme's rules, the team and all that the till needs.

owner-home-title = 📊 <b>{ $shop }</b>
owner-home-defaults = The programme is not launched yet: the usual rules hold until then. Members can join already.
owner-home-today = Today: { $purchases ->
    [one] { $purchases } purchase
   *[other] { $purchases } purchases
} for { $turnover }, { $members ->
    [one] { $members } new member
   *[other] { $members } new members
}.
    Points given { $given }, spent { $spent }.
owner-home-flags = 🚩 Waiting for your answer: { $count }

# Figures

owner-period = { $days ->
    [1] Today
    [7] 7 days
   *[other] 30 days
}
owner-numbers = 📈 <b>{ $days ->
    [1] Today
    [7] The last 7 days
   *[other] The last 30 days
}</b>

    New members: { $members }, { $all } in all
    Purchases: { $purchases } for { $turnover }, { $paid } in money
    Buyers: { $buyers }, { $returning }% of them came back

    Points given: { $given }
    Spent: { $spent }, payments with points { $redemptions }
    Expired: { $expired }
    To good deeds: { $donated }, donations { $donations }

    Members now hold { $outstanding ->
    [one] { $outstanding } point
   *[other] { $outstanding } points
}, worth { $worth }.

# Poster

owner-poster = 🪧 The poster of “{ $shop }”. Print the QR code and put it by the till: a guest points the camera and gets a card.

    { $link }
