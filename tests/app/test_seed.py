"""The demonstration shop: believable, the same for the same chance, and sound to the last point."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import text

from app.seed import ANNA, OLGA, SHOPS, VERA, Cast, crowd, plant
from jobs.schedule import tick_all
from sandbox.clock import SandboxClock
from services.back_office import flags, shop_numbers
from services.charity import charity
from services.context import Context
from services.feedback import feedback_asking, feedback_figures
from services.integrity import verify
from services.offers import offer_views
from services.points import balances
from services.rewards import rewards
from services.segments import audience_queries, saved_segments
from services.segments.questions.tree import EVERYONE, Before, Condition, Next
from services.segments.rfm import overview
from services.segments.rfm.scores import Group
from services.staff import identities
from services.surveys import quiz_results, quiz_runs, quizzes
from tests.cast import CountedSecrets
from tests.engines import fast_database

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def small_crowd(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crowd, "CROWD", 60)


@asynccontextmanager
async def planted(
    url: str, language: str = "ru", chance: int = 7
) -> AsyncIterator[tuple[Context, Cast]]:
    database = fast_database(url)
    ctx = Context(database, SandboxClock(NOW, frozen=True), CountedSecrets())
    try:
        yield ctx, await plant(ctx, Random(chance), SHOPS[language])
    finally:
        await database.close()


async def test_its_points_add_up_and_go_on_adding_up(database_url: str) -> None:
    language = "ru" if database_url.startswith("sqlite") else "en"
    async with planted(database_url, language) as (ctx, cast):
        verdict = await verify.run(ctx)
        assert [str(problem) for problem in verdict.problems] == []
        assert verdict.checked["accounts"] == len(cast.crowd) + 1
        assert verdict.checked["purchases"] > 300
        for _ in range(8):
            await ctx.clock.move(timedelta(days=1))  # type: ignore[attr-defined]
            await tick_all(ctx)
        assert (await verify.run(ctx)).ok


async def test_everybody_has_their_part(sqlite_url: str) -> None:
    async with planted(sqlite_url) as (ctx, cast):
        olga = (await identities.visit(ctx, OLGA, cast.olga.name, "ru")).identity_id
        vera = await identities.visit(ctx, VERA, cast.vera.name, "ru")
        anna = await identities.visit(ctx, ANNA, cast.anna.name, "ru")
        assert anna.member_id is None
        assert vera.member_id is not None
        assert (await balances.balance(ctx, vera.member_id)).points > 300
        away, here = reversed(await saved_segments.every(ctx, olga))
        assert (away.frozen_at, here.frozen_at) == (None, NOW)
        for one in (away, here):
            assert (await audience_queries.count(ctx, olga, one.node)).matched
        soon = await audience_queries.count(ctx, olga, Condition("birthday", when=Next(7)))
        asleep = await audience_queries.count(ctx, olga, Condition("last_visit", when=Before(60)))
        everyone = await audience_queries.count(ctx, olga, EVERYONE)
        assert 2 <= soon.reachable < everyone.reachable
        assert 2 <= asleep.reachable < everyone.reachable
        assert everyone.blocked
        assert everyone.no_consent
        assert len(await offer_views.everything(ctx, olga)) == 8
        assert await flags.count_open(ctx, olga) == 1
        assert len(await rewards.catalogue(ctx, vera.member_id)) == 5
        assert all(fund.given for fund in await charity.funds(ctx))
        (quiz,) = await quizzes.everything(ctx, olga)
        answers = await quiz_results.results(ctx, olga, quiz.id)
        assert 2 <= answers.completed < answers.started
        assert [one.title for one in await quiz_runs.offered(ctx, vera.member_id)] == [quiz.title]
        satisfied = await feedback_figures.figures(ctx, olga)
        assert satisfied.nps.promoters > satisfied.nps.detractors > 0
        assert satisfied.remarks
        assert await feedback_asking.ask_due(ctx) == 0  # nobody is asked the moment it opens
        month = await shop_numbers.numbers(ctx, olga, 30)
        assert month.returning > month.buyers // 2
        assert month.redemptions
        years = await shop_numbers.numbers(ctx, olga, 730)
        assert years.points_expired
        assert years.purchases > month.purchases * 10


async def test_its_guests_are_of_many_groups(sqlite_url: str) -> None:
    async with planted(sqlite_url) as (ctx, cast):
        olga = (await identities.visit(ctx, OLGA, cast.olga.name, "ru")).identity_id
        seen = await overview.show(ctx, olga)
        assert seen.buyers > len(cast.crowd) * 3 // 4
        peopled = [one for one in seen.groups.values() if one.members]
        assert len(peopled) >= 8
        assert all(one.average_receipt and one.expected for one in peopled)
        best, lost = seen.groups[Group.CHAMPIONS], seen.groups[Group.LOST]
        assert best.sales_percent > best.share_percent
        assert lost.sales_percent < lost.share_percent
        assert best.expected is not None
        assert lost.expected is not None
        assert best.expected.minor > lost.expected.minor * 3 // 2
        assert seen.since == datetime(2026, 10, 31, 21, tzinfo=UTC)  # midnight in Moscow
        assert sum(move.members for move in seen.moves) > len(cast.crowd) // 20


async def test_the_same_chance_makes_the_same_shop(
    sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crowd, "CROWD", 12)
    shops = []
    empty = sqlite_url.removeprefix("sqlite+aiosqlite:///")
    for number, chance in enumerate((7, 7, 8)):
        url = f"sqlite+aiosqlite:///{shutil.copy(empty, tmp_path / f'{number}.db')}"
        async with planted(url, chance=chance) as (ctx, cast), ctx.db.read() as session:
            rows = await session.execute(text("SELECT key, at, points FROM operations"))
            shops.append((cast, rows.all()))
    assert shops[0] == shops[1]
    assert shops[0] != shops[2]
