# Messages to cashiers that they did not ask for.

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
notice-cashier-refused = 🙅 <b>{ $name }</b> would rather keep the points ({ points }). No receipt is recorded yet: type it again, { $amount } to pay.
notice-cashier-declined = ✋ <b>{ $name }</b> says “not me”. No points were spent ({ points }), and the owner has been told.
    No receipt is recorded yet: type it again, { $amount } to pay.
notice-cashier-expired = ⌛ <b>{ $name }</b> did not answer, so no points were spent ({ points }). No receipt is recorded yet: type it again, { $amount } to pay without points.
notice-cashier-undone = ↩️ A manager has undone your receipt: <b>{ $name }</b>, { $amount }.
button-undo = ↩️ Undo this purchase
button-serve-again = 🔄 Back to this guest
notice-staff-revoked = You are no longer one of the staff. If this is a mistake, please write to the owner.
