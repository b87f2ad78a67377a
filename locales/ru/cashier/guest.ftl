# Гость у кассы: как его найти и что о нём видно.

till-whose = Чей это чек? Сначала найдите гостя: QR, 6 цифр с карты или телефон целиком. Потом напишите сумму.
till-digits-please = Нужна сумма чека цифрами, например 1200 или 1200,50. Не этот гость — /cancel.
till-not-this-guest = ‹ Не этот гость
till-stale = Прошло больше 10 минут: у кассы мог встать другой гость. Отсканируйте карту ещё раз.

scan-nothing = На фото не видно QR-кода. Снимите его ближе, целиком и без бликов — или наберите 6 цифр под ним.
scan-foreign = Это QR не с карты гостя. Попросите гостя открыть карту в этом боте.
scan-too-large = Картинка слишком большая. Пришлите обычное фото — или наберите 6 цифр с карты.

# Карточка гостя

guest-title = 👤 <b>{ $name }</b> · { $level }
guest-balance = { points } = { $worth }
guest-birthday = 🎂 День рождения { $days ->
    [0] сегодня!
    [1] завтра, { $day }
    [one] через { $days } день, { $day }
    [few] через { $days } дня, { $day }
   *[many] через { $days } дней, { $day }
}
guest-new = 🌱 Покупок ещё не было — первый визит
guest-visits = 🗓 Последний визит — { $days ->
    [0] сегодня
    [1] вчера
    [one] { $days } день назад
    [few] { $days } дня назад
   *[many] { $days } дней назад
} · { $count ->
    [one] { $count } покупка
    [few] { $count } покупки
   *[many] { $count } покупок
}
guest-favourites = ❤️ Часто берёт: { $goods }
guest-phone = Телефон { $tail }
guest-frozen = ❄️ Списания приостановлены — можно только начислить.
guest-unreachable = 🔕 Бот не может написать гостю — можно только начислить.
guest-perks = 🎖 { $perks }
guest-stamps = ☕ { $title }: { $stamps } из { $needed }
guest-offer = 🏷 { $title }
guest-coupon-state = { $state ->
    [ready] ✅ Купон действует: { $lined ->
        [yes] напишите чек строками (450 кофе, 300 десерт), и касса учтёт его сама.
       *[no] касса учтёт его сама.
    }
    [early] ⏳ Купон ещё не действует: начнёт { $since }.
    [unfit] ✋ К этой покупке купон не подходит: посмотрите его условия.
    [used] ☑️ Купон уже использован.
   *[expired] ⌛ Срок купона вышел { $until }.
}
guest-vouchers = 🎟 { $count ->
    [one] Есть { $count } ваучер
    [few] Есть { $count } ваучера
   *[many] Есть { $count } ваучеров
}: попросите показать.
guest-purchases = 🧾 Покупки гостя
guest-ask-amount = <b>Напишите сумму чека.</b>
guest-ask-lines = Или строками через запятую: 450 { $one }, 2х150 { $other }

# Ваучер

voucher-screen = 🎟 <b>{ $title }</b>
    Гость: { $name }
    Код { $code }, действует до { $until }
voucher-accept = ✅ Выдать
voucher-done = ✅ Выдано: <b>{ $title }</b>
    { $name }: ваучер погашен.
