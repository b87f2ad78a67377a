# A question about members in words. Each message is read back (services/segments/reading/en.words):
# whoever changes words here looks whether they are there as well.

asks-and = { $one } and { $other }
asks-or = { $one } or { $other }
asks-not = not ({ $what })
asks-group = ({ $what })
asks-everyone = everyone
asks-nobody = nobody
asks-name = “{ $name }”
asks-name-numbered = “{ $name }” #{ $number }
asks-name-gone = deleted (#{ $number })
asks-attribute-gone = deleted attribute

asks-gender = { $values }
asks-age = aged { $figure }
asks-age-denied = not aged { $figure }
asks-birthday = birthday
asks-birthday-denied = birthday not
asks-birthday_known = birthday is known
asks-birthday_known-denied = no birthday is known
asks-city = from the city of { $values }
asks-city-denied = not from the city of { $values }
asks-family = { $values }
asks-child_birthday = have children with a birthday
asks-child_birthday-denied = have no children with a birthday
asks-child_age = have children aged { $figure }
asks-child_age-denied = have no children aged { $figure }
asks-children = have children
asks-children-denied = have no children
asks-language = speak { $values }
asks-language-denied = do not speak { $values }
asks-contact_time = best reached { $values }
asks-contact_time-denied = not best reached { $values }
asks-interest = interested in { $values }
asks-interest-denied = not interested in { $values }

asks-away = have not visited for { $days ->
    [one] { $days } day
   *[other] { $days } days
}
asks-last_visit = last visit
asks-first_purchase = first purchase
asks-first_purchase-denied = no first purchase
asks-purchases = made { $figure }
asks-purchases-denied = did not make { $figure }
asks-bought = bought
asks-bought-denied = did not buy
asks-spent = spent { $figure }
asks-spent-denied = did not spend { $figure }
asks-average_receipt = average receipt { $figure }

asks-points = balance { $figure }
asks-points_given = earned { $figure }
asks-points_given-denied = did not earn { $figure }
asks-points_spent = redeemed { $figure }
asks-points_spent-denied = have not redeemed { $figure }
asks-points_expiring = expiring { $figure }
asks-points_expiring-denied = not expiring { $figure }
asks-redemptions = paid with points { $figure }
asks-redemptions-denied = did not pay with points { $figure }

asks-nps = NPS { $figure }
asks-satisfaction = satisfaction { $figure }
asks-quiz = completed the quiz { $values }
asks-quiz-denied = did not complete the quiz { $values }
asks-quiz-any = completed any quiz
asks-quiz-any-denied = did not complete any quiz
asks-own = { $name }: { $values }
asks-own-denied = { $name } is not { $values }
asks-own-any = have an answer to { $name }
asks-own-any-denied = have no answer to { $name }
asks-own_number = { $name } { $figure }

asks-received = received { $values }
asks-received-denied = did not receive { $values }
asks-tapped = responded to { $values }
asks-tapped-denied = did not respond to { $values }
asks-campaign = broadcast #{ $number }
asks-campaign-latest = the last broadcast
asks-campaign-any = any broadcast
asks-offer_received = received the offer { $values }
asks-offer_received-denied = did not receive the offer { $values }
asks-offer_received-any = received any offer
asks-offer_received-any-denied = did not receive any offer
asks-offer_used = used the offer { $values }
asks-offer_used-denied = did not use the offer { $values }
asks-offer_used-any = used any offer
asks-offer_used-any-denied = did not use any offer
asks-referrals = brought { $figure }
asks-referrals-denied = did not bring { $figure }
asks-source = source: { $values }
asks-source-denied = source is not { $values }
asks-channel = messenger: { $values }
asks-channel-denied = messenger is not { $values }

asks-level = level { $values }
asks-level-denied = level is not { $values }
asks-joined = joined
asks-joined-denied = did not join
asks-consent = agreed to offers
asks-consent-denied = have not agreed to offers
asks-reachable = can be reached
asks-reachable-denied = not reachable
asks-phone = left a phone number
asks-phone-denied = did not leave a phone number
asks-frozen = with a frozen card
asks-frozen-denied = without a frozen card
asks-member = member { $values }
asks-member-denied = not member { $values }
asks-member-number = #{ $number }
asks-member_many = members of a list ({ $count })

asks-segment = in the segment { $values }
asks-segment-denied = not in the segment { $values }
asks-rfm = RFM group: { $values }
asks-rfm-denied = RFM group is not { $values }
asks-recency = recency { $figure }
asks-frequency = frequency { $figure }
asks-monetary = monetary score { $figure }
asks-stage = stage: { $values }
asks-stage-denied = stage is not { $values }
asks-falling = spend less than before
asks-falling-denied = do not spend less than before
asks-return_chance = chance of returning { $figure }
asks-expected_value = expected value { $figure }

# How much

figure-exactly = exactly { $least }
figure-least = at least { $least }
figure-over = more than { $least }
figure-most = at most { $most }
figure-under = less than { $most }
figure-between = from { $least } to { $most }
figure-percent = { $number }%

unit-years = { $exact ->
   *[other] { $number ->
        [one] year
       *[other] years
    }
}
unit-purchases = { $exact ->
   *[other] { $number ->
        [one] purchase
       *[other] purchases
    }
}
unit-points = { $exact ->
   *[other] { $number ->
        [one] point
       *[other] points
    }
}
unit-times = { $exact ->
   *[other] { $number ->
        [one] time
       *[other] times
    }
}
unit-friends = { $exact ->
   *[other] { $number ->
        [one] friend
       *[other] friends
    }
}

# Of what and where

goods-categories = { $of ->
    [spent] { $several ->
        [yes] on the categories { $names }
       *[no] on the category { $names }
    }
   *[other] { $several ->
        [yes] from the categories { $names }
       *[no] from the category { $names }
    }
}
goods-products = { $of ->
    [spent] { $several ->
        [yes] on the products { $names }
       *[no] on the product { $names }
    }
    [bought] { $several ->
        [yes] the products { $names }
       *[no] the product { $names }
    }
   *[other] { $several ->
        [yes] of the products { $names }
       *[no] of the product { $names }
    }
}
goods-outlets = { $several ->
    [yes] at the outlets { $names }
   *[no] at the outlet { $names }
}

# When

when-last = { $days ->
    [one] in the last { $days } day
   *[other] in the last { $days } days
}
when-before = { $days ->
    [one] at least { $days } day ago
   *[other] at least { $days } days ago
}
when-next = { $days ->
    [one] in the next { $days } day
   *[other] in the next { $days } days
}
when-between = from { $first } to { $last }
when-since = since { $first }
when-until = until { $last }
when-ever = at any time
when-today = today
when-yesterday = yesterday
when-tomorrow = tomorrow
when-day_after_tomorrow = the day after tomorrow
when-this_week = this week
when-last_week = last week
when-next_week = next week
when-this_month = this month
when-last_month = last month
when-next_month = next month
when-this_year = this year
when-last_year = last year
when-month = { $month ->
    [1] in January
    [2] in February
    [3] in March
    [4] in April
    [5] in May
    [6] in June
    [7] in July
    [8] in August
    [9] in September
    [10] in October
    [11] in November
   *[12] in December
}

# Buttons: what to ask about and what to choose

topic-person = 👤 Who they are
topic-visits = 🛍 Purchases
topic-points = 🪙 Points
topic-answers = 💬 Answers and interests
topic-response = 📣 Response to messages
topic-membership = 🎫 Membership
topic-groups = 🧩 Groups

attribute-gender = Gender
attribute-age = Age
attribute-birthday = Birthday
attribute-city = City
attribute-family = Family status
attribute-child-birthday = Child's birthday
attribute-child-age = Children's age
attribute-language = Language
attribute-contact-time = Best time to write
attribute-interest = Interests
attribute-last-visit = Last visit
attribute-first-purchase = First purchase
attribute-purchases = Number of purchases
attribute-spent = Total spent
attribute-average-receipt = Average receipt
attribute-points = Balance
attribute-points-given = Points earned
attribute-points-spent = Points spent
attribute-points-expiring = Points expiring
attribute-redemptions = Number of redemptions
attribute-nps = NPS
attribute-satisfaction = Satisfaction
attribute-quiz = Completed quiz
attribute-received = Received a broadcast
attribute-tapped = Responded to a broadcast
attribute-offer-received = Received an offer
attribute-offer-used = Used an offer
attribute-referrals = Friends invited
attribute-source = Source
attribute-channel = Messenger
attribute-level = Level
attribute-joined = Sign-up date
attribute-consent = Consent to offers
attribute-reachable = Can be reached
attribute-phone = Phone number
attribute-frozen = Frozen card
attribute-member = Member
attribute-segment = Segment
attribute-rfm = RFM group
attribute-recency = Recency
attribute-frequency = Frequency
attribute-monetary = Monetary score
attribute-stage = Stage
attribute-falling = Spend less than before
attribute-return-chance = Chance of returning
attribute-expected-value = Expected value

value-gender-female = women
value-gender-male = men
value-family-single = single
value-family-couple = in a couple
value-family-married = married
value-language-ru = Russian
value-language-en = English
value-contact-time-morning = in the morning
value-contact-time-day = in the afternoon
value-contact-time-evening = in the evening
value-interest-food = good food
value-interest-coffee = coffee and tea
value-interest-sweets = sweets
value-interest-health = health
value-interest-beauty = beauty
value-interest-sport = sport
value-interest-kids = children
value-interest-pets = pets
value-interest-books = books
value-interest-travel = travel
value-source-direct = by themselves
value-source-poster = poster
value-source-referral = referral
value-source-staff = staff
value-source-import = import
value-channel-telegram = Telegram
value-rfm-champions = champions
value-rfm-loyal = loyal
value-rfm-potential = potential loyalists
value-rfm-new = new
value-rfm-promising = promising
value-rfm-attention = need attention
value-rfm-fading = about to sleep
value-rfm-at-risk = at risk
value-rfm-cant-lose = cannot lose
value-rfm-hibernating = hibernating
value-rfm-lost = lost
value-stage-new = new
value-stage-one-off = one-off
value-stage-active = active
value-stage-frequent = frequent
value-stage-vip = VIP
value-stage-sleeping = sleeping
value-stage-lost = lost
