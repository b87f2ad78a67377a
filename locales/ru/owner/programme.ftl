# Комната владельца.

command-owner = Управление программой

error-not-owner = Этот раздел открыт только владельцу.
error-bad-percent = Нужен процент больше нуля и до { $most }, например 5 или 2,5.
error-unknown-timezone = Такого часового пояса нет. Выберите кнопкой или напишите, например, Europe/Moscow.
error-unknown-currency = Такой валюты здесь нет. Выберите одну из кнопок.
error-currency-fixed = Валюту уже не сменить: в ней пробиты чеки.

owner-percent = { $number } %
owner-percents = { $least }–{ $most } %
owner-rate = { $level } { $rate }
owner-life = { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
}
owner-life-forever = не сгорают
owner-minutes = { $minutes ->
    [one] { $minutes } минута
    [few] { $minutes } минуты
   *[many] { $minutes } минут
}
owner-contact-none = не указан

owner-sample = Эту кнопку видят участники: ею они отказываются от предложений. Здесь она ничего не делает.
owner-stale = Эта кнопка уже не действует. Откройте раздел заново: /owner
owner-need-text = Здесь нужен текст. Напишите его сообщением или нажмите /cancel.
owner-need-tap = Выберите одну из кнопок выше или нажмите /cancel.
owner-need-photo = Здесь нужна картинка: пришлите фото или нажмите «Без картинки».
owner-need-proof = Нужен документ или фото о выплате. Пришлите файл или нажмите /cancel.
owner-cancelled = { $flow ->
    [launching] Запуск отложен. Вернуться к нему: /owner
    [ruling] Правила остались как были.
    [earning] Правила остались как были.
    [policing] Правила остались как были.
    [rewarding] Изменения награды отменены.
    [funding] Изменения фонда отменены, выплата не отмечена.
    [grading] Уровни остались как были.
    [offering] Новое предложение отменено.
    [stamping] Карта штампов осталась как была.
    [shelving] Товары остались как были.
    [journaling] Поиск в журнале отменён.
    [seeking] Поиск гостя отменён.
    [attributing] Признаки остались как были.
    [quizmaking] Опрос остался как был.
    [satisfying] Отзывы остались как были, гостю ничего не отправлено.
    [limiting] Проверки остались как были.
    [asking] Вопрос отменён.
   *[posting] Рассылка отменена, никому ничего не отправлено.
}
owner-hide = 🙈 Скрыть
owner-show = 👁 Показать
owner-save = ✅ Сохранить
owner-saved = Сохранено
owner-nobody = без имени

# Главная

owner-go-home = 📊 Управление
owner-go-launch = 🚀 Запустить программу
owner-go-broadcast = 📣 Рассылка
owner-go-offers = 🏷 Предложения
owner-go-rewards = 🎁 Награды
owner-go-funds = ❤️ Фонды
owner-go-rules = 📐 Правила
owner-go-staff = 👥 Команда
owner-go-numbers = 📈 Цифры
owner-go-journal = 📜 Журнал
owner-go-poster = 🪧 Плакат с QR
owner-go-trust = 🛡 Проверки

owner-home-title = 📊 <b>{ $shop }</b>
owner-home-defaults = Программа ещё не запущена: пока действуют обычные правила. Участники уже могут вступать.
owner-home-today = Сегодня: { $purchases ->
    [one] { $purchases } покупка
    [few] { $purchases } покупки
   *[many] { $purchases } покупок
} на { $turnover }, { $members ->
    [one] { $members } новый участник
    [few] { $members } новых участника
   *[many] { $members } новых участников
}.
    Баллов начислено { $given }, потрачено { $spent }.

owner-period = { $days ->
    [1] Сегодня
    [7] 7 дней
   *[other] 30 дней
}
owner-numbers = 📈 <b>{ $days ->
    [1] Сегодня
    [7] За 7 дней
   *[other] За 30 дней
}</b>

    Новых участников: { $members }, всего { $all }
    Покупок: { $purchases } на { $turnover }, деньгами { $paid }
    Покупателей: { $buyers }, из них вернулись { $returning } %

    Баллов начислено: { $given }
    Потрачено: { $spent }, оплат баллами { $redemptions }
    Сгорело: { $expired }
    На добрые дела: { $donated }, пожертвований { $donations }

    Сейчас у участников { $outstanding ->
    [one] { $outstanding } балл
    [few] { $outstanding } балла
   *[many] { $outstanding } баллов
} — это { $worth }.

owner-unfrozen = 🔓 { $name }: списания снова разрешены. Гость получит сообщение об этом.

owner-poster = 🪧 Плакат «{ $shop }». Распечатайте QR и поставьте у кассы: гость наводит камеру и получает карту.

    { $link }

# Запуск

owner-launch-preset = 🚀 Запустим программу «{ $shop }».

    Выберите, что ближе: подставлю то, что обычно работает. Любое число потом можно поменять.
owner-preset-cafe = ☕ Кафе: { $rate } баллами
owner-preset-shop = 🛍 Магазин: { $rate } баллами
owner-preset-salon = 💇 Салон: { $rate } баллами
owner-launch-later = Позже
owner-launch-name = Как называется заведение? Это имя увидят участники. Напишите его или оставьте нынешнее.
owner-launch-keep = Оставить «{ $name }»
owner-launch-read = Вот ваша программа. Прочитайте, как её увидит гость:
owner-launch-what = Что поменять?
owner-launch-go = 🚀 Запустить
owner-launch-change = ✏️ Что-то поменять
owner-launched = 🎉 «{ $shop }»: программа работает!

    Дальше: пригласите кассира и поставьте плакат с QR у кассы.

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
owner-example = Анна заплатила { $amount } → получит { $points ->
    [one] { $points } балл
    [few] { $points } балла
   *[many] { $points } баллов
} = { $worth }; до { $share } следующего чека можно оплатить баллами: с { $amount } это до { $most ->
    [one] { $most } балла
   *[other] { $most } баллов
}.

# Правила

owner-rules = 📐 <b>Правила</b>
owner-term-rate = { $level }, с покупки
owner-term-welcome-bonus = За вступление
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
owner-hint-rate = Сколько процентов чека вернётся баллами? Выберите или напишите своё, например 2,5.
owner-hint-welcome-bonus = Сколько баллов подарить за вступление? Выберите или напишите число.
owner-hint-birthday-bonus = Сколько баллов подарить ко дню рождения? Выберите или напишите число.
owner-hint-max-share-bp = Какую часть чека можно оплатить баллами? Выберите или напишите процент.
owner-hint-points-life-days = Сколько дней живут баллы? Выберите или напишите число дней. Уже начисленные баллы живут как обещано.
owner-hint-redemption-seconds = Сколько минут ждать согласия гостя, когда он платит баллами? Выберите или напишите число.
owner-hint-undo-seconds = Сколько минут кассир может отменить покупку? Выберите или напишите число. Вы можете отменить любую и когда угодно.
owner-hint-shop-name = Напишите новое название.
owner-hint-privacy-contact = К кому гостям обращаться по поводу своих данных? Напишите имя и телефон, почту или адрес: они появятся в /privacy.
owner-hint-timezone = Выберите город или напишите пояс, например Europe/Berlin.
owner-hint-currency = Выберите валюту. После первой покупки её уже не сменить.

owner-term-sure = <b>{ $term }</b>
    Было: { $before }
    Станет: { $after }
owner-other-value = Другое значение
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

# Команда

owner-staff = 👥 <b>Команда</b>
owner-staff-line = { $role ->
    [owner] 👑
   *[cashier] 🧾
} { $name }{ $you ->
    [yes] { " " }(вы)
   *[no] { "" }
} — { $purchases ->
    [0] сегодня без покупок
    [one] { $purchases } покупка сегодня
    [few] { $purchases } покупки сегодня
   *[many] { $purchases } покупок сегодня
}
owner-invite-cashier = ➕ Кассир
owner-invite-owner = ➕ Владелец
owner-invitation = { $role ->
    [owner] 👑 Приглашение для совладельца: он сможет всё, что и вы.
   *[cashier] 🧾 Приглашение для кассира.
}

    { $url }

    Перешлите ссылку тому, кого зовёте: она сработает один раз, до { $until }.
owner-invitation-send = 📤 Отправить
owner-invitation-text = Приглашение работать в «{ $shop }»
owner-staff-revoke = ✖ { $name }
owner-staff-revoke-ask = { $name } больше не сможет обслуживать гостей и открывать управление. Точно?
owner-staff-revoke-yes = Да, отозвать доступ
owner-staff-revoked = { $name }: доступ отозван

# Награды

owner-rewards = 🎁 <b>Награды</b>
    За что участники отдают баллы.
owner-rewards-none = 🎁 <b>Награды</b>
    Пока ни одной. Добавьте первую: например, «Капучино» за 150 баллов.
owner-reward-new = ➕ Новая награда
owner-reward-line = { $hidden ->
    [yes] 🙈{ " " }
   *[no] { "" }
}{ $title } · { $points }
owner-reward = 🎁 <b>{ $title }</b>{ $hidden ->
    [yes] { " " }(скрыта)
   *[no] { "" }
}
    { $points ->
    [one] { $points } балл
    [few] { $points } балла
   *[many] { $points } баллов
} = { $worth }{ $description }

    Остаток: { $stock ->
    [none] без счёта
   *[other] { $stock }
}
    Одному гостю: { $limit ->
    [none] сколько угодно
   *[other] не больше { $limit }
}
    Картинка: { $picture ->
    [yes] есть
   *[no] нет
}
    Взяли: { $taken }
owner-reward-title = Название
owner-reward-points = Цена в баллах
owner-reward-description = Описание
owner-reward-picture = Картинка
owner-reward-stock = Остаток
owner-reward-member-limit = Лимит на гостя
owner-reward-ask-title = Как называется награда? Например, «Капучино 300 мл».
owner-reward-ask-points = Сколько баллов она стоит? Выберите или напишите число.
owner-reward-ask-description = Опишите награду: что это и как получить.
owner-reward-ask-picture = Пришлите картинку.
owner-reward-ask-stock = Сколько штук есть? Выберите или напишите число.
owner-reward-ask-member-limit = Сколько раз может взять один гость? Выберите или напишите число.
owner-reward-without-description = Без описания
owner-reward-without-picture = Без картинки
owner-reward-without-stock = Без счёта
owner-reward-without-member-limit = Сколько угодно

# Фонды

owner-funds = ❤️ <b>Фонды</b>
    Кому участники отдают баллы, а вы переводите деньги.
owner-funds-none = ❤️ <b>Фонды</b>
    Пока ни одного. Добавьте доброе дело, и участники смогут отдавать ему баллы.
owner-fund-new = ➕ Новый фонд
owner-fund-line = { $hidden ->
    [yes] 🙈{ " " }
   *[no] { "" }
}{ $title }{ $owed ->
    [0] { "" }
   *[other] { " " }· к выплате
}
owner-fund = ❤️ <b>{ $title }</b>{ $hidden ->
    [yes] { " " }(скрыт)
   *[no] { "" }
}
    { $description }

    Собрано: { $given ->
    [one] { $given } балл
    [few] { $given } балла
   *[many] { $given } баллов
}{ $goal ->
    [none] { "" }
   *[other] { " " }из { $goal }
}, от { $donors ->
    [one] { $donors } человека
   *[other] { $donors } человек
}
    К выплате: { $owed ->
    [one] { $owed } балл
    [few] { $owed } балла
   *[many] { $owed } баллов
} = { $money }
owner-fund-title = Название
owner-fund-description = Описание
owner-fund-goal = Цель
owner-fund-history = 🧾 Выплаты
owner-fund-pay = Выплачено { $money }
owner-fund-ask-title = Как называется фонд или доброе дело?
owner-fund-ask-description = На что идут деньги? Два-три предложения увидят участники.
owner-fund-ask-goal = Есть ли цель в баллах? Выберите или напишите число.
owner-fund-without-goal = Без цели
owner-pay-ask = «{ $title }»: к выплате { $money } за { $points ->
    [one] { $points } балл
    [few] { $points } балла
   *[many] { $points } баллов
}.

    Переведите деньги и пришлите сюда документ или фото о переводе. Его увидит каждый, кто жертвовал.
owner-pay-sure = Отметить выплату { $money } в «{ $title }»? Документ получит каждый, кто жертвовал.
owner-pay-yes = Выплачено { $money }
owner-paid = ✅ «{ $title }»: выплата { $money } отмечена.

    Документ отправляю тем, кто отдал { $points ->
    [one] { $points } балл
    [few] { $points } балла
   *[many] { $points } баллов
}: { $donors ->
    [one] { $donors } человеку
   *[other] { $donors } людям
}.
owner-payouts = 🧾 Выплаты в «{ $title }»
owner-payouts-none = В «{ $title }» ещё ничего не выплачено.
owner-payout-line = { $on } — { $money }

# Журнал

owner-journal = 📜 <b>Журнал</b>
owner-journal-none = 📜 Журнал пока пуст.
owner-journal-line = <i>{ $at } · { $who }</i>
owner-journal-newest = « Новые
owner-journal-older = Раньше ›

act-programme-launched = Программа запущена
act-programme-changed = Правила: { $what }
act-staff-invited = Приглашение: { $role ->
    [owner] владелец
   *[cashier] кассир
}
act-staff-joined = Теперь в команде: { $role ->
    [owner] владелец
   *[cashier] кассир
}
act-staff-revoked = Доступ отозван: { $staff }
act-reward-added = Новая награда «{ $title }» за { $points }
act-reward-changed = Награда «{ $title }»: { $what }
act-reward-hidden = Награда «{ $title }» скрыта
act-reward-shown = Награда «{ $title }» снова видна
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
act-member-frozen = { $member }: списания приостановлены
act-member-unfrozen = { $member }: списания снова разрешены
act-member-left = Участник удалил свои данные
act-consent-given = { $member }: согласие на предложения
act-consent-withdrawn = { $member }: отказ от предложений
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

# Кому

owner-audience-everyone = 👥 Всем
owner-audience-sleeping = Не были { $days } дн.
owner-audience-new = Новые за { $days } дн.
owner-audience-birthday = 🎂 Через { $days } дн.
owner-audience-female = 👩 Женщинам
owner-audience-male = 👨 Мужчинам
owner-audience-level = Уровень…
owner-audience-city = Город…
owner-audience-age = Возраст…
owner-audience-spent = Потратили от…
owner-audience-list = Свой список…
owner-audience-ask-level = Какой уровень?
owner-audience-ask-city = Из какого города? Здесь те, что указали участники.
owner-audience-ask-age = Сколько лет? Считаются те, кто указал год рождения.
owner-audience-ask-spent = От какой суммы всех покупок? Напишите её, например 10 000.
owner-audience-ask-list = Пришлите телефоны или номера участников, в любом виде: через запятую или каждый с новой строки.
owner-reach = { $matched ->
    [one] Подходит { $matched }
   *[other] Подходят { $matched }
}, { $reachable ->
    [one] получит <b>{ $reachable }</b>
   *[other] получат <b>{ $reachable }</b>
}.{ $refused ->
    [0] { "" }
   *[other] { " " }Не соглашались на предложения: { $refused }.
}{ $often ->
    [0] { "" }
   *[other] { " " }На этой неделе уже писали: { $often }.
}{ $blocked ->
    [0] { "" }
   *[other] { " " }Недоступны в чате: { $blocked }.
}
owner-list-found = Нашлось { $found }.{ $unknown ->
    [0] { "" }
   *[other] { " " }Не нашлись: { $unknown }{ $rest ->
        [0] .
       *[other] { " " }и ещё { $rest }.
    }
}

# Рассылка

owner-broadcast = 📣 <b>Рассылка</b>
    Кому написать?
owner-post-past = 🗂 Прошлые рассылки
owner-post-whom = Кому: <b>{ $whom }</b>
owner-post-another = Выбрать других
owner-post-ask = Теперь пришлите сообщение таким, каким его увидят: текст, фото, видео, гифку или файл, с любым оформлением.
owner-post-nobody = Пока отправлять некому: выберите других.
owner-post-unfit = Так не получится. Пришлите одно сообщение: текст, фото, видео, гифку или файл (альбомы и стикеры не подойдут).
owner-post-ready = 📣 <b>Рассылка готова</b>
owner-post-languages = { $count ->
    [1] Сообщение: { $languages }. Его получат все.
   *[other] Сообщения: { $languages }. Каждый получит на своём языке.
}
owner-post-now = 🚀 Отправить сейчас ({ $people })
owner-post-me = 👀 Прислать мне
owner-post-on-its-way = Уже летит к вам
owner-post-time = 🕘 В другое время
owner-post-language = { $language ->
    [ru] на русском
   *[en] на английском
}
owner-post-also = ➕ { $language ->
    [ru] На русском
   *[en] На английском
}
owner-post-version = ✏️ { $language ->
    [ru] На русском
   *[en] На английском
}
owner-post-version-title = ✏️ <b>Сообщение { $language ->
    [ru] на русском
   *[en] на английском
}</b>
    { $alone ->
    [yes] Его получат все: другого нет.
   *[no] Его получат те, кто выбрал этот язык.
}
owner-post-replace = 🔁 Заменить
owner-post-remove = 🗑 Убрать
owner-post-ask-version = Пришлите { $again ->
    [yes] новое сообщение
   *[no] то же
} { $language ->
    [ru] на русском
   *[en] на английском
}: его получат те, кто выбрал этот язык.
owner-post-ask-time = Когда отправить? Например: 18:30, завтра 10:00, 25.12 09:00 или 25.12.2026 09:00. Время — { $zone }.
owner-word-today = сегодня
owner-word-tomorrow = завтра
error-bad-moment = Это не похоже на время. Напишите, например: 18:30, завтра 10:00 или 25.12 09:00.
error-moment-over = Это время уже прошло. Напишите другое.
owner-post-sure-now = Отправить сейчас? Получат <b>{ $people }</b>: { $whom }.
owner-post-sure-at = Отправить { $at }? Получат примерно <b>{ $people }</b>: { $whom }. Список посчитается заново в это время.
owner-post-yes = 🚀 Да, отправить ({ $people })
owner-post-plan = 🕘 Запланировать
owner-post-status = 📣 <b>{ $status ->
    [scheduled] Запланирована
    [running] Отправляется
    [stopped] Остановлена
   *[done] Отправлена
}</b>: { $whom }
    { $at }
owner-post-counts = Дошло <b>{ $sent }</b> из { $total }{ $left ->
    [0] .
   *[other] , осталось { $left }{ $minutes ->
        [0] .
       *[other] { " " }(около { $minutes } мин).
    }
}{ $blocked ->
    [0] { "" }
   *[other] { " " }Недоступны: { $blocked }.
}{ $failed ->
    [0] { "" }
   *[other] { " " }Не отправлено: { $failed }.
}{ $cancelled ->
    [0] { "" }
   *[other] { " " }Отказались от предложений: { $cancelled }.
}
owner-post-refresh = 🔄 Обновить
owner-post-stop = ⏹ Остановить
owner-post-resume = ▶️ Продолжить
owner-post-list = 🗂 Прошлые рассылки
owner-post-list-none = Рассылок ещё не было.
owner-post-line = { $status ->
    [scheduled] 🕘
    [running] ✈️
    [stopped] ⏹
   *[done] ✅
} { $day } · { $whom }

# Предложения

owner-offers = 🏷 <b>Предложения</b>
    Подарки, которые бот дарит сам, и то, что на кассе действует для всех.
owner-offers-none = 🏷 <b>Предложения</b>
    Личные подарки, которые бот дарит сам: тем, кто давно не был, кому скоро день рождения, или всем.
owner-offer-new = ➕ Новое предложение
owner-offer-line = { $paused ->
    [yes] ⏸
   *[no] { $done ->
        [yes] ✅
       *[no] ▶️
    }
} { $title }{ $given ->
    [0] {""}
   *[other] {" "}· 🎁 { $given }
}{ $used ->
    [0] {""}
   *[other] {" "}· 🧾 { $used }
}
owner-offer-whom = Кому сделать предложение?
owner-offer-ask = Напишите предложение одним сообщением. Первая строка — заголовок, дальше — текст. Например:

    <i>Скучаем по вам</i>
    <i>Заходите на кофе: мы положили на карту немного баллов.</i>
owner-offer-ask-text = Заголовок — <b>{ $title }</b>. Теперь напишите текст: что дарите и как этим воспользоваться.
owner-gift = { $kind ->
    [points] +{ $value ->
        [one] { $value } балл
        [few] { $value } балла
       *[many] { $value } баллов
    }
    [multiplier] ×{ $value } за покупку
    [percent] скидка { $value } %
    [amount] скидка { $value }
    [delivery] бесплатная доставка
    [bundle] одна из { $value } бесплатно
   *[gift] 🎁 подарок из заголовка
}
owner-plan = { $schedule ->
    [daily] каждый день в { $time }
    [standing] на кассе, для всех
    [weekly] каждую неделю: { $day }, { $time }
   *[once] { $at ->
        [now] сейчас, один раз
       *[other] один раз, { $at }
    }
}
owner-draft = 🏷 <b>{ $title }</b>
    { $text }
owner-draft-cost = Это до { $points ->
    [one] { $points } балла
   *[other] { $points } баллов
} = { $worth }.
owner-draft-go = 🚀 Запустить ({ $people })
owner-draft-gift = Что: { $gift }
owner-draft-plan = Когда: { $plan }
owner-draft-days = Действует: { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
}
owner-draft-whom = Кому…
owner-draft-ask-gift = Что подарить? Выберите или напишите число баллов.
owner-draft-ask-days = Сколько дней действует? Выберите или напишите число.
owner-draft-ask-plan = Когда дарить? Сейчас выбрано: <b>{ $plan }</b>.{ $repeats ->
    [yes] { " " }Одному гостю — не чаще раза в { $days } дн.
   *[no] { "" }
}

    { $repeats ->
    [yes] Время можно написать, например 18:30.
   *[no] Можно написать время: 18:30, завтра 10:00 или 25.12 09:00.
}
owner-draft-now = Сейчас, один раз
owner-draft-daily = Каждый день
owner-draft-repeat = раз в { $days } дн.
owner-offer = 🏷 <b>{ $title }</b>{ $paused ->
    [yes] { " " }(на паузе)
   *[no] { "" }
}
    { $text }

    Что: { $what }{ $terms }
    Кому: { $whom }
    Когда: { $plan }{ $days ->
    [none] { "" }
   *[other] { "" }
    Действует: { $days } дн.
}{ $given ->
    [none] { "" }
   *[other] { "" }
    Подарено: { $given }
}{ $used ->
    [none] { "" }
   *[other] { "" }
    Воспользовались: { $used }
}{ $discount ->
    [0] { "" }
   *[other] { "" }
    Скидок на { $discount }
}{ $points ->
    [0] { "" }
   *[other] { "" }
    Баллов начислено: { $points }
}
owner-offer-next = { $next ->
    [never] Больше не дарится.
   *[other] Ближайшая раздача: { $next }
}
owner-offer-pause = ⏸ Пауза
owner-offer-resume = ▶️ Продолжить
owner-offer-run = 🎁 Раздать сейчас
owner-offer-run-ask = Раздать «{ $title }» сейчас, не дожидаясь срока?
owner-offer-runs = Раздам в течение минуты
owner-offer-me = 👀 Прислать мне
owner-offer-delete = 🗑 Удалить
owner-offer-delete-ask = Удалить «{ $title }»? Уже подаренное останется у гостей.
owner-offer-delete-yes = Да, удалить
