# Что и где продаёт магазин: точки, категории, товары.

error-sku-taken = Такой номер уже есть у другого товара.

owner-go-goods = 📦 Товары и точки
owner-goods = 📦 <b>Товары и точки</b>
    Для правил начисления и карт штампов. По этим названиям бот узнаёт и строки чека: «450 кофе, 3x150 капучино».
owner-goods-kind = { $kind ->
    [outlet] 📍 Точки
    [category] 🗂 Категории
   *[product] 📦 Товары
} · { $count }
owner-goods-list = { $kind ->
    [outlet] 📍 <b>Точки</b>
        Где вы продаёте.
    [category] 🗂 <b>Категории</b>
        Виды товаров и услуг.
   *[product] 📦 <b>Товары</b>
        Отдельные товары и услуги.
}

    Чтобы добавить, напишите название. Можно сразу несколько, каждое с новой строки.
owner-goods-too-many = За один раз — не больше { $most } названий.
owner-goods-line = { $hidden ->
    [yes] 🙈{ " " }
   *[no] { "" }
}{ $name }
owner-goods-one = { $kind ->
    [outlet] 📍
    [category] 🗂
   *[product] 📦
} <b>{ $name }</b>{ $hidden ->
    [yes] { " " }(скрыто)
   *[no] { "" }
}
owner-goods-details = Категория: { $category }
    Номер в кассе: { $sku }
owner-goods-name = Переименовать
owner-goods-category-id = Категория
owner-goods-sku = Номер в кассе
owner-goods-ask-name = Напишите новое название.
owner-goods-ask-category = Какая категория?
owner-goods-ask-sku = Напишите номер, под которым этот товар знает касса.
owner-goods-no-category = Без категории
owner-goods-no-sku = Без номера

act-goods-added = Товары: добавлено «{ $title }»
act-goods-changed = Товары: изменено «{ $title }» ({ $what })
act-goods-hidden = Товары: скрыто «{ $title }»
act-goods-shown = Товары: «{ $title }» снова видно
workplace-which = 📍 Где вы работаете сегодня?
    Чеки будут записаны на эту точку, и сработают её правила.
workplace-chosen = Вы работаете здесь: { $name }
till-where = 📍 Где вы работаете?
till-here = 📍 { $name }
act-staff-moved = Теперь работает здесь: «{ $title }»
