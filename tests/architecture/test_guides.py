"""The guides speak of buttons that exist, in the words that stand on them."""

import pytest

from tests.architecture.labels import is_label, labels_in, page_words, quotes_in, spelt_out
from tests.architecture.source import ROOT

LANGUAGES = sorted(path.suffixes[0][1:] for path in ROOT.glob("docs/owner.*.md"))


@pytest.fixture(scope="module")
def texts() -> dict[str, set[str]]:
    page = ROOT / "sandbox" / "web" / "js"
    return {
        language: spelt_out(ROOT / "locales" / language) | page_words(page / f"words-{language}.js")
        for language in LANGUAGES
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reader", ["owner", "cashier"])
def test_every_button_in_a_guide_exists(
    reader: str, language: str, texts: dict[str, set[str]]
) -> None:
    guide = (ROOT / "docs" / f"{reader}.{language}.md").read_text(encoding="utf-8")
    labels = set(labels_in(guide))
    assert labels
    assert {label for label in labels if not is_label(label, texts[language])} == set()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reader", ["owner", "cashier"])
def test_what_a_guide_quotes_is_said(
    reader: str, language: str, texts: dict[str, set[str]]
) -> None:
    guide = (ROOT / "docs" / f"{reader}.{language}.md").read_text(encoding="utf-8")
    quotes = set(quotes_in(guide))
    assert quotes
    said = "\n".join(texts[language])
    assert {quote for quote in quotes if quote not in said} == set()


def test_a_label_is_told_from_what_only_looks_like_one() -> None:
    texts = {"👥 Team", "Give … points", "Keep “…”", "What: …", "🚀 Start (…)", "✖ …", "Spend more"}
    guide = (
        "**A lead.** **👥 Team → ✖** **Give … points** **Keep “…”** **What** **🚀 Start** "
        "**Give** **Spend** **🚀 Begin** **Wha**"
    )
    wrong = [label for label in labels_in(guide) if not is_label(label, texts)]
    assert wrong == ["Spend", "🚀 Begin", "Wha"]


def test_quotes_are_read_in_both_languages_and_labels_are_left_out() -> None:
    assert list(quotes_in("“Not me” **Keep “…”** «Это не я»")) == ["Not me", "Это не я"]
