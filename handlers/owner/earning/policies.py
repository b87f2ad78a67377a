"""How rules and offers come together and what limits them: one sentence, chips, an example."""

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import timedelta
from typing import Any

from aiogram import F, Router
from aiogram.fsm.state import State, StatesGroup

from handlers.desk import Desk
from handlers.owner.shared.navigation import STEP, Place, Typed, back, short
from handlers.routing import Tap
from handlers.screens import Row, button, in_rows, keyboard
from messengers.words import Say
from services.context import Context
from services.earning import earning_rules, policy_examples
from services.earning.earning_rules import LIMITS, Changes
from services.earning.policy_examples import RECEIPTS
from services.errors import Gone
from services.parsing.numbers import parse_money, parse_whole
from services.pricing import codec
from services.pricing.model import Policy, Together
from services.programme import Terms

DAY = 24  # hours

FIELDS = tuple(field.name for field in fields(Policy))

CHIPS: Mapping[str, tuple[Any, ...]] = {
    "multipliers": tuple(Together),
    "offers": tuple(Together),
    "most_per_receipt": (None, 100, 300, 500, 1_000),
    "most_per_day": (None, 100, 300, 500, 1_000),
    "most_per_month": (None, 1_000, 3_000, 5_000, 10_000),
    "carry_remainders": (True, False),
    "pending_hours": (0, 3, 24, 72, 168, 336),
    "promo_life_days": (None, 14, 30, 60, 90),
}
"""Values that shops usually choose; those of the least receipt go with the currency."""


DAY = 24
"""Hours: what is longer is said in days."""


class Policing(StatesGroup):
    value = State()  # one policy is on the screen, its value may be typed
    sure = State()  # a new value is on the screen with its effect


class PolicyTap(Tap, prefix="opo"):
    """`chip`: the place of a value among the chips."""

    act: str
    field: str = ""
    chip: int = 0


def add_to(router: Router) -> None:
    tap = router.callback_query.register
    tap(policies, PolicyTap.filter(F.act == "list"))
    tap(open_policy, PolicyTap.filter(F.act == "open"), flags=STEP)
    tap(choose, PolicyTap.filter(F.act == "set"), flags=STEP)
    router.message.register(type_value, Typed(), Policing.value, flags=STEP)
    tap(save, PolicyTap.filter(F.act == "save"), flags=STEP)


async def policies(desk: Desk) -> None:
    terms = await desk.terms()
    rows = [
        [
            button(
                short(f"{name(desk.say, field)}: {value(desk.say, terms, field, stored)}", 40),
                PolicyTap(act="open", field=field),
            )
        ]
        for field in FIELDS
        for stored in [getattr(terms.policy, field)]
    ]
    await desk.show(desk.say("policy-list"), keyboard(*rows, back(desk.say, Place.RULES)))


async def open_policy(desk: Desk, tap: PolicyTap) -> None:
    field = _known(tap.field)
    terms = await desk.terms()
    await desk.state.set_state(Policing.value)
    await desk.state.set_data({"field": field})
    chips = [
        button(value(desk.say, terms, field, one), PolicyTap(act="set", field=field, chip=place))
        for place, one in enumerate(_chips(terms, field))
    ]
    text = desk.say(
        "policy-ask",
        name=name(desk.say, field),
        value=value(desk.say, terms, field, getattr(terms.policy, field)),
        hint=desk.say.label("policy-hint", field=_dashed(field)),
    )
    await desk.show(text, keyboard(*in_rows(chips, 3), _to_list(desk.say)))


async def choose(desk: Desk, tap: PolicyTap) -> None:
    field = _known(tap.field)
    chips = _chips(await desk.terms(), field)
    if not 0 <= tap.chip < len(chips):
        raise Gone
    await _offer(desk, field, chips[tap.chip])


async def type_value(desk: Desk) -> None:
    field = (await desk.state.get_data())["field"]
    text = desk.message.text or ""
    if field == "least_receipt":
        terms = await desk.terms()
        chosen = 0 if text.strip() == "0" else parse_money(text, terms.currency).minor
    elif field in LIMITS:
        chosen = parse_whole(text, least=LIMITS[field].least, most=LIMITS[field].most)
    else:
        await desk.tell(desk.say("owner-need-tap"))
        return
    await _offer(desk, field, chosen)


async def _offer(desk: Desk, field: str, chosen: Any) -> None:
    """Show what the new value would do before it holds."""
    before = await desk.terms()
    policy = replace(before.policy, **{field: chosen})
    after = (await earning_rules.preview(desk.ctx, Changes(policy=policy))).terms
    await desk.state.set_state(Policing.sure)
    await desk.state.set_data({"field": field, "value": codec.dump(policy)[field]})
    text = desk.say(
        "policy-sure",
        name=name(desk.say, field),
        before=value(desk.say, before, field, getattr(before.policy, field)),
        after=value(desk.say, after, field, chosen),
    )
    await desk.show(
        f"{text}\n\n{_effect(desk.ctx, desk.say, field, before, after)}",
        keyboard(
            [button(desk.say.label("owner-save"), PolicyTap(act="save"), style="success")],
            [button(desk.say.label("owner-other-value"), PolicyTap(act="open", field=field))],
            _to_list(desk.say),
        ),
    )


async def save(desk: Desk) -> None:
    """Saving twice is saving once: the second tap finds nothing to save and shows the list."""
    data = await desk.state.get_data()
    if "value" in data:
        field = data["field"]
        chosen = codec.load(Policy, {field: data["value"]})
        parts = {field: getattr(chosen, field)}
        await earning_rules.set_policy(desk.ctx, desk.actor_id, **parts)
        desk.toast("owner-saved")
    await desk.state.clear()
    await policies(desk)


def name(say: Say, field: str) -> str:
    return say.label(f"owner-policy-{_dashed(field)}")


def value(say: Say, terms: Terms, field: str, stored: Any) -> str:
    """A policy's value as plain text."""
    match field:
        case "multipliers" | "offers":
            said = say.label("policy-together", how=stored)
        case "carry_remainders":
            said = say.label("policy-carry", yes=stored)
        case "least_receipt" if stored:
            said = say.label("policy-least", least=terms.money(stored))
        case "pending_hours" if stored > DAY and not stored % DAY:
            said = say.label("policy-days", days=stored // DAY)
        case "pending_hours":
            said = say.label("policy-hours", hours=stored)
        case "promo_life_days" if stored is None:
            said = say.label("policy-like-others")
        case "promo_life_days":
            said = say.label("owner-life", days=stored)
        case _:
            said = say.label("points", points=stored) if stored else say.label("policy-none")
    return said


def _effect(ctx: Context, say: Say, field: str, before: Terms, after: Terms) -> str:
    """The same example before and after."""
    now = ctx.clock.now()
    receipt = policy_examples.amount(field, before, after)
    lines = [say("policy-example", field=_dashed(field), amount=receipt, count=RECEIPTS)]
    for key, terms in (("policy-before", before), ("policy-after", after)):
        match field:
            case "pending_hours":
                start = now + timedelta(hours=terms.policy.pending_hours)
                lines.append(say(key, what=say.label("policy-starts", at=start)))
            case "promo_life_days":
                until = terms.promo_expiry(now)
                day = until and until.astimezone(terms.timezone).date()
                lines.append(say(key, what=say.label("policy-until", day=day or "never")))
            case _:
                found = policy_examples.outcome(terms, field, receipt, now)
                what = say.label(
                    "policy-brings",
                    offers=field == "offers",
                    paid=found.paid,
                    points=found.points,
                )
                lines.append(say(key, what=what))
    return "\n".join(lines)


def _chips(terms: Terms, field: str) -> tuple[Any, ...]:
    if field == "least_receipt":
        usual = terms.example().minor
        return (0, usual // 10, usual // 5, usual // 2, usual)
    return CHIPS[field]


def _known(field: str) -> str:
    if field not in FIELDS:
        raise Gone
    return field


def _dashed(field: str) -> str:
    return field.replace("_", "-")


def _to_list(say: Say) -> Row:
    return [button(say.label("button-back"), PolicyTap(act="list"))]
