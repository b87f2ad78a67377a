"""Quizzes: from a draft to points, with everything that may happen on the way."""

import asyncio
from dataclasses import dataclass

import pytest

from services.enums import AttributeKind
from services.errors import Gone, NameTaken
from services.integrity import verify
from services.profiles import leaving
from services.surveys import attribute_answers, custom_attributes, quiz_results, quiz_runs, quizzes
from services.surveys.attribute_answers import Told
from services.surveys.errors import QuizClosed, QuizDone, QuizEmpty, QuizPublished
from services.surveys.quizzes import NewQuestion, QuizStatus, QuizView
from tests.cast import Shop
from tests.services.crowd import balance, guests

DRINK = NewQuestion("Что пьёте?", name="Напиток", choices=("Кофе", "Чай"))
PETS = NewQuestion(
    "Кто дома?", name="Питомцы", kind=AttributeKind.SEVERAL, choices=("Кошка", "Собака")
)
SIZE = NewQuestion("Ваш размер?", name="Размер", kind=AttributeKind.NUMBER)


@dataclass
class Maker:
    shop: Shop
    by: int

    async def quiz(self, *questions: NewQuestion, points: int = 50) -> QuizView:
        """A published quiz."""
        quiz_id = await quizzes.make(self.shop.ctx, self.by, "Познакомимся")
        await quizzes.change(self.shop.ctx, self.by, quiz_id, points=points)
        for question in questions:
            await quizzes.ask(self.shop.ctx, self.by, quiz_id, question)
        await quizzes.publish(self.shop.ctx, self.by, quiz_id)
        return await quizzes.show(self.shop.ctx, self.by, quiz_id)


@pytest.fixture
async def maker(shop: Shop) -> Maker:
    return Maker(shop, await shop.identity(shop.olga))


def told(quiz: QuizView, question: int, *choices: int) -> Told:
    """An answer by the places of its choices."""
    offered = quiz.questions[question].attribute.offered
    return Told(frozenset(offered[place].id for place in choices))


async def test_one_after_another_to_the_end_and_points_once(maker: Maker) -> None:
    ctx = maker.shop.ctx
    anna = await maker.shop.join(maker.shop.anna)
    quiz = await maker.quiz(DRINK, PETS, SIZE)
    drink, pets, size = quiz.questions
    assert [(one.points, one.left) for one in await quiz_runs.offered(ctx, anna)] == [(50, 3)]
    assert (await quiz_runs.go_on(ctx, anna, quiz.id)).question == drink
    with pytest.raises(Gone):  # a forged tap: that question is not reached yet
        await quiz_runs.answer(ctx, anna, quiz.id, size.id, Told(number=42))
    with pytest.raises(Gone):  # nor is an answer of one's own optional
        await quiz_runs.answer(ctx, anna, quiz.id, drink.id, None)
    standing = await quiz_runs.answer(ctx, anna, quiz.id, drink.id, told(quiz, 0, 1))
    assert standing.question == pets
    (known,) = await attribute_answers.values_of(ctx, anna)  # at once, not at the end
    assert [choice.name for choice in known.chosen] == ["Чай"]
    cat = pets.attribute.choices[0].id
    assert (await quiz_runs.tick(ctx, anna, quiz.id, pets.id, cat)).told.choices == {cat}
    standing = await quiz_runs.back_to(ctx, anna, quiz.id, pets.id)
    assert standing.question == drink
    assert standing.told == told(quiz, 0, 1)
    await quiz_runs.answer(ctx, anna, quiz.id, drink.id, told(quiz, 0, 0))  # changed their mind
    # They leave and come back another day, where they were.
    assert (await quiz_runs.go_on(ctx, anna, quiz.id)).question == pets
    await quiz_runs.answer(ctx, anna, quiz.id, pets.id, None)
    end = await quiz_runs.answer(ctx, anna, quiz.id, size.id, Told(number=42))
    assert (end.question, end.points) == (None, 50)
    assert await balance(ctx, anna) == 150
    for again in (
        quiz_runs.answer(ctx, anna, quiz.id, size.id, Told(number=43)),
        quiz_runs.go_on(ctx, anna, quiz.id),
        quiz_runs.look(ctx, anna, quiz.id),
    ):
        with pytest.raises(QuizDone):
            await again
    assert await quiz_runs.offered(ctx, anna) == []
    assert await balance(ctx, anna) == 150
    assert (await verify.run(ctx)).problems == ()


async def test_two_taps_at_once_bring_points_once(maker: Maker) -> None:
    ctx = maker.shop.ctx
    anna = await maker.shop.join(maker.shop.anna)
    quiz = await maker.quiz(DRINK)
    await quiz_runs.go_on(ctx, anna, quiz.id)
    tap = (ctx, anna, quiz.id, quiz.questions[0].id, told(quiz, 0, 0))
    ends = await asyncio.gather(*(quiz_runs.answer(*tap) for _ in range(4)), return_exceptions=True)
    assert sum(not isinstance(end, QuizDone) for end in ends) == 1
    assert await balance(ctx, anna) == 150


async def test_a_retired_question_is_left_out_and_a_closed_quiz_stops(maker: Maker) -> None:
    ctx, by = maker.shop.ctx, maker.by
    anna = await maker.shop.join(maker.shop.anna)
    quiz = await maker.quiz(DRINK, PETS, SIZE)
    drink, pets, size = quiz.questions
    await quiz_runs.go_on(ctx, anna, quiz.id)
    coffee = drink.attribute.choices[0].id
    await custom_attributes.add_choices(ctx, by, drink.attribute.id, ["Какао"])
    await custom_attributes.change_choice(ctx, by, coffee, retired=True)
    with pytest.raises(Gone):  # the button stood on the screen still
        await quiz_runs.answer(ctx, anna, quiz.id, drink.id, told(quiz, 0, 0))
    await custom_attributes.retire(ctx, by, pets.attribute.id, retired=True)
    standing = await quiz_runs.answer(ctx, anna, quiz.id, drink.id, told(quiz, 0, 1))
    assert standing.question is not None
    assert standing.question.id == size.id
    await quizzes.close(ctx, by, quiz.id)
    with pytest.raises(QuizClosed):
        await quiz_runs.answer(ctx, anna, quiz.id, size.id, Told(number=1))
    assert await balance(ctx, anna) == 100
    assert len(await attribute_answers.values_of(ctx, anna)) == 1  # what was said stays


async def test_nothing_is_given_for_nothing(maker: Maker) -> None:
    ctx = maker.shop.ctx
    anna = await maker.shop.join(maker.shop.anna)
    empty = await maker.quiz(DRINK)
    attribute_id = empty.questions[0].attribute.id
    await custom_attributes.retire(ctx, maker.by, attribute_id, retired=True)
    assert await quiz_runs.offered(ctx, anna) == []
    with pytest.raises(QuizClosed):
        await quiz_runs.go_on(ctx, anna, empty.id)
    free = await maker.quiz(SIZE, points=0)
    await quiz_runs.go_on(ctx, anna, free.id)
    end = await quiz_runs.answer(ctx, anna, free.id, free.questions[0].id, Told(number=1))
    assert end.points == 0
    assert await balance(ctx, anna) == 100


async def test_a_draft_is_changed_and_a_published_one_is_not(maker: Maker) -> None:
    ctx, by = maker.shop.ctx, maker.by
    anna = await maker.shop.join(maker.shop.anna)
    quiz_id = await quizzes.make(ctx, by, "Черновик")
    with pytest.raises(QuizEmpty):
        await quizzes.publish(ctx, by, quiz_id)
    await quizzes.ask(ctx, by, quiz_id, DRINK)
    (question,) = (await quizzes.show(ctx, by, quiz_id)).questions
    again = NewQuestion("И ещё раз?", attribute_id=question.attribute.id)
    with pytest.raises(NameTaken):
        await quizzes.ask(ctx, by, quiz_id, again)
    with pytest.raises(Gone):  # nobody but its owner sees a draft
        await quiz_runs.look(ctx, anna, quiz_id)
    await quizzes.ask(ctx, by, quiz_id, SIZE)
    await quizzes.drop_question(ctx, by, quiz_id, question.id)
    await quizzes.ask(ctx, by, quiz_id, again)
    await quizzes.publish(ctx, by, quiz_id)
    quiz = await quizzes.show(ctx, by, quiz_id)
    assert [one.text for one in quiz.questions] == ["Ваш размер?", "И ещё раз?"]
    for act in (
        quizzes.ask(ctx, by, quiz_id, PETS),
        quizzes.drop_question(ctx, by, quiz_id, quiz.questions[0].id),
        quizzes.change(ctx, by, quiz_id, points=1_000),
    ):
        with pytest.raises(QuizPublished):
            await act
    await quizzes.close(ctx, by, quiz_id)
    assert (await quizzes.show(ctx, by, quiz_id)).status is QuizStatus.CLOSED
    draft = await quizzes.make(ctx, by, "Другой")
    await quizzes.close(ctx, by, draft)
    with pytest.raises(Gone):
        await quizzes.show(ctx, by, draft)


async def test_results_count_who_answered_what(maker: Maker) -> None:
    ctx = maker.shop.ctx
    quiz = await maker.quiz(DRINK, PETS, SIZE)
    answers = (((0,), (0, 1), 38), ((0,), (), 44), ((1,), (0,), None), (None, None, None))
    for member, (drinks, pets, size) in zip(await guests(ctx, 4), answers, strict=True):
        await quiz_runs.go_on(ctx, member, quiz.id)
        if drinks is None:
            continue
        first, second, third = (question.id for question in quiz.questions)
        await quiz_runs.answer(ctx, member, quiz.id, first, told(quiz, 0, *drinks))
        await quiz_runs.answer(ctx, member, quiz.id, second, told(quiz, 1, *pets or ()))
        if size is not None:
            await quiz_runs.answer(ctx, member, quiz.id, third, Told(number=size))
    found = await quiz_results.results(ctx, maker.by, quiz.id)
    assert (found.started, found.completed, found.points) == (4, 2, 100)
    drink, pet, size_of = found.questions
    assert [(one.name, one.count, one.percent) for one in drink.shares] == [
        ("Кофе", 2, 66),
        ("Чай", 1, 33),
    ]
    assert [(one.count, one.percent) for one in pet.shares] == [(2, 66), (1, 33)]
    assert (pet.answered, size_of.answered, size_of.numbers) == (3, 2, (38, 44, 44))


async def test_a_second_card_brings_no_second_thanks(maker: Maker) -> None:
    ctx, anna = maker.shop.ctx, maker.shop.anna
    quiz = await maker.quiz(SIZE)
    for points in (50, 0):
        member_id = await maker.shop.join(anna)
        (offered,) = await quiz_runs.offered(ctx, member_id)
        assert offered.points == points
        assert (await quiz_runs.look(ctx, member_id, quiz.id)).points == points
        await quiz_runs.go_on(ctx, member_id, quiz.id)
        size = quiz.questions[0].id
        end = await quiz_runs.answer(ctx, member_id, quiz.id, size, Told(number=42))
        assert end.points == points
        await leaving.leave(ctx, member_id)
    assert (await quiz_results.results(ctx, maker.by, quiz.id)).points == 50
    assert (await verify.run(ctx)).problems == ()
