# The till: the cashier's home, today's receipts, the outlet.

command-cashier = Till: find a guest and give points

till-welcome = { $role ->
    [owner] 🎉 You manage the programme now.
   *[cashier] 🎉 You are on the team!
} Point your phone's camera at a guest's QR, type the amount, and the points are given. All the ways and your receipts of the day are under the “🧾 Till” button.

till-home = 🧾 <b>The till is open</b>

    Find a guest in any way:
    • point your phone's camera at their QR
    • send a photo of the QR here
    • type the 6 digits of the card, a phone number, a voucher's or a coupon's code
till-nothing-yet = No receipts yet today.
till-today = Today: { $purchases ->
    [one] { $purchases } receipt
   *[other] { $purchases } receipts
}, { $turnover }
till-points = Points: { $earned } given, { $spent } spent
till-vouchers = Vouchers accepted: { $count }
till-line = • { $name }, { $amount }: { $spent ->
    [0] +{ $earned }
   *[other] +{ $earned }, −{ $spent }
}{ $back ->
    [yes] {" "}({ $refunded } refunded)
   *[no] {""}
}
till-nobody = a former guest
till-line-held = • { $name }, { $amount }: { $spent ->
    [0] {""}
   *[other] −{ $spent },{" "}
}🔎 to be checked
till-line-undone = • <s>{ $name }, { $amount }</s> — taken back
till-undo = ↩️ Undo: { $name }, { $amount }
till-refunds = ↩️ Refund or move
till-back = 🧾 Till
till-serve = 🧾 Receipt: { $name }
till-left-purchase = All right, the purchase stays as it was. The till is ready for the next guest.
till-cancelled = The guest's card is closed, nothing was recorded on it. The till waits for the next one.

till-where = 📍 Where do you work?
till-here = 📍 { $name }
workplace-which = 📍 Where do you work today?
    Your receipts will name this place, and rules made for it will count.
workplace-chosen = You work here: { $name }
