# The owner's room.

command-owner = Manage the programme

error-not-owner = Only the owner can open this section.
error-bad-percent = A percentage above zero and up to { $most }, please, for example 5 or 2.5.
error-unknown-timezone = There is no such time zone. Choose a button or type a city, for example London or Europe/Berlin.
error-unknown-currency = There is no such currency here. Choose one of the buttons.
error-currency-fixed = The currency can't change any more: receipts were recorded in it.

owner-percent = { $number }%
owner-percents = { $least }–{ $most }%
owner-rate = { $level } { $rate }
owner-life = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
owner-life-forever = never expire
owner-minutes = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}
owner-contact-none = none

owner-sample = Members see this button: with it they stop offers. Here it does nothing.
owner-stale = This button does not work any more. Open the section again: /owner
owner-need-text = This needs a text. Type it as a message or press /cancel.
owner-need-tap = Choose one of the buttons above or press /cancel.
owner-need-photo = This needs a picture: send a photo or press “No picture”.
owner-need-proof = This needs a document or a photo of the payment. Send the file or press /cancel.
owner-cancelled = { $flow ->
    [launching] The launch can wait. To come back to it: /owner
    [ruling] The rules stay as they were.
    [earning] The rules stay as they were.
    [policing] The rules stay as they were.
    [rewarding] The reward was not changed.
    [funding] The fund was not changed, no payment was marked.
    [grading] The levels stay as they were.
    [offering] The new offer was dropped.
    [stamping] The stamp card was not changed.
    [shelving] The goods stay as they were.
    [journaling] The search was dropped.
    [seeking] The search was dropped.
    [attributing] The attributes stay as they were.
    [quizmaking] The quiz stays as it was.
    [satisfying] Feedback stays as it was; nothing was sent to a guest.
    [limiting] The checks stay as they were.
    [asking] The question was dropped.
   *[posting] The broadcast was dropped, nothing was sent to anybody.
}
owner-hide = 🙈 Hide
owner-show = 👁 Show
owner-save = ✅ Save
owner-saved = Saved
owner-nobody = no name

# Home

owner-go-home = 📊 Manage
owner-go-launch = 🚀 Launch the programme
owner-go-broadcast = 📣 Broadcast
owner-go-offers = 🏷 Offers
owner-go-rewards = 🎁 Rewards
owner-go-funds = ❤️ Funds
owner-go-rules = 📐 Rules
owner-go-staff = 👥 Team
owner-go-numbers = 📈 Numbers
owner-go-journal = 📜 Journal
owner-go-poster = 🪧 QR poster
owner-go-trust = 🛡 Checks

owner-home-title = 📊 <b>{ $shop }</b>
owner-home-defaults = The programme is not launched yet: the usual rules hold until then. Members can join already.
owner-home-today = Today: { $purchases ->
    [one] { $purchases } purchase
   *[other] { $purchases } purchases
} for { $turnover }, { $members ->
    [one] { $members } new member
   *[other] { $members } new members
}.
    Points given { $given }, spent { $spent }.

owner-period = { $days ->
    [1] Today
    [7] 7 days
   *[other] 30 days
}
owner-numbers = 📈 <b>{ $days ->
    [1] Today
    [7] The last 7 days
   *[other] The last 30 days
}</b>

    New members: { $members }, { $all } in all
    Purchases: { $purchases } for { $turnover }, { $paid } in money
    Buyers: { $buyers }, { $returning }% of them came back

    Points given: { $given }
    Spent: { $spent }, payments with points { $redemptions }
    Expired: { $expired }
    To good deeds: { $donated }, donations { $donations }

    Members now hold { $outstanding ->
    [one] { $outstanding } point
   *[other] { $outstanding } points
}, worth { $worth }.

owner-unfrozen = 🔓 { $name } can spend points again. The guest will get a message about it.

owner-poster = 🪧 The poster of “{ $shop }”. Print the QR code and put it by the till: a guest points the camera and gets a card.

    { $link }

# Launch

owner-launch-preset = 🚀 Let's launch the programme of “{ $shop }”.

    Choose what is closest: I fill in what usually works. Every number can be changed later.
owner-preset-cafe = ☕ Cafe: { $rate } in points
owner-preset-shop = 🛍 Shop: { $rate } in points
owner-preset-salon = 💇 Salon: { $rate } in points
owner-launch-later = Later
owner-launch-name = What is the place called? Members will see this name. Type it or keep the present one.
owner-launch-keep = Keep “{ $name }”
owner-launch-read = Here is your programme. Read it as a guest will:
owner-launch-what = What to change?
owner-launch-go = 🚀 Launch
owner-launch-change = ✏️ Change something
owner-launched = 🎉 “{ $shop }”: the programme is live!

    Next: invite a cashier and put the QR poster by the till.

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
owner-example = Anna paid { $amount } → gets { $points ->
    [one] { $points } point
   *[other] { $points } points
} = { $worth }; up to { $share } of the next receipt can be paid with points: of { $amount } that is up to { $most ->
    [one] { $most } point
   *[other] { $most } points
}.

# Rules

owner-rules = 📐 <b>Rules</b>
owner-term-rate = { $level }, of a purchase
owner-term-welcome-bonus = For joining
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
owner-hint-rate = What percentage of a receipt comes back in points? Choose or type your own, for example 2.5.
owner-hint-welcome-bonus = How many points for joining? Choose or type a number.
owner-hint-birthday-bonus = How many points for a birthday? Choose or type a number.
owner-hint-max-share-bp = What part of a receipt can be paid with points? Choose or type a percentage.
owner-hint-points-life-days = How many days do points live? Choose or type a number of days. Points given already live as promised.
owner-hint-redemption-seconds = How many minutes does a guest have to say yes when asked to pay with points? Choose or type a number.
owner-hint-undo-seconds = For how many minutes can a cashier undo a purchase? Choose or type a number. You can undo any, at any time.
owner-hint-shop-name = Type the new name.
owner-hint-privacy-contact = Whom should guests ask about their data? Type a name with a phone, an email or an address: it will be shown in /privacy.
owner-hint-timezone = Choose a city or type a zone, for example Europe/Berlin.
owner-hint-currency = Choose the currency. After the first purchase it can't change.

owner-term-sure = <b>{ $term }</b>
    Before: { $before }
    After: { $after }
owner-other-value = Another value
owner-effect-rate = For a receipt of { $amount } a guest gets { $points ->
    [one] { $points } point
   *[other] { $points } points
} = { $worth }.
owner-effect-welcome-bonus = A new member gets { $points ->
    [one] { $points } point
   *[other] { $points } points
} = { $worth } at once.
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

# Team

owner-staff = 👥 <b>Team</b>
owner-staff-line = { $role ->
    [owner] 👑
   *[cashier] 🧾
} { $name }{ $you ->
    [yes] { " " }(you)
   *[no] { "" }
} — { $purchases ->
    [0] no purchases today
    [one] { $purchases } purchase today
   *[other] { $purchases } purchases today
}
owner-invite-cashier = ➕ Cashier
owner-invite-owner = ➕ Owner
owner-invitation = { $role ->
    [owner] 👑 An invitation for a co-owner, who can do all that you can.
   *[cashier] 🧾 An invitation for a cashier.
}

    { $url }

    Send the link to the person you invite: it works once, until { $until }.
owner-invitation-send = 📤 Send
owner-invitation-text = An invitation to work at “{ $shop }”
owner-staff-revoke = ✖ { $name }
owner-staff-revoke-ask = { $name } will not be able to serve guests or open the management any more. Sure?
owner-staff-revoke-yes = Yes, take access away
owner-staff-revoked = { $name }: access taken away

# Rewards

owner-rewards = 🎁 <b>Rewards</b>
    What members give their points for.
owner-rewards-none = 🎁 <b>Rewards</b>
    None so far. Add the first one: a cappuccino for 150 points, for example.
owner-reward-new = ➕ New reward
owner-reward-line = { $hidden ->
    [yes] 🙈{ " " }
   *[no] { "" }
}{ $title } · { $points }
owner-reward = 🎁 <b>{ $title }</b>{ $hidden ->
    [yes] { " " }(hidden)
   *[no] { "" }
}
    { $points ->
    [one] { $points } point
   *[other] { $points } points
} = { $worth }{ $description }

    Stock: { $stock ->
    [none] not counted
   *[other] { $stock }
}
    For one guest: { $limit ->
    [none] as often as they like
   *[other] { $limit } at most
}
    Picture: { $picture ->
    [yes] yes
   *[no] no
}
    Taken: { $taken }
owner-reward-title = Title
owner-reward-points = Price in points
owner-reward-description = Description
owner-reward-picture = Picture
owner-reward-stock = Stock
owner-reward-member-limit = Limit per guest
owner-reward-ask-title = What is the reward called? “Cappuccino 300 ml”, for example.
owner-reward-ask-points = How many points does it cost? Choose or type a number.
owner-reward-ask-description = Describe the reward: what it is and how to get it.
owner-reward-ask-picture = Send a picture.
owner-reward-ask-stock = How many are there? Choose or type a number.
owner-reward-ask-member-limit = How often may one guest take it? Choose or type a number.
owner-reward-without-description = No description
owner-reward-without-picture = No picture
owner-reward-without-stock = Not counted
owner-reward-without-member-limit = As often as they like

# Funds

owner-funds = ❤️ <b>Funds</b>
    Members give points to them, and you pass on the money.
owner-funds-none = ❤️ <b>Funds</b>
    None so far. Add a good cause, and members can give points to it.
owner-fund-new = ➕ New fund
owner-fund-line = { $hidden ->
    [yes] 🙈{ " " }
   *[no] { "" }
}{ $title }{ $owed ->
    [0] { "" }
   *[other] { " " }· to pay
}
owner-fund = ❤️ <b>{ $title }</b>{ $hidden ->
    [yes] { " " }(hidden)
   *[no] { "" }
}
    { $description }

    Given: { $given ->
    [one] { $given } point
   *[other] { $given } points
}{ $goal ->
    [none] { "" }
   *[other] { " " }of { $goal }
} by { $donors ->
    [one] { $donors } person
   *[other] { $donors } people
}
    To be paid: { $owed ->
    [one] { $owed } point
   *[other] { $owed } points
} = { $money }
owner-fund-title = Title
owner-fund-description = Description
owner-fund-goal = Goal
owner-fund-history = 🧾 Payments
owner-fund-pay = Paid { $money }
owner-fund-ask-title = What is the fund or the good cause called?
owner-fund-ask-description = What does the money go to? Members will see these two or three sentences.
owner-fund-ask-goal = Is there a goal in points? Choose or type a number.
owner-fund-without-goal = No goal
owner-pay-ask = “{ $title }”: { $money } to be paid for { $points ->
    [one] { $points } point
   *[other] { $points } points
}.

    Transfer the money and send a document or a photo of the payment here. Everybody who gave will see it.
owner-pay-sure = Mark { $money } as paid to “{ $title }”? Everybody who gave will get the document.
owner-pay-yes = Paid { $money }
owner-paid = ✅ “{ $title }”: the payment of { $money } is marked.

    The document is on its way to { $donors ->
    [one] the { $donors } person
   *[other] the { $donors } people
} who gave { $points ->
    [one] this { $points } point
   *[other] these { $points } points
}.
owner-payouts = 🧾 Payments to “{ $title }”
owner-payouts-none = Nothing has been paid to “{ $title }” yet.
owner-payout-line = { $on } — { $money }

# Journal

owner-journal = 📜 <b>Journal</b>
owner-journal-none = 📜 The journal is empty so far.
owner-journal-line = <i>{ $at } · { $who }</i>
owner-journal-newest = « Newest
owner-journal-older = Earlier ›

act-programme-launched = The programme was launched
act-programme-changed = Rules: { $what }
act-staff-invited = Invitation: { $role ->
    [owner] owner
   *[cashier] cashier
}
act-staff-joined = Now in the team: { $role ->
    [owner] owner
   *[cashier] cashier
}
act-staff-revoked = Access taken away: { $staff }
act-reward-added = New reward “{ $title }” for { $points }
act-reward-changed = Reward “{ $title }”: { $what }
act-reward-hidden = Reward “{ $title }” hidden
act-reward-shown = Reward “{ $title }” visible again
act-fund-added = New fund “{ $title }”
act-fund-changed = Fund “{ $title }”: { $what }
act-fund-hidden = Fund “{ $title }” hidden
act-fund-shown = Fund “{ $title }” visible again
act-fund-given = { $member }: gave to “{ $title }”, { points }
act-fund-paid = Payment to “{ $title }” for { $points ->
    [one] { $points } point
   *[other] { $points } points
}
act-purchase-recorded = { $member }: purchase { $amount }, +{ $earned }{ $spent ->
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
    [yes] purchase of { $amount } undone
   *[no] purchase undone
}{ went-back-points }
act-purchase-refunded = { $member }: refund of { $amount }{ went-back-points }
act-purchase-moved = { $member }: purchase of { $amount } moved to another card{ went-back-points }
act-redemption-declined = { $member }: “not me”, spending { $points } declined
act-redemption-cancelled = { $member }: spending { $points } cancelled
act-redemption-expired = { $member }: no answer about spending { $points }
act-voucher-ordered = { $member }: took the voucher “{ $title }” for { points }
act-voucher-cancelled = { $member }: gave up the voucher “{ $title }”{ $points ->
    [0] {""}
   *[other] , { points } returned
}
act-voucher-expired = { $member }: voucher “{ $title }” was not used{ $points ->
    [0] {""}
   *[other] , { points } returned
}
act-voucher-accepted = { $member }: handed over “{ $title }”
act-member-frozen = { $member }: spending put on hold
act-member-unfrozen = { $member }: may spend again
act-member-left = A member deleted their data
act-consent-given = { $member }: agreed to offers
act-consent-withdrawn = { $member }: wants no more offers
act-campaign-started = A broadcast was sent or planned
act-campaign-stopped = A broadcast was stopped
act-campaign-resumed = A broadcast went on
act-offer-made = New offer “{ $title }”
act-offer-paused = Offer “{ $title }” paused
act-offer-resumed = Offer “{ $title }” works again
act-offer-deleted = Offer “{ $title }” deleted
act-offer-run = Offer “{ $title }” given out now
act-offer-given = Offer “{ $title }”: { $count ->
    [0] it fitted nobody this time
    [one] { $count } member got it
   *[other] { $count } members got it
}
act-offer-previewed = Offer “{ $title }” shown to oneself

# Whom

owner-audience-everyone = 👥 Everyone
owner-audience-sleeping = Away { $days } d
owner-audience-new = New, { $days } d
owner-audience-birthday = 🎂 In { $days } d
owner-audience-female = 👩 Women
owner-audience-male = 👨 Men
owner-audience-level = Level…
owner-audience-city = City…
owner-audience-age = Age…
owner-audience-spent = Spent at least…
owner-audience-list = A list…
owner-audience-ask-level = Which level?
owner-audience-ask-city = From which city? These are the ones members gave.
owner-audience-ask-age = How old? Those who gave a year of birth count.
owner-audience-ask-spent = From what sum of all purchases? Type it, for example 10,000.
owner-audience-ask-list = Send phones or member numbers in any form: with commas or one a line.
owner-reach = { $matched ->
    [one] { $matched } matches
   *[other] { $matched } match
}, <b>{ $reachable }</b> will get it.{ $refused ->
    [0] { "" }
   *[other] { " " }Did not agree to offers: { $refused }.
}{ $often ->
    [0] { "" }
   *[other] { " " }Had enough this week: { $often }.
}{ $blocked ->
    [0] { "" }
   *[other] { " " }Out of reach in the chat: { $blocked }.
}
owner-list-found = Found { $found }.{ $unknown ->
    [0] { "" }
   *[other] { " " }Not found: { $unknown }{ $rest ->
        [0] .
       *[other] { " " }and { $rest } more.
    }
}

# Broadcast

owner-broadcast = 📣 <b>Broadcast</b>
    Whom to write to?
owner-post-past = 🗂 Past broadcasts
owner-post-whom = To: <b>{ $whom }</b>
owner-post-another = Choose others
owner-post-ask = Now send the message as they should see it: text, photo, video, GIF or file, with any formatting.
owner-post-nobody = There is nobody to send to: choose others.
owner-post-unfit = That will not work. Send one message: text, photo, video, GIF or file (no albums or stickers).
owner-post-ready = 📣 <b>The broadcast is ready</b>
owner-post-languages = { $count ->
    [1] Message: { $languages }, whatever language a member chose.
   *[other] Messages: { $languages }. Each member will get the one in their language.
}
owner-post-now = 🚀 Send now ({ $people })
owner-post-me = 👀 Send to me
owner-post-on-its-way = On its way to you
owner-post-time = 🕘 At another time
owner-post-language = { $language ->
    [ru] in Russian
   *[en] in English
}
owner-post-also = ➕ { $language ->
    [ru] In Russian
   *[en] In English
}
owner-post-version = ✏️ { $language ->
    [ru] In Russian
   *[en] In English
}
owner-post-version-title = ✏️ <b>The message { $language ->
    [ru] in Russian
   *[en] in English
}</b>
    { $alone ->
    [yes] Everyone will get it: there is no other one.
   *[no] Those who chose this language will get it.
}
owner-post-replace = 🔁 Replace
owner-post-remove = 🗑 Remove
owner-post-ask-version = Send { $again ->
    [yes] the new message
   *[no] the same
} { $language ->
    [ru] in Russian
   *[en] in English
}: those who chose this language will get it.
owner-post-ask-time = When to send it? For example: 18:30, tomorrow 10:00, 25.12 09:00 or 25.12.2026 09:00. The time is { $zone }.
owner-word-today = today
owner-word-tomorrow = tomorrow
error-bad-moment = This does not look like a time. Type, for example: 18:30, tomorrow 10:00 or 25.12 09:00.
error-moment-over = This time is over already. Type another.
owner-post-sure-now = Send now? <b>{ $people }</b> will get it: { $whom }.
owner-post-sure-at = Send on { $at }? About <b>{ $people }</b> will get it: { $whom }. The list is counted anew at that time.
owner-post-yes = 🚀 Yes, send ({ $people })
owner-post-plan = 🕘 Plan it
owner-post-status = 📣 <b>{ $status ->
    [scheduled] Planned
    [running] Being sent
    [stopped] Stopped
   *[done] Sent
}</b>: { $whom }
    { $at }
owner-post-counts = Reached <b>{ $sent }</b> of { $total }{ $left ->
    [0] .
   *[other] , { $left } left{ $minutes ->
        [0] .
       *[other] { " " }(about { $minutes } min).
    }
}{ $blocked ->
    [0] { "" }
   *[other] { " " }Out of reach: { $blocked }.
}{ $failed ->
    [0] { "" }
   *[other] { " " }Not sent: { $failed }.
}{ $cancelled ->
    [0] { "" }
   *[other] { " " }Wanted no more offers: { $cancelled }.
}
owner-post-refresh = 🔄 Refresh
owner-post-stop = ⏹ Stop
owner-post-resume = ▶️ Go on
owner-post-list = 🗂 Past broadcasts
owner-post-list-none = There have been no broadcasts yet.
owner-post-line = { $status ->
    [scheduled] 🕘
    [running] ✈️
    [stopped] ⏹
   *[done] ✅
} { $day } · { $whom }

# Offers

owner-offers = 🏷 <b>Offers</b>
    Gifts that the bot gives by itself, and what holds for everybody at the till.
owner-offers-none = 🏷 <b>Offers</b>
    Personal gifts that the bot gives by itself: to those not seen for long, with a birthday soon, or to everyone.
owner-offer-new = ➕ New offer
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
owner-offer-whom = Whom is the offer for?
owner-offer-ask = Write the offer as one message. The first line is the title, the rest is the text. For example:

    <i>We miss you</i>
    <i>Come for a coffee: we have put some points on your card.</i>
owner-offer-ask-text = The title is <b>{ $title }</b>. Now write the text: what it is and how to use it.
owner-gift = { $kind ->
    [points] +{ $value ->
        [one] { $value } point
       *[other] { $value } points
    }
    [multiplier] ×{ $value } for a purchase
    [percent] { $value }% off
    [amount] { $value } off
    [delivery] free delivery
    [bundle] one of every { $value } free
   *[gift] 🎁 the gift of the title
}
owner-plan = { $schedule ->
    [daily] every day at { $time }
    [standing] at the till, for everybody
    [weekly] every week: { $day }, { $time }
   *[once] { $at ->
        [now] now, once
       *[other] once, { $at }
    }
}
owner-draft = 🏷 <b>{ $title }</b>
    { $text }
owner-draft-cost = That is up to { $points ->
    [one] { $points } point
   *[other] { $points } points
} = { $worth }.
owner-draft-go = 🚀 Start ({ $people })
owner-draft-gift = What: { $gift }
owner-draft-plan = When: { $plan }
owner-draft-days = Holds: { $days ->
    [one] { $days } day
   *[other] { $days } days
}
owner-draft-whom = Whom…
owner-draft-ask-gift = What to give? Choose or type a number of points.
owner-draft-ask-days = How many days does it hold? Choose or type a number.
owner-draft-ask-plan = When to give it? Chosen now: <b>{ $plan }</b>.{ $repeats ->
    [yes] { " " }One guest gets it every { $days } days at most.
   *[no] { "" }
}

    { $repeats ->
    [yes] You can type a time, for example 18:30.
   *[no] You can type a time: 18:30, tomorrow 10:00 or 25.12 09:00.
}
owner-draft-now = Now, once
owner-draft-daily = Every day
owner-draft-repeat = every { $days } d
owner-offer = 🏷 <b>{ $title }</b>{ $paused ->
    [yes] { " " }(paused)
   *[no] { "" }
}
    { $text }

    What: { $what }{ $terms }
    Whom: { $whom }
    When: { $plan }{ $days ->
    [none] { "" }
   *[other] { "" }
    Holds: { $days } d
}{ $given ->
    [none] { "" }
   *[other] { "" }
    Given: { $given }
}{ $used ->
    [none] { "" }
   *[other] { "" }
    Used: { $used }
}{ $discount ->
    [0] { "" }
   *[other] { "" }
    Discounts in all: { $discount }
}{ $points ->
    [0] { "" }
   *[other] { "" }
    Points in all: { $points }
}
owner-offer-next = { $next ->
    [never] It is not given any more.
   *[other] Given next: { $next }
}
owner-offer-pause = ⏸ Pause
owner-offer-resume = ▶️ Go on
owner-offer-run = 🎁 Give now
owner-offer-run-ask = Give “{ $title }” now, ahead of its time?
owner-offer-runs = It goes out within a minute
owner-offer-me = 👀 Send to me
owner-offer-delete = 🗑 Delete
owner-offer-delete-ask = Delete “{ $title }”? What was given stays with the guests.
owner-offer-delete-yes = Yes, delete
