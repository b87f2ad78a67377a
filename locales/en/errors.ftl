# Errors: the answer when something cannot be done. By the folders of services/ that raise them.

error-unexpected = Something went wrong, but nothing is lost. Please try again a little later or press /start.
error-not-yours = This is not yours.
error-gone = This is not here any more. Open the section again.
error-name-taken = There is one of this name already. Type another.

# services/charity

error-nothing-to-pay = The sum has changed or was paid already. Open the fund again.

# services/checkout

error-code-unknown = No card has this code now: a code lives 5 minutes. Ask the guest to open the card again.
error-bad-line = “{ $text }” is neither an amount nor a line of a receipt. Type 1200.50, or what was bought: 4.50 latte, 2x3 espresso.
error-member-unreachable = The guest does not get messages from the bot and cannot approve spending. Points can only be added.
error-redemption-pending = The previous request still waits for the guest's answer.
error-already-resolved = This request is closed already.
error-too-many-lines = The receipt has too many lines, the most is { $most }. Add up those that are alike.
error-lines-run-together = “{ $text }” looks like two lines of a receipt. Put a comma between them.
error-paid-with-points = A part of this purchase was paid with points, so it cannot be moved. Refund it and record it on the right card.
error-partly-refunded = A part of this purchase went back, so it cannot be moved. Refund the rest and record it on the right card.
error-same-member = The purchase is on this card already.
error-too-many-redemptions = This guest has been asked about spending too often just now. Give points without spending, or ask again in { $minutes } min. The manager has been told.

# services/earning

error-too-many-rules = There can be { $most } rules at most. Delete those that are no longer needed.
error-excludes-everything = Such a rule would take all points away. Choose what earns no points, or when.

# services/feedback

error-feedback-closed = This question is closed. Thank you!
error-replied-already = Somebody has replied to this one already.
error-nobody-there = This guest can't be written to: they stopped the bot or deleted their card.

# services/fraud

error-too-many-codes = Too many wrong codes. For { $minutes } min codes are not taken: scan the QR or type the guest's phone. The manager has been told.

# services/goods

error-sku-taken = Another product has this number already.

# services/importing

error-bad-file = “{ $name }” is no table with rows that can be read. Send a CSV or XLSX file with headings in its first row.
error-unknown-file-kind = The headings do not tell what this file is. It takes a phone or a client's number, and for purchases a date and a sum.
error-unknown-column = “{ $column }” is no column of this file, or cannot be in such a file.
error-column-missing = A column is missing without which such a file cannot be understood.
error-import-crossed = Something else brought in the same members or receipts just then. What had come in stays; bring the file in once more, and only the rest is added.
error-import-under-way = Another file is being brought in right now. What had come in of this one stays; bring it in again when the other is done.
error-no-owner = The shop has no owner yet: set OWNER_IDS first.

# services/ledger

error-not-enough-points = Not enough points: { $have } here, { $need } needed.
error-spending-blocked = Spending from this card is on hold. A manager can allow it again.

# services/levels

error-lowest-level = Everybody begins on the first level: it begins at nought and cannot be removed.
error-level-taken = There is such a level already: each has a name and a threshold of its own.
error-too-many-levels = Nobody remembers more than { $most } levels. Remove one first.

# services/members

error-member-not-found = No card was found. Ask the guest to open the card again, or check the phone number.

# services/offers

error-needs-goods = Choose which category free delivery is for: anything else would be free too.
error-too-many-offers = { $most } offers for everybody hold already. Pause or delete one first.

# services/parsing

error-bad-amount = “{ $text }” does not look like an amount. Type it in digits, for example 1200 or 1200.50.
error-amount-too-large = That is too much, the most is { $most }. Check the zeros.
error-bad-number = A whole number from { $least } to { $most }, please.
error-bad-text = Please write up to { $most ->
    [one] { $most } character
   *[other] { $most } characters
}.
error-bad-birthday = There is no such date. Write day and month, for example 24.05 or 24.05.1990.
error-bad-phone = There is no such phone number. Check the digits; a country code in front always helps: +44 7700 900123.
error-bad-multiplier = A multiplier from 1.1 to 10 is needed, for example 2 or 1.5.
error-bad-hours = Write the hours like this: 16-18 or 9:30-12:00.
error-bad-dates = Write the dates like this: 01.12-31.12, or one day: 25.12. The last day comes no earlier than the first.
error-bad-moment = This does not look like a time. Type, for example: 18:30, tomorrow 10:00 or 25.12 09:00.
error-moment-over = This time is over already. Type another.

# services/pricing

error-share-exceeded = At most { $most ->
    [one] { $most } point
   *[other] { $most } points
} can pay for this receipt.

# services/profiles

error-bad-child-birthday = Day, month and year of birth, please, for example 24.05.2019. No more than { $oldest } years ago.
error-too-many-children = There is no room here for more than { $most } dates.
error-bad-city = A town’s name has letters. Type it, for example Leeds.
error-birthday-locked = A birthday gift was given already, so the date stays. If it is wrong, tell the staff.
error-phone-taken = Another card has this phone number. If it is yours, tell the staff.
error-contact-not-own = This is somebody else's contact. Press “Share my phone” to send your own.

# services/programme

error-bad-percent = A percentage above zero and up to { $most }, please, for example 5 or 2.5.
error-unknown-timezone = There is no such time zone. Choose a button or type a city, for example London or Europe/Berlin.
error-unknown-currency = There is no such currency here. Choose one of the buttons.
error-currency-fixed = The currency can't change any more: receipts were recorded in it.

# services/refunds

error-too-late-to-undo = The time to undo is over. A manager can still do it.
error-already-undone = This purchase was undone already.
error-too-late-to-refund = A cashier can take goods back { $days ->
    [0] only on the day of the purchase
    [one] for { $days } day after the purchase
   *[other] for { $days } days after the purchase
}. After that the owner does.
error-refund-too-large = That is too much: { $left } of the purchase is left.
error-purchase-changed = Another refund of this purchase went through meanwhile. Open it again.
error-purchase-held = This receipt is being checked by the owner. Until they have answered it can only be refunded whole.

# services/rewards

error-out-of-stock = This reward has run out. See the others in /rewards.
error-reward-limit-reached = This reward can be taken { $limit ->
    [one] only once
   *[other] only { $limit } times
}.
error-voucher-unknown = There is no such voucher or coupon. Check the code: it has 8 characters.
error-voucher-expired = The voucher expired on { $on }. The points went back to the guest.
error-voucher-used = This voucher was used or cancelled before.

# services/segments

error-list-too-long = The list is longer than { $most ->
    [one] { $most } number
   *[other] { $most } numbers
}. Please split it.
error-too-many-segments = { $most } segments are saved already. Delete one to make room.
error-question-too-long = The question has too many conditions: up to { $most } can be asked, those of named segments included. Take some out.

# services/staff

error-not-staff = Only staff can do this. If you work here, ask the owner for an invitation link.
error-link-unknown = This link did not work. Press /start to open the menu.
error-invitation-spent = This invitation has been used or is too old. Ask the owner for a new link.
error-own-card = You cannot serve your own card. Ask a colleague.
error-not-owner = Only the owner can open this section.
error-not-blockable = You can't switch off yourself or an owner named in the settings.

# services/stamps

error-card-begun = Guests have stamps on this card already, so their number stays as it was promised. You can pause it and start another one.

# services/surveys

error-bad-choices = It takes { $least } to { $most } different answers, each on a line of its own.
error-too-many-attributes = No more than { $most } attributes at a time: nobody would answer that many. Retire some first.
error-quiz-closed = This quiz is closed. Thank you for wanting to answer!
error-quiz-done = You have answered every question. Thank you! Your answers can be changed in your profile.
error-quiz-published = Guests are answering this quiz already, so its questions and points stay.
error-quiz-empty = The quiz has no question yet.
error-too-many-quiz-questions = A quiz has no more than { $most } questions: few people would reach the end.
