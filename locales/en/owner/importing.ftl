# A till's file brought in: the owner's screens.

import-explain = <b>Bring in your till's data</b>

    Send a CSV or XLSX file (up to 20 MB) here: members, or purchases. Columns may stand in any order; you will see what each was taken for, and can change it, before anything happens.

    Members get no messages because of it, and purchases of the past earn no points; they count for levels and in questions about your guests. The same file twice changes nothing.
import-example = { $kind ->
    [purchases] Example: purchases
   *[members] Example: members
}
import-sample-name = { $kind ->
    [purchases] purchases.csv
   *[members] members.csv
}
import-sample-members =
    Card number|Phone|Name|Date of birth|City|Points
    1001|+44 20 7946 0018|Ann Brown|31/12/1990|Leeds|120
    1002|+44 20 7946 0027|Tom White||York|0
import-sample-purchases =
    Receipt number|Date|Card number|Product|Category|Quantity|Paid|Discount
    55-1|30/11/2025 14:05|1001|Cappuccino|Coffee|2|7.80|0.40
    55-1|30/11/2025 14:05|1001|Carrot cake|Cakes|1|4.20|0
import-too-large = This file is too large: a bot is given no more than 20 MB. Split it, or bring it in with <code>bot.py import</code>.
import-column = <b>{ $heading }</b> → { $meaning } <i>{ $example }</i>
import-more-columns = … and { $count } more
import-line = { $text }
import-yes = Bring it in
import-dry = First only count
import-change = Change a column
import-change-kind = It is another kind
import-turn-dates = Turn the dates round
import-which-kind = What is in the rows of this file?
import-which-column = Which column?
import-which-meaning = What is in the column “{ $heading }”?
import-cancelled = The file was not brought in.
import-under-way = Bringing in: { $percent } %
import-rejected-name = { $name }.rejected.csv
