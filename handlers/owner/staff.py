"""The team: who works here and what they did today, invitations, goodbyes."""

from urllib.parse import urlencode

from aiogram import F, Router
from aiogram.types import InlineKeyboardButton

from handlers.desk import Desk
from handlers.owner.shared.navigation import Go, Place, back, page_of, pages, short
from handlers.routing import Tap
from handlers.screens import button, keyboard
from messengers.links import LinkKind
from messengers.words import Say
from services import dates
from services.enums import Role
from services.errors import Gone
from services.staff import team
from services.staff.team import Colleague


class InviteTap(Tap, prefix="osi"):
    role: Role
    drawn: int  # when the button was drawn: tapped twice, it makes one invitation


class RevokeTap(Tap, prefix="osr"):
    staff_id: int
    sure: bool


def add_to(router: Router) -> None:
    router.callback_query.register(show_team, Go.filter(F.to == Place.STAFF))
    router.callback_query.register(invite, InviteTap.filter())
    router.callback_query.register(ask_to_revoke, RevokeTap.filter(~F.sure))
    router.callback_query.register(revoke, RevokeTap.filter(F.sure))


async def show_team(desk: Desk, tap: Go) -> None:
    await _team(desk, tap.page)


async def _team(desk: Desk, page: int = 0) -> None:
    colleagues = await _colleagues(desk)
    shown = page_of(colleagues, page)
    lines = [desk.say("owner-staff"), "", *(_line(desk.say, one) for one in shown)]
    drawn = int(desk.ctx.clock.now().timestamp())
    invitations = [
        button(desk.say.label(f"owner-invite-{role}"), InviteTap(role=role, drawn=drawn))
        for role in (Role.CASHIER, Role.OWNER)
    ]
    goodbyes = [
        [
            button(
                short(desk.say.label("owner-staff-revoke", name=one.name)),
                RevokeTap(staff_id=one.id, sure=False),
            )
        ]
        for one in shown
        if not one.is_you and not one.from_settings
    ]
    turn = pages(Place.STAFF, page, len(colleagues))
    markup = keyboard(invitations, *goodbyes, turn, back(desk.say, Place.SETUP))
    await desk.show("\n".join(lines), markup)


async def _colleagues(desk: Desk) -> list[Colleague]:
    zone = (await desk.terms()).timezone
    midnight = dates.start_of_day(desk.ctx.clock.now().astimezone(zone).date(), zone)
    return await team.colleagues(desk.ctx, desk.actor_id, midnight)


def _line(say: Say, one: Colleague) -> str:
    return say(
        "owner-staff-line",
        name=short(one.name, 60),
        role=one.role,
        you=one.is_you,
        purchases=one.purchases_today,
    )


async def invite(desk: Desk, tap: InviteTap) -> None:
    role = tap.role
    key = f"{desk.actor_id}:{role}:{tap.drawn}"
    invitation = await team.invite(desk.ctx, desk.actor_id, role, key=key)
    terms = await desk.terms()
    url = desk.links.to(LinkKind.STAFF, invitation.token)
    share = {"url": url, "text": desk.say.label("owner-invitation-text", shop=terms.shop_name)}
    text = desk.say("owner-invitation", role=role, url=url, until=invitation.expires_at)
    send = InlineKeyboardButton(
        text=desk.say.label("owner-invitation-send"),
        url=f"https://t.me/share/url?{urlencode(share)}",
    )
    await desk.show(text, keyboard([send], back(desk.say, Place.STAFF)))


async def ask_to_revoke(desk: Desk, tap: RevokeTap) -> None:
    everybody = await _colleagues(desk)
    one = next((one for one in everybody if one.id == tap.staff_id), None)
    if one is None:
        raise Gone
    sure = RevokeTap(staff_id=one.id, sure=True)
    await desk.show(
        desk.say("owner-staff-revoke-ask", name=short(one.name, 60)),
        keyboard(
            [button(desk.say.label("owner-staff-revoke-yes"), sure, style="danger")],
            back(desk.say, Place.STAFF),
        ),
    )


async def revoke(desk: Desk, tap: RevokeTap) -> None:
    name = await team.revoke(desk.ctx, desk.actor_id, tap.staff_id)
    desk.toast("owner-staff-revoked", name=short(name))
    await _team(desk)
