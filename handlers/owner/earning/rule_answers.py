"""Answers about what a rule in the making does and is called, by buttons or typed."""

from aiogram import Router
from aiogram.filters import StateFilter

from handlers.desk import Desk
from handlers.owner.earning import rule_questions
from handlers.owner.earning.rule_draft import RuleForm, ask, go_on, rule_of, set_parts
from handlers.owner.earning.rule_questions import DraftRuleTap, RuleDraftAct, Step
from handlers.owner.shared.navigation import STEP, Typed
from services.earning import earning_presets
from services.earning.earning_rules import TITLE_LENGTH
from services.errors import Gone
from services.parsing.texts import one_line
from services.pricing.model import Effect


def add_to(router: Router) -> None:
    drafting, tap = StateFilter(RuleForm), router.callback_query.register
    tap(choose_effect, DraftRuleTap.on(RuleDraftAct.EFFECT), drafting, flags=STEP)
    tap(choose_value, DraftRuleTap.on(RuleDraftAct.VALUE), drafting, flags=STEP)
    tap(title_by_rule, DraftRuleTap.on(RuleDraftAct.TITLED), drafting, flags=STEP)
    message = router.message.register
    message(type_value, Typed(), RuleForm.value, flags=STEP)
    message(type_title, Typed(), RuleForm.title, flags=STEP)


async def choose_effect(desk: Desk, tap: DraftRuleTap) -> None:
    if tap.value not in set(Effect):
        raise Gone
    effect = Effect(tap.value)
    await set_parts(desk.state, effect=effect, value=earning_presets.VALUES[effect])
    data = await desk.state.get_data()
    if not data["asks"] and rule_questions.CHIPS[effect]:
        await ask(desk, Step.VALUE)
    else:
        await go_on(desk)


async def choose_value(desk: Desk, tap: DraftRuleTap) -> None:
    await set_parts(desk.state, value=tap.number)
    await go_on(desk)


async def type_value(desk: Desk) -> None:
    rule = rule_of(await desk.state.get_data())
    await set_parts(
        desk.state, value=rule_questions.read_value(desk.message.text or "", rule.effect)
    )
    await go_on(desk)


async def type_title(desk: Desk) -> None:
    await desk.state.update_data(title=one_line(desk.message.text or "", most=TITLE_LENGTH))
    await go_on(desk)


async def title_by_rule(desk: Desk) -> None:
    await desk.state.update_data(title=None)
    await go_on(desk)
