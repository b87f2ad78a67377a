# Что можно получить: награды, карты штампов, фонды; товары магазина.

# Награды

owner-rewards = 🎁 <b>Награды</b>
    За что участники отдают баллы.
owner-rewards-none = 🎁 <b>Награды</b>
    Пока ни одной. Добавьте первую: например, «Капучино» за 150 баллов.
owner-reward-new = ➕ Новая награда
owner-reward-line = { $hidden ->
    [yes] 🙈{ " " }
   *[no] { "" }
}{ $title } · { $points }
owner-reward = 🎁 <b>{ $title }</b>{ $hidden ->
    [yes] { " " }(скрыта)
   *[no] { "" }
}
    { $points ->
    [one] { $points } балл
    [few] { $points } балла
   *[many] { $points } баллов
} = { $worth }{ $description }

    Остаток: { $stock ->
    [none] без счёта
   *[other] { $stock }
}
    Одному гостю: { $limit ->
    [none] сколько угодно
   *[other] не больше { $limit }
}
    Картинка: { $picture ->
    [yes] есть
   *[no] нет
}
    Взяли: { $taken }
owner-reward-title = Название
owner-reward-points = Цена в баллах
owner-reward-description = Описание
owner-reward-picture = Картинка
owner-reward-stock = Остаток
owner-reward-member-limit = Лимит на гостя
owner-reward-ask-title = Как называется награда? Например, «Капучино 300 мл».
owner-reward-ask-points = Сколько баллов она стоит? Выберите или напишите число.
owner-reward-ask-description = Опишите награду: что это и как получить.
owner-reward-ask-picture = Пришлите картинку.
owner-reward-ask-stock = Сколько штук есть? Выберите или напишите число.
owner-reward-ask-member-limit = Сколько раз может взять один гость? Выберите или напишите число.
owner-reward-without-description = Без описания
owner-reward-without-picture = Без картинки
owner-reward-without-stock = Без счёта
owner-reward-without-member-limit = Сколько угодно

# Карты штампов

owner-stamps = ☕ <b>Карты штампов</b>
    Несколько штампов — и подарок.
owner-stamps-none = ☕ <b>Карты штампов</b>
    Пока ни одной. «Шестой кофе в подарок» — это три касания.
owner-stamp-new = ➕ Новая карта
owner-stamps-line = { $paused ->
    [yes] ⏸{ " " }
   *[no] { "" }
}{ $title } · { $filled }
owner-stamps-choose = Какой она будет? До запуска всё можно поменять.
owner-stamps-preset-coffee = ☕ 6-й кофе в подарок
owner-stamps-preset-coffee-title = Кофе
owner-stamps-preset-coffee-reward = Кофе в подарок
owner-stamps-preset-visit = 🎁 Подарок за 10-й визит
owner-stamps-preset-visit-title = Визиты
owner-stamps-preset-visit-reward = Подарок за 10-й визит
owner-stamps-preset-own = ✏️ Своя
owner-stamps-preset-own-title = Карта штампов
owner-stamps-preset-own-reward = Подарок
owner-stamps-text = ☕ <b>{ $title }</b>{ $paused ->
    [yes] { " " }(на паузе)
   *[no] { "" }
}
    { $by ->
    [visit] Штамп — за каждую покупку
    [category] Штамп — за каждый товар из категории «{ $target }»
   *[product] Штамп — за каждый товар «{ $target }»
}{ $least ->
    [none] { "" }
   *[other] , чек от { $least }
}
    { $needed ->
    [one] { $needed } штамп
    [few] { $needed } штампа
   *[many] { $needed } штампов
} → { $reward }
    Начатая карта живёт: { $life ->
    [none] без срока
    [one] { $life } день
    [few] { $life } дня
   *[many] { $life } дней
}
    Подарок ждёт: { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
}
owner-stamps-how = На пути к подарку: { $way }
    Заполнено: { $filled }, подарков выдано: { $used }
owner-stamps-by-lines = Категории и товары считаются, когда чек записан по строкам: «450 кофе, 3x150 капучино».
owner-stamps-start = 🚀 Запустить
owner-stamps-pause = ⏸ Пауза
owner-stamps-resume = ▶️ Продолжить
owner-stamps-delete = 🗑 Удалить
owner-stamps-delete-ask = Удалить «{ $title }»? { $way ->
    [0] На пути к подарку никого нет.
    [one] Свои штампы потеряет { $way } гость.
    [few] Свои штампы потеряют { $way } гостя.
   *[many] Свои штампы потеряют { $way } гостей.
} Уже полученные подарки останутся.
owner-stamps-delete-yes = Да, удалить
owner-stamp-title = Название
owner-stamp-reward = Подарок
owner-stamp-by = За что
owner-stamp-needed = Штампы
owner-stamp-least = Чек от
owner-stamp-life-days = Срок карты
owner-stamp-voucher-days = Срок подарка
owner-stamp-ask-title = Как называется карта? Это увидят гости, например «Кофе».
owner-stamp-ask-reward = Что в подарок? Например, «Кофе в подарок».
owner-stamp-ask-by = За что ставится штамп?
owner-stamp-ask-needed = Сколько штампов собрать до подарка? Если 5, то шестой — в подарок. Выберите или напишите число.
owner-stamp-ask-least = С какого чека ставится штамп? Выберите или напишите сумму.
owner-stamp-ask-life-days = Сколько дней живёт начатая карта? Выберите или напишите число.
owner-stamp-ask-voucher-days = Сколько дней ждёт подарок? Выберите или напишите число.
owner-stamp-any = Любой чек
owner-stamp-for-ever = Без срока
owner-stamp-by-visit = Каждая покупка
owner-stamp-by-category = 🗂 { $name }
owner-stamp-by-product = 📦 { $name }

# Фонды

owner-funds = ❤️ <b>Фонды</b>
    Кому участники отдают баллы, а вы переводите деньги.
owner-funds-none = ❤️ <b>Фонды</b>
    Пока ни одного. Добавьте доброе дело, и участники смогут отдавать ему баллы.
owner-fund-new = ➕ Новый фонд
owner-fund-line = { $hidden ->
    [yes] 🙈{ " " }
   *[no] { "" }
}{ $title }{ $owed ->
    [0] { "" }
   *[other] { " " }· к выплате
}
owner-fund = ❤️ <b>{ $title }</b>{ $hidden ->
    [yes] { " " }(скрыт)
   *[no] { "" }
}
    { $description }

    Собрано: { $given ->
    [one] { $given } балл
    [few] { $given } балла
   *[many] { $given } баллов
}{ $goal ->
    [none] { "" }
   *[other] { " " }из { $goal }
}, от { $donors ->
    [one] { $donors } человека
   *[other] { $donors } человек
}
    К выплате: { $owed ->
    [one] { $owed } балл
    [few] { $owed } балла
   *[many] { $owed } баллов
} = { $money }
owner-fund-title = Название
owner-fund-description = Описание
owner-fund-goal = Цель
owner-fund-history = 🧾 Выплаты
owner-fund-pay = Выплачено { $money }
owner-fund-ask-title = Как называется фонд или доброе дело?
owner-fund-ask-description = На что идут деньги? Два-три предложения увидят участники.
owner-fund-ask-goal = Есть ли цель в баллах? Выберите или напишите число.
owner-fund-without-goal = Без цели

owner-pay-ask = «{ $title }»: к выплате { $money } за { $points ->
    [one] { $points } балл
    [few] { $points } балла
   *[many] { $points } баллов
}.

    Переведите деньги и пришлите сюда документ или фото о переводе. Его увидит каждый, кто жертвовал.
owner-need-proof = Нужен документ или фото о выплате. Пришлите файл или нажмите /cancel.
owner-pay-sure = Отметить выплату { $money } в «{ $title }»? Документ получит каждый, кто жертвовал.
owner-pay-yes = Выплачено { $money }
owner-paid = ✅ «{ $title }»: выплата { $money } отмечена.

    Документ отправляю тем, кто отдал { $points ->
    [one] { $points } балл
    [few] { $points } балла
   *[many] { $points } баллов
}: { $donors ->
    [one] { $donors } человеку
   *[other] { $donors } людям
}.
owner-payouts = 🧾 Выплаты в «{ $title }»
owner-payouts-none = В «{ $title }» ещё ничего не выплачено.
owner-payout-line = { $on } — { $money }

# Товары, категории, точки

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
owner-goods-ask-category-id = Какая категория?
owner-goods-ask-sku = Напишите номер, под которым этот товар знает касса.
owner-goods-without-category-id = Без категории
owner-goods-without-sku = Без номера
