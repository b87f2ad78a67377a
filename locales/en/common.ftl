# Common: words that several rooms need.

points = { $points ->
    [one] { $points } point
   *[other] { $points } points
}

menu-card = 💳 Card
menu-balance = ⭐ Balance
menu-rewards = 🎁 Rewards
menu-charity = ❤️ Good deeds
menu-offers = 🏷 Offers
menu-invite = 👋 Invite
menu-profile = 👤 Profile
menu-settings = ⚙️ Settings
menu-help = ❓ Help
menu-cashier = 🧾 Till
menu-owner = 📊 Manage
menu-join = ✨ Get a card

button-back = ‹ Back
button-cancel = Cancel
button-yes = Yes
button-no = No

bot-description = Your card is right here in the chat: points for every purchase, rewards, good deeds and offers made for you. Press Start, it takes one minute and no app.
bot-short-description = Loyalty card in Telegram: points, rewards, good deeds.

# Files

sheet-separator = ,
statement-name = account
statement-column = { $column ->
    [number] No.
    [at] Time
    [kind] What
    [subject] Title
    [points] Points
    [balance] Balance
    [lot] Lot
    [starts] Can be spent from
    [expires] Valid until
    [receipt] Receipt no.
    [amount] Receipt, { $currency }
    [paid] In money, { $currency }
    [corrects] Corrects no.
    [staff] Cashier
   *[how] How it was worked out
}

kind-welcome = For joining
kind-purchase = Purchase
kind-birthday = Birthday
kind-offer = Gift
kind-answer = For answers
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
