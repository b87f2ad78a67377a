"""A shop with names of every kind, some of them awkward, and strategies for questions."""

from datetime import date
from functools import cache
from types import SimpleNamespace
from typing import cast

from hypothesis import strategies as st

from services.programme import Terms
from services.segments.questions.attribute import LATEST, Attribute, Kind, Named
from services.segments.questions.tree import (
    Before,
    Condition,
    Dates,
    During,
    Every,
    Goods,
    InMonth,
    Last,
    Next,
    Node,
    Not,
    Period,
    Some,
    When,
)
from services.segments.reading.reader import understand
from services.segments.reading.result import Understood
from services.segments.reading.shop_vocabulary import Known
from services.segments.shop_names import Names, OwnAttribute

TODAY = date(2026, 3, 2)

NAMES = Names(
    of={
        Named.LEVEL: {1: "Серебро", 2: "Золото", 3: "Platinum", 4: "Gold"},
        Named.CITY: {city: city for city in ("Казань", "Москва", "Kazan", "Ростов-на-Дону")},
        Named.CATEGORY: {
            1: "Торты", 2: "Кофе", 3: "Cakes", 4: "Coffee", 5: "Соки и воды", 6: "Кошки (корм)",
        },
        Named.PRODUCT: {1: "Латте", 2: "Эклер № 5", 3: "Кофе", 4: "Croissant", 5: "Croissant"},
        Named.OUTLET: {1: "Кафе на Ленина", 2: "Lenina Street", 3: "Кофейня «Зерно»"},
        Named.OFFER: {1: "Скидка 10% на всё", 2: "Free “coffee”, once", 3: "VIP"},
        Named.QUIZ: {1: "Ваши питомцы", 2: "Your \"size\"?"},
        Named.SEGMENT: {1: "Постоянные гости", 2: "30 дней", 3: "не были и не будут"},
    },
    own={
        "custom:1": OwnAttribute(1, "Питомец", False, {1: "Кошатники", 2: "Собачники", 3: "Нет"}),
        "custom:2": OwnAttribute(2, "Размер обуви", True, {}),
        "custom:3": OwnAttribute(3, "Skin type", False, {4: "Dry", 5: "Oily", 6: "Нет"}),
        "custom:4": OwnAttribute(4, "Казань", False, {7: "Да", 8: "или, и (не)"}),
    },
)  # fmt: skip


TERMS = cast("Terms", SimpleNamespace(currency="RUB"))
"""The only part of the terms that the words use."""


@cache
def known(currency: str = "RUB") -> Known:
    return Known(NAMES, currency)


def read(text: str, language: str = "ru") -> Understood:
    return understand(text, language, known(), TODAY)


def tree_of(text: str, language: str = "ru") -> Node | None:
    """The question of a sentence of which no words are left over."""
    understood = read(text, language)
    assert understood.unknown == (), text
    return understood.tree


DAYS = st.integers(0, 36_500)
DATES = st.dates(date(1990, 1, 1), date(2100, 1, 1))
SPANS = st.one_of(
    st.builds(Dates, DATES, DATES),
    st.builds(Dates, st.none(), DATES),
    st.builds(Dates, DATES, st.none()),
    st.just(Dates(None, None)),
)
WHENS: dict[type[When], st.SearchStrategy[When]] = {
    Last: st.builds(Last, DAYS),
    Before: st.builds(Before, DAYS),
    Next: st.builds(Next, DAYS),
    Dates: SPANS,
    During: st.builds(During, st.sampled_from(Period)),
    InMonth: st.builds(InMonth, st.integers(1, 12)),
}
"""A strategy for each type of time."""


def _some_of(
    values: tuple[int | str, ...], least: int = 1
) -> st.SearchStrategy[tuple[int | str, ...]]:
    return st.lists(st.sampled_from(values), min_size=least, max_size=3, unique=True).map(tuple)


@st.composite
def conditions(draw: st.DrawFn, attribute: Attribute) -> Condition:
    """Any valid condition on an attribute."""
    whens: list[st.SearchStrategy[When | None]] = [
        WHENS[kind].filter(attribute.takes) for kind in attribute.whens
    ]
    if attribute.timeless:
        whens.append(st.none())
    least, most = (
        draw(_ranges(attribute.kind))
        if attribute.kind in {Kind.NUMBER, Kind.MONEY}
        else (None, None)
    )
    return Condition(
        attribute.key,
        values=draw(_values(attribute)) if attribute.kind is Kind.CHOICE else (),
        least=least,
        most=most,
        when=draw(st.one_of(whens)),
        goods=draw(_goods()) if attribute.goods else Goods(),
    )


def _ranges(kind: Kind) -> st.SearchStrategy[tuple[int | None, int | None]]:
    small, large = st.integers(0 if kind is Kind.MONEY else -5, 1_200), st.integers(0, 10**9)
    units = st.integers(0, 50_000).map(lambda units: units * 100)
    number = st.one_of(small, large, units, units.map(lambda minor: minor + 1))
    under = units.map(lambda minor: minor + 99)
    return st.one_of(
        st.tuples(number, st.none()),
        st.tuples(st.none(), st.one_of(number, under)),
        st.tuples(number, number),
        number.map(lambda one: (one, one)),
    )


def _values(attribute: Attribute) -> st.SearchStrategy[tuple[int | str, ...]]:
    match attribute.named:
        case Named.WORD:
            return _some_of(attribute.words)
        case Named.CAMPAIGN:
            return _some_of((LATEST, 1, 12, 300), least=0)
        case Named.MEMBER:
            return _some_of(tuple(range(1, 100)))
        case Named.ANSWER:
            return _some_of(tuple(NAMES.own[attribute.key].choices), least=0)
        case Named.LEVEL | Named.CITY | Named.SEGMENT as kind:
            return _some_of(tuple(NAMES.of[kind]))
        case kind:
            assert kind is not None
            return _some_of(tuple(NAMES.of[kind]), least=0)


def _goods() -> st.SearchStrategy[Goods]:
    def of(kind: Named) -> st.SearchStrategy[tuple[int, ...]]:
        ids = tuple(one for one in NAMES.of[kind] if isinstance(one, int))
        return st.lists(st.sampled_from(ids), max_size=2, unique=True).map(tuple)

    return st.builds(
        Goods, categories=of(Named.CATEGORY), products=of(Named.PRODUCT), outlets=of(Named.OUTLET)
    )


def trees() -> st.SearchStrategy[Node]:
    every = [conditions(attribute) for attribute in NAMES.catalogue.all()]
    return st.recursive(
        st.one_of(every),
        lambda inner: st.one_of(
            st.lists(inner, max_size=3).map(lambda parts: Every(tuple(parts))),
            st.lists(inner, max_size=3).map(lambda parts: Some(tuple(parts))),
            inner.map(Not),
        ),
        max_leaves=6,
    )
