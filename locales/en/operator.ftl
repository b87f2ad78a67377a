# What the person who runs the program reads in a terminal.

operator-no-token = Kopilka needs a bot token to talk to Telegram. Open a chat with @BotFather, send /newbot, and put the key it gives you into .env as BOT_TOKEN (see .env.example), with your own Telegram id as OWNER_IDS. To try everything first without Telegram, run: make demo
operator-no-owners = OWNER_IDS is empty, so nobody can manage the shop. Put your Telegram id there.
operator-bad-settings = These settings can't work:
    { $problems }
operator-no-database = The database can't be reached or used: { $reason }
operator-bad-token = Telegram does not accept this BOT_TOKEN. Ask @BotFather for the current one.
operator-verifying = Adding up
operator-pace = { $rows ->
    [one] { $rows } row a second
   *[other] { $rows } rows a second
}
operator-sound = Points add up: { $accounts } accounts, { $lots } lots, { $entries } entries.
operator-unsound = Points do not add up in { $count ->
    [one] { $count } place
   *[other] { $count } places
}:
operator-rebuilding = Counting again
operator-totals-right = Totals are right: { $members } members.
operator-totals-mended = Totals did not match the receipts and were put right. Members: { $members }; totals by category: { $categories }.
operator-seeding = Seeding a shop with two years behind it…
operator-demo = Kopilka's demo is open at { $address }  (Ctrl+C ends it)
operator-port-busy = Port { $port } is taken; using another one.
operator-no-port = Ports { $first } to { $last } are taken. Name a free one: bot.py demo --port 9000

operator-importing = Bringing in
operator-import-columns = Column
operator-import-meaning = Is
operator-import-example = For instance
operator-import-ask = Bring it in?
operator-import-dry = That was a dry run: nothing has changed. To bring it in, add --yes.
operator-import-refused = Nothing has changed.
operator-import-rejected = What was not taken, with the reasons: { $path }
operator-import-no-file = There is no such file: { $path }
operator-import-bad-map = --map takes "column=field"; fields are: { $fields }

first-shop-name = My shop
first-currency = RUB
first-level-1 = Silver
first-level-2 = Gold
first-level-3 = Platinum
