# What the bot says by itself because something happened: receipts, questions, answers to the till.

button-my-card = 💳 My card and points
button-no-more-offers = 🔕 No more offers

# To a guest: purchases and levels

notice-purchase = 🧾 <b>{ $shop }</b> · { $amount }{ $discount ->
    [0] {""}
   *[other] {""}
    You saved { $discount }
}{ $earned ->
    [0] {""}
    [one] {""}
    Earned <b>+{ $earned }</b> point
   *[other] {""}
    Earned <b>+{ $earned }</b> points
}{ $held ->
    [no] {""}
   *[yes] {""}
    { purchase-held }
}
    Your card holds <b>{ $balance ->
    [one] { $balance } point
   *[other] { $balance } points
}</b>, worth { $worth }
notice-undone = ↩️ <b>The purchase of { $amount } was undone</b>{ $returned ->
    [0] {""}
    [one] {""}
    { $returned } point is back on your card
   *[other] {""}
    { $returned } points are back on your card
}{ $taken ->
    [0] {""}
    [one] {""}
    The { $taken } point it had earned was taken back
   *[other] {""}
    The { $taken } points it had earned were taken back
}{ $owed ->
    [0] {""}
   *[other] {""}
    What was spent already ({ $owed }) will come off the next points you earn
}{ $forgiven ->
    [0] {""}
    [one] {""}
    { $forgiven } point of it was spent already: the shop lets it go
   *[other] {""}
    { $forgiven } points of it were spent already: the shop lets them go
}
    Your card holds <b>{ $balance ->
    [one] { $balance } point
   *[other] { $balance } points
}</b>

# To a guest: paying with points

ask-redemption = 🔐 <b>Spend { points }?</b>
    { $shop } · receipt { $amount }
    { $worth } in points, { $to_pay } left to pay

    Please answer within { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}. If it is not you who is buying, tap “Not me”: the points stay on your card.
button-approve = ✅ Spend
button-refuse = Keep my points
button-not-me = ✋ Not me
notice-redemption-cancelled = The cashier took the request back. On your card again: { points }. It holds { $balance ->
    [one] { $balance } point
   *[other] { $balance } points
}.
notice-redemption-expired = ⌛ There was no answer. Back on your card: { points }. It holds { $balance ->
    [one] { $balance } point
   *[other] { $balance } points
}.
notice-unfrozen = 🔓 Your card can pay again. Thank you for looking after your points.

# To a guest: rewards and good causes

notice-voucher-accepted = 🎁 <b>{ $title }</b> is yours. Enjoy!{ $points ->
    [0] {""}
   *[other] {""}
    Spent { points }
}
    Your card holds { $balance ->
    [one] { $balance } point
   *[other] { $balance } points
}
notice-voucher-expired = ⌛ The reward “{ $title }” has run out of time.{ $points ->
    [0] {""}
   *[other] {" "}You got { points } back; your card holds { $balance ->
        [one] { $balance } point
       *[other] { $balance } points
    }.
}
notice-payout = ❤️ <b>{ $fund }</b>
    Your gift arrived: the shop has passed { $amount } on to the fund, { points } of it yours. Thank you!

# To a cashier

notice-cashier-approved = ✅ <b>{ $name }</b> has approved
    Receipt { $amount }, less { points }
    To pay <b>{ $to_pay }</b>{ $earned ->
    [0] {""}
   *[other] {""}
    The guest earned +{ $earned }
}{ $held ->
    [no] {""}
   *[yes] {""}
    { till-held }
}
button-undo = ↩️ Undo this purchase
notice-cashier-refused = 🙅 <b>{ $name }</b> would rather keep the points ({ points }). No receipt is recorded yet: type it again, { $amount } to pay.
notice-cashier-declined = ✋ <b>{ $name }</b> says “not me”. No points were spent ({ points }), and the owner has been told.
    No receipt is recorded yet: type it again, { $amount } to pay.
notice-cashier-expired = ⌛ <b>{ $name }</b> did not answer, so no points were spent ({ points }). No receipt is recorded yet: type it again, { $amount } to pay without points.
notice-cashier-undone = ↩️ A manager has undone your receipt: <b>{ $name }</b>, { $amount }.
button-serve-again = 🔄 Back to this guest
notice-staff-revoked = You are no longer one of the staff. If this is a mistake, please write to the owner.

# To the owner

notice-owner-frozen = 🔒 <b>{ $name }</b> says “not me” about a request to spend { points } on a receipt for { $amount } (cashier { $cashier }). The card pays no more until you allow it: please find out what happened.
button-unfreeze = 🔓 Let the card pay
notice-owner-staff-joined = 👋 <b>{ $name }</b> now { $role ->
    [owner] manages the shop with you
   *[cashier] works at the till
}.
notice-owner-campaign-done = 📣 <b>The broadcast is done</b>
    { $sent } of { $total } arrived{ $blocked ->
    [0] {""}
   *[other] , { $blocked } out of reach
}{ $failed ->
    [0] {""}
   *[other] , { $failed } failed
}{ $cancelled ->
    [0] {""}
   *[other] , { $cancelled } had opted out
}.
button-campaign-report = 📊 Report

ask-undo = ↩️ { $cashier } asks to undo a purchase: { $name }, { $amount }, { $at }.
