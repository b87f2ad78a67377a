# Что читает в терминале тот, кто запускает программу.

operator-no-token = Чтобы говорить с Telegram, Копилке нужен токен бота. Откройте чат с @BotFather, отправьте /newbot и впишите полученный ключ в .env как BOT_TOKEN (образец в .env.example), а свой Telegram id как OWNER_IDS. Чтобы сначала попробовать всё без Telegram: make demo
operator-no-owners = OWNER_IDS пуст, поэтому магазином некому управлять. Впишите туда свой Telegram id.
operator-bad-settings = С такими настройками работать нельзя:
    { $problems }
operator-no-database = База данных недоступна или не подходит: { $reason }
operator-bad-token = Telegram не принимает этот BOT_TOKEN. Возьмите действующий у @BotFather.
operator-verifying = Пересчёт
operator-pace = { $rows ->
    [one] { $rows } строка в секунду
    [few] { $rows } строки в секунду
   *[many] { $rows } строк в секунду
}
operator-sound = Баллы сходятся: счетов { $accounts }, партий { $lots }, записей { $entries }.
operator-unsound = Баллы не сходятся в { $count ->
    [one] { $count } месте
   *[other] { $count } местах
}:
operator-rebuilding = Пересчёт итогов
operator-totals-right = Итоги верны: участников { $members }.
operator-totals-mended = Итоги расходились с чеками и исправлены. Участников: { $members }, итогов по категориям: { $categories }.
operator-seeding = Готовлю магазин с двумя годами истории…
operator-demo = Демо Копилки открыто: { $address }  (Ctrl+C завершает)
operator-port-busy = Порт { $port } занят, беру другой.
operator-no-port = Порты { $first }–{ $last } заняты. Назовите свободный: bot.py demo --port 9000

operator-importing = Загрузка
operator-import-columns = Столбец
operator-import-meaning = Это
operator-import-example = Например
operator-import-ask = Загрузить?
operator-import-dry = Это был пробный прогон: ничего не изменилось. Чтобы загрузить, добавьте --yes.
operator-import-refused = Ничего не изменилось.
operator-import-rejected = Что не взяли и почему: { $path }
operator-import-no-file = Такого файла нет: { $path }
operator-import-bad-map = --map принимает "столбец=поле"; поля: { $fields }

first-shop-name = Наш магазин
first-currency = RUB
first-level-1 = Серебро
first-level-2 = Золото
first-level-3 = Платина
