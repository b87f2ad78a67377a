"""Groups that members fall into by what they did, and lists that the shop saved."""

from sqlalchemy import ColumnElement, false, or_, select

from models.knowing import SegmentMember
from services.segments import lifecycle, returning, rfm
from services.segments.attribute import Attribute, Kind, Named, Topic
from services.segments.scope import Scope
from services.segments.tree import Condition

SEGMENT = "segment"


def listed(scope: Scope, segment_id: int) -> ColumnElement[bool]:
    """That the member is in a frozen segment."""
    query = select(SegmentMember.member_id).where(SegmentMember.segment_id == segment_id)
    return scope.among(query)


def _segment(scope: Scope, condition: Condition) -> ColumnElement[bool]:
    """Lists only: `services.segments.compile` asks the live ones, whose questions it knows."""
    return or_(false(), *(listed(scope, int(one)) for one in condition.values))


ATTRIBUTES = (
    Attribute(
        SEGMENT,
        Kind.CHOICE,
        Topic.GROUPS,
        _segment,
        "a live one is asked anew, a frozen one is a list",
        named=Named.SEGMENT,
    ),
    *rfm.ATTRIBUTES,
    *lifecycle.ATTRIBUTES,
    *returning.ATTRIBUTES,
)
