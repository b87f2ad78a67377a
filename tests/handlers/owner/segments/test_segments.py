"""Segments: asked by taps and in words, seen, saved, frozen, compared and spoken to."""

import pytest

from services.campaigns import campaigns
from services.checkout import purchases
from services.enums import Gender
from services.profiles import profiles
from services.segments import frequency_limit, saved_segments
from services.segments.questions.tree import Condition, Every, Last, Not, Some
from tests.handlers.owner.office import Office
from tests.services.crowd import guest


async def crowd(office: Office) -> None:
    """Anna is a regular, Vera is not; Peter agreed to nothing."""
    shop = office.shop
    await shop.unwatched()
    anna, vera = await shop.join(shop.anna), await shop.join(shop.vera)
    for one in (anna, vera):
        await profiles.set_gender(shop.ctx, one, Gender.FEMALE)
    await guest(shop.ctx, 3, name="Пётр", gender=Gender.MALE, ads=False)
    boris = await shop.hire(shop.boris)
    for number in range(4):
        await purchases.record(shop.ctx, boris, anna, 1_000_00, key=f"receipt {number}")
    await shop.settle()


async def asked(office: Office) -> None:
    await office.go("owner-go-segments", "question-build")


async def women(office: Office) -> None:
    await asked(office)
    await office.taps("topic-person", "attribute-gender", "value-gender-female", "question-done")


async def save(office: Office, name: str) -> None:
    await office.tap("question-save")
    await office.answer(name)


async def saved_as(office: Office, name: str) -> saved_segments.Saved:
    """The one segment that the shop has then."""
    await save(office, name)
    (one,) = await saved_segments.every(office.shop.ctx, office.by)
    return one


async def broadcast_to_two(office: Office, text: str) -> None:
    await office.tap("question-broadcast")
    await office.answer(text)
    await office.tap("owner-post-now", people=2)
    await office.tap("owner-post-yes", people=2)


async def test_a_question_by_taps_is_counted_and_shows_who(office: Office) -> None:
    await crowd(office)
    await women(office)
    assert office.told_reach(matched=2, reachable=2, refused=0, blocked=0)
    assert office.sees("Vera")
    assert office.sees("Анна")
    assert not office.sees("Пётр")


async def test_conditions_join_by_and_or_and_not(office: Office) -> None:
    await crowd(office)
    await women(office)
    await office.taps("question-add", "question-join-not", "topic-visits", "attribute-purchases")
    await office.me.tap("≥ 3")
    await office.tap("question-when-last", days=30)
    await office.tap("question-goods-all")
    assert office.told_reach(matched=1, reachable=1, refused=0, blocked=0)
    one = await saved_as(office, "Без покупок")
    assert (one.name, one.frozen_at) == ("Без покупок", None)
    bought = Condition("purchases", least=3, when=Last(30))
    female = Condition("gender", values=("female",))
    assert one.asked == Every((female, Not(bought)))


async def test_a_number_is_typed_and_a_condition_taken_out_again(office: Office) -> None:
    await crowd(office)
    await women(office)
    await office.taps("question-add", "question-join-or", "topic-visits", "attribute-spent")
    await office.answer("1000-5000")
    await office.taps("question-when-ever", "question-goods-all")
    one = await saved_as(office, "Щедрые или женщины")
    female = Condition("gender", values=("female",))
    spent = Condition("spent", least=1_000_00, most=5_000_00)
    assert one.asked == Some((female, spent))
    await office.tap("question-edit")
    await office.me.tap(office.me.buttons[0][0])
    assert office.told_reach(matched=1, reachable=1, refused=0, blocked=0)
    assert office.sees("Анна")


async def test_what_is_typed_wrongly_is_asked_again(office: Office) -> None:
    await asked(office)
    await office.taps("topic-visits", "attribute-spent")
    await office.answer("много")
    assert office.told("error-bad-number", least=0, most=1_000_000_000)
    await office.answer("100")
    await office.taps("question-when-ever", "question-goods-all")
    assert office.told_reach(matched=0, reachable=0, refused=0, blocked=0)


async def test_a_frozen_list_keeps_who_matched(office: Office) -> None:
    await crowd(office)
    await women(office)
    await office.tap("question-freeze")
    await office.answer("Женщины в марте")
    await guest(office.shop.ctx, 4, name="Нина", gender=Gender.FEMALE)
    await office.go("owner-go-segments")
    await office.tap("question-line", name="Женщины в марте", frozen=True)
    assert office.told_reach(matched=2, reachable=2, refused=0, blocked=0)
    await office.taps("question-compare", "segment-ready-new")
    assert office.sees("50")  # percent of all who are new


async def test_a_segment_is_renamed_and_deleted(office: Office) -> None:
    await women(office)
    await save(office, "Дамы")
    await office.tap("question-rename")
    await office.answer("Женщины")
    assert office.sees("Женщины")
    await office.taps("question-delete", "question-delete")
    assert await saved_segments.every(office.shop.ctx, office.by) == []


async def test_two_segments_cannot_have_one_name(office: Office) -> None:
    await women(office)
    await save(office, "Дамы")
    await office.taps("question-add", "question-join-and", "topic-membership", "attribute-consent")
    await save(office, "дамы")
    assert office.told("error-name-taken")
    await office.answer("Дамы с согласием")
    assert len(await saved_segments.every(office.shop.ctx, office.by)) == 2


async def test_it_is_broadcast_to_in_a_few_taps(office: Office) -> None:
    await crowd(office)
    await women(office)
    await broadcast_to_two(office, "Скидка завтра")


async def test_nobody_hears_more_than_the_shop_allows_itself(office: Office) -> None:
    await crowd(office)
    await office.go("owner-go-segments")
    await office.tap("question-limit", count=0)
    await office.me.tap("1")
    assert await frequency_limit.offers_a_week(office.shop.ctx) == 1
    await women(office)
    await broadcast_to_two(office, "Раз")
    await campaigns.due(office.shop.ctx)
    await office.shop.settle()
    await women(office)
    assert office.told_reach(matched=2, reachable=0, refused=0, often=2, blocked=0)
    await office.shop.later(days=8)
    await women(office)
    assert office.told_reach(matched=2, reachable=2, refused=0, blocked=0)


@pytest.mark.parametrize("data", ["oq:broadcast:", "oqb:when:last-x", "oqb:if:member-1", "oqd:7:x"])
async def test_a_forged_tap_changes_nothing(office: Office, data: str) -> None:
    await office.go("owner-go-segments")
    await office.me.tap_data(data, office.me.last["message_id"])
    assert await saved_segments.every(office.shop.ctx, office.by) == []


async def test_back_in_the_middle_keeps_the_question(desk: Office) -> None:
    await crowd(desk)
    await women(desk)
    await desk.taps(
        "question-add",
        "question-join-or",
        "topic-membership",
        "button-back",
        "topic-visits",
        "attribute-purchases",
        "question-other",
        "button-back",
    )
    assert desk.told_reach(matched=2, reachable=2, refused=0, blocked=0)
    await desk.taps(
        "question-add",
        "question-join-or",
        "topic-person",
        "attribute-gender",
        "question-other",
        "topic-membership",
        "attribute-level",
    )
    await desk.me.tap("Серебро")
    await desk.tap("question-done")
    assert desk.sees("женщины или уровень «Серебро»")


async def test_a_level_beside_a_sample_has_its_name(desk: Office) -> None:
    await crowd(desk)
    await desk.go("owner-go-segments")
    await desk.answer("не женщины или не уровень Золото")
    assert desk.sees("Уровень: Серебро")


async def test_the_way_back_outlives_the_question(desk: Office) -> None:
    await women(desk)
    await desk.tap("question-save")
    asked_name = desk.me.last["message_id"]
    await desk.me.send("/cancel")
    await desk.me.tap(desk.say.label("button-back"), message_id=asked_name)
    shown = [one for one in desk.me.messages if one["message_id"] == asked_name]
    assert "Напишите, кого найти" in shown[0]["text"]


async def test_a_screen_left_open_acts_on_no_other_question(desk: Office) -> None:
    await crowd(desk)
    await women(desk)
    left_open = desk.me.last["message_id"]
    await desk.answer("мужчины")
    for key in ("question-save", "question-broadcast", "question-offer", "question-add"):
        await desk.only_explains(key, "error-gone", message_id=left_open)
    one = await saved_as(desk, "Мужчины")
    assert one.asked == Condition("gender", values=("male",))


async def test_a_sample_says_what_speaks_for_it(desk: Office) -> None:
    """Anna bought 4 times, Vera never, and neither is a man."""
    await crowd(desk)
    await desk.go("owner-go-segments")
    await desk.answer("больше 3 покупок или мужчины")
    assert desk.sees("Анна: Число покупок: 4\n")
    assert desk.sees("Пётр: Пол: мужчины")
    await desk.answer("не совершили больше 3 покупок и женщины")
    assert desk.sees("Vera: Число покупок: 0")
