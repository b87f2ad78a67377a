# The till: everything a cashier sees.

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
till-back = 🧾 Till
till-not-this-guest = ‹ Not this guest
till-serve = 🧾 Receipt: { $name }
till-stale = More than 10 minutes have passed: somebody else may stand at the till. Scan the card again.
till-digits-please = Type the amount in digits, for example 1200 or 1200.50. Not this guest? /cancel.
till-whose = Whose receipt is it? Find the guest first: QR, the 6 digits of the card or the whole phone number. Then type the amount.
till-left-purchase = All right, the purchase stays as it was. The till is ready for the next guest.
till-cancelled = The guest's card is closed, nothing was recorded on it. The till waits for the next one.

scan-nothing = There is no QR code to be seen. Take it closer, whole and without glare, or type the 6 digits under it.
scan-foreign = This QR is no guest's card. Ask the guest to open the card in this bot.
scan-too-large = The picture is too large. Send an ordinary photo, or type the 6 digits of the card.

guest-title = 👤 <b>{ $name }</b> · { $level }
guest-balance = { points } = { $worth }
guest-birthday = 🎂 Birthday { $days ->
    [0] today!
    [1] tomorrow, { $day }
   *[other] in { $days } days, { $day }
}
guest-new = 🌱 No purchases yet: the first visit
guest-visits = 🗓 Was here { $days ->
    [0] today
    [1] yesterday
   *[other] { $days } days ago
} · { $count ->
    [one] { $count } purchase
   *[other] { $count } purchases
}
guest-favourites = ❤️ Often takes: { $goods }
guest-phone = Phone { $tail }
guest-frozen = ❄️ Spending is on hold: points can only be given.
guest-unreachable = 🔕 The bot cannot write to the guest: points can only be given.
guest-offer = 🏷 { $title }
guest-vouchers = 🎟 { $count ->
    [one] There is { $count } voucher
   *[other] There are { $count } vouchers
}: ask to see it.
guest-ask-amount = <b>Type the amount of the receipt.</b>
guest-ask-lines = Or line by line, with commas: 450 { $one }, 2x150 { $other }

quote-title = 🧾 <b>{ $amount }</b> · { $name }
quote-offer = 🏷 { $title }{ $cheaper ->
    [yes] : −{ $off }
   *[no] {""}
}{ $points ->
    [0] {""}
    [one] {" "}(+{ $points } point)
   *[other] {" "}(+{ $points } points)
}
quote-rule = ✨ { $title }
quote-missed = 💡 “{ $title }”: { $why ->
    [least] { $lack } more to reach its minimum
    [goods] not on the receipt: { $goods }
    [outlet] only here: { $outlets }
    [nth] for purchase number { $nth }
    [level] for the level { $levels }
    [alone] does not go with what is in use
    [beaten] the guest is better off without it
    [nothing] brings nothing on this receipt
    [over] its time is over
    [passed] was for purchase number { $nth }
   *[other] valid{ conditions-when }
}
quote-due = To pay: <b>{ $due }</b>
quote-most = Points may pay up to { $points }.
quote-award = { $points ->
    [0] Record without points
    [one] Give { $points } point
   *[other] Give { $points } points
}
quote-spend = Spend { $points ->
    [one] { $points } point
   *[other] { $points } points
}
quote-spend-other = Spend another number
quote-spend-none = { $points ->
    [0] Don't spend
   *[other] Don't spend: +{ $points }
}

spend-confirm = 🧾 <b>{ $amount }</b> · { $name }{ $discount ->
    [0] {""}
   *[other] {""}
    Discount: −{ $discount }
}

    In points: { $points }
    In money: <b>{ $to_pay }</b>
    Will earn: +{ $earns }

    The guest says yes on their own phone.
spend-ask = Ask { $name }
spend-how-many = <b>{ $name }</b>: how many points to spend? Type a number from 1 to { $most }.
spend-waiting = ⏳ <b>{ $name }</b>: waiting for a yes to { points }.
    To pay in money: <b>{ $to_pay }</b>

    The answer comes here within { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }. You can serve the next guest right now.
spend-withdraw = Withdraw the request
spend-withdrawn = The request is withdrawn, no receipt was recorded. <b>{ $name }</b>: { points } back on the card.

receipt-done = ✅ <b>{ $name }</b>, { $amount }
    Points given: <b>+{ $earned }</b>, on the card: { $balance }.
receipt-held = ✅ <b>{ $name }</b>, { $amount }
    On the card: { $balance }.
receipt-saved = Discount: { $discount }. Paid in money: <b>{ $due }</b>.
receipt-undo = ↩️ Undo

undone-done = ↩️ Undone: { $name }, { $amount }
undone-taken = Points taken back: −{ $points }
undone-returned = Points returned: +{ $points }
undone-not-taken = { $points } more could not be taken back: the guest has spent them.
undone-balance = On the card: { $balance }.

voucher-screen = 🎟 <b>{ $title }</b>
    Guest: { $name }
    Code { $code }, valid until { $until }
voucher-accept = ✅ Hand over
voucher-done = ✅ Handed over: <b>{ $title }</b>
    { $name }: the voucher is used.
undo-asked = The time to undo is over. A manager has been asked and can undo it with one tap.
