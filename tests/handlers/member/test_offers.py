"""Offers of one's own, and the one tap that stops them."""

from datetime import timedelta

from messengers import segment_words
from models.offers import MemberOffer, Offer
from models.people import Member
from services import programme
from services.checkout import purchases
from services.enums import OfferKind, Schedule
from services.money import Money
from services.offers import offer_editing, offer_messages
from services.offers.offer_editing import NewOffer
from services.offers.schedules import Plan
from services.pricing.model import Conditions
from services.profiles import profiles
from services.rewards import vouchers
from services.segments import shop_names
from services.segments.questions.tree import EVERYONE, Condition, Every, Last, Node, to_json
from tests.handlers.member.guest import Guest
from tests.services.crowd import told

MINE = "Только для <вас>"


async def give(
    guest: Guest, kind: OfferKind, title: str, *, audience: Node = EVERYONE, text: str = MINE
) -> int:
    """An offer in the guest's hands, as a run of offers leaves it."""
    shop, member_id = guest.shop, await guest.member_id()
    await shop.hire(shop.boris)
    now = shop.clock.now()
    until = now + timedelta(days=3)
    async with shop.ctx.db.write() as session:
        offer = Offer(
            title=title,
            text=text,
            kind=kind,
            value=2,
            uses=1,
            valid_days=3,
            audience=to_json(audience),
            schedule=Schedule.ONCE,
            repeat_days=0,
            created_by=1,
            created_at=now,
        )
        session.add(offer)
        await session.flush()
        gift = None
        if kind is OfferKind.GIFT:
            member = await session.get_one(Member, member_id)
            gift = await vouchers.issue(
                session, shop.ctx, member, title=title, key="gift", expires_at=until
            )
        copy = MemberOffer(
            offer_id=offer.id,
            member_id=member_id,
            run_at=now,
            valid_until=until,
            voucher_id=gift.id if gift else None,
        )
        session.add(copy)
    return offer.id


async def wants_offers(guest: Guest) -> bool:
    return (await profiles.show(guest.shop.ctx, await guest.member_id())).ads_consent


async def test_an_offer_says_until_when_and_what_to_do(somebody: Guest) -> None:
    await somebody.join(ads=True)
    await give(somebody, OfferKind.MULTIPLIER, "Двойные баллы")
    await somebody.press("menu-offers")
    assert "Двойные баллы\nТолько для <вас>" in somebody.person.text
    assert somebody.sees("offer-gives", kind="multiplier", value=2, waits=True)
    assert "2026" in somebody.person.text
    assert somebody.labels == []


async def test_offers_for_a_question_say_it_in_words_beside_those_that_have_a_word(
    somebody: Guest,
) -> None:
    await somebody.join(ads=True)
    often = Condition("purchases", least=2, when=Last(30))
    asked = Every((often, Condition("birthday", when=Last(5))))
    await give(somebody, OfferKind.MULTIPLIER, "Двойные баллы", audience=asked)
    await give(somebody, OfferKind.MULTIPLIER, "Тройные баллы")
    await somebody.press("menu-offers")
    terms = await programme.current(somebody.shop.ctx)
    words = segment_words.said(
        somebody.say, await shop_names.known(somebody.shop.ctx), terms, asked
    )
    assert somebody.words("offer-why-words", words=words) in somebody.person.text
    assert somebody.sees("offer-why", why="everyone")


async def test_as_many_offers_are_shown_as_one_message_holds(somebody: Guest) -> None:
    await somebody.join()
    for number in range(6):
        await give(somebody, OfferKind.MULTIPLIER, f"Предложение {number}", text="ж" * 1000)
    await somebody.press("menu-offers")
    assert "Предложение 0" in somebody.person.text
    assert "Предложение 5" not in somebody.person.text
    assert somebody.sees("offers-off")


async def test_what_holds_for_everybody_is_listed_until_it_is_used(somebody: Guest) -> None:
    shop, member_id = somebody.shop, await somebody.join(ads=True)
    boris, olga = await shop.hire(shop.boris), await shop.identity(shop.olga)
    first = NewOffer(
        "Рады знакомству",
        "Скидка новичкам",
        OfferKind.PERCENT,
        1_000,
        7,
        EVERYONE,
        Plan(Schedule.STANDING),
        conditions=Conditions(nth=frozenset({1}), least=50_000),
    )
    await offer_editing.make(shop.ctx, olga, first)
    await somebody.press("menu-offers")
    assert somebody.sees("offer-gives", kind="percent", value=10, waits=True)
    asked = await offer_messages.described(shop.ctx, first)
    assert (asked["least"], asked["nth"]) == (Money(50_000, "RUB"), 1)
    assert somebody.words("offer-terms", **asked).strip() in somebody.person.text
    assert somebody.sees("offer-why", why="till")
    receipt = await purchases.record(shop.ctx, boris, member_id, 100_000, key="r1")
    assert receipt.discount == Money(10_000, "RUB")
    await shop.settle()
    [facts] = await told(shop.ctx, "notice-purchase")
    assert facts["discount"] == receipt.discount
    assert somebody.sees("notice-purchase", **facts)
    await somebody.press("menu-offers")
    assert somebody.sees("offers-empty")


async def test_a_gift_opens_its_voucher(somebody: Guest) -> None:
    await somebody.join(ads=True)
    await give(somebody, OfferKind.GIFT, "Круассан")
    await somebody.person.send("/offers")
    await somebody.tap("button-gift", title="Круассан")
    assert "photo" in somebody.person.last
    assert somebody.words("button-return-voucher") not in somebody.labels


async def test_whoever_has_not_agreed_can_agree_here(somebody: Guest) -> None:
    await somebody.join()
    await somebody.press("menu-offers")
    assert somebody.sees("offers-off")
    await somebody.tap("button-offers-on")
    assert somebody.sees("offers-empty")
    assert somebody.labels == []
    assert await wants_offers(somebody)


async def test_one_tap_stops_offers_and_can_be_taken_back(somebody: Guest) -> None:
    await somebody.join(ads=True)
    above = somebody.person.last["message_id"]
    await somebody.person.tap_data("stop:1", above)
    assert somebody.sees("offers-stopped")
    assert not await wants_offers(somebody)
    await somebody.person.tap_data("stop:1", above)
    assert somebody.alert == somebody.words("offers-stopped-before")
    await somebody.tap("button-undo-stop")
    assert somebody.sees("offers-resumed")
    assert await wants_offers(somebody)


async def test_invite_gives_a_link_of_one_s_own_to_send(somebody: Guest) -> None:
    member_id = await somebody.join()
    await somebody.press("menu-invite")
    link = f"https://t.me/kopilka_demo_bot?start=r-{member_id}"
    assert link in somebody.person.text
    await somebody.tap("button-share")
    [opened] = somebody.person.opened
    assert opened.startswith("https://t.me/share/url?url=https%3A%2F%2Ft.me%2F")
    friend = somebody.shop.world.person("Друг")
    assert await friend.scan(somebody.person) == link
