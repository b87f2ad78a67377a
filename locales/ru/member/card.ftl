# Карта, уровень, подтверждение списания.

card = <b>{ $shop }</b>
    { $name } · { $level }

card-balance = ⭐ <b>{ points }</b> = { $worth }
card-code = Код для кассы: <code>{ $code }</code> (до { $until })
card-code-alive = Этот код ещё действует — до { $until }
card-next = 🏅 До уровня «{ $next }» — ещё { $by ->
    [visits] { $missing ->
        [one] { $missing } визит
        [few] { $missing } визита
       *[other] { $missing } визитов
    }
   *[spend] { $missing }
}
card-debt = ⭐ <b>−{ $points }</b>: закроются следующими начислениями
button-new-code = 🔄 Новый код

# Уровень

button-level = 🏅 { $level }
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

# Подтверждение списания

redemption-approved = ✅ <b>Готово</b>
    Чек: { $amount }
    Баллами: { $spent }
    Деньгами: { $paid }
    Начислено: +{ $earned }
    Теперь на карте: <b>{ $balance }</b>
redemption-refused = 👌 <b>Баллы остались на карте.</b> Кассир уже знает.
redemption-declined = 🔒 <b>Ничего не списано.</b>
    Отложенные баллы уже вернулись, а все списания с карты приостановлены. Владелец получил сообщение и снимет запрет, когда разберётся.

    Копить баллы можно как обычно.
receipt-you-saved = Вы сэкономили { $discount }
purchase-held = 🔎 Магазин проверяет этот чек: баллы за него придут после проверки.
