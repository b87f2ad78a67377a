"""A condition by taps: which values, how much, when, of what; all said, it joins the question."""

from aiogram import Router

from handlers.desk import Desk
from handlers.owner.audience.question_screen import ask
from handlers.owner.audience.question_taps import QuestionForm, number_of
from handlers.owner.segments.builder_chips import (
    GOODS,
    BuildAct,
    BuildTap,
    amounts,
    read_range,
    time_of,
    times,
    typed_times,
)
from handlers.owner.segments.builder_choices import (
    Making,
    draw_kinds,
    draw_options,
    making,
    to_topics,
)
from handlers.owner.shared.navigation import STEP, Typed, on_acts
from handlers.screens import Row, in_rows, keyboard
from services.errors import Gone
from services.segments.questions.attribute import Kind
from services.segments.questions.combine import Join, join
from services.segments.questions.tree import EVERYONE, from_json

RANGED = {Kind.NUMBER, Kind.MONEY}


def add_to(router: Router) -> None:
    on_acts(
        router,
        BuildTap,
        {
            BuildAct.PICK: take_value,
            BuildAct.PAGE: turn,
            BuildAct.DONE: end_choice,
            BuildAct.MUCH: take_amount,
            BuildAct.WHEN: take_time,
            BuildAct.GOODS: ask_goods,
            BuildAct.ALL: finish,
        },
    )
    router.message.register(take_typed, Typed(), QuestionForm.value, flags=STEP)


async def go_on(desk: Desk) -> None:
    """Ask the first thing that the condition does not say yet; all said, it joins the question."""
    made = await making(desk)
    attribute, asked = made.attribute, made.asked
    if asked == "values" and attribute.kind is Kind.CHOICE:
        await draw_options(desk, made)
    elif asked == "values" and attribute.kind in RANGED:
        await _draw(desk, made, "much", in_rows(amounts(attribute), 3))
    elif attribute.whens and asked in {"values", "when"}:
        await desk.state.update_data(asked="when")
        await _draw(desk, made, "when", in_rows(times(desk.say, attribute), 2))
    elif attribute.goods and asked != "goods":
        await desk.state.update_data(asked="goods")
        await draw_kinds(desk, made)
    else:
        await finish(desk)


async def _draw(desk: Desk, made: Making, what: str, rows: list[Row]) -> None:
    text = desk.say(f"question-ask-{what}", name=made.name(desk.say))
    await desk.show(text, keyboard(*rows, to_topics(desk.say)))


async def take_value(desk: Desk, tap: BuildTap) -> None:
    """Choose one, or take the choice back."""
    made = await making(desk)
    options, place = made.options(desk.say), number_of(tap.value)
    if place >= len(options):
        raise Gone
    chosen, value = made.chosen(), options[place].value
    if value in chosen:
        chosen.remove(value)
    else:
        chosen.append(value)
    await desk.state.update_data(part=made.part)
    await draw_options(desk, made)


async def turn(desk: Desk, tap: BuildTap) -> None:
    await desk.state.update_data(page=number_of(tap.value))
    await draw_options(desk, await making(desk))


async def end_choice(desk: Desk) -> None:
    made = await making(desk)
    if made.asked == "goods":
        await draw_kinds(desk, made)
        return
    await desk.state.update_data(asked="when")
    await go_on(desk)


async def take_amount(desk: Desk, tap: BuildTap) -> None:
    await _take_range(desk, tap.value)


async def take_typed(desk: Desk) -> None:
    """A number where one is asked for: of the figure, or of days."""
    text = desk.message.text or ""
    made = await making(desk) if "part" in await desk.state.get_data() else None
    if made is not None and made.asked == "values" and made.attribute.kind in RANGED:
        await _take_range(desk, text)
    elif (
        made is not None
        and made.asked == "when"
        and (chips := typed_times(desk.say, made.attribute, text))
    ):
        await _draw(desk, made, "when", in_rows(chips, 1))
    else:
        await desk.tell(desk.say("owner-need-tap"))


async def _take_range(desk: Desk, text: str) -> None:
    made = await making(desk)
    least, most = read_range(text, made.attribute, await desk.terms())
    bounds = {"least": least, "most": most}
    part = made.part | {name: one for name, one in bounds.items() if one is not None}
    await desk.state.update_data(part=part, asked="when")
    await go_on(desk)


async def take_time(desk: Desk, tap: BuildTap) -> None:
    made, when = await making(desk), time_of(tap.value)
    part = {name: one for name, one in made.part.items() if name != "when"}
    if when is not None:
        part["when"] = when
    await desk.state.update_data(part=part, asked="then")
    await go_on(desk)


async def ask_goods(desk: Desk, tap: BuildTap) -> None:
    if tap.value not in set(GOODS):
        raise Gone
    await making(desk)
    await desk.state.update_data(asked="goods", kind=tap.value, page=0)
    await draw_options(desk, await making(desk))


async def finish(desk: Desk) -> None:
    made = await making(desk)
    goods = {name: ids for name, ids in made.part.get("goods", {}).items() if ids}
    said = {name: one for name, one in made.part.items() if name != "goods"}
    one = from_json(said | ({"goods": goods} if goods else {}))
    node = from_json(made.data["tree"]) if "tree" in made.data else EVERYONE
    await ask(desk, join(node, Join(made.data["join"]), one))
