"""Putting a question together, one condition after another."""

from enum import StrEnum

from services.segments.questions.tree import EVERYONE, Condition, Every, Node, Not, Some


class Join(StrEnum):
    """How a condition joins what is asked already."""

    AND = "and"
    OR = "or"
    NOT = "not"  # and it is not so
    LAST = "last"  # or, with the last one only


def join(node: Node, how: Join, one: Node) -> Node:
    """The question with one more part. Of everybody only `and` and `not` narrow."""
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
    """The question without its condition at a place, as they are read; everybody when it was the
    only one. A group that loses all but one of its parts is that part.
    """
    left = _without(node, [place])
    return EVERYONE if left is None else left


def _without(node: Node, countdown: list[int]) -> Node | None:
    """`countdown` is how many conditions come before the one to leave out."""
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
