# Гости: поиск, страница одного гостя и журнал.

guests-find = 🔍 Найти гостя
guests-ask = 🔍 Напишите имя гостя, часть имени или телефон целиком.
guests-none = 🤷 По «{ $sought }» никто не нашёлся.
    Напишите другую часть имени или телефон целиком. Искать можно только тех, у кого есть карта.
guests-several = { $more ->
    [yes] 🔍 Таких гостей много. Ниже те { $count }, кто заходил последними. Выберите или напишите имя подробнее.
   *[no] 🔍 Кто из них? Выберите или напишите имя подробнее.
}
guests-choice = { $name }, с { $joined }
guests-another = 🔍 Другой гость

# Страница гостя

guests-since = 🤝 С вами с { $joined }
guests-bought-nothing = 🌱 Покупок ещё не было
guests-spent = 🧾 Потрачено { $spent }, в среднем { $average } за чек
guests-group = 📊 Группа по покупкам (RFM): { $group }
guests-stage = 🧭 Этап жизни: { $stage }
guests-expected = 🔮 Ожидается за 90 дней: { $expected }
guests-frozen = ❄️ Списания приостановлены
guests-reach = { $reachable ->
    [yes] { $agreed ->
        [yes] 🔔 Можно написать, и предложения тоже
       *[no] 🔔 Можно написать, но на предложения согласия нет
    }
   *[no] { $agreed ->
        [yes] 🔕 На предложения согласие есть, но бот не может написать
       *[no] 🔕 Бот не может написать гостю
    }
}
guests-segments = { $count ->
    [0] Сейчас ни в одном сегменте.
   *[other] <b>В сегментах:</b> { $count }{ $rest ->
        [0] { "" }
       *[other] . Ниже первые из них, ещё { $rest } не поместились.
    }
}
guests-account = 🧾 Счёт
guests-journal = 📜 Журнал

# Журнал

owner-journal = 📜 <b>Журнал</b>
owner-journal-none = 📜 Журнал пока пуст.
owner-journal-line = <i>{ $at } · { $who }</i>
owner-journal-newest = « Новые
owner-journal-older = Раньше ›
journal-by-member = 🔍 Гость
journal-by-staff = 👤 Кто
journal-by-subject = 🏷 Что
journal-by-days = 🗓 Когда
journal-any = Все
journal-narrow = { $by ->
    [member] 🔍 Напишите имя гостя, часть имени или телефон целиком.
    [staff] 👤 Чьи записи показать?
    [subject] 🏷 О чём показать записи?
   *[days] 🗓 За какое время?
}
journal-subject = { $subject ->
    [purchase] Покупки
    [redemption] Списания
    [voucher] Ваучеры
    [points] Баллы по часам
    [member] Карты
    [consent] Согласия
    [flag] Проверки чеков
    [staff] Команда
    [programme] Правила
    [rule] Правила начисления
    [policy] Подсчёт и пределы
    [trust] Пределы проверок
    [goods] Товары
    [stamp] Карты штампов
    [reward] Награды
    [fund] Фонды
    [segment] Сегменты
    [import] Загрузка файлов
    [offer] Предложения
    [attribute] Признаки гостей
    [quiz] Опросы
    [feedback] Отзывы
    [questions] Отказы от вопросов
   *[campaign] Рассылки
}
journal-days = { $days ->
    [1] Сегодня
    [365] Год
    [one] { $days } день
    [few] { $days } дня
   *[other] { $days } дней
}
journal-nothing = Таких записей нет.
journal-clear = ✖ Показать всё
journal-export = ⬇️ Файлом
journal-account = 🧾 Счёт: { $name }, с { $joined }
journal-account-file = 🧾 { $name }: счёт строка за строкой, по времени магазина: каждое движение баллов с его партией, чеком и остатком после него.
journal-file = 📜 { $lines ->
    [one] { $lines } запись
    [few] { $lines } записи
   *[other] { $lines } записей
}, время магазина.{ $cut ->
    [no] {""}
   *[yes] {" "}Больше в один файл не входит: здесь самые новые. Остальное — по частям, с отбором.
}
journal-column = { $column ->
    [number] №
    [time] Время
    [source] Откуда
    [outlet] Где
    [who] Кто
    [member] Гость
   *[act] Что
}
journal-source = { $source ->
    [chat] чат
    [clock] по расписанию
   *[command] командная строка
}
journal-clock = По расписанию

# Записи: программа и команда

act-programme-launched = Программа запущена
act-programme-changed = Правила: { $what }
act-programme-level-added = Новый уровень «{ $title }»
act-programme-level-changed = Уровень «{ $title }»: { $what }
act-programme-level-removed = Уровень «{ $title }» убран
act-programme-levels-changed = Уровни: { $what }
act-programme-returns-changed = Возвраты: { $what }
act-rule-added = Новое правило начисления: { $title }
act-rule-changed = Изменено правило начисления: { $title }
act-rule-paused = Правило начисления на паузе: { $title }
act-rule-resumed = Правило начисления снова работает: { $title }
act-rule-deleted = Удалено правило начисления: { $title }
act-rule-moved = Правило начисления переставлено: { $title }
act-policy-changed = Как считать и ограничивать: { $what }
act-trust-changed = Проверки: { $what }
act-staff-invited = Приглашение: { $role ->
    [owner] владелец
   *[cashier] кассир
}
act-staff-joined = Теперь в команде: { $role ->
    [owner] владелец
   *[cashier] кассир
}
act-staff-revoked = Доступ отозван: { $staff }
act-staff-moved = Теперь работает здесь: «{ $title }»

# Записи: касса

act-purchase-recorded = { $member }: покупка { $amount }, +{ $earned }{ $spent ->
    [0] { "" }
   *[other] , −{ $spent }
}
went-back-points = { $taken ->
    [0] { "" }
   *[other] , −{ $taken }
}{ $returned ->
    [0] { "" }
   *[other] , +{ $returned }
}
act-purchase-undone = { $member }: { $priced ->
    [yes] покупка на { $amount } отменена
   *[no] покупка отменена
}{ went-back-points }
act-purchase-refunded = { $member }: возврат на { $amount }{ went-back-points }
act-purchase-moved = { $member }: покупка на { $amount } перенесена на другую карту{ went-back-points }
act-redemption-declined = { $member }: «это не я», списание { $points } отклонено
act-redemption-cancelled = { $member }: списание { $points } отменено
act-redemption-expired = { $member }: на списание { $points } не ответили
act-flag-raised = 🚩 На проверку: { suspicion-name }{ $suspicion ->
    [codes] {""}
   *[other] , { $member }
}
act-flag-accepted = Проверено, всё в порядке: { suspicion-name }{ $suspicion ->
    [codes] {""}
   *[other] , { $member }
}{ $points ->
    [0] {""}
   *[other] , +{ $points }
}
act-flag-undone = Проверено, покупка отменена: { suspicion-name }, { $member }
act-flag-blocked = { $suspicion ->
    [card_a_day] Проверено, списания с карты запрещены: { suspicion-name }, { $member }
    [redemptions] Проверено, списания с карты запрещены: { suspicion-name }, { $member }
   *[other] Проверено, кассир отключён: { suspicion-name }
}

# Записи: гости

act-member-adopted = { $member }: объединили с участником, загруженным из кассы
act-member-frozen = { $member }: списания приостановлены
act-member-unfrozen = { $member }: списания снова разрешены
act-member-left = Участник удалил свои данные
act-consent-given = { $member }: согласие на предложения
act-consent-withdrawn = { $member }: отказ от предложений
act-points-birthday = { $member }: подарок ко дню рождения, { points }
act-points-expired = { $member }: сгорели баллы, { $points }
act-questions-refused = { $member }: просит не спрашивать о визитах
act-questions-allowed = { $member }: снова можно спрашивать о визитах

# Записи: награды, штампы, фонды, товары

act-reward-added = Новая награда «{ $title }» за { $points }
act-reward-changed = Награда «{ $title }»: { $what }
act-reward-hidden = Награда «{ $title }» скрыта
act-reward-shown = Награда «{ $title }» снова видна
act-voucher-ordered = { $member }: взят ваучер «{ $title }» за { points }
act-voucher-cancelled = { $member }: отказ от ваучера «{ $title }»{ $points ->
    [0] {""}
   *[other] , вернулось { points }
}
act-voucher-expired = { $member }: ваучер «{ $title }» не использован{ $points ->
    [0] {""}
   *[other] , вернулось { points }
}
act-voucher-accepted = { $member }: выдано «{ $title }»
act-stamp-made = Новая карта штампов «{ $title }»
act-stamp-changed = Карта штампов «{ $title }»: { $what }
act-stamp-paused = Карта штампов «{ $title }» на паузе
act-stamp-resumed = Карта штампов «{ $title }» снова работает
act-stamp-deleted = Карта штампов «{ $title }» удалена
act-fund-added = Новый фонд «{ $title }»
act-fund-changed = Фонд «{ $title }»: { $what }
act-fund-hidden = Фонд «{ $title }» скрыт
act-fund-shown = Фонд «{ $title }» снова виден
act-fund-given = { $member }: пожертвование на «{ $title }», { points }
act-fund-paid = Выплата в «{ $title }» за { $points ->
    [one] { $points } балл
    [few] { $points } балла
   *[many] { $points } баллов
}
act-goods-added = Товары: добавлено «{ $title }»
act-goods-changed = Товары: изменено «{ $title }» ({ $what })
act-goods-hidden = Товары: скрыто «{ $title }»
act-goods-shown = Товары: «{ $title }» снова видно

# Записи: рассылки, предложения, сегменты, опросы

act-campaign-started = Рассылка отправлена или запланирована
act-campaign-stopped = Рассылка остановлена
act-campaign-resumed = Рассылка продолжена
act-offer-made = Новое предложение «{ $title }»
act-offer-paused = Предложение «{ $title }» на паузе
act-offer-resumed = Предложение «{ $title }» снова работает
act-offer-deleted = Предложение «{ $title }» удалено
act-offer-run = Предложение «{ $title }» роздано сейчас
act-offer-given = Предложение «{ $title }»: { $count ->
    [0] сегодня никому не подошло
    [one] его получил { $count } участник
    [few] его получили { $count } участника
   *[many] его получили { $count } участников
}
act-offer-previewed = Предложение «{ $title }» показано себе
act-segment-saved = Сегмент «{ $title }» сохранён
act-segment-frozen = Список «{ $title }» заморожен
act-segment-deleted = Сегмент «{ $title }» удалён
act-segment-limited = { $count ->
    [0] Ограничение на рассылки и предложения снято
   *[other] Рассылок и предложений одному гостю: до { $count } в неделю
}
act-attribute-added = Новый признак «{ $title }»
act-attribute-changed = Признак «{ $title }» изменён
act-attribute-retired = Признак «{ $title }» больше не спрашивается
act-attribute-restored = Признак «{ $title }» снова спрашивается
act-quiz-made = Новый опрос «{ $title }»
act-quiz-changed = Опрос «{ $title }» изменён
act-quiz-published = Опрос «{ $title }» опубликован
act-quiz-closed = Опрос «{ $title }» закрыт
act-quiz-deleted = Черновик опроса «{ $title }» удалён
act-feedback-changed = Вопросы о визите: { $kind ->
    [nps] рекомендация
   *[satisfaction] после визита
}, { $on ->
    [yes] раз в { $days } дн.
   *[no] выключено
}
act-feedback-replied = { $member }: ответ на отзыв

# Записи: загрузка файлов

act-import-done = Загружен файл, годных строк: { $count }
