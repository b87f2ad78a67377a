# Refunding a purchase, and moving it to another card.

bought-title = 🧾 <b>Latest purchases</b>
    Choose the one to refund or to move.
bought-none = 🧾 No purchases yet.
bought-line = { $at } · { $name } · { $amount }
bought-gone = <s>{ $at } · { $name } · { $amount }</s>

refund-purchase = 🧾 <b>{ $name }</b>, { $amount }
    { $at }
refund-left = A part went back already, { $left } is left.
refund-all = ↩️ Refund all: { $left }
refund-part = Refund a part: type the amount
refund-lines = Refund by line
refund-line = { $title }{ $pieces ->
    [1] {""}
   *[other] {" "}×{ $pieces }
} · { $left }
refund-how-much = <b>{ $name }</b>: how much goes back? Type it in digits, { $left } at most.
refund-which-line = <b>{ $name }</b>: what came back?
refund-how-many = <b>{ $title }</b>: how many pieces came back?
    There are { $pieces } for { $left }.
refund-confirm = ↩️ <b>Refund of { $amount }</b> · { $name }
refund-done = ✅ <b>Refund of { $amount }</b> · { $name }
refund-money = Hand over in money: <b>{ $paid }</b>
refund-returned = Back on the card: +{ $points }
refund-taken = Points earned are taken off: −{ $points }
refund-owed = Spent already: { $points }. They will come off the next points.
refund-forgiven = Spent already: { $points }. There is nothing to take, and the guest owes nothing.
refund-will-hold = The card will hold { $balance }.
refund-do = ↩️ Refund
refund-more = ↩️ More of this purchase
refund-stale = More than 10 minutes have passed. Open the purchase again: “Till” → “Refund or move”.

# Moving

move-start = 🔁 Move to another card
move-whose = 🔁 The purchase of { $amount } is on this card: <b>{ $name }</b>.
    Whose is it really? Scan the card, send a photo of the QR, or type the 6 digits or the phone number.
move-not-found = The other guest's card is needed: QR, the 6 digits on it or the whole phone number. Changed your mind? /cancel.
move-confirm = 🔁 <b>{ $amount }</b>, { $at }
    From the card of: { $name }
    To the card of: <b>{ $to }</b>

    The points for it leave the first card and are given to the second. Both guests get a message.
move-do = 🔁 Move
move-done = ✅ The purchase of { $amount } was moved.
    { $name }: −{ $taken }
    { $to }: +{ $earned }
