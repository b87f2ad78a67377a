"""Every word is in locales/, in every language, with the same keys and arguments, and is used."""

import ast
import re
from pathlib import Path

import pytest

from tests.architecture import words
from tests.architecture.source import PRODUCT, ROOT, sources

LOCALES = ROOT / "locales"
LANGUAGES = sorted(folder.name for folder in LOCALES.iterdir() if folder.is_dir())
FILES = sorted(LOCALES.rglob("*.ftl"))


def test_both_languages_are_here() -> None:
    assert LANGUAGES == ["en", "ru"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(LOCALES).as_posix())
def test_a_file_is_sound(path: Path) -> None:
    _, wrong = words.read(path.read_text(encoding="utf-8"))
    assert wrong == []


def test_languages_say_the_same_things_with_the_same_arguments() -> None:
    english, russian = (words.language(LOCALES / code) for code in LANGUAGES)
    assert differences(english, russian) == []


def test_a_key_stands_in_one_file_only() -> None:
    keys = [name.partition(":")[2] for name in words.language(LOCALES / "ru")]
    assert sorted({key for key in keys if keys.count(key) > 1}) == []


def test_what_the_code_says_exists() -> None:
    known = keys_known()
    missing = [
        f"{source.path}:{line}: {pattern}"
        for source in sources(*PRODUCT)
        for line, pattern in words.asked_for(source.tree)
        if not any(re.fullmatch(pattern, key) for key in known)
    ]
    assert missing == []


def test_what_exists_is_said() -> None:
    messages = words.language(LOCALES / "ru").values()
    trees = [source.tree for source in sources(*PRODUCT)]
    said = words.mentioned(messages).union(*map(words.strings, trees))
    patterns = {pattern for tree in trees for _, pattern in words.asked_for(tree)}
    unused = [
        key
        for key in sorted(keys_known())
        if key not in said and not any(re.fullmatch(pattern, key) for pattern in patterns)
    ]
    assert unused == []


def keys_known() -> set[str]:
    return {message.key for message in words.language(LOCALES / "ru").values()}


def differences(one: dict[str, words.Message], other: dict[str, words.Message]) -> list[str]:
    return sorted(
        [f"only in one language: {name}" for name in one.keys() ^ other.keys()]
        + [
            f"other arguments: {name}"
            for name in one.keys() & other.keys()
            if one[name].variables != other[name].variables
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
        ("i18n.get('help', name=1)", ["help"]),
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
