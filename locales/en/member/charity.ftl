# Good causes.

funds = ❤️ <b>Good deeds</b>
    Give points to those who need them more: the shop pays them out in money and shows the proof.
funds-empty = ❤️ Good deeds that points can help will stand here.
fund-line = ❤️ { $title }
fund-given = <b>{ $title }</b>
    { $given ->
        [one] { $given } point
       *[other] { $given } points
    } given · { $donors ->
    [one] { $donors } person helped
   *[other] { $donors } people helped
}
fund-progress = <b>{ $title }</b>
    { $given } of { $goal } points given ({ $percent }%)
fund-about = { $text }
fund-how-many = You have { points }. How many would you give?
fund-nothing-to-give = No points yet: they come with a purchase.
fund-type = How many points for “{ $title }”? Type a number from 1 to { $points }.
fund-ask = Give <b>{ points }</b> ({ $worth }) to “{ $title }”?
    You will have { $left } left.
fund-thanks = ❤️ <b>Thank you!</b>
    You gave { points } to “{ $title }”: { $mine } from you in all, { $total }{ $goal ->
    [0] {""}
   *[other] {" "}of { $goal }
} together.
    { $balance } left on the card. Once the money is paid out, we will send you the proof.
fund-given-before = Given already, thank you!
button-give-some = { $points }
button-give-all = All { $points }
button-give-other = Another number
button-give-yes = ❤️ Give { $points }
button-funds = ❤️ Other good deeds
