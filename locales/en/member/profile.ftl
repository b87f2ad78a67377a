# The profile: what members tell about themselves.

profile = 👤 <b>Profile</b>
    Nothing here is required: you decide what to tell.
profile-thanks = 🎁 Thank you for telling us about yourself! Added to your card: { points }.
profile-more = 🎁 { $left ->
    [one] { $left } more answer
   *[other] { $left } more answers
}: +{ points }. What counts: birthday, gender, city, interests, family and best time.
profile-saved = ✅ Saved.
profile-field = { $field }: <b>{ $value }</b>
profile-blank = { $field }: —
button-profile-bonus = 🎁 Your profile is filled: +{ points }

field-name = Name
field-phone = Phone
field-birthday = Birthday
field-gender = Gender
field-city = City
field-interests = Interests
field-family = Family
field-time = Best time
field-children = Children

why-field-name = What you will be called at the till.
why-field-phone = 📱 By your phone number you can be found at the till when the card is not at hand. The cashier sees only its last two digits.
why-field-birthday = 🎂 { $points ->
    [0] We will wish you well on the day.
   *[other] Your birthday brings { points }.
} In the week before it a cashier sees the day, never the year.
why-field-gender = So that offers suit you.
why-field-city = So that we invite you to where it is convenient.
why-field-interests = So that we send only what you like.
why-field-family = So that offers suit you: for one, for two or for the whole family.
why-field-time = 🕐 Questions about a visit come at this time.
why-field-children = 🎈 To wish them well and offer what suits their age. Dates only, no names; cashiers don't see them.

ask-name = Type what you would like to be called.
ask-phone = You can replace or remove the number.
ask-birthday = Type day and month: 24.05 or 24 May. The year only if you like: 24.05.1990.
ask-gender = Choose:
ask-city = Which city are you in? Type its name.
ask-interests = Tick what you like:
ask-family = Choose:
ask-time = When do you like to get messages?
birthday-locked = A present was given for this date, so it stays. If it is wrong, tell the staff.

gender-female = Female
gender-male = Male
family-single = On my own
family-couple = In a couple
family-married = Married
contact-time-morning = Mornings, 9–12
contact-time-day = Daytime, 12–17
contact-time-evening = Evenings, 17–21

interest-chip = { $on ->
    [yes] ☑
   *[no] ☐
} { $interest }
interest-food = Good food
interest-coffee = Coffee and tea
interest-sweets = Sweets
interest-health = Health
interest-beauty = Beauty
interest-sport = Sport
interest-kids = Children
interest-pets = Pets
interest-books = Books
interest-travel = Travel

button-remove = 🗑 Remove

# Phone

button-another-phone = Another number
button-share-phone = 📱 Share my phone
phone-share = Press the button below: Telegram will send us your own number.
phone-saved = ✅ The phone is saved. You can change or remove it in your profile.
phone-not-shared = The phone stays as it was.

# Children

ask-child = Type day, month and year of birth, for example 24.05.2019. Each message is one more child.
button-child-remove = 🗑 { $born }

# Attributes that the shop asks about

why-known = The shop asks this to offer what suits you. You need not answer.
known-retired = The shop asks this no more. Your answer can be removed.
ask-number = Type a number.
ask-choice = { $several ->
    [yes] Tick all that apply:
   *[no] Choose:
}
choice-chip = { $on ->
    [yes] ✅{ " " }
   *[no] { "" }
}{ $choice }
