# Words that several sections of the owner need.

owner-percent = { $number }%
owner-life = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
owner-nobody = no name
owner-word-today = today
owner-word-tomorrow = tomorrow
owner-other-value = Another value

owner-hide = 🙈 Hide
owner-show = 👁 Show
owner-save = ✅ Save
owner-saved = Saved

owner-need-text = This needs a text. Type it as a message or press /cancel.
owner-need-tap = Choose one of the buttons above or press /cancel.
owner-need-photo = This needs a picture: send a photo or press “No picture”.
owner-stale = This button does not work any more. Open the section again: /owner
owner-sample = Members see this button: with it they stop offers. Here it does nothing.
owner-cancelled = { $flow ->
    [launch] The launch can wait. To come back to it: /owner
    [terms] The rules stay as they were.
    [rule] The rules stay as they were.
    [policy] The rules stay as they were.
    [reward] The reward was not changed.
    [fund] The fund was not changed, no payment was marked.
    [level] The levels stay as they were.
    [offer] The new offer was dropped.
    [stamp] The stamp card was not changed.
    [goods] The goods stay as they were.
    [journal] The search was dropped.
    [search] The search was dropped.
    [attribute] The attributes stay as they were.
    [quiz] The quiz stays as it was.
    [feedback] Feedback stays as it was; nothing was sent to a guest.
    [limit] The checks stay as they were.
    [question] The question was dropped.
   *[broadcast] The broadcast was dropped, nothing was sent to anybody.
}
