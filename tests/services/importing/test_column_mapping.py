"""Headings of different tills, and different values under the same heading."""

import pytest

from messengers.import_headings import lexicon
from services.importing.column_mapping import Plan, propose
from services.importing.file_kinds import Field, FileKind
from services.importing.file_reader import Source
from tests.cast import the_words
from tests.services.importing.files import table


def planned(*rows: tuple[str, ...]) -> Plan:
    source = Source.of_bytes("file.csv", table(*rows).encode("cp1251"))
    return propose(source, lexicon(the_words()))


def test_a_client_may_be_a_number_or_a_name() -> None:
    named = planned(("Клиент", "Код клиента"), ("Иванова Мария", "К-1"), ("ООО «Ромашка»", "К-2"))
    assert named.fields == (Field.NAME, Field.EXTERNAL_ID)
    numbered = planned(("Клиент", "ФИО"), ("К-1", "Иванова Мария"))
    assert numbered.fields == (Field.EXTERNAL_ID, Field.NAME)


def test_names_of_clients_are_left_out_of_purchases() -> None:
    plan = planned(
        ("Клиент", "Код клиента", "Дата", "Сумма, руб."),
        ("Иванова Мария", "К-1", "31.12.2025", "1 234,56"),
    )
    assert plan.kind is FileKind.PURCHASES
    assert plan.fields == (Field.IGNORE, Field.EXTERNAL_ID, Field.DATE, Field.PAID)


def test_a_share_is_no_money() -> None:
    plan = planned(
        ("Карта", "Дата", "К оплате", "Скидка, %", "Скидка, руб."),
        ("1001", "31.12.2025", "900", "10", "100"),
    )
    assert plan.fields[3:] == (Field.IGNORE, Field.DISCOUNT)


def test_phones_say_what_an_unknown_heading_does_not() -> None:
    plan = planned(("Кому звонить", "Дата", "Итого"), ("8 (917) 123-45-67", "31.12.2025", "10"))
    assert plan.kind is FileKind.PURCHASES
    assert plan.fields[0] is Field.PHONE


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Моб. телефон", Field.PHONE),
        ("Ф.И.О.", Field.NAME),
        ("Баланс бонусов", Field.POINTS),
        ("№ дисконтной карты", Field.EXTERNAL_ID),
    ],
)
def test_what_russian_tills_call_their_columns(heading: str, field: Field) -> None:
    assert planned((heading, "Карта клиента"), ("1", "2")).fields[0] is field


def test_what_was_not_taken_may_come_again() -> None:
    plan = planned(("Телефон", "Почему не взяли"), ("8 917", "это не номер телефона"))
    assert plan.fields == (Field.PHONE, Field.IGNORE)
