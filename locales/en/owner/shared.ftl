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
