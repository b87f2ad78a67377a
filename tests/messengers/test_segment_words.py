"""Questions in words: what is printed in either language is read back as the same question."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from messengers import segment_words
from services.segments.attribute_catalogue import BUILT_IN
from services.segments.questions import ready_made
from services.segments.questions.attribute import Attribute, Kind, Topic
from services.segments.questions.normalise import normal
from services.segments.questions.tree import Condition, Goods, Node, Not, Some
from services.segments.questions.tree import conditions as conditions_of
from services.segments.reading.vocabulary import LANGUAGES
from tests.cast import the_words
from tests.services.segments.reading.shop import NAMES, TERMS, conditions, read, trees

ATTRIBUTES = {attribute.key: attribute for attribute in NAMES.catalogue.all()}


def said(node: Node, language: str) -> str:
    return segment_words.said(the_words().say(language), NAMES, TERMS, node)


@pytest.mark.parametrize("attribute", ATTRIBUTES.values(), ids=ATTRIBUTES.keys())
@given(data=st.data())
@settings(max_examples=15, deadline=None)
def test_a_condition_is_read_back(attribute: Attribute, data: st.DataObject) -> None:
    returns(data.draw(conditions(attribute)))


@given(tree=trees())
@settings(max_examples=150, deadline=None)
def test_a_tree_is_read_back(tree: Node) -> None:
    returns(tree)


def test_not_this_or_that_keeps_its_meaning() -> None:
    men, women = (Condition("gender", values=(one,)) for one in ("male", "female"))
    returns(Some((Not(men), women)))
    returns(Not(Some((women, Not(men), men))))


def returns(tree: Node) -> None:
    """In words of each language and back, whichever language is tried first."""
    for language in LANGUAGES:
        text = said(tree, language)
        understood = read(text, language)
        assert (understood.unknown, understood.tree) == ((), normal(tree)), text


@pytest.mark.parametrize("attribute", BUILT_IN.values(), ids=BUILT_IN.keys())
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_attribute_is_asked_by_its_name(attribute: Attribute, language: str) -> None:
    """As a button names it: with a figure, a value or a time, whatever it takes."""
    say = the_words().say(language)
    name = segment_words.attribute_name(say, NAMES, attribute.key)
    for value in attribute.words or ("",):
        text = f"{name} {_asked(attribute, language, value)}".strip()
        understood = read(text, language)
        assert (understood.unknown, understood.language) == ((), language), text
        assert understood.tree is not None
        (found,) = conditions_of(understood.tree)
        assert found.attribute == attribute.key
        assert value in {"", *found.values}, text


def _asked(attribute: Attribute, language: str, value: str) -> str:
    """What follows the name: a value of its own, or anything that its kind takes."""
    if value:
        return (
            f": {segment_words.value_name(the_words().say(language), NAMES, attribute.key, value)}"
        )
    if attribute.named is not None:
        names = NAMES.of.get(attribute.named)
        return "№ 12" if names is None else f"«{next(iter(names.values()))}»"
    russian, english = {
        Kind.FLAG: ("", ""),
        Kind.NUMBER: ("больше 3", "more than 3"),
        Kind.MONEY: ("больше 3", "more than 3"),
        Kind.TIME: ("на этой неделе", "this week"),
        Kind.ANNUAL: ("на этой неделе", "this week"),
    }[attribute.kind]
    if not attribute.timeless and attribute.kind is Kind.NUMBER:
        russian, english = f"{russian} в ближайшие 7 дней", f"{english} in the next 7 days"
    return russian if language == "ru" else english


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_topic_and_value_has_a_button(language: str) -> None:
    say = the_words().say(language)
    assert all(say.label(f"topic-{topic}") for topic in Topic)
    for attribute in BUILT_IN.values():
        for word in attribute.words:
            assert segment_words.value_name(say, NAMES, attribute.key, word)


def test_ready_made_questions_are_read_back() -> None:
    for tree in ready_made.READY.values():
        returns(tree)


@pytest.mark.parametrize(
    ("node", "russian", "english"),
    [
        (
            Condition("segment", values=(99,)),
            "в сегменте удалённое (№ 99)",
            "in the segment deleted (#99)",
        ),
        (Condition("custom:99", values=(1,)), "удалённый признак", "deleted attribute"),
        (Not(Condition("custom:99")), "не (удалённый признак)", "not (deleted attribute)"),
        (
            Condition("purchases", least=1, goods=Goods(categories=(99,))),
            "покупали в категории удалённое (№ 99)",
            "bought from the category deleted (#99)",
        ),
        (
            Condition("member", values=tuple(range(1, 500))),
            "участники по списку (499)",
            "members of a list (499)",
        ),
    ],
)
def test_what_is_gone_is_called_so(node: Node, russian: str, english: str) -> None:
    """And is not understood when read back, for there is nothing to understand."""
    assert (said(node, "ru"), said(node, "en")) == (russian, english)
    assert read(russian).unknown
    assert read(english, "en").unknown


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_screen_suggests_is_understood(language: str) -> None:
    suggested = re.findall("• (.+)", the_words().say(language).label("question-home"))
    assert suggested
    assert [read(text, language).unknown for text in suggested] == [()] * len(suggested)
