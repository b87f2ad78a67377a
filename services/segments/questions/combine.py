"""Builds a question, one condition after another."""

from enum import StrEnum

from services.segments.questions.tree import EVERYONE, Condition, Every, Node, Not, Some


class Join(StrEnum):
    """How a new condition is joined to the question."""

    AND = "and"
    OR = "or"
    NOT = "not"  # and not
    LAST = "last"  # or, with the last condition only


def join(node: Node, how: Join, one: Node) -> Node:
    """The question with one more condition. Everybody `or` a condition is the condition alone."""
    match how:
        case Join.AND:
            return _both(node, one)
        case Join.NOT:
            return _both(node, Not(one))
        case Join.OR:
            return one if node == EVERYONE else Some((*_parts(node, Some), one))
        case Join.LAST:
            if isinstance(node, Every) and node.parts:
                *before, last = node.parts
                return Every((*before, Some((*_parts(last, Some), one))))
            return join(node, Join.OR, one)


def _both(node: Node, one: Node) -> Node:
    return one if node == EVERYONE else Every((*_parts(node, Every), one))


def _parts(node: Node, kind: type[Every] | type[Some]) -> tuple[Node, ...]:
    return node.parts if isinstance(node, kind) else (node,)


def without(node: Node, place: int) -> Node:
    """The question without the condition at a place, counted in reading order; everybody when it
    was the only one. A group with one part left becomes that part.
    """
    left = _without(node, [place])
    return EVERYONE if left is None else left


def _without(node: Node, countdown: list[int]) -> Node | None:
    """`countdown` holds the number of conditions before the one to remove."""
    match node:
        case Condition():
            countdown[0] -= 1
            return None if countdown[0] == -1 else node
        case Not(part):
            left = _without(part, countdown)
            return None if left is None else Not(left)
        case Every(parts) | Some(parts):
            found = (_without(part, countdown) for part in parts)
            kept = tuple(part for part in found if part is not None)
            if len(kept) <= 1:
                return kept[0] if kept else None
            return type(node)(kept)
