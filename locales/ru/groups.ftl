# Группы гостей по давности и частоте покупок (RFM): экраны владельца.


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
