# Команда: кассиры и совладельцы.

owner-staff = 👥 <b>Команда</b>
owner-staff-line = { $role ->
    [owner] 👑
   *[cashier] 🧾
} { $name }{ $you ->
    [yes] { " " }(вы)
   *[no] { "" }
} — { $purchases ->
    [0] сегодня без покупок
    [one] { $purchases } покупка сегодня
    [few] { $purchases } покупки сегодня
   *[many] { $purchases } покупок сегодня
}
owner-staff-revoke = ✖ { $name }
owner-staff-revoke-ask = { $name } больше не сможет обслуживать гостей и открывать управление. Точно?
owner-staff-revoke-yes = Да, отозвать доступ
owner-staff-revoked = { $name }: доступ отозван
owner-invite-cashier = ➕ Кассир
owner-invite-owner = ➕ Владелец
owner-invitation = { $role ->
    [owner] 👑 Приглашение для совладельца: он сможет всё, что и вы.
   *[cashier] 🧾 Приглашение для кассира.
}

    { $url }

    Перешлите ссылку тому, кого зовёте: она сработает один раз, до { $until }.
owner-invitation-send = 📤 Отправить
owner-invitation-text = Приглашение работать в «{ $shop }»
