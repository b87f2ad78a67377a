"""Whom a broadcast or an offer is for, chosen on the question screen."""

import re
from dataclasses import dataclass

import pytest

from services.checkout import purchases
from services.enums import Gender
from services.offers import offer_views
from services.profiles import profiles
from services.segments import saved_segments
from services.segments.questions.tree import Condition, Node
from services.segments.rfm.scores import Group
from tests.handlers.owner.office import Office, plain
from tests.services.crowd import guest

WOMEN = Condition("gender", values=("female",))
TO_WOMEN = ("topic-person", "attribute-gender", "value-gender-female", "question-done")


@dataclass(frozen=True)
class Wish:
    """What somebody wants an audience for."""

    begin: tuple[str, ...]
    button: str  # under a question that is asked for nothing yet
    then: str  # the text that is asked for when the audience is known
    flow: str


WISHES = (
    Wish(("owner-go-broadcast",), "question-broadcast", "owner-post-ask", "broadcast"),
    Wish(("owner-go-offers", "owner-offer-new"), "question-offer", "owner-offer-ask", "offer"),
)
each_wish = pytest.mark.parametrize("wish", WISHES, ids=lambda wish: wish.flow)


@pytest.fixture
async def desk(desk: Office) -> Office:
    """Anna bought something and is a woman, Vera neither."""
    anna = await desk.shop.join(desk.shop.anna)
    await desk.shop.join(desk.shop.vera)
    await profiles.set_gender(desk.shop.ctx, anna, Gender.FEMALE)
    boris = await desk.shop.hire(desk.shop.boris)
    await purchases.record(desk.shop.ctx, boris, anna, 1_000_00, key="receipt")
    await desk.shop.settle()
    return desk


def says(desk: Office, key: str) -> bool:
    """The newest message holds this text, formatting aside."""
    return desk.sees(re.sub("<[^>]+>", "", plain(desk.say.label(key))))


async def save_women(desk: Office) -> None:
    await saved_segments.save(desk.shop.ctx, desk.by, "Дамы", WOMEN)


async def build_for(desk: Office, wish: Wish) -> None:
    """Nothing of the sentence is clear, so the question is built by buttons."""
    await desk.go(*wish.begin)
    await desk.answer("зюзю")
    await desk.taps("question-build", *TO_WOMEN)


async def audience_of(desk: Office, wish: Wish) -> Node:
    """Finish the offer or the broadcast; whom it is for."""
    await desk.answer("Скучаем\nЗаходите")
    if wish.flow == "offer":
        await desk.tap("owner-draft-go", people=1)
        (view,) = await offer_views.everything(desk.shop.ctx, desk.by)
        return view.offer.audience
    assert desk.say.label("owner-post-now", people=1) in desk.labels
    return WOMEN


@each_wish
async def test_a_saved_segment_is_spoken_to(desk: Office, wish: Wish) -> None:
    await save_women(desk)
    await desk.go("owner-go-segments")
    await desk.tap("question-line", name="Дамы", frozen=False)
    await desk.tap(wish.button)
    assert says(desk, wish.then)
    assert await audience_of(desk, wish) == WOMEN


@each_wish
async def test_a_built_question_is_spoken_to(desk: Office, wish: Wish) -> None:
    await desk.go("owner-go-segments", "question-build")
    await desk.taps(*TO_WOMEN, wish.button)
    assert says(desk, wish.then)
    assert await audience_of(desk, wish) == WOMEN


@each_wish
async def test_a_group_is_spoken_to(desk: Office, wish: Wish) -> None:
    await desk.go("question-groups")
    names = [desk.say.label(f"group-name-{group}") for group in Group]
    (hers,) = [name for name in names if any(name in label for label in desk.labels)]
    await desk.me.tap(hers)
    await desk.taps("group-ask", wish.button)
    assert says(desk, wish.then)


@each_wish
async def test_a_question_built_on_the_way_is_used(desk: Office, wish: Wish) -> None:
    await build_for(desk, wish)
    assert desk.told_reach(matched=1, reachable=1, refused=0, blocked=0)
    assert not {desk.say.label(one.button) for one in WISHES} & set(desk.labels)
    await desk.tap("question-use")
    assert says(desk, wish.then)
    assert await audience_of(desk, wish) == WOMEN


@each_wish
async def test_a_segment_saved_on_the_way_is_used(desk: Office, wish: Wish) -> None:
    await build_for(desk, wish)
    await desk.tap("question-save")
    await desk.answer("Дамы")
    await desk.tap("question-use")
    assert says(desk, wish.then)
    assert await audience_of(desk, wish) == WOMEN


@each_wish
async def test_a_saved_segment_of_a_sample_is_used(desk: Office, wish: Wish) -> None:
    """From the question's first example, who is in it, to another segment of theirs."""
    await save_women(desk)
    await build_for(desk, wish)
    await desk.tap("question-guest", number=1)
    await desk.tap("question-line", name="Дамы", frozen=False)
    await desk.tap("question-use")
    assert await audience_of(desk, wish) == WOMEN


@each_wish
@pytest.mark.parametrize(
    "steps", [("question-save",), ("question-edit",), ("question-add", "question-join-not")]
)
async def test_what_is_dropped_is_named(desk: Office, wish: Wish, steps: tuple[str, ...]) -> None:
    await build_for(desk, wish)
    await desk.taps(*steps)
    await desk.answer("/cancel")
    assert desk.told("owner-cancelled", flow=wish.flow)


@each_wish
async def test_back_leads_to_where_it_began(desk: Office, wish: Wish) -> None:
    await build_for(desk, wish)
    await desk.tap("button-back")
    place = "owner-broadcast" if wish.flow == "broadcast" else "owner-offers-none"
    assert says(desk, place)


async def test_an_offer_keeps_its_words_while_its_audience_is_built(desk: Office) -> None:
    await desk.go("owner-go-offers", "owner-offer-new", "owner-audience-everyone")
    await desk.answer("Скучаем\nЗаходите")
    await desk.tap("owner-draft-whom")
    await desk.answer("зюзю")
    await desk.taps("question-build", *TO_WOMEN, "question-use")
    await desk.tap("owner-draft-go", people=1)
    (view,) = await offer_views.everything(desk.shop.ctx, desk.by)
    assert (view.offer.title, view.offer.audience) == ("Скучаем", WOMEN)


async def test_an_offer_may_find_nobody_yet(desk: Office) -> None:
    await desk.go("owner-go-offers", "owner-offer-new")
    await desk.answer("зюзю")
    await desk.taps("question-build", "topic-person", "attribute-gender", "value-gender-male")
    await desk.taps("question-done", "question-use")
    assert says(desk, "owner-offer-ask")


async def test_a_screen_left_open_uses_no_other_question(desk: Office) -> None:
    wish = WISHES[0]
    await build_for(desk, wish)
    left_open = desk.me.last["message_id"]
    await build_for(desk, wish)
    await desk.taps("question-add", "question-join-not", "topic-membership", "attribute-consent")
    await desk.only_explains("question-use", "error-gone", message_id=left_open)


@each_wish
async def test_a_list_may_be_a_file(desk: Office, wish: Wish) -> None:
    await guest(desk.shop.ctx, 3, name="Мария", phone="+79161234567")
    await desk.go(*wish.begin, "owner-audience-list")
    strangers = [f"+7916000{number:04}" for number in range(30)]
    table = "\n".join(["Телефон", "+79161234567", *strangers])
    await desk.me.send_document(table.encode(), "guests.csv")
    assert any("document" in one for one in desk.me.messages[-2:])  # all that are nobody's
    assert says(desk, wish.then)


@each_wish
async def test_a_file_that_nobody_asked_for_is_not_imported(desk: Office, wish: Wish) -> None:
    await desk.go(*wish.begin)
    await desk.me.send_document("Телефон\n+79161234567".encode(), "guests.csv")
    assert desk.told("owner-need-text")
