# Карты штампов: «шестой кофе в подарок».

command-stamps = Карты штампов
button-stamps = ☕ Штампы
button-all-stamps = ☕ Все карты штампов
button-stamp-card = ☕ Моя карта штампов

error-card-begun = На этой карте у гостей уже есть штампы, поэтому их число остаётся как обещано. Её можно поставить на паузу и начать другую.

# Карты участника

stamps = ☕ <b>Карты штампов</b>
    Какую показать?
stamps-none = ☕ Карт штампов сейчас нет.
stamps-line = { $title } · { $stamps } из { $needed }
stamp-card = ☕ <b>{ $title }</b>: { $stamps } из { $needed }
stamp-card-left = Ещё { $left ->
    [one] { $left } штамп
    [few] { $left } штампа
   *[many] { $left } штампов
} — и вас ждёт: { $reward } 🎁
stamp-card-how = { $by ->
    [visit] Штамп — за каждую покупку.
    [category] Штамп — за каждый товар из категории «{ $target }».
   *[product] Штамп — за каждый товар «{ $target }».
}
stamp-card-least = Считаются покупки от { $least }.
stamp-card-until = Штампы действуют до { $until }.
stamp-card-paused = ⏸ Сейчас штампы не ставятся. Ваши сохранены.

# Сообщения

notice-stamps = ☕ <b>{ $title }</b>: { $stamps } из { $needed }
    Ещё { $left ->
    [one] { $left } штамп
    [few] { $left } штампа
   *[many] { $left } штампов
} — и вас ждёт: { $reward } 🎁
notice-stamps-full = 🎉 <b>{ $title }</b>: карта заполнена!
    { $reward }{ $vouchers ->
    [1] { "" }
   *[other] { " " }× { $vouchers }
} — покажите код на кассе до { $until }.{ $stamps ->
    [0] { "" }
   *[other] {""}
    На новой карте уже { $stamps } из { $needed }
}
notice-stamps-taken = ↩️ <b>{ $title }</b>: покупка отменена или возвращена, с ней { $count ->
    [one] ушёл { $count } штамп
    [few] ушли { $count } штампа
   *[many] ушли { $count } штампов
}. Сейчас { $stamps } из { $needed }.{ $vouchers ->
    [0] { "" }
   *[other] { " " }Подарок «{ $reward }», собранный из них, отменён.
}
notice-stamps-expired = ⌛ <b>{ $title }</b>: срок карты вышел, { $count ->
    [one] сгорел { $count } штамп
    [few] сгорели { $count } штампа
   *[many] сгорели { $count } штампов
}. Следующая покупка начнёт новую карту.
notice-stamps-expiring = ⏳ <b>{ $title }</b>: карта действует до { $until }.
    Ещё { $left ->
    [one] { $left } штамп
    [few] { $left } штампа
   *[many] { $left } штампов
} — и вас ждёт: { $reward }

# Касса

guest-stamps = ☕ { $title }: { $stamps } из { $needed }
undone-stamps = ☕ { $title }:{ $count ->
    [0] { "" }
    [one] { " " }снят { $count } штамп.
    [few] { " " }снято { $count } штампа.
   *[many] { " " }снято { $count } штампов.
}{ $used ->
    [yes] { " " }Подарок за карту уже выдан: ушедшие на него штампы не вернуть.
   *[no] { "" }
}

# Раздел владельца

owner-go-stamps = ☕ Карты штампов
owner-stamps = ☕ <b>Карты штампов</b>
    Несколько штампов — и подарок.
owner-stamps-none = ☕ <b>Карты штампов</b>
    Пока ни одной. «Шестой кофе в подарок» — это три касания.
owner-stamps-new = ➕ Новая карта
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

act-stamp-made = Новая карта штампов «{ $title }»
act-stamp-changed = Карта штампов «{ $title }»: { $what }
act-stamp-paused = Карта штампов «{ $title }» на паузе
act-stamp-resumed = Карта штампов «{ $title }» снова работает
act-stamp-deleted = Карта штампов «{ $title }» удалена
