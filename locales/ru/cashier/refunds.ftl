### Движение баллов: возвраты, уровни, долги.

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
error-too-late-to-refund = Кассир может принять возврат { $days ->
    [0] только в день покупки
    [one] в течение { $days } дня после покупки
   *[other] в течение { $days } дней после покупки
}. Позже возврат оформляет владелец.
error-refund-too-large = Столько вернуть нельзя: от покупки осталось { $left }.
notice-gift-earned = 🎁 <b>Вам подарок: { $title }</b>
    Покажите ваучер до { $until } и забирайте.

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

# Касса: возврат покупки

till-refunds = ↩️ Возврат и перенос
receipt-back = Вернуть часть или перенести
guest-purchases = 🧾 Покупки гостя
guest-perks = 🎖 { $perks }

bought-title = 🧾 <b>Последние покупки</b>
    Выберите ту, по которой возврат или перенос.
bought-none = 🧾 Покупок пока нет.
bought-line = { $at } · { $name } · { $amount }
bought-gone = <s>{ $at } · { $name } · { $amount }</s>

refund-purchase = 🧾 <b>{ $name }</b>, { $amount }
    { $at }
refund-left = Часть уже вернули, осталось { $left }.
refund-all = ↩️ Вернуть всё: { $left }
refund-part = Вернуть часть: указать сумму
refund-lines = Вернуть по позициям
refund-line = { $title }{ $pieces ->
    [1] {""}
   *[other] {" "}×{ $pieces }
} · { $left }
refund-how-much = <b>{ $name }</b>: на какую сумму возврат? Напишите её цифрами, не больше { $left }.
refund-which-line = <b>{ $name }</b>: что вернули?
refund-how-many = <b>{ $title }</b>: сколько штук вернули?
    Всего { $pieces } на { $left }.
refund-confirm = ↩️ <b>Возврат на { $amount }</b> · { $name }
refund-done = ✅ <b>Возврат на { $amount }</b> · { $name }
refund-money = Отдать деньгами: <b>{ $paid }</b>
refund-returned = Вернутся на карту: +{ $points }
refund-taken = Начисленное снимается: −{ $points }
refund-owed = Уже потрачено: { $points }. Вычтем из следующих начислений.
refund-forgiven = Уже потрачено: { $points }. Снять нечего, гость за них не должен.
refund-will-hold = На карте станет { $balance }.
refund-do = ↩️ Оформить возврат
refund-more = ↩️ Вернуть ещё из этой покупки
refund-stale = Прошло больше 10 минут. Откройте покупку заново: «Касса» → «Возврат и перенос».

move-start = 🔁 Перенести на другую карту
move-whose = 🔁 Покупка на { $amount } записана на карту: <b>{ $name }</b>.
    Чья она на самом деле? Отсканируйте карту, пришлите фото QR или наберите 6 цифр либо телефон.
move-not-found = Нужна карта второго гостя: QR, 6 цифр с неё или телефон целиком. Передумали — /cancel.
move-confirm = 🔁 <b>{ $amount }</b>, { $at }
    С карты: { $name }
    На карту: <b>{ $to }</b>

    Баллы за покупку снимутся с первой карты и начислятся на вторую. Оба гостя получат сообщение.
move-do = 🔁 Перенести
move-done = ✅ Покупка на { $amount } перенесена.
    { $name }: −{ $taken }
    { $to }: +{ $earned }

error-purchase-changed = По этой покупке уже прошёл другой возврат. Откройте её заново.
error-paid-with-points = Часть этой покупки оплачена баллами, поэтому перенести её нельзя. Оформите возврат и запишите покупку на нужную карту заново.
error-partly-refunded = Часть этой покупки уже вернули, поэтому перенести её нельзя. Верните остальное и запишите покупку на нужную карту заново.
error-same-member = Покупка и так на этой карте.

# Уровни: участник

button-level = 🏅 { $level }
card-next = 🏅 До уровня «{ $next }» — ещё { $by ->
    [visits] { $missing ->
        [one] { $missing } визит
        [few] { $missing } визита
       *[other] { $missing } визитов
    }
   *[spend] { $missing }
}
level-own = 🏅 <b>{ $level }</b>: баллами возвращается { $rate } % каждой покупки
level-perks = 🎖 { $perks }
level-reached = { $days ->
    [one] За последний { $days } день
    [few] За последние { $days } дня
   *[other] За последние { $days } дней
}: { $by ->
    [visits] визитов — { $reached }.
   *[spend] покупок на { $reached }.
}
level-next = До уровня «{ $next }» — ещё { $by ->
    [visits] { $missing ->
        [one] { $missing } визит.
        [few] { $missing } визита.
       *[other] { $missing } визитов.
    }
   *[spend] { $missing }.
}
level-highest = Это самый высокий уровень. Спасибо, что вы с нами!
level-kept = ⏳ Уровень сохраняется до { $until }. Чтобы он остался с вами, { $by ->
    [visits] { $missing ->
        [one] придите ещё { $missing } раз.
        [few] придите ещё { $missing } раза.
       *[other] придите ещё { $missing } раз.
    }
   *[spend] сделайте покупок ещё на { $missing }.
}
level-ladder = <b>Все уровни</b>
level-step = { $own ->
    [yes] ▸
   *[no] •
} { $level } — { $rate } %, { $first ->
    [yes] сразу
   *[no] { $by ->
        [visits] { $threshold ->
            [one] от { $threshold } визита
           *[other] от { $threshold } визитов
        }
       *[spend] от { $threshold }
    }
}

# Баланс: долг и баллы, которые скоро можно будет потратить

balance-pending = 🕓 Из них { points } можно будет тратить, начиная с { $at }
balance-debt = ⭐ На карте <b>−{ $points }</b>
    Это баллы за возвращённую покупку, которые вы уже успели потратить. Следующие начисления сначала закроют их, платить деньгами ничего не нужно.
card-debt = ⭐ <b>−{ $points }</b>: закроются следующими начислениями
history-line-even = { $what } · { $day }
why-went-back = Покупка на { $price } ({ $on }), возвращено на { $amount }.
why-returned = Вернулись потраченные на неё баллы: { $points }.
why-taken = Сняты начисленные за неё: { $points }.
why-owed = Ещё { $points } вы успели потратить: их закроют следующие начисления.
why-forgiven = Ещё { $points } вы успели потратить: за них вы ничего не должны.
why-debt = { points-signed } { $gain ->
    [yes] в счёт того, что было потрачено раньше возврата
   *[no] потрачено раньше возврата: закроется следующими начислениями
}.

# Уровни: владелец

owner-go-levels = 🏅 Уровни
owner-go-returns = ↩️ Возвраты
owner-levels = 🏅 <b>Уровни</b>
    { $by ->
        [visits] Считаются визиты
       *[spend] Считаются траты
    } за { $window ->
        [one] { $window } день
        [few] { $window } дня
       *[other] { $window } дней
    }. { $grace ->
        [0] Кто недобрал, переходит ниже сразу.
        [one] Кто недобрал, сохраняет уровень ещё { $grace } день.
        [few] Кто недобрал, сохраняет уровень ещё { $grace } дня.
       *[other] Кто недобрал, сохраняет уровень ещё { $grace } дней.
    }
owner-level-line = <b>{ $level }</b> — { $rate }, { $first ->
    [yes] с первого дня
   *[no] { $by ->
        [visits] { $threshold ->
            [one] от { $threshold } визита
           *[other] от { $threshold } визитов
        }
       *[spend] от { $threshold }
    }
}
owner-level-perks-line = 🎖 { $perks }
owner-level-add = ➕ Новый уровень
owner-programme-name = название
owner-programme-threshold = порог
owner-programme-rate-bp = процент
owner-programme-perks = привилегии
owner-programme-by = что считается
owner-programme-window-days = за сколько дней
owner-programme-grace-days = сколько дней уровень сохраняется
owner-level-button = { $field ->
    [name] ✏️ Название
    [threshold] 🎯 Порог
    [rate] 💯 Процент с покупок
   *[perks] 🎖 Привилегии
}
owner-level-remove = 🗑 Убрать уровень
owner-level-no-perks = Без привилегий
owner-level-ask-name = Как назвать уровень? До { $most } знаков.
owner-level-ask-threshold = С какого порога начинается уровень? { $by ->
    [visits] Напишите число визитов.
   *[spend] Напишите сумму покупок.
} Считается за последние { $days ->
    [one] { $days } день
   *[other] { $days } дней
}.
owner-level-ask-rate-bp = Сколько процентов от оплаченного деньгами возвращается баллами? Например, 5 или 2,5.
owner-level-ask-perks = Что ещё даёт уровень? Напишите так, как это увидит гость, до { $most } знаков: «Сироп бесплатно», «Столик без очереди». Кассир тоже это увидит.
owner-levels-count-by = { $by ->
    [visits] 🔁 Считать траты
   *[spend] 🔁 Считать визиты
}
owner-levels-window = 🗓 За { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[other] { $days } дней
}
owner-levels-grace = ⏳ Сохранять { $days ->
    [0] нельзя
    [one] { $days } день
    [few] { $days } дня
   *[other] { $days } дней
}
owner-levels-ask-window-days = За сколько последних дней считать? От { $least } до { $most }.
owner-levels-ask-grace-days = Сколько дней хранить уровень за тем, кто недобрал? От { $least } до { $most }.
owner-level-sure = 🏅 <b>Что изменится</b>
owner-level-poorer = ⚠️ «{ $level }» выше, чем «{ $below }», а баллов даёт меньше: поднявшись, гость потеряет.
owner-level-average = Пороги пересчитаны: один визит — это средний чек, { $average }.
owner-level-count = { $level }: гостей { $now } → <b>{ $after }</b>
owner-level-same = { $level }: гостей { $now }
owner-level-grace-note = Стрелка — сколько гостей на уровне сейчас и сколько станет, когда всех пересчитают и пройдут дни сохранения. Начисленные баллы не меняются.
owner-level-nobody-moves = Ни у кого уровень от этого не изменится. Начисленные баллы не меняются.
act-programme-level-added = Новый уровень «{ $title }»
act-programme-level-changed = Уровень «{ $title }»: { $what }
act-programme-level-removed = Уровень «{ $title }» убран
act-programme-levels-changed = Уровни: { $what }
act-programme-returns-changed = Возвраты: { $what }
error-lowest-level = С самого первого уровня начинают все: его порог — ноль, и убрать его нельзя.
error-level-taken = Такой уровень уже есть: название и порог у каждого свои.
error-too-many-levels = Больше { $most } уровней гостям не запомнить. Уберите какой-нибудь.

# Возвраты: владелец

owner-returns = ↩️ <b>Возвраты</b>

    Кассир принимает возврат { $days ->
        [0] только в день покупки. Позже его оформляете вы.
        [one] в течение { $days } дня. Позже его оформляете вы.
       *[other] в течение { $days } дней. Позже его оформляете вы.
    }

    Если баллы за покупку уже потрачены: { $debts ->
        [yes] на карте остаётся минус, и следующие начисления сначала закроют его.
       *[no] снимается сколько есть, остальное прощается.
    }
owner-programme-debts = потраченные баллы
owner-programme-days = срок для кассира
owner-returns-choose = { $debts ->
    [yes] ➖ Записывать в долг
   *[no] 🤝 Прощать
}
owner-returns-day = { $days ->
    [0] в тот же день
    [one] { $days } день
    [few] { $days } дня
   *[other] { $days } дней
}
error-purchase-held = Этот чек на проверке у владельца. Пока он не ответил, вернуть можно только всю покупку.
