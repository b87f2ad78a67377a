"""The level: what it gives, what is missing for the next one, and what all of them are."""

from aiogram import Router

from handlers import screens
from handlers.desk import Desk
from handlers.formats import percent
from handlers.member.access import Tapped
from messengers.words import Say
from services.levels import levels
from services.levels.levels import Progress, Step

OPEN = "my_level"
BALANCE = "balance"


def add_to(router: Router) -> None:
    router.callback_query.register(show, Tapped(OPEN))


async def show(desk: Desk) -> None:
    own = await levels.progress(desk.ctx, desk.member_id)
    back = [screens.button(desk.say.label("menu-balance"), BALANCE)]
    await desk.show(_text(desk.say, own), screens.keyboard(back))


def _text(say: Say, own: Progress) -> str:
    by = own.by.value
    lines = [say("level-own", level=own.level, rate=percent(say, own.rate_bp))]
    if own.perks is not None:
        lines.append(say("level-perks", perks=own.perks))
    lines += ["", say("level-reached", by=by, days=own.window_days, reached=own.reached)]
    if own.next_level is not None:
        lines.append(say("level-next", by=by, missing=own.missing, next=own.next_level))
    else:
        lines.append(say("level-highest"))
    if own.kept_until is not None:
        lines += ["", say("level-kept", by=by, until=own.kept_until, missing=own.to_keep)]
    if len(own.ladder) > 1:
        lines += ["", say("level-ladder")]
        lines += [_step(say, by, step, first=step is own.ladder[0]) for step in own.ladder]
    return "\n".join(lines)


def _step(say: Say, by: str, step: Step, *, first: bool) -> str:
    text = say(
        "level-step",
        level=step.name,
        rate=percent(say, step.rate_bp),
        by=by,
        threshold=step.threshold,
        own=step.own,
        first=first,
    )
    if step.perks is None:
        return text
    return f"{text}\n   {say('level-perks', perks=step.perks)}"
