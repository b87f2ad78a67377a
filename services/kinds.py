"""The enumerations that doors speak of too: words of the domain, not of the tables."""

from models.ledger import OperationKind
from models.people import Gender, Role, Source
from models.rewards import VoucherStatus
from models.speaking import (
    CampaignStatus,
    DeliveryClass,
    DeliveryStatus,
    OfferKind,
    Schedule,
)
from models.till import RedemptionStatus

__all__ = [
    "CampaignStatus",
    "DeliveryClass",
    "DeliveryStatus",
    "Gender",
    "OfferKind",
    "OperationKind",
    "RedemptionStatus",
    "Role",
    "Schedule",
    "Source",
    "VoucherStatus",
]
