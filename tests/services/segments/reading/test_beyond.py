"""Topics that no question covers are underlined; the proposed sentences are near and understood."""

import pytest

from services.segments.attribute_catalogue import BUILT_IN
from services.segments.questions.attribute import COMING, GONE
from services.segments.questions.tree import Condition, During, Every
from services.segments.reading.result import Understood
from services.segments.reading.suggestions import with_proposals
from services.segments.reading.vocabulary import LANGUAGES, vocabulary
from tests.services.segments.reading.shop import TODAY, known, read


def asked(text: str, language: str) -> Understood:
    return with_proposals(text, read(text, language), known(), TODAY)


@pytest.mark.parametrize(
    ("text", "underlined", "instead"),
    [
        ("топ 10", "топ 10", "чемпионы"),
        ("лучшие 50 гостей", "лучшие 50", "чемпионы"),
        ("10 % лучших", "10 % лучших", "потратили больше 5000 за последний год"),
        ("кто больше всех потратил", "больше всех потратил", "чемпионы"),
        ("top 100 by spend", "top 100 by spend", "spent more than 5000 in the last year"),
        ("top 10% of customers", "top 10%", "champions"),
        ("приходят по утрам", "приходят по утрам", "удобно писать утром"),
        ("приходят днём", "приходят днём", "удобно писать днём"),
        ("по выходным", "по выходным", "были на этой неделе"),
        ("on weekends", "on weekends", "visited this week"),
        ("in the evening", "in the evening", "best reached in the evening"),
        ("visited after 6pm", "visited after 6pm", "visited today"),
        ("joined on monday", "joined on monday", "joined last month"),
        ("день рождения в выходные", "день рождения в выходные", "день рождения на этой неделе"),
        ("раз в неделю", "раз в неделю", "были 3 раза в этом месяце"),
        ("чек 3000", "чек 3000", "средний чек от 1000 до 3000"),
        ("25-35", "25-35", "aged 25 to 35"),
        ("не приходили по утрам", "не приходили по утрам", "не были 60 дней"),
        ("за год не были, кроме марта", "за год не были, кроме марта", "были 3 раза в этом месяце"),
        ("не были в этом году, кроме марта", "не были в этом году, кроме марта", "не были 60 дней"),
        ("вступили завтра", "вступили завтра", "вступили в прошлом месяце"),
        ("баллы сгорели вчера", "баллы сгорели вчера", "баллы сгорают в ближайшие 14 дней"),
    ],
)
def test_it_is_underlined_and_nothing_else_is_asked(
    text: str, underlined: str, instead: str
) -> None:
    found = asked(text, "en" if text.isascii() else "ru")
    assert found.tree is None
    assert [one.text for one in found.unknown] == [underlined]
    assert instead in found.instead
    for sentence in found.instead:
        assert read(sentence, found.language).unknown == (), sentence


def test_what_else_was_said_stays() -> None:
    found = asked("женщины, топ 10 по баллам", "ru")
    assert found.tree == Condition("gender", values=("female",))
    assert "женщины, чемпионы" in found.instead


def test_what_is_left_out_is_not_let_in() -> None:
    """A proposal in place of excluded words excludes too."""
    assert "женщины, кроме чемпионы" in asked("женщины, кроме топ 10", "ru").instead


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_comes_near_is_understood(language: str) -> None:
    for sentences in vocabulary(language).instead.values():
        for sentence in sentences:
            understood = read(sentence, language)
            assert (understood.unknown, understood.language) == ((), language), sentence
            assert understood.tree not in {None, Every(())}


def test_languages_know_the_same_limits() -> None:
    one, *others = (vocabulary(language).instead.keys() for language in LANGUAGES)
    assert others == [one] * len(others)


def test_nothing_happened_tomorrow_or_expires_yesterday() -> None:
    for key, comes, went in (
        ("joined", False, True),
        ("points_expiring", True, False),
        ("birthday", True, True),
    ):
        assert {BUILT_IN[key].takes(During(one)) for one in COMING} == {comes}
        assert {BUILT_IN[key].takes(During(one)) for one in GONE} == {went}
