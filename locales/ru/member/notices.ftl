# Что бот пишет гостю сам: что-то случилось или пришло время.

# Покупки

notice-purchase = 🧾 <b>{ $shop }</b> · { $amount }{ $discount ->
    [0] {""}
   *[other] {""}
    Вы сэкономили { $discount }
}{ $earned ->
    [0] {""}
    [one] {""}
    Начислен <b>+{ $earned }</b> балл
    [few] {""}
    Начислено <b>+{ $earned }</b> балла
   *[other] {""}
    Начислено <b>+{ $earned }</b> баллов
}{ $held ->
    [no] {""}
   *[yes] {""}
    { purchase-held }
}
    На карте <b>{ $balance ->
    [one] { $balance } балл
    [few] { $balance } балла
   *[other] { $balance } баллов
}</b> — это { $worth }
notice-undone = ↩️ <b>Покупка на { $amount } отменена</b>{ $returned ->
    [0] {""}
    [one] {""}
    Вернули на карту { $returned } балл
    [few] {""}
    Вернули на карту { $returned } балла
   *[other] {""}
    Вернули на карту { $returned } баллов
}{ $taken ->
    [0] {""}
    [one] {""}
    Забрали начисленный за неё { $taken } балл
    [few] {""}
    Забрали начисленные за неё { $taken } балла
   *[other] {""}
    Забрали начисленные за неё { $taken } баллов
}{ $owed ->
    [0] {""}
   *[other] {""}
    Уже потраченное ({ $owed }) вычтем из следующих начислений
}{ $forgiven ->
    [0] {""}
    [one] {""}
    { $forgiven } балл за неё уже потрачен: магазин его прощает
    [few] {""}
    { $forgiven } балла за неё уже потрачены: магазин их прощает
   *[other] {""}
    { $forgiven } баллов за неё уже потрачены: магазин их прощает
}
    На карте <b>{ $balance ->
    [one] { $balance } балл
    [few] { $balance } балла
   *[other] { $balance } баллов
}</b>
notice-refunded = ↩️ <b>Возврат на { $amount }</b>{ $in_money ->
    [yes] {""}
    Деньгами: { $paid }
   *[no] {""}
}{ $returned ->
    [0] {""}
    [one] {""}
    Вернули на карту { $returned } балл
    [few] {""}
    Вернули на карту { $returned } балла
   *[other] {""}
    Вернули на карту { $returned } баллов
}{ $taken ->
    [0] {""}
    [one] {""}
    Сняли { $taken } балл, начисленный за покупку
    [few] {""}
    Сняли { $taken } балла, начисленных за покупку
   *[other] {""}
    Сняли { $taken } баллов, начисленных за покупку
}{ $owed ->
    [0] {""}
    [one] {""}
    Ещё { $owed } балл уже потрачен: его вычтем из следующих начислений
    [few] {""}
    Ещё { $owed } балла уже потрачены: их вычтем из следующих начислений
   *[other] {""}
    Ещё { $owed } баллов уже потрачены: их вычтем из следующих начислений
}{ $forgiven ->
    [0] {""}
    [one] {""}
    { $forgiven } балл за неё уже потрачен: магазин его прощает
    [few] {""}
    { $forgiven } балла за неё уже потрачены: магазин их прощает
   *[other] {""}
    { $forgiven } баллов за неё уже потрачены: магазин их прощает
}
    Теперь на карте: <b>{ $balance }</b>

notice-moved = 🔁 <b>Покупку на { $amount } перенесли на другую карту</b>
    Она была записана на вас по ошибке{ $taken ->
        [0] .
        [one] {", "}и { $taken } балл за неё снят.
        [few] {", "}и { $taken } балла за неё сняты.
       *[other] {", "}и { $taken } баллов за неё сняты.
    }{ $owed ->
        [0] {""}
       *[other] {""}
    Уже потраченное ({ $owed }) вычтем из следующих начислений.
    }
    Теперь на карте: <b>{ $balance }</b>
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

# Оплата баллами

ask-redemption = 🔐 <b>Списать { points }?</b>
    { $shop } · чек { $amount }
    Баллами { $worth }, доплатить { $to_pay }

    Ответьте в течение { $minutes ->
    [one] { $minutes } минуты
   *[other] { $minutes } минут
}. Если покупаете не вы, нажмите «Это не я»: баллы останутся на карте.
button-approve = ✅ Списать
button-refuse = Не списывать
button-not-me = ✋ Это не я
notice-redemption-cancelled = Кассир отменил списание: { points } снова на карте. Всего { $balance ->
    [one] { $balance } балл
    [few] { $balance } балла
   *[other] { $balance } баллов
}.
notice-redemption-expired = ⌛ Ответа не было, поэтому { points } снова на карте. Всего { $balance ->
    [one] { $balance } балл
    [few] { $balance } балла
   *[other] { $balance } баллов
}.
notice-suspended = 🔒 Магазин приостановил списания с вашей карты. Баллы целы, копить их можно как обычно. Если это ошибка, скажите сотрудникам.
notice-unfrozen = 🔓 Картой снова можно платить. Спасибо, что берегли свои баллы.

# Уровни

notice-level = 🏅 <b>Новый уровень — «{ $level }»</b>
    { $more ->
        [yes] Теперь за каждую покупку больше баллов.
       *[no] Вы его заслужили.
    } Спасибо, что вы с нами!{ $with_perks ->
        [yes] {""}
    А ещё: { $perks }
       *[no] {""}
    }
notice-level-down = Теперь ваш уровень — «{ $level }»: за последнее время покупок стало меньше.{ $with_perks ->
        [yes] {""}
    С ним: { $perks }
       *[no] {""}
    }
    Прежний уровень вернётся сам, как только наберётся нужное.
notice-level-removed = 🏅 <b>Уровни программы изменились</b>
    Теперь ваш уровень — «{ $level }».{ $with_perks ->
        [yes] {""}
    С ним: { $perks }
       *[no] {""}
    }
notice-level-grace = ⏳ <b>Уровень «{ $level }» сохраняется до { $until }</b>
    Чтобы он остался с вами, { $by ->
        [visits] { $missing ->
            [one] придите ещё { $missing } раз.
            [few] придите ещё { $missing } раза.
           *[other] придите ещё { $missing } раз.
        }
       *[spend] сделайте покупок ещё на { $missing }.
    }{ $with_perks ->
        [yes] {""}
    С уровнем останется и это: { $perks }
       *[no] {""}
    }

# Награды и добрые дела

notice-voucher-accepted = 🎁 <b>{ $title }</b> — ваше. Приятного!{ $points ->
    [0] {""}
   *[other] {""}
    Потрачено { points }
}
    На карте { $balance ->
    [one] { $balance } балл
    [few] { $balance } балла
   *[other] { $balance } баллов
}
notice-voucher-expired = ⌛ Срок награды «{ $title }» вышел.{ $points ->
    [0] {""}
   *[other] {" "}Вернули на карту { points }, всего { $balance ->
        [one] { $balance } балл
        [few] { $balance } балла
       *[other] { $balance } баллов
    }.
}
notice-gift-earned = 🎁 <b>Вам подарок: { $title }</b>
    Покажите ваучер до { $until } и забирайте.
button-show-gift = 🎟 Показать код
notice-payout = ❤️ <b>{ $fund }</b>
    Пожертвование дошло: магазин перевёл фонду { $amount }. Ваш вклад — { points }. Спасибо вам!

# Карты штампов

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
button-stamp-card = ☕ Моя карта штампов

# Дни рождения и сгорание баллов

notice-birthday = 🎂 <b>{ $name }, с днём рождения!</b>
    Дарим вам <b>{ points }</b> — это { $worth }. Подарок ждёт вас до { $until }.

    С любовью, «{ $shop }»
notice-birthday-wish = 🎂 <b>{ $name }, с днём рождения!</b>
    Пусть год будет добрым и вкусным. Загляните к нам, мы вам рады.

    С любовью, «{ $shop }»

notice-expiring = ⏳ <b>{ points }</b> { $points ->
    [one] сгорит
   *[other] сгорят
} после { $until }.{ $later ->
    [0] {""}
   *[other] {" "}И ещё { $later } — до { $last }.
}
    Всего это { $worth }: покажите карту при следующем визите или выберите награду.

# Предложения и рассылки

notice-offer-points = 🎁 <b>{ $title }</b>
    { $text }

    На карте уже <b>{ $value ->
    [one] { $value } балл
    [few] { $value } балла
   *[many] { $value } баллов
}</b>, { $value ->
    [one] он живёт
   *[other] они живут
} до { $until }.
    <i>{ offer-why }</i>
notice-offer-multiplier = ✨ <b>{ $title }</b>
    { $text }

    За следующую покупку — баллы <b>×{ $value }</b>, до { $until }.{ offer-terms }
    <i>{ offer-why }</i>
notice-offer-gift = 🎁 <b>{ $title }</b>
    { $text }

    Подарок ждёт вас до { $until }: покажите его код на кассе.
    <i>{ offer-why }</i>
notice-offer-standing = <b>{ $title }</b>
    { $text }

    { offer-gives }{ offer-terms }
    <i>{ offer-why }</i>
notice-offer-points-later = 🎁 <b>{ $title }</b>
    { $text }

    За покупку — ещё <b>{ $value ->
    [one] { $value } балл
    [few] { $value } балла
   *[many] { $value } баллов
}</b>, до { $until }.{ offer-terms }
    <i>{ offer-why }</i>
notice-offer-gift-later = 🎁 <b>{ $title }</b>
    { $text }

    Подарок придёт вместе с покупкой, до { $until }.{ offer-terms }
    <i>{ offer-why }</i>
notice-offer-percent = 🏷 <b>{ $title }</b>
    { $text }

    <b>Скидка { $value } %</b> на покупку, до { $until }.{ offer-terms }
    <i>{ offer-why }</i>
notice-offer-amount = 🏷 <b>{ $title }</b>
    { $text }

    <b>Скидка { $value }</b> на покупку, до { $until }.{ offer-terms }
    <i>{ offer-why }</i>
notice-offer-delivery = 🚚 <b>{ $title }</b>
    { $text }

    <b>Бесплатная доставка</b> до { $until }.{ offer-terms }
    <i>{ offer-why }</i>
notice-offer-bundle = 🏷 <b>{ $title }</b>
    { $text }

    <b>Одна из каждых { $value } — бесплатно</b>, самая недорогая, до { $until }.{ offer-terms }
    <i>{ offer-why }</i>

button-show-coupon = 🏷 Показать купон
button-my-card = 💳 Моя карта и баллы
button-no-more-offers = 🔕 Не присылать предложения

# Вопросы о визите

notice-ask-nps = «{ $shop }»: порекомендуете ли вы нас друзьям? 0 — ни за что, 10 — обязательно.
notice-ask-satisfaction = «{ $shop }»: всё ли понравилось в этот раз? 1 — совсем нет, 5 — всё отлично.
button-unask = 🔕 Не спрашивать меня
notice-shop-reply = 💬 «{ $shop }» отвечает на ваш отзыв:

    { $text }
