# Guests: search, the page of one guest, and the journal.

guests-find = 🔍 Find a guest
guests-ask = 🔍 Type the guest's name, a part of it, or the whole phone number.
guests-none = 🤷 Nobody was found by “{ $sought }”.
    Type another part of the name, or the whole phone number. Only guests who have a card are found.
guests-several = { $more ->
    [yes] 🔍 There are many such guests; here are the { $count } who were here last. Choose one, or type more of the name.
   *[no] 🔍 Whom do you mean? Choose, or type more of the name.
}
guests-choice = { $name }, since { $joined }
guests-another = 🔍 Another guest

# The page of a guest

guests-since = 🤝 With you since { $joined }
guests-bought-nothing = 🌱 No purchases yet
guests-spent = 🧾 Spent { $spent }, { $average } a receipt on average
guests-group = 📊 Group by purchases (RFM): { $group }
guests-stage = 🧭 Stage of life: { $stage }
guests-expected = 🔮 Expected within 90 days: { $expected }
guests-frozen = ❄️ Spending is on hold
guests-reach = { $reachable ->
    [yes] { $agreed ->
        [yes] 🔔 Can be written to, offers too
       *[no] 🔔 Can be written to, but agreed to no offers
    }
   *[no] { $agreed ->
        [yes] 🔕 Agreed to offers, but the bot cannot write to them
       *[no] 🔕 The bot cannot write to them
    }
}
guests-segments = { $count ->
    [0] In no segment now.
   *[other] <b>In segments:</b> { $count }{ $rest ->
        [0] { "" }
       *[other] . Below are the first; { $rest } more are left out.
    }
}
guests-account = 🧾 Account
guests-journal = 📜 Journal

# The journal

owner-journal = 📜 <b>Journal</b>
owner-journal-none = 📜 The journal is empty so far.
owner-journal-line = <i>{ $at } · { $who }</i>
owner-journal-newest = « Newest
owner-journal-older = Earlier ›
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

# Records: the programme and the team

act-programme-launched = The programme was launched
act-programme-changed = Rules: { $what }
act-programme-level-added = New level “{ $title }”
act-programme-level-changed = Level “{ $title }”: { $what }
act-programme-level-removed = Level “{ $title }” removed
act-programme-levels-changed = Levels: { $what }
act-programme-returns-changed = Refunds: { $what }
act-rule-added = New earning rule: { $title }
act-rule-changed = Earning rule changed: { $title }
act-rule-paused = Earning rule paused: { $title }
act-rule-resumed = Earning rule works again: { $title }
act-rule-deleted = Earning rule deleted: { $title }
act-rule-moved = Earning rule moved: { $title }
act-policy-changed = How to count and limit: { $what }
act-trust-changed = Checks: { $what }
act-staff-invited = Invitation: { $role ->
    [owner] owner
   *[cashier] cashier
}
act-staff-joined = Now in the team: { $role ->
    [owner] owner
   *[cashier] cashier
}
act-staff-revoked = Access taken away: { $staff }
act-staff-moved = Now works here: “{ $title }”

# Records: the till

act-purchase-recorded = { $member }: purchase { $amount }, +{ $earned }{ $spent ->
    [0] { "" }
   *[other] , −{ $spent }
}
went-back-points = { $taken ->
    [0] { "" }
   *[other] , −{ $taken }
}{ $returned ->
    [0] { "" }
   *[other] , +{ $returned }
}
act-purchase-undone = { $member }: { $priced ->
    [yes] purchase of { $amount } undone
   *[no] purchase undone
}{ went-back-points }
act-purchase-refunded = { $member }: refund of { $amount }{ went-back-points }
act-purchase-moved = { $member }: purchase of { $amount } moved to another card{ went-back-points }
act-redemption-declined = { $member }: “not me”, spending { $points } declined
act-redemption-cancelled = { $member }: spending { $points } cancelled
act-redemption-expired = { $member }: no answer about spending { $points }
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

# Records: guests

act-member-adopted = { $member }: became one with a member brought in from the till
act-member-frozen = { $member }: spending put on hold
act-member-unfrozen = { $member }: may spend again
act-member-left = A member deleted their data
act-consent-given = { $member }: agreed to offers
act-consent-withdrawn = { $member }: wants no more offers
act-points-birthday = { $member }: birthday gift, { points }
act-points-expired = { $member }: points expired, { $points }
act-questions-refused = { $member }: asks not to be asked about visits
act-questions-allowed = { $member }: may be asked about visits again

# Records: rewards, stamps, funds, goods

act-reward-added = New reward “{ $title }” for { $points }
act-reward-changed = Reward “{ $title }”: { $what }
act-reward-hidden = Reward “{ $title }” hidden
act-reward-shown = Reward “{ $title }” visible again
act-voucher-ordered = { $member }: took the voucher “{ $title }” for { points }
act-voucher-cancelled = { $member }: gave up the voucher “{ $title }”{ $points ->
    [0] {""}
   *[other] , { points } returned
}
act-voucher-expired = { $member }: voucher “{ $title }” was not used{ $points ->
    [0] {""}
   *[other] , { points } returned
}
act-voucher-accepted = { $member }: handed over “{ $title }”
act-stamp-made = New stamp card “{ $title }”
act-stamp-changed = Stamp card “{ $title }”: { $what }
act-stamp-paused = Stamp card “{ $title }” paused
act-stamp-resumed = Stamp card “{ $title }” works again
act-stamp-deleted = Stamp card “{ $title }” deleted
act-fund-added = New fund “{ $title }”
act-fund-changed = Fund “{ $title }”: { $what }
act-fund-hidden = Fund “{ $title }” hidden
act-fund-shown = Fund “{ $title }” visible again
act-fund-given = { $member }: gave to “{ $title }”, { points }
act-fund-paid = Payment to “{ $title }” for { $points ->
    [one] { $points } point
   *[other] { $points } points
}
act-goods-added = Goods: “{ $title }” added
act-goods-changed = Goods: “{ $title }” changed ({ $what })
act-goods-hidden = Goods: “{ $title }” hidden
act-goods-shown = Goods: “{ $title }” visible again

# Records: broadcasts, offers, segments, surveys

act-campaign-started = A broadcast was sent or planned
act-campaign-stopped = A broadcast was stopped
act-campaign-resumed = A broadcast went on
act-offer-made = New offer “{ $title }”
act-offer-paused = Offer “{ $title }” paused
act-offer-resumed = Offer “{ $title }” works again
act-offer-deleted = Offer “{ $title }” deleted
act-offer-run = Offer “{ $title }” given out now
act-offer-given = Offer “{ $title }”: { $count ->
    [0] it fitted nobody this time
    [one] { $count } member got it
   *[other] { $count } members got it
}
act-offer-previewed = Offer “{ $title }” shown to oneself
act-segment-saved = Segment “{ $title }” saved
act-segment-frozen = List “{ $title }” frozen
act-segment-deleted = Segment “{ $title }” deleted
act-segment-limited = { $count ->
    [0] The limit on broadcasts and offers lifted
   *[other] Broadcasts and offers to one member: up to { $count } a week
}
act-attribute-added = New attribute “{ $title }”
act-attribute-changed = Attribute “{ $title }” changed
act-attribute-retired = Attribute “{ $title }” is asked no more
act-attribute-restored = Attribute “{ $title }” is asked again
act-quiz-made = New quiz “{ $title }”
act-quiz-changed = Quiz “{ $title }” changed
act-quiz-published = Quiz “{ $title }” published
act-quiz-closed = Quiz “{ $title }” closed
act-quiz-deleted = Draft of a quiz “{ $title }” deleted
act-feedback-changed = Questions about visits: { $kind ->
    [nps] recommendation
   *[satisfaction] after a visit
}, { $on ->
    [yes] once in { $days } days
   *[no] off
}
act-feedback-replied = { $member }: a reply to what they said

# Records: files brought in

act-import-done = A file was brought in, good rows: { $count }
