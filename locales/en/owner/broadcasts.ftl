# Broadcasts.

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
