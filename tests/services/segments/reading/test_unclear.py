"""All words that are not understood are shown, with the most similar known ones."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.segments.attribute_catalogue import MOST_CONDITIONS
from services.segments.questions.tree import Condition, Every, conditions
from services.segments.reading import cheapest_parse, tokens
from services.segments.reading.vocabulary import EXAMPLE, LANGUAGES, _lines, vocabulary
from tests.services.segments.reading.shop import NAMES, known, read

WOMEN = Condition("gender", values=("female",))


@pytest.mark.parametrize(
    ("text", "underlined", "nearest"),
    [
        ("потатили больше 5000", "потатили больше 5000", "потратили"),
        ("женщины из Казоны", "из Казоны", "Казань"),
        ("women who bougt", "bougt", "bought"),
        ("женщины, покупали «Тарты»", "«Тарты»", "Торты"),
        ("women, birthday more than 3", "more than 3", "haven't visited for 60 days"),
        ("NPS", "NPS", "NPS from 0 to 6"),
        ("день рождения 30 февраля", "день рождения 30 февраля", "день рождения на этой неделе"),
        ("пришли до 01.01.0001", "пришли до 01.01.0001", "были 3 раза в этом месяце"),
        ("joined after 31.12.9999", "joined after 31.12.9999", "joined last month"),
        ("гость № 99999999999999999999", "гость № 99999999999999999999", "не были 60 дней"),
        ("потратили больше $50", "потратили больше $50", "потратили больше 5000 за последний год"),
        ("абракадабра", "абракадабра", "не были 60 дней"),
    ],
)
def test_it_is_underlined(text: str, underlined: str, nearest: str) -> None:
    understood = read(text, "en" if text.isascii() else "ru")
    (unknown,) = understood.unknown
    assert unknown.text == text[unknown.start : unknown.end] == underlined
    assert nearest in unknown.nearest


def test_what_is_clear_stays() -> None:
    understood = read("женщины зюзюки, не были 60 дней")
    assert understood.tree is not None
    assert [one.attribute for one in conditions(understood.tree)] == ["gender", "last_visit"]
    assert [one.text for one in understood.unknown] == ["зюзюки"]


def test_a_not_is_never_dropped_to_understand_the_rest() -> None:
    understood = read("не зюзюки и женщины")
    assert understood.tree == WOMEN
    assert [one.text for one in understood.unknown] == ["не зюзюки и"]


@pytest.mark.parametrize(
    "text", ["", " ", "...", "(", ")", "((((", "не", "и", "не не не", "25-35", "«»", "«", "№"]
)
def test_fragments_ask_nothing(text: str) -> None:
    understood = read(text)
    assert understood.tree is None
    assert understood.unknown or not text.strip()


WORDS = [
    "(", ")", ",", "не", "и", "или", "без", "кроме", "от", "до", "с", "по", "5", "12", "2026",
    "5000", "25-35", "марта", "лет", "дней", "назад", "были", "потратили", "покупали", "торты",
    "кофе", "золото", "женщины", "«Торты»", "№", "больше", "последние", "за", "Казань",
    "рассылку", "последнюю", "латте", "1.1.2026", "99999999999999999999", "зюзю", "ё",
]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=40))
@settings(max_examples=150, deadline=None)
def test_any_words_are_taken_or_underlined(words: list[str]) -> None:
    """Each piece is in a clause, a filler or underlined, and the question is valid."""
    understood = read(" ".join(words))
    if understood.tree is not None:
        for one in conditions(understood.tree):
            NAMES.catalogue.check(one)
    ends = [(one.start, one.end) for one in understood.unknown]
    assert ends == sorted(ends)
    assert all(one.nearest for one in understood.unknown)


@given(st.text(max_size=60))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read(text: str) -> None:
    read(text)


def test_more_than_a_question_may_hold_is_no_question() -> None:
    text = "покупали " + " и ".join(["торты"] * (MOST_CONDITIONS + 1))
    understood = read(text)
    assert understood.tree is None
    assert [one.text for one in understood.unknown] == [text]


@pytest.mark.parametrize(
    "text",
    [
        "(" * 500 + ")" * 500,
        "не " * 300,
        "покупали " + "торты и кофе, " * 70,
        "покупали торты и кофе " * 40,
        "12 марта 2026 " * 70,
        "женщины или " * 80,
    ],
)
def test_the_work_grows_with_the_length_only(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """For any sentence, the number of parsers at a word, and of edges for each, is limited."""
    steps = 0
    step = cheapest_parse._step

    def counted(*given: object) -> object:
        nonlocal steps
        steps += 1
        return step(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(cheapest_parse, "_step", counted)
    sentence = tokens.pieces(text[:1000])
    cheapest_parse.read(sentence, "ru", vocabulary("ru").phrases, known())
    assert steps < len(sentence) * cheapest_parse.MOST_PATHS * 30


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_shown_instead_is_understood(language: str) -> None:
    names = {"level": "Gold", "segment": "30 дней"}
    examples = vocabulary(language).examples
    assert examples.keys() - {"visited"} == {
        attribute.key for attribute in NAMES.catalogue.all() if ":" not in attribute.key
    }
    for key, example in examples.items():
        if key not in names:
            understood = read(example, language)
            assert understood.unknown == (), example
            assert understood.tree not in {None, Every(())}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_phrase_stands_for_a_terminal_once(language: str) -> None:
    lines = [
        (meaning, spelling)
        for meaning, spellings in _lines(language)
        if meaning.terminal != EXAMPLE
        for spelling in spellings
    ]
    assert sorted({str(line) for line in lines if lines.count(line) > 1}) == []
