# Stamp cards: "the sixth coffee is free".

command-stamps = Stamp cards
button-stamps = ☕ Stamps
button-all-stamps = ☕ All stamp cards
button-stamp-card = ☕ My stamp card

error-card-begun = Guests have stamps on this card already, so their number stays as it was promised. You can pause it and start another one.

# A member's cards

stamps = ☕ <b>Stamp cards</b>
    Which one shall I show?
stamps-none = ☕ There are no stamp cards at the moment.
stamps-line = { $title } · { $stamps } of { $needed }
stamp-card = ☕ <b>{ $title }</b>: { $stamps } of { $needed }
stamp-card-left = { $left ->
    [one] { $left } more stamp
   *[other] { $left } more stamps
}, and you get: { $reward } 🎁
stamp-card-how = { $by ->
    [visit] A stamp for every purchase.
    [category] A stamp for each one of “{ $target }”.
   *[product] A stamp for each “{ $target }”.
}
stamp-card-least = Purchases from { $least } count.
stamp-card-until = The stamps are valid until { $until }.
stamp-card-paused = ⏸ No stamps are given at the moment. Yours are safe.

# Messages

notice-stamps = ☕ <b>{ $title }</b>: { $stamps } of { $needed }
    { $left ->
    [one] { $left } more stamp
   *[other] { $left } more stamps
}, and you get: { $reward } 🎁
notice-stamps-full = 🎉 <b>{ $title }</b>: the card is full!
    { $reward }{ $vouchers ->
    [1] { "" }
   *[other] { " " }× { $vouchers }
} — show the code at the till until { $until }.{ $stamps ->
    [0] { "" }
   *[other] {""}
    On the new card already: { $stamps } of { $needed }
}
notice-stamps-taken = ↩️ <b>{ $title }</b>: the purchase went back, and { $count ->
    [one] { $count } stamp
   *[other] { $count } stamps
} with it. Now { $stamps } of { $needed }.{ $vouchers ->
    [0] { "" }
   *[other] { " " }“{ $reward }” was made of them and is cancelled.
}
notice-stamps-expired = ⌛ <b>{ $title }</b>: { $count ->
    [one] { $count } stamp
   *[other] { $count } stamps
} expired. The next purchase begins a new card.
notice-stamps-expiring = ⏳ <b>{ $title }</b>: your card is valid until { $until }.
    { $left ->
    [one] { $left } more stamp
   *[other] { $left } more stamps
}, and you get: { $reward }

# The till

guest-stamps = ☕ { $title }: { $stamps } of { $needed }
undone-stamps = ☕ { $title }:{ $count ->
    [0] { "" }
    [one] { " " }{ $count } stamp taken off.
   *[other] { " " }{ $count } stamps taken off.
}{ $used ->
    [yes] { " " }The gift for the card was handed out already, so its stamps stay used.
   *[no] { "" }
}

# The owner's section

owner-go-stamps = ☕ Stamp cards
owner-stamps = ☕ <b>Stamp cards</b>
    So many stamps, and the next one is free.
owner-stamps-none = ☕ <b>Stamp cards</b>
    None so far. “The sixth coffee is free” takes three taps.
owner-stamps-new = ➕ New card
owner-stamps-line = { $paused ->
    [yes] ⏸{ " " }
   *[no] { "" }
}{ $title } · { $filled }
owner-stamps-choose = What shall it be like? Everything can be changed before it starts.
owner-stamps-preset-coffee = ☕ The 6th coffee free
owner-stamps-preset-coffee-title = Coffee
owner-stamps-preset-coffee-reward = A coffee on us
owner-stamps-preset-visit = 🎁 A gift for the 10th visit
owner-stamps-preset-visit-title = Visits
owner-stamps-preset-visit-reward = A gift for the 10th visit
owner-stamps-preset-own = ✏️ My own
owner-stamps-preset-own-title = Stamp card
owner-stamps-preset-own-reward = Gift
owner-stamps-text = ☕ <b>{ $title }</b>{ $paused ->
    [yes] { " " }(paused)
   *[no] { "" }
}
    { $by ->
    [visit] A stamp for every purchase
    [category] A stamp for each one of “{ $target }”
   *[product] A stamp for each “{ $target }”
}{ $least ->
    [none] { "" }
   *[other] { " " }from { $least }
}
    { $needed ->
    [one] { $needed } stamp
   *[other] { $needed } stamps
} → { $reward }
    A begun card lives: { $life ->
    [none] for ever
    [one] { $life } day
   *[other] { $life } days
}
    The gift waits: { $days ->
    [one] { $days } day
   *[other] { $days } days
}
owner-stamps-how = On the way: { $way }
    Filled: { $filled }, gifts handed out: { $used }
owner-stamps-by-lines = Categories and products count when the cashier types the receipt line by line, or the till sends its lines.
owner-stamps-start = 🚀 Start
owner-stamps-pause = ⏸ Pause
owner-stamps-resume = ▶️ Go on
owner-stamps-delete = 🗑 Delete
owner-stamps-delete-ask = Delete “{ $title }”? { $way ->
    [0] Nobody is on the way to a gift.
    [one] { $way } guest loses the stamps on it.
   *[other] { $way } guests lose the stamps on it.
} Gifts that are won already stay.
owner-stamps-delete-yes = Yes, delete
owner-stamp-title = Title
owner-stamp-reward = Gift
owner-stamp-by = What for
owner-stamp-needed = Stamps
owner-stamp-least = Least receipt
owner-stamp-life-days = Life
owner-stamp-voucher-days = Days of the gift
owner-stamp-ask-title = What is the card called? Guests will see it, for example “Coffee”.
owner-stamp-ask-reward = What is the gift? For example “A coffee on us”.
owner-stamp-ask-by = What is a stamp given for?
owner-stamp-ask-needed = How many stamps make a gift? With 5 the sixth is free. Choose or type a number.
owner-stamp-ask-least = From what receipt is a stamp given? Choose or type a sum.
owner-stamp-ask-life-days = How many days does a begun card live? Choose or type a number.
owner-stamp-ask-voucher-days = How many days does the gift wait? Choose or type a number.
owner-stamp-any = Any receipt
owner-stamp-for-ever = For ever
owner-stamp-by-visit = Every purchase
owner-stamp-by-category = 🗂 { $name }
owner-stamp-by-product = 📦 { $name }

act-stamp-made = New stamp card “{ $title }”
act-stamp-changed = Stamp card “{ $title }”: { $what }
act-stamp-paused = Stamp card “{ $title }” paused
act-stamp-resumed = Stamp card “{ $title }” works again
act-stamp-deleted = Stamp card “{ $title }” deleted
