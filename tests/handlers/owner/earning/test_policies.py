"""The policy and the versions in the chat."""

import pytest

from services import programme
from services.earning import earning_rules
from services.earning.earning_rules import NEW
from services.pricing.model import Effect, Policy, Rule, Together
from services.programme import settings
from services.programme.settings import Changes
from tests.handlers.owner.office import Office


async def open_policy(office: Office, field: str) -> None:
    await office.go("owner-go-policies")
    await office.tap(f"owner-policy-{field}")


async def policy_of(office: Office) -> Policy:
    return (await programme.current(office.shop.ctx)).policy


@pytest.mark.parametrize(
    ("field", "typed", "effect", "policy"),
    [
        ("least-receipt", "1500", "0", Policy(least_receipt=150_000)),
        ("most-per-receipt", "70", "70", Policy(most_per_receipt=70)),
        ("most-per-day", "90", "90", Policy(most_per_day=90)),
        ("most-per-month", "1000", "1 000", Policy(most_per_month=1_000)),
        ("pending-hours", "24", "12:00", Policy(pending_hours=24)),
        ("promo-life-days", "30", "2026", Policy(promo_life_days=30)),
    ],
)
async def test_a_number_is_typed_and_seen_at_work(
    desk: Office, field: str, typed: str, effect: str, policy: Policy
) -> None:
    await open_policy(desk, field)
    await desk.answer(typed)
    assert desk.sees(effect)
    assert await policy_of(desk) == Policy()
    await desk.tap("owner-save")
    assert await policy_of(desk) == policy


async def test_many_hours_are_days(desk: Office) -> None:
    await open_policy(desk, "pending-hours")
    assert desk.say.label("policy-hours", hours=24) in desk.labels
    await desk.tap("policy-days", days=14)
    await desk.tap("owner-save")
    assert await policy_of(desk) == Policy(pending_hours=14 * 24)


async def test_a_way_is_chosen(office: Office) -> None:
    await open_policy(office, "multipliers")
    await office.tap("policy-together", how="all")
    assert office.sees("90")
    assert office.sees("180")
    await office.tap("owner-save")
    await open_policy(office, "carry-remainders")
    await office.tap("policy-carry", yes=False)
    assert office.sees("15")
    assert office.sees("10")
    await office.tap("owner-save")
    await open_policy(office, "offers")
    await office.tap("policy-together", how="all")
    await office.tap("owner-save")
    both = Together.ALL
    assert await policy_of(office) == Policy(both, both, carry_remainders=False)


@pytest.mark.parametrize(
    ("field", "typed", "key", "facts"),
    [
        ("most-per-receipt", "0", "error-bad-number", {"least": 1, "most": 1_000_000}),
        ("pending-hours", "721", "error-bad-number", {"least": 0, "most": 720}),
        ("promo-life-days", "1", "error-bad-number", {"least": 7, "most": 3_650}),
        ("least-receipt", "-1", "error-bad-amount", {"text": "-1"}),
        ("multipliers", "лучший", "owner-need-tap", {}),
    ],
)
async def test_nonsense_gets_a_sentence_and_the_step_stays(
    desk: Office, field: str, typed: str, key: str, facts: dict[str, int | str]
) -> None:
    await open_policy(desk, field)
    await desk.answer(typed)
    assert desk.told(key, **facts)
    assert await policy_of(desk) == Policy()


async def test_every_version_is_kept_and_explained(office: Office) -> None:
    ctx, by = office.shop.ctx, office.by
    rule = await earning_rules.add(ctx, by, Rule(NEW, "За всё", Effect.FIXED, 50))
    await settings.change(ctx, by, Changes({"welcome_bonus": 7}))
    await earning_rules.set_policy(ctx, by, most_per_day=90)
    await earning_rules.remove(ctx, by, rule)
    await office.go("owner-go-versions")
    for what in ("«За всё»" if office.say.language == "ru" else "“За всё”", "→", "90"):
        assert office.sees(what)
    number = (await programme.current(ctx)).version
    await office.tap("version-open", number=number - 1)
    assert office.sees("+50")
    await office.tap("button-back")
    await office.tap("version-open", number=1)
    assert not office.sees("+50")


async def test_versions_have_pages(desk: Office) -> None:
    for bonus in range(12):
        await settings.change(desk.shop.ctx, desk.by, Changes({"welcome_bonus": bonus}))
    await desk.go("owner-go-versions")
    await desk.me.tap("›")
    assert desk.say.label("version-open", number=1) in desk.labels
    await desk.me.tap("‹")
    await desk.me.tap_data("ovr:open:777", desk.me.last["message_id"])
    assert desk.me.alerts[-1] == desk.say.label("error-gone")
