"""“How was it?” as a guest meets it: a score, why, another mind, and never again."""

from datetime import timedelta

import pytest

from services.checkout import purchases
from services.enums import FeedbackKind
from services.feedback import feedback_settings
from tests.handlers.member.guest import Guest


async def ask(guest: Guest, kind: FeedbackKind = FeedbackKind.NPS) -> None:
    """A purchase, and the question of the next noon."""
    shop = guest.shop
    await feedback_settings.change(shop.ctx, await shop.identity(shop.olga), kind, on=True, days=7)
    cashier = await shop.hire(shop.boris)
    member_id = await guest.member_id()
    key = f"receipt:{shop.clock.now():%m%d}"
    await purchases.record(shop.ctx, cashier, member_id, 500_00, key=key)
    await shop.settle()
    await shop.later(days=1)


@pytest.mark.parametrize("kind", list(FeedbackKind))
async def test_a_score_and_a_word(somebody: Guest, kind: FeedbackKind) -> None:
    await somebody.join()
    await ask(somebody, kind)
    assert somebody.sees(f"notice-ask-{kind}", shop="Зерно")
    scores = [str(number) for number in feedback_settings.SCORES[kind]]
    assert somebody.labels == [*scores, somebody.words("button-unask")]
    await somebody.person.tap("5")
    low = kind is FeedbackKind.NPS
    assert somebody.sees("score-given", kind=kind, score=5, low=low)
    await somebody.person.send("<b>Вкусно</b>")
    assert somebody.sees("score-thanks", low=low)


async def test_another_mind_a_double_tap_and_too_late(anna: Guest) -> None:
    await anna.join()
    await anna.shop.olga.start()
    await ask(anna)
    question = anna.data("9")
    await anna.person.tap("9")
    await anna.person.tap_data(*question)
    await anna.tap("button-score-again")
    await anna.person.tap("2")
    assert anna.sees("score-given", kind="nps", score=2, low=True)
    skip = anna.data(anna.words("button-score-skip"))
    await anna.tap("button-score-skip")
    assert anna.sees("score-thanks", low=True)
    await anna.person.tap_data(*skip)
    assert anna.sees("score-thanks", low=True)
    await anna.person.tap_data(*question)
    assert anna.alert == anna.words("error-feedback-closed")
    assert anna.shop.olga.text.startswith("📉 Анна: 2 из 10")


async def test_a_question_of_long_ago_loses_its_buttons(anna: Guest) -> None:
    await anna.join()
    await ask(anna)
    await anna.shop.clock.move(timedelta(days=20))
    await anna.person.tap("9")
    assert anna.alert == anna.words("error-feedback-closed")
    assert anna.labels == []


async def test_never_again_and_yet_again(anna: Guest) -> None:
    await anna.join()
    await ask(anna)
    refuse = anna.data(anna.words("button-unask"))
    await anna.tap("button-unask")
    assert anna.sees("unasked")
    await anna.person.tap_data(*refuse)
    await ask(anna)
    await anna.shop.later(days=10)
    await ask(anna)
    assert not anna.sees("notice-ask-nps", shop="Зерно")
    await anna.press("menu-settings")
    await anna.tap("button-questions-too", on=False)
    assert anna.words("button-questions-too", on=True) in anna.labels
    await ask(anna)
    assert anna.sees("notice-ask-nps", shop="Зерно")


async def test_somebody_elses_question(anna: Guest, friend: Guest) -> None:
    await anna.join()
    await friend.join()
    await ask(anna)
    data, _ = anna.data("9")
    await friend.press("menu-profile")
    await friend.person.tap_data(data, friend.person.last["message_id"])
    assert friend.alert == friend.words("error-not-yours")


async def test_the_card_is_gone_meanwhile(anna: Guest) -> None:
    await anna.join()
    await ask(anna)
    question = anna.data("9")
    await anna.press("menu-settings")
    await anna.tap("button-leave")
    await anna.tap("button-leave-yes")
    await anna.person.tap_data(*question)
    _, invitation = anna.data(anna.words("button-join"))
    assert invitation == question[1]
