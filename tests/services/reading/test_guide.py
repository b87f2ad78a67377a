"""The guide's table: every attribute has a sentence in both languages, and both ask the same."""

import re
from collections.abc import Iterator

import pytest

from services.segments.tree import conditions
from tests.architecture.source import ROOT
from tests.services.reading.shop import NAMES, read, tree_of

ROW = re.compile(r"^\| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)
OWN = {"the shop's own: a choice": "custom:1", "the shop's own: a number": "custom:2"}


def rows() -> Iterator[tuple[str, str, str]]:
    guide = (ROOT / "docs" / "segments.md").read_text(encoding="utf-8")
    _, _, table = guide.partition("## What can be asked")
    for name, russian, english in ROW.findall(table):
        if name != "attribute":
            yield OWN.get(name, name), russian, english


def test_every_attribute_is_in_the_guide() -> None:
    asked = [key for key, _, _ in rows()]
    exist = {attribute.key for attribute in NAMES.catalogue.all()} - {"custom:3", "custom:4"}
    assert (len(asked), set(asked)) == (len(exist), exist)


@pytest.mark.parametrize(("key", "russian", "english"), list(rows()))
def test_a_sentence_asks_about_its_attribute(key: str, russian: str, english: str) -> None:
    asked = tree_of(russian, "ru")
    assert asked is not None
    assert {one.attribute for one in conditions(asked)} == {key}
    assert tree_of(english, "en") == asked


@pytest.mark.parametrize(("key", "russian", "english"), list(rows()))
def test_a_sentence_is_read_in_the_other_chat_too(key: str, russian: str, english: str) -> None:
    assert tree_of(russian, "en") == tree_of(english, "ru") == tree_of(russian, "ru"), key


def test_the_first_sentences_are_understood() -> None:
    guide = (ROOT / "docs" / "segments.md").read_text(encoding="utf-8")
    sentences = guide.split("```")[1].strip().splitlines()
    assert [read(sentence).unknown for sentence in sentences] == [()] * len(sentences)
