"""How rules and offers come together and what limits them: one sentence, chips, an example."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from aiogram import Router
from aiogram.fsm.state import State, StatesGroup

from handlers.desk import Desk
from handlers.owner.shared.fields import (
    Asked,
    Chip,
    Draft,
    Field,
    Values,
    dashed,
    money,
    number_in,
)
from handlers.owner.shared.form import Act, Form, FormTap
from handlers.owner.shared.navigation import Place, back, short
from handlers.screens import button, keyboard
from messengers.words import Say
from services.context import Context
from services.earning import earning_rules, policy_examples
from services.earning.earning_rules import LIMITS, Changes
from services.earning.policy_examples import RECEIPTS
from services.pricing import codec
from services.pricing.model import Policy, Together
from services.programme import Terms

DAY = 24
"""Hours: what is longer is said in days."""


class PolicyForm(StatesGroup):
    value = State()  # one policy is on the screen, its value may be typed
    sure = State()  # a new value is on the screen with its effect


class PolicyTap(FormTap, prefix="opo"):
    pass


def add_to(router: Router) -> None:
    form.add_to(router)


async def policies(desk: Desk) -> None:
    terms = await desk.terms()
    rows = []
    for field in (each.name for each in form.fields):
        now = value(desk.say, terms, field, getattr(terms.policy, field))
        label = short(f"{name(desk.say, field)}: {now}", 40)
        rows.append([button(label, form.to(Act.EDIT, field=field))])
    await desk.show(desk.say("policy-list"), keyboard(*rows, back(desk.say, Place.SETUP)))


async def _question(asked: Asked) -> str:
    say, terms, field = asked.say, asked.terms, asked.draft.field
    return say(
        "policy-ask",
        name=name(say, field),
        value=value(say, terms, field, getattr(terms.policy, field)),
        hint=say.label("policy-hint", field=dashed(field)),
    )


async def _preview(desk: Desk, draft: Draft) -> str:
    """The effect of the new value, before it is published."""
    say, field, before = desk.say, draft.field, await desk.terms()
    policy = replace(before.policy, **_parts(draft.values))
    after = (await earning_rules.preview(desk.ctx, Changes(policy=policy))).terms
    text = say(
        "policy-sure",
        name=name(say, field),
        before=value(say, before, field, getattr(before.policy, field)),
        after=value(say, after, field, getattr(after.policy, field)),
    )
    return f"{text}\n\n{_effect(desk.ctx, say, field, before, after)}"


async def _change(desk: Desk, _: int, values: Values) -> None:
    await earning_rules.set_policy(desk.ctx, desk.actor_id, **_parts(values))


def _parts(values: Values) -> Values:
    """Answers as parts of a policy: the conversation keeps enums as text."""
    policy = codec.load(Policy, values)
    return {field: getattr(policy, field) for field in values}


def name(say: Say, field: str) -> str:
    return say.label(f"owner-policy-{dashed(field)}")


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
    lines = [say("policy-example", field=dashed(field), amount=receipt, count=RECEIPTS)]
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


async def _least_chips(asked: Asked) -> list[Chip]:
    """They go with the currency."""
    usual = asked.terms.example().minor
    return [
        Chip(value(asked.say, asked.terms, "least_receipt", one), str(one), {"least_receipt": one})
        for one in (0, usual // 10, usual // 5, usual // 2, usual)
    ]


def _least(asked: Asked, text: str) -> int:
    return 0 if text.strip() == "0" else money(asked, text)


def _field(field: str, *chips: Any) -> Field:
    read = number_in(LIMITS[field]) if field in LIMITS else None
    return Field(
        field,
        read,
        chips,
        label=lambda asked, one: value(asked.say, asked.terms, field, one),
        question=_question,
    )


form = Form(
    name="policy",
    tap=PolicyTap,
    asking=PolicyForm.value,
    sure=PolicyForm.sure,
    fields=(
        _field("multipliers", *Together),
        _field("offers", *Together),
        Field("least_receipt", _least, _least_chips, question=_question),
        _field("most_per_receipt", None, 100, 300, 500, 1_000),
        _field("most_per_day", None, 100, 300, 500, 1_000),
        _field("most_per_month", None, 1_000, 3_000, 5_000, 10_000),
        _field("carry_remainders", True, False),
        _field("pending_hours", 0, 3, 24, 72, 168, 336),
        _field("promo_life_days", None, 14, 30, 60, 90),
    ),
    preview=_preview,
    change=_change,
    show=lambda desk, _: policies(desk),
    out=lambda say, _: [button(say.label("button-back"), PolicyTap(act=Act.OPEN))],
    toast=True,
)
