"""The levels: what each takes and gives, and what a change would do before it is saved."""

from functools import partial

from aiogram import F, Router
from aiogram.fsm.state import State, StatesGroup

from handlers.desk import Desk
from handlers.owner.programme import programme_words
from handlers.owner.shared.fields import (
    NEW,
    Asked,
    Draft,
    Field,
    Values,
    dashed,
    money,
    number_in,
    said_as,
    text_by,
)
from handlers.owner.shared.form import Act, Form, FormTap
from handlers.owner.shared.navigation import Go, Place, back, percent, short
from handlers.screens import Row, button, in_rows, keyboard
from messengers.words import Say
from services.errors import Gone
from services.levels import level_changes, levels
from services.levels.level_changes import NAME_LENGTH, PERKS_LENGTH, RANGES, Edit, Effect
from services.parsing.numbers import parse_whole
from services.programme import Terms
from services.programme.model import LevelBy, LevelTerms
from services.programme.settings import RATE_MOST, parse_percent

HOW = -1
"""Instead of a level's id: how levels are reached."""

OF_A_LEVEL = ("name", "threshold", "rate_bp", "perks")
"""A new one is asked for them in this order."""


class LevelForm(StatesGroup):
    value = State()  # one value of a level may be typed
    sure = State()  # the change is on the screen with what it would do


class LevelTap(FormTap, prefix="olv"):
    """`thing_id`: a level's id, NEW or HOW."""


def add_to(router: Router) -> None:
    router.callback_query.register(levels_now, Go.filter(F.to == Place.LEVELS))
    router.callback_query.register(level_now, LevelTap.on(Act.OPEN))
    form.add_to(router)


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
            [button(short(level.name), form.to(Act.OPEN, level.id)) for level in terms.levels],
            2,
        )
    )
    count_by = desk.say.label("owner-levels-count-by", by=how.by.value)
    window = desk.say.label("owner-levels-window", days=how.window_days)
    grace = desk.say.label("owner-levels-grace", days=how.grace_days)
    rows += [
        [button(desk.say.label("owner-level-add"), form.to(Act.NEW))],
        [button(count_by, form.to(Act.SET, HOW, "by", other.value))],
        [
            button(window, form.to(Act.EDIT, HOW, "window_days")),
            button(grace, form.to(Act.EDIT, HOW, "grace_days")),
        ],
    ]
    await desk.show("\n".join(lines), keyboard(*rows, back(desk.say, Place.SETUP)))


async def level_now(desk: Desk, tap: LevelTap) -> None:
    terms = await desk.terms()
    level = _level(terms, tap.thing_id)
    fields = [
        button(
            desk.say.label("owner-level-button", field=field.partition("_")[0]),
            form.to(Act.EDIT, level.id, field),
        )
        for field in OF_A_LEVEL
        if level.threshold or field != "threshold"
    ]
    gone: Row = []
    if level.threshold:
        remove = form.to(Act.SET, level.id, "remove", str(True))
        gone = [button(desk.say.label("owner-level-remove"), remove)]
    rows = [*in_rows(fields, 2), gone, back(desk.say, Place.LEVELS)]
    await desk.show(_line(desk.say, terms, level), keyboard(*rows))


async def _question(asked: Asked) -> str:
    say, level, field = asked.say, asked.draft.thing_id, asked.draft.field
    if level not in (NEW, HOW):
        _level(asked.terms, level)
    if field not in (RANGES if level == HOW else OF_A_LEVEL):
        raise Gone
    match field:
        case "name":
            return say("owner-level-ask-name", most=NAME_LENGTH)
        case "perks":
            return say("owner-level-ask-perks", most=PERKS_LENGTH)
        case "threshold":
            how = asked.terms.leveling
            return say("owner-level-ask-threshold", by=how.by.value, days=how.window_days)
        case "rate_bp":
            return say("owner-level-ask-rate-bp")
        case _:
            allowed = RANGES[field]
            return say(f"owner-levels-ask-{dashed(field)}", least=allowed.least, most=allowed.most)


def _threshold(asked: Asked, text: str) -> int:
    """Reads visits or money, as the programme counts. Raises BadAmount, BadNumber."""
    if asked.terms.leveling.by is LevelBy.VISITS:
        return parse_whole(text, least=1, most=level_changes.MOST_VISITS)
    return money(asked, text)


async def _preview(desk: Desk, draft: Draft) -> str:
    """How many would be where; nothing has changed yet."""
    edit = _edit(draft.thing_id, draft.values)
    return _effect(desk.say, await level_changes.preview(desk.ctx, desk.actor_id, edit))


async def _change(desk: Desk, level: int, values: Values) -> None:
    await level_changes.change(desk.ctx, desk.actor_id, _edit(level, values))


async def _add(desk: Desk, values: Values) -> int:
    await _change(desk, NEW, values)
    return NEW


def _edit(level: int, values: Values) -> Edit:
    if "remove" in values:
        return Edit(level, remove=True)
    return Edit(None if level == HOW else level, values)


def _out(say: Say, draft: Draft) -> Row:
    if draft.thing_id > NEW:
        return [button(say.label("button-back"), form.to(Act.OPEN, draft.thing_id))]
    return back(say, Place.LEVELS)


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


def _days(name: str, *chips: int) -> Field:
    said = said_as("owner-life", "days")
    return Field(name, number_in(RANGES[name]), chips, label=said, question=_question)


form = Form(
    name="level",
    tap=LevelTap,
    asking=LevelForm.value,
    sure=LevelForm.sure,
    fields=(
        Field("name", text_by(str), question=_question),
        Field("threshold", _threshold, question=_question),
        Field(
            "rate_bp",
            text_by(partial(parse_percent, most=RATE_MOST)),
            question=_question,
        ),
        Field(
            "perks",
            text_by(str),
            (None,),
            label=lambda asked, _: asked.say.label("owner-level-no-perks"),
            question=_question,
        ),
        _days("window_days", 30, 90, 180, 365),
        _days("grace_days", 0, 14, 30, 60),
        Field("by", chips=tuple(LevelBy), question=_question),
        Field("remove", chips=(True,), question=_question),
    ),
    steps=OF_A_LEVEL,
    add=_add,
    change=_change,
    show=lambda desk, _: levels_now(desk),
    preview=_preview,
    below=lambda say, _: [back(say, Place.LEVELS)],
    out=_out,
    toast=True,
)
