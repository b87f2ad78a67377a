"""A message stands in the file of the code that uses it, such as `owner/rewards.ftl`.

`cashier/` and `member/` are divided by topic, so only the folder is checked. A message that several
rooms use is not checked, nor is one whose key is composed at run time.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from fnmatch import fnmatchcase
from pathlib import PurePosixPath

import pytest

from tests.architecture import words
from tests.architecture.source import PRODUCT, ROOT, sources


def test_a_message_stands_with_the_code_that_uses_it() -> None:
    users: defaultdict[str, set[str]] = defaultdict(set)
    for source in sources(*PRODUCT):
        for key in words.strings(source.tree):
            users[key].add(source.path)
    assert out_of_place(words.language(ROOT / "locales" / "en"), users) == []


def out_of_place(names: Iterable[str], users: Mapping[str, set[str]]) -> list[str]:
    """Names such as `owner/staff.ftl:owner-staff` whose users, paths by key, are elsewhere."""
    return [
        f"{name} belongs to {place}"
        for name in names
        for file, _, key in [name.partition(":")]
        if (place := _place(key, users.get(key, set()))) and not fnmatchcase(file, place)
    ]


def _place(key: str, paths: Iterable[str]) -> str | None:
    if key.startswith("error-"):
        return "errors.ftl"
    if key.startswith("notice-"):
        return "*/notices.ftl"
    places = {_place_of(path) for path in paths} if "-" in key else set()
    return places.pop() if len(places) == 1 else None


def _place_of(path: str) -> str | None:
    match PurePosixPath(path).parts:
        case ("handlers", "owner", folder, _):
            return f"owner/{folder}.ftl"
        case ("handlers", "owner" | "cashier" | "member" as room, _):
            return f"{room}/*.ftl"
    return None


@pytest.mark.parametrize(
    ("name", "paths", "wrong"),
    [
        ("common.ftl:error-gone", {"handlers/owner/rewards/goods.py"}, "errors.ftl"),
        ("timed.ftl:notice-birthday", {"services/members/birthdays.py"}, "*/notices.ftl"),
        ("owner/offers.ftl:owner-goods", {"handlers/owner/rewards/goods.py"}, "owner/rewards.ftl"),
        ("common.ftl:owner-staff", {"handlers/owner/staff.py"}, "owner/*.ftl"),
        ("cashier/till.ftl:card-code", {"handlers/member/card.py"}, "member/*.ftl"),
        ("member/card.ftl:card-code", {"handlers/member/card.py"}, None),
        ("common.ftl:menu-help", {"handlers/member/help_screen.py", "handlers/menu.py"}, None),
        ("common.ftl:points", {"handlers/owner/rewards/goods.py"}, None),
    ],
)
def test_a_message_in_the_wrong_file_is_seen(name: str, paths: set[str], wrong: str | None) -> None:
    found = out_of_place([name], {name.partition(":")[2]: paths})
    assert found == ([f"{name} belongs to {wrong}"] if wrong else [])
