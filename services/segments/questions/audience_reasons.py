"""Why an offer is for a member, in one word if possible."""

from collections.abc import Callable, Mapping

from services.segments.questions.tree import EVERYONE, Before, Condition, Last, Next, Node

OTHER = "segment"
"""One word is not enough: the question is told in its own words."""


def reason(node: Node) -> str:
    """A key for `offer-why`: that of one plain condition, or OTHER."""
    if node == EVERYONE:
        return "everyone"
    if not isinstance(node, Condition) or node.goods:
        return OTHER
    return next((word for word, said in _WORDS.items() if said(node)), OTHER)


_WORDS: Mapping[str, Callable[[Condition], bool]] = {
    "level": lambda asked: asked.attribute == "level",
    "city": lambda asked: asked.attribute == "city",
    "gender": lambda asked: asked.attribute == "gender",
    "age": lambda asked: asked.attribute == "age",
    "birthday": lambda asked: asked.attribute == "birthday" and isinstance(asked.when, Next),
    "new": lambda asked: asked.attribute == "joined" and isinstance(asked.when, Last),
    "sleeping": lambda asked: asked.attribute == "last_visit" and isinstance(asked.when, Before),
    "spent": lambda asked: asked.attribute == "spent" and asked.most is None and asked.when is None,
    "list": lambda asked: asked.attribute == "member",
}
