"""The purpose of a question: a broadcast, an offer, or only to look.

A purpose stays in the conversation's data, whatever question it is about, until `then` goes on.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from aiogram.fsm.state import State

from handlers.desk import Desk
from handlers.owner.audience.question_taps import AskAct, QuestionForm
from handlers.owner.shared.navigation import Place, back
from handlers.screens import Row
from messengers.words import Say
from services.errors import Gone
from services.segments.questions.tree import Node

Then = Callable[[Desk, Node], Awaitable[None]]

KEPT = ("purpose", "draft", "cities")
"""Names in the conversation's data that outlive one question."""


@dataclass(frozen=True, slots=True)
class Purpose:
    """`flow` is its name in the data and for /cancel; `then` takes the question that was chosen."""

    flow: str
    act: AskAct  # the button of a question that has no purpose yet
    choice: str  # the key of the text above the choice
    home: Place
    then: Then
    more: Callable[[Say], Row] = lambda _say: ()  # one more row of the choice


_purposes: dict[str, Purpose] = {}


def add(purpose: Purpose) -> None:
    """Let questions be asked for this. The folder of the purpose calls it."""
    _purposes[purpose.flow] = purpose


def purpose_of(data: Mapping[str, Any]) -> Purpose | None:
    return _purposes[data["purpose"]] if "purpose" in data else None


def named(act: AskAct, data: Mapping[str, Any]) -> Purpose:
    """The purpose of a button: its own, or that of the conversation. Raises Gone for none."""
    if act is AskAct.USE:
        found = purpose_of(data)
    else:
        found = next((one for one in _purposes.values() if one.act is act), None)
    if found is None:
        raise Gone
    return found


def words_of(data: Mapping[str, Any]) -> State:
    """The state in which the conversation awaits a question in words."""
    return QuestionForm.audience if "purpose" in data else QuestionForm.words


async def begin(desk: Desk, state: State | None = None, **data: Any) -> dict[str, Any]:
    """Forget the question before this one, but not its purpose; await words, if nothing else.

    Returns the conversation's data from now on.
    """
    kept = {name: one for name, one in (await desk.state.get_data()).items() if name in KEPT}
    await desk.state.set_state(state or words_of(kept))
    await desk.state.set_data(kept | data)
    return kept | data


def way_out(say: Say, data: Mapping[str, Any]) -> Row:
    """The last row of a screen: back to where the purpose, or looking, began."""
    purpose = purpose_of(data)
    return back(say, purpose.home if purpose else Place.SEGMENTS)
