"""What an offer asks for: chosen on one screen, told to its owner and to members."""

from collections.abc import AsyncIterator
from datetime import date, time

import pytest

from handlers.owner.offers.offer_draft import DEFAULTS, offer_of
from handlers.owner.offers.offer_terms import SWITCHES
from services import goods
from services.enums import OfferKind
from services.goods import ItemKind
from services.offers import offer_views
from services.pricing.model import Conditions
from services.programme import settings
from services.programme.settings import Changes
from tests.cast import Shop
from tests.handlers.owner.conftest import _open
from tests.handlers.owner.office import Office, plain

EVERYTHING = {
    "ru": (
        "На что: Кофе & чай, Латте.\nОт 1 500 ₽.\n"
        "Когда действует: по вторникам 16:00–18:00, 1 дек. – 31 дек. 2026.\nГде: Рынок.\n"
        "Не сочетается с другими предложениями.\nПри возврате покупки не возвращается."
    ),
    "en": (
        "For: Кофе & чай, Латте.\nFrom ₽1,500.\n"
        "Valid on Tuesdays 16:00–18:00, 1 Dec – 31 Dec 2026.\nWhere: Рынок.\n"
        "Not together with other offers.\nNot given back when the purchase is returned."
    ),
}


@pytest.fixture(params=["ru", "en"])
async def both(sqlite_shop: Shop, request: pytest.FixtureRequest) -> AsyncIterator[Office]:
    """On SQLite in both languages."""
    async with _open(sqlite_shop, request.param) as office:
        await settings.launch(sqlite_shop.ctx, office.by, Changes())
        yield office


async def draft(office: Office) -> None:
    """Ten percent off for everybody at the till."""
    await office.go("owner-go-offers", "owner-offer-ready", "owner-ready-first")
    await office.me.tap("🎯")


async def made(office: Office) -> offer_views.OfferView:
    (view,) = await offer_views.everything(office.shop.ctx, office.by)
    return view


async def listed(office: Office) -> tuple[int, int, int]:
    """A category, a product and an outlet."""
    ctx, by = office.shop.ctx, office.by
    return (
        await goods.add(ctx, by, ItemKind.CATEGORY, "Кофе & чай"),
        await goods.add(ctx, by, ItemKind.PRODUCT, "Латте"),
        await goods.add(ctx, by, ItemKind.OUTLET, "Рынок"),
    )


async def test_everything_can_be_asked_for(both: Office) -> None:
    category, product, outlet = await listed(both)
    await both.go("owner-go-offers", "owner-offer-ready", "owner-ready-category")
    await both.me.tap("Кофе & чай")
    await both.tap("conditions-lines-kind", kind="products")
    await both.me.tap("Латте")
    await both.tap("conditions-lines-kind", kind="outlets")
    await both.me.tap("Рынок")
    await both.tap("owner-draft-conditions-more")
    await both.me.tap("⏰")
    await both.me.tap({"ru": "вт", "en": "Tue"}[both.say.language])
    await both.answer("16-18", "01.12-31.12")
    await both.tap("owner-draft-conditions-more")
    await both.me.tap("🧾")
    await both.answer("1500")
    await both.tap("owner-draft-alone", on=False)
    await both.tap("owner-draft-returns", on=True)
    assert both.sees(EVERYTHING[both.say.language])
    await both.tap("button-back")
    await both.tap("owner-draft-go-till")
    assert both.sees(EVERYTHING[both.say.language])
    offer = (await made(both)).offer
    assert offer.conditions == Conditions(
        categories=frozenset({category}),
        products=frozenset({product}),
        outlets=frozenset({outlet}),
        weekdays=frozenset({1}),
        since=time(16),
        until=time(18),
        first_day=date(2026, 12, 1),
        last_day=date(2026, 12, 31),
        least=150_000,
    )
    assert (offer.kind, offer.alone, offer.returns) == (OfferKind.PERCENT, True, False)


async def test_members_are_told_the_same(both: Office) -> None:
    shop = both.shop
    await listed(both)
    await shop.join(shop.anna)
    await both.go("owner-go-offers", "owner-offer-new", "owner-audience-everyone")
    await both.answer("Ждём вас\nНа кофе")
    points = both.say.label("owner-gift", kind="points", value=100)
    await both.tap("owner-draft-gift", gift=points)
    await both.me.tap("×3")
    await both.me.tap("🎯")
    await both.me.tap("⏰")
    await both.tap("conditions-times-weekend")
    await both.answer("9:30-12")
    await both.tap("owner-draft-conditions-more")
    await both.tap("owner-draft-alone", on=False)
    await both.tap("button-back")
    await both.tap("owner-post-me")
    told = "Когда действует: по выходным 09:30–12:00.\nНе сочетается с другими предложениями."
    valid = "Valid at weekends 09:30–12:00.\nNot together with other offers."
    assert both.sees({"ru": told, "en": valid}[both.say.language])
    await both.me.tap("🚀")
    await shop.later(minutes=1)
    assert told in plain(shop.anna.text)
    await shop.anna.send("/offers")
    assert told in plain(shop.anna.text)


async def test_no_conditions_cost_no_tap(desk: Office) -> None:
    await desk.go("owner-go-offers", "owner-offer-ready", "owner-ready-bundle")
    assert desk.say.label("owner-draft-conditions", asked="none") in desk.labels
    await desk.tap("owner-post-me")
    gives = desk.say.label("offer-gives", kind="bundle", value=3, waits=True)
    title, text = (desk.say.label(f"ready-{part}-bundle") for part in ("title", "text"))
    everybody = desk.say.label("offer-why", why="till")
    assert desk.sees(f"{title}\n{text}\n\n{gives}\n{everybody}")
    await desk.tap("owner-draft-go-till")
    assert (await made(desk)).offer.conditions == Conditions()


async def test_two_taps_and_the_hours_make_a_happy_hour(desk: Office) -> None:
    await desk.go("owner-go-offers", "owner-offer-ready", "owner-ready-bundle")
    await desk.me.tap("🎯")
    await desk.me.tap("⏰")
    await desk.answer("16-18")
    await desk.tap("owner-draft-done")
    assert "🎯 Когда действует: ежедневно 16:00–18:00" in desk.labels
    await desk.tap("owner-draft-go-till")
    asked = (await made(desk)).offer.conditions
    assert asked == Conditions(since=time(16), until=time(18))


async def test_what_is_chosen_can_be_taken_back(desk: Office) -> None:
    await listed(desk)
    await draft(desk)
    await desk.me.tap("🏷")
    await desk.me.tap("Кофе & чай")
    await desk.tap("conditions-lines-all")
    await desk.tap("owner-draft-conditions-more")
    await desk.me.tap("⏰")
    await desk.answer("22-2")
    await desk.tap("conditions-times-always")
    await desk.tap("owner-draft-conditions-more")
    await desk.tap("owner-draft-alone", on=False)
    await desk.tap("owner-draft-alone", on=True)
    await desk.tap("button-back")
    await desk.tap("owner-draft-go-till")
    offer = (await made(desk)).offer
    assert (offer.conditions, offer.alone) == (Conditions(nth=frozenset({1})), False)


async def test_points_that_come_at_once_know_no_other_offers(desk: Office) -> None:
    await desk.go("owner-go-offers", "owner-offer-new", "owner-audience-everyone")
    await desk.answer("Скучаем\nЗаходите")
    await desk.me.tap("🎯")
    assert not any("сочетается" in label for label in desk.labels)
    await desk.me.tap("🧾")
    await desk.answer("500")
    assert any("сочетается" in label for label in desk.labels)


@pytest.mark.parametrize(
    ("part", "typed", "key"),
    [("⏰", "25-26", "error-bad-hours"), ("⏰", "31.02", "error-bad-dates"),
     ("🧾", "-5", "error-bad-amount")],
)  # fmt: skip
async def test_nonsense_gets_a_sentence_and_the_question_stays(
    desk: Office, part: str, typed: str, key: str
) -> None:
    await draft(desk)
    await desk.me.tap(part)
    await desk.answer(typed)
    facts = {"text": typed} if key == "error-bad-amount" else {}
    assert desk.told(key, **facts)
    await desk.answer("16-18" if part == "⏰" else "500")
    assert not desk.told(key, **facts)


def test_a_draft_that_began_before_all_this_goes_on() -> None:
    begun = {name: value for name, value in DEFAULTS.items() if name not in SWITCHES}
    offer = offer_of({**begun, "title": "Скучаем", "text": "Заходите"})
    assert (offer.alone, offer.returns) == (False, True)
