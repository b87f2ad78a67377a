"""Stores a shop's facts as rows. Totals are computed from receipts here, not by services."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncSession

from models.base import Base
from models.goods import Category, Outlet, Product
from models.ledger import Account, Lot, Operation
from models.messaging import Campaign, Delivery
from models.offers import MemberOffer, Offer
from models.people import Identity, Member, Staff
from models.programme import Level
from models.rewards import Reward, Voucher
from models.segmentation import (
    AttributeChoice,
    AttributeValue,
    Child,
    CustomAttribute,
    MemberCategory,
    Segment,
    SegmentMember,
)
from models.surveys import Feedback, Quiz, QuizRun
from models.till import Purchase, PurchaseLine, Redemption
from services.segments.questions.tree import to_json
from tests.services.segments import random_shop as dice
from tests.services.segments.facts import Chat, Facts, Person

Row = dict[str, Any]
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
NEVER = {"created_at": LONG_AGO, "hidden_at": None}


class Rows:
    """Rows by table, in an order that respects foreign keys."""

    def __init__(self) -> None:
        self._of: dict[type[Base], list[Row]] = {}
        self._numbers = count(100)

    def number(self) -> int:
        """An unused number."""
        return next(self._numbers)

    def add(self, model: type[Base], **values: Any) -> None:
        self._of.setdefault(model, []).append(values)

    def named(self, model: type[Base], ids: Sequence[int], **values: Any) -> None:
        for number in ids:
            self.add(model, id=number, **values)

    async def store(self, session: AsyncSession) -> None:
        for table in Base.metadata.sorted_tables:
            for model, rows in self._of.items():
                if model.__table__ is table:
                    await session.execute(insert(model), rows)


async def store(session: AsyncSession, facts: Facts) -> None:
    rows = Rows()
    _furnish(rows, facts)
    for account in {person.account.id: person.account for person in facts.people}.values():
        rows.add(Account, id=account.id, balance=account.balance, created_at=LONG_AGO)
        for moved in account.moved:
            _operation(rows, account.id, moved.kind, moved.at, moved.points)
        for lot in account.lots:
            rows.add(Lot, account_id=account.id, kind="purchase", created_at=LONG_AGO,
                     expires_at=lot.expires_at, remaining=lot.remaining)  # fmt: skip
    for person in facts.people:
        _member(rows, person)
        _till(rows, person)
        _answers(rows, person)
        for chat in person.chats:
            _chat(rows, chat, person.id)
    for chat in facts.strays:
        _chat(rows, chat, None)
    await rows.store(session)


def _furnish(rows: Rows, facts: Facts) -> None:
    """The shop's own rows, without people."""
    rows.add(Identity, id=1, messenger="telegram", external_id=1, name="Olga", language="ru",
             created_at=LONG_AGO)  # fmt: skip
    rows.add(Staff, id=1, identity_id=1, name="Olga", role="owner", created_at=LONG_AGO)
    rows.named(Level, dice.LEVELS, name="Level", threshold=0, rate_bp=500)
    rows.named(Category, dice.CATEGORIES, name="Category", **NEVER)
    rows.named(Product, dice.PRODUCTS, name="Product", **NEVER)
    rows.named(Outlet, dice.OUTLETS, name="Outlet", **NEVER)
    rows.named(Quiz, dice.QUIZZES, title="Quiz", text="", points=0, created_by=1,
               created_at=LONG_AGO)  # fmt: skip
    rows.named(Reward, [1], title="Cake", points=10, voucher_days=10, created_at=LONG_AGO)
    rows.named(Offer, dice.OFFERS, title="Offer", text="", kind="points", value=1, conditions={},
               valid_days=1, audience={"and": []}, schedule="once", repeat_days=1, created_by=1,
               created_at=LONG_AGO)  # fmt: skip
    for number, started_at in facts.campaigns.items():
        rows.add(Campaign, id=number, audience={"and": []}, posts={}, status="done", created_by=1,
                 created_at=LONG_AGO, started_at=started_at)  # fmt: skip
    for attribute, choices in dice.CHOICES.items():
        rows.add(CustomAttribute, id=attribute, name="Pets", kind="several", created_at=LONG_AGO)
        for choice in choices:
            rows.add(AttributeChoice, id=choice, attribute_id=attribute, name="Cat", position=0)
    rows.add(CustomAttribute, id=dice.NUMBER, name="Size", kind="number", created_at=LONG_AGO)
    for number, question in facts.questions.items():
        rows.add(Segment, id=number, name="Live", tree=to_json(question), frozen_at=None,
                 created_by=1, created_at=LONG_AGO)  # fmt: skip
    for number, ids in facts.lists.items():
        rows.add(Segment, id=number, name="List", tree={"and": []}, frozen_at=LONG_AGO,
                 created_by=1, created_at=LONG_AGO)  # fmt: skip
        for member_id in ids:
            rows.add(SegmentMember, segment_id=number, member_id=member_id)


def _operation(rows: Rows, account_id: int, kind: str, at: datetime, points: int) -> int:
    number = rows.number()
    rows.add(Operation, id=number, account_id=account_id, kind=kind, key=f"o{number}", at=at,
             points=points, why={})  # fmt: skip
    return number


def _member(rows: Rows, person: Person) -> None:
    day, month, year = person.birth
    kept = person.kept
    rows.add(
        Member,
        id=person.id,
        account_id=person.account.id,
        level_id=person.level,
        name="Guest",
        language=person.language,
        phone=person.phone,
        birth_day=day,
        birth_month=month,
        birth_year=year,
        gender=person.gender,
        family=person.family,
        contact_time=person.contact_time,
        city=person.city,
        city_key=person.city and person.city.casefold(),
        interests=None if person.interests is None else list(person.interests),
        card_token=f"card{person.id}",
        source=person.source,
        referrer_id=person.referrer,
        joined_at=person.joined_at,
        ads_consent_at=LONG_AGO if person.consent else None,
        frozen_at=LONG_AGO if person.frozen else None,
        deleted_at=LONG_AGO if person.left else None,
        purchases_count=len(kept),
        spent_total=sum(receipt.paid - receipt.refunded_paid for receipt in kept),
        first_purchase_at=min((receipt.at for receipt in kept), default=None),
        last_purchase_at=max((receipt.at for receipt in kept), default=None),
    )
    for born in person.children:
        rows.add(Child, member_id=person.id, born=born)


def _till(rows: Rows, person: Person) -> None:
    for receipt in person.receipts:
        number = rows.number()
        rows.add(Purchase, id=number, key=f"p{number}", member_id=person.id,
                 account_id=person.account.id, at=receipt.at, amount=receipt.paid,
                 paid=receipt.paid, points_spent=0, points_earned=0, outlet_id=receipt.outlet,
                 refunded=receipt.refunded_paid, refunded_paid=receipt.refunded_paid,
                 undone_at=receipt.at if receipt.undone else None)  # fmt: skip
        for line in receipt.lines:
            rows.add(PurchaseLine, purchase_id=number, title="Line", category_id=line.category,
                     product_id=line.product, quantity=line.quantity, amount=line.due + 5,
                     discount=5, paid=line.paid, points_earned=0,
                     refunded=line.refunded)  # fmt: skip
    for values in _totals(person):
        rows.add(MemberCategory, member_id=person.id, **values)
    for taken in person.taken:
        number = rows.number()
        common = {"key": f"t{number}", "member_id": person.id, "account_id": person.account.id,
                  "points": 1, "status": taken.status, "expires_at": LONG_AGO,
                  "resolved_at": taken.resolved_at}  # fmt: skip
        if taken.what == "receipt":
            hold = _operation(rows, person.account.id, "expire", LONG_AGO, 0)
            rows.add(Redemption, staff_id=1, amount=100, hold_operation_id=hold,
                     created_at=LONG_AGO, **common)  # fmt: skip
        else:
            rows.add(Voucher, token=f"v{number}", code=f"v{number}", title="Cake",
                     reward_id=1 if taken.what == "reward" else None, issued_at=LONG_AGO,
                     **common)  # fmt: skip


def _totals(person: Person) -> Iterator[Row]:
    for category in dice.CATEGORIES:
        of_it = [
            (receipt, [line for line in receipt.lines if line.category == category and line.kept])
            for receipt in person.kept
        ]
        bought = [(receipt, lines) for receipt, lines in of_it if lines]
        if bought:
            yield {
                "category_id": category,
                "purchases": len(bought),
                "quantity": sum(line.quantity for _, lines in bought for line in lines),
                "paid": sum(line.kept_paid for _, lines in bought for line in lines),
                "first_at": min(receipt.at for receipt, _ in bought),
                "last_at": max(receipt.at for receipt, _ in bought),
            }


def _answers(rows: Rows, person: Person) -> None:
    for attribute, choice in sorted(person.choices):
        rows.add(AttributeValue, member_id=person.id, attribute_id=attribute, choice_id=choice,
                 number=None, at=LONG_AGO)  # fmt: skip
    for attribute, value in person.numbers.items():
        rows.add(AttributeValue, member_id=person.id, attribute_id=attribute, choice_id=None,
                 number=value, at=LONG_AGO)  # fmt: skip
    for quiz, completed_at in person.quizzes.items():
        rows.add(QuizRun, quiz_id=quiz, member_id=person.id, started_at=LONG_AGO,
                 completed_at=completed_at)  # fmt: skip
    for score in person.scores:
        number = rows.number()
        rows.add(Feedback, id=number, key=f"f{number}", kind=score.kind, member_id=person.id,
                 asked_at=LONG_AGO, score=score.score, answered_at=score.answered_at)  # fmt: skip
    for copy in person.copies:
        rows.add(MemberOffer, offer_id=copy.offer, member_id=person.id, run_at=copy.run_at,
                 valid_until=copy.run_at + timedelta(days=1), used_at=copy.used_at)  # fmt: skip


def _chat(rows: Rows, chat: Chat, member_id: int | None) -> None:
    number = rows.number()
    rows.add(Identity, id=number, messenger=chat.messenger, external_id=number, name="Guest",
             language="ru", member_id=member_id, created_at=LONG_AGO,
             unreachable_since=LONG_AGO if chat.blocked else None)  # fmt: skip
    for sent in chat.sent:
        key = rows.number()
        rows.add(Delivery, key=f"d{key}", identity_id=number, kind="offer", priority=2,
                 campaign_id=sent.campaign, status=sent.status, due_at=LONG_AGO,
                 created_at=LONG_AGO, sent_at=sent.sent_at, tapped_at=sent.tapped_at)  # fmt: skip
