"""Olga learns about her guests: attributes, a quiz in a few taps, and how they like it here."""

import pytest

from services.checkout import purchases
from services.enums import AttributeKind, FeedbackKind
from services.feedback import feedback_settings
from services.surveys import attribute_answers, custom_attributes, quizzes
from services.surveys.attribute_answers import Told
from services.surveys.quizzes import QuizStatus
from tests.cast import Shop
from tests.handlers.owner.office import LONG, Office


async def attributes(office: Office) -> dict[str, tuple[AttributeKind, list[str]]]:
    every = await custom_attributes.everything(office.shop.ctx, office.by)
    return {one.name: (one.kind, [choice.name for choice in one.offered]) for one in every}


async def test_an_attribute_in_one_message_and_two_taps(office: Office) -> None:
    await office.go("owner-go-attributes", "owner-attribute-new")
    await office.answer("Pets\nCat\n\nDog\ncat")
    await office.tap("owner-kind-several")
    assert await attributes(office) == {"Pets": (AttributeKind.SEVERAL, ["Cat", "Dog"])}
    await office.tap("owner-attribute-more")
    await office.answer("Fish\nBird")
    await office.me.tap("Dog")
    await office.tap("owner-attribute-name")
    await office.answer("Hound")
    await office.me.tap("Fish")
    await office.tap("owner-hide")
    await office.tap("owner-attribute-name")
    await office.answer("<Pets>")
    expected = ["Cat", "Hound", "Bird"]
    assert await attributes(office) == {"<Pets>": (AttributeKind.SEVERAL, expected)}
    await office.tap("owner-attribute-retire")
    await office.tap("owner-attribute-restore")
    await office.tap("button-back")
    line = office.say.label("owner-attribute-line", name="<Pets>", known=0, retired=False)
    assert line in office.labels


async def test_an_attribute_step_by_step_and_what_is_wrong(desk: Office) -> None:
    await desk.go("owner-go-attributes", "owner-attribute-new")
    await desk.answer(LONG)
    assert desk.told("error-bad-text", most=40)
    await desk.answer("Рост", "Высокий")
    await desk.tap("owner-kind-choice")
    refusal = desk.say.label("error-bad-choices", least=2, most=20)
    assert desk.me.alerts[-1] == refusal
    await desk.go("owner-go-attributes", "owner-attribute-new")
    await desk.answer("Рост")
    await desk.tap("owner-kind-number")
    assert await attributes(desk) == {"Рост": (AttributeKind.NUMBER, [])}
    screen = desk.me.last["message_id"]
    (height,) = await custom_attributes.everything(desk.shop.ctx, desk.by)
    await desk.me.tap_data(f"oat:set:{height.id}:kind:several", screen)
    assert desk.me.alerts[-1] == desk.say.label("error-gone")  # its kind stays
    await desk.me.tap_data("oat:set:0:kind:several", screen)
    assert desk.me.alerts[-1] == desk.say.label("owner-stale")  # none is being made
    await desk.tap("owner-attribute-name")
    await desk.answer("/cancel")
    assert desk.told("owner-cancelled", flow="attribute")


async def make_quiz(office: Office) -> None:
    """Two questions, one of them in two messages."""
    await office.go("owner-go-quizzes", "owner-quiz-new")
    await office.answer("Hello", "Which drink?\nTea\nCoffee")
    await office.tap("owner-kind-choice")
    await office.tap("owner-quiz-keep-name", name="Which drink")
    await office.tap("owner-quiz-ask")
    await office.answer("How many cups?")
    await office.tap("owner-kind-number")
    await office.answer("Cups")


async def test_a_quiz_from_its_title_to_its_results(office: Office) -> None:
    shop = office.shop
    anna = await shop.join(shop.anna)
    await make_quiz(office)
    await office.tap("owner-quiz-points", points=50)
    await office.me.tap("100")
    await office.tap("owner-quiz-text")
    await office.answer("To treat you better.")
    await office.tap("owner-quiz-look")
    assert office.sees("To treat you better.")
    await office.me.tap("Tea")
    await office.tap("button-quiz-next", some=True)
    assert office.told("quiz-done", points=100)
    await office.tap("owner-quiz-look-over")
    assert await attribute_answers.values_of(shop.ctx, anna) == []  # only looked at
    await office.tap("owner-quiz-publish")
    (quiz,) = await quizzes.everything(shop.ctx, office.by)
    assert quiz.status is QuizStatus.OPEN
    assert office.sees(f"?start=z-{quiz.id}")
    await shop.anna.start(f"z-{quiz.id}")
    await shop.anna.tap(shop.words.say("ru").label("button-quiz-begin", begun=False))
    await shop.anna.tap("Coffee")
    await shop.anna.send("3")
    await office.tap("owner-quiz-results")
    figures = office.say.label(
        "owner-quiz-figures", title="Hello", started=1, completed=1, points=100
    )
    assert office.sees(figures.replace("<b>", "").replace("</b>", ""))
    assert office.sees(
        office.say.label("owner-quiz-share", bar="▓" * 10, percent=100, name="Coffee", count=1)
    )
    assert office.sees(office.say.label("owner-quiz-numbers", least=3, middle=3, most=3))
    await office.tap("button-back")
    await office.tap("owner-quiz-close")
    await office.tap("owner-quiz-close")
    assert (await quizzes.show(shop.ctx, office.by, quiz.id)).status is QuizStatus.CLOSED
    await office.tap("button-back")
    assert office.say.label("owner-quiz-line", title="Hello", status="closed") in office.labels


async def test_a_question_about_what_is_known_already_and_second_thoughts(desk: Office) -> None:
    ctx = desk.shop.ctx
    await custom_attributes.create(ctx, desk.by, "Питомцы", AttributeKind.SEVERAL, ("Кот", "Пёс"))
    await desk.go("owner-go-quizzes", "owner-quiz-new")
    await desk.answer("Дом")
    await desk.tap("owner-quiz-known")
    await desk.me.tap("Питомцы")
    await desk.answer("Кто живёт с вами?")
    (quiz,) = await quizzes.everything(ctx, desk.by)
    assert [one.attribute.name for one in quiz.questions] == ["Питомцы"]
    await desk.tap("owner-quiz-ask")
    await desk.answer("Ещё?\nДа\nНет")
    stale = desk.me.last
    kind = next(
        one["callback_data"]
        for row in stale["reply_markup"]["inline_keyboard"]
        for one in row
        if one["text"] == desk.say.label("owner-kind-choice")
    )
    await desk.open()
    await desk.me.tap_data(kind, stale["message_id"])  # the question was left meanwhile
    assert desk.me.alerts[-1] == desk.say.label("error-gone")
    await desk.go("owner-go-quizzes")
    await desk.tap("owner-quiz-line", title="Дом", status="draft")
    await desk.tap("owner-quiz-drop", number=1)
    assert desk.say.label("owner-quiz-publish") not in desk.labels
    await desk.tap("owner-quiz-delete")
    await desk.tap("owner-quiz-delete")
    assert await quizzes.everything(ctx, desk.by) == []
    assert list(await attributes(desk)) == ["Питомцы"]


async def unhappy(shop: Shop, actor_id: int) -> None:
    """Anna was asked, and gave two of ten with a word."""
    anna = await shop.join(shop.anna)
    await feedback_settings.change(shop.ctx, actor_id, FeedbackKind.NPS, on=True)
    cashier = await shop.hire(shop.boris)
    await purchases.record(shop.ctx, cashier, anna, 500_00, key="receipt")
    await shop.settle()
    await shop.later(days=1)
    await shop.anna.tap("2")
    await shop.anna.send("Остыл <кофе>")


async def test_a_low_score_and_a_reply_that_reaches_the_guest_once(office: Office) -> None:
    await unhappy(office.shop, office.by)
    notice = office.me.last["message_id"]
    assert office.sees("Остыл <кофе>")
    await office.tap("button-feedback-reply")
    await office.answer("x" * 1001)
    assert office.told("error-bad-text", most=1000)
    await office.answer("Простите! Следующий за нами.")
    assert office.told("owner-feedback-replied", name="Анна")
    assert "Следующий за нами" in office.shop.anna.text
    await office.me.tap(office.say.label("button-feedback-reply"), message_id=notice)
    assert office.me.alerts[-1] == office.say.label("error-replied-already")
    await office.go("owner-go-feedback")
    assert office.sees("NPS: -100")
    assert office.sees("Остыл <кофе>")
    assert not any("💬" in label for label in office.labels)


async def test_when_guests_are_asked_is_for_the_owner_to_say(office: Office) -> None:
    await office.go("owner-go-feedback")
    assert office.sees(office.say.label("owner-feedback-none"))
    await office.tap("owner-feedback-kind", kind="satisfaction", on=False, days=30)
    await office.tap("owner-feedback-turn", on=False)
    await office.tap("owner-life", days=14)
    await office.answer("5")
    assert office.told("error-bad-number", least=7, most=365)
    await office.answer("45")
    settings = await feedback_settings.show(office.shop.ctx, office.by)
    assert (settings.satisfaction.on, settings.satisfaction.days) == (True, 45)
    assert not settings.nps.on
    await office.go("owner-go-journal")
    said = office.say.label("act-feedback-changed", kind="satisfaction", on=True, days=45)
    assert office.sees(said)


async def test_points_for_the_profile_are_set_with_the_other_bonuses(desk: Office) -> None:
    await desk.go("owner-go-rules")
    await desk.me.tap(desk.say.label("owner-term-profile-bonus"))
    await desk.me.tap(desk.say.label("points", points=50))
    await desk.tap("owner-save")
    name = desk.say.label("owner-term-profile-bonus")
    assert f"{name}: {desk.say.label('points', points=50)}" in desk.labels


@pytest.mark.parametrize("prefix", ["oat:new:0::", "oqz:new:0:0", "ofb:turn:nps:1", "fbr:1"])
async def test_nobody_else_gets_in(desk: Office, prefix: str) -> None:
    anna = desk.shop.anna
    await desk.shop.join(anna)
    await anna.send("/balance")
    await anna.tap_data(prefix, anna.last["message_id"])
    assert anna.alerts[-1] == desk.say.label("error-not-owner")


async def test_answers_are_counted_beside_the_attribute(desk: Office) -> None:
    ctx = desk.shop.ctx
    size = await custom_attributes.create(ctx, desk.by, "Размер", AttributeKind.NUMBER)
    anna = await desk.shop.join(desk.shop.anna)
    await attribute_answers.answer(ctx, anna, size, Told(number=42))
    await desk.go("owner-go-attributes")
    assert (
        desk.say.label("owner-attribute-line", name="Размер", known=1, retired=False) in desk.labels
    )
