# Stamp cards: “the sixth coffee is free”.

button-stamps = ☕ Stamps
button-all-stamps = ☕ All stamp cards

stamps = ☕ <b>Stamp cards</b>
    Which one shall I show?
stamps-none = ☕ There are no stamp cards at the moment.
stamps-line = { $title } · { $stamps } of { $needed }
stamp-card = ☕ <b>{ $title }</b>: { $stamps } of { $needed }
stamp-card-left = { $left ->
    [one] { $left } more stamp
   *[other] { $left } more stamps
}, and you get: { $reward } 🎁
stamp-card-how = { $by ->
    [visit] A stamp for every purchase.
    [category] A stamp for each one of “{ $target }”.
   *[product] A stamp for each “{ $target }”.
}
stamp-card-least = Purchases from { $least } count.
stamp-card-until = The stamps are valid until { $until }.
stamp-card-paused = ⏸ No stamps are given at the moment. Yours are safe.
