# Trust: what the bot noticed at the till, what the owner makes of it, and searching the journal.

# To the guest and the cashier

purchase-held = 🔎 The shop is checking this receipt: its points will come after that.
till-held = 🔎 The receipt is recorded and went to the manager to be checked: the guest gets the points after that.
notice-checked = ✅ The receipt for { $amount } has been checked: <b>+{ $points ->
    [one] { $points } point
   *[other] { $points } points
}</b>
    Your card holds { $balance ->
    [one] { $balance } point
   *[other] { $balance } points
}
notice-suspended = 🔒 The shop has put spending from your card on hold. Your points are safe, and you can earn as usual. If this is a mistake, tell the staff.
error-too-many-redemptions = This guest has been asked about spending too often just now. Give points without spending, or ask again in { $minutes } min. The manager has been told.
error-too-many-codes = Too many wrong codes. For { $minutes } min codes are not taken: scan the QR or type the guest's phone. The manager has been told.
error-not-blockable = You can't switch off yourself or an owner named in the settings.

# To the owner: what happened

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
notice-flag = 🚩 <b>Have a look</b>
    { flag-story }
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

# To the owner: checks

owner-home-flags = 🚩 Waiting for your answer: { $count }
trust-checks = 🛡 <b>Checks</b>

    A receipt beyond these limits is recorded, but its points wait for you: give them, undo the purchase, or stop somebody.
trust-waiting = 🚩 Waiting: { $count }
trust-answered = 🗂 Answered
trust-flags = { $opened ->
    [yes] 🚩 <b>Waiting for your answer</b>
   *[no] 🗂 <b>Answered</b>
}
trust-no-flags = { $opened ->
    [yes] 🚩 Nothing suspicious: there is nothing to decide.
   *[no] 🗂 None answered yet.
}
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

# To the owner: the journal

journal-by-member = 🔍 Guest
journal-by-staff = 👤 Who
journal-by-subject = 🏷 What
journal-by-days = 🗓 When
journal-any = All
journal-narrow = { $by ->
    [member] 🔍 Type the guest's name, a part of it, or the whole phone number.
    [staff] 👤 Whose records?
    [subject] 🏷 Records of what?
   *[days] 🗓 From what time?
}
journal-subject = { $subject ->
    [purchase] Purchases
    [redemption] Spending
    [voucher] Vouchers
    [points] Points by the clock
    [member] Cards
    [consent] Consents
    [flag] Checked receipts
    [staff] Team
    [programme] Rules
    [rule] Earning rules
    [policy] Counting and limits
    [trust] Limits of checks
    [goods] Goods
    [stamp] Stamp cards
    [reward] Rewards
    [fund] Funds
    [offer] Offers
    [segment] Segments
    [import] Files brought in
    [attribute] Attributes of guests
    [quiz] Quizzes
    [feedback] Feedback
    [questions] Refused questions
   *[campaign] Broadcasts
}
journal-days = { $days ->
    [1] Today
    [365] A year
    [one] { $days } day
   *[other] { $days } days
}
journal-nothing = There are no such records.
journal-clear = ✖ Show everything
journal-export = ⬇️ As a file
journal-account = 🧾 Account: { $name }, since { $joined }
journal-account-file = 🧾 The account of { $name }, line by line, in the shop's time: each movement of points with its lot, its receipt and the balance after it.
journal-file = 📜 { $lines ->
    [one] { $lines } record
   *[other] { $lines } records
}, in the shop's time.{ $cut ->
    [no] {""}
   *[yes] {" "}No more fit into one file: these are the newest. Narrow the journal to get the rest in parts.
}
journal-column = { $column ->
    [number] No.
    [time] Time
    [source] From
    [outlet] Where
    [who] Who
    [member] Guest
   *[act] What
}
journal-source = { $source ->
    [chat] chat
    [clock] schedule
   *[command] command line
}
journal-clock = By schedule

act-points-birthday = { $member }: birthday gift, { points }
act-points-expired = { $member }: points expired, { $points }
act-trust-changed = Checks: { $what }
act-flag-raised = 🚩 To be checked: { suspicion-name }{ $suspicion ->
    [codes] {""}
   *[other] , { $member }
}
act-flag-accepted = Checked, all is well: { suspicion-name }{ $suspicion ->
    [codes] {""}
   *[other] , { $member }
}{ $points ->
    [0] {""}
   *[other] , +{ $points }
}
act-flag-undone = Checked, the purchase undone: { suspicion-name }, { $member }
act-flag-blocked = { $suspicion ->
    [card_a_day] Checked, spending from the card stopped: { suspicion-name }, { $member }
    [redemptions] Checked, spending from the card stopped: { suspicion-name }, { $member }
   *[other] Checked, the cashier dismissed: { suspicion-name }
}
