"""Earning rules: the list in plain sentences, and each rule with what one can do to it."""

from aiogram import F, Router
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message

from handlers.callback_middleware import Tap
from handlers.owner.conditions import rule_words
from handlers.owner.shared.navigation import PAGE, Place, back, page_of, short
from handlers.screens import Row, button, in_rows, keyboard, show
from messengers.words import Say
from services import goods, programme
from services.context import Context
from services.earning import earning_rules
from services.errors import Gone
from services.pricing.model import Rule
from services.pricing.redundant_rules import Conflict
from services.programme import Terms
from services.staff.identities import Visitor

LABEL_LENGTH = 40
LINE_LENGTH = 200


class EarnTap(CallbackData, prefix="oe"):
    """`to`: a page of the list, or a rule's new place in it."""

    act: str
    rule: int = 0
    to: int = 0


def add_to(router: Router) -> None:
    tap = router.callback_query.register
    tap(rules, EarnTap.filter(F.act == "list"))
    tap(open_rule, EarnTap.filter(F.act == "open"))
    tap(pause, EarnTap.filter(F.act.in_({"pause", "resume"})))
    tap(move, EarnTap.filter(F.act == "move"))
    tap(ask_to_delete, EarnTap.filter(F.act == "delete"))
    tap(delete, EarnTap.filter(F.act == "deleted"))


async def rules(query: CallbackQuery, callback_data: EarnTap, ctx: Context, say: Say) -> None:
    await show_rules(query, ctx, say, callback_data.to)


async def show_rules(event: CallbackQuery | Message, ctx: Context, say: Say, page: int = 0) -> None:
    """The rules in the order of the book, a page of them."""
    terms = await programme.current(ctx)
    stock = await goods.assortment(ctx)
    useless = _pointless(ctx, terms)
    sentences = {rule.id: rule_words.sentence(say, terms, stock, rule) for rule in terms.rules}
    lines = [say("earning-list" if terms.rules else "earning-list-none"), ""]
    chips = []
    for place, rule in page_of(list(enumerate(terms.rules, start=1)), page):
        state = "paused" if rule.paused else "pointless" if rule.id in useless else "works"
        lines.append(
            say(
                "earning-line",
                place=place,
                rule=short(sentences[rule.id], LINE_LENGTH),
                state=state,
            )
        )
        label = f"{place}. {sentences[rule.id]}"
        chips.append(button(short(label, LABEL_LENGTH), EarnTap(act="open", rule=rule.id)))
    new = [button(say.label("earning-new"), EarnTap(act="new"), style="primary")]
    markup = keyboard(
        *in_rows(chips, 1), _turn(page, len(terms.rules)), new, back(say, Place.RULES)
    )
    await show(event, "\n".join(lines).strip(), markup)


def _turn(page: int, count: int) -> Row:
    row = []
    if page > 0:
        row.append(button("‹", EarnTap(act="list", to=page - 1)))
    if (page + 1) * PAGE < count:
        row.append(button("›", EarnTap(act="list", to=page + 1)))
    return row


async def open_rule(query: CallbackQuery, callback_data: EarnTap, ctx: Context, say: Say) -> None:
    await show_rule(query, ctx, say, callback_data.rule)


async def show_rule(query: CallbackQuery, ctx: Context, say: Say, rule_id: int) -> None:
    """One rule: what it says, what it brings, and what may be done to it."""
    terms, rule, place = await _rule(ctx, rule_id)
    stock = await goods.assortment(ctx)
    seen = await earning_rules.preview(ctx, earning_rules.Changes(without=rule_id))
    why = rule_words.why(say, terms, seen.before)
    lines = [
        say(
            "earning-rule",
            rule=rule_words.sentence(say, terms, stock, rule),
            paused=rule.paused,
        ),
        say("earning-titled", title=rule.title),
        "",
        rule_words.example(say, terms, stock, seen.example),
        say("earning-brings", points=seen.before.points, why=why or "none"),
    ]
    conflict = _pointless(ctx, terms).get(rule_id)
    if conflict is not None:
        lines.append(rule_words.conflict(say, conflict))
    rest = "resume" if rule.paused else "pause"
    order = []
    if place > 0:
        order.append(_to(say, "earning-up", "move", rule_id, place - 1))
    if place < len(terms.rules) - 1:
        order.append(_to(say, "earning-down", "move", rule_id, place + 1))
    markup = keyboard(
        [
            _to(say, "earning-change", "edit", rule_id),
            _to(say, f"earning-{rest}", rest, rule_id),
        ],
        order,
        [_to(say, "earning-delete", "delete", rule_id)],
        _to_list(say, place),
    )
    await show(query, "\n".join(lines), markup)


async def pause(
    query: CallbackQuery,
    callback_data: EarnTap,
    ctx: Context,
    say: Say,
    visitor: Visitor,
    tap: Tap,
) -> None:
    paused = callback_data.act == "pause"
    await earning_rules.pause(ctx, visitor.identity_id, callback_data.rule, paused=paused)
    tap.toast(say.label("earning-paused" if paused else "earning-resumed"))
    await show_rule(query, ctx, say, callback_data.rule)


async def move(
    query: CallbackQuery,
    callback_data: EarnTap,
    ctx: Context,
    say: Say,
    visitor: Visitor,
    tap: Tap,
) -> None:
    rule_id, place = callback_data.rule, callback_data.to
    await earning_rules.move(ctx, visitor.identity_id, rule_id, place)
    tap.toast(say.label("earning-moved"))
    await show_rules(query, ctx, say, max(0, place) // PAGE)


async def ask_to_delete(
    query: CallbackQuery, callback_data: EarnTap, ctx: Context, say: Say
) -> None:
    """The last look: what the rule's own receipt would earn without it."""
    terms, rule, _ = await _rule(ctx, callback_data.rule)
    stock = await goods.assortment(ctx)
    seen = await earning_rules.preview(ctx, earning_rules.Changes(without=rule.id))
    text = say("earning-delete-ask", rule=rule_words.sentence(say, terms, stock, rule))
    yes = button(say.label("earning-delete"), EarnTap(act="deleted", rule=rule.id), style="danger")
    markup = keyboard([yes], [_to(say, "button-back", "open", rule.id)])
    await show(query, f"{text}\n\n{rule_words.effects(say, stock, seen)}", markup)


async def delete(
    query: CallbackQuery,
    callback_data: EarnTap,
    ctx: Context,
    say: Say,
    visitor: Visitor,
    tap: Tap,
) -> None:
    await earning_rules.remove(ctx, visitor.identity_id, callback_data.rule)
    tap.toast(say.label("earning-deleted"))
    await show_rules(query, ctx, say)


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


def _to(say: Say, key: str, act: str, rule_id: int, to: int = 0) -> InlineKeyboardButton:
    return button(say.label(key), EarnTap(act=act, rule=rule_id, to=to))


def _to_list(say: Say, place: int) -> Row:
    return [button(say.label("button-back"), EarnTap(act="list", to=place // PAGE))]
