# Joining, and inviting a friend.

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

start-no-card = This is an invitation for a friend, not a card. Ask the guest to press “💳 Card” and scan again.
start-owner =
    👋 You manage this place.

    “📊 Manage” is for the programme's terms, staff, rewards and broadcasts. “🧾 Till” is for serving a guest. For a card of your own, use the button below.
start-cashier =
    👋 You work at the till. Send a photo of the guest's QR, the six digits on their card or a phone number — or press “🧾 Till”.

    For a card of your own, use the button below.

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
