# Карты штампов: «шестой кофе в подарок».

button-stamps = ☕ Штампы
button-all-stamps = ☕ Все карты штампов

stamps = ☕ <b>Карты штампов</b>
    Какую показать?
stamps-none = ☕ Карт штампов сейчас нет.
stamps-line = { $title } · { $stamps } из { $needed }
stamp-card = ☕ <b>{ $title }</b>: { $stamps } из { $needed }
stamp-card-left = Ещё { $left ->
    [one] { $left } штамп
    [few] { $left } штампа
   *[many] { $left } штампов
} — и вас ждёт: { $reward } 🎁
stamp-card-how = { $by ->
    [visit] Штамп — за каждую покупку.
    [category] Штамп — за каждый товар из категории «{ $target }».
   *[product] Штамп — за каждый товар «{ $target }».
}
stamp-card-least = Считаются покупки от { $least }.
stamp-card-until = Штампы действуют до { $until }.
stamp-card-paused = ⏸ Сейчас штампы не ставятся. Ваши сохранены.
