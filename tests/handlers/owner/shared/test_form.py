"""Forms and lists as the owner meets them, and what each form has to have."""

import importlib
import pkgutil
from collections.abc import Iterator

import pytest
from aiogram.fsm.context import FSMContext

from handlers import owner
from handlers.owner.shared.fields import Field, code_of, dashed
from handlers.owner.shared.form import Act, Form
from messengers.words import MissingWordsError
from services import programme
from services.charity import charity
from services.fraud import fraud_limits
from services.rewards import rewards
from services.rewards.rewards import NewReward
from tests.handlers.owner.office import Office

TELEGRAM = 64
"""Bytes of a button's data."""

LARGEST = 2**31 - 1


def forms() -> Iterator[Form]:
    for module in pkgutil.walk_packages(owner.__path__, "handlers.owner."):
        for one in vars(importlib.import_module(module.name)).values():
            if isinstance(one, Form):
                yield one


FORMS = {form.tap.__prefix__: form for form in forms()}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_a_form_is_complete(form: Form) -> None:
    names = [field.name for field in form.fields]
    assert len(names) == len(set(names))
    assert set(form.steps) <= set(names)
    assert form.add is not None or not form.steps
    assert (form.sure is not None) is (form.preview is not None or form.card is not None)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_every_chip_fits_its_button(form: Form) -> None:
    for field, value in static_chips(form):
        tap = form.to(Act.SET, LARGEST, field.name, code_of(value))
        assert len(tap.pack().encode()) <= TELEGRAM


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_every_field_has_words(desk: Office, form: Form) -> None:
    asked = [field for field in form.fields if field.question is None and field.screen is None]
    keys = [f"owner-{form.name}-ask-{dashed(field.name)}" for field in asked]
    keys += [
        f"owner-{form.name}-without-{dashed(field.name)}"
        for field, value in static_chips(form)
        if value is None and field.label is None
    ]
    for key in keys:
        try:
            desk.say(key)
        except MissingWordsError:
            pytest.fail(f"{form.tap.__prefix__} lacks {key}")


def static_chips(form: Form) -> Iterator[tuple[Field, object]]:
    for field in form.fields:
        if not callable(field.chips):
            yield from ((field, value) for value in field.chips)


async def new_reward(office: Office, title: str = "Капучино") -> int:
    return await rewards.add(office.shop.ctx, office.by, NewReward(title, 150))


def conversation(office: Office) -> FSMContext:
    shop, me = office.shop, office.me.id
    return shop.dispatcher.fsm.get_context(shop.bot, me, me)


async def test_the_conversation_keeps_a_draft(desk: Office) -> None:
    await desk.go("owner-go-funds", "owner-fund-new")
    await desk.answer("Приют", "Корм")
    kept = await conversation(desk).get_data()
    assert kept == {
        "Draft": {
            "form": "of", "thing_id": 0, "field": "goal", "steps": [], "whole": False,
            "values": {"title": "Приют", "description": "Корм"},
        }
    }  # fmt: skip
    await desk.tap("points", points=10_000)
    (fund,) = await charity.funds(desk.shop.ctx)
    assert (fund.title, fund.description, fund.goal) == ("Приют", "Корм", 10_000)


@pytest.mark.parametrize("kept", [{"field": "title", "thing_id": 0}, {"Draft": {"form": 5}}])
async def test_a_conversation_of_another_version_is_gone(
    desk: Office, kept: dict[str, object]
) -> None:
    await desk.go("owner-go-rewards", "owner-reward-new")
    await conversation(desk).set_data(kept)
    await desk.answer("Капучино")
    assert desk.told("error-gone")
    assert await rewards.everything(desk.shop.ctx, desk.by) == []


async def test_the_draft_of_another_form_is_not_taken(desk: Office) -> None:
    """Two forms in one conversation: the later one is meant."""
    reward_id = await new_reward(desk)
    await desk.go("owner-go-rewards", "owner-reward-new")
    old = desk.me.last["message_id"]
    await desk.answer("Чай")
    await desk.me.tap_data(f"or:edit:{reward_id}:title:", old)
    await desk.answer("Латте")
    assert [one.title for one in await rewards.everything(desk.shop.ctx, desk.by)] == ["Латте"]
    await desk.me.tap_data("of:edit:0:goal:", old)
    assert desk.me.alerts[-1] == desk.say.label("owner-stale")


async def test_a_value_that_was_only_looked_at_is_not_saved_with_another(desk: Office) -> None:
    await desk.go("owner-go-rules")
    before = await programme.current(desk.shop.ctx)
    await desk.me.tap("За вступление")
    await desk.answer("77")
    screen = desk.me.last["message_id"]
    await desk.me.tap_data("ou:edit:0:birthday_bonus:", screen)
    await desk.me.tap_data("ou:save:0::", screen)  # of a screen that was left: shows the rules
    assert await programme.current(desk.shop.ctx) == before
    await desk.me.tap_data("ou:edit:0:birthday_bonus:", screen)
    await desk.answer("88")
    await desk.tap("owner-save")
    after = await programme.current(desk.shop.ctx)
    assert (after.welcome_bonus, after.birthday_bonus) == (before.welcome_bonus, 88)


async def test_another_value_is_asked_for_after_the_preview(desk: Office) -> None:
    await desk.go("owner-go-rules")
    await desk.me.tap("За вступление")
    await desk.answer("77")
    await desk.tap("owner-other-value")
    await desk.answer("78")
    await desk.tap("owner-save")
    assert (await programme.current(desk.shop.ctx)).welcome_bonus == 78


async def test_a_wrong_value_does_not_stay_on_the_card(sqlite_office: Office) -> None:
    office = sqlite_office
    await office.open()
    await office.me.tap("☕")
    await office.tap("owner-launch-keep", name="Зерно")
    await office.tap("owner-launch-change")
    await office.me.tap("Часовой пояс")
    await office.answer("Самара")
    assert office.told("error-unknown-timezone")
    await office.answer("Europe/Samara")
    await office.me.tap_data("olt:set:0:timezone:Asia/Omsk", office.me.last["message_id"])
    assert office.me.alerts[-1] == office.say.label("owner-stale")
    await office.tap("owner-launch-go")
    assert (await programme.current(office.shop.ctx)).timezone.key == "Europe/Samara"


async def test_a_chip_that_is_not_offered_is_gone(desk: Office) -> None:
    reward_id = await new_reward(desk)
    await desk.go("owner-go-rewards")
    await desk.me.tap("Капучино")
    await desk.tap("owner-reward-points")
    screen = desk.me.last["message_id"]
    for forged in ("51", "-5", "", "50:"):
        await desk.me.tap_data(f"or:set:{reward_id}:points:{forged}", screen)
    assert desk.say.label("error-gone") in desk.me.alerts
    (reward,) = await rewards.everything(desk.shop.ctx, desk.by)
    assert reward.points == 150
    await desk.me.tap("50")
    (reward,) = await rewards.everything(desk.shop.ctx, desk.by)
    assert reward.points == 50


async def test_a_question_that_was_left(desk: Office) -> None:
    """A reward's chips are stale then; those of a limit still say all that there is to know."""
    reward_id = await new_reward(desk)
    await desk.go("owner-go-trust")
    await desk.me.tap_data(f"or:set:{reward_id}:points:50", desk.me.last["message_id"])
    assert desk.me.alerts[-1] == desk.say.label("owner-stale")
    await desk.me.tap_data("otl:set:0:codes:3", desk.me.last["message_id"])
    limits = (await fraud_limits.show(desk.shop.ctx, desk.by)).limits
    assert limits.codes == 3


async def test_a_question_of_a_new_thing_cannot_be_passed_over(desk: Office) -> None:
    await desk.go("owner-go-rewards", "owner-reward-new")
    await desk.me.tap_data("or:edit:0:member_limit:", desk.me.last["message_id"])
    assert desk.me.alerts[-1] == desk.say.label("owner-stale")
    await desk.answer("Капучино")
    assert desk.told("owner-reward-ask-points")


async def test_a_list_turns_its_pages(desk: Office) -> None:
    for number in range(9):
        await new_reward(desk, f"Чай {number}")
    await desk.go("owner-go-rewards")
    assert sum("Чай" in label for label in desk.labels) == 8
    await desk.me.tap("›")
    assert sum("Чай" in label for label in desk.labels) == 1
    assert desk.say.label("owner-reward-new") in desk.labels
    await desk.me.tap("‹")
    assert sum("Чай" in label for label in desk.labels) == 8
