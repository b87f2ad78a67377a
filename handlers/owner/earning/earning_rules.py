"""Earning rules: the list in plain sentences, and each rule with what one can do to it."""

from enum import StrEnum

from aiogram import Router
from aiogram.types import InlineKeyboardButton

from handlers.desk import Desk
from handlers.owner.conditions import rule_words
from handlers.owner.shared.navigation import PAGE, Place, back, page_of, short
from handlers.routing import Tap
from handlers.screens import Row, button, in_rows, keyboard
from messengers.words import Say
from services import goods, programme
from services.context import Context
from services.earning import earning_rules
from services.errors import Gone
from services.pricing.model import Rule
from services.pricing.redundant_rules import Conflict
from services.programme import Terms

LABEL_LENGTH = 40
LINE_LENGTH = 200


class EarnAct(StrEnum):
    PAUSE = "pause"
    LIST = "list"
    OPEN = "open"
    RESUME = "resume"
    MOVE = "move"
    DELETE = "delete"
    DELETED = "deleted"
    NEW = "new"
    EDIT = "edit"


class EarnTap(Tap, prefix="oe"):
    """`to`: a page of the list, or a rule's new place in it."""

    act: EarnAct
    rule: int = 0
    to: int = 0


def add_to(router: Router) -> None:
    tap = router.callback_query.register
    tap(rules, EarnTap.on(EarnAct.LIST))
    tap(open_rule, EarnTap.on(EarnAct.OPEN))
    tap(pause, EarnTap.on(EarnAct.PAUSE, EarnAct.RESUME))
    tap(move, EarnTap.on(EarnAct.MOVE))
    tap(ask_to_delete, EarnTap.on(EarnAct.DELETE))
    tap(delete, EarnTap.on(EarnAct.DELETED))


async def rules(desk: Desk, tap: EarnTap) -> None:
    await show_rules(desk, tap.to)


async def show_rules(desk: Desk, page: int = 0) -> None:
    """The rules in the order of the book, a page of them."""
    terms = await desk.terms()
    stock = await goods.assortment(desk.ctx)
    useless = _pointless(desk.ctx, terms)
    sentences = {rule.id: rule_words.sentence(desk.say, terms, stock, rule) for rule in terms.rules}
    lines = [desk.say("earning-list" if terms.rules else "earning-list-none"), ""]
    chips = []
    for place, rule in page_of(list(enumerate(terms.rules, start=1)), page):
        state = "paused" if rule.paused else "pointless" if rule.id in useless else "works"
        lines.append(
            desk.say(
                "earning-line",
                place=place,
                rule=short(sentences[rule.id], LINE_LENGTH),
                state=state,
            )
        )
        label = f"{place}. {sentences[rule.id]}"
        chips.append(button(short(label, LABEL_LENGTH), EarnTap(act=EarnAct.OPEN, rule=rule.id)))
    new = [button(desk.say.label("earning-new"), EarnTap(act=EarnAct.NEW), style="primary")]
    markup = keyboard(
        *in_rows(chips, 1), _turn(page, len(terms.rules)), new, back(desk.say, Place.SETUP)
    )
    await desk.show("\n".join(lines).strip(), markup)


def _turn(page: int, count: int) -> Row:
    row = []
    if page > 0:
        row.append(button("‹", EarnTap(act=EarnAct.LIST, to=page - 1)))
    if (page + 1) * PAGE < count:
        row.append(button("›", EarnTap(act=EarnAct.LIST, to=page + 1)))
    return row


async def open_rule(desk: Desk, tap: EarnTap) -> None:
    await show_rule(desk, tap.rule)


async def show_rule(desk: Desk, rule_id: int) -> None:
    """One rule: what it says, what it brings, and what may be done to it."""
    terms, rule, place = await _rule(desk.ctx, rule_id)
    stock = await goods.assortment(desk.ctx)
    seen = await earning_rules.preview(desk.ctx, earning_rules.Changes(without=rule_id))
    why = rule_words.why(desk.say, terms, seen.before)
    lines = [
        desk.say(
            "earning-rule",
            rule=rule_words.sentence(desk.say, terms, stock, rule),
            paused=rule.paused,
        ),
        desk.say("earning-titled", title=rule.title),
        "",
        rule_words.example(desk.say, terms, stock, seen.example),
        desk.say("earning-brings", points=seen.before.points, why=why or "none"),
    ]
    conflict = _pointless(desk.ctx, terms).get(rule_id)
    if conflict is not None:
        lines.append(rule_words.conflict(desk.say, conflict))
    rest = EarnAct.RESUME if rule.paused else EarnAct.PAUSE
    order = []
    if place > 0:
        order.append(_to(desk.say, "earning-up", EarnAct.MOVE, rule_id, place - 1))
    if place < len(terms.rules) - 1:
        order.append(_to(desk.say, "earning-down", EarnAct.MOVE, rule_id, place + 1))
    markup = keyboard(
        [
            _to(desk.say, "earning-change", EarnAct.EDIT, rule_id),
            _to(desk.say, f"earning-{rest}", rest, rule_id),
        ],
        order,
        [_to(desk.say, "earning-delete", EarnAct.DELETE, rule_id)],
        _to_list(desk.say, place),
    )
    await desk.show("\n".join(lines), markup)


async def pause(desk: Desk, tap: EarnTap) -> None:
    paused = tap.act == EarnAct.PAUSE
    await earning_rules.pause(desk.ctx, desk.actor_id, tap.rule, paused=paused)
    desk.toast("earning-paused" if paused else "earning-resumed")
    await show_rule(desk, tap.rule)


async def move(desk: Desk, tap: EarnTap) -> None:
    rule_id, place = tap.rule, tap.to
    await earning_rules.reorder(desk.ctx, desk.actor_id, rule_id, place)
    desk.toast("earning-moved")
    await show_rules(desk, max(0, place) // PAGE)


async def ask_to_delete(desk: Desk, tap: EarnTap) -> None:
    """The last look: what the rule's own receipt would earn without it."""
    terms, rule, _ = await _rule(desk.ctx, tap.rule)
    stock = await goods.assortment(desk.ctx)
    seen = await earning_rules.preview(desk.ctx, earning_rules.Changes(without=rule.id))
    text = desk.say("earning-delete-ask", rule=rule_words.sentence(desk.say, terms, stock, rule))
    yes = button(
        desk.say.label("earning-delete"), EarnTap(act=EarnAct.DELETED, rule=rule.id), style="danger"
    )
    markup = keyboard([yes], [_to(desk.say, "button-back", EarnAct.OPEN, rule.id)])
    await desk.show(f"{text}\n\n{rule_words.effects(desk.say, stock, seen)}", markup)


async def delete(desk: Desk, tap: EarnTap) -> None:
    await earning_rules.remove(desk.ctx, desk.actor_id, tap.rule)
    desk.toast("earning-deleted")
    await show_rules(desk)


async def _rule(ctx: Context, rule_id: int) -> tuple[Terms, Rule, int]:
    """The rule and its place. Raises Gone."""
    terms = await programme.current(ctx)
    for place, rule in enumerate(terms.rules):
        if rule.id == rule_id:
            return terms, rule, place
    raise Gone


def _pointless(ctx: Context, terms: Terms) -> dict[int, Conflict]:
    today = ctx.clock.now().astimezone(terms.timezone).date()
    return {found.rule.id: found for found in earning_rules.pointless(terms, today)}


def _to(say: Say, key: str, act: EarnAct, rule_id: int, to: int = 0) -> InlineKeyboardButton:
    return button(say.label(key), EarnTap(act=act, rule=rule_id, to=to))


def _to_list(say: Say, place: int) -> Row:
    return [button(say.label("button-back"), EarnTap(act=EarnAct.LIST, to=place // PAGE))]
