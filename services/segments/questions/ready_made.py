"""Ready-made segments: questions that come with the program."""

from collections.abc import Mapping

from services.segments.questions.tree import (
    Before,
    Condition,
    During,
    Every,
    Last,
    Next,
    Node,
    Not,
    Period,
)

WITHOUT_A_SECOND = 14
"""Days after the first purchase without a second one."""

READY: Mapping[str, Node] = {
    "new": Condition("joined", when=Last(30)),
    "second": Every(
        (
            Condition("purchases", least=1, most=1),
            Condition("last_visit", when=Before(WITHOUT_A_SECOND)),
        )
    ),
    "regulars": Condition("stage", values=("frequent",)),
    "vip": Condition("stage", values=("vip",)),
    "falling": Condition("falling"),
    "sleeping30": Condition("last_visit", when=Before(30)),
    "sleeping60": Condition("last_visit", when=Before(60)),
    "sleeping90": Condition("last_visit", when=Before(90)),
    "lost": Condition("stage", values=("lost",)),
    "birthday": Condition("birthday", when=During(Period.THIS_WEEK)),
    "expiring": Condition("points_expiring", least=1, when=Next(14)),
    "unredeemed": Every(
        (
            Condition("purchases", least=2),
            Condition("redemptions", most=0),
            Condition("points", least=1),
        )
    ),
    "silent": Every((Condition("monetary", least=5), Not(Condition("consent")))),
}
"""Questions by name; the words are `segment-ready-*`."""
