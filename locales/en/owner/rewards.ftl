# What can be had: rewards, stamp cards, funds; the shop's goods.

# Rewards

owner-rewards = 🎁 <b>Rewards</b>
    What members give their points for.
owner-rewards-none = 🎁 <b>Rewards</b>
    None so far. Add the first one: a cappuccino for 150 points, for example.
owner-reward-new = ➕ New reward
owner-reward-line = { $hidden ->
    [yes] 🙈{ " " }
   *[no] { "" }
}{ $title } · { $points }
owner-reward = 🎁 <b>{ $title }</b>{ $hidden ->
    [yes] { " " }(hidden)
   *[no] { "" }
}
    { $points ->
    [one] { $points } point
   *[other] { $points } points
} = { $worth }{ $description }

    Stock: { $stock ->
    [none] not counted
   *[other] { $stock }
}
    For one guest: { $limit ->
    [none] as often as they like
   *[other] { $limit } at most
}
    Picture: { $picture ->
    [yes] yes
   *[no] no
}
    Taken: { $taken }
owner-reward-title = Title
owner-reward-points = Price in points
owner-reward-description = Description
owner-reward-picture = Picture
owner-reward-stock = Stock
owner-reward-member-limit = Limit per guest
owner-reward-ask-title = What is the reward called? “Cappuccino 300 ml”, for example.
owner-reward-ask-points = How many points does it cost? Choose or type a number.
owner-reward-ask-description = Describe the reward: what it is and how to get it.
owner-reward-ask-picture = Send a picture.
owner-reward-ask-stock = How many are there? Choose or type a number.
owner-reward-ask-member-limit = How often may one guest take it? Choose or type a number.
owner-reward-without-description = No description
owner-reward-without-picture = No picture
owner-reward-without-stock = Not counted
owner-reward-without-member-limit = As often as they like

# Stamp cards

owner-stamps = ☕ <b>Stamp cards</b>
    So many stamps, and the next one is free.
owner-stamps-none = ☕ <b>Stamp cards</b>
    None so far. “The sixth coffee is free” takes three taps.
owner-stamp-new = ➕ New card
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

# Funds

owner-funds = ❤️ <b>Funds</b>
    Members give points to them, and you pass on the money.
owner-funds-none = ❤️ <b>Funds</b>
    None so far. Add a good cause, and members can give points to it.
owner-fund-new = ➕ New fund
owner-fund-line = { $hidden ->
    [yes] 🙈{ " " }
   *[no] { "" }
}{ $title }{ $owed ->
    [0] { "" }
   *[other] { " " }· to pay
}
owner-fund = ❤️ <b>{ $title }</b>{ $hidden ->
    [yes] { " " }(hidden)
   *[no] { "" }
}
    { $description }

    Given: { $given ->
    [one] { $given } point
   *[other] { $given } points
}{ $goal ->
    [none] { "" }
   *[other] { " " }of { $goal }
} by { $donors ->
    [one] { $donors } person
   *[other] { $donors } people
}
    To be paid: { $owed ->
    [one] { $owed } point
   *[other] { $owed } points
} = { $money }
owner-fund-title = Title
owner-fund-description = Description
owner-fund-goal = Goal
owner-fund-history = 🧾 Payments
owner-fund-pay = Paid { $money }
owner-fund-ask-title = What is the fund or the good cause called?
owner-fund-ask-description = What does the money go to? Members will see these two or three sentences.
owner-fund-ask-goal = Is there a goal in points? Choose or type a number.
owner-fund-without-goal = No goal

owner-pay-ask = “{ $title }”: { $money } to be paid for { $points ->
    [one] { $points } point
   *[other] { $points } points
}.

    Transfer the money and send a document or a photo of the payment here. Everybody who gave will see it.
owner-need-proof = This needs a document or a photo of the payment. Send the file or press /cancel.
owner-pay-sure = Mark { $money } as paid to “{ $title }”? Everybody who gave will get the document.
owner-pay-yes = Paid { $money }
owner-paid = ✅ “{ $title }”: the payment of { $money } is marked.

    The document is on its way to { $donors ->
    [one] the { $donors } person
   *[other] the { $donors } people
} who gave { $points ->
    [one] this { $points } point
   *[other] these { $points } points
}.
owner-payouts = 🧾 Payments to “{ $title }”
owner-payouts-none = Nothing has been paid to “{ $title }” yet.
owner-payout-line = { $on } — { $money }

# Products, categories, outlets

owner-goods = 📦 <b>Goods</b>
    What stamp cards and rules can name. The till's receipts are matched with these lists.
owner-goods-kind = { $kind ->
    [outlet] 📍 Outlets
    [category] 🗂 Categories
   *[product] 📦 Products
} · { $count }
owner-goods-list = { $kind ->
    [outlet] 📍 <b>Outlets</b>
        Where you sell.
    [category] 🗂 <b>Categories</b>
        Kinds of goods and services.
   *[product] 📦 <b>Products</b>
        Single goods and services.
}

    To add, type a name; each line is one more.
owner-goods-too-many = At most { $most } names at once, please.
owner-goods-line = { $hidden ->
    [yes] 🙈{ " " }
   *[no] { "" }
}{ $name }
owner-goods-one = { $kind ->
    [outlet] 📍
    [category] 🗂
   *[product] 📦
} <b>{ $name }</b>{ $hidden ->
    [yes] { " " }(hidden)
   *[no] { "" }
}
owner-goods-details = Category: { $category }
    Number at the till: { $sku }
owner-goods-name = Rename
owner-goods-category-id = Category
owner-goods-sku = Number at the till
owner-goods-ask-name = Type the new name.
owner-goods-ask-category-id = Which category?
owner-goods-ask-sku = Type the number that the till knows this product by.
owner-goods-without-category-id = No category
owner-goods-without-sku = No number
