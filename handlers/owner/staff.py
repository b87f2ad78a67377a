"""The team: who works here and what they did today, invitations, goodbyes."""

from urllib.parse import urlencode

from aiogram import F, Router
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, InlineKeyboardButton

from handlers.callback_middleware import Tap
from handlers.owner.shared.navigation import Go, Place, back, page_of, pages, short
from handlers.screens import button, keyboard, show
from messengers.links import LinkKind, Links
from messengers.words import Say
from services import dates, programme
from services.context import Context
from services.enums import Role
from services.errors import Gone
from services.staff import team
from services.staff.identities import Visitor
from services.staff.team import Colleague


class InviteTap(CallbackData, prefix="osi"):
    role: Role
    drawn: int  # when the button was drawn: tapped twice, it makes one invitation


class RevokeTap(CallbackData, prefix="osr"):
    staff_id: int
    sure: bool


def add_to(router: Router) -> None:
    router.callback_query.register(show_team, Go.filter(F.to == Place.STAFF))
    router.callback_query.register(invite, InviteTap.filter())
    router.callback_query.register(ask_to_revoke, RevokeTap.filter(~F.sure))
    router.callback_query.register(revoke, RevokeTap.filter(F.sure))


async def show_team(
    query: CallbackQuery, callback_data: Go, ctx: Context, say: Say, visitor: Visitor
) -> None:
    await _team(query, ctx, say, visitor, callback_data.page)


async def _team(
    query: CallbackQuery, ctx: Context, say: Say, visitor: Visitor, page: int = 0
) -> None:
    colleagues = await _colleagues(ctx, visitor)
    shown = page_of(colleagues, page)
    lines = [say("owner-staff"), "", *(_line(say, one) for one in shown)]
    drawn = int(ctx.clock.now().timestamp())
    invitations = [
        button(say.label(f"owner-invite-{role}"), InviteTap(role=role, drawn=drawn))
        for role in (Role.CASHIER, Role.OWNER)
    ]
    goodbyes = [
        [
            button(
                short(say.label("owner-staff-revoke", name=one.name)),
                RevokeTap(staff_id=one.id, sure=False),
            )
        ]
        for one in shown
        if not one.is_you and not one.from_settings
    ]
    markup = keyboard(invitations, *goodbyes, pages(Place.STAFF, page, len(colleagues)), back(say))
    await show(query, "\n".join(lines), markup)


async def _colleagues(ctx: Context, visitor: Visitor) -> list[Colleague]:
    zone = (await programme.current(ctx)).timezone
    midnight = dates.start_of_day(ctx.clock.now().astimezone(zone).date(), zone)
    return await team.colleagues(ctx, visitor.identity_id, midnight)


def _line(say: Say, one: Colleague) -> str:
    return say(
        "owner-staff-line",
        name=short(one.name, 60),
        role=one.role,
        you=one.is_you,
        purchases=one.purchases_today,
    )


async def invite(
    query: CallbackQuery,
    callback_data: InviteTap,
    ctx: Context,
    say: Say,
    visitor: Visitor,
    links: Links,
) -> None:
    role = callback_data.role
    key = f"{visitor.identity_id}:{role}:{callback_data.drawn}"
    invitation = await team.invite(ctx, visitor.identity_id, role, key=key)
    terms = await programme.current(ctx)
    url = links.to(LinkKind.STAFF, invitation.token)
    share = {"url": url, "text": say.label("owner-invitation-text", shop=terms.shop_name)}
    text = say("owner-invitation", role=role, url=url, until=invitation.expires_at)
    send = InlineKeyboardButton(
        text=say.label("owner-invitation-send"), url=f"https://t.me/share/url?{urlencode(share)}"
    )
    await show(query, text, keyboard([send], back(say, Place.STAFF)))


async def ask_to_revoke(
    query: CallbackQuery, callback_data: RevokeTap, ctx: Context, say: Say, visitor: Visitor
) -> None:
    everybody = await _colleagues(ctx, visitor)
    one = next((one for one in everybody if one.id == callback_data.staff_id), None)
    if one is None:
        raise Gone
    sure = RevokeTap(staff_id=one.id, sure=True)
    await show(
        query,
        say("owner-staff-revoke-ask", name=short(one.name, 60)),
        keyboard(
            [button(say.label("owner-staff-revoke-yes"), sure, style="danger")],
            back(say, Place.STAFF),
        ),
    )


async def revoke(
    query: CallbackQuery,
    callback_data: RevokeTap,
    ctx: Context,
    say: Say,
    visitor: Visitor,
    tap: Tap,
) -> None:
    name = await team.revoke(ctx, visitor.identity_id, callback_data.staff_id)
    tap.toast(say.label("owner-staff-revoked", name=short(name)))
    await _team(query, ctx, say, visitor)
