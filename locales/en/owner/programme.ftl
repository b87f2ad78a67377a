# The programme: launch, rules, levels, refunds, versions.

# Launch

owner-launch-preset = 🚀 Let's launch the programme of “{ $shop }”.

    Choose what is closest: I fill in what usually works. Every number can be changed later.
owner-launch-later = Later
owner-launch-name = What is the place called? Members will see this name. Type it or keep the present one.
owner-launch-keep = Keep “{ $name }”
owner-launch-read = Here is your programme. Read it as a guest will:
owner-launch-what = What to change?
owner-launch-go = 🚀 Launch
owner-launch-change = ✏️ Change something
owner-preset-cafe = ☕ Cafe: { $rate } in points
owner-preset-shop = 🛍 Shop: { $rate } in points
owner-preset-salon = 💇 Salon: { $rate } in points
owner-launched = 🎉 “{ $shop }”: the programme is live!

    Next: invite a cashier and put the QR poster by the till.

# The programme in one sentence

owner-programme = <b>{ $shop }</b>: { $rate } of every purchase in points, { $welcome ->
    [0] no gift for joining
    [one] { $welcome } point for joining
   *[other] { $welcome } points for joining
}, { $birthday ->
    [0] no gift for a birthday
    [one] { $birthday } point for a birthday
   *[other] { $birthday } points for a birthday
}; 1 point = { $point }, points pay for up to { $share } of a receipt and { $forever ->
    [yes] never expire
   *[no] live { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
}.
owner-programme-rules = Special rules: { $rules }{ $rest ->
    [0] {""}
   *[other] {" "}and { $rest } more
}.
owner-example = Anna paid { $amount } → gets { $points ->
    [one] { $points } point
   *[other] { $points } points
} = { $worth }; up to { $share } of the next receipt can be paid with points: of { $amount } that is up to { $most ->
    [one] { $most } point
   *[other] { $most } points
}.
owner-percents = { $least }–{ $most }%
owner-life-forever = never expire
owner-minutes = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}
owner-contact-none = none

# Rules

owner-rules = 📐 <b>Rules</b>
owner-rate = { $level } { $rate }

owner-term-rate = { $level }, of a purchase
owner-term-welcome-bonus = For joining
owner-term-profile-bonus = Filled profile
owner-term-birthday-bonus = Birthday
owner-term-max-share-bp = Points pay up to
owner-term-points-life-days = Life of points
owner-term-redemption-seconds = Guest's yes within
owner-term-undo-seconds = Undo at the till
owner-term-shop-name = Name
owner-term-privacy-contact = Privacy contact
owner-term-timezone = Time zone
owner-term-currency = Currency

owner-term-ask = <b>{ $term }</b>
    Now: { $value }

    { $hint }
owner-term-sure = <b>{ $term }</b>
    Before: { $before }
    After: { $after }

owner-hint-rate = What percentage of a receipt comes back in points? Choose or type your own, for example 2.5.
owner-hint-welcome-bonus = How many points for joining? Choose or type a number.
owner-hint-profile-bonus = How many points for a filled profile (birthday, gender, city, interests, family, best time)? 0 is none. Choose or type a number.
owner-hint-birthday-bonus = How many points for a birthday? Choose or type a number.
owner-hint-max-share-bp = What part of a receipt can be paid with points? Choose or type a percentage.
owner-hint-points-life-days = How many days do points live? Choose or type a number of days. Points given already live as promised.
owner-hint-redemption-seconds = How many minutes does a guest have to say yes when asked to pay with points? Choose or type a number.
owner-hint-undo-seconds = For how many minutes can a cashier undo a purchase? Choose or type a number. You can undo any, at any time.
owner-hint-shop-name = Type the new name.
owner-hint-privacy-contact = Whom should guests ask about their data? Type a name with a phone, an email or an address: it will be shown in /privacy.
owner-hint-timezone = Choose a city or type a zone, for example Europe/Berlin.
owner-hint-currency = Choose the currency. After the first purchase it can't change.

owner-effect-rate = For a receipt of { $amount } a guest gets { $points ->
    [one] { $points } point
   *[other] { $points } points
} = { $worth }.
owner-effect-welcome-bonus = A new member gets { $points ->
    [one] { $points } point
   *[other] { $points } points
} = { $worth } at once.
owner-effect-profile-bonus = Whoever fills their profile gets { points } = { $worth }, once.
owner-effect-birthday-bonus = For a birthday a member gets { $points ->
    [one] { $points } point
   *[other] { $points } points
} = { $worth }.
owner-effect-max-share-bp = A receipt of { $amount }: up to { $points ->
    [one] { $points } point
   *[other] { $points } points
}, { $left } is left to pay in money.
owner-effect-points-life-days = { $until ->
    [never] Points given from today on never expire.
   *[other] Points given today expire after { $until }.
}
owner-effect-redemption-seconds = Without an answer within { owner-minutes } the points stay on the card and nothing is recorded.
owner-effect-undo-seconds = The cashier has { owner-minutes } to undo a purchase; later they ask you with one tap.
owner-effect-shop-name = Members will see: “{ $shop }”.
owner-effect-privacy-contact = { $named ->
    [yes] In /privacy members will read: “{ privacy-contact }”.
   *[no] Nobody will be named in /privacy.
}
owner-effect-timezone = It is { $time } there now. Days, sending and expiry go by this time.
owner-effect-currency = 100 points = { $worth }, receipts like { $amount }.

# Levels

owner-levels = 🏅 <b>Levels</b>
    { $by ->
        [visits] Visits count
       *[spend] Spend counts
    } over { $window ->
        [one] { $window } day
       *[other] { $window } days
    }. { $grace ->
        [0] Whoever falls short goes down at once.
        [one] Whoever falls short keeps the level for { $grace } more day.
       *[other] Whoever falls short keeps the level for { $grace } more days.
    }
owner-levels-count-by = { $by ->
    [visits] 🔁 Count spend
   *[spend] 🔁 Count visits
}
owner-levels-window = 🗓 Over { $days ->
    [one] { $days } day
   *[other] { $days } days
}
owner-levels-grace = ⏳ Keep for { $days ->
    [one] { $days } day
   *[other] { $days } days
}
owner-levels-ask-window-days = Over how many days does it count? From { $least } to { $most }.
owner-levels-ask-grace-days = For how many days does whoever falls short keep the level? From { $least } to { $most }.
owner-level-line = <b>{ $level }</b> — { $rate }, { $first ->
    [yes] from the first day
   *[no] { $by ->
        [visits] { $threshold ->
            [one] from { $threshold } visit
           *[other] from { $threshold } visits
        }
       *[spend] from { $threshold }
    }
}
owner-level-perks-line = 🎖 { $perks }
owner-level-add = ➕ New level
owner-level-button = { $field ->
    [name] ✏️ Name
    [threshold] 🎯 Threshold
    [rate] 💯 Rate
   *[perks] 🎖 Perks
}
owner-level-remove = 🗑 Remove the level
owner-level-no-perks = No perks
owner-level-ask-name = What is the level called? Up to { $most } characters.
owner-level-ask-threshold = Where does the level begin? { $by ->
    [visits] Type the number of visits.
   *[spend] Type the sum of purchases.
} The last { $days ->
    [one] { $days } day counts
   *[other] { $days } days count
}.
owner-level-ask-rate-bp = What percentage of the money paid comes back in points? For example, 5 or 2.5.
owner-level-ask-perks = What else does the level give? Type it as the guest will read it, up to { $most } characters: “Syrup for free”, “A table without queueing”. The cashier sees it too.
owner-level-sure = 🏅 <b>What would change</b>
owner-level-poorer = ⚠️ “{ $level }” is higher than “{ $below }” and gives fewer points: whoever rises would lose by it.
owner-level-average = The thresholds were converted: a visit is an average receipt, { $average }.
owner-level-count = { $level }: { $now } → <b>{ $after }</b>
owner-level-same = { $level }: { $now }
owner-level-grace-note = The arrow says how many people are on the level now, and how many will be once everybody has been looked at and the days of keeping are over. Points given do not change.
owner-level-nobody-moves = Nobody changes level by this. Points given do not change.
owner-programme-name = name
owner-programme-threshold = threshold
owner-programme-rate-bp = rate
owner-programme-perks = perks
owner-programme-by = what counts
owner-programme-window-days = over how many days
owner-programme-grace-days = how long a level is kept

# Refunds

owner-returns = ↩️ <b>Refunds</b>

    A cashier can take goods back { $days ->
        [0] on the day of the purchase; after that only you can.
        [one] within { $days } day; after that only you can.
       *[other] within { $days } days; after that only you can.
    }

    If the points of the purchase were spent already: { $debts ->
        [yes] the card goes below zero, and the next points pay that off first.
       *[no] what is there is taken, and the rest is let go.
    }
owner-returns-choose = { $debts ->
    [yes] ➖ Keep as a debt
   *[no] 🤝 Let go
}
owner-returns-day = { $days ->
    [0] same day
    [one] { $days } day
   *[other] { $days } days
}
owner-programme-debts = points spent
owner-programme-days = time for cashiers

# Versions

versions-list = 🕰 <b>Versions of the rules</b>

    Each is kept: any line of a guest's history is explained by the version of its day.
version-line = <b>No. { $number }</b> · { $at } · { $who }
    { $what }
version-nobody = the program
version-open = No. { $number }
version-one = 🕰 <b>Version no. { $number }</b>
    { $at } · { $who }
    { $what }
version-rules = Earning rules:
version-part = { $part ->
    [first] the first terms
    [launched] the programme was launched
    [level_added] new level “{ $name }”
    [level_removed] level “{ $name }” removed
    [level_changed] level “{ $name }” changed
    [rule_added] added “{ $name }”
    [rule_removed] deleted “{ $name }”
    [rule_changed] changed “{ $name }”
    [rule_paused] paused “{ $name }”
    [rule_resumed] works again: “{ $name }”
    [order] the order of rules
    [leveling] what counts for levels
    [returns] terms of refunds
    [offers] offers for everybody
   *[same] nothing to be seen
}
version-change = { $name }: { $before } → { $after }
