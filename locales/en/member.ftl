# The member's room.

language-name = English

command-card = My card
command-balance = How many points I have
command-history = Where the points come from
command-rewards = Rewards for points
command-donate = Give points to a good deed
command-offers = My offers
command-invite = Invite a friend
command-profile = My profile
command-settings = Settings
command-language = Language
command-help = What this bot can do
command-privacy = What is stored about you
command-cancel = Stop what was begun

# Joining

consent = 👋 <b>{ $shop }</b>: a card that is always with you. Earn points when you buy, pay with them later.{ $points ->
    [0] {""}
   *[other] {" "}Joining gives you <b>{ points }</b>, worth { $worth }.
}

    To keep your card we store your name, purchases and points. Anything else only if you wish. Details: /privacy

    By pressing “Get a card” you agree to this.
button-join = ✨ Get a card
button-offers-too = { $on ->
    [yes] ☑
   *[no] ☐
} Send me offers and gifts
joined = 🎉 Done, the card is yours!{ $points ->
    [0] {""}
   *[other] {" "}It holds <b>{ points }</b> already, worth { $worth }.
}
joined-menu = The menu is always at hand, at the bottom of the screen. And here is your card:
joined-before = You have a card already
home = Welcome back! You have <b>{ points }</b>, worth { $worth }.

    The card and all the rest are in the menu below.

# Card and balance

card = <b>{ $shop }</b>
    { $name } · { $level }

card-balance = ⭐ <b>{ points }</b> = { $worth }
card-code = Code for the till: <code>{ $code }</code> (until { $until })
card-code-alive = This code still works, until { $until }
button-new-code = 🔄 New code

balance = ⭐ You have <b>{ points }</b>
    They pay for { $worth }.
balance-expiry = ⏳ { points } until { $until }
balance-frozen = 🔒 Spending is on hold. To pay with points again, please speak to a manager.
button-history = 📜 History
points-signed = { $gain ->
    [yes] +
   *[no] −
}{ $points }

history = 📜 <b>History of points</b>
    Tap a line to see where it comes from.
history-empty = 📜 Everything that adds or takes points will stand here. Nothing has yet.
history-line = { $points } · { $what } · { $day }
button-older = Older ›
button-newest = ‹‹ Newest

kind-welcome = For joining
kind-purchase = Purchase
kind-birthday = Birthday
kind-offer = Gift
kind-grant = From the shop
kind-hold = Paid in points
kind-release = Returned
kind-donate = Good deed
kind-expire = Expired
kind-undo = Purchase undone

why = <b>{ $points }</b> · { $what }
    { $at }
why-title = “{ $title }”
why-receipt = Receipt: { $amount }
why-rate = { $paid } paid in money, level “{ $level }”: { $rate }%{ $multiplier ->
    [1] {""}
   *[other] , ×{ $multiplier } by an offer
}.
why-welcome = A gift for everybody who joins.
why-birthday = A birthday gift, once a year.
why-offer = A gift from a personal offer.
why-hold = Set aside for a reward or spent on a purchase; points that expire first go first.
why-release = The points went back to where they were taken from.
why-donate = You gave them to a good deed. Thank you!
why-expire = These points came to the end of their life.
why-undo = The purchase was undone: points spent came back, points earned were taken off.
why-because = { $reason ->
    [expired] Reason: time ran out.
    [cancelled] Reason: it was cancelled.
    [declined] Reason: you answered “Not me”.
   *[other] Reason: cancelled by the shop.
}
why-staff = Cashier: { $name }
why-lot = { $points } of those from { $came }, which last until { $until }
why-lot-for-ever = { $points } of those from { $came }, which do not expire
why-more = …and { $count ->
    [one] { $count } more
   *[other] { $count } more
}

# Help and the rest

help = <b>How it works</b>
    💳 Show your card at the till and get points.
    ⭐ Points can pay for part of a receipt: you approve it here with one tap.
    🎁 Or exchange them for a reward, or give them to a ❤️ good deed.

    /card – the card, /balance – points, /history – where they come from
    /rewards – rewards, /donate – good deeds, /offers – offers
    /profile – profile, /settings – language, consents, your data
    /invite – bring a friend, /privacy – what is stored
privacy = 🔐 <b>What “{ $shop }” stores</b>
    • your name, number and language in Telegram: to keep your card and to answer you;
    • purchases and points: to add them and to give them back;
    • phone, birthday, gender, city, interests: only if you entered them.

    Offers come only with your consent; every one of them has a button to stop them.
    Data are kept as long as you have a card. When you leave, name and profile are erased at once; nameless sums stay for the books.
    You can take your data with you or delete them at any time: /settings
privacy-contact = Questions about data: { $contact }
button-export = 📄 Download my data
button-leave = 🗑 Delete me
cancelled-name = All right, the name stays as it was.
cancelled-phone = All right, the phone stays as it was.
cancelled-birthday = All right, the birthday stays as it was.
cancelled-city = All right, the city stays as it was.
cancelled-points = All right, you keep your points.
cancelled-nothing = There is nothing to cancel. The menu is below.
phone-not-shared = The phone stays as it was.
step-text-please = An answer in words is needed here. Type it, or press /cancel.
step-button-please = Press “Share my phone” at the bottom of the screen, or /cancel.
not-understood = I understand the buttons of the menu below and commands: /card – card, /balance – points, /help – all the rest.
stale-button = This button is out of date. Open the section again from the menu.
