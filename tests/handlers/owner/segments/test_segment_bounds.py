"""Segments at their limits: taps that no screen draws, questions and lists without end."""

import pytest

from services.segments import saved_segments
from services.segments.questions.tree import Condition, Every, Node, Some
from tests.handlers.owner.office import Office

MANY = Every(tuple(Condition("age", least=age, most=age + 40) for age in range(1, 91)))
"""Ninety conditions: too many for a sentence, and for buttons."""


async def save(office: Office, name: str, node: Node) -> None:
    await saved_segments.save(office.shop.ctx, office.by, name, node)


@pytest.mark.parametrize(
    "data",
    [
        *("oqb:pick:0", "oqb:page:1", "oqb:goods:category", "oqb:goods:x", "oqb:done:"),
        *("oqb:all:", "oqb:when:ever", "oqb:much:5+", "oqb:if:shoes", "oq:open:٣", "oq:with:99"),
        *("oq:instead:7", "oq:without:", "oq:named:", "oq:take:none", "oa:city:99"),
        *("oq:use:", "oq:use:0"),
    ],
)
async def test_where_nothing_is_made_a_tap_says_so(desk: Office, data: str) -> None:
    await desk.go("owner-go-segments")
    tap = await desk.me.tap_data(data, desk.me.last["message_id"])
    assert tap.answer is not None
    assert tap.answer["text"] in {desk.say.label("error-gone"), desk.say.label("owner-stale")}


async def test_a_long_question_is_shown_and_can_lose_conditions(desk: Office) -> None:
    await save(desk, "Длинный", MANY)
    await desk.go("owner-go-segments")
    await desk.tap("question-line", name="Длинный", frozen=False)
    assert desk.told_reach(matched=0, reachable=0, refused=0, blocked=0)
    await desk.tap("question-edit")
    assert desk.sees(desk.say.label("question-edit-long", question="").split(":")[0])
    await desk.me.tap(desk.me.buttons[0][0])
    assert desk.told_reach(matched=0, reachable=0, refused=0, blocked=0)
    await desk.tap("question-save")
    await desk.me.tap(desk.me.buttons[0][0])  # its own words, cut to a name
    first, _ = await saved_segments.every(desk.shop.ctx, desk.by)
    assert first.asked == Every(MANY.parts[1:])


async def test_any_number_of_segments_is_listed(desk: Office) -> None:
    for number in range(90):
        await save(desk, f"Сегмент с очень длинным названием {number}", Condition("consent"))
    await desk.shop.join(desk.shop.anna)
    await desk.go("owner-go-segments")
    await desk.answer("женщины или согласны на предложения")
    await desk.tap("question-compare")
    await desk.tap("segment-ready-new")
    await desk.go("owner-go-broadcast", "owner-audience-segment")
    assert len(desk.labels) > 50


async def test_what_is_not_understood_has_an_end(desk: Office) -> None:
    await desk.go("owner-go-segments")
    await desk.answer(("женщины зюзюка " * 70)[:1000])
    assert desk.sees("зюзюка")


async def test_a_crowd_of_reasons_fits_beside_five_samples(desk: Office) -> None:
    for person in (desk.shop.anna, desk.shop.vera):
        await desk.shop.join(person)
    cities = tuple(f"Город с длинным-предлинным именем номер {number}" for number in range(40))
    node = Every(
        (Some((Condition("city", values=cities), Condition("consent"))), Condition("phone"))
    )
    await save(desk, "Города", Some((node, Condition("reachable"))))
    await desk.go("owner-go-segments")
    await desk.tap("question-line", name="Города", frozen=False)
    assert desk.told_reach(matched=2, reachable=2, refused=0, blocked=0)


async def test_a_sample_says_once_what_two_conditions_ask(desk: Office) -> None:
    await desk.shop.join(desk.shop.anna)
    await desk.shop.later(days=40)
    await desk.go("owner-go-segments")
    await desk.answer("не были от 30 до 60 дней")
    assert desk.told_reach(matched=1, reachable=1, refused=0, blocked=0)
    text = desk.me.last["text"]
    sample = next(line for line in text.splitlines() if line.startswith("1. "))
    assert sample.count(":") == 2  # the name's, and that of the last visit
