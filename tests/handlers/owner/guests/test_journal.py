"""The journal in the chat: narrowed, searched, and as a file for a spreadsheet."""

import csv
import io
import re
from datetime import date
from typing import Any

import pytest

from handlers.owner.guests.journal import SUBJECTS
from services.checkout import purchases
from services.members import members
from services.profiles import profiles
from services.refunds import undoing
from tests.cast import ROOT
from tests.handlers.owner.office import Office, plain


@pytest.fixture
async def busy(desk: Office) -> Office:
    """Two guests and a cashier with a few acts of each."""
    shop = desk.shop
    boris, anna, vera = (
        await shop.hire(shop.boris),
        await shop.join(shop.anna),
        await shop.join(shop.vera),
    )
    await profiles.set_phone(shop.ctx, anna, "+79123456789", contact_owner=1, sender=1)
    receipt = await purchases.record(shop.ctx, boris, anna, 1000_00, key="a")
    await undoing.undo(shop.ctx, boris, receipt.purchase_id)
    await purchases.record(shop.ctx, boris, vera, 500_00, key="v")
    await members.set_ads_consent(shop.ctx, vera, yes=False)
    await shop.settle()
    await desk.go("owner-go-journal")
    return desk


async def test_a_guest_is_sought_by_name(busy: Office) -> None:
    assert "Vera" in busy.me.text
    await busy.tap("journal-by-member")
    await busy.answer("анна")
    assert "Vera" not in busy.me.text
    assert busy.sees("покупка на 1 000 ₽ отменена, −30")
    assert "✓ анна" in busy.labels
    await busy.tap("journal-clear")
    assert "Vera" in busy.me.text


async def test_a_guest_is_sought_by_phone(busy: Office) -> None:
    await busy.tap("journal-by-member")
    await busy.answer("8 912 345-67-89")
    assert "Анна" in busy.me.text
    assert "Vera" not in busy.me.text


async def test_after_a_search_digits_are_a_card_s_again(busy: Office) -> None:
    await busy.tap("journal-by-member")
    await busy.answer("Анна")
    await busy.answer("000000")
    assert busy.told("error-code-unknown")


async def test_filters_narrow_together(busy: Office) -> None:
    await busy.tap("journal-by-staff")
    await busy.me.tap("Борис")
    assert "отказ от предложений" not in busy.me.text
    await busy.tap("journal-by-subject")
    await busy.tap("journal-subject", subject="purchase")
    assert "Теперь в команде" not in busy.me.text
    await busy.tap("journal-by-member")
    await busy.answer("Vera")
    assert busy.me.text.count("Борис") == 1
    await busy.me.tap("✓ Vera")
    await busy.tap("journal-any")
    assert busy.me.text.count("Борис") == 3


async def test_a_period_leaves_out_what_was_before(busy: Office) -> None:
    await busy.shop.later(days=2)
    await busy.go("owner-go-journal")
    await busy.tap("journal-by-days")
    await busy.tap("journal-days", days=1)
    assert busy.sees(busy.say.label("journal-nothing"))
    await busy.tap("journal-days", days=1)
    await busy.tap("journal-days", days=7)
    assert "Vera" in busy.me.text


def test_whatever_is_noted_can_be_sought_by_its_subject() -> None:
    texts = [file.read_text(encoding="utf-8") for file in (ROOT / "locales/ru").rglob("*.ftl")]
    acts = {act for text in texts for act in re.findall(r"(?m)^act-(\w+)-", text)}
    assert acts == set(SUBJECTS)


async def test_turning_back_keeps_what_was_chosen(busy: Office) -> None:
    await busy.tap("journal-by-subject")
    await busy.tap("journal-subject", subject="purchase")
    await busy.tap("journal-by-staff")
    await busy.tap("button-back")
    assert "✓ " + busy.say.label("journal-subject", subject="purchase") in busy.labels


async def test_forged_filters_change_nothing(busy: Office) -> None:
    screen = busy.me.last["message_id"]
    for data in ("ojf:subject:secrets", "ojf:staff:x", "ojf:weather:1", "ojf:days:"):
        await busy.me.tap_data(data, screen)
    await busy.me.tap_data("ojf:page:all", screen)
    assert "Vera" in busy.me.text


def rows(office: Office, separator: str = ";") -> list[dict[str, Any]]:
    document = office.me.last["document"]
    text = office.me.download(document["file_id"]).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=separator))


async def test_the_file_is_for_a_spreadsheet(busy: Office) -> None:
    await busy.tap("journal-export")
    document = busy.me.last["document"]
    assert document["file_name"] == "journal-2026-03-02.csv"
    assert busy.me.download(document["file_id"]).startswith(b"\xef\xbb\xbf")
    found = rows(busy)
    assert list(found[0]) == ["№", "Время", "Откуда", "Где", "Кто", "Гость", "Что"]
    bought = next(row for row in found if "500" in row["Что"])
    assert (bought["Время"], bought["Откуда"]) == ("2026-03-02 12:00:00", "чат")
    assert (bought["Кто"], bought["Гость"]) == ("Борис", "Vera")
    assert "9123456789" not in str(found)


async def test_the_file_holds_what_is_on_the_screen(busy: Office) -> None:
    await busy.tap("journal-by-member")
    await busy.answer("Анна")
    await busy.tap("journal-export")
    assert {row["Гость"] for row in rows(busy)} == {"Анна"}
    assert len(rows(busy)) == 2


async def test_names_do_not_calculate(busy: Office) -> None:
    member_id = await busy.shop.member_id(busy.shop.vera)
    for name in ("=1+1", "+7", "-2", "@SUM(A1)"):
        await profiles.rename(busy.shop.ctx, member_id, name)
        await busy.tap("journal-export")
        assert f"'{name}" in {row["Гость"] for row in rows(busy)}
        await busy.go("owner-go-journal")


async def test_the_file_speaks_the_owner_s_language(office: Office) -> None:
    await office.go("owner-go-journal")
    await office.tap("journal-export")
    separator = office.say.label("sheet-separator")
    found = rows(office, separator)
    column = office.say.label("journal-column", column="act")
    assert found[-1][column] == office.say.label("act-programme-launched")


async def test_an_accountant_follows_one_guest_s_account_from_its_file(busy: Office) -> None:
    await busy.tap("journal-by-member")
    await busy.answer("Анна")
    await busy.tap("journal-account", name="Анна", joined=busy.say.day(date(2026, 3, 2)))
    assert busy.me.last["caption"] == busy.say.label("journal-account-file", name="Анна")
    assert busy.me.last["document"]["file_name"] == "счёт-2026-03-02.csv"
    welcome, bought, undone = rows(busy)
    assert [row["Баллы"] for row in (welcome, bought, undone)] == ["100", "30", "-30"]
    assert [row["Остаток"] for row in (welcome, bought, undone)] == ["100", "130", "100"]
    assert (bought["Что"], undone["Что"]) == ("Покупка", "Отмена покупки")
    assert (bought["Чек, RUB"], undone["Чек, RUB"]) == ("1000,00", "-1000,00")
    assert bought["Чек №"] == undone["Чек №"]
    assert undone["Исправляет №"] == bought["№"]
    assert bought["Партия"] == undone["Партия"]
    assert "3 %" in plain(bought["Как посчитано"])


async def test_a_name_of_many_opens_no_account(busy: Office) -> None:
    for name in ("Ирина", "Карина", "Марина", "Арина"):
        await busy.shop.join(busy.shop.world.person(name))
    await busy.tap("journal-by-member")
    await busy.answer("рина")
    assert not any("🧾" in label for label in busy.labels)
