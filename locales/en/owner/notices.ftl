# Messages to owners that they did not ask for.

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

notice-flag = 🚩 <b>Have a look</b>
    { flag-story }
notice-low-score = { $kind ->
    [nps] 📉 { $name }: { $score } of 10, hardly a recommendation.
   *[satisfaction] 📉 { $name }: { $score } of 5 for a visit.
}{ $said ->
    [yes] { "" }
    “{ $comment }”
   *[no] { " " }Without a word.
}
button-feedback-reply = 💬 Reply
