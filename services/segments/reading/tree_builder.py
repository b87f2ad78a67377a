"""Builds the question from the parse tree of a sentence."""

from dataclasses import replace

from lark import Token, v_args
from lark.tree import Meta

from services.segments.questions.attribute import LATEST
from services.segments.questions.tree import EVERYONE, Condition, Every, Node, Not, Some
from services.segments.reading import time_values
from services.segments.reading.amount_rules import VISITED, Measures
from services.segments.reading.amounts import Amount, Nonsense, Range
from services.segments.reading.rule_helpers import Children, Draft, Wrong, clause, infix, is_a, ways

ATTRIBUTES = {
    "GENDER": "gender", "FAMILY": "family", "LANGUAGE": "language", "CONTACT": "contact_time",
    "INTEREST": "interest", "SOURCE": "source", "CHANNEL": "channel", "RFM": "rfm",
    "STAGE": "stage", "SEGMENT": "segment", "LEVEL": "level", "CITY": "city",
}  # fmt: skip
"""The attribute of each terminal that names a value."""

YOUNGEST_MARK, OLDEST_MARK = 10, 99

ANSWERS = {
    ("TAP", "campaigns"): "tapped",
    ("RECEIVE", "campaigns"): "received",
    ("RECEIVE", "offers"): "offer_received",
    ("USE", "offers"): "offer_used",
    ("COMPLETE", "quizzes"): "quiz",
}
"""The attribute for a verb and its object."""


class Meaning(Measures):
    """One method for each rule about and/or/not, people and their answers."""

    def start(self, children: Children) -> Node | None:
        return self._node(children[0])

    def every(self, children: Children) -> Draft | None:
        parts = self._nodes(children)
        return Draft(Every(parts)) if parts else None

    def some(self, children: Children) -> Draft | None:
        parts = self._nodes(children)
        return Draft(Some(parts)) if parts else None

    @v_args(meta=True)
    def negated(self, meta: Meta, children: Children) -> Draft | None:
        return self._turned(meta, children[0])

    @v_args(meta=True)
    def denied(self, meta: Meta, children: Children) -> Draft | None:
        """A second "not" is refused: it may only stress the first, as in «ни разу … не»."""
        (draft,) = children
        if draft is not None and draft.turned:
            self.wrong.append(Wrong(meta.start_pos, meta.end_pos, draft.about))
            draft = None
        return self._turned(meta, draft)

    def _turned(self, meta: Meta, draft: Draft | None) -> Draft | None:
        """The negation. A failed «не были» is noted with its "not" and as a question about the last
        visit, because the example shown instead has its own "not".
        """
        place = (meta.start_pos, meta.end_pos)
        if draft is not None and draft.denied is not None:
            return Draft(draft.denied, place=place, about=draft.about, turned=True)
        node = self._node(draft)
        if node is not None:
            return Draft(Not(node), place=place, about=draft.about if draft else (), turned=True)
        self.wrong = [
            Wrong(place[0], one.end, ("last_visit",))
            if VISITED in one.about and place[0] <= one.start and one.end <= place[1]
            else one
            for one in self.wrong
        ]
        return None

    def bracketed(self, children: Children) -> Draft | None:
        draft: Draft | None = children[0]
        return None if draft is None else replace(draft, turned=False)

    def _nodes(self, drafts: Children) -> tuple[Node, ...]:
        nodes = map(self._node, drafts)
        return tuple(node for node in nodes if node is not None)

    def _node(self, draft: Draft | None) -> Node | None:
        if draft is None:
            return None
        if draft.node is None:
            self.wrong.append(Wrong(*draft.place, draft.about))
        return draft.node

    @clause
    def flag(self, children: Children) -> Draft:
        key = str(children[0].value)
        so = self.sound(Condition(key.removeprefix("-")))
        return Draft(Not(so), so) if key.startswith("-") else Draft(so)

    def everybody(self, _children: Children) -> Draft:
        return Draft(EVERYONE)

    def nobody(self, _children: Children) -> Draft:
        return Draft(Some(()))

    @clause
    def people(self, children: Children) -> Draft:
        gender = self.sound(Condition("gender", values=(children[0].value,)))
        if is_a(children[1], "AGESPAN"):
            least, most = children[1].value
        else:
            least, most = (child.value for child in children if is_a(child, "NUMBER"))
        upper = None if most is None else Amount(most)
        age = self.ranged("age", Range(Amount(least), upper))
        return Draft(Every((gender, age)))

    @clause
    def ages(self, children: Children) -> Draft:
        """«18+» alone is an age; other numbers alone may be anything."""
        least, most = children[0].value
        if most is not None or not YOUNGEST_MARK <= least <= OLDEST_MARK:
            raise Nonsense
        return Draft(self.ranged("age", Range(Amount(least))))

    @clause
    def older(self, children: Children) -> Draft:
        years = Amount(children[1].value)
        above = is_a(children[0], "OLDER")
        range_ = Range(least=years, above=True) if above else Range(most=years, below=True)
        return Draft(self.ranged("age", range_))

    @clause
    def choice(self, children: Children) -> Draft:
        tokens = [child for child in children if child.type in ATTRIBUTES]
        named = [token.value for token in tokens]
        values = dict.fromkeys(value[1] if isinstance(value, tuple) else value for value in named)
        asked = Condition(ATTRIBUTES[tokens[0].type], values=tuple(values))
        return infix(children, self.sound(asked))

    @clause
    def own(self, children: Children) -> Draft:
        """A custom attribute; an answer alone belongs to the first attribute that has it."""
        before = [child for child in children if not is_a(child, "ANSWER")]
        answers = [dict(child.value) for child in children if is_a(child, "ANSWER")]
        keys = [str(before[0].value)] if before else list(answers[0])
        for key in keys:
            if all(key in answer for answer in answers):
                values = tuple(dict.fromkeys(answer[key] for answer in answers))
                return infix(before, self.sound(Condition(key, values=values)))
        raise Nonsense

    @clause
    def member(self, children: Children) -> Draft:
        return Draft(self.sound(Condition("member", values=children[0])))

    def ids(self, children: Children) -> tuple[int, ...]:
        return tuple(child.value for child in children)

    @clause
    def act(self, children: Children) -> Draft:
        verb = next(child.type for child in children if isinstance(child, Token))
        sort, found = next(child for child in children if isinstance(child, tuple))
        if any(isinstance(child, Range) for child in children):
            raise Nonsense
        key = ANSWERS[verb, sort]
        spoken = [child for child in children if isinstance(child, time_values.Time)]
        when = time_values.when(self.catalogue.find(key), spoken, self.today)

        def asked(*values: int | str) -> Node:
            return self.sound(Condition(key, values=values, when=when))

        if any(None in way for way in found):
            return Draft(asked())
        if all(len(way) == 1 for way in found):
            return Draft(asked(*(value for (value,) in found)))
        return Draft(Some(tuple(Every(tuple(map(asked, way))) for way in found)))

    def campaign(self, children: Children) -> int:
        return int(children[1].value)

    def campaigns(self, children: Children) -> tuple[str, list[list[int | str | None]]]:
        values = {"LATEST": LATEST, "CAMPAIGN": None}
        found = ways(children)
        return "campaigns", [
            [values[one.type] if isinstance(one, Token) else one for one in way] for way in found
        ]

    def offers(self, children: Children) -> tuple[str, list[list[int | None]]]:
        return "offers", _things(children, "ANYOFFER")

    def quizzes(self, children: Children) -> tuple[str, list[list[int | None]]]:
        return "quizzes", _things(children, "ANYQUIZ")


def _things(children: Children, any_: str) -> list[list[int | None]]:
    """Listed ids; `[[None]]` means any."""
    listed = [child for child in children if not is_a(child, any_)]
    return [[one.value[1] for one in way] for way in ways(listed)] if listed else [[None]]
