# Rewards and vouchers.

rewards = 🎁 <b>Rewards</b>
    You have { points }. Choose what to exchange them for.
rewards-empty = 🎁 There are no rewards yet. Points can pay at the till.
reward = 🎁 <b>{ $title }</b>
    { points }
reward-line = { $affordable ->
    [yes] 🎁
   *[no] 🔸
} { $title } · { $points }
reward-about = { $text }
reward-life = The voucher lasts { $days ->
    [one] { $days } day
   *[other] { $days } days
}.
reward-stock = Left: { $count }
reward-taken-up = You have taken as many as one guest may.
reward-missing = <b>{ points }</b> missing: you have { $have }.
reward-ask = Exchange <b>{ points }</b> for “{ $title }”?
    { $left } will be left. { reward-life } If you change your mind, the points come back.
reward-taken = 🎟 “{ $title }”: your voucher is below. { points } set aside, { $balance } left on the card.
button-page-back = ‹ Back
button-page-on = More ›
button-my-vouchers = 🎟 My vouchers
button-take = Take for { $points ->
    [one] { $points } point
   *[other] { $points } points
}
button-take-yes = Yes, exchange

# Vouchers

voucher = 🎟 <b>{ $title }</b>
    Show this code to the cashier: <code>{ $code }</code>
    Valid until { $until }
voucher-made-before = You have the voucher already
voucher-line = { $title } · until { $until }
voucher-over = 🎟 “{ $title }” { $status ->
    [accepted] was used.
    [cancelled] was cancelled{ $points ->
        [0] .
       *[other] , the points are back.
    }
   *[expired] has expired{ $points ->
        [0] .
       *[other] , the points are going back to the card.
    }
}
voucher-return-ask = Cancel the voucher? { $points ->
    [one] { $points } point goes
   *[other] { $points } points go
} back to your card.
voucher-returned = ↩️ “{ $title }”: the voucher is cancelled, { $points ->
    [one] { $points } point is
   *[other] { $points } points are
} back. { $balance } on the card.
vouchers = 🎟 <b>My vouchers</b>
    Tap one to show it to the cashier.
vouchers-empty = 🎟 No vouchers now. They appear when you take a reward or get a gift.
button-return-voucher = ↩️ Cancel the voucher
button-return-yes = Yes, cancel it
button-keep = Keep it
