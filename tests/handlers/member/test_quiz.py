"""A quiz as a guest meets it: by the button at home, by a link, one tap an answer."""

import pytest

from services.enums import AttributeKind
from services.surveys import quizzes
from services.surveys.quizzes import NewQuestion
from tests.cast import Shop
from tests.handlers.member.guest import Guest

QUESTIONS = (
    NewQuestion("Что <пьёте>?", name="Напиток", choices=("Кофе", "Чай")),
    NewQuestion(
        "Кто дома?", name="Питомцы", kind=AttributeKind.SEVERAL, choices=("Кошка", "Собака")
    ),
    NewQuestion("Ваш размер?", name="Размер", kind=AttributeKind.NUMBER),
)


async def publish(shop: Shop, *, points: int = 50) -> int:
    by = await shop.identity(shop.olga)
    quiz_id = await quizzes.make(shop.ctx, by, "Познакомимся")
    await quizzes.change(shop.ctx, by, quiz_id, text="Чтобы угостить.", points=points)
    for question in QUESTIONS:
        await quizzes.ask(shop.ctx, by, quiz_id, question)
    await quizzes.publish(shop.ctx, by, quiz_id)
    return quiz_id


async def test_four_taps_and_a_number_from_home_to_points(guest: Guest) -> None:
    await guest.join()
    await publish(guest.shop)
    await guest.person.start()
    await guest.tap("button-quiz", title="Познакомимся", points=50, left=3)
    assert guest.sees("quiz-text", text="Чтобы угостить.")
    assert guest.sees("quiz-question", number=1, count=3, text="Что <пьёте>?")
    await guest.person.tap("Чай")
    await guest.person.tap("Кошка")
    await guest.tap("button-back")
    await guest.person.tap("Кофе")
    assert guest.words("choice-chip", choice="Кошка", on=True) in guest.labels
    await guest.person.tap("Собака")
    await guest.tap("button-quiz-next", some=True)
    await guest.person.send("очень")
    assert guest.sees("error-bad-number", least=0, most=1_000_000)
    await guest.person.send("42")
    assert guest.sees("quiz-done", points=50)
    assert await guest.points() == 150
    await guest.press("menu-profile")
    for line in ("Напиток: Кофе", "Питомцы: Кошка, Собака", "Размер: 42"):
        assert line in guest.text
    await guest.person.start()
    assert not guest.sees("quiz-waits")
    await guest.person.send("/history")
    assert guest.words("kind-answer") in guest.labels[0]
    await guest.person.tap(guest.labels[0])
    assert guest.sees("why-title", title="Познакомимся")
    assert guest.sees("why-answer")


async def test_left_in_the_middle_it_waits(anna: Guest) -> None:
    await anna.join()
    await publish(anna.shop)
    await anna.press("menu-profile")
    await anna.tap("button-quiz", title="Познакомимся", points=50, left=3)
    first = anna.data("Чай")
    await anna.person.tap("Чай")
    second = anna.data("Кошка")
    await anna.press("menu-card")
    await anna.shop.later(days=3)
    await anna.press("menu-profile")
    await anna.tap("button-quiz", title="Познакомимся", points=50, left=2)
    assert anna.sees("quiz-question", number=2, count=3, text="Кто дома?")
    await anna.person.tap_data(*first)  # an old screen, the same answer: no harm
    await anna.person.tap_data(*second)
    await anna.tap("button-quiz-next", some=True)
    await anna.person.send("/cancel")
    assert anna.sees("cancelled-answer")
    await anna.press("menu-profile")
    await anna.tap("button-quiz", title="Познакомимся", points=50, left=1)
    await anna.person.send("38")
    assert anna.sees("quiz-done", points=50)
    await anna.person.tap_data(*first)
    assert anna.alert == anna.words("error-quiz-done")


async def test_the_end_shows_where_to_go_on(anna: Guest) -> None:
    await anna.join()
    await publish(anna.shop)
    await anna.press("menu-profile")
    await anna.tap("button-quiz", title="Познакомимся", points=50, left=3)
    await anna.person.tap("Чай")
    await anna.tap("button-quiz-next", some=False)
    await anna.person.send("38")
    assert anna.sees("quiz-done", points=50)
    await anna.tap("menu-profile")
    assert "Напиток: Чай" in anna.text


async def test_a_link_opens_it_for_members_and_waits_for_who_joins(anna: Guest) -> None:
    quiz_id = await publish(anna.shop)
    await anna.person.start(f"z-{quiz_id}")
    await anna.tap("button-join")
    assert anna.sees(
        "quiz-intro", title="Познакомимся", points=50, left=3, more=True, text="Чтобы угостить."
    )
    await anna.tap("button-quiz-begin", begun=False)
    await anna.person.start(f"z-{quiz_id}")
    await anna.tap("button-quiz-begin", begun=True)
    assert anna.sees("quiz-question", number=1, count=3, text="Что <пьёте>?")


@pytest.mark.parametrize("value", ["0", "999", "abc", "9" * 30])
async def test_a_link_that_was_never_made(anna: Guest, value: str) -> None:
    await anna.join()
    await anna.person.start(f"z-{value}")
    assert anna.sees("error-link-unknown")


async def test_closed_meanwhile(anna: Guest) -> None:
    await anna.join()
    quiz_id = await publish(anna.shop)
    await anna.person.start(f"z-{quiz_id}")
    await anna.tap("button-quiz-begin", begun=False)
    await quizzes.close(anna.shop.ctx, await anna.shop.identity(anna.shop.olga), quiz_id)
    await anna.person.tap("Чай")
    assert anna.alert == anna.words("error-quiz-closed")
    await anna.person.start(f"z-{quiz_id}")
    assert anna.sees("error-quiz-closed")
    await anna.press("menu-profile")
    assert not any("🧩" in label for label in anna.labels)
