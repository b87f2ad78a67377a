## Сегменты: вопросы о гостях

question-home = 👥 <b>Сегменты</b>
    Напишите, кого найти, обычными словами. Например:
    • не были 60 дней и потратили больше 5000
    • женщины 25-35, день рождения в ближайшие 7 дней
    • уровень Золото или не открывали последнюю рассылку

    Или выберите готовый сегмент, или соберите вопрос кнопками.
question-ready = ⭐ Готовые
question-build = 🔧 Собрать кнопками
question-list = 📋 Свой список
question-line = { $frozen ->
    [yes] 🧊 { $name }
   *[no] 🔎 { $name }
}
question-limit = { $count ->
    [0] ✉️ Писем одному гостю: без ограничения
   *[other] ✉️ Писем одному гостю: до { $count } в неделю
}
question-limit-ask = ✉️ <b>Сколько рассылок и предложений один гость может получить за неделю?</b>
    { $count ->
        [0] Сейчас без ограничения.
       *[other] Сейчас не больше { $count }.
    }
    Кому уже пришло столько, тех рассылка и предложения пропустят. На сообщения о покупках и баллах это не влияет.
question-no-limit = Без ограничения
question-ready-title = ⭐ <b>Готовые сегменты</b>
    Выберите, кого показать. Любой можно уточнить и сохранить под своим именем.
segment-ready-new = 🌱 Новые
segment-ready-second = ✌️ Нет второй покупки
segment-ready-regulars = ☕ Постоянные
segment-ready-vip = 👑 VIP
segment-ready-falling = 📉 Стали тратить меньше
segment-ready-sleeping30 = 😴 Не были 30 дней
segment-ready-sleeping60 = 😴 Не были 60 дней
segment-ready-sleeping90 = 😴 Не были 90 дней
segment-ready-lost = 👋 Потерянные
segment-ready-birthday = 🎂 День рождения на неделе
segment-ready-expiring = ⏳ Сгорают баллы
segment-ready-unredeemed = 🪙 Не тратили баллы
segment-ready-silent = 🔕 Много тратят, без согласия

# Действия с вопросом

question-add = ➕ Условие
question-edit = ✏️ Изменить
question-save = 💾 Сохранить
question-freeze = 🧊 Заморозить список
question-rename = Переименовать
question-delete = 🗑 Удалить
question-compare = 🔀 Сравнить с другим
question-use = ✅ Выбрать этих
question-broadcast = 📣 Рассылка
question-offer = 🎁 Предложение
question-other = ← Другое свойство
question-edit-how = ✏️ Скопируйте, исправьте и пришлите:

    <code>{ $question }</code>

    Или уберите лишнее условие кнопкой.
question-edit-long = ✏️ Вопрос длиннее того, что можно прислать одним сообщением: { $question }

    Уберите лишнее условие кнопкой.
question-drop = ✖ { $question }
question-name-save = 💾 Как назвать сегмент? Напишите имя или возьмите предложенное. Сегмент живой: каждый раз в нём те, кто подходит на этот момент.
question-name-freeze = 🧊 Как назвать список? Напишите имя или возьмите предложенное. В списке останутся те, кто подходит сейчас.
question-name-rename = Напишите новое имя сегмента.
question-delete-sure = Удалить сегмент «{ $name }»? Запланированные рассылки и предложения для него останутся в силе.
question-compare-with = 🔀 С кем сравнить?
question-overlap = 🔀 <b>Сравнение с «{ $name }»</b>
    Здесь: { $first } · там: { $second }
    И здесь, и там: { $both }{ $both ->
        [0] {"."}
       *[other] {" "}({ $of_first } от этих, { $of_second } от тех).
    }

# Вопрос кнопками

question-join = Как добавить условие?
question-join-and = И ещё (оба условия)
question-join-not = Но не (исключить)
question-join-or = Или (хотя бы одно)
question-join-last = Или — только к последнему
question-topic = О чём условие?
question-attribute = Что именно?
question-ask-values = <b>{ $name }</b>: выберите одно или несколько.
question-ask-none = <b>{ $name }</b>: выбирать пока не из чего.
question-ask-much = <b>{ $name }</b>: сколько? Нажмите или напишите: «5» (не меньше), «5-10», «-10» (не больше), «0» (нисколько).
question-ask-when = <b>{ $name }</b>: когда? Нажмите или напишите число дней.
question-ask-goods = Что купили?
question-goods-all = Всё равно что
question-goods-category = Категории…
question-goods-product = Товары…
question-goods-outlet = Где…
question-ask-category = Какие категории?
question-ask-product = Какие товары?
question-ask-outlet = В каких местах?
question-any = Любое
question-done = Готово
question-when-ever = Когда угодно
question-when-last = За { $days } дн.
question-when-before = { $days } дн. назад и раньше
question-when-next = В ближайшие { $days } дн.
question-when-today = Сегодня
question-when-this-week = На этой неделе
question-when-this-month = В этом месяце
question-when-last-month = В прошлом месяце

# Группы гостей по давности и частоте покупок (RFM)

group-name-champions = Чемпионы
group-name-loyal = Лояльные
group-name-potential = Почти лояльные
group-name-new = Новые
group-name-promising = Многообещающие
group-name-attention = Требуют внимания
group-name-fading = Засыпают
group-name-at_risk = В зоне риска
group-name-cant_lose = Нельзя потерять
group-name-hibernating = Спящие
group-name-lost = Потерянные

group-meaning-champions = Покупали совсем недавно и покупают чаще большинства.
group-meaning-loyal = Покупают часто, последний визит был недавно.
group-meaning-potential = Покупали недавно и приходили уже не раз.
group-meaning-new = Покупали совсем недавно и совсем мало: только знакомятся с вами.
group-meaning-promising = Покупали недавно, но только начали.
group-meaning-attention = Во всём посередине: могут стать лояльными, могут уйти.
group-meaning-fading = Приходили редко, и последний визит был уже давно.
group-meaning-at_risk = Раньше приходили часто, но уже давно не были.
group-meaning-cant_lose = Приходили чаще всех и перестали.
group-meaning-hibernating = Приходили редко и давно.
group-meaning-lost = Приходили редко и раньше всех остальных.

group-advice-champions = Поблагодарите: новинки раньше других, подарок без повода, приглашение для друга. Скидка им не нужна.
group-advice-loyal = Предложите следующий уровень или карту штампов, спросите их мнение.
group-advice-potential = Дайте повод приходить чаще: бонус за две следующие покупки.
group-advice-new = Всё решает вторая покупка: небольшой бонус с коротким сроком.
group-advice-promising = Напомните о себе тем, чего они ещё не пробовали.
group-advice-attention = Предложение с датой окончания на то, что они и так покупают.
group-advice-fading = Напомните о баллах и дайте скромный бонус, пока вас ещё помнят.
group-advice-at_risk = Напишите лично: что нового — и щедрое предложение вернуться.
group-advice-cant_lose = Позвоните или напишите сами и спросите, что случилось. Лучшее предложение — сюда.
group-advice-hibernating = Редкое сообщение с понятной выгодой; много не тратьте.
group-advice-lost = Одно последнее предложение; если ответа нет, не беспокойте.

group-grid =
    <b>Группы гостей</b>
    { $buyers ->
        [one] Покупал { $buyers } гость.
        [few] Покупали { $buyers } гостя.
       *[other] Покупали { $buyers } гостей.
    } Правее — кто покупал позже (R), выше — кто покупает чаще (F). Маленькое число — номер группы:
group-line = { $number }. { $group } — { $members }, { $sales } % продаж
group-button = { $number }. { $group }
group-nobody-bought = Группы появятся после первых покупок: они складываются из того, кто, когда и как часто покупал.

group-about =
    <b>{ $group }</b>
    { $meaning }

    Гостей: { $members } ({ $share } % от всех, кто покупал)
    Доля продаж за всё время: { $sales } %
group-average = Средний чек: { $average }
group-expected = Ожидается от каждого за 90 дней: { $expected }
group-advice = 💡 { $advice }

group-moves = 🔀 Кто перешёл ({ $count })
group-moved = <b>Кто сменил группу с { $since }</b>
group-nobody-moved = С { $since } никто не сменил группу.
group-move = { $members ->
    [one] { $members } гость: «{ $before }» → «{ $now }»
    [few] { $members } гостя: «{ $before }» → «{ $now }»
   *[other] { $members } гостей: «{ $before }» → «{ $now }»
}
group-moves-rest = …и ещё { $members } в переходах поменьше

group-ask = 🔍 Кого это охватит
