"""The journal: who did what, when; all of it or what is looked for; as a file too."""

from datetime import timedelta
from typing import Any

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import BufferedInputFile, InlineKeyboardButton

from handlers import statement_file as account_file
from handlers.desk import Desk
from handlers.owner.guests import journal_words
from handlers.owner.shared.navigation import PAGE, STEP, Go, Place, Typed, back, short
from handlers.routing import Tap
from handlers.screens import button, in_rows, keyboard
from messengers.words import Say
from services import dates, programme
from services.back_office import journal
from services.back_office.journal import AuditLine, Search
from services.context import Context
from services.members import member_search
from services.members.member_search import Called
from services.parsing.texts import one_line
from services.points import statement

SUBJECTS = (
    *("purchase", "redemption", "voucher", "points", "member", "consent", "flag", "staff"),
    *("programme", "rule", "policy", "trust", "goods", "reward", "stamp", "fund", "offer"),
    *("attribute", "quiz", "feedback", "questions", "segment", "import", "campaign"),
)
PERIODS = (1, 7, 30, 365)  # days, today being one of them
ALL = "all"
"""Of a tap: this narrows the journal no more."""

SOUGHT_LENGTH = 60
MOST_CHOICES = 80  # a message may have a hundred buttons
MOST_GUESTS = 3
"""The most members that a typed name may match; with more it is too short."""

BATCH = 1_000
MOST_LINES = 50_000
"""The most lines of a file, so that it stays well under the size that a bot may send."""

Wanted = dict[str, Any]
"""The filters, as the conversation keeps them: `member`, `staff`, `subject`, `days`; with a
`member_id`, `member` is only the name to show.
"""


class JournalForm(StatesGroup):
    member = State()  # a member's name or phone is typed next


class OlderTap(Tap, prefix="oj"):
    before_id: int


class NarrowTap(Tap, prefix="ojf"):
    """A filter of the journal; without a value, the choices are shown."""

    by: str
    value: str | None = None


class AccountTap(Tap, prefix="oja"):
    member_id: int


class AboutTap(Tap, prefix="ojg"):
    """The journal of one guest."""

    member_id: int


def add_to(router: Router) -> None:
    tap = router.callback_query
    tap.register(everything, Go.filter(F.to == Place.JOURNAL), flags=STEP)
    tap.register(older, OlderTap.filter(), flags=STEP)
    tap.register(everything, NarrowTap.filter(F.by == ALL), flags=STEP)
    tap.register(export, NarrowTap.filter(F.by == "file"), flags=STEP)
    tap.register(account, AccountTap.filter(), flags=STEP)
    tap.register(about, AboutTap.filter(), flags=STEP)
    tap.register(choices, NarrowTap.filter(F.value.is_(None)), flags=STEP)
    tap.register(narrow, NarrowTap.filter(), flags=STEP)
    router.message.register(seek, Typed(), JournalForm.member, flags=STEP)


async def everything(desk: Desk) -> None:
    await _page(desk, {})


async def older(desk: Desk, tap: OlderTap) -> None:
    wanted = await _wanted(desk.state)
    await _page(desk, wanted, tap.before_id)


async def seek(desk: Desk) -> None:
    """A member's name, a part of it, or their phone."""
    sought = one_line(desk.message.text or "", most=SOUGHT_LENGTH)
    wanted = {**_without(await _wanted(desk.state), "member"), "member": sought}
    await _page(desk, wanted)


async def about(desk: Desk, tap: AboutTap) -> None:
    guest = await member_search.one(desk.ctx, desk.actor_id, tap.member_id)
    name = guest.name or desk.say.label("owner-nobody")
    wanted = {"member": name, "member_id": guest.member_id}
    await _page(desk, wanted)


async def choices(desk: Desk, tap: NarrowTap) -> None:
    by = tap.by
    found: list[tuple[str, str]] = []
    match by:
        case "member":
            await desk.state.set_state(JournalForm.member)
        case "staff":
            staff = await journal.actors(desk.ctx, desk.actor_id)
            found = [(short(name), str(staff_id)) for staff_id, name in staff[:MOST_CHOICES]]
        case "subject":
            found = [(desk.say.label("journal-subject", subject=one), one) for one in SUBJECTS]
        case "days":
            found = [(desk.say.label("journal-days", days=days), str(days)) for days in PERIODS]
    chips = [button(label, NarrowTap(by=by, value=value)) for label, value in found]
    anything = button(desk.say.label("journal-any"), NarrowTap(by=by, value=ALL))
    text = desk.say("journal-narrow", by=by)
    to_page = button(desk.say.label("button-back"), NarrowTap(by="page", value=ALL))
    await desk.show(text, keyboard(*in_rows(chips, 2), [anything], [to_page]))


async def narrow(desk: Desk, tap: NarrowTap) -> None:
    by, value = tap.by, tap.value
    wanted = _without(await _wanted(desk.state), by)
    if value == ALL:
        pass
    elif by == "subject" and value in SUBJECTS:
        wanted["subject"] = value
    elif by in {"staff", "days"} and value is not None and value.isdecimal():
        wanted[by] = int(value)
    await _page(desk, wanted)


async def export(desk: Desk) -> None:
    """The screen's records, all pages of them, as a file for a spreadsheet."""
    await desk.answer_tap()
    search = await _search(desk.ctx, await _wanted(desk.state))
    terms = await desk.terms()
    found: list[AuditLine] = []
    while len(found) < MOST_LINES:
        before_id = found[-1].id if found else None
        batch = await journal.latest(
            desk.ctx, desk.actor_id, search, limit=BATCH, before_id=before_id
        )
        found += batch
        if len(batch) < BATCH:
            break
    table = journal_words.table(desk.say, terms, found)
    caption = desk.say("journal-file", lines=len(found), cut=len(found) >= MOST_LINES)
    name = f"journal-{desk.ctx.clock.now().astimezone(terms.timezone):%Y-%m-%d}.csv"
    await desk.bot.send_document(desk.chat_id, BufferedInputFile(table, name), caption=caption)


async def account(desk: Desk, tap: AccountTap) -> None:
    """A guest's account as a file: what an accountant asks for."""
    await desk.answer_tap()
    drawn = await statement.of(desk.ctx, desk.actor_id, tap.member_id)
    terms = await desk.terms()
    table = BufferedInputFile(
        account_file.table(desk.say, terms, drawn),
        account_file.file_name(desk.say, terms, desk.ctx.clock.now()),
    )
    await desk.bot.send_document(
        desk.chat_id, table, caption=desk.say("journal-account-file", name=drawn.name)
    )


async def _page(desk: Desk, wanted: Wanted, before_id: int | None = None) -> None:
    search = await _search(desk.ctx, wanted)
    found = await journal.latest(
        desk.ctx, desk.actor_id, search, limit=PAGE + 1, before_id=before_id
    )
    terms = await desk.terms()
    await desk.state.set_state(None)
    await desk.state.set_data({"journal": wanted})
    shown = found[:PAGE]
    lines = [desk.say("owner-journal") if shown or wanted else desk.say("owner-journal-none")]
    lines += [journal_words.line(desk.say, terms, one) for one in shown]
    if wanted and not shown:
        lines.append(desk.say("journal-nothing"))
    turn = []
    if before_id is not None:
        turn.append(button(desk.say.label("owner-journal-newest"), NarrowTap(by="page", value=ALL)))
    if len(found) > PAGE:
        turn.append(button(desk.say.label("owner-journal-older"), OlderTap(before_id=shown[-1].id)))
    guests = await _guests(desk, wanted)
    markup = keyboard(
        *in_rows(await _filters(desk, wanted), 2),
        turn,
        [button(desk.say.label("journal-export"), NarrowTap(by="file"))] if shown else [],
        *([_account(desk.say, one)] for one in guests),
        [button(desk.say.label("journal-clear"), NarrowTap(by=ALL))] if wanted else [],
        back(desk.say),
    )
    await desk.show("\n\n".join(lines), markup)


async def _guests(desk: Desk, wanted: Wanted) -> tuple[Called, ...]:
    """Buttons for the people of the records, if they are few."""
    if "member_id" in wanted:
        return (await member_search.one(desk.ctx, desk.actor_id, wanted["member_id"]),)
    if "member" not in wanted:
        return ()
    found = await member_search.find(desk.ctx, desk.actor_id, wanted["member"], limit=MOST_GUESTS)
    return () if found.more else found.first


def _account(say: Say, guest: Called) -> InlineKeyboardButton:
    """Namesakes are told apart by the day on which they joined."""
    joined = say.day(guest.joined_at.astimezone(say.timezone).date())
    label = say.label("journal-account", name=short(guest.name, 20), joined=joined)
    return button(label, AccountTap(member_id=guest.member_id))


async def _filters(desk: Desk, wanted: Wanted) -> list[InlineKeyboardButton]:
    """One button for each way to narrow, with what is chosen in it."""
    whom = desk.say.label("journal-by-member")
    if "member" in wanted:
        whom = f"✓ {short(wanted['member'], 20)}"
    who = desk.say.label("journal-by-staff")
    if "staff" in wanted:
        names = dict(await journal.actors(desk.ctx, desk.actor_id))
        who = f"✓ {short(names.get(wanted['staff'], ''), 20)}"
    what = desk.say.label("journal-by-subject")
    if "subject" in wanted:
        what = "✓ " + desk.say.label("journal-subject", subject=wanted["subject"])
    when = desk.say.label("journal-by-days")
    if "days" in wanted:
        when = "✓ " + desk.say.label("journal-days", days=wanted["days"])
    labels = (("member", whom), ("staff", who), ("subject", what), ("days", when))
    return [button(label, NarrowTap(by=by)) for by, label in labels]


async def _wanted(state: FSMContext) -> Wanted:
    wanted: Wanted = (await state.get_data()).get("journal", {})
    return wanted


def _without(wanted: Wanted, by: str) -> Wanted:
    gone = {by, "member_id"} if by == "member" else {by}
    return {name: kept for name, kept in wanted.items() if name not in gone}


async def _search(ctx: Context, wanted: Wanted) -> Search:
    since = None
    if "days" in wanted:
        zone = (await programme.current(ctx)).timezone
        first = ctx.clock.now().astimezone(zone).date() - timedelta(days=wanted["days"] - 1)
        since = dates.start_of_day(first, zone)
    member_id = wanted.get("member_id")
    return Search(
        member=wanted.get("member") if member_id is None else None,
        member_id=member_id,
        staff_id=wanted.get("staff"),
        subject=wanted.get("subject"),
        since=since,
    )
