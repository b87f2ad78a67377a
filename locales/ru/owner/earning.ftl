# Правила начисления и то, как их считать и ограничивать.

# Список правил

earning-list = ✨ <b>Правила начисления</b>

    Обычно гость получает процент своего уровня. Здесь — что сверх него и что вместо него, по порядку.
earning-list-none = ✨ <b>Правила начисления</b>

    Пока каждый получает процент своего уровня, и только. Добавьте счастливые часы, свой процент для кофе или уберите баллы за доставку — это минута.
earning-line = { $place }. { $rule }{ $state ->
    [paused] {" "}⏸
    [pointless] {" "}⚠️
   *[works] {""}
}
earning-new = ➕ Новое правило
earning-rule = <b>{ $rule }</b>{ $paused ->
    [yes] {" "}— на паузе
   *[no] {""}
}
earning-titled = Кассир и гость увидят: «{ $title }»
earning-pause = ⏸ Пауза
earning-resume = ▶️ Включить
earning-up = ⬆️ Выше
earning-down = ⬇️ Ниже
earning-change = ✏️ Изменить
earning-delete = 🗑 Удалить
earning-delete-ask = Удалить правило «{ $rule }»? Уже начисленные баллы останутся.
earning-deleted = Удалено
earning-paused = На паузе
earning-resumed = Снова работает
earning-moved = Переставлено
earning-brings = Гость получит <b>{ $points ->
    [one] { $points } балл
    [few] { $points } балла
   *[many] { $points } баллов
}</b>{ $why ->
    [none] {""}
   *[other] {" "}({ $why })
}

# Новое правило

earning-preset = ➕ <b>Новое правило</b>

    Выберите готовое — всё в нём можно поменять.
earning-preset-happy = ⏰ Счастливые часы ×2
earning-preset-category = ☕ Свой процент на категорию
earning-preset-exclude = 🚫 Без баллов за категорию
earning-preset-receipt = 🧾 Баллы за большой чек
earning-preset-day = 📅 Двойные баллы в день
earning-preset-first = 🌱 За первую покупку
earning-preset-own = ✏️ Собрать самому

earning-effect-ask = Что делает правило?
earning-effect-rate = Свой процент вместо процента уровня
earning-effect-multiplier = Умножает баллы
earning-effect-fixed = Добавляет баллы к чеку
earning-effect-exclude = Убирает баллы

earning-value-ask = { $effect ->
    [rate] Сколько процентов баллами? Выберите или напишите, например 7,5.
    [multiplier] Во сколько раз больше? Выберите или напишите, например 1,5.
   *[fixed] Сколько баллов добавить к чеку? Выберите или напишите число.
}

earning-title-ask = Как назвать? Это имя увидят кассир и гость в истории баллов. Сейчас: «{ $title }».
earning-title-own = Назвать по правилу

earning-next = Дальше
earning-card-hint = Напишите сумму, чтобы посмотреть на другом чеке.
earning-card-value = 🎚 { $value }
earning-card-title = 🔤 Название

# Как считать и ограничивать

owner-policy-multipliers = Несколько множителей
owner-policy-offers = Несколько предложений
owner-policy-least-receipt = Наименьший чек
owner-policy-most-per-receipt = Предел за чек
owner-policy-most-per-day = Предел в день
owner-policy-most-per-month = Предел в месяц
owner-policy-carry-remainders = Доли балла
owner-policy-pending-hours = Баллы можно тратить
owner-policy-promo-life-days = Жизнь подарочных баллов

policy-list = ⚖️ <b>Как считать и ограничивать</b>

    Это действует на все правила и предложения сразу.
policy-ask = <b>{ $name }</b>
    Сейчас: { $value }

    { $hint }
policy-hint = { $field ->
    [multipliers] Если на одну покупку подошли ×2 и ×3: взять лучший (×3) или перемножить все (×6)?
    [offers] Если чеку подошли несколько предложений: взять одно, самое выгодное гостю, или все сразу?
    [least-receipt] Сколько надо заплатить деньгами, чтобы чек принёс баллы? Напишите сумму.
    [most-per-receipt] Сколько баллов самое большее приносит один чек? Напишите число.
    [most-per-day] Сколько баллов самое большее гость получает за покупки одного дня? Напишите число.
    [most-per-month] Сколько баллов самое большее гость получает за покупки одного месяца? Напишите число.
    [carry-remainders] Доли балла с мелких чеков копить до целого балла или отбрасывать?
    [pending-hours] Через сколько часов после покупки баллы можно тратить? За это время успевают вернуть товар. Напишите число часов.
   *[promo-life-days] Сколько дней живут баллы, которые добавили правила и предложения? Напишите число.
}
policy-sure = <b>{ $name }</b>
    Было: { $before }
    Станет: { $after }
policy-together = { $how ->
    [all] все вместе
   *[best] лучший один
}
policy-carry = { $yes ->
    [yes] копить
   *[no] отбрасывать
}
policy-none = нет
policy-least = от { $least }
policy-hours = { $hours ->
    [0] сразу
    [one] через { $hours } час
    [few] через { $hours } часа
   *[many] через { $hours } часов
}
policy-days = через { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
}
policy-like-others = как все баллы

policy-example = Пример: { $field ->
    [multipliers] чек на { $amount }, которому подошли ×2 и ×3.
    [offers] чек на { $amount }, которому подошли скидка 10 % и +100 баллов.
    [carry-remainders] { $count } чеков по { $amount }.
    [pending-hours] покупка сейчас.
    [promo-life-days] подарочные баллы за покупку сейчас.
   *[other] чек на { $amount }.
}
policy-before = Сейчас: { $what }
policy-after = Станет: <b>{ $what }</b>
policy-brings = { $offers ->
    [yes] заплатит { $paid }, получит {""}
   *[no] {""}
}{ $points ->
    [one] { $points } балл
    [few] { $points } балла
   *[many] { $points } баллов
}
policy-starts = баллы можно тратить с { $at }
policy-until = { $day ->
    [never] не сгорят
   *[other] сгорят { $day }
}
