"""parse_mode=HTML: what Telegram makes of it, and how it complains."""

import pytest

from sandbox import ApiError, NotModelled
from sandbox.html import parse_html

BAD = [
    ("<foo>x</foo>", 'Unsupported start tag "foo" at byte offset 0'),
    ("a<br>b", 'Unsupported start tag "br" at byte offset 1'),
    ("Привет <p>", 'Unsupported start tag "p" at byte offset 13'),
    ("x <b", "Unclosed start tag at byte offset 2"),
    ("<a href", 'Unclosed start tag "a" at byte offset 0'),
    ('<a href="x', "Unclosed start tag at byte offset 0"),
    ('<a ="x">y</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
    ("<a href=x_y>z</a>", "Unexpected end of name token at byte offset 8"),
    ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ("x</b>", "Unexpected end tag at byte offset 1"),
    ("<b>x</b", "Unclosed end tag at byte offset 4"),
    ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
    ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
    ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
    ('<tg-emoji emoji-id="x">y</tg-emoji>', "Invalid custom emoji identifier specified"),
    (
        "&#xd800;",
        (
            "Text contains invalid Unicode characters after decoding HTML entities, "
            "check for unmatched surrogate code units"
        ),
    ),
    ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
]


@pytest.mark.parametrize(("source", "complaint"), BAD, ids=[source for source, _ in BAD])
def test_bad_html_is_refused_with_the_exact_words(source: str, complaint: str) -> None:
    with pytest.raises(ApiError) as refusal:
        parse_html(source)
    assert refusal.value.description == f"Bad Request: can't parse entities: {complaint}"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("&lt;b&gt; &amp;amp; &quot;q&quot;", '<b> &amp; "q"'),
        ("&#65;&#x42;&nbsp;&copy;", "AB&nbsp;&copy;"),
        ("&lt no semicolon", "< no semicolon"),
        ("a > b & c", "a > b & c"),
    ],
)
def test_only_telegrams_own_references_are_decoded(source: str, text: str) -> None:
    assert parse_html(source) == (text, [])


def kinds(source: str) -> list[tuple[str, int, int]]:
    return [(e["type"], e["offset"], e["length"]) for e in parse_html(source)[1]]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<B>x</b>", ("bold", 0, 1)),
        ("<strong>x</strong>", ("bold", 0, 1)),
        ("<em>x</em>", ("italic", 0, 1)),
        ("<ins>x</ins>", ("underline", 0, 1)),
        ("<del>x</del>", ("strikethrough", 0, 1)),
        ('<span class="tg-spoiler">x</span>', ("spoiler", 0, 1)),
        ("<tg-spoiler>x</tg-spoiler>", ("spoiler", 0, 1)),
        ("<blockquote>x</blockquote>", ("blockquote", 0, 1)),
        ("<blockquote expandable>x</blockquote>", ("expandable_blockquote", 0, 1)),
        ("<b>x</>", ("bold", 0, 1)),
        ("😀<b>x</b>", ("bold", 2, 1)),
        ("<b>😀</b>", ("bold", 0, 2)),
    ],
)
def test_tags_become_entities_counted_in_utf16(source: str, expected: tuple[str, int, int]) -> None:
    assert kinds(source) == [expected]


def test_a_custom_emoji_has_its_number() -> None:
    assert parse_html('<tg-emoji emoji-id="77">x</tg-emoji>')[1] == [
        {"type": "custom_emoji", "offset": 0, "length": 1, "custom_emoji_id": "77"}
    ]


def test_dates_are_not_modelled() -> None:
    with pytest.raises(NotModelled, match="dates"):
        parse_html('<tg-time unix="1">x</tg-time>')


def test_an_empty_tag_formats_nothing() -> None:
    assert parse_html("a<b></b>c") == ("ac", [])


def test_links_are_checked_and_a_bad_one_is_dropped() -> None:
    assert parse_html('<a href="https://a.b/c">x</a>')[1] == [
        {"type": "text_link", "offset": 0, "length": 1, "url": "https://a.b/c"}
    ]
    assert parse_html('<a href="nowhere">x</a>') == ("x", [])
    assert parse_html("<a>t.me/x</a>")[1][0]["url"] == "http://t.me/x"
    assert parse_html('<a href="tg://user?id=7">x</a>')[1] == [
        {"type": "text_mention", "offset": 0, "length": 1, "user_id": 7}
    ]


@pytest.mark.parametrize(
    "source",
    [
        '<pre><code class="language-python">x</code></pre>',
        '<code class="language-python"><pre>x</pre></code>',
    ],
)
def test_code_in_pre_knows_its_language(source: str) -> None:
    assert parse_html(source)[1] == [
        {"type": "pre", "offset": 0, "length": 1, "language": "python"}
    ]


def test_plain_code_has_no_language() -> None:
    assert parse_html('<code class="language-python">x</code>')[1] == [
        {"type": "code", "offset": 0, "length": 1}
    ]
