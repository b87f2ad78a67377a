"""Taps, and how they find their handler."""

from enum import StrEnum
from typing import Any, Literal

from aiogram.filters.callback_data import CallbackData, CallbackQueryFilter
from aiogram.types import CallbackQuery
from magic_filter import MagicFilter


class Tap(CallbackData, prefix="tap"):
    """The data of a button. `act`, if a tap has one, is a StrEnum."""

    @classmethod
    def filter(cls, rule: MagicFilter | None = None) -> "TapFilter":
        """Lets taps of this class pass for which `rule` holds."""
        return TapFilter(cls, rule)

    @classmethod
    def on(cls, *acts: StrEnum) -> "TapFilter":
        """Lets these acts pass."""
        return TapFilter(cls, acts=frozenset(acts))


class TapFilter(CallbackQueryFilter):
    """Hands on the parsed button as `tap`. Another prefix costs a comparison, not an exception."""

    __slots__ = ("_acts", "_beginning")

    def __init__(
        self,
        kind: type[Tap],
        rule: MagicFilter | None = None,
        acts: frozenset[StrEnum] = frozenset(),
    ) -> None:
        super().__init__(callback_data=kind, rule=rule)
        self._acts = acts
        self._beginning = f"{kind.__prefix__}{kind.__separator__}"

    async def __call__(self, query: CallbackQuery) -> Literal[False] | dict[str, Any]:
        data = query.data or ""
        if not data.startswith(self._beginning) and data != self.callback_data.__prefix__:
            return False
        try:
            tap = self.callback_data.unpack(data)
        except (TypeError, ValueError):
            return False
        if self._acts and getattr(tap, "act", None) not in self._acts:
            return False
        if self.rule is not None and not self.rule.resolve(tap):
            return False
        return {"tap": tap}
