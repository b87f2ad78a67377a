# What the bot says by itself because its time has come: birthdays, expiring points, offers.

notice-birthday = 🎂 <b>Happy birthday, { $name }!</b>
    Here is our gift: <b>{ points }</b>, worth { $worth }. It waits for you until { $until }.

    With love, { $shop }
notice-birthday-wish = 🎂 <b>Happy birthday, { $name }!</b>
    May the year be kind and tasty. Drop in, we will be glad to see you.

    With love, { $shop }

notice-expiring = ⏳ <b>{ points }</b> { $points ->
    [one] expires
   *[other] expire
} after { $until }.{ $later ->
    [0] {""}
   *[other] {" "}And { $later } more by { $last }.
}
    Worth { $worth } in all: show your card next time you come, or choose a reward.

notice-offer-points = 🎁 <b>{ $title }</b>
    { $text }

    <b>{ $value ->
    [one] { $value } point
   *[other] { $value } points
}</b> { $value ->
    [one] is on your card already and lives
   *[other] are on your card already and live
} until { $until }.
    <i>{ offer-why }</i>
notice-offer-multiplier = ✨ <b>{ $title }</b>
    { $text }

    Your next purchase earns <b>×{ $value }</b> points, until { $until }.{ offer-terms }
    <i>{ offer-why }</i>
notice-offer-gift = 🎁 <b>{ $title }</b>
    { $text }

    The gift waits for you until { $until }: show its code at the till.
    <i>{ offer-why }</i>
button-show-gift = 🎟 Show the code

offer-why = { $why ->
    [till] This offer is for everybody.
    [level] This offer is for guests of your level.
    [city] This offer is for guests from your city.
    [gender] We chose this by your profile.
    [age] We chose this by your profile.
    [birthday] Because your birthday is coming.
    [new] Because you joined us not long ago.
    [sleeping] Because we have not seen you for a while.
    [spent] Because you come to us often.
    [segment] We picked this for you: open “My offers” to see why.
    [list] This offer is for you in person.
   *[everyone] This offer is for all our guests.
}
offer-why-words = This offer is for: { $words }.
