# Доверие: что бот заметил на кассе, что с этим делает владелец, и поиск по журналу.

# Гостю и кассиру

purchase-held = 🔎 Магазин проверяет этот чек: баллы за него придут после проверки.
till-held = 🔎 Чек записан и отправлен владельцу на проверку: баллы придут гостю после неё.
notice-checked = ✅ Чек на { $amount } проверен: <b>+{ $points ->
    [one] { $points } балл
    [few] { $points } балла
   *[other] { $points } баллов
}</b>
    На карте { $balance ->
    [one] { $balance } балл
    [few] { $balance } балла
   *[other] { $balance } баллов
}
notice-suspended = 🔒 Магазин приостановил списания с вашей карты. Баллы целы, копить их можно как обычно. Если это ошибка, скажите сотрудникам.
error-too-many-redemptions = У этого гостя слишком много запросов на списание подряд. Начислите баллы без списания или спросите снова через { $minutes } мин. Владелец уже знает.
error-too-many-codes = Слишком много неверных кодов. Ещё { $minutes } мин. коды не принимаются: сканируйте QR или наберите телефон гостя. Владелец уже знает.
error-not-blockable = Так нельзя отключить себя и владельца из настроек программы.

# Владельцу: что случилось

suspicion-name = { $suspicion ->
    [card_a_day] много чеков на карту
    [cashier_an_hour] много чеков у кассира
    [family] карта семьи кассира
    [size] необычный чек
    [redemptions] много запросов на списание
   *[codes] неверные коды
}
flag-story = { $suspicion ->
    [card_a_day] <b>{ $name }</b>: сегодня на эту карту уже больше чеков, чем бывает ({ $limit }). Чек { $amount } записан, кассир { $cashier }.
    [cashier_an_hour] <b>{ $cashier }</b> за час пробивает больше чеков, чем бывает ({ $limit }). Чек { $amount } записан, гость { $name }.
    [family] <b>{ $cashier }</b> обслуживает карту со своего семейного счёта: { $name }. Чек { $amount } записан.
    [size] <b>{ $cashier }</b>, гость { $name }: чек { $amount } больше, чем здесь бывает.
    [redemptions] <b>{ $name }</b>: за 10 минут больше запросов на списание, чем бывает ({ $limit }). Новый запрос отклонён, кассир { $cashier }.
   *[codes] <b>{ $cashier }</b> за 10 минут набирает больше неверных кодов, чем бывает ({ $limit }). Коды от него пока не принимаются.
}{ $usual ->
    [none] {""}
   *[other] {" "}Обычный чек — { $usual }.
}{ $points ->
    [0] {""}
    [one] {" "}Ждёт решения { $points } балл.
    [few] {" "}Ждут решения { $points } балла.
   *[other] {" "}Ждут решения { $points } баллов.
}
notice-flag = 🚩 <b>Посмотрите</b>
    { flag-story }
button-flag-accept = ✅ Всё в порядке
button-flag-undo = ↩️ Отменить покупку
button-flag-block-card = 🔒 Запретить списания с карты
button-flag-block-cashier = 🚫 Отключить кассира

trust-flag = 🚩 { $at }
trust-verdict = { $status ->
    [accepted] ✅ Всё в порядке
    [undone] ↩️ Покупка отменена
   *[blocked] { $card ->
        [yes] 🔒 Списания с карты запрещены, баллы за чек не начислены
       *[no] 🚫 Кассир отключён, баллы за чек не начислены
    }
} — { $by }
trust-undone = ↩️ Покупка тоже отменена

# Владельцу: проверки

owner-home-flags = 🚩 Ждут вашего решения: { $count }
trust-checks = 🛡 <b>Проверки</b>

    Чек, который выходит за эти пределы, записывается, но баллы за него ждут вас: начислить, отменить покупку или кого-то остановить.
trust-waiting = 🚩 Ждут решения: { $count }
trust-answered = 🗂 Решённые
trust-flags = { $opened ->
    [yes] 🚩 <b>Ждут решения</b>
   *[no] 🗂 <b>Решённые</b>
}
trust-no-flags = { $opened ->
    [yes] 🚩 Ничего подозрительного: решать нечего.
   *[no] 🗂 Решённых пока нет.
}
trust-limit-card-a-day = Чеков на карту в день
trust-limit-cashier-an-hour = Чеков кассира в час
trust-limit-family = Семья кассира
trust-limit-size = Необычный чек
trust-limit-redemptions = Запросов за 10 минут
trust-limit-codes = Неверных кодов
trust-off = не проверяется
trust-on = проверяется
trust-times = в { $times ->
    [one] { $times } раз
    [few] { $times } раза
   *[other] { $times } раз
} больше
trust-over = больше { $amount }
trust-switch-off = Не проверять
trust-ask = <b>{ $limit }</b>
    Сейчас: { $value }

    { $hint }
trust-usual = Обычный чек у вас сейчас — { $amount }.
trust-hint-card-a-day = Сколько чеков за день бывает на одной карте? Следующий ждёт вашего решения. Выберите или напишите число.
trust-hint-cashier-an-hour = Сколько чеков за час успевает один кассир? Следующий ждёт вашего решения. Выберите или напишите число.
trust-hint-family = Кассир обслуживает карту, у которой с ним общий счёт. Свою карту не обслуживает никто и никогда.
trust-hint-size = Во сколько раз чек должен быть больше обычного, чтобы ждать вашего решения? Обычный — средний по величине из чеков за 90 дней, если их хотя бы 20. Или напишите сумму.
trust-hint-redemptions = Сколько раз за 10 минут гостя можно спросить о списании? Следующий запрос отклоняется. Выберите или напишите число.
trust-hint-codes = Сколько неверных кодов с карты может набрать кассир за 10 минут? Потом коды от него не принимаются. Выберите или напишите число.

# Владельцу: журнал

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

act-points-birthday = { $member }: подарок ко дню рождения, { points }
act-points-expired = { $member }: сгорели баллы, { $points }
act-trust-changed = Проверки: { $what }
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
