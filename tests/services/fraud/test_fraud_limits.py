"""Too many requests or wrong codes are refused for minutes; and how owners hear of trouble."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from models.people import Identity
from models.trust import CodeGuess
from services.back_office import journal
from services.back_office.flags import Verdict
from services.checkout import customers
from services.checkout.errors import CodeUnknown, TooManyRedemptions
from services.enums import Role, Suspicion
from services.errors import Gone
from services.fraud.errors import TooManyCodes
from services.members import cards
from services.parsing.errors import BadNumber
from services.staff import team
from tests.cast import Shop
from tests.services.fraud.watched_till import Case, ask, ask_and_withdraw, held, open_case


async def test_the_fourth_request_in_minutes_is_refused(shop: Shop) -> None:
    case = await open_case(shop)
    await case.limit("redemptions", 3)
    for number in range(3):
        await ask_and_withdraw(case, f"q{number}")
        await shop.clock.move(timedelta(minutes=1))
    for _ in range(2):
        with pytest.raises(TooManyRedemptions) as refusal:
            await ask(case, "q3")
    assert refusal.value.minutes == 7
    flag = await case.flag()
    assert (flag.suspicion, flag.purchase_id) == (Suspicion.REDEMPTIONS, None)
    with pytest.raises(Gone):
        await case.resolve(flag.id, Verdict.UNDO)
    await shop.clock.move(timedelta(minutes=7))
    await ask_and_withdraw(case, "q4")
    assert len(await case.flags()) == 1


async def test_requests_that_are_in_order_go_on(shop: Shop) -> None:
    case = await open_case(shop)
    await case.limit("redemptions", 1)
    await ask_and_withdraw(case, "q1")
    with pytest.raises(TooManyRedemptions):
        await ask(case, "q2")
    await case.resolve((await case.flag()).id, Verdict.ACCEPT)
    await shop.clock.move(timedelta(seconds=1))
    await ask_and_withdraw(case, "q2")
    with pytest.raises(TooManyRedemptions):
        await ask(case, "q3")
    assert len(await case.flags()) == 1


async def guess(case: Case, code: str = "000000") -> None:
    await customers.by_code(case.shop.ctx, case.boris, code)


async def test_after_five_wrong_codes_none_is_taken(shop: Shop) -> None:
    case = await open_case(shop)
    await case.limit("codes", 5)
    right = (await cards.show(shop.ctx, case.anna)).code
    await guess(case, right)
    for _ in range(5):
        with pytest.raises(CodeUnknown):
            await guess(case)
    for _ in range(2):
        with pytest.raises(TooManyCodes) as refusal:
            await guess(case, right)
    assert refusal.value.minutes == 10
    flag = await case.flag()
    assert (flag.suspicion, flag.name, flag.limit) == (Suspicion.CODES, None, 5)
    await shop.clock.move(timedelta(minutes=10))
    with pytest.raises(CodeUnknown):
        await guess(case)
    async with shop.ctx.db.read() as session:
        assert len((await session.scalars(select(CodeGuess))).all()) == 1


async def test_codes_of_a_cashier_in_order_are_taken_again(shop: Shop) -> None:
    case = await open_case(shop)
    await case.limit("codes", 1)
    with pytest.raises(CodeUnknown):
        await guess(case)
    with pytest.raises(TooManyCodes):
        await guess(case)
    await case.resolve((await case.flag()).id, Verdict.ACCEPT)
    with pytest.raises(CodeUnknown):
        await guess(case)


async def test_owners_are_told_once_with_buttons(shop: Shop) -> None:
    case, flag = await held(shop)
    invitation = await team.invite(shop.ctx, case.olga, Role.OWNER)
    await team.accept(shop.ctx, await shop.identity(shop.vera), invitation.token)
    await shop.olga.start()
    await case.buy()
    await shop.settle()
    notices = [message for message in shop.olga.messages if "🚩" in message.get("text", "")]
    assert len(notices) == 2
    data = [row[0]["callback_data"] for row in notices[0]["reply_markup"]["inline_keyboard"]]
    assert data == [f"flag_{act}:{flag.id}" for act in ("accept", "undo", "block")]


async def test_limits_stay_within_reason(shop: Shop) -> None:
    case = await open_case(shop)
    for name, value in (("codes", 0), ("card_a_day", 5_000), ("family", 2), ("size", 1)):
        with pytest.raises(BadNumber):
            await case.limit(name, value)
    with pytest.raises(Gone):
        await case.limit("weather", 1)


async def test_a_changed_limit_is_noted_once(shop: Shop) -> None:
    case = await open_case(shop)
    for _ in range(2):
        await case.limit("size_amount", 500_00)
    line = (await journal.latest(shop.ctx, case.olga))[0]
    assert (line.act, line.facts["before"], line.facts["after"]) == (
        "trust.changed",
        {"size": None, "size_amount": None},
        {"size": None, "size_amount": 500_00},
    )


async def test_a_cashier_without_a_card_has_no_family(shop: Shop) -> None:
    case = await open_case(shop)
    await case.limit("family", 1)
    async with shop.ctx.db.read() as session:
        identity = await session.get_one(Identity, case.boris)
    assert identity.member_id is None
    assert not (await case.buy()).held
