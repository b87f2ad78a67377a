"""What a member told can be taken away whole, and is forgotten whole."""

from models.people import Member
from models.segmentation import AttributeValue, Child
from models.surveys import Feedback, QuizRun
from services.dates import Birthday
from services.enums import AttributeKind, ContactTime, Family, FeedbackKind
from services.feedback import feedback_answers
from services.profiles import children, leaving, profiles
from services.surveys import quiz_runs, quizzes
from services.surveys.attribute_answers import Told
from services.surveys.quizzes import NewQuestion
from tests.cast import Shop
from tests.services.crowd import rows


async def tell_everything(shop: Shop, anna: int) -> None:
    ctx, by = shop.ctx, await shop.identity(shop.olga)
    await profiles.set_family(ctx, anna, Family.MARRIED)
    await profiles.set_contact_time(ctx, anna, ContactTime.EVENING)
    for day in (2, 1):
        await children.add(ctx, anna, Birthday(day, 5, 2019))
    quiz = await quizzes.make(ctx, by, "Познакомимся")
    size = NewQuestion("Ваш размер?", name="Размер", kind=AttributeKind.NUMBER)
    await quizzes.ask(ctx, by, quiz, size)
    await quizzes.publish(ctx, by, quiz)
    question = (await quiz_runs.go_on(ctx, anna, quiz)).question
    assert question is not None
    await quiz_runs.answer(ctx, anna, quiz, question.id, Told(number=42))
    async with ctx.db.write() as session:
        row = Feedback(key="nps:1", kind=FeedbackKind.NPS, member_id=anna, asked_at=ctx.clock.now())
        session.add(row)
    await feedback_answers.score(ctx, anna, row.id, 2)
    await feedback_answers.comment(ctx, anna, row.id, "Остыл кофе")
    await feedback_answers.reply(ctx, by, row.id, "Простите!")
    await feedback_answers.want_feedback(ctx, anna, yes=False)


async def test_it_is_all_in_the_file(shop: Shop) -> None:
    anna = await shop.join(shop.anna)
    await tell_everything(shop, anna)
    now = shop.clock.now().isoformat()
    exported = await leaving.export(shop.ctx, anna)
    profile = exported["profile"]
    assert (profile["family"], profile["contact_time"]) == ("married", "evening")
    assert profile["questions_refused_at"] == now
    assert exported["children"] == ["2019-05-01", "2019-05-02"]
    assert exported["attributes"] == [{"name": "Размер", "answer": 42}]
    assert exported["quizzes"] == [
        {"title": "Познакомимся", "started_at": now, "completed_at": now}
    ]
    (said,) = exported["feedback"]
    assert (said["about"], said["score"], said["comment"], said["reply"]) == (
        "nps",
        2,
        "Остыл кофе",
        "Простите!",
    )


async def test_nothing_of_it_stays_but_figures(shop: Shop) -> None:
    anna = await shop.join(shop.anna)
    await tell_everything(shop, anna)
    await leaving.leave(shop.ctx, anna)
    assert await rows(shop.ctx, Child) == 0
    assert await rows(shop.ctx, AttributeValue) == 0
    words = (Feedback.comment.is_not(None)) | (Feedback.reply.is_not(None))
    assert await rows(shop.ctx, Feedback, words) == 0
    assert (await rows(shop.ctx, Feedback), await rows(shop.ctx, QuizRun)) == (1, 1)
    kept = Member.family.is_not(None) | Member.contact_time.is_not(None)
    assert await rows(shop.ctx, Member, kept) == 0
