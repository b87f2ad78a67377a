"""Goods that the demonstration shop has sold since its first day, and the lines of its receipts."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from app.seed.texts import ShopTexts
from models.goods import Category, Product
from services.pricing.apportion import spread


@dataclass(frozen=True, slots=True)
class Dish:
    """A product at one of the prices of the menu, in minor units."""

    price: int
    title: str
    product_id: int
    category_id: int


async def stock(session: AsyncSession, texts: ShopTexts, at: datetime) -> tuple[Dish, ...]:
    """The menu, cheapest first: coffees, pastries, and the pastries again as large ones."""
    words = texts.engine
    products: list[Product] = []
    for name, titles in ((words.coffee, words.coffees), (words.pastry, words.pastries)):
        category = Category(name=name, created_at=at)
        session.add(category)
        await session.flush()
        products += [
            Product(name=title, category_id=category.id, created_at=at) for title in titles
        ]
    session.add_all(products)
    await session.flush()
    of_menu = products + products[-len(words.pastries) :]
    return tuple(
        Dish(price, product.name, product.id, product.category_id)
        for price, product in zip(texts.menu, of_menu, strict=True)
        if product.category_id is not None
    )


def lines(purchase: dict[str, Any], dishes: Sequence[Dish]) -> Iterator[dict[str, Any]]:
    """The rows of a receipt's lines but for its id; money and points as pricing shares them out."""
    portions = Counter(dishes)
    amounts = [dish.price * count for dish, count in portions.items()]
    paid = spread(purchase["paid"], amounts)
    points = spread(purchase["points_earned"], paid)
    for (dish, count), amount, money, earned in zip(
        portions.items(), amounts, paid, points, strict=True
    ):
        yield {
            "title": dish.title,
            "category_id": dish.category_id,
            "product_id": dish.product_id,
            "quantity": count,
            "amount": amount,
            "discount": 0,
            "paid": money,
            "points_earned": earned,
        }
