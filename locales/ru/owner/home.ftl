# Главная владельца: разделы, цифры дня, плакат.

command-owner = Управление программой

owner-go-home = 📊 Управление
owner-go-launch = 🚀 Запустить программу
owner-go-broadcast = 📣 Рассылка
owner-go-offers = 🏷 Предложения
owner-go-rewards = 🎁 Награды
owner-go-stamps = ☕ Карты штампов
owner-go-funds = ❤️ Фонды
owner-go-rules = 📐 Правила
owner-go-goods = 📦 Товары и точки
owner-go-guests = 🧑‍🤝‍🧑 Гости
owner-go-segments = 👥 Сегменты
owner-go-staff = 👥 Команда
owner-go-numbers = 📈 Цифры
owner-go-journal = 📜 Журнал
owner-go-poster = 🪧 Плакат с QR
owner-go-trust = 🛡 Проверки
owner-go-import = 📥 Загрузить файл
question-groups = 📊 Группы по покупкам (RFM)
owner-go-attributes = 🏷 Признаки
owner-go-quizzes = 🧩 Опросы
owner-go-feedback = ⭐ Отзывы
owner-go-levels = 🏅 Уровни
owner-go-earning = ✨ Правила начисления
owner-go-policies = ⚖️ Как считать и ограничивать
owner-go-returns = ↩️ Возвраты
owner-go-versions = 🕰 Версии правил
owner-go-speak = 💬 Написать
owner-go-give = 🎁 Подарить
owner-go-setup = 🛠 Настроить

owner-group-guests = 🧑‍🤝‍🧑 <b>Гости</b>
    Что вы о них знаете и о чём спрашиваете.
owner-group-speak = 💬 <b>Написать</b>
    Одно сообщение многим или предложение, которое бот дарит сам.
owner-group-give = 🎁 <b>Подарить</b>
    На что гости тратят баллы и за что собирают штампы.
owner-group-setup = 🛠 <b>Настроить</b>
    Правила программы, команда и всё для кассы.

owner-home-title = 📊 <b>{ $shop }</b>
owner-home-defaults = Программа ещё не запущена: пока действуют обычные правила. Участники уже могут вступать.
owner-home-today = Сегодня: { $purchases ->
    [one] { $purchases } покупка
    [few] { $purchases } покупки
   *[many] { $purchases } покупок
} на { $turnover }, { $members ->
    [one] { $members } новый участник
    [few] { $members } новых участника
   *[many] { $members } новых участников
}.
    Баллов начислено { $given }, потрачено { $spent }.
owner-home-flags = 🚩 Ждут вашего решения: { $count }

# Цифры

owner-period = { $days ->
    [1] Сегодня
    [7] 7 дней
   *[other] 30 дней
}
owner-numbers = 📈 <b>{ $days ->
    [1] Сегодня
    [7] За 7 дней
   *[other] За 30 дней
}</b>

    Новых участников: { $members }, всего { $all }
    Покупок: { $purchases } на { $turnover }, деньгами { $paid }
    Покупателей: { $buyers }, из них вернулись { $returning } %

    Баллов начислено: { $given }
    Потрачено: { $spent }, оплат баллами { $redemptions }
    Сгорело: { $expired }
    На добрые дела: { $donated }, пожертвований { $donations }

    Сейчас у участников { $outstanding ->
    [one] { $outstanding } балл
    [few] { $outstanding } балла
   *[many] { $outstanding } баллов
} — это { $worth }.

# Плакат

owner-poster = 🪧 Плакат «{ $shop }». Распечатайте QR и поставьте у кассы: гость наводит камеру и получает карту.

    { $link }
