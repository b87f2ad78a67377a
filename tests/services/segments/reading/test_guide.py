"""The guide's table: each attribute has a sentence in both languages with the same meaning."""

import re
from collections.abc import Iterator

import pytest

from services.segments.questions.tree import conditions
from tests.architecture.source import ROOT
from tests.services.segments.reading.shop import NAMES, read, tree_of

ROW = re.compile(r"^\| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)
OWN = {
    "the shop's own: a choice": "custom:1",
    "the shop's own: a number": "custom:2",
    "свой признак с ответами": "custom:1",
    "свой признак с числом": "custom:2",
}
GUIDES = {"segments.md": "## What can be asked", "segments.ru.md": "## О чём можно спросить"}


def rows(guide: str = "segments.md") -> Iterator[tuple[str, str, str]]:
    text = (ROOT / "docs" / guide).read_text(encoding="utf-8")
    _, _, table = text.partition(GUIDES[guide])
    for name, russian, english in ROW.findall(table):
        if name not in {"attribute", "признак"}:
            yield OWN.get(name, name), russian, english


def test_both_guides_have_one_table() -> None:
    assert list(rows("segments.ru.md")) == list(rows())


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


@pytest.mark.parametrize("guide", GUIDES)
def test_the_first_sentences_are_understood(guide: str) -> None:
    text = (ROOT / "docs" / guide).read_text(encoding="utf-8")
    sentences = text.split("```")[1].strip().splitlines()
    assert [read(sentence).unknown for sentence in sentences] == [()] * len(sentences)
