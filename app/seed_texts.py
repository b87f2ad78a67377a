"""What the demonstration shop is called, sells and promises: content, in Russian and English."""

from dataclasses import dataclass

from models.offers import OfferKind


@dataclass(frozen=True, slots=True)
class RewardText:
    title: str
    description: str
    points: int
    stock: int | None = None
    member_limit: int | None = None


@dataclass(frozen=True, slots=True)
class FundText:
    title: str
    description: str
    goal: int | None


@dataclass(frozen=True, slots=True)
class OfferText:
    title: str
    text: str
    kind: OfferKind
    value: int


@dataclass(frozen=True, slots=True)
class EngineTexts:
    """Names of goods, earning rules and the stamp card."""

    coffee: str
    delivery: str
    certificates: str
    coffees: tuple[str, ...]
    no_points: str
    coffee_more: str
    tuesday: str
    card: str
    cup: str


@dataclass(frozen=True, slots=True)
class ShopTexts:
    """One shop. Money is in minor units, `menu` holds prices, dearest last."""

    name: str
    currency: str
    timezone: str
    point_value: int
    levels: tuple[str, str, str]
    thresholds: tuple[int, int, int]
    menu: tuple[int, ...]
    women: tuple[str, ...]
    men: tuple[str, ...]
    surnames: tuple[tuple[str, str], ...]  # of a woman, of a man
    visitors: tuple[str, ...]  # who speaks the other language
    other_language: str
    cities: tuple[str, ...]  # the first one is the shop's own
    phone: str  # beginning of every phone, four digits follow
    cast: tuple[str, str, str, str]  # new guest, regular, cashier, owner
    second_cashier: str
    rewards: tuple[RewardText, ...]
    funds: tuple[FundText, ...]
    missing_you: OfferText
    birthday_soon: OfferText
    thank_you: OfferText
    engine: EngineTexts


RUSSIAN = ShopTexts(
    name="Кофейня «Зерно»",
    currency="RUB",
    timezone="Europe/Moscow",
    point_value=100,
    levels=("Серебро", "Золото", "Платина"),
    thresholds=(0, 1_000_000, 2_500_000),
    menu=(12_000, 18_000, 21_000, 24_000, 26_000, 29_000, 32_000, 38_000, 45_000, 52_000),
    women=(
        "Мария",
        "Елена",
        "Дарья",
        "София",
        "Ирина",
        "Наталья",
        "Полина",
        "Светлана",
        "Алиса",
        "Ксения",
        "Юлия",
        "Татьяна",
        "Виктория",
        "Марина",
        "Екатерина",
        "Надежда",
    ),
    men=(
        "Александр",
        "Михаил",
        "Дмитрий",
        "Иван",
        "Артём",
        "Сергей",
        "Никита",
        "Павел",
        "Андрей",
        "Максим",
        "Егор",
        "Кирилл",
        "Тимур",
        "Роман",
        "Глеб",
        "Фёдор",
    ),
    surnames=(
        ("Иванова", "Иванов"),
        ("Смирнова", "Смирнов"),
        ("Кузнецова", "Кузнецов"),
        ("Попова", "Попов"),
        ("Соколова", "Соколов"),
        ("Лебедева", "Лебедев"),
        ("Морозова", "Морозов"),
        ("Волкова", "Волков"),
        ("Зайцева", "Зайцев"),
        ("Павлова", "Павлов"),
        ("Белова", "Белов"),
        ("Орлова", "Орлов"),
        ("Гусева", "Гусев"),
        ("Титова", "Титов"),
        ("Комарова", "Комаров"),
        ("Ковальчук", "Ковальчук"),
        ("Ким", "Ким"),
        ("Галеева", "Галеев"),
    ),
    visitors=("Emma Clark", "James Wood", "Olivia Reed", "Lucas Meyer", "Chloé Martin", "Li Wei"),
    other_language="en",
    cities=("Москва", "Химки", "Мытищи", "Красногорск", "Тверь"),
    phone="+7999123",
    cast=("Анна", "Вера", "Борис", "Ольга"),
    second_cashier="Марат",
    rewards=(
        RewardText("Капучино", "Большой, на любом молоке.", 250),
        RewardText("Круассан", "С утра — ещё тёплый.", 180, member_limit=10),
        RewardText("Пачка зерна, 250 г", "Обжарка этой недели, помол на выбор.", 900),
        RewardText("Мастер-класс бариста", "Два часа за стойкой с Борисом.", 2500, stock=6),
        RewardText("Кружка «Зерно»", "Ручная работа, двести штук.", 1200, stock=14, member_limit=2),
    ),
    funds=(
        FundText(
            "Дом для хвостов",
            "Приют на сто собак и кошек: корм, прививки и тёплые вольеры к зиме.",
            30_000,
        ),
        FundText(
            "Книги в сельские школы",
            "Собираем библиотеки для маленьких школ: сто баллов — одна новая книга.",
            None,
        ),
    ),
    missing_you=OfferText(
        "Мы скучаем!",
        "Загляните на чашку кофе: баллы уже на карте.",
        OfferKind.POINTS,
        150,
    ),
    birthday_soon=OfferText(
        "К вашему дню рождения",
        "Приходите отмечать: следующая покупка принесёт вдвое больше баллов.",
        OfferKind.MULTIPLIER,
        2,
    ),
    thank_you=OfferText(
        "Десерт дня в подарок",
        "Спасибо, что вы с нами. Покажите код на кассе и выберите любой десерт с витрины.",
        OfferKind.GIFT,
        0,
    ),
    engine=EngineTexts(
        coffee="Кофе",
        delivery="Доставка",
        certificates="Подарочные сертификаты",
        coffees=("Эспрессо", "Капучино", "Латте", "Раф"),
        no_points="Доставка и сертификаты: без баллов",
        coffee_more="За кофе — 10 %",
        tuesday="Вдвое по вторникам с 16 до 18",
        card="Шестой кофе в подарок",
        cup="Любой кофе",
    ),
)

ENGLISH = ShopTexts(
    name="Grain Coffee",
    currency="USD",
    timezone="Europe/London",
    point_value=1,
    levels=("Silver", "Gold", "Platinum"),
    thresholds=(0, 20_000, 50_000),
    menu=(250, 350, 420, 480, 520, 580, 640, 750, 900, 1100),
    women=(
        "Mary",
        "Helen",
        "Daisy",
        "Sophie",
        "Irene",
        "Natalie",
        "Pauline",
        "Lana",
        "Alice",
        "Jessica",
        "Julia",
        "Tanya",
        "Victoria",
        "Marina",
        "Kate",
        "Hope",
    ),
    men=(
        "Alexander",
        "Michael",
        "Daniel",
        "Ian",
        "Arthur",
        "Simon",
        "Nick",
        "Paul",
        "Andrew",
        "Max",
        "George",
        "Cyril",
        "Timothy",
        "Roman",
        "Glen",
        "Theodore",
    ),
    surnames=tuple(
        (name, name)
        for name in (
            "Johnson",
            "Smith",
            "Cooper",
            "Pope",
            "Falcon",
            "Swann",
            "Frost",
            "Wolfe",
            "Hare",
            "Palmer",
            "White",
            "Eagle",
            "Goose",
            "Tate",
            "Kimball",
            "Coleman",
            "Kim",
            "Gale",
        )
    ),
    visitors=("Мария Иванова", "Пётр Смирнов", "Анастасия Белова", "Олег Ким"),
    other_language="ru",
    cities=("London", "Croydon", "Watford", "Slough", "Reading"),
    phone="+44770090",
    cast=("Anna", "Vera", "Boris", "Olga"),
    second_cashier="Marat",
    rewards=(
        RewardText("Cappuccino", "A large one, any milk.", 250),
        RewardText("Croissant", "Still warm in the morning.", 180, member_limit=10),
        RewardText("A bag of beans, 250 g", "This week's roast, ground as you like.", 900),
        RewardText("Barista class", "Two hours behind the bar with Boris.", 2500, stock=6),
        RewardText(
            "Grain mug", "Made by hand, two hundred of them.", 1200, stock=14, member_limit=2
        ),
    ),
    funds=(
        FundText(
            "Home for tails",
            "A shelter for a hundred dogs and cats: food, vaccines and warm kennels for winter.",
            30_000,
        ),
        FundText(
            "Books for village schools",
            "Libraries for small schools: a hundred points are one new book.",
            None,
        ),
    ),
    missing_you=OfferText(
        "We miss you!",
        "Drop in for a cup of coffee: the points are on your card already.",
        OfferKind.POINTS,
        150,
    ),
    birthday_soon=OfferText(
        "For your birthday",
        "Come and celebrate: your next purchase earns twice as many points.",
        OfferKind.MULTIPLIER,
        2,
    ),
    thank_you=OfferText(
        "A dessert on us",
        "Thank you for being with us. Show the code at the till and choose any dessert.",
        OfferKind.GIFT,
        0,
    ),
    engine=EngineTexts(
        coffee="Coffee",
        delivery="Delivery",
        certificates="Gift certificates",
        coffees=("Espresso", "Cappuccino", "Latte", "Flat white"),
        no_points="Delivery and certificates: no points",
        coffee_more="10% for coffee",
        tuesday="Double on Tuesdays, 4–6 pm",
        card="Sixth coffee free",
        cup="Any coffee",
    ),
)

SHOPS = {"ru": RUSSIAN, "en": ENGLISH}
