# The team: cashiers and other owners.

owner-staff = 👥 <b>Team</b>
owner-staff-line = { $role ->
    [owner] 👑
   *[cashier] 🧾
} { $name }{ $you ->
    [yes] { " " }(you)
   *[no] { "" }
} — { $purchases ->
    [0] no purchases today
    [one] { $purchases } purchase today
   *[other] { $purchases } purchases today
}
owner-staff-revoke = ✖ { $name }
owner-staff-revoke-ask = { $name } will not be able to serve guests or open the management any more. Sure?
owner-staff-revoke-yes = Yes, take access away
owner-staff-revoked = { $name }: access taken away
owner-invite-cashier = ➕ Cashier
owner-invite-owner = ➕ Owner
owner-invitation = { $role ->
    [owner] 👑 An invitation for a co-owner, who can do all that you can.
   *[cashier] 🧾 An invitation for a cashier.
}

    { $url }

    Send the link to the person you invite: it works once, until { $until }.
owner-invitation-send = 📤 Send
owner-invitation-text = An invitation to work at “{ $shop }”
