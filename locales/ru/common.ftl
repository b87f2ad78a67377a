# Общее: слова, которые нужны нескольким комнатам.

points = { $points ->
    [one] { $points } балл
    [few] { $points } балла
   *[many] { $points } баллов
}

menu-card = 💳 Карта
menu-balance = ⭐ Баланс
menu-rewards = 🎁 Награды
menu-charity = ❤️ Добрые дела
menu-offers = 🏷 Предложения
menu-invite = 👋 Пригласить
menu-profile = 👤 Профиль
menu-settings = ⚙️ Настройки
menu-help = ❓ Помощь
menu-cashier = 🧾 Касса
menu-owner = 📊 Управление
menu-join = ✨ Получить карту

button-back = ‹ Назад
button-cancel = Отмена
button-yes = Да
button-no = Нет

bot-description = Ваша карта прямо в чате: баллы за покупки, награды, добрые дела и предложения лично для вас. Нажмите кнопку внизу: это минута и никаких приложений.
bot-short-description = Карта лояльности в Telegram: баллы, награды, добрые дела.

# Файлы

sheet-separator = ;
statement-name = счёт
statement-column = { $column ->
    [number] №
    [at] Время
    [kind] Что
    [subject] Название
    [points] Баллы
    [balance] Остаток
    [lot] Партия
    [starts] Можно тратить с
    [expires] Действуют до
    [receipt] Чек №
    [amount] Чек, { $currency }
    [paid] Деньгами, { $currency }
    [corrects] Исправляет №
    [staff] Кассир
   *[how] Как посчитано
}

kind-welcome = За вступление
kind-purchase = Покупка
kind-birthday = День рождения
kind-offer = Подарок
kind-answer = За ответы
kind-grant = От магазина
kind-hold = Оплата баллами
kind-reward = Награда
kind-release = Возврат
kind-donate = Доброе дело
kind-expire = Сгорели
kind-undo = Отмена покупки
kind-refund = Возврат покупки
kind-move = Покупка другого участника
kind-settle = Погашение долга
kind-forgive = Долг прощён
