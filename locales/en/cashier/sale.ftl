# A receipt: the quote, paying with points, recording and undoing it.

quote-title = 🧾 <b>{ $amount }</b> · { $name }
quote-line = • { $named ->
    [yes] { $title }
   *[no] no name
}{ $pieces ->
    [1] {""}
   *[other] {" "}× { $pieces }
}: { $amount }{ $known ->
    [yes] {""}
   *[no] {" "}— not on the list, an ordinary purchase
}
quote-lines-more = • and { $count ->
    [one] { $count } more line
   *[other] { $count } more lines
}
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
receipt-back = Refund a part, or move
till-held = 🔎 The receipt is recorded and went to the manager to be checked: the guest gets the points after that.

undone-done = ↩️ Undone: { $name }, { $amount }
undone-taken = Points taken back: −{ $points }
undone-returned = Points returned: +{ $points }
undone-not-taken = { $points } more could not be taken back: the guest has spent them.
undone-balance = On the card: { $balance }.
undone-stamps = ☕ { $title }:{ $count ->
    [0] { "" }
    [one] { " " }{ $count } stamp taken off.
   *[other] { " " }{ $count } stamps taken off.
}{ $used ->
    [yes] { " " }The gift for the card was handed out already, so its stamps stay used.
   *[no] { "" }
}
undo-asked = The time to undo is over. A manager has been asked and can undo it with one tap.
