"""The owner looks at one guest: found by name or phone, or met as a sample of a question."""

import pytest

from handlers.owner.guests.find_guest import CHOICES
from handlers.owner.guests.guest_page import SEGMENTS
from handlers.owner.shared.navigation import GuestTap
from handlers.screens import MESSAGE
from models.ledger import Account
from models.people import Member
from services import dates
from services.checkout import purchases
from services.profiles import leaving, profiles
from services.segments import saved_segments
from services.segments.questions.tree import Condition
from tests.handlers.owner.office import LONG, Office, plain
from tests.services.crowd import guest


async def met(office: Office) -> int:
    """Anna, who has a phone and bought twice."""
    shop = office.shop
    anna, boris = await shop.join(shop.anna), await shop.hire(shop.boris)
    await profiles.set_phone(shop.ctx, anna, "+79123456789", contact_owner=1, sender=1)
    await profiles.set_birthday(shop.ctx, anna, dates.Birthday(day=24, month=5, year=1990))
    for number, amount in enumerate((1_000_00, 500_00)):
        await purchases.record(shop.ctx, boris, anna, amount, key=f"receipt {number}")
    await shop.settle()
    return anna


async def seek(office: Office, text: str) -> None:
    await office.go("guests-find")
    await office.answer(text)


@pytest.mark.parametrize("sought", ["анн", "8 912 345-67-89"])
async def test_one_guest_is_found_and_seen_at_once(office: Office, sought: str) -> None:
    await met(office)
    await seek(office, sought)
    assert office.sees("Анна · Серебро")
    assert office.sees(plain(office.say.label("guest-visits", days=0, count=2)))
    assert office.sees("1 500" if office.say.language == "ru" else "1,500")
    assert office.sees("750")
    assert office.sees(plain(office.say.label("value-stage-new")))
    assert office.sees(plain(office.say.label("guests-reach", reachable=True, agreed=True)))
    for private in ("6789", "1990"):
        assert private not in office.me.text


async def test_segments_open_from_the_page(office: Office) -> None:
    await met(office)
    await saved_segments.save(
        office.shop.ctx, office.by, "Кто купил", Condition("purchases", least=1)
    )
    await saved_segments.save(
        office.shop.ctx, office.by, "Богатые", Condition("points", least=10**6)
    )
    await seek(office, "Анна")
    assert plain(office.say.label("segment-ready-new")) in office.labels
    assert plain(office.say.label("segment-ready-lost")) not in office.labels
    assert not any("Богатые" in label for label in office.labels)
    await office.me.tap("Кто купил")
    assert office.told_reach(matched=1, reachable=1, refused=0, blocked=0)
    await seek(office, "Анна")
    await office.tap("segment-ready-new")
    assert office.told_reach(matched=1, reachable=1, refused=0, blocked=0)


async def test_several_are_a_choice_and_none_is_a_way_on(office: Office) -> None:
    await met(office)
    for number in range(CHOICES):
        await guest(office.shop.ctx, number, name=f"Иоанна {number}")
    await seek(office, "Кирилл")
    assert office.sees("Кирилл")
    assert plain(office.say.label("button-back")) in office.labels
    await office.answer("анна")
    assert office.sees(plain(office.say.label("guests-several", count=CHOICES, more="yes")))
    assert len(office.labels) == CHOICES + 1
    await office.answer("Иоанна")
    assert office.told("guests-several", count=CHOICES, more="no")
    await office.me.tap("Иоанна 3")
    assert office.sees("Иоанна 3 · Серебро")
    assert office.sees(plain(office.say.label("guests-bought-nothing")))
    await office.tap("guests-another")
    assert office.told("guests-ask")


async def test_after_a_guest_is_seen_digits_are_a_card_s_again(desk: Office) -> None:
    await met(desk)
    await seek(desk, "Анна")
    await desk.answer("000000")
    assert desk.told("error-code-unknown")


async def test_the_account_and_the_journal_of_a_guest(office: Office) -> None:
    await met(office)
    await guest(office.shop.ctx, 1, name="Анна")
    await seek(office, "89123456789")
    await office.tap("guests-journal")
    assert office.sees("1 000" if office.say.language == "ru" else "1,000")
    assert len([label for label in office.labels if label.startswith("🧾")]) == 1
    await office.me.tap("✓ Анна")
    await office.answer("Анна")
    assert len([label for label in office.labels if label.startswith("🧾")]) == 2
    await seek(office, "89123456789")
    await office.tap("guests-account")
    account = office.me.download(office.me.last["document"]["file_id"]).decode("utf-8-sig")
    assert "1000" in account


async def test_a_sample_of_a_question_opens_and_leads_back(office: Office) -> None:
    await met(office)
    await office.go("owner-go-segments", "question-ready", "segment-ready-new")
    question = office.me.text
    await office.tap("question-guest", number=1)
    assert office.sees("Анна · Серебро")
    await office.tap("button-back")
    assert office.me.text == question


async def test_a_debt_is_said_as_elsewhere(office: Office) -> None:
    ctx, debtor = office.shop.ctx, await guest(office.shop.ctx, 1, name="Должник")

    async def have(points: int) -> int:
        """What they had before, which the entries add up to."""
        async with ctx.db.write() as session:
            member = await session.get_one(Member, debtor)
            account = await session.get_one(Account, member.account_id)
            before, account.balance = account.balance, points
            return before

    welcome = await have(-30)
    await seek(office, "Должник")
    assert office.sees("−30")
    await have(welcome)


async def test_the_longest_page_fits(office: Office, caplog: pytest.LogCaptureFixture) -> None:
    shop = office.shop
    await guest(shop.ctx, 1, name=LONG)
    for number in range(SEGMENTS + 3):
        name = f"{number:02}".ljust(saved_segments.NAME_LENGTH, "ы")
        await saved_segments.save(shop.ctx, office.by, name, Condition("consent"))
    await seek(office, "<b>")
    assert len(office.me.text) <= MESSAGE
    assert len([label for label in office.labels if "ы" in label]) == SEGMENTS
    ready = 1  # joined within 30 days
    rest = plain(office.say.label("guests-segments", count=SEGMENTS + 3 + ready, rest=3 + ready))
    assert office.sees(rest.replace("<b>", "").replace("</b>", ""))
    assert [record for record in caplog.records if record.exc_info] == []


async def test_a_guest_who_has_left_is_gone(office: Office) -> None:
    anna = await met(office)
    await seek(office, "Анна")
    await leaving.leave(office.shop.ctx, anna)
    tap = await office.me.tap_data(GuestTap(member_id=anna).pack(), office.me.last["message_id"])
    assert tap.answer is not None
    assert tap.answer["text"] == office.say.label("error-gone")
    await seek(office, "Анна")
    assert not any("Анна" in label for label in office.labels)
