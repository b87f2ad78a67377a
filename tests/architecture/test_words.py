"""Every word is in locales/, in every language, with the same keys and arguments, and is used."""

import ast
import re
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path

import pytest

from services.errors import DomainError
from services.languages import LANGUAGES, LOCALES
from tests.architecture import words
from tests.architecture.source import PRODUCT, ROOT, sources

FILES = sorted(LOCALES.rglob("*.ftl"))


def messages_known() -> dict[str, words.Message]:
    return {message.key: message for message in words.language(LOCALES / "ru").values()}


def errors_known() -> list[type[DomainError]]:
    """Every error that reaches a person: those without errors of their own beneath."""
    for path in (ROOT / "services").rglob("*.py"):
        import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
    found: list[type[DomainError]] = []
    waiting = [DomainError]
    while waiting:
        beneath = waiting.pop().__subclasses__()
        found += [error for error in beneath if not error.__subclasses__()]
        waiting += beneath
    return sorted(found, key=lambda error: error.__name__)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(LOCALES).as_posix())
def test_a_file_is_sound(path: Path) -> None:
    _, wrong = words.read(path.read_text(encoding="utf-8"))
    assert wrong == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_languages_say_the_same_things_with_the_same_arguments(code: str) -> None:
    english, other = (words.language(LOCALES / one) for one in ("en", code))
    assert differences(english, other) == []
    assert list(english) == list(other), "the same files, in the same order"


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_language_has_a_name_for_every_language(code: str) -> None:
    known = {message.key for message in words.language(LOCALES / code).values()}
    named = {f"value-language-{one}" for one in LANGUAGES}
    assert named - known == set()
    texts = [path.read_text(encoding="utf-8") for path in (LOCALES / code).rglob("*.ftl")]
    chosen = [found for text in texts for found in words.choices(text, "language")]
    assert [found for found in chosen if found != set(LANGUAGES)] == []


def test_a_key_stands_in_one_file_only() -> None:
    keys = [name.partition(":")[2] for name in words.language(LOCALES / "ru")]
    assert sorted({key for key in keys if keys.count(key) > 1}) == []


def test_what_the_code_says_exists() -> None:
    known = messages_known()
    missing = [
        f"{source.path}:{line}: {pattern}"
        for source in sources(*PRODUCT)
        for line, pattern in words.asked_for(source.tree)
        if not any(re.fullmatch(pattern, key) for key in known)
    ]
    assert missing == []


def test_what_exists_is_said() -> None:
    known = messages_known()
    trees = [source.tree for source in sources(*PRODUCT)]
    said = words.mentioned(known.values()).union(*map(words.strings, trees))
    said |= {error.message_key() for error in errors_known()}
    patterns = {pattern for tree in trees for _, pattern in words.asked_for(tree)}
    unused = [
        key
        for key in sorted(known)
        if key not in said and not any(re.fullmatch(pattern, key) for pattern in patterns)
    ]
    assert unused == []


def test_a_message_gets_the_facts_it_asks_for() -> None:
    known = messages_known()
    silent = [
        f"{source.path}:{line}: {key} lacks {sorted(lacking)}"
        for source in sources(*PRODUCT)
        for line, key, given in words.facts_given(source.tree)
        if (lacking := words.needs(key, known) - given)
    ]
    assert silent == []


@pytest.mark.parametrize("error", errors_known(), ids=lambda error: error.__name__)
def test_an_error_has_words_for_its_facts(error: type[DomainError]) -> None:
    known = messages_known()
    fields = set(getattr(error, "__dataclass_fields__", ()))
    assert error.message_key() in known
    assert words.needs(error.message_key(), known) <= fields


def differences(one: Mapping[str, words.Message], other: Mapping[str, words.Message]) -> list[str]:
    here, there = ({message.key: message for message in each.values()} for each in (one, other))
    return sorted(
        [f"only in one language: {name}" for name in one.keys() ^ other.keys()]
        + [
            f"other arguments: {name}"
            for name in one.keys() & other.keys()
            if words.needs(one[name].key, here) != words.needs(other[name].key, there)
        ]
    )


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("hello = Hello\nhello = Again\n", ["stands twice: hello"]),
        ('hello = {""}\n', ["says nothing: hello"]),
        ("hello\n", ["cannot be read: hello"]),
        ("hello = {$name}\n    .title = {welcome}\n", []),
    ],
)
def test_an_unsound_file_is_seen(text: str, wrong: list[str]) -> None:
    assert words.read(text)[1] == wrong


def test_a_difference_is_seen(tmp_path: Path) -> None:
    texts = {
        "en": "points = { $count ->\n [one] point\n *[other] {$count} points\n }\nonly = Here\n",
        "ru": "points = баллы: {$number}\n    .title = Баллы\n",
    }
    for code, text in texts.items():
        (tmp_path / code).mkdir()
        (tmp_path / code / "member.ftl").write_text(text, encoding="utf-8")
    assert differences(words.language(tmp_path / "en"), words.language(tmp_path / "ru")) == [
        "only in one language: member.ftl:only",
        "only in one language: member.ftl:points.title",
        "other arguments: member.ftl:points",
    ]


@pytest.mark.parametrize(
    ("code", "patterns"),
    [
        ("say('help')", ["help"]),
        ("say.label('help', name=1)", ["help"]),
        ("tell(session, 'notice-gone', {})", [r"notice\-gone"]),
        ("Step(key='ask-name')", [r"ask\-name"]),
        ("f'error-{name}'", [r"error\-.+"]),
        ("f'notice-gone{suffix}'", [r"notice\-gone.+"]),
        ("f'{kind}-title'", [r".+\-title"]),
        ("f'voucher:{id}-{n}'", []),
        ("open(path, encoding='utf-8')", []),
        ("'Two-word Text'", []),
    ],
)
def test_a_key_in_the_code_is_seen(code: str, patterns: list[str]) -> None:
    assert sorted({pattern for _, pattern in words.asked_for(ast.parse(code))}) == patterns


@pytest.mark.parametrize(
    ("code", "given"),
    [
        ("say('hello', name=name)", [("hello", {"name"})]),
        ("say('hello', **facts)", []),
        ("tell(session, 'notice-gone', {'points': 1, 'name': 'Anna'}, key=key)",
         [("notice-gone", {"points", "name"})]),
        ("facts: Facts = {'points': 1}\nNotice('notice-gone', facts)",
         [("notice-gone", {"points"})]),
        ("facts = {'points': 1}\ndef tell(facts): Notice('notice-gone',\n facts)", []),
        ("tell(session, 'notice-gone', facts)", []),
        ("tell(session, 'notice-gone', {**facts})", []),
    ],
)  # fmt: skip
def test_facts_in_the_code_are_seen(code: str, given: list[tuple[str, set[str]]]) -> None:
    assert [(key, names) for _, key, names in words.facts_given(ast.parse(code))] == given


def test_a_message_needs_what_those_it_mentions_need() -> None:
    messages, _ = words.read("points = {$points}\nhello = {$name}, {points}\n")
    known = {message.key: message for message in messages}
    assert words.needs("hello", known) == {"name", "points"}
