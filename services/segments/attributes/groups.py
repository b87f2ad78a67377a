"""Attributes of RFM groups, scores and forecasts, and of saved segments."""

from sqlalchemy import ColumnElement, false, or_, select

from models.segmentation import SegmentMember
from services.segments.attributes import lifecycle
from services.segments.questions.attribute import Attribute, Kind, Named, Topic
from services.segments.questions.scope import Scope
from services.segments.questions.tree import Condition
from services.segments.rfm import return_forecast, scores

SEGMENT = "segment"


def listed(scope: Scope, segment_id: int) -> ColumnElement[bool]:
    """The member is in a frozen segment."""
    query = select(SegmentMember.member_id).where(SegmentMember.segment_id == segment_id)
    return scope.among(query)


def _segment(scope: Scope, condition: Condition) -> ColumnElement[bool]:
    """Frozen segments only: `services.segments.compiler` compiles the questions of live ones."""
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
    *scores.ATTRIBUTES,
    *lifecycle.ATTRIBUTES,
    *return_forecast.ATTRIBUTES,
)
