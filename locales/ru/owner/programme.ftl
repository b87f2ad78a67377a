# Программа: запуск, правила, уровни, возвраты, версии.

# Запуск

owner-launch-preset = 🚀 Запустим программу «{ $shop }».

    Выберите, что ближе: подставлю то, что обычно работает. Любое число потом можно поменять.
owner-launch-later = Позже
owner-launch-name = Как называется заведение? Это имя увидят участники. Напишите его или оставьте нынешнее.
owner-launch-keep = Оставить «{ $name }»
owner-launch-read = Вот ваша программа. Прочитайте, как её увидит гость:
owner-launch-what = Что поменять?
owner-launch-go = 🚀 Запустить
owner-launch-change = ✏️ Что-то поменять
owner-preset-cafe = ☕ Кафе: { $rate } баллами
owner-preset-shop = 🛍 Магазин: { $rate } баллами
owner-preset-salon = 💇 Салон: { $rate } баллами
owner-launched = 🎉 «{ $shop }»: программа работает!

    Дальше: пригласите кассира и поставьте плакат с QR у кассы.

# Программа одной фразой

owner-programme = <b>{ $shop }</b>: { $rate } баллами с каждой покупки, { $welcome ->
    [0] без подарка за вступление
    [one] { $welcome } балл за вступление
    [few] { $welcome } балла за вступление
   *[many] { $welcome } баллов за вступление
}, { $birthday ->
    [0] без подарка ко дню рождения
    [one] { $birthday } балл ко дню рождения
    [few] { $birthday } балла ко дню рождения
   *[many] { $birthday } баллов ко дню рождения
}; 1 балл = { $point }, ими оплачивают до { $share } чека, баллы { $forever ->
    [yes] не сгорают
   *[no] живут { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }
}.
owner-programme-rules = Особые правила: { $rules }{ $rest ->
    [0] {""}
   *[other] {" "}и ещё { $rest }
}.
owner-example = Анна заплатила { $amount } → получит { $points ->
    [one] { $points } балл
    [few] { $points } балла
   *[many] { $points } баллов
} = { $worth }; до { $share } следующего чека можно оплатить баллами: с { $amount } это до { $most ->
    [one] { $most } балла
   *[other] { $most } баллов
}.
owner-percents = { $least }–{ $most } %
owner-life-forever = не сгорают
owner-minutes = { $minutes ->
    [one] { $minutes } минута
    [few] { $minutes } минуты
   *[many] { $minutes } минут
}
owner-contact-none = не указан

# Правила

owner-rules = 📐 <b>Правила</b>
owner-rate = { $level } { $rate }

owner-term-rate = { $level }, с покупки
owner-term-welcome-bonus = За вступление
owner-term-profile-bonus = Заполненный профиль
owner-term-birthday-bonus = День рождения
owner-term-max-share-bp = Баллами до
owner-term-points-life-days = Жизнь баллов
owner-term-redemption-seconds = Согласие гостя
owner-term-undo-seconds = Отмена на кассе
owner-term-shop-name = Название
owner-term-privacy-contact = Контакт по данным
owner-term-timezone = Часовой пояс
owner-term-currency = Валюта

owner-term-ask = <b>{ $term }</b>
    Сейчас: { $value }

    { $hint }
owner-term-sure = <b>{ $term }</b>
    Было: { $before }
    Станет: { $after }

owner-hint-rate = Сколько процентов чека вернётся баллами? Выберите или напишите своё, например 2,5.
owner-hint-welcome-bonus = Сколько баллов подарить за вступление? Выберите или напишите число.
owner-hint-profile-bonus = Сколько баллов подарить за заполненный профиль (день рождения, пол, город, интересы, семья, удобное время)? 0 — ничего. Выберите или напишите число.
owner-hint-birthday-bonus = Сколько баллов подарить ко дню рождения? Выберите или напишите число.
owner-hint-max-share-bp = Какую часть чека можно оплатить баллами? Выберите или напишите процент.
owner-hint-points-life-days = Сколько дней живут баллы? Выберите или напишите число дней. Уже начисленные баллы живут как обещано.
owner-hint-redemption-seconds = Сколько минут ждать согласия гостя, когда он платит баллами? Выберите или напишите число.
owner-hint-undo-seconds = Сколько минут кассир может отменить покупку? Выберите или напишите число. Вы можете отменить любую и когда угодно.
owner-hint-shop-name = Напишите новое название.
owner-hint-privacy-contact = К кому гостям обращаться по поводу своих данных? Напишите имя и телефон, почту или адрес: они появятся в /privacy.
owner-hint-timezone = Выберите город или напишите пояс, например Europe/Berlin.
owner-hint-currency = Выберите валюту. После первой покупки её уже не сменить.

owner-effect-rate = С чека { $amount } гость получит { $points ->
    [one] { $points } балл
    [few] { $points } балла
   *[many] { $points } баллов
} = { $worth }.
owner-effect-welcome-bonus = Новый участник сразу получит { $points ->
    [one] { $points } балл
    [few] { $points } балла
   *[many] { $points } баллов
} = { $worth }.
owner-effect-profile-bonus = Кто заполнит профиль, один раз получит { points } = { $worth }.
owner-effect-birthday-bonus = Ко дню рождения участник получит { $points ->
    [one] { $points } балл
    [few] { $points } балла
   *[many] { $points } баллов
} = { $worth }.
owner-effect-max-share-bp = Чек { $amount }: до { $points ->
    [one] { $points } балла
   *[other] { $points } баллов
}, деньгами останется { $left }.
owner-effect-points-life-days = { $until ->
    [never] Баллы, полученные с этого дня, не сгорают.
   *[other] Баллы, полученные сегодня, сгорят после { $until }.
}
owner-effect-redemption-seconds = { $minutes ->
    [one] Если за { $minutes } минуту ответа нет
    [few] Если за { $minutes } минуты ответа нет
   *[many] Если за { $minutes } минут ответа нет
}, баллы останутся на карте, а покупка не запишется.
owner-effect-undo-seconds = У кассира есть { owner-minutes }, чтобы отменить покупку; позже он попросит вас, и хватит одного нажатия.
owner-effect-shop-name = Участники увидят: «{ $shop }».
owner-effect-privacy-contact = { $named ->
    [yes] В /privacy участники прочтут: «{ privacy-contact }».
   *[no] В /privacy никто не будет указан.
}
owner-effect-timezone = Сейчас там { $time }. По этому времени считаются дни, отправка и сроки.
owner-effect-currency = 100 баллов = { $worth }, чеки как { $amount }.

# Уровни

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
owner-level-sure = 🏅 <b>Что изменится</b>
owner-level-poorer = ⚠️ «{ $level }» выше, чем «{ $below }», а баллов даёт меньше: поднявшись, гость потеряет.
owner-level-average = Пороги пересчитаны: один визит — это средний чек, { $average }.
owner-level-count = { $level }: гостей { $now } → <b>{ $after }</b>
owner-level-same = { $level }: гостей { $now }
owner-level-grace-note = Стрелка — сколько гостей на уровне сейчас и сколько станет, когда всех пересчитают и пройдут дни сохранения. Начисленные баллы не меняются.
owner-level-nobody-moves = Ни у кого уровень от этого не изменится. Начисленные баллы не меняются.
owner-programme-name = название
owner-programme-threshold = порог
owner-programme-rate-bp = процент
owner-programme-perks = привилегии
owner-programme-by = что считается
owner-programme-window-days = за сколько дней
owner-programme-grace-days = сколько дней уровень сохраняется

# Возвраты

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
owner-programme-debts = потраченные баллы
owner-programme-days = срок для кассира

# Версии

versions-list = 🕰 <b>Версии правил</b>

    Каждая хранится: любую строку в истории гостя объясняет версия того дня.
version-line = <b>№ { $number }</b> · { $at } · { $who }
    { $what }
version-nobody = программа
version-open = № { $number }
version-one = 🕰 <b>Версия № { $number }</b>
    { $at } · { $who }
    { $what }
version-rules = Правила начисления:
version-part = { $part ->
    [first] первые условия
    [launched] программа запущена
    [level_added] новый уровень «{ $name }»
    [level_removed] убран уровень «{ $name }»
    [level_changed] изменён уровень «{ $name }»
    [rule_added] добавлено «{ $name }»
    [rule_removed] удалено «{ $name }»
    [rule_changed] изменено «{ $name }»
    [rule_paused] на паузе «{ $name }»
    [rule_resumed] снова работает «{ $name }»
    [order] порядок правил
    [leveling] что считается для уровней
    [returns] условия возврата
    [offers] предложения для всех
   *[same] без видимых перемен
}
version-change = { $name }: { $before } → { $after }
