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
} I want offers and gifts
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
kind-reward = Reward
kind-release = Returned
kind-donate = Good deed
kind-expire = Expired
kind-undo = Purchase undone
kind-refund = Refund
kind-move = Somebody else's purchase
kind-settle = Debt paid off
kind-forgive = Debt forgiven

why = <b>{ $points }</b> · { $what }
    { $at }
why-title = “{ $title }”
why-receipt = Receipt: { $amount }
why-level = Level “{ $level }”
why-rate = { $paid } paid in money: { $rate }%{ $more ->
    [yes] {" "}×{ $times }
   *[no] {""}
}
why-excluded = { $paid }: earns no points
why-rule = ✨ { $title }
why-offer-used = 🏷 { $title }{ $cheaper ->
    [yes] : −{ $off }
   *[no] {""}
}{ $points ->
    [0] {""}
   *[other] {" "}(+{ $points })
}
why-remainder = Parts of a point: { $before } from earlier receipts, { $after } carried to the next
why-least = Receipts below { $least } earn no points.
why-limit = { $cut ->
    [one] { $cut } point
   *[other] { $cut } points
} above the limit of a { $limit ->
    [receipt] receipt
    [day] day
   *[month] month
} were not given.
why-welcome = A gift for everybody who joins.
why-birthday = A birthday gift, once a year.
why-offer = A gift from a personal offer.
why-hold = { $reward ->
    [yes] Set aside for a reward.
   *[no] Paid part of a purchase.
} Points that expire first go first.
why-release = The points went back to where they were taken from.
why-donate = You gave them to a good deed. Thank you!
why-expire = These points came to the end of their life.
why-undo = The purchase was undone: points spent came back, points earned were taken off.
why-refund = The purchase or a part of it went back, and points with it in proportion.
why-move = The purchase was somebody else's and went to their card.
why-settle = New points covered what had been spent before a refund.
why-forgive = The debt in points is closed.
why-because = { $reason ->
    [expired] Reason: time ran out.
    [cancelled] Reason: it was cancelled.
    [declined] Reason: you answered “Not me”.
   *[other] Reason: cancelled by the shop.
}
why-staff = Cashier: { $name }
why-until = Valid until { $until }
why-for-ever = Never expire
why-term = Expiry: { $until }
why-no-term = No expiry
why-lot = { points-signed } { $gain ->
    [yes] to those from
   *[no] of those from
} { $came }. { $life }
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
    • phone, birthday, gender, city, interests, family, children's birthdays, best time, answers to questions and scores: only if you gave them; at the till staff see the end of the phone and, in the week before it, the birthday without its year.

    Offers come only with your consent; every one of them has a button to stop them.
    Data are kept as long as you have a card. When you leave, name and profile are erased at once; nameless sums stay for the books, and a note that the gift for joining was given.
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

# Approving a payment in points

redemption-approved = ✅ <b>Done</b>
    Receipt: { $amount }
    In points: { $spent }
    In money: { $paid }
    Earned: +{ $earned }
    On the card now: <b>{ $balance }</b>
redemption-refused = 👌 <b>The points stay on your card.</b> The cashier has been told.
redemption-declined = 🔒 <b>Nothing was spent.</b>
    The points set aside are back, and all spending from your card is on hold. A manager has been told and will lift this once it is clear what happened.

    You can earn points as usual.

# Rewards and vouchers

rewards = 🎁 <b>Rewards</b>
    You have { points }. Choose what to exchange them for.
rewards-empty = 🎁 There are no rewards yet. Points can pay at the till.
reward-line = { $affordable ->
    [yes] 🎁
   *[no] 🔸
} { $title } · { $points }
button-page-back = ‹ Back
button-page-on = More ›
button-my-vouchers = 🎟 My vouchers
reward = 🎁 <b>{ $title }</b>
    { points }
reward-about = { $text }
reward-life = The voucher lasts { $days ->
    [one] { $days } day
   *[other] { $days } days
}.
reward-stock = Left: { $count }
reward-taken-up = You have taken as many as one guest may.
reward-missing = <b>{ points }</b> missing: you have { $have }.
button-take = Take for { $points ->
    [one] { $points } point
   *[other] { $points } points
}
reward-ask = Exchange <b>{ points }</b> for “{ $title }”?
    { $left } will be left. { reward-life } If you change your mind, the points come back.
button-take-yes = Yes, exchange
reward-taken = 🎟 “{ $title }”: your voucher is below. { points } set aside, { $balance } left on the card.
voucher-made-before = You have the voucher already

voucher = 🎟 <b>{ $title }</b>
    Show this code to the cashier: <code>{ $code }</code>
    Valid until { $until }
vouchers = 🎟 <b>My vouchers</b>
    Tap one to show it to the cashier.
vouchers-empty = 🎟 No vouchers now. They appear when you take a reward or get a gift.
voucher-line = { $title } · until { $until }
voucher-over = 🎟 “{ $title }” { $status ->
    [accepted] was used.
    [cancelled] was cancelled{ $points ->
        [0] .
       *[other] , the points are back.
    }
   *[expired] has expired{ $points ->
        [0] .
       *[other] , the points are going back to the card.
    }
}
voucher-return-ask = Cancel the voucher? { $points ->
    [one] { $points } point goes
   *[other] { $points } points go
} back to your card.
voucher-returned = ↩️ “{ $title }”: the voucher is cancelled, { $points ->
    [one] { $points } point is
   *[other] { $points } points are
} back. { $balance } on the card.
button-return-voucher = ↩️ Cancel the voucher
button-return-yes = Yes, cancel it
button-keep = Keep it

# Good deeds

funds = ❤️ <b>Good deeds</b>
    Give points to those who need them more: the shop pays them out in money and shows the proof.
funds-empty = ❤️ Good deeds that points can help will stand here.
fund-line = ❤️ { $title }
fund-given = <b>{ $title }</b>
    { $given ->
        [one] { $given } point
       *[other] { $given } points
    } given · { $donors ->
    [one] { $donors } person helped
   *[other] { $donors } people helped
}
fund-progress = <b>{ $title }</b>
    { $given } of { $goal } points given ({ $percent }%)
fund-about = { $text }
fund-how-many = You have { points }. How many would you give?
fund-nothing-to-give = No points yet: they come with a purchase.
button-give-some = { $points }
button-give-all = All { $points }
button-give-other = Another number
fund-type = How many points for “{ $title }”? Type a number from 1 to { $points }.
fund-ask = Give <b>{ points }</b> ({ $worth }) to “{ $title }”?
    You will have { $left } left.
button-give-yes = ❤️ Give { $points }
fund-thanks = ❤️ <b>Thank you!</b>
    You gave { points } to “{ $title }”: { $mine } from you in all, { $total }{ $goal ->
    [0] {""}
   *[other] {" "}of { $goal }
} together.
    { $balance } left on the card. Once the money is paid out, we will send you the proof.
fund-given-before = Given already, thank you!
button-funds = ❤️ Other good deeds

# Offers

offers = 🏷 <b>Your offers</b>
offers-empty = 🏷 No personal offers at the moment.
offer = <b>{ $title }</b>
    { $text }
    { $until ->
    [always] No end date
   *[other] Until { $until }
}
button-gift = 🎟 { $title }
offers-off = We do not send you offers and gifts now.
button-offers-on = 🔔 Send them
offers-stopped = 🔕 No more offers. Messages about your own points will stay.
offers-stopped-before = Offers are off already
button-undo-stop = Turn offers back on
offers-resumed = 🔔 All right, offers will come again.

# Inviting

invite = 👋 <b>Invite a friend</b>
    Send the link or show this code.{ $points ->
    [0] {""}
   *[other] {" "}Your friend gets { points } for joining, worth { $worth }.
}

    { $link }
invite-words = “{ $shop }”: a card right in Telegram{ $points ->
    [0] {""}
   *[other] , { points } for joining
}
button-share = 📤 Send to a friend

# Profile

profile = 👤 <b>Profile</b>
    Nothing here is required: you decide what to tell.
profile-saved = ✅ Saved.
profile-field = { $field }: <b>{ $value }</b>
profile-blank = { $field }: —
field-name = Name
field-phone = Phone
field-birthday = Birthday
field-gender = Gender
field-city = City
field-interests = Interests
why-field-name = What you will be called at the till.
why-field-phone = 📱 By your phone number you can be found at the till when the card is not at hand. The cashier sees only its last two digits.
why-field-birthday = 🎂 { $points ->
    [0] We will wish you well on the day.
   *[other] Your birthday brings { points }.
} In the week before it a cashier sees the day, never the year.
why-field-gender = So that offers suit you.
why-field-city = So that we invite you to where it is convenient.
why-field-interests = So that we send only what you like.
ask-name = Type what you would like to be called.
ask-phone = You can replace or remove the number.
ask-birthday = Type day and month: 24.05 or 24 May. The year only if you like: 24.05.1990.
ask-gender = Choose:
ask-city = Which city are you in? Type its name.
ask-interests = Tick what you like:
birthday-locked = A present was given for this date, so it stays. If it is wrong, tell the staff.
gender-female = Female
gender-male = Male
interest-chip = { $on ->
    [yes] ☑
   *[no] ☐
} { $interest }
interest-food = Good food
interest-coffee = Coffee and tea
interest-sweets = Sweets
interest-health = Health
interest-beauty = Beauty
interest-sport = Sport
interest-kids = Children
interest-pets = Pets
interest-books = Books
interest-travel = Travel
button-remove = 🗑 Remove
button-another-phone = Another number
button-share-phone = 📱 Share my phone
phone-share = Press the button below: Telegram will send us your own number.
phone-saved = ✅ The phone is saved. You can change or remove it in your profile.

# Settings

settings = ⚙️ <b>Settings</b>
    Language: { $language }
    Offers and gifts: { $ads ->
    [yes] send them
   *[no] do not send
}
    Time zone: { $zone }, { $time } now
button-language = 🌐 Language
button-zone = 🕐 Time zone
language-choose = 🌐 Which language shall we speak?
language-set = Done, from now on in English.
zone-choose = 🕐 Where do you live? It decides when we write and which time we show.
button-shop-zone = As the shop: { $zone }
exported = 📄 Here is everything that is stored about you.
leave-ask = 🗑 <b>Delete your card and all data about you?</b>
    { $points ->
    [0] There are no points on the card.
    [one] { $points } point will be lost.
   *[other] { $points } points will be lost.
}{ $vouchers ->
    [0] {""}
    [one] {" "}And { $vouchers } unused voucher.
   *[other] {" "}And { $vouchers } unused vouchers.
}
    They cannot be restored.
button-stay = Stay
button-leave-yes = Delete for ever
left = 🗑 Your card and data are deleted. Thank you for having been with us.
left-door-open = If you wish to come back, the door is open.
left-before = Deleted already

start-no-card = This is an invitation for a friend, not a card. Ask the guest to press “💳 Card” and scan again.
start-owner =
    👋 You manage this place.

    “📊 Manage” is for the programme's terms, staff, rewards and broadcasts. “🧾 Till” is for serving a guest. For a card of your own, use the button below.
start-cashier =
    👋 You work at the till. Send a photo of the guest's QR, the six digits on their card or a phone number — or press “🧾 Till”.

    For a card of your own, use the button below.
