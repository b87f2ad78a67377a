"""Personal offers that run: what each gives to whom, how it goes, pausing and ending it."""

from aiogram import F, Router
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message

from handlers.callback_middleware import Tap
from handlers.owner.audience.audience_words import described, reach_text
from handlers.owner.offers import offer_words
from handlers.owner.shared.navigation import Go, Place, back, page_of, pages, short
from handlers.screens import button, keyboard, show
from messengers.words import Say
from services import programme
from services.context import Context
from services.enums import OfferKind
from services.offers import offer_editing, offer_messages, offer_runs, offer_views
from services.segments import audience_queries
from services.staff.identities import Visitor

NEW = 0


class OfferTap(CallbackData, prefix="oo"):
    act: str
    offer_id: int = NEW


ACTS = {
    "pause": offer_editing.pause,
    "resume": offer_editing.resume,
    "run": offer_runs.run_now,
}


def add_to(router: Router) -> None:
    tap = router.callback_query.register
    tap(offers, Go.filter(F.to == Place.OFFERS))
    tap(open_offer, OfferTap.filter(F.act == "open"))
    tap(act, OfferTap.filter(F.act.in_(ACTS)))
    tap(show_me, OfferTap.filter(F.act == "me"))
    tap(ask_to_run, OfferTap.filter(F.act == "runs"))
    tap(ask_to_delete, OfferTap.filter(F.act == "delete"))
    tap(delete, OfferTap.filter(F.act == "deleted"))


async def offers(
    query: CallbackQuery, callback_data: Go, ctx: Context, say: Say, visitor: Visitor
) -> None:
    await _offers(query, ctx, say, visitor, callback_data.page)


async def _offers(
    query: CallbackQuery, ctx: Context, say: Say, visitor: Visitor, page: int = 0
) -> None:
    every = await offer_views.everything(ctx, visitor.identity_id)
    rows = [
        [
            button(
                short(
                    say.label(
                        "owner-offer-line",
                        title=short(view.offer.title, 18),
                        given=view.given,
                        used=view.used or 0,
                        paused=view.paused,
                        done=view.over,
                    )
                ),
                OfferTap(act="open", offer_id=view.id),
            )
        ]
        for view in page_of(every, page)
    ]
    new = [button(say.label("owner-offer-new"), OfferTap(act="new"), style="primary")]
    till = [button(say.label("owner-offer-ready"), OfferTap(act="ready"))]
    text = say("owner-offers" if every else "owner-offers-none")
    await show(
        query, text, keyboard(new, till, *rows, pages(Place.OFFERS, page, len(every)), back(say))
    )


async def open_offer(
    query: CallbackQuery, callback_data: OfferTap, ctx: Context, say: Say, visitor: Visitor
) -> None:
    await one_offer(query, ctx, say, visitor, callback_data.offer_id)


async def one_offer(
    event: Message | CallbackQuery, ctx: Context, say: Say, visitor: Visitor, offer_id: int
) -> None:
    view = await offer_views.show(ctx, visitor.identity_id, offer_id)
    terms = await programme.current(ctx)
    new = view.offer
    text = say(
        "owner-offer",
        title=new.title,
        text=new.text,
        what=offer_words.what(say, terms, new.kind, new.value),
        terms=say.label("offer-terms", **await offer_messages.described(ctx, new)),
        whom=say.label("owner-draft-everybody")
        if new.standing
        else await described(ctx, say, new.audience),
        plan=offer_words.plan(say, new.plan),
        days="none" if new.standing else new.valid_days,
        given="none" if new.standing else view.given,
        used="none" if view.used is None else view.used,
        discount=view.discount if view.discount.minor else 0,
        points=view.points,
        paused=view.paused,
    )
    if not new.standing:
        when = "never" if view.next_run_at is None else view.next_run_at
        text += "\n" + say("owner-offer-next", next=when)

    def to(label: str, name: str) -> InlineKeyboardButton:
        return button(say.label(label), OfferTap(act=name, offer_id=offer_id))

    turn = to("owner-offer-resume", "resume") if view.paused else to("owner-offer-pause", "pause")
    running = [] if view.over else [turn]
    if not new.standing:
        running.append(to("owner-offer-run", "runs"))
    await show(
        event,
        text,
        keyboard(
            running,
            [to("owner-offer-me", "me"), to("owner-offer-delete", "delete")],
            back(say, Place.OFFERS),
        ),
    )


async def act(
    query: CallbackQuery,
    callback_data: OfferTap,
    ctx: Context,
    say: Say,
    visitor: Visitor,
    tap: Tap,
) -> None:
    await ACTS[callback_data.act](ctx, visitor.identity_id, callback_data.offer_id)
    if callback_data.act == "run":
        tap.toast(say.label("owner-offer-runs"))
    await one_offer(query, ctx, say, visitor, callback_data.offer_id)


async def show_me(
    _query: CallbackQuery,
    callback_data: OfferTap,
    ctx: Context,
    say: Say,
    visitor: Visitor,
    tap: Tap,
) -> None:
    await offer_runs.send_to_self(ctx, visitor.identity_id, callback_data.offer_id)
    tap.toast(say.label("owner-post-on-its-way"))


async def ask_to_run(
    query: CallbackQuery, callback_data: OfferTap, ctx: Context, say: Say, visitor: Visitor
) -> None:
    """Points are about to be given out of turn: to how many, and what that may cost."""
    offer_id = callback_data.offer_id
    offer = (await offer_views.show(ctx, visitor.identity_id, offer_id)).offer
    reach = await audience_queries.count(ctx, visitor.identity_id, offer.audience)
    lines = [say("owner-offer-run-ask", title=offer.title), reach_text(say, reach)]
    if offer.kind is OfferKind.POINTS and reach.reachable:
        points = offer.value * reach.reachable
        worth = (await programme.current(ctx)).worth(points)
        lines.append(say("owner-draft-cost", points=points, worth=worth))
    yes = OfferTap(act="run", offer_id=offer_id)
    no = OfferTap(act="open", offer_id=offer_id)
    await show(
        query,
        "\n\n".join(lines),
        keyboard(
            [button(say.label("owner-offer-run"), yes, style="success")],
            [button(say.label("button-back"), no)],
        ),
    )


async def ask_to_delete(
    query: CallbackQuery, callback_data: OfferTap, ctx: Context, say: Say, visitor: Visitor
) -> None:
    offer_id = callback_data.offer_id
    view = await offer_views.show(ctx, visitor.identity_id, offer_id)
    yes = OfferTap(act="deleted", offer_id=offer_id)
    no = OfferTap(act="open", offer_id=offer_id)
    await show(
        query,
        say("owner-offer-delete-ask", title=view.offer.title),
        keyboard(
            [button(say.label("owner-offer-delete-yes"), yes, style="danger")],
            [button(say.label("button-back"), no)],
        ),
    )


async def delete(
    query: CallbackQuery, callback_data: OfferTap, ctx: Context, say: Say, visitor: Visitor
) -> None:
    await offer_editing.delete(ctx, visitor.identity_id, callback_data.offer_id)
    await _offers(query, ctx, say, visitor)
