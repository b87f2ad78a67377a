"""The owner looks at the groups of members: the picture, one group, and who moved."""

from datetime import timedelta

from messengers.group_picture import NUMBERS
from services.segments.rfm import findings, overview
from services.segments.rfm.scores import Group
from tests.cast import MONDAY
from tests.handlers.owner.office import Office, plain
from tests.services.segments.buyers import Receipt, buyers

DAY = timedelta(days=1)
CAPTION = 1024


def named(office: Office, group: Group) -> str:
    name = office.say.label(f"group-name-{group}")
    return office.say.label("group-button", number=NUMBERS[group], group=name)


async def a_shop(office: Office) -> None:
    """Three who came yesterday, a regular, and one who is long gone."""
    regular = tuple(Receipt(MONDAY - (1 + day) * DAY, 300_00) for day in range(12))
    await buyers(
        office.shop.ctx,
        {
            **{f"fresh {number}": (Receipt(MONDAY - DAY, 100_00),) for number in range(3)},
            "regular": regular,
            "gone": (Receipt(MONDAY - 100 * DAY, 100_00),),
        },
    )


async def test_before_the_first_purchase_there_is_nothing_to_see(office: Office) -> None:
    await office.go("question-groups")
    assert office.told("group-nobody-bought")
    await office.tap("button-back")
    assert plain(office.say.label("question-groups")) in office.labels


async def test_the_picture_and_its_caption(office: Office) -> None:
    await a_shop(office)
    await office.go("question-groups")
    assert office.me.last["photo"]
    caption = plain(office.me.last["caption"])
    for group, members, sales in (
        (Group.NEW, 3, 8),
        (Group.CHAMPIONS, 1, 90),
        (Group.FADING, 0, 0),
    ):
        line = office.say.label(
            "group-line",
            number=NUMBERS[group],
            group=office.say.label(f"group-name-{group}"),
            members=members,
            sales=sales,
        )
        assert plain(line) in caption
    shown = {named(office, group) for group in (Group.NEW, Group.CHAMPIONS, Group.LOST)}
    assert {plain(label) for label in shown} <= set(office.labels)
    assert plain(named(office, Group.FADING)) not in office.labels


async def test_a_caption_fits_whatever_the_numbers(office: Office) -> None:
    say = office.say
    lines = [
        say.label(
            "group-line",
            number=NUMBERS[group],
            group=say.label(f"group-name-{group}"),
            members=1_234_567,
            sales=100,
        )
        for group in Group
    ]
    assert len("\n".join([say("group-grid", buyers=12_345_678), "", *lines])) < CAPTION


async def test_one_group_in_figures_and_whom_it_would_reach(office: Office) -> None:
    await a_shop(office)
    await office.go("question-groups")
    await office.me.tap(named(office, Group.CHAMPIONS))
    for text in ("1 (20", "90", office.say.label("group-advice-champions")):
        assert office.sees(text)
    assert office.sees("300")
    await office.tap("group-ask")
    assert office.told_reach(matched=1, reachable=0, refused=0, blocked=1)
    await office.go("question-groups")
    await office.me.tap(named(office, Group.CHAMPIONS))
    await office.tap("button-back")
    assert office.me.last["photo"]


async def test_who_moved(office: Office) -> None:
    await a_shop(office)
    shop = office.shop
    await findings.work_out(shop.ctx)
    await office.go("question-groups")
    await office.tap("group-moves", count=0)
    assert office.told("group-nobody-moved", since=MONDAY.date())
    await shop.clock.move(29 * DAY)  # still March
    await findings.work_out(shop.ctx)
    seen = await overview.show(shop.ctx, office.by)
    assert [move.members for move in seen.moves] == [3, 1]
    await office.go("question-groups")
    await office.tap("group-moves", count=4)
    before, now = (office.say.label(f"group-name-{group}") for group in ("new", "promising"))
    assert office.sees(plain(office.say.label("group-move", members=3, before=before, now=now)))
    await office.tap("button-back")
    await office.me.tap(named(office, Group.PROMISING))
    assert office.sees(plain(office.say.label("group-move", members=3, before=before, now=now)))
    assert office.sees(office.say.label("group-name-loyal")) is False
