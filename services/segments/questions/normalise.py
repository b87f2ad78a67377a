"""The normal form of a question: trees that differ only in brackets become equal."""

from dataclasses import replace

from services.segments.questions.tree import Condition, Every, Node, Not, Some


def normal(node: Node) -> Node:
    """The same question in normal form.

    An Every within an Every is flattened, so is a Some within a Some. A group of one part becomes
    that part. A double Not is dropped. Conditions of a Some that differ only in values become one.
    """
    match node:
        case Condition():
            return node
        case Not(part):
            inner = normal(part)
            return inner.part if isinstance(inner, Not) else Not(inner)
        case Every(parts):
            return _bare(Every, [each for part in parts for each in _opened(Every, normal(part))])
        case Some(parts):
            opened = [each for part in parts for each in _opened(Some, normal(part))]
            return _bare(Some, _joined(opened))


def _opened(kind: type[Every] | type[Some], node: Node) -> tuple[Node, ...]:
    return node.parts if isinstance(node, kind) else (node,)


def _bare(kind: type[Every] | type[Some], parts: list[Node]) -> Node:
    return parts[0] if len(parts) == 1 else kind(tuple(parts))


def _joined(parts: list[Node]) -> list[Node]:
    """`level gold` or `level platinum`: `level gold or platinum`."""
    joined: list[Node] = []
    places: dict[Condition, int] = {}
    for part in parts:
        if not (isinstance(part, Condition) and part.values):
            joined.append(part)
            continue
        bare = replace(part, values=())
        if bare not in places:
            places[bare] = len(joined)
            joined.append(part)
            continue
        known = joined[places[bare]]
        if isinstance(known, Condition):
            values = dict.fromkeys((*known.values, *part.values))
            joined[places[bare]] = replace(known, values=tuple(values))
    return joined
