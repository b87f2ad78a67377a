# Help, commands, and answers to what the bot did not expect.

# Commands

command-card = My card
command-balance = How many points I have
command-history = Where the points come from
command-rewards = Rewards for points
command-stamps = Stamp cards
command-donate = Give points to a good deed
command-offers = My offers
command-invite = Invite a friend
command-profile = My profile
command-settings = Settings
command-language = Language
command-help = What this bot can do
command-privacy = What is stored about you
command-cancel = Stop what was begun

# Help

help = <b>How it works</b>
    💳 Show your card at the till and get points.
    ⭐ Points can pay for part of a receipt: you approve it here with one tap.
    🎁 Or exchange them for a reward, or give them to a ❤️ good deed.

    /card – the card, /balance – points, /history – where they come from
    /rewards – rewards, /donate – good deeds, /offers – offers
    /profile – profile, /settings – language, consents, your data
    /invite – bring a friend, /privacy – what is stored
privacy = 🔐 <b>What “{ $shop }” stores</b>
    • your name, number and language in Telegram: to keep your card and to answer you;
    • purchases and points: to add them and to give them back;
    • phone, birthday, gender, city, interests, family, children's birthdays, best time, answers to questions and scores: only if you gave them; at the till staff see the end of the phone and, in the week before it, the birthday without its year.

    Offers come only with your consent; every one of them has a button to stop them.
    Data are kept as long as you have a card. When you leave, name and profile are erased at once; nameless sums stay for the books, and a note that the gift for joining was given.
    You can take your data with you or delete them at any time: /settings
privacy-contact = Questions about data: { $contact }

# A step that was cancelled

cancelled-child = All right, nothing more is added.
cancelled-number = All right, the answer stays as it was.
cancelled-answer = All right, the questions wait in your profile.
cancelled-comment = All right, the score stands without words.
cancelled-name = All right, the name stays as it was.
cancelled-phone = All right, the phone stays as it was.
cancelled-birthday = All right, the birthday stays as it was.
cancelled-city = All right, the city stays as it was.
cancelled-points = All right, you keep your points.
cancelled-nothing = There is nothing to cancel. The menu is below.

# Something else than expected

step-text-please = An answer in words is needed here. Type it, or press /cancel.
step-button-please = Press “Share my phone” at the bottom of the screen, or /cancel.
not-understood = I understand the buttons of the menu below and commands: /card – card, /balance – points, /help – all the rest.
stale-button = This button is out of date. Open the section again from the menu.
