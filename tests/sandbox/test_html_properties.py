"""What holds for every text, found by trying many."""

import html

from aiogram.utils.text_decorations import html_decoration
from hypothesis import given
from hypothesis import strategies as st

from sandbox import ApiError, NotModelled
from sandbox.html import parse_html, utf16_length
from sandbox.texts import normalise

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
MARKUP = st.lists(
    st.sampled_from(
        ["<b>", "</b>", "<i>", "</i>", "<a href='t.me/x'>", "</a>", "</>", "<pre>", "</pre>",
         "<code class=language-x>", "</code>", "<", ">", "&amp;", "&#1;", "&", "\"", "=", "/",
         " ", "\n", "x", "я", "😀"]
    )
).map("".join)  # fmt: skip


@given(TEXT)
def test_an_escaped_text_is_itself_again(text: str) -> None:
    assert parse_html(html.escape(text, quote=False)) == (text, [])
    assert parse_html(html_decoration.quote(text)) == (text, [])


@given(MARKUP | TEXT)
def test_any_input_is_parsed_or_refused_and_entities_stay_within_the_text(source: str) -> None:
    try:
        text, entities = parse_html(source)
    except (ApiError, NotModelled):
        return
    formatted = normalise(text, entities)
    size = utf16_length(formatted.text)
    for entity in formatted.entities:
        assert entity["offset"] >= 0
        assert entity["length"] > 0
        assert entity["offset"] + entity["length"] <= size


@given(TEXT)
def test_a_cleaned_text_is_clean(text: str) -> None:
    once = normalise(text, []).text
    assert normalise(once, []).text == once
