"""Choosing whom to speak to: the same buttons for a broadcast and for an offer."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import F, Router
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from handlers.owner.steps import STEP, Place, Typed, back, short
from handlers.screens import Row, button, in_rows, keyboard, show
from messengers.words import Say
from services import audiences, errors, programme
from services.audiences import Audience, AudienceKind, Reach
from services.context import Context
from services.kinds import Gender
from services.numbers import parse_money
from services.people import Visitor
from services.programme import Terms

BANDS = ("-17", "18-24", "25-34", "35-44", "45-54", "55-")
"""Whole years, both ends included."""

CITIES = 12
UNKNOWN_SHOWN = 20
ASK = "ask"
"""The value of a tap that opens more buttons or asks for a text."""

Then = Callable[
    [Message | CallbackQuery, Context, Say, FSMContext, Visitor, Audience], Awaitable[None]
]


class AudienceTap(CallbackData, prefix="oa"):
    kind: AudienceKind
    value: str = ""


class Picker:
    """The choice as a step, `state`, of a flow that goes on with `then`."""

    def __init__(self, state: State, home: Place, then: Then) -> None:
        self._state = state
        self._home = home
        self._then = then

    def add_to(self, router: Router) -> None:
        ask = AudienceTap.filter(F.value == ASK)
        router.callback_query.register(self.more, ask, self._state, flags=STEP)
        router.callback_query.register(self.choose, AudienceTap.filter(), self._state, flags=STEP)
        router.message.register(self.type, Typed(), self._state, flags=STEP)

    async def more(
        self,
        query: CallbackQuery,
        callback_data: AudienceTap,
        ctx: Context,
        say: Say,
        state: FSMContext,
        visitor: Visitor,
    ) -> None:
        """Buttons of one kind, or the question for what must be typed."""
        kind = callback_data.kind
        chips = []
        match kind:
            case AudienceKind.LEVEL:
                levels = (await programme.current(ctx)).levels
                chips = [_chip(kind, level.name, level.id) for level in levels]
            case AudienceKind.CITY:
                cities = (await audiences.cities(ctx, visitor.identity_id))[:CITIES]
                # A city's name can be longer than a button's data, so the button holds its place.
                await state.update_data(cities=[city.name for city in cities])
                chips = [
                    _chip(kind, f"{city.name} · {city.members}", place)
                    for place, city in enumerate(cities)
                ]
            case AudienceKind.AGE:
                chips = [_chip(kind, _band(*_years(band)), band) for band in BANDS]
        await state.update_data(asked=kind)
        await show(
            query,
            say(f"owner-audience-ask-{kind}"),
            keyboard(*in_rows(chips, 2), back(say, self._home)),
        )

    async def choose(
        self,
        query: CallbackQuery,
        callback_data: AudienceTap,
        ctx: Context,
        say: Say,
        state: FSMContext,
        visitor: Visitor,
    ) -> None:
        audience = _read(callback_data, await state.get_data())
        await self._then(query, ctx, say, state, visitor, audience)

    async def type(
        self,
        message: Message,
        ctx: Context,
        say: Say,
        state: FSMContext,
        visitor: Visitor,
    ) -> None:
        """A sum or a list, when that is what was asked."""
        text = message.text or ""
        asked = (await state.get_data()).get("asked")
        if asked == AudienceKind.SPENT:
            terms = await programme.current(ctx)
            amount = parse_money(text, terms.currency)
            audience = Audience(AudienceKind.SPENT, amount=amount.minor)
        elif asked == AudienceKind.LIST:
            found = await audiences.match_list(ctx, visitor.identity_id, text)
            unknown = ", ".join(found.unknown[:UNKNOWN_SHOWN])
            rest = max(0, len(found.unknown) - UNKNOWN_SHOWN)
            await message.answer(
                say("owner-list-found", found=found.matched, unknown=unknown or 0, rest=rest)
            )
            if not found.matched:
                return
            audience = found.audience
        else:
            await message.answer(say("owner-need-tap"))
            return
        await self._then(message, ctx, say, state, visitor, audience)


def choices(say: Say, *more: Row) -> InlineKeyboardMarkup:
    """Whom one may choose, the usual ones in one tap."""
    kinds = AudienceKind

    def days(kind: AudienceKind, *numbers: int) -> list[InlineKeyboardButton]:
        label = f"owner-audience-{kind}"
        return [_chip(kind, say.label(label, days=number), number) for number in numbers]

    def asking(*those: AudienceKind) -> list[InlineKeyboardButton]:
        return [_chip(kind, say.label(f"owner-audience-{kind}"), ASK) for kind in those]

    return keyboard(
        [_chip(kinds.EVERYONE, say.label("owner-audience-everyone"), "all")],
        days(kinds.SLEEPING, 30, 60, 90),
        days(kinds.NEW, 7, 30),
        days(kinds.BIRTHDAY, 7, 30),
        [_chip(kinds.GENDER, say.label(f"owner-audience-{sex}"), sex) for sex in Gender],
        asking(kinds.LEVEL, kinds.CITY, kinds.AGE),
        asking(kinds.SPENT, kinds.LIST),
        *more,
        back(say),
    )


def described(say: Say, terms: Terms, audience: Audience) -> str:
    """An audience in words, as plain text."""
    names = {level.id: level.name for level in terms.levels}
    return say.label(
        "owner-audience",
        kind=audience.kind,
        level=names.get(audience.level_id or 0, ""),
        city=audience.city or "",
        gender=audience.gender or "",
        band=_band(audience.least, audience.most),
        days=audience.days or 0,
        amount=terms.money(audience.amount or 0),
        members=len(audience.member_ids or ()),
    )


def reach_text(say: Say, reach: Reach) -> str:
    """How many match, how many can be reached, and why not all."""
    return say(
        "owner-reach",
        matched=reach.matched,
        reachable=reach.reachable,
        refused=reach.no_consent,
        blocked=reach.blocked,
    )


def _chip(kind: AudienceKind, label: str, value: str | int) -> InlineKeyboardButton:
    return button(short(label), AudienceTap(kind=kind, value=str(value)))


def _read(tap: AudienceTap, data: dict[str, Any]) -> Audience:
    """The audience that a button stands for. Raises Gone for one that no screen draws."""
    kind, value = tap.kind, tap.value
    try:
        match kind:
            case AudienceKind.EVERYONE:
                return Audience(kind)
            case AudienceKind.LEVEL:
                return Audience(kind, level_id=int(value))
            case AudienceKind.CITY:
                return Audience(kind, city=data["cities"][int(value)])
            case AudienceKind.GENDER:
                return Audience(kind, gender=Gender(value))
            case AudienceKind.AGE:
                least, most = _years(value)
                return Audience(kind, least=least, most=most)
            case AudienceKind.BIRTHDAY | AudienceKind.NEW | AudienceKind.SLEEPING:
                return Audience(kind, days=min(max(int(value), 1), 3650))
    except (ValueError, LookupError) as error:
        raise errors.Gone from error
    raise errors.Gone


def _years(band: str) -> tuple[int | None, int | None]:
    least, _, most = band.partition("-")
    return int(least) if least else None, int(most) if most else None


def _band(least: int | None, most: int | None) -> str:
    """`18–24`, `55+`, `≤ 17`."""
    if least is None:
        return f"≤ {most}"
    return f"{least}+" if most is None else f"{least}–{most}"
