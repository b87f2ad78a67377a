"""A list of guests that the owner brings: what matches becomes a segment, what does not is told."""

from services.segments import saved_segments
from tests.handlers.owner.office import Office
from tests.services.crowd import guest


async def three(office: Office) -> None:
    ctx = office.shop.ctx
    await guest(ctx, 1, name="Мария", phone="+79161234567")
    await guest(ctx, 2, name="Пётр", phone="+79161234568")
    await guest(ctx, 3, name="Нина", external_id="40017")


async def listing(office: Office) -> None:
    await three(office)
    await office.go("owner-go-segments", "question-list")


async def test_pasted_phones_and_numbers_of_the_till_become_a_list(office: Office) -> None:
    await listing(office)
    await office.answer("8 (916) 123-45-67, 40017, 8 916 000-00-00")
    assert any(
        office.say.label("owner-list-found", found=2, unknown="8 916 000-00-00", rest=0)
        == message.get("text")
        for message in office.me.messages
    )
    assert office.told_reach(matched=2, reachable=2, refused=0, blocked=0)
    await office.tap("question-freeze")
    await office.answer("С бумажки")
    (one,) = await saved_segments.every(office.shop.ctx, office.by)
    assert one.frozen_at is not None
    assert office.told_reach(matched=2, reachable=2, refused=0, blocked=0)


async def test_of_a_table_the_phones_are_taken_and_no_sums(office: Office) -> None:
    await listing(office)
    table = "Имя;Сумма;Телефон\nМария;1;+7 916 123-45-67\nПётр;2;8 916 123 45 68\nКто-то;3;—\n"
    await office.me.send_document(table.encode("cp1251"), "guests.csv")
    assert office.told_reach(matched=2, reachable=2, refused=0, blocked=0)


async def test_all_that_did_not_match_comes_as_a_file(office: Office) -> None:
    await listing(office)
    strangers = [f"+7916000{number:04}" for number in range(30)]
    await office.answer("\n".join(strangers))
    sent = [one["document"] for one in office.me.messages if "document" in one]
    assert len(sent) == 1
    await office.answer("+79161234567")
    assert office.told_reach(matched=1, reachable=1, refused=0, blocked=0)


async def test_what_is_no_table_is_said_to_be_none(office: Office) -> None:
    await listing(office)
    await office.me.send_document(b"PK\x03\x04 broken", "guests.xlsx")
    assert office.told("error-bad-file", name="guests.xlsx")
