"""Answers a question from plain facts, one member at a time, without SQL."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from services.segments.questions.tree import Condition, Every, Goods, Node, Not, Some
from tests.services.segments.asked import Asked, years
from tests.services.segments.facts import Copy, Facts, Line, Person, Receipt

GIVES = {"welcome", "purchase", "birthday", "offer", "grant"}
SPENDS = {"hold", "release", "donate"}


def answer(facts: Facts, node: Node) -> set[int]:
    """The ids of members who match and have not left."""
    return {person.id for person in facts.people if finds(facts, person, node)}


def finds(facts: Facts, person: Person, node: Node) -> bool:
    return not person.left and holds(facts, person, node)


def holds(facts: Facts, person: Person, node: Node) -> bool:
    match node:
        case Every(parts):
            return all(holds(facts, person, part) for part in parts)
        case Some(parts):
            return any(holds(facts, person, part) for part in parts)
        case Not(part):
            return not holds(facts, person, part)
        case Condition(attribute=key) if key.startswith("custom:"):
            return _custom(person, int(key.removeprefix("custom:")), node)
        case Condition(attribute=key):
            return _Asked(facts, person, node).holds(key)


def _custom(person: Person, attribute: int, asked: Condition) -> bool:
    if asked.least is not None or asked.most is not None:
        return attribute in person.numbers and _ranged(person.numbers[attribute], asked)
    given = {choice for of, choice in person.choices if of == attribute}
    return bool(given & set(asked.values) if asked.values else given)


def _ranged(figure: int, asked: Condition) -> bool:
    return (asked.least is None or asked.least <= figure) and (
        asked.most is None or figure <= asked.most
    )


class _Asked(Asked):
    def holds(self, key: str) -> bool:
        found: bool = getattr(self, key)()
        return found

    # Who they are

    def _among(self, value: object) -> bool:
        return value in self.asked.values

    def gender(self) -> bool:
        return self._among(self.person.gender)

    def family(self) -> bool:
        return self._among(self.person.family)

    def contact_time(self) -> bool:
        return self._among(self.person.contact_time)

    def language(self) -> bool:
        return self._among(self.person.language)

    def source(self) -> bool:
        return self._among(self.person.source)

    def level(self) -> bool:
        return self._among(self.person.level)

    def member(self) -> bool:
        return self._among(self.person.id)

    def city(self) -> bool:
        city = self.person.city
        return city is not None and city.casefold() in {
            str(one).casefold() for one in self.asked.values
        }

    def interest(self) -> bool:
        return any(one in self.asked.values for one in self.person.interests or ())

    def age(self) -> bool:
        day, month, year = self.person.birth
        if day is None or month is None or year is None:
            return False
        return _ranged(years(year, month, day, self._today), self.asked)

    def child_age(self) -> bool:
        return any(
            _ranged(years(born.year, born.month, born.day, self._today), self.asked)
            for born in self.person.children
        )

    def birthday(self) -> bool:
        day, month, _year = self.person.birth
        return day is not None and month is not None and self._comes(month, day)

    def child_birthday(self) -> bool:
        return any(self._comes(born.month, born.day) for born in self.person.children)

    def consent(self) -> bool:
        return self.person.consent

    def phone(self) -> bool:
        return self.person.phone is not None

    def frozen(self) -> bool:
        return self.person.frozen

    def reachable(self) -> bool:
        return any(not chat.blocked for chat in self.person.chats)

    def channel(self) -> bool:
        return any(chat.messenger in self.asked.values for chat in self.person.chats)

    def joined(self) -> bool:
        return self._then(self.person.joined_at)

    # What they did

    def first_purchase(self) -> bool:
        kept = self._kept()
        return bool(kept) and self._then(min(receipt.at for receipt in kept))

    def last_visit(self) -> bool:
        times = [receipt.at for receipt in self._kept()]
        return self._then(max(times, default=self.person.joined_at))

    def purchases(self) -> bool:
        return _ranged(sum(1 for _ in self._receipts()), self.asked)

    def spent(self) -> bool:
        goods = self.asked.goods
        if goods.categories or goods.products:
            figure = sum(
                line.kept_paid
                for receipt in self._receipts()
                for line in _lines(receipt, self.asked.goods)
            )
        else:
            figure = sum(receipt.paid - receipt.refunded_paid for receipt in self._receipts())
        return _ranged(figure, self.asked)

    def average_receipt(self) -> bool:
        paid = [receipt.paid - receipt.refunded_paid for receipt in self._receipts()]
        return bool(paid) and _ranged(sum(paid) // len(paid), self.asked)

    def _kept(self) -> list[Receipt]:
        return [receipt for receipt in self.person.kept if self._over(receipt.at)]

    def _receipts(self) -> Iterator[Receipt]:
        goods = self.asked.goods
        for receipt in self._kept():
            if goods.outlets and receipt.outlet not in goods.outlets:
                continue
            if (goods.categories or goods.products) and not any(_lines(receipt, goods)):
                continue
            if self._then(receipt.at):
                yield receipt

    # Points

    def points(self) -> bool:
        return _ranged(self.person.account.balance, self.asked)

    def points_given(self) -> bool:
        return _ranged(self._moved(GIVES), self.asked)

    def points_spent(self) -> bool:
        return _ranged(-self._moved(SPENDS), self.asked)

    def _moved(self, kinds: set[str]) -> int:
        moved = self.person.account.moved
        return sum(one.points for one in moved if one.kind in kinds and self._then(one.at))

    def points_expiring(self) -> bool:
        lots = self.person.account.lots
        left = sum(
            lot.remaining for lot in lots if lot.remaining > 0 and self._ahead(lot.expires_at)
        )
        return _ranged(left, self.asked)

    def redemptions(self) -> bool:
        done = {"reward": "accepted", "receipt": "approved"}
        taken = [
            one
            for one in self.person.taken
            if done.get(one.what) == one.status and self._then(one.resolved_at)
        ]
        return _ranged(len(taken), self.asked)

    # How they answer

    def received(self) -> bool:
        return any(self._then(sent_at) for sent_at, _tapped_at in self._sent())

    def tapped(self) -> bool:
        return any(self._then(tapped_at) for _sent_at, tapped_at in self._sent())

    def _sent(self) -> Iterator[tuple[datetime | None, datetime | None]]:
        begun = [(at, key) for key, at in self.facts.campaigns.items() if self._over(at)]
        named = set(self.asked.values)
        if "latest" in named and begun:
            named.add(max(begun)[1])
        for chat in self.person.chats:
            for sent in chat.sent:
                right = sent.campaign in named if named else sent.campaign is not None
                if right and sent.status == "sent":
                    yield sent.sent_at, sent.tapped_at

    def offer_received(self) -> bool:
        return any(self._then(copy.run_at) for copy in self._copies())

    def offer_used(self) -> bool:
        return any(self._then(copy.used_at) for copy in self._copies())

    def _copies(self) -> Iterable[Copy]:
        named = self.asked.values
        return (copy for copy in self.person.copies if not named or copy.offer in named)

    def referrals(self) -> bool:
        friends = [one for one in self.facts.people if one.referrer == self.person.id]
        return _ranged(sum(self._then(friend.joined_at) for friend in friends), self.asked)

    def nps(self) -> bool:
        return self._newest("nps")

    def satisfaction(self) -> bool:
        return self._newest("satisfaction")

    def _newest(self, kind: str) -> bool:
        newest: tuple[datetime, int, int] | None = None
        for number, one in enumerate(self.person.scores):
            if one.kind == kind and one.score is not None and self._over(one.answered_at):
                newest = max(newest or (one.answered_at, number, one.score),
                             (one.answered_at, number, one.score))  # fmt: skip
        return newest is not None and _ranged(newest[2], self.asked)

    def quiz(self) -> bool:
        return any(
            (not self.asked.values or quiz in self.asked.values) and self._then(completed)
            for quiz, completed in self.person.quizzes.items()
        )

    def segment(self) -> bool:
        return any(self._in_segment(int(one)) for one in self.asked.values)

    def _in_segment(self, segment: int) -> bool:
        listed = self.facts.lists.get(segment)
        if listed is not None:
            return self.person.id in listed
        return holds(self.facts, self.person, self.facts.questions[segment])


def _lines(receipt: Receipt, goods: Goods) -> Iterator[Line]:
    for line in receipt.lines:
        category = not goods.categories or line.category in goods.categories
        product = not goods.products or line.product in goods.products
        if category and product and line.kept:
            yield line
