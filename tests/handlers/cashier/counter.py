"""A cashier at the till, as the tests of this room see it."""

import io
from dataclasses import dataclass

import qrcode

from messengers.links import LinkKind
from messengers.words import Say
from sandbox.person import Person
from services.charity import charity
from services.facts import Fact
from services.members import cards
from services.money import Money
from services.points import balances
from services.profiles import profiles
from tests.cast import Shop


@dataclass
class Counter:
    """A cashier, whose buttons are found by the key of their words."""

    shop: Shop
    cashier: Person
    say: Say

    async def tap(self, key: str, **facts: Fact) -> None:
        await self.cashier.tap(self.say.label(key, **facts))

    def shows(self, key: str, **facts: Fact) -> bool:
        """Whether the newest message says this, whatever else it says."""
        return plain(self.say(key, **facts)) in self.cashier.text

    def alerted(self, key: str, **facts: Fact) -> bool:
        return self.cashier.alerts[-1:] == [self.say.label(key, **facts)]

    async def scan(self, member: Person) -> None:
        """The phone's camera on a member's card."""
        await self.cashier.start(f"c-{await self.card(member)}")

    async def card(self, member: Person) -> str:
        member_id = await self.shop.member_id(member)
        return (await profiles.show(self.shop.ctx, member_id)).card_token

    async def code(self, member: Person) -> str:
        return (await cards.show(self.shop.ctx, await self.shop.member_id(member))).code

    async def points(self, member: Person) -> int:
        member_id = await self.shop.member_id(member)
        return (await balances.balance(self.shop.ctx, member_id)).points

    async def give_away(self, member: Person, points: int) -> None:
        """The member gives points to a fund, so that they are gone."""
        ctx = self.shop.ctx
        olga = await self.shop.identity(self.shop.olga)
        fund = await charity.add_fund(ctx, olga, "Приют", "Кошкам")
        await charity.give(ctx, await self.shop.member_id(member), fund, points, key="gone")

    async def qr(self, member: Person) -> bytes:
        return picture(self.shop.links.to(LinkKind.CARD, await self.card(member)))


def plain(html: str) -> str:
    for tag in ("<b>", "</b>", "<s>", "</s>"):
        html = html.replace(tag, "")
    return html


def roubles(whole: int) -> Money:
    return Money(whole * 100, "RUB")


def picture(text: str) -> bytes:
    png = io.BytesIO()
    qrcode.make(text).save(png)
    return png.getvalue()
