"""Personal offers that run: what each gives to whom, how it goes, pausing and ending it."""

from aiogram import F, Router
from aiogram.types import InlineKeyboardButton

from handlers.desk import Desk
from handlers.owner.audience.audience_words import described, reach_text
from handlers.owner.offers import offer_words
from handlers.owner.shared.navigation import Go, Place, back, page_of, pages, short
from handlers.routing import Tap
from handlers.screens import button, keyboard
from services.enums import OfferKind
from services.offers import offer_editing, offer_messages, offer_runs, offer_views
from services.segments import audience_queries

NEW = 0


class OfferTap(Tap, prefix="oo"):
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


async def offers(desk: Desk, tap: Go) -> None:
    await _offers(desk, tap.page)


async def _offers(desk: Desk, page: int = 0) -> None:
    every = await offer_views.everything(desk.ctx, desk.actor_id)
    rows = [
        [
            button(
                short(
                    desk.say.label(
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
    new = [button(desk.say.label("owner-offer-new"), OfferTap(act="new"), style="primary")]
    till = [button(desk.say.label("owner-offer-ready"), OfferTap(act="ready"))]
    text = desk.say("owner-offers" if every else "owner-offers-none")
    turn = pages(Place.OFFERS, page, len(every))
    await desk.show(text, keyboard(new, till, *rows, turn, back(desk.say, Place.SPEAK)))


async def open_offer(desk: Desk, tap: OfferTap) -> None:
    await one_offer(desk, tap.offer_id)


async def one_offer(desk: Desk, offer_id: int) -> None:
    view = await offer_views.show(desk.ctx, desk.actor_id, offer_id)
    terms = await desk.terms()
    new = view.offer
    text = desk.say(
        "owner-offer",
        title=new.title,
        text=new.text,
        what=offer_words.what(desk.say, terms, new.kind, new.value),
        terms=desk.say.label("offer-terms", **await offer_messages.described(desk.ctx, new)),
        whom=desk.say.label("owner-draft-everybody")
        if new.standing
        else await described(desk, new.audience),
        plan=offer_words.plan(desk.say, new.plan),
        days="none" if new.standing else new.valid_days,
        given="none" if new.standing else view.given,
        used="none" if view.used is None else view.used,
        discount=view.discount if view.discount.minor else 0,
        points=view.points,
        paused=view.paused,
    )
    if not new.standing:
        when = "never" if view.next_run_at is None else view.next_run_at
        text += "\n" + desk.say("owner-offer-next", next=when)

    def to(label: str, name: str) -> InlineKeyboardButton:
        return button(desk.say.label(label), OfferTap(act=name, offer_id=offer_id))

    turn = to("owner-offer-resume", "resume") if view.paused else to("owner-offer-pause", "pause")
    running = [] if view.over else [turn]
    if not new.standing:
        running.append(to("owner-offer-run", "runs"))
    await desk.show(
        text,
        keyboard(
            running,
            [to("owner-offer-me", "me"), to("owner-offer-delete", "delete")],
            back(desk.say, Place.OFFERS),
        ),
    )


async def act(desk: Desk, tap: OfferTap) -> None:
    await ACTS[tap.act](desk.ctx, desk.actor_id, tap.offer_id)
    if tap.act == "run":
        desk.toast("owner-offer-runs")
    await one_offer(desk, tap.offer_id)


async def show_me(desk: Desk, tap: OfferTap) -> None:
    await offer_runs.send_to_self(desk.ctx, desk.actor_id, tap.offer_id)
    desk.toast("owner-post-on-its-way")


async def ask_to_run(desk: Desk, tap: OfferTap) -> None:
    """Points are about to be given out of turn: to how many, and what that may cost."""
    offer_id = tap.offer_id
    offer = (await offer_views.show(desk.ctx, desk.actor_id, offer_id)).offer
    reach = await audience_queries.count(desk.ctx, desk.actor_id, offer.audience)
    lines = [desk.say("owner-offer-run-ask", title=offer.title), reach_text(desk.say, reach)]
    if offer.kind is OfferKind.POINTS and reach.reachable:
        points = offer.value * reach.reachable
        worth = (await desk.terms()).worth(points)
        lines.append(desk.say("owner-draft-cost", points=points, worth=worth))
    yes = OfferTap(act="run", offer_id=offer_id)
    no = OfferTap(act="open", offer_id=offer_id)
    await desk.show(
        "\n\n".join(lines),
        keyboard(
            [button(desk.say.label("owner-offer-run"), yes, style="success")],
            [button(desk.say.label("button-back"), no)],
        ),
    )


async def ask_to_delete(desk: Desk, tap: OfferTap) -> None:
    offer_id = tap.offer_id
    view = await offer_views.show(desk.ctx, desk.actor_id, offer_id)
    yes = OfferTap(act="deleted", offer_id=offer_id)
    no = OfferTap(act="open", offer_id=offer_id)
    await desk.show(
        desk.say("owner-offer-delete-ask", title=view.offer.title),
        keyboard(
            [button(desk.say.label("owner-offer-delete-yes"), yes, style="danger")],
            [button(desk.say.label("button-back"), no)],
        ),
    )


async def delete(desk: Desk, tap: OfferTap) -> None:
    await offer_editing.delete(desk.ctx, desk.actor_id, tap.offer_id)
    await _offers(desk)
