# Settings, one's own data as a file, and leaving.

settings = ⚙️ <b>Settings</b>
    Language: { $language }
    Offers and gifts: { $ads ->
    [yes] send them
   *[no] do not send
}
    Time zone: { $zone }, { $time } now
language-name = English
button-language = 🌐 Language
button-zone = 🕐 Time zone
language-choose = 🌐 Which language shall we speak?
language-set = Done, from now on in English.
zone-choose = 🕐 Where do you live? It decides when we write and which time we show.
button-shop-zone = As the shop: { $zone }
button-questions-too = { $on ->
    [yes] ☑
   *[no] ☐
} Questions about visits

# One's own data

button-export = 📄 Download my data
button-leave = 🗑 Delete me
exported = 📄 Here is everything that is stored about you.
statement-file = 🧾 The account line by line, in the shop's time: each movement of points with its lot, its receipt and the balance after it.
leave-ask = 🗑 <b>Delete your card and all data about you?</b>
    { $points ->
    [0] There are no points on the card.
    [one] { $points } point will be lost.
   *[other] { $points } points will be lost.
}{ $vouchers ->
    [0] {""}
    [one] {" "}And { $vouchers } unused voucher.
   *[other] {" "}And { $vouchers } unused vouchers.
}
    They cannot be restored.
button-stay = Stay
button-leave-yes = Delete for ever
left = 🗑 Your card and data are deleted. Thank you for having been with us.
left-door-open = If you wish to come back, the door is open.
left-before = Deleted already
