"""Compiles a question to one SQL condition. Typed text only ever becomes bound values."""

from dataclasses import replace

from sqlalchemy import ColumnElement, Select, and_, false, or_, select, true

from models.people import Member
from services.errors import Gone
from services.segments.attribute_catalogue import Catalogue
from services.segments.attributes import groups
from services.segments.questions.scope import Scope, no
from services.segments.questions.tree import Condition, Every, Node, Not, Some


def where(catalogue: Catalogue, scope: Scope, node: Node) -> ColumnElement[bool]:
    """A question as a condition on `members`; NULL counts as false. Raises Gone."""
    match node:
        case Condition(attribute=groups.SEGMENT, values=ids):
            return or_(false(), *(_saved(catalogue, scope, int(one)) for one in ids))
        case Condition():
            return catalogue.find(node.attribute).holds(scope, node)
        case Every(parts):
            return and_(true(), *(where(catalogue, scope, part) for part in parts))
        case Some(parts):
            return or_(false(), *(where(catalogue, scope, part) for part in parts))
        case Not(part):
            return no(where(catalogue, scope, part))


def _saved(catalogue: Catalogue, scope: Scope, segment_id: int) -> ColumnElement[bool]:
    """A saved segment. A live one is compiled in a scope without itself, so it cannot recurse."""
    if segment_id not in scope.saved:
        raise Gone
    tree = scope.saved[segment_id]
    if tree is None:
        return groups.listed(scope, segment_id)
    others = {key: saved for key, saved in scope.saved.items() if key != segment_id}
    return where(catalogue, replace(scope, saved=others), tree)


def members(catalogue: Catalogue, scope: Scope, node: Node) -> Select[int]:
    """The ids of members who match and have not left. Raises Gone."""
    return select(Member.id).where(Member.deleted_at.is_(None), where(catalogue, scope, node))
