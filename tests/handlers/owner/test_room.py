"""The room's door: whom it lets in, and what becomes of a flow when somebody turns away."""

import ast

import pytest

from handlers.owner.home import FIRST, GROUPS
from handlers.owner.shared.navigation import Go, Place
from services.checkout import redemptions
from services.enums import Role
from services.programme import settings
from services.programme.settings import Changes
from services.staff import team
from tests.architecture.source import ROOT
from tests.handlers.owner.office import Office

TAPS = (
    "og:rules:0",
    "ol:go",
    "ou:save:0::",
    "osi:owner:1",
    "osr:1:1",
    "or:new:0::",
    "of:new:0::",
    "oj:5",
    "ob:past:0:",
    "oo:new:0",
    "od:make::0",
    "campaign:1",
    "unfreeze:1",
    "on:7",
    "ojf:file:",
    "otl:set:0:codes:off",
    "otf:1::",
    "flag_accept:1",
    "flag_undo:1",
    "flag_block:1",
    "ogr:new",
    "oga:new",
    "ogm",
)

RECORDING = {"record", "audit", "_own", "_publish"}
"""Functions that note an act."""

SHORT_CUTS = {"owner-post-past", "owner-offer-ready"}
"""They lead into a section, and "back" goes on to its own first screen."""

ENDINGS = {
    "redemption.": ("declined", "cancelled", "expired"),
    "purchase.": ("undone", "refunded", "moved"),
    "campaign.": ("started", "stopped", "resumed"),
    "flag.": ("accepted", "undone", "blocked"),
}
"""Acts whose names are put together from a beginning and one of these."""


@pytest.mark.parametrize("data", TAPS)
async def test_only_owners_tap_here(desk: Office, data: str) -> None:
    shop = desk.shop
    await shop.join(shop.anna)
    await shop.hire(shop.boris)
    for person in (shop.anna, shop.boris):
        await person.tap_data(data, person.last["message_id"])
        assert person.alerts == [desk.say.label("error-not-owner")]


async def test_only_owners_enter(desk: Office) -> None:
    shop = desk.shop
    await shop.hire(shop.boris)
    for text in ("/owner", desk.say.label("menu-owner")):
        await shop.boris.send(text)
        assert shop.boris.text == desk.say.label("error-not-owner")


async def test_an_owner_no_more_is_out_at_once(desk: Office) -> None:
    boris = desk.shop.boris
    identity = await desk.shop.hire(boris)
    invitation = await team.invite(desk.shop.ctx, desk.by, Role.OWNER)
    await team.accept(desk.shop.ctx, identity, invitation.token)
    await boris.send("/owner")
    await boris.tap(desk.say.label("owner-go-setup"))
    await boris.tap(desk.say.label("owner-go-rules"))
    await boris.tap("За вступление")
    await team.revoke(desk.shop.ctx, desk.by, 2)
    await boris.tap("500")
    assert boris.alerts == [desk.say.label("error-not-owner")]


async def test_a_menu_button_ends_a_flow_quietly(desk: Office) -> None:
    await desk.shop.join(desk.me)
    await desk.go("owner-go-rewards", "owner-reward-new")
    await desk.me.send(desk.say.label("menu-balance"))
    assert "100" in desk.me.text
    await desk.answer("Капучино")
    assert not desk.told("owner-reward-ask-points")


async def test_cancel_says_what_was_cancelled(desk: Office) -> None:
    for keys, flow in (
        (("owner-go-rewards", "owner-reward-new"), "reward"),
        (("owner-go-funds", "owner-fund-new"), "fund"),
        (("owner-go-broadcast",), "broadcast"),
        (("owner-go-offers", "owner-offer-new"), "offer"),
    ):
        await desk.go(*keys)
        await desk.answer("/cancel")
        assert desk.told("owner-cancelled", flow=flow)
        await desk.answer("Капучино")
        assert "Капучино" not in desk.me.text


async def test_another_section_ends_a_flow(desk: Office) -> None:
    await desk.go("owner-go-funds", "owner-fund-new")
    await desk.go("owner-go-rewards", "owner-reward-new")
    await desk.answer("Капучино")
    assert desk.told("owner-reward-ask-points")


async def test_every_way_from_the_first_screen_opens(office: Office) -> None:
    for way in (key for row in FIRST for key, _ in row):
        await office.go(way)
        assert office.labels
    assert office.me.alerts == []


@pytest.mark.parametrize("group", GROUPS)
async def test_a_section_opens_from_its_group_and_leads_back_there(
    office: Office, group: Place
) -> None:
    for way in (key for row in GROUPS[group] for key, _ in row):
        await office.go(f"owner-go-{group}")
        opened = office.me.text
        await office.tap(way)
        assert office.me.text != opened
        if way not in SHORT_CUTS:
            await office.tap("button-back")
            assert office.me.text == opened
    await office.go(f"owner-go-{group}", "button-back")
    assert office.say.label("owner-go-give") in office.labels
    assert office.me.alerts == []


def test_every_section_is_two_taps_away() -> None:
    ways = [tap for rows in (FIRST, *GROUPS.values()) for row in rows for _, tap in row]
    reached = {tap.to for tap in ways if isinstance(tap, Go)}
    assert set(Place) - reached == {Place.HOME, Place.LAUNCH}


async def test_the_command_the_button_and_the_link_show_the_same(office: Office) -> None:
    await office.open()
    shown = office.me.text, office.me.buttons
    await office.me.send(office.say.label("menu-owner"))
    assert (office.me.text, office.me.buttons) == shown
    await office.taps("owner-go-setup", "button-back")
    assert (office.me.text, office.me.buttons) == shown


async def test_the_numbers_turn_their_period(office: Office) -> None:
    await office.go("owner-go-numbers")
    await office.tap("owner-period", days=30)
    await office.me.tap_data("on:9999999", office.me.last["message_id"])
    assert office.sees(office.say.label("owner-period", days=1))


async def test_the_poster_leads_to_the_card(desk: Office) -> None:
    await desk.go("owner-go-poster")
    link = await desk.shop.anna.scan(desk.me)
    assert link == "https://t.me/kopilka_demo_bot?start=p-main"


async def test_a_frozen_guest_is_let_spend_again(office: Office) -> None:
    shop = office.shop
    anna = await shop.join(shop.anna)
    boris = await shop.hire(shop.boris)
    asked = await redemptions.request(shop.ctx, boris, anna, 100_000, 50, key="ask")
    await redemptions.decline(shop.ctx, anna, asked.redemption_id)
    await shop.settle()
    screen = office.me.last["message_id"]
    await office.tap("button-unfreeze")
    assert office.told("owner-unfrozen", name="Анна")
    await office.me.tap_data(f"unfreeze:{anna}", screen)
    again = await redemptions.request(shop.ctx, boris, anna, 100_000, 50, key="again")
    await redemptions.approve(shop.ctx, anna, again.redemption_id)
    await office.me.tap_data("unfreeze:99", screen)
    assert office.me.alerts[-1] == office.say.label("error-gone")


async def test_the_journal_tells_and_turns_pages(desk: Office) -> None:
    for bonus in range(9):
        await settings.change(desk.shop.ctx, desk.by, Changes({"welcome_bonus": bonus}))
    await desk.shop.hire(desk.shop.boris)
    await desk.shop.settle()
    await desk.go("owner-go-journal")
    assert "Борис" in desk.me.text
    assert "За вступление: 7 баллов → 8 баллов" in desk.me.text
    await desk.tap("owner-journal-older")
    assert "Программа запущена" in desk.me.text
    await desk.tap("owner-journal-newest")
    assert "Борис" in desk.me.text


def test_every_act_has_words(desk: Office) -> None:
    """Whatever a service notes in the audit, the journal can say."""
    acts: set[str] = set()
    for path in (ROOT / "services").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and ast.unparse(node.func).rpartition(".")[2] in RECORDING
            ):
                said = [constant for argument in node.args for constant in ast.walk(argument)]
                acts |= {
                    constant.value
                    for constant in said
                    if isinstance(constant, ast.Constant)
                    and isinstance(constant.value, str)
                    and "." in constant.value
                }
    acts = {act + end for act in acts for end in ENDINGS.get(act, ("",))}
    assert len(acts) > 20
    assert [act for act in sorted(acts) if not desk.say.knows(f"act-{act.replace('.', '-')}")] == []
