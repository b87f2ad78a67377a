"""The levels: what each takes and gives, and what a change would do before it is saved."""

from collections.abc import Mapping
from typing import Any

from aiogram import F, Router
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import InlineKeyboardButton

from handlers.desk import Desk
from handlers.owner.programme import programme_words
from handlers.owner.shared.navigation import STEP, Go, Place, Typed, back, percent, short
from handlers.routing import Tap
from handlers.screens import Row, button, in_rows, keyboard
from messengers.words import Say
from services.errors import Gone
from services.levels import level_changes, levels
from services.levels.level_changes import NAME_LENGTH, PERKS_LENGTH, RANGES, Edit, Effect
from services.parsing.numbers import parse_money, parse_whole
from services.programme import Terms
from services.programme.model import NEW, LevelBy, LevelTerms
from services.programme.settings import RATE_MOST, parse_percent

HOW = -1
"""Instead of a level's id: how levels are reached."""

OF_A_LEVEL = ("name", "threshold", "rate_bp", "perks")
OF_A_NEW_ONE = ("name", "threshold", "rate_bp", "perks")
"""Asked for in this order."""

CHIPS = {"window_days": (30, 90, 180, 365), "grace_days": (0, 14, 30, 60)}


class Grading(StatesGroup):
    value = State()  # one value of a level may be typed
    sure = State()  # the change is on the screen with what it would do


class LevelTap(Tap, prefix="olv"):
    """`level`: an id, NEW or HOW."""

    act: str
    level: int = HOW
    field: str = ""
    value: str = ""


def add_to(router: Router) -> None:
    tap = router.callback_query
    tap.register(levels_now, Go.filter(F.to == Place.LEVELS))
    tap.register(level_now, LevelTap.filter(F.act == "open"))
    tap.register(ask, LevelTap.filter(F.act == "ask"), flags=STEP)
    tap.register(choose, LevelTap.filter(F.act == "set"), flags=STEP)
    tap.register(remove, LevelTap.filter(F.act == "remove"), flags=STEP)
    tap.register(save, LevelTap.filter(F.act == "save"), flags=STEP)
    router.message.register(type_value, Typed(), Grading.value, flags=STEP)


async def levels_now(desk: Desk) -> None:
    terms = await desk.terms()
    how = terms.leveling
    lines = [
        desk.say("owner-levels", by=how.by.value, window=how.window_days, grace=how.grace_days),
        "",
        *(_line(desk.say, terms, level) for level in terms.levels),
    ]
    other = LevelBy.SPEND if how.by is LevelBy.VISITS else LevelBy.VISITS
    rows: list[Row] = list(
        in_rows(
            [
                button(short(level.name), LevelTap(act="open", level=level.id))
                for level in terms.levels
            ],
            2,
        )
    )
    rows += [
        [button(desk.say.label("owner-level-add"), LevelTap(act="ask", level=NEW, field="name"))],
        [
            button(
                desk.say.label("owner-levels-count-by", by=how.by.value),
                LevelTap(act="set", field="by", value=other.value),
            )
        ],
        [
            button(
                desk.say.label("owner-levels-window", days=how.window_days),
                LevelTap(act="ask", field="window_days"),
            ),
            button(
                desk.say.label("owner-levels-grace", days=how.grace_days),
                LevelTap(act="ask", field="grace_days"),
            ),
        ],
    ]
    await desk.show("\n".join(lines), keyboard(*rows, back(desk.say, Place.RULES)))


async def level_now(desk: Desk, tap: LevelTap) -> None:
    terms = await desk.terms()
    level = _level(terms, tap.level)
    fields = [
        button(
            desk.say.label("owner-level-button", field=field.partition("_")[0]),
            LevelTap(act="ask", level=level.id, field=field),
        )
        for field in OF_A_LEVEL
        if level.threshold or field != "threshold"
    ]
    gone: Row = []
    if level.threshold:
        gone = [
            button(desk.say.label("owner-level-remove"), LevelTap(act="remove", level=level.id))
        ]
    rows = [*in_rows(fields, 2), gone, back(desk.say, Place.LEVELS)]
    await desk.show(_line(desk.say, terms, level), keyboard(*rows))


async def ask(desk: Desk, tap: LevelTap) -> None:
    terms = await desk.terms()
    await _ask(desk, terms, tap.level, tap.field, {})


async def _ask(desk: Desk, terms: Terms, level: int, field: str, values: Mapping[str, Any]) -> None:
    """Ask for one value; `values` are those that a new level has already."""
    if level not in (NEW, HOW):
        _level(terms, level)
    if field not in (RANGES if level == HOW else OF_A_LEVEL):
        raise Gone
    await desk.state.set_state(Grading.value)
    await desk.state.set_data({"level": level, "field": field, "values": dict(values)})
    to = LevelTap(act="open", level=level) if level > NEW else Go(to=Place.LEVELS)
    await desk.show(
        _question(desk.say, terms, field),
        keyboard(_chips(desk.say, level, field), [button(desk.say.label("button-back"), to)]),
    )


def _question(say: Say, terms: Terms, field: str) -> str:
    match field:
        case "name":
            return say("owner-level-ask-name", most=NAME_LENGTH)
        case "perks":
            return say("owner-level-ask-perks", most=PERKS_LENGTH)
        case "threshold":
            how = terms.leveling
            return say("owner-level-ask-threshold", by=how.by.value, days=how.window_days)
        case "rate_bp":
            return say("owner-level-ask-rate-bp")
        case _:
            allowed = RANGES[field]
            key = f"owner-levels-ask-{field.replace('_', '-')}"
            return say(key, least=allowed.least, most=allowed.most)


def _chips(say: Say, level: int, field: str) -> list[InlineKeyboardButton]:
    if field == "perks":
        tap = LevelTap(act="set", level=level, field=field)
        return [button(say.label("owner-level-no-perks"), tap)]
    return [
        button(
            say.label("owner-life", days=days), LevelTap(act="set", field=field, value=str(days))
        )
        for days in CHIPS.get(field, ())
    ]


async def type_value(desk: Desk) -> None:
    data = await desk.state.get_data()
    terms = await desk.terms()
    value = _read(terms, data["field"], desk.message.text or "")
    await _take(desk, value)


def _read(terms: Terms, field: str, text: str) -> str | int:
    """What somebody typed. Raises BadAmount, BadNumber, BadPercent."""
    if field == "rate_bp":
        return parse_percent(text, most=RATE_MOST)
    if field in RANGES:
        return parse_whole(text, least=RANGES[field].least, most=RANGES[field].most)
    if field != "threshold":
        return text
    if terms.leveling.by is LevelBy.VISITS:
        return parse_whole(text, least=1, most=level_changes.MOST_VISITS)
    return parse_money(text, terms.currency).minor


async def choose(desk: Desk, tap: LevelTap) -> None:
    """A value on a button: no perks, a number of days, what counts."""
    level, field, value = tap.level, tap.field, tap.value
    data = await desk.state.get_data()
    if field == "perks" and data.get("level") == level:
        await _take(desk, None)
    elif level == HOW and field in RANGES:
        allowed = RANGES[field]
        days = parse_whole(value, least=allowed.least, most=allowed.most)
        await _look(desk, Edit(None, {field: days}))
    elif level == HOW and field == "by":
        await _look(desk, Edit(None, {field: value}))
    else:
        raise Gone


async def _take(desk: Desk, value: str | int | None) -> None:
    """One value more; a new level goes on to the next one, everything else is looked at."""
    data = await desk.state.get_data()
    level, field = data["level"], data["field"]
    values = {**data["values"], field: value}
    if level == NEW and field != OF_A_NEW_ONE[-1]:
        terms = await desk.terms()
        following = OF_A_NEW_ONE[OF_A_NEW_ONE.index(field) + 1]
        await _ask(desk, terms, level, following, values)
        return
    edit = Edit(None if level == HOW else level, values)
    await _look(desk, edit)


async def remove(desk: Desk, tap: LevelTap) -> None:
    edit = Edit(tap.level, remove=True)
    await _look(desk, edit)


async def _look(desk: Desk, edit: Edit) -> None:
    """How many would be where; nothing has changed yet."""
    effect = await level_changes.preview(desk.ctx, desk.actor_id, edit)
    await desk.state.set_state(Grading.sure)
    await desk.state.set_data({"edit": edit.to_json()})
    await desk.show(
        _effect(desk.say, effect),
        keyboard(
            [button(desk.say.label("owner-save"), LevelTap(act="save"), style="success")],
            back(desk.say, Place.LEVELS),
        ),
    )


def _effect(say: Say, effect: Effect) -> str:
    lines = [say("owner-level-sure")]
    lines += [_line(say, effect.terms, level) for level in effect.terms.levels]
    lines += programme_words.poorer(say, effect.terms)
    if effect.average is not None:
        lines += ["", say("owner-level-average", average=effect.average)]
    lines.append("")
    for count in effect.counts:
        key = "owner-level-same" if count.now == count.after else "owner-level-count"
        lines.append(say(key, level=count.level, now=count.now, after=count.after))
    moving = any(count.now != count.after for count in effect.counts)
    note = say("owner-level-grace-note" if moving else "owner-level-nobody-moves")
    return "\n".join([*lines, "", note])


async def save(desk: Desk) -> None:
    """Saving twice is saving once: the second tap finds nothing to save."""
    stored = (await desk.state.get_data()).get("edit")
    if stored is not None:
        await level_changes.change(desk.ctx, desk.actor_id, Edit.from_json(stored))
        await desk.state.clear()
        desk.toast("owner-saved")
    await levels_now(desk)


def _line(say: Say, terms: Terms, level: LevelTerms) -> str:
    text = say(
        "owner-level-line",
        level=level.name,
        rate=percent(say, level.rate_bp),
        by=terms.leveling.by.value,
        threshold=levels.as_measure(terms, level.threshold),
        first=not level.threshold,
    )
    if level.perks is None:
        return text
    return f"{text}\n   {say('owner-level-perks-line', perks=level.perks)}"


def _level(terms: Terms, level_id: int) -> LevelTerms:
    """Raises Gone."""
    found = next((level for level in terms.levels if level.id == level_id), None)
    if found is None:
        raise Gone
    return found
