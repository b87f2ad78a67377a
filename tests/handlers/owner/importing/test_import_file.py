"""Olga sends her till's export to the bot."""

import pytest
from sqlalchemy import func, select

from handlers.owner.importing.import_screens import ImportTap
from handlers.owner.shared.navigation import Go, Place
from models.messaging import Delivery
from models.people import Member
from models.till import Purchase
from tests.cast import Shop

RECEIPTS = """Номер чека;Дата;Телефон;Оплачено;Заметка
1;30.11.2025 14:05;8 912 345-67-89;1 234,56;да
2;01.12.2025;8 912 345-67-80;100;нет
3;02.12.2025;нет телефона;50;
"""


async def send(shop: Shop, text: str, name: str = "чеки.csv") -> None:
    await shop.olga.start()
    await shop.olga.send_document(text.encode("cp1251"), name)


async def done(shop: Shop) -> None:
    await shop.dispatcher["workshop"].idle()


def shown(shop: Shop) -> str:
    """The newest screen; files stand below it."""
    return next(str(one["text"]) for one in reversed(shop.olga.messages) if "text" in one)


async def count(shop: Shop, table: type) -> int:
    async with shop.ctx.db.read() as session:
        return await session.scalar(select(func.count()).select_from(table)) or 0


async def test_she_sees_what_it_is_and_brings_it_in(sqlite_shop: Shop) -> None:
    shop = sqlite_shop
    await send(shop, RECEIPTS)
    seen = shop.olga.messages[-1]["text"]
    assert "чеки.csv: покупки, строк: 3" in seen
    assert "Оплачено → оплачено 1 234,56" in seen
    assert "Заметка → не берём" in seen

    await shop.olga.tap("Сначала только посчитать")
    await done(shop)
    assert "Новых чеков: 2" in shown(shop)
    assert await count(shop, Purchase) == 0

    await shop.olga.tap("Назад")
    await shop.olga.tap("Загрузить")
    await done(shop)
    assert "Оплачено: 1 334,56 ₽" in shown(shop).replace("\xa0", " ")
    rejected = shop.olga.messages[-1]["document"]["file_id"]
    table = shop.olga.download(rejected).decode("utf-8-sig").splitlines()
    assert table[1] == "3;02.12.2025;нет телефона;50;;это не номер телефона"
    assert await count(shop, Purchase) == 2
    assert await count(shop, Delivery) == 0


async def test_a_column_that_was_taken_for_another(sqlite_shop: Shop) -> None:
    shop = sqlite_shop
    await send(shop, "Кто;Кличка\n77;Барсик\n78;Мурка\n", "гости.csv")
    assert "По заголовкам не понять" in shop.olga.messages[-1]["text"]
    await shop.olga.tap("участники")
    assert (
        "Нужно, но нет ни в одном столбце: номер в кассе / телефон"
        in (shop.olga.messages[-1]["text"])
    )
    await shop.olga.tap("Изменить столбец")
    await shop.olga.tap("Кто")
    await shop.olga.tap("номер в кассе")
    await shop.olga.tap("Загрузить")
    await done(shop)
    assert "Новых участников: 2" in shop.olga.messages[-1]["text"]
    async with shop.ctx.db.read() as session:
        assert set(await session.scalars(select(Member.external_id))) == {"77", "78"}


async def test_more_columns_than_fit_a_screen(sqlite_shop: Shop) -> None:
    shop = sqlite_shop
    heads = ["Телефон", *(f"<{number}> {'столбец ' * 60}" for number in range(299))]
    cells = ["8 912 345-67-89", *("&" * 3_000 for _ in range(299))]
    await send(shop, f"{';'.join(heads)}\n{';'.join(cells)}\n")
    assert "смотрим первые 60, остальные не берём: 240" in shown(shop)
    await shop.olga.tap("Изменить столбец")
    await shop.olga.tap("<58> столбец столбец столбец…")
    assert "<58>" in shown(shop)
    await shop.olga.tap("не берём")
    assert "участники, строк: 1" in shown(shop)


FORGED = {
    "oim:column:-1::": "Этого больше нет",
    "oim:column:99::": "Этого больше нет",
    "oim:mean:-9:phone:": "такого столбца в файле нет",
    "oim:mean:99:phone:": "такого столбца в файле нет",
    "oim:mean:0:coupon:": "такого столбца в файле нет",
    "oim:mean:0:nothing:": "кнопка уже не действует",
    "oim:kind:0::nothing": "кнопка уже не действует",
    "oim:kind:0::": "кнопка уже не действует",
}


async def test_taps_that_nobody_offered(sqlite_shop: Shop) -> None:
    shop = sqlite_shop
    await send(shop, RECEIPTS)
    for data, answer in FORGED.items():
        await shop.olga.tap_data(data, shop.olga.messages[-1]["message_id"])
        assert answer in shop.olga.alerts[-1]


async def test_nothing_goes_on_before_the_kind_is_known(sqlite_shop: Shop) -> None:
    shop = sqlite_shop
    await send(shop, "Кто;Кличка\n77;Барсик\n", "гости.csv")
    for act in ("columns", "column", "look", "mean", "dates", "dry", "yes"):
        shop.olga.alerts.clear()
        await shop.olga.tap_data(ImportTap(act=act).pack(), shop.olga.messages[-1]["message_id"])
        assert shop.olga.alerts == ["Этого больше нет. Откройте раздел заново."]


async def test_the_report_finds_nobody(sqlite_shop: Shop, caplog: pytest.LogCaptureFixture) -> None:
    shop = sqlite_shop
    await send(shop, RECEIPTS)
    await shop.olga.tap("Загрузить")
    await shop.olga.block()
    await done(shop)
    assert await count(shop, Purchase) == 2
    assert "was not told" in caplog.text


@pytest.mark.parametrize("kind", ["участники", "покупки"])
async def test_the_examples_are_files_that_come_in(sqlite_shop: Shop, kind: str) -> None:
    shop = sqlite_shop
    await shop.olga.start()
    opened = shop.olga.messages[-1]["message_id"]
    await shop.olga.tap_data(Go(to=Place.IMPORT).pack(), opened)
    await shop.olga.tap(f"Пример: {kind}")
    example = shop.olga.messages[-1]["document"]
    await shop.olga.send_document(shop.olga.download(example["file_id"]), example["file_name"])
    await shop.olga.tap("Загрузить")
    await done(shop)
    assert "Не взяли" not in shop.olga.messages[-1]["text"]


async def test_nobody_else_can(sqlite_shop: Shop) -> None:
    shop = sqlite_shop
    await shop.join(shop.anna)
    await shop.anna.send_document(RECEIPTS.encode(), "чеки.csv")
    assert "покупки" not in shop.anna.messages[-1].get("text", "")
    await send(shop, RECEIPTS)
    screen = shop.olga.messages[-1]["message_id"]
    await shop.anna.tap_data(ImportTap(act="yes").pack(), screen)
    await done(shop)
    assert await count(shop, Purchase) == 0


async def test_a_picture_of_a_card_is_still_a_card(sqlite_shop: Shop) -> None:
    shop = sqlite_shop
    await shop.olga.start()
    await shop.olga.send_document(b"not a picture", "card.png", mime="image/png")
    assert "таблица" not in shop.olga.messages[-1]["text"]


async def test_a_file_that_is_no_table(sqlite_shop: Shop) -> None:
    shop = sqlite_shop
    await shop.olga.start()
    await shop.olga.send_document(b"PK\x03\x04 nothing", "x.xlsx")
    assert "не таблица" in shop.olga.messages[-1]["text"]


async def test_a_file_is_taken_while_a_question_may_be_typed(sqlite_shop: Shop) -> None:
    shop = sqlite_shop
    await shop.olga.start()
    await shop.olga.send("/owner")
    await shop.olga.tap_data(Go(to=Place.SEGMENTS).pack(), shop.olga.messages[-1]["message_id"])
    await send(shop, RECEIPTS)
    assert "чеки.csv: покупки, строк: 3" in shop.olga.messages[-1]["text"]
