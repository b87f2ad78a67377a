# Checks: what the bot noticed at the till, the owner's verdict, the limits.

suspicion-name = { $suspicion ->
    [card_a_day] many receipts on a card
    [cashier_an_hour] many receipts of a cashier
    [family] a card of the cashier's family
    [size] an unusual receipt
    [redemptions] many requests to spend
   *[codes] wrong codes
}
flag-story = { $suspicion ->
    [card_a_day] <b>{ $name }</b>: more receipts on this card today than usual ({ $limit }). The receipt for { $amount } is recorded, cashier { $cashier }.
    [cashier_an_hour] <b>{ $cashier }</b> makes more receipts an hour than usual ({ $limit }). The receipt for { $amount } is recorded, guest { $name }.
    [family] <b>{ $cashier }</b> serves a card of their own family account: { $name }. The receipt for { $amount } is recorded.
    [size] <b>{ $cashier }</b>, guest { $name }: a receipt for { $amount } is larger than usual here.
    [redemptions] <b>{ $name }</b>: more requests to spend within 10 minutes than usual ({ $limit }). The new one was refused, cashier { $cashier }.
   *[codes] <b>{ $cashier }</b> types more wrong codes within 10 minutes than usual ({ $limit }). No codes are taken from them for now.
}{ $usual ->
    [none] {""}
   *[other] {" "}The usual receipt is { $usual }.
}{ $points ->
    [0] {""}
    [one] {" "}{ $points } point waits for you.
   *[other] {" "}{ $points } points wait for you.
}
button-flag-accept = ✅ All is well
button-flag-undo = ↩️ Undo the purchase
button-flag-block-card = 🔒 Stop spending from the card
button-flag-block-cashier = 🚫 Dismiss the cashier

trust-flag = 🚩 { $at }
trust-verdict = { $status ->
    [accepted] ✅ All is well
    [undone] ↩️ The purchase is undone
   *[blocked] { $card ->
        [yes] 🔒 Nobody spends from the card, the receipt earned no points
       *[no] 🚫 The cashier is dismissed, the receipt earned no points
    }
} — { $by }
trust-undone = ↩️ The purchase is undone as well
trust-flags = { $opened ->
    [yes] 🚩 <b>Waiting for your answer</b>
   *[no] 🗂 <b>Answered</b>
}
trust-no-flags = { $opened ->
    [yes] 🚩 Nothing suspicious: there is nothing to decide.
   *[no] 🗂 None answered yet.
}

# Limits

trust-checks = 🛡 <b>Checks</b>

    A receipt beyond these limits is recorded, but its points wait for you: give them, undo the purchase, or stop somebody.
trust-waiting = 🚩 Waiting: { $count }
trust-answered = 🗂 Answered
trust-limit-card-a-day = Receipts per card and day
trust-limit-cashier-an-hour = Receipts per cashier, hour
trust-limit-family = The cashier's family
trust-limit-size = Unusual receipt
trust-limit-redemptions = Requests in 10 minutes
trust-limit-codes = Wrong codes
trust-off = not checked
trust-on = checked
trust-times = { $times ->
    [one] { $times } time
   *[other] { $times } times
} the usual
trust-over = over { $amount }
trust-switch-off = Do not check
trust-ask = <b>{ $limit }</b>
    Now: { $value }

    { $hint }
trust-usual = The usual receipt here is { $amount } now.
trust-hint-card-a-day = How many receipts a day are usual on one card? The next one waits for you. Choose or type a number.
trust-hint-cashier-an-hour = How many receipts an hour can one cashier make? The next one waits for you. Choose or type a number.
trust-hint-family = A cashier serves a card that shares their account. Nobody ever serves their own card.
trust-hint-size = How many times the usual receipt must one be to wait for you? The usual is the one in the middle of all in 90 days, when there are at least 20. Or type an amount.
trust-hint-redemptions = How often may a guest be asked about spending within 10 minutes? The next request is refused. Choose or type a number.
trust-hint-codes = How many wrong card codes may a cashier type within 10 minutes? After that no codes are taken from them. Choose or type a number.
owner-unfrozen = 🔓 { $name } can spend points again. The guest will get a message about it.
