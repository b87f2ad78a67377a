# Добрые дела.

funds = ❤️ <b>Добрые дела</b>
    Отдайте баллы тем, кому они нужнее: магазин переведёт их деньгами и покажет подтверждение.
funds-empty = ❤️ Здесь появятся добрые дела, которым можно помочь баллами.
fund-line = ❤️ { $title }
fund-given = <b>{ $title }</b>
    Собрано { $given ->
        [one] { $given } балл
        [few] { $given } балла
       *[many] { $given } баллов
    } от { $donors ->
        [one] { $donors } человека
       *[other] { $donors } человек
    }
fund-progress = <b>{ $title }</b>
    Собрано { $given } из { $goal ->
        [one] { $goal } балла
       *[other] { $goal } баллов
    } ({ $percent } %)
fund-about = { $text }
fund-how-many = У вас { points }. Сколько отдать?
fund-nothing-to-give = Баллов пока нет — они появятся после покупки.
fund-type = Сколько баллов отдать на «{ $title }»? Напишите число от 1 до { $points }.
fund-ask = Отдать <b>{ points }</b> ({ $worth }) на «{ $title }»?
    У вас останется { $left }.
fund-thanks = ❤️ <b>Спасибо!</b>
    Вы отдали { points } на «{ $title }». Всего от вас { $mine }, вместе собрано { $total }{ $goal ->
    [0] {""}
   *[other] {" "}из { $goal }
}.
    На карте осталось { $balance }. Когда деньги переведут, пришлём подтверждение.
fund-given-before = Уже отдано, спасибо!
button-give-some = { $points }
button-give-all = Все { $points }
button-give-other = Другое число
button-give-yes = ❤️ Отдать { $points }
button-funds = ❤️ Другие добрые дела
