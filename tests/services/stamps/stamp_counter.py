"""A till with a stamp card, for the tests of stamps."""

from functools import partial

from services.checkout import purchases
from services.integrity import verify
from services.pricing.model import Line
from services.refunds import refund_previews, refunds
from services.rewards import vouchers
from services.stamps import stamp_cards, stamp_wallet
from services.stamps.stamp_cards import NewCard
from tests.cast import Shop

COFFEE = NewCard("Кофе", "Кофе в подарок", needed=3)


class Counter:
    """Boris at the till and Anna before him, with Olga's stamp card."""

    def __init__(self, shop: Shop, olga: int, boris: int, anna: int) -> None:
        self.shop, self.olga, self.boris, self.anna = shop, olga, boris, anna
        self.receipts = 0

    @classmethod
    async def open(cls, shop: Shop, *cards: NewCard) -> "Counter":
        boris, olga = await shop.hire(shop.boris), await shop.identity(shop.olga)
        counter = cls(shop, olga, boris, await shop.join(shop.anna))
        for card in cards:
            await stamp_cards.make(shop.ctx, olga, card)
        return counter

    async def sell(self, amount: int = 200_00, times: int = 1) -> int:
        """The last purchase's id."""
        return [await self.sell_lines(Line(amount)) for _ in range(times)][-1]

    async def sell_lines(self, *lines: Line) -> int:
        """A receipt of a till that tells its lines."""
        self.receipts += 1
        amount, key = sum(line.amount for line in lines), f"receipt-{self.receipts}"
        record = partial(purchases.record, self.shop.ctx, self.boris, self.anna)
        return (await record(amount, key=key, lines=lines)).purchase_id

    async def refund(self, purchase_id: int, *gone: int) -> list[int]:
        """So much (minor units) of each line goes back; the stamps that each card loses."""
        self.receipts += 1
        ctx, key = self.shop.ctx, f"refund-{self.receipts}"
        open_lines = (await refund_previews.look(ctx, self.boris, purchase_id)).lines
        lines = {line.line_id: part for line, part in zip(open_lines, gone, strict=True)}
        done = await refunds.refund(ctx, self.boris, purchase_id, key=key, lines=lines)
        again = await refunds.refund(ctx, self.boris, purchase_id, key=key, lines=lines)
        assert again.stamps == ()
        return [taken.count for taken in done.stamps]

    async def stamps(self) -> list[int]:
        """What is on Anna's cards, in the order in which the cards were made."""
        cards = await stamp_wallet.mine(self.shop.ctx, self.anna)
        return [card.stamps for card in sorted(cards, key=lambda card: card.id)]

    async def gifts(self) -> list[int]:
        return [ticket.id for ticket in await vouchers.mine(self.shop.ctx, self.anna)]

    async def adds_up(self) -> bool:
        return (await verify.run(self.shop.ctx)).problems == ()
