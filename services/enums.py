"""Enumerations that services and handlers share: terms of the domain, not of the tables."""

from models.ledger import OperationKind
from models.messaging import CampaignStatus, DeliveryClass, DeliveryStatus
from models.offers import OfferKind, Schedule
from models.people import AuditSource, ContactTime, Family, Gender, Role, Source
from models.rewards import VoucherStatus
from models.segmentation import AttributeKind
from models.stamps import StampBy
from models.surveys import FeedbackKind
from models.till import RedemptionStatus, RefundKind
from models.trust import FlagStatus, Suspicion

__all__ = [
    "AttributeKind",
    "AuditSource",
    "CampaignStatus",
    "ContactTime",
    "DeliveryClass",
    "DeliveryStatus",
    "Family",
    "FeedbackKind",
    "FlagStatus",
    "Gender",
    "OfferKind",
    "OperationKind",
    "RedemptionStatus",
    "RefundKind",
    "Role",
    "Schedule",
    "Source",
    "StampBy",
    "Suspicion",
    "VoucherStatus",
]
