# Вопрос о гостях словами. Каждое сообщение читается обратно (services/segments/reading/ru.words):
# меняя слова здесь, проверьте, что они есть и там.

asks-and = { $one } и { $other }
asks-or = { $one } или { $other }
asks-not = не ({ $what })
asks-group = ({ $what })
asks-everyone = все
asks-nobody = никто
asks-name = «{ $name }»
asks-name-numbered = «{ $name }» № { $number }
asks-name-gone = удалённое (№ { $number })
asks-attribute-gone = удалённый признак

asks-gender = { $values }
asks-age = в возрасте { $figure }
asks-age-denied = не в возрасте { $figure }
asks-birthday = день рождения
asks-birthday-denied = день рождения не
asks-birthday_known = известен день рождения
asks-birthday_known-denied = не известен день рождения
asks-city = из города { $values }
asks-city-denied = не из города { $values }
asks-family = { $values }
asks-child_birthday = есть дети с днём рождения
asks-child_birthday-denied = нет детей с днём рождения
asks-child_age = есть дети { $figure }
asks-child_age-denied = нет детей { $figure }
asks-children = есть дети
asks-children-denied = нет детей
asks-language = говорят { $values }
asks-language-denied = не говорят { $values }
asks-contact_time = удобно писать { $values }
asks-contact_time-denied = не удобно писать { $values }
asks-interest = интересы: { $values }
asks-interest-denied = нет интересов: { $values }

asks-away = не были { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
}
asks-last_visit = последний визит
asks-first_purchase = есть первая покупка
asks-first_purchase-denied = нет первой покупки
asks-purchases = совершили { $figure }
asks-purchases-denied = не совершили { $figure }
asks-bought = покупали
asks-bought-denied = не покупали
asks-spent = потратили { $figure }
asks-spent-denied = не потратили { $figure }
asks-average_receipt = средний чек { $figure }

asks-points = баланс { $figure }
asks-points_given = заработали { $figure }
asks-points_given-denied = не заработали { $figure }
asks-points_spent = списали { $figure }
asks-points_spent-denied = не списали { $figure }
asks-points_expiring = сгорит { $figure }
asks-points_expiring-denied = не сгорит { $figure }
asks-redemptions = платили баллами { $figure }
asks-redemptions-denied = не платили баллами { $figure }

asks-nps = NPS { $figure }
asks-satisfaction = удовлетворённость { $figure }
asks-quiz = прошли опрос { $values }
asks-quiz-denied = не прошли опрос { $values }
asks-quiz-any = прошли любой опрос
asks-quiz-any-denied = не прошли ни один опрос
asks-own = { $name }: { $values }
asks-own-denied = { $name } не { $values }
asks-own-any = есть ответ { $name }
asks-own-any-denied = нет ответа { $name }
asks-own_number = { $name } { $figure }

asks-received = получили { $values }
asks-received-denied = не получили { $values }
asks-tapped = откликнулись на { $values }
asks-tapped-denied = не откликнулись на { $values }
asks-campaign = рассылку № { $number }
asks-campaign-latest = последнюю рассылку
asks-campaign-any = любую рассылку
asks-offer_received = получили предложение { $values }
asks-offer_received-denied = не получили предложение { $values }
asks-offer_received-any = получили любое предложение
asks-offer_received-any-denied = не получили ни одно предложение
asks-offer_used = использовали предложение { $values }
asks-offer_used-denied = не использовали предложение { $values }
asks-offer_used-any = использовали любое предложение
asks-offer_used-any-denied = не использовали ни одно предложение
asks-referrals = привели { $figure }
asks-referrals-denied = не привели { $figure }
asks-source = источник: { $values }
asks-source-denied = источник не { $values }
asks-channel = мессенджер: { $values }
asks-channel-denied = мессенджер не { $values }

asks-level = уровень { $values }
asks-level-denied = уровень не { $values }
asks-joined = вступили
asks-joined-denied = не вступили
asks-consent = согласны на предложения
asks-consent-denied = не согласны на предложения
asks-reachable = доступны для сообщений
asks-reachable-denied = не доступны для сообщений
asks-phone = оставили телефон
asks-phone-denied = не оставили телефон
asks-frozen = с замороженной картой
asks-frozen-denied = без замороженной карты
asks-member = участник { $values }
asks-member-denied = не участник { $values }
asks-member-number = № { $number }
asks-member_many = участники по списку ({ $count })

asks-segment = в сегменте { $values }
asks-segment-denied = не в сегменте { $values }
asks-rfm = группа RFM: { $values }
asks-rfm-denied = группа RFM не { $values }
asks-recency = давность { $figure }
asks-frequency = частота { $figure }
asks-monetary = сумма RFM { $figure }
asks-stage = стадия: { $values }
asks-stage-denied = стадия не { $values }
asks-falling = стали тратить меньше
asks-falling-denied = не стали тратить меньше
asks-return_chance = вероятность возвращения { $figure }
asks-expected_value = ожидаемая ценность { $figure }

# Сколько

figure-exactly = ровно { $least }
figure-least = не менее { $least }
figure-over = больше { $least }
figure-most = не более { $most }
figure-under = меньше { $most }
figure-between = от { $least } до { $most }
figure-percent = { $number } %

# После «ровно» — винительный, после остального — родительный.
unit-years = { $exact ->
    [yes] { $number ->
        [one] год
        [few] года
       *[many] лет
    }
   *[no] { $number ->
        [one] года
       *[other] лет
    }
}
unit-purchases = { $exact ->
    [yes] { $number ->
        [one] покупку
        [few] покупки
       *[many] покупок
    }
   *[no] { $number ->
        [one] покупки
       *[other] покупок
    }
}
unit-points = { $exact ->
    [yes] { $number ->
        [one] балл
        [few] балла
       *[many] баллов
    }
   *[no] { $number ->
        [one] балла
       *[other] баллов
    }
}
unit-times = { $exact ->
    [yes] { $number ->
        [one] раз
        [few] раза
       *[many] раз
    }
   *[no] { $number ->
        [one] раза
       *[other] раз
    }
}
unit-friends = { $exact ->
    [yes] { $number ->
        [one] друга
       *[other] друзей
    }
   *[no] { $number ->
        [one] друга
       *[other] друзей
    }
}

# Чего и где

goods-categories = { $of ->
    [spent] { $several ->
        [yes] на категории { $names }
       *[no] на категорию { $names }
    }
   *[other] { $several ->
        [yes] в категориях { $names }
       *[no] в категории { $names }
    }
}
goods-products = { $of ->
    [spent] { $several ->
        [yes] на товары { $names }
       *[no] на товар { $names }
    }
    [bought] { $several ->
        [yes] товары { $names }
       *[no] товар { $names }
    }
   *[other] { $several ->
        [yes] с товарами { $names }
       *[no] с товаром { $names }
    }
}
goods-outlets = { $several ->
    [yes] в точках { $names }
   *[no] в точке { $names }
}

# Когда

when-last = { $days ->
    [one] за последний { $days } день
    [few] за последние { $days } дня
   *[many] за последние { $days } дней
}
when-before = { $days ->
    [one] не менее { $days } дня назад
   *[other] не менее { $days } дней назад
}
when-next = { $days ->
    [one] в ближайший { $days } день
    [few] в ближайшие { $days } дня
   *[many] в ближайшие { $days } дней
}
when-between = с { $first } по { $last }
when-since = с { $first }
when-until = по { $last }
when-ever = когда-либо
when-today = сегодня
when-yesterday = вчера
when-tomorrow = завтра
when-day_after_tomorrow = послезавтра
when-this_week = на этой неделе
when-last_week = на прошлой неделе
when-next_week = на следующей неделе
when-this_month = в этом месяце
when-last_month = в прошлом месяце
when-next_month = в следующем месяце
when-this_year = в этом году
when-last_year = в прошлом году
when-month = { $month ->
    [1] в январе
    [2] в феврале
    [3] в марте
    [4] в апреле
    [5] в мае
    [6] в июне
    [7] в июле
    [8] в августе
    [9] в сентябре
    [10] в октябре
    [11] в ноябре
   *[12] в декабре
}

# Кнопки: о чём спросить и что выбрать

topic-person = 👤 Кто они
topic-visits = 🛍 Покупки
topic-points = 🪙 Баллы
topic-answers = 💬 Ответы и интересы
topic-response = 📣 Отклик на сообщения
topic-membership = 🎫 Участие
topic-groups = 🧩 Группы

attribute-gender = Пол
attribute-age = Возраст
attribute-birthday = День рождения
attribute-city = Город
attribute-family = Семейное положение
attribute-child-birthday = День рождения ребёнка
attribute-child-age = Возраст детей
attribute-language = Язык
attribute-contact-time = Удобное время
attribute-interest = Интересы
attribute-last-visit = Последний визит
attribute-first-purchase = Первая покупка
attribute-purchases = Число покупок
attribute-spent = Сумма покупок
attribute-average-receipt = Средний чек
attribute-points = Баланс
attribute-points-given = Начислено баллов
attribute-points-spent = Списано баллов
attribute-points-expiring = Сгорание баллов
attribute-redemptions = Число списаний
attribute-nps = NPS
attribute-satisfaction = Удовлетворённость
attribute-quiz = Пройденный опрос
attribute-received = Получили рассылку
attribute-tapped = Откликнулись на рассылку
attribute-offer-received = Получили предложение
attribute-offer-used = Использовали предложение
attribute-referrals = Приглашённые друзья
attribute-source = Источник
attribute-channel = Мессенджер
attribute-level = Уровень
attribute-joined = Вступление
attribute-consent = Согласие на предложения
attribute-reachable = Доступны для сообщений
attribute-phone = Телефон
attribute-frozen = Замороженная карта
attribute-member = Участник
attribute-segment = Сегмент
attribute-rfm = Группа RFM
attribute-recency = Давность
attribute-frequency = Частота
attribute-monetary = Сумма RFM
attribute-stage = Стадия
attribute-falling = Тратят меньше, чем раньше
attribute-return-chance = Вероятность возвращения
attribute-expected-value = Ожидаемая ценность

value-gender-female = женщины
value-gender-male = мужчины
value-family-single = одинокие
value-family-couple = в паре
value-family-married = в браке
value-language-ru = по-русски
value-language-en = по-английски
value-contact-time-morning = утром
value-contact-time-day = днём
value-contact-time-evening = вечером
value-interest-food = еда
value-interest-coffee = кофе и чай
value-interest-sweets = сладости
value-interest-health = здоровье
value-interest-beauty = красота
value-interest-sport = спорт
value-interest-kids = дети
value-interest-pets = питомцы
value-interest-books = книги
value-interest-travel = путешествия
value-source-direct = напрямую
value-source-poster = плакат
value-source-referral = приглашение
value-source-staff = через сотрудника
value-source-import = импорт
value-channel-telegram = Telegram
value-rfm-champions = чемпионы
value-rfm-loyal = лояльные
value-rfm-potential = почти лояльные
value-rfm-new = новые
value-rfm-promising = многообещающие
value-rfm-attention = требуют внимания
value-rfm-fading = засыпают
value-rfm-at-risk = в зоне риска
value-rfm-cant-lose = нельзя потерять
value-rfm-hibernating = спящие
value-rfm-lost = потерянные
value-stage-new = новые
value-stage-one-off = разовые
value-stage-active = активные
value-stage-frequent = частые
value-stage-vip = VIP
value-stage-sleeping = спящие
value-stage-lost = потерянные
