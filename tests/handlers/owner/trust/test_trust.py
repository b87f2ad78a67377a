"""Checks in the chat: limits, flags with their buttons, and whoever has no business here."""

import pytest

from services.checkout import purchases
from services.enums import Suspicion
from services.fraud import fraud_limits
from services.money import Money
from tests.handlers.owner.office import Office


async def watched_receipt(office: Office, suspicion: Suspicion = Suspicion.SIZE) -> None:
    """Boris records a receipt for Anna that has to wait."""
    shop = office.shop
    await shop.unwatched()
    name = "size_amount" if suspicion is Suspicion.SIZE else suspicion.value
    await fraud_limits.change(shop.ctx, office.by, name, 1)
    boris, anna = await shop.hire(shop.boris), await shop.join(shop.anna)
    for number in range(1 if suspicion is Suspicion.SIZE else 2):
        await purchases.record(shop.ctx, boris, anna, 1000_00, key=f"r{number}")
    await shop.settle()


def story(office: Office, suspicion: Suspicion = Suspicion.SIZE, limit: int = 1) -> str:
    said = office.say.label(
        "flag-story",
        suspicion=suspicion,
        cashier="Борис",
        name="Анна",
        amount=Money(1000_00, "RUB"),
        points=30,
        limit=limit,
        usual="none",
    )
    return said.replace("<b>", "").replace("</b>", "").replace("\u00a0", " ")


async def limits(office: Office) -> fraud_limits.FraudLimits:
    return (await fraud_limits.show(office.shop.ctx, office.by)).limits


async def test_a_notice_ends_in_points_for_the_guest(office: Office) -> None:
    await watched_receipt(office)
    assert office.sees(story(office))
    await office.tap("button-flag-accept")
    assert office.sees(office.say.label("trust-verdict", status="accepted", card=False, by="Ольга"))
    await office.shop.settle()
    assert "+30" in office.shop.anna.text


async def test_undoing_from_the_notice(desk: Office) -> None:
    await watched_receipt(desk)
    await desk.tap("button-flag-undo")
    assert desk.sees(desk.say.label("trust-verdict", status="undone", card=False, by="Ольга"))
    await desk.shop.settle()
    assert "отменена" in desk.shop.anna.text


async def test_a_blocked_cashier_and_the_receipt_that_is_left(desk: Office) -> None:
    await watched_receipt(desk)
    await desk.tap("button-flag-block-cashier")
    assert desk.sees(desk.say.label("trust-verdict", status="blocked", card=False, by="Ольга"))
    await desk.shop.boris.send("/cashier")
    assert desk.shop.boris.text == desk.say.label("error-not-staff")
    await desk.tap("button-undo")
    assert desk.sees(desk.say.label("trust-undone"))
    assert desk.labels == [desk.say.label("button-back")]
    await desk.tap("button-back")
    assert desk.sees("Решённые")


async def test_a_blocked_card_is_freed_again(desk: Office) -> None:
    await watched_receipt(desk, Suspicion.CARD_A_DAY)
    assert desk.sees(story(desk, Suspicion.CARD_A_DAY))
    await desk.tap("button-flag-block-card")
    assert desk.sees(desk.say.label("trust-verdict", status="blocked", card=True, by="Ольга"))
    assert not desk.sees("Ждут решения")
    await desk.tap("button-unfreeze")
    assert desk.told("owner-unfrozen", name="Анна")
    await desk.tap("owner-go-home")
    assert desk.say.label("owner-go-setup") in desk.labels


async def test_a_second_tap_shows_the_first_answer(desk: Office) -> None:
    await watched_receipt(desk)
    notice = desk.me.last["message_id"]
    await desk.tap("button-flag-accept")
    for data in ("flag_block:1", "flag_undo:1", "flag_accept:1"):
        await desk.me.tap_data(data, notice)
        assert desk.sees(desk.say.label("trust-verdict", status="accepted", card=False, by="Ольга"))
    await desk.shop.boris.send("/cashier")
    assert desk.shop.boris.text != desk.say.label("error-not-staff")


async def test_flags_are_found_from_the_first_screen(office: Office) -> None:
    await watched_receipt(office)
    await office.open()
    await office.tap("owner-home-flags", count=1)
    await office.tap("suspicion-name", suspicion=Suspicion.SIZE)
    assert office.sees(story(office))
    await office.tap("button-flag-accept")
    await office.tap("button-back")
    await office.tap("suspicion-name", suspicion=Suspicion.SIZE)
    assert office.sees(office.say.label("trust-verdict", status="accepted", card=False, by="Ольга"))
    await office.go("owner-go-trust")
    await office.tap("trust-waiting", count=0)
    assert office.told("trust-no-flags", opened=True)


async def test_many_flags_are_turned(desk: Office) -> None:
    await watched_receipt(desk)
    boris = await desk.shop.identity(desk.shop.boris)
    anna = await desk.shop.member_id(desk.shop.anna)
    for number in range(9):
        await purchases.record(desk.shop.ctx, boris, anna, 1000_00, key=f"more{number}")
    await desk.shop.settle()
    await desk.go("owner-go-trust")
    await desk.tap("trust-waiting", count=10)
    assert sum("Борис" in label for label in desk.labels) == 8
    await desk.me.tap("›")
    assert sum("Борис" in label for label in desk.labels) == 2
    await desk.me.tap("‹")
    assert sum("Борис" in label for label in desk.labels) == 8


async def test_the_till_and_the_guest_are_told_what_happens(desk: Office) -> None:
    await watched_receipt(desk)
    anna, boris = desk.shop.anna, desk.shop.boris
    assert desk.say.label("purchase-held") in anna.text
    await anna.send("/card")
    await boris.scan(anna)
    await boris.send("1000")
    await boris.tap(desk.say.label("quote-spend-none", points=30))
    assert desk.say.label("till-held") in boris.text
    assert "+0" not in boris.text
    await boris.send("/cashier")
    held = desk.say.label("till-line-held", name="Анна", amount=Money(1000_00, "RUB"), spent=0)
    assert boris.text.count(held) == 2


@pytest.mark.parametrize(
    ("about", "typed", "name", "value"),
    [
        (Suspicion.CARD_A_DAY, "7", "card_a_day", 7),
        (Suspicion.CASHIER_AN_HOUR, "45", "cashier_an_hour", 45),
        (Suspicion.SIZE, "25 000", "size_amount", 25_000_00),
        (Suspicion.REDEMPTIONS, "4", "redemptions", 4),
        (Suspicion.CODES, "9", "codes", 9),
    ],
)
async def test_a_typed_limit(
    desk: Office, about: Suspicion, typed: str, name: str, value: int
) -> None:
    await desk.go("owner-go-trust")
    await desk.me.tap(desk.say.label(f"trust-limit-{about.replace('_', '-')}"))
    await desk.answer("many")
    assert getattr(await limits(desk), name) != value
    await desk.answer(typed)
    assert getattr(await limits(desk), name) == value
    assert desk.sees(desk.say.label("trust-checks").splitlines()[-1])


@pytest.mark.parametrize("about", list(Suspicion))
async def test_every_check_has_chips_and_can_be_off(desk: Office, about: Suspicion) -> None:
    await desk.go("owner-go-trust")
    name = desk.say.label(f"trust-limit-{about.replace('_', '-')}")
    await desk.me.tap(name)
    await desk.tap("trust-switch-off")
    assert set((await limits(desk)).of(about).values()) == {None}
    assert f"{name}: {desk.say.label('trust-off')}" in desk.labels
    await desk.me.tap(name)
    await desk.me.tap(desk.me.buttons[0][0])
    assert (await limits(desk)).of(about)[about] is not None


async def test_the_usual_receipt_is_shown(desk: Office) -> None:
    await watched_receipt(desk)
    boris = await desk.shop.identity(desk.shop.boris)
    anna = await desk.shop.member_id(desk.shop.anna)
    for number in range(19):
        await purchases.record(desk.shop.ctx, boris, anna, 1000_00, key=f"more{number}")
    await desk.shop.later(hours=1)
    await desk.go("owner-go-trust")
    await desk.tap("trust-limit-size")
    usual = desk.say.label("trust-usual", amount=Money(1000_00, "RUB")).replace("\u00a0", " ")
    assert desk.sees(usual)


async def test_a_forged_limit_changes_nothing(desk: Office) -> None:
    await desk.go("owner-go-trust")
    before = await limits(desk)
    screen = desk.me.last["message_id"]
    for data in (
        "otl:set:0:codes:100000",
        "otl:set:0:weather:1",
        "otl:set:0:family:2",
        "otf:1::99",
        "flag_accept:99",
    ):
        await desk.me.tap_data(data, screen)
    assert desk.me.alerts[-1] == desk.say.label("error-gone")
    assert await limits(desk) == before


async def test_another_section_ends_typing(desk: Office) -> None:
    await desk.go("owner-go-trust")
    await desk.tap("trust-limit-codes")
    await desk.answer("/cancel")
    assert desk.told("owner-cancelled", flow="limit")
    await desk.answer("9")
    assert (await limits(desk)).codes == 5
