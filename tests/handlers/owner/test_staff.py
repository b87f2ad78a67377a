"""The team: an invitation works once, and what was given can be taken back."""

from services.staff import team
from tests.handlers.owner.office import Office


def invited(office: Office) -> str:
    """The link on the screen."""
    return next(line for line in office.me.text.splitlines() if line.startswith("https://"))


async def test_an_invited_cashier_works_and_is_let_go(office: Office) -> None:
    boris = office.shop.boris
    await boris.start()
    await office.go("owner-go-staff", "owner-invite-cashier")
    await boris.open(invited(office))
    await office.go("owner-go-staff")
    assert "Борис" in office.me.text
    await office.tap("owner-staff-revoke", name="Борис")
    await office.tap("owner-staff-revoke-yes")
    assert office.me.alerts[-1] == office.say.label("owner-staff-revoked", name="Борис")
    assert "Борис" not in office.me.text
    await boris.send("/cashier")
    assert boris.text == office.shop.words.say("ru").label("error-not-staff")


async def test_an_invitation_tapped_twice_is_one(desk: Office) -> None:
    await desk.go("owner-go-staff")
    screen = desk.me.last["message_id"]
    data = next(
        button["callback_data"]
        for row in desk.me.last["reply_markup"]["inline_keyboard"]
        for button in row
        if button["callback_data"].startswith("osi:cashier")
    )
    await desk.me.tap_data(data, screen)
    first = invited(desk)
    await desk.me.tap_data(data, screen)
    assert invited(desk) == first
    await desk.shop.later(seconds=5)
    await desk.go("owner-go-staff", "owner-invite-cashier")
    assert invited(desk) != first


async def test_an_invited_owner_manages_too(desk: Office) -> None:
    boris = desk.shop.boris
    await boris.start()
    await desk.go("owner-go-staff", "owner-invite-owner")
    await boris.open(invited(desk))
    await boris.send("/owner")
    assert "Сегодня" in boris.text


async def test_nobody_lets_themselves_go(desk: Office) -> None:
    await desk.go("owner-go-staff")
    assert not any("✖" in label for label in desk.labels)
    olga = (await team.colleagues(desk.shop.ctx, desk.by, desk.shop.clock.now()))[0]
    await desk.me.tap_data(f"osr:{olga.id}:1", desk.me.last["message_id"])
    assert desk.me.alerts[-1] == desk.say.label("error-not-yours")
    await desk.open()
    assert desk.sees("Сегодня")


async def test_a_cashier_who_is_gone_is_gone(desk: Office) -> None:
    await desk.shop.hire(desk.shop.boris)
    await desk.go("owner-go-staff")
    await desk.tap("owner-staff-revoke", name="Борис")
    screen = desk.me.last["message_id"]
    await desk.tap("owner-staff-revoke-yes")
    await desk.me.tap_data("osr:2:1", screen)
    assert desk.me.alerts[-1] == desk.say.label("error-gone")
