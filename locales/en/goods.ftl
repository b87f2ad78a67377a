# What the shop sells and where: outlets, categories, products.

error-sku-taken = Another product has this number already.

owner-go-goods = 📦 Goods
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
owner-goods-ask-category = Which category?
owner-goods-ask-sku = Type the number that the till knows this product by.
owner-goods-no-category = No category
owner-goods-no-sku = No number

act-goods-added = Goods: “{ $title }” added
act-goods-changed = Goods: “{ $title }” changed ({ $what })
act-goods-hidden = Goods: “{ $title }” hidden
act-goods-shown = Goods: “{ $title }” visible again
workplace-which = 📍 Where do you work today?
    Your receipts will name this place, and rules made for it will count.
workplace-chosen = You work here: { $name }
till-where = 📍 Where do you work?
till-here = 📍 { $name }
act-staff-moved = Now works here: “{ $title }”
