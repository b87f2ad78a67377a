"""The most that a shop may ask, in its longest words: every screen still fits into a message."""

from collections.abc import AsyncIterator

import pytest
from aiogram.filters.callback_data import CallbackData

from handlers.member import attributes as member_attributes
from handlers.member import fields
from handlers.member import quiz as member_quiz
from handlers.owner.shared import navigation
from handlers.owner.shared.form import Act
from handlers.owner.surveys import attributes, quizzes
from models.segmentation import AttributeChoice, CustomAttribute
from sandbox.person import Person
from services.dates import Birthday
from services.enums import AttributeKind
from services.profiles import children, profiles
from services.surveys import attribute_answers, custom_attributes, quiz_runs
from services.surveys import quizzes as making
from services.surveys.attribute_answers import Told
from services.surveys.custom_attributes import CHOICES, MOST, NAME_LENGTH
from services.surveys.quizzes import (
    MOST_QUESTIONS,
    QUESTION_LENGTH,
    TEXT_LENGTH,
    TITLE_LENGTH,
    NewQuestion,
)
from tests.cast import Shop

BROUGHT = 90
"""Choices that files bring, one file after another, longer than anybody types them."""


@pytest.fixture
async def shop(sqlite_shop: Shop, caplog: pytest.LogCaptureFixture) -> AsyncIterator[Shop]:
    """What Telegram refuses is in the log: the person reads an apology."""
    await sqlite_shop.olga.start()
    yield sqlite_shop
    assert [record.getMessage() for record in caplog.records if record.exc_info] == []


def named(number: int, length: int = NAME_LENGTH) -> str:
    return f"{number:03}".ljust(length, "ы")


async def tap(person: Person, data: CallbackData | str) -> str:
    """What the screen says afterwards."""
    packed = data if isinstance(data, str) else data.pack()
    await person.tap_data(packed, person.last["message_id"])
    return person.text


async def test_the_longest_quiz(shop: Shop) -> None:
    ctx, by = shop.ctx, await shop.identity(shop.olga)
    anna = await shop.join(shop.anna)
    answers = tuple(named(number) for number in range(CHOICES.most))
    quiz_id = await making.make(ctx, by, named(0, TITLE_LENGTH))
    await making.change(ctx, by, quiz_id, text=named(0, TEXT_LENGTH))
    for number in range(MOST_QUESTIONS):
        text, several = named(number, QUESTION_LENGTH), AttributeKind.SEVERAL
        question = NewQuestion(text, name=named(number), kind=several, choices=answers)
        await making.ask(ctx, by, quiz_id, question)
    await making.publish(ctx, by, quiz_id)
    quiz = await making.show(ctx, by, quiz_id)

    assert named(0, QUESTION_LENGTH) in await tap(shop.anna, member_quiz.QuizTap(quiz_id=quiz_id))
    for one in quiz.asked:
        await quiz_runs.answer(ctx, anna, quiz_id, one.id, _all(one.attribute))
    screen = await tap(shop.olga, quizzes.QuizTap(act="open", quiz_id=quiz_id))
    assert all(f"{number}. {number - 1:03}" in screen for number in range(1, MOST_QUESTIONS + 1))
    assert named(0, TEXT_LENGTH) in await tap(
        shop.olga, quizzes.QuizTap(act="look", quiz_id=quiz_id)
    )
    await tap(shop.olga, quizzes.QuizTap(act="results", quiz_id=quiz_id))
    seen, more = 0, shop.words.say("ru").label("owner-quiz-more")
    while f"{seen + 1}. {seen:03}" in shop.olga.text:
        while f"{seen + 1}. {seen:03}" in shop.olga.text:
            seen += 1
        if seen < MOST_QUESTIONS:
            await shop.olga.tap(more)
    assert seen == MOST_QUESTIONS


def _all(attribute: custom_attributes.Attribute) -> Told:
    return Told(frozenset(choice.id for choice in attribute.offered))


async def test_the_most_told_of_oneself(shop: Shop) -> None:
    ctx, by = shop.ctx, await shop.identity(shop.olga)
    anna = await shop.join(shop.anna)
    await profiles.rename(ctx, anna, "Ж" * profiles.NAME_LENGTH)
    await profiles.set_city(ctx, anna, "Ж" * profiles.CITY_LENGTH)
    await profiles.set_interests(ctx, anna, fields.INTERESTS)
    for _ in range(children.MOST):
        await children.add(ctx, anna, Birthday(30, 9, 2020))
    answers = tuple(named(number) for number in range(4))
    for number in range(2 * MOST):  # those asked earlier were retired
        several = AttributeKind.SEVERAL
        one = await custom_attributes.create(ctx, by, named(number), several, answers)
        (made,) = [own for own in await custom_attributes.offered(ctx) if own.id == one]
        await attribute_answers.answer(ctx, anna, one, _all(made))
        if number < MOST:
            await custom_attributes.retire(ctx, by, one, retired=True)
    screen = await tap(shop.anna, fields.PROFILE)
    assert all(named(number) in screen for number in range(MOST, 2 * MOST))
    screen = await tap(shop.anna, member_attributes.Open(attribute_id=one))
    assert named(3) in screen


async def test_an_attribute_that_files_filled(shop: Shop) -> None:
    anna, now = await shop.join(shop.anna), shop.clock.now()
    async with shop.ctx.db.write() as session:
        row = CustomAttribute(name=named(0, 100), kind=AttributeKind.CHOICE, created_at=now)
        session.add(row)
        await session.flush()
        session.add_all(
            AttributeChoice(attribute_id=row.id, name=named(number, 100), position=number)
            for number in range(BROUGHT)
        )
        attribute_id = row.id
    by = await shop.identity(shop.olga)
    quiz_id = await making.make(shop.ctx, by, "Что это?")
    await making.ask(shop.ctx, by, quiz_id, NewQuestion("Что?", attribute_id))
    await making.publish(shop.ctx, by, quiz_id)
    quiz = await making.show(shop.ctx, by, quiz_id)
    await quiz_runs.go_on(shop.ctx, anna, quiz_id)
    await quiz_runs.answer(
        shop.ctx, anna, quiz_id, quiz.asked[0].id,
        Told(frozenset({quiz.asked[0].attribute.offered[0].id})),
    )  # fmt: skip
    for data in (
        attributes.form.to(Act.OPEN, attribute_id),
        quizzes.QuizTap(act="open", quiz_id=quiz_id),
        quizzes.QuizTap(act="look", quiz_id=quiz_id),
        quizzes.QuizTap(act="results", quiz_id=quiz_id),
        navigation.Go(to=navigation.Place.ATTRIBUTES),
    ):
        before = shop.olga.text
        assert await tap(shop.olga, data) != before
    assert named(0, NAME_LENGTH - 1) in await tap(shop.anna, fields.PROFILE)
    assert named(0, NAME_LENGTH - 1) in await tap(
        shop.anna, member_attributes.Open(attribute_id=attribute_id)
    )
