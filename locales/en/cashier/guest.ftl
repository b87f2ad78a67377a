# The guest at the till: finding them, and what is seen of them.

till-whose = Whose receipt is it? Find the guest first: QR, the 6 digits of the card or the whole phone number. Then type the amount.
till-digits-please = Type the amount in digits, for example 1200 or 1200.50. Not this guest? /cancel.
till-not-this-guest = ‹ Not this guest
till-stale = More than 10 minutes have passed: somebody else may stand at the till. Scan the card again.

scan-nothing = There is no QR code to be seen. Take it closer, whole and without glare, or type the 6 digits under it.
scan-foreign = This QR is no guest's card. Ask the guest to open the card in this bot.
scan-too-large = The picture is too large. Send an ordinary photo, or type the 6 digits of the card.

# The guest's page

guest-title = 👤 <b>{ $name }</b> · { $level }
guest-balance = { points } = { $worth }
guest-birthday = 🎂 Birthday { $days ->
    [0] today!
    [1] tomorrow, { $day }
   *[other] in { $days } days, { $day }
}
guest-new = 🌱 No purchases yet: the first visit
guest-visits = 🗓 Was here { $days ->
    [0] today
    [1] yesterday
   *[other] { $days } days ago
} · { $count ->
    [one] { $count } purchase
   *[other] { $count } purchases
}
guest-favourites = ❤️ Often takes: { $goods }
guest-phone = Phone { $tail }
guest-frozen = ❄️ Spending is on hold: points can only be given.
guest-unreachable = 🔕 The bot cannot write to the guest: points can only be given.
guest-perks = 🎖 { $perks }
guest-stamps = ☕ { $title }: { $stamps } of { $needed }
guest-offer = 🏷 { $title }
guest-coupon-state = { $state ->
    [ready] ✅ The coupon is valid: { $lined ->
        [yes] type the receipt by lines (450 coffee, 300 dessert), and the till counts it by itself.
       *[no] the till counts it by itself.
    }
    [early] ⏳ The coupon is not valid yet: it starts on { $since }.
    [unfit] ✋ The coupon is not for this purchase: see its conditions.
    [used] ☑️ The coupon was used already.
   *[expired] ⌛ The coupon expired on { $until }.
}
guest-vouchers = 🎟 { $count ->
    [one] There is { $count } voucher
   *[other] There are { $count } vouchers
}: ask to see it.
guest-purchases = 🧾 Guest's purchases
guest-ask-amount = <b>Type the amount of the receipt.</b>
guest-ask-lines = Or line by line, with commas: 450 { $one }, 2x150 { $other }

# A voucher

voucher-screen = 🎟 <b>{ $title }</b>
    Guest: { $name }
    Code { $code }, valid until { $until }
voucher-accept = ✅ Hand over
voucher-done = ✅ Handed over: <b>{ $title }</b>
    { $name }: the voucher is used.
