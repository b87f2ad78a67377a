# Shared: the menu, errors, words that every screen needs.

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

error-unexpected = Something went wrong, but nothing is lost. Please try again a little later or press /start.
error-not-staff = Only staff can do this. If you work here, ask the owner for an invitation link.
error-member-not-found = No card was found. Ask the guest to open the card again, or check the phone number.
error-code-unknown = No card has this code now: a code lives 5 minutes. Ask the guest to open the card again.
error-link-unknown = This link did not work. Press /start to open the menu.
error-invitation-spent = This invitation has been used or is too old. Ask the owner for a new link.
error-own-card = You cannot serve your own card. Ask a colleague.
error-bad-line = “{ $text }” is neither an amount nor a line of a receipt. Type 1200.50, or what was bought: 4.50 latte, 2x3 espresso.
error-bad-amount = “{ $text }” does not look like an amount. Type it in digits, for example 1200 or 1200.50.
error-amount-too-large = That is too much, the most is { $most }. Check the zeros.
error-bad-number = A whole number from { $least } to { $most }, please.
error-bad-text = Please write up to { $most ->
    [one] { $most } character
   *[other] { $most } characters
}.
error-bad-city = A town’s name has letters. Type it, for example Leeds.
error-bad-birthday = There is no such date. Write day and month, for example 24.05 or 24.05.1990.
error-birthday-locked = A birthday gift was given already, so the date stays. If it is wrong, tell the staff.
error-phone-taken = Another card has this phone number. If it is yours, tell the staff.
error-contact-not-own = This is somebody else's contact. Press “Share my phone” to send your own.
error-bad-phone = There is no such phone number. Check the digits; a country code in front always helps: +44 7700 900123.
error-not-enough-points = Not enough points: { $have } here, { $need } needed.
error-share-exceeded = At most { $most ->
    [one] { $most } point
   *[other] { $most } points
} can pay for this receipt.
error-spending-frozen = Spending from this card is on hold. A manager can allow it again.
error-member-unreachable = The guest does not get messages from the bot and cannot approve spending. Points can only be added.
error-redemption-pending = The previous request still waits for the guest's answer.
error-already-resolved = This request is closed already.
error-too-late-to-undo = The time to undo is over. A manager can still do it.
error-already-undone = This purchase was undone already.
error-not-yours = This is not yours.
error-out-of-stock = This reward has run out. See the others in /rewards.
error-limit-reached = This reward can be taken { $limit ->
    [one] only once
   *[other] only { $limit } times
}.
error-voucher-unknown = There is no such voucher or coupon. Check the code: it has 8 characters.
error-voucher-expired = The voucher expired on { $on }. The points went back to the guest.
error-voucher-used = This voucher was used or cancelled before.
error-gone = This is not here any more. Open the section again.
error-nothing-to-pay = The sum has changed or was paid already. Open the fund again.
error-list-too-long = The list is longer than { $most ->
    [one] { $most } number
   *[other] { $most } numbers
}. Please split it.

bot-description = Your card is right here in the chat: points for every purchase, rewards, good deeds and offers made for you. Press Start, it takes one minute and no app.
bot-short-description = Loyalty card in Telegram: points, rewards, good deeds.

# Files
sheet-separator = ,
statement-name = account
statement-file = 🧾 The account line by line, in the shop's time: each movement of points with its lot, its receipt and the balance after it.
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
