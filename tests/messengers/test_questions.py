"""Questions in words: what is printed in either language is read back as the same question."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from messengers import questions
from services.segments.attribute import Attribute
from services.segments.normal import normal
from services.segments.tree import Node
from tests.cast import the_words
from tests.services.reading.shop import NAMES, TERMS, conditions, read, trees

ATTRIBUTES = {attribute.key: attribute for attribute in NAMES.catalogue.all()}
LANGUAGES = ("ru", "en")


def said(node: Node, language: str) -> str:
    return questions.said(the_words().say(language), NAMES, TERMS, node)


@pytest.mark.parametrize("attribute", ATTRIBUTES.values(), ids=ATTRIBUTES.keys())
@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_a_condition_is_read_back(attribute: Attribute, data: st.DataObject) -> None:
    returns(data.draw(conditions(attribute)))


@given(tree=trees())
@settings(max_examples=300, deadline=None)
def test_a_tree_is_read_back(tree: Node) -> None:
    returns(tree)


def returns(tree: Node) -> None:
    """In words of each language and back, whichever language is tried first."""
    for language in LANGUAGES:
        text = said(tree, language)
        understood = read(text, language)
        assert (understood.unknown, understood.tree) == ((), normal(tree)), text
