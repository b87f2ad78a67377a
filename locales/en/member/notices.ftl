# Messages to members that they did not ask for: something happened, or its time has come.

# Purchases

notice-purchase = 🧾 <b>{ $shop }</b> · { $amount }{ $discount ->
    [0] {""}
   *[other] {""}
    You saved { $discount }
}{ $earned ->
    [0] {""}
    [one] {""}
    Earned <b>+{ $earned }</b> point
   *[other] {""}
    Earned <b>+{ $earned }</b> points
}{ $held ->
    [no] {""}
   *[yes] {""}
    { purchase-held }
}
    Your card holds <b>{ $balance ->
    [one] { $balance } point
   *[other] { $balance } points
}</b>, worth { $worth }
notice-undone = ↩️ <b>The purchase of { $amount } was undone</b>{ $returned ->
    [0] {""}
    [one] {""}
    { $returned } point is back on your card
   *[other] {""}
    { $returned } points are back on your card
}{ $taken ->
    [0] {""}
    [one] {""}
    The { $taken } point it had earned was taken back
   *[other] {""}
    The { $taken } points it had earned were taken back
}{ $owed ->
    [0] {""}
   *[other] {""}
    What was spent already ({ $owed }) will come off the next points you earn
}{ $forgiven ->
    [0] {""}
    [one] {""}
    { $forgiven } point of it was spent already: the shop lets it go
   *[other] {""}
    { $forgiven } points of it were spent already: the shop lets them go
}
    Your card holds <b>{ $balance ->
    [one] { $balance } point
   *[other] { $balance } points
}</b>
notice-refunded = ↩️ <b>Refund of { $amount }</b>{ $in_money ->
    [yes] {""}
    In money: { $paid }
   *[no] {""}
}{ $returned ->
    [0] {""}
    [one] {""}
    { $returned } point is back on your card
   *[other] {""}
    { $returned } points are back on your card
}{ $taken ->
    [0] {""}
    [one] {""}
    { $taken } point earned by the purchase was taken off
   *[other] {""}
    { $taken } points earned by the purchase were taken off
}{ $owed ->
    [0] {""}
    [one] {""}
    { $owed } more was spent already: it will come off the next points you earn
   *[other] {""}
    { $owed } more were spent already: they will come off the next points you earn
}{ $forgiven ->
    [0] {""}
    [one] {""}
    { $forgiven } point of it was spent already: the shop lets it go
   *[other] {""}
    { $forgiven } points of it were spent already: the shop lets them go
}
    Now on your card: <b>{ $balance }</b>

notice-moved = 🔁 <b>The purchase of { $amount } was moved to another card</b>
    It had been recorded on yours by mistake{ $taken ->
        [0] .
        [one] {", "}and the { $taken } point it had earned was taken off.
       *[other] {", "}and the { $taken } points it had earned were taken off.
    }{ $owed ->
        [0] {""}
       *[other] {""}
    What was spent already ({ $owed }) will come off the next points you earn.
    }
    Now on your card: <b>{ $balance }</b>
notice-checked = ✅ The receipt for { $amount } has been checked: <b>+{ $points ->
    [one] { $points } point
   *[other] { $points } points
}</b>
    Your card holds { $balance ->
    [one] { $balance } point
   *[other] { $balance } points
}

# Paying with points

ask-redemption = 🔐 <b>Spend { points }?</b>
    { $shop } · receipt { $amount }
    { $worth } in points, { $to_pay } left to pay

    Please answer within { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}. If it is not you who is buying, tap “Not me”: the points stay on your card.
button-approve = ✅ Spend
button-refuse = Keep my points
button-not-me = ✋ Not me
notice-redemption-cancelled = The cashier took the request back. On your card again: { points }. It holds { $balance ->
    [one] { $balance } point
   *[other] { $balance } points
}.
notice-redemption-expired = ⌛ There was no answer. Back on your card: { points }. It holds { $balance ->
    [one] { $balance } point
   *[other] { $balance } points
}.
notice-suspended = 🔒 The shop has put spending from your card on hold. Your points are safe, and you can earn as usual. If this is a mistake, tell the staff.
notice-unfrozen = 🔓 Your card can pay again. Thank you for looking after your points.

# Levels

notice-level = 🏅 <b>New level: { $level }</b>
    { $more ->
        [yes] From now on every purchase earns more points.
       *[no] It is yours.
    } Thank you for staying with us!{ $with_perks ->
        [yes] {""}
    And besides: { $perks }
       *[no] {""}
    }
notice-level-down = Your level is now “{ $level }”: purchases of late no longer reach the one before.{ $with_perks ->
        [yes] {""}
    It comes with: { $perks }
       *[no] {""}
    }
    The one before comes back by itself as soon as you reach it again.
notice-level-removed = 🏅 <b>The levels of the programme have changed</b>
    Your level is now “{ $level }”.{ $with_perks ->
        [yes] {""}
    It comes with: { $perks }
       *[no] {""}
    }
notice-level-grace = ⏳ <b>You keep the level “{ $level }” until { $until }</b>
    For it to stay with you, { $by ->
        [visits] { $missing ->
            [one] come { $missing } more time.
           *[other] come { $missing } more times.
        }
       *[spend] buy for { $missing } more.
    }{ $with_perks ->
        [yes] {""}
    What stays with it: { $perks }
       *[no] {""}
    }

# Rewards and good causes

notice-voucher-accepted = 🎁 <b>{ $title }</b> is yours. Enjoy!{ $points ->
    [0] {""}
   *[other] {""}
    Spent { points }
}
    Your card holds { $balance ->
    [one] { $balance } point
   *[other] { $balance } points
}
notice-voucher-expired = ⌛ The reward “{ $title }” has run out of time.{ $points ->
    [0] {""}
   *[other] {" "}You got { points } back; your card holds { $balance ->
        [one] { $balance } point
       *[other] { $balance } points
    }.
}
notice-gift-earned = 🎁 <b>A gift for you: { $title }</b>
    Show the voucher by { $until } and take it.
button-show-gift = 🎟 Show the code
notice-payout = ❤️ <b>{ $fund }</b>
    Your gift arrived: the shop has passed { $amount } on to the fund, { points } of it yours. Thank you!

# Stamp cards

notice-stamps = ☕ <b>{ $title }</b>: { $stamps } of { $needed }
    { $left ->
    [one] { $left } more stamp
   *[other] { $left } more stamps
}, and you get: { $reward } 🎁
notice-stamps-full = 🎉 <b>{ $title }</b>: the card is full!
    { $reward }{ $vouchers ->
    [1] { "" }
   *[other] { " " }× { $vouchers }
} — show the code at the till until { $until }.{ $stamps ->
    [0] { "" }
   *[other] {""}
    On the new card already: { $stamps } of { $needed }
}
notice-stamps-taken = ↩️ <b>{ $title }</b>: the purchase went back, and { $count ->
    [one] { $count } stamp
   *[other] { $count } stamps
} with it. Now { $stamps } of { $needed }.{ $vouchers ->
    [0] { "" }
   *[other] { " " }“{ $reward }” was made of them and is cancelled.
}
notice-stamps-expired = ⌛ <b>{ $title }</b>: { $count ->
    [one] { $count } stamp
   *[other] { $count } stamps
} expired. The next purchase begins a new card.
notice-stamps-expiring = ⏳ <b>{ $title }</b>: your card is valid until { $until }.
    { $left ->
    [one] { $left } more stamp
   *[other] { $left } more stamps
}, and you get: { $reward }
button-stamp-card = ☕ My stamp card

# Birthdays, and points that expire

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

# Offers and broadcasts

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
notice-offer-standing = <b>{ $title }</b>
    { $text }

    { offer-gives }{ offer-terms }
    <i>{ offer-why }</i>
notice-offer-points-later = 🎁 <b>{ $title }</b>
    { $text }

    <b>+{ $value ->
    [one] { $value } point
   *[other] { $value } points
}</b> with your purchase, until { $until }.{ offer-terms }
    <i>{ offer-why }</i>
notice-offer-gift-later = 🎁 <b>{ $title }</b>
    { $text }

    The gift comes with your purchase, until { $until }.{ offer-terms }
    <i>{ offer-why }</i>
notice-offer-percent = 🏷 <b>{ $title }</b>
    { $text }

    <b>{ $value }% off</b> your purchase, until { $until }.{ offer-terms }
    <i>{ offer-why }</i>
notice-offer-amount = 🏷 <b>{ $title }</b>
    { $text }

    <b>{ $value } off</b> your purchase, until { $until }.{ offer-terms }
    <i>{ offer-why }</i>
notice-offer-delivery = 🚚 <b>{ $title }</b>
    { $text }

    <b>Free delivery</b>, until { $until }.{ offer-terms }
    <i>{ offer-why }</i>
notice-offer-bundle = 🏷 <b>{ $title }</b>
    { $text }

    <b>One of every { $value } is free</b>, the cheapest, until { $until }.{ offer-terms }
    <i>{ offer-why }</i>

button-show-coupon = 🏷 Show the coupon
button-my-card = 💳 My card and points
button-no-more-offers = 🔕 No more offers

# Questions about a visit

notice-ask-nps = “{ $shop }”: would you recommend us to friends? 0 is never, 10 is certainly.
notice-ask-satisfaction = “{ $shop }”: were you happy with us this time? 1 is not at all, 5 is very.
button-unask = 🔕 Don't ask me
notice-shop-reply = 💬 “{ $shop }” replies to what you said:

    { $text }
