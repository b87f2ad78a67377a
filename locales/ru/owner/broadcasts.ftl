# Рассылки.

owner-broadcast = 📣 <b>Рассылка</b>
    Кому написать?
owner-post-past = 🗂 Прошлые рассылки
owner-post-whom = Кому: <b>{ $whom }</b>
owner-post-another = Выбрать других
owner-post-ask = Теперь пришлите сообщение таким, каким его увидят: текст, фото, видео, гифку или файл, с любым оформлением.
owner-post-nobody = Пока отправлять некому: выберите других.
owner-post-unfit = Так не получится. Пришлите одно сообщение: текст, фото, видео, гифку или файл (альбомы и стикеры не подойдут).

owner-post-ready = 📣 <b>Рассылка готова</b>
owner-post-languages = { $count ->
    [1] Сообщение: { $languages }. Его получат все.
   *[other] Сообщения: { $languages }. Каждый получит на своём языке.
}
owner-post-now = 🚀 Отправить сейчас ({ $people })
owner-post-me = 👀 Прислать мне
owner-post-on-its-way = Уже летит к вам
owner-post-time = 🕘 В другое время
owner-post-language = { $language ->
    [ru] на русском
   *[en] на английском
}
owner-post-also = ➕ { $language ->
    [ru] На русском
   *[en] На английском
}
owner-post-version = ✏️ { $language ->
    [ru] На русском
   *[en] На английском
}
owner-post-version-title = ✏️ <b>Сообщение { $language ->
    [ru] на русском
   *[en] на английском
}</b>
    { $alone ->
    [yes] Его получат все: другого нет.
   *[no] Его получат те, кто выбрал этот язык.
}
owner-post-replace = 🔁 Заменить
owner-post-remove = 🗑 Убрать
owner-post-ask-version = Пришлите { $again ->
    [yes] новое сообщение
   *[no] то же
} { $language ->
    [ru] на русском
   *[en] на английском
}: его получат те, кто выбрал этот язык.
owner-post-ask-time = Когда отправить? Например: 18:30, завтра 10:00, 25.12 09:00 или 25.12.2026 09:00. Время — { $zone }.
owner-post-sure-now = Отправить сейчас? Получат <b>{ $people }</b>: { $whom }.
owner-post-sure-at = Отправить { $at }? Получат примерно <b>{ $people }</b>: { $whom }. Список посчитается заново в это время.
owner-post-yes = 🚀 Да, отправить ({ $people })
owner-post-plan = 🕘 Запланировать
owner-post-status = 📣 <b>{ $status ->
    [scheduled] Запланирована
    [running] Отправляется
    [stopped] Остановлена
   *[done] Отправлена
}</b>: { $whom }
    { $at }
owner-post-counts = Дошло <b>{ $sent }</b> из { $total }{ $left ->
    [0] .
   *[other] , осталось { $left }{ $minutes ->
        [0] .
       *[other] { " " }(около { $minutes } мин).
    }
}{ $blocked ->
    [0] { "" }
   *[other] { " " }Недоступны: { $blocked }.
}{ $failed ->
    [0] { "" }
   *[other] { " " }Не отправлено: { $failed }.
}{ $cancelled ->
    [0] { "" }
   *[other] { " " }Отказались от предложений: { $cancelled }.
}
owner-post-refresh = 🔄 Обновить
owner-post-stop = ⏹ Остановить
owner-post-resume = ▶️ Продолжить
owner-post-list = 🗂 Прошлые рассылки
owner-post-list-none = Рассылок ещё не было.
owner-post-line = { $status ->
    [scheduled] 🕘
    [running] ✈️
    [stopped] ⏹
   *[done] ✅
} { $day } · { $whom }
