"""Attributes as their owner makes them, and answers as members give them."""

import pytest

from services.enums import AttributeKind
from services.errors import Gone, NameTaken
from services.parsing.errors import BadNumber, BadText
from services.profiles import leaving
from services.staff.errors import NotStaff
from services.surveys import attribute_answers, custom_attributes
from services.surveys.attribute_answers import Told
from services.surveys.custom_attributes import Attribute
from services.surveys.errors import BadChoices, TooManyAttributes
from tests.cast import Shop

CHOICE, SEVERAL, NUMBER = AttributeKind.CHOICE, AttributeKind.SEVERAL, AttributeKind.NUMBER


async def make(shop: Shop, name: str, kind: AttributeKind = CHOICE, *choices: str) -> Attribute:
    by = await shop.identity(shop.olga)
    made = await custom_attributes.create(shop.ctx, by, name, kind, choices)
    return await find(shop, made)


async def find(shop: Shop, attribute_id: int) -> Attribute:
    by = await shop.identity(shop.olga)
    every = await custom_attributes.everything(shop.ctx, by)
    return next(one for one in every if one.id == attribute_id)


async def said(shop: Shop, member_id: int) -> dict[str, int | list[str] | None]:
    """What the shop knows of a member, by the names of things."""
    return {
        one.attribute.name: one.told.number or [choice.name for choice in one.chosen]
        for one in await attribute_answers.values_of(shop.ctx, member_id)
    }


async def test_each_kind_keeps_its_own_answer(shop: Shop) -> None:
    anna = await shop.join(shop.anna)
    drink = await make(shop, "Напиток", CHOICE, "Кофе", "Чай", " чай ")
    pets = await make(shop, "Питомцы", SEVERAL, "Кошка", "Собака", "Рыбка")
    size = await make(shop, "Размер", NUMBER, "не нужно")
    assert [choice.name for choice in drink.choices] == ["Кофе", "Чай"]
    assert size.choices == ()
    coffee, tea = (choice.id for choice in drink.choices)
    cat, dog, _fish = (choice.id for choice in pets.choices)
    for choice in (coffee, tea, tea):  # the only answer is replaced, and a double tap keeps it
        await attribute_answers.choose(shop.ctx, anna, drink.id, choice)
    for choice in (dog, cat, dog, dog):  # of several, each tap turns one
        await attribute_answers.choose(shop.ctx, anna, pets.id, choice)
    for number in (0, 42):
        await attribute_answers.answer(shop.ctx, anna, size.id, Told(number=number))
    expected = {"Напиток": ["Чай"], "Питомцы": ["Кошка", "Собака"], "Размер": 42}
    assert await said(shop, anna) == expected
    assert (await find(shop, pets.id)).known == 1
    exported = await leaving.export(shop.ctx, anna)
    assert {one["name"]: one["answer"] for one in exported["attributes"]} == expected
    await attribute_answers.forget(shop.ctx, anna, pets.id)
    await leaving.leave(shop.ctx, anna)
    assert await said(shop, anna) == {}
    with pytest.raises(Gone):
        await attribute_answers.choose(shop.ctx, anna, drink.id, tea)


async def test_what_does_not_fit_is_refused(shop: Shop) -> None:
    anna = await shop.join(shop.anna)
    drink = await make(shop, "Напиток", CHOICE, "Кофе", "Чай")
    pets = await make(shop, "Питомцы", SEVERAL, "Кошка", "Собака")
    size = await make(shop, "Размер", NUMBER)
    cat = pets.choices[0].id
    both = frozenset(choice.id for choice in drink.choices)
    for attribute, told in (
        (drink, Told(frozenset({cat}))),  # somebody else's answer
        (drink, Told(both)),  # two of one
        (drink, Told()),
        (drink, Told(number=3)),
        (pets, Told(frozenset({999}))),
        (size, Told(frozenset({cat}), number=3)),
    ):
        with pytest.raises(Gone):
            await attribute_answers.answer(shop.ctx, anna, attribute.id, told)
    for number in (-1, 1_000_001, None):
        with pytest.raises(BadNumber):
            await attribute_answers.answer(shop.ctx, anna, size.id, Told(number=number))
    assert await said(shop, anna) == {}


async def test_what_is_retired_is_asked_no_more_and_stays_known(shop: Shop) -> None:
    anna = await shop.join(shop.anna)
    by = await shop.identity(shop.olga)
    pets = await make(shop, "Питомцы", SEVERAL, "Кошка", "Собака", "Рыбка")
    cat, dog, fish = (choice.id for choice in pets.choices)
    for choice in (cat, fish):
        await attribute_answers.choose(shop.ctx, anna, pets.id, choice)
    await custom_attributes.change_choice(shop.ctx, by, fish, retired=True)
    with pytest.raises(Gone):
        await attribute_answers.choose(shop.ctx, anna, pets.id, fish)
    assert await said(shop, anna) == {"Питомцы": ["Кошка", "Рыбка"]}
    with pytest.raises(BadChoices):  # one alone is no choice
        await custom_attributes.change_choice(shop.ctx, by, dog, retired=True)
    await custom_attributes.add_choices(shop.ctx, by, pets.id, ["рыбка", "Хомяк"])
    names = [choice.name for choice in (await find(shop, pets.id)).offered]
    assert names == ["Кошка", "Собака", "Рыбка", "Хомяк"]
    await custom_attributes.retire(shop.ctx, by, pets.id, retired=True)
    assert await custom_attributes.offered(shop.ctx) == []
    with pytest.raises(Gone):
        await attribute_answers.choose(shop.ctx, anna, pets.id, dog)
    assert await said(shop, anna) == {"Питомцы": ["Кошка", "Рыбка"]}
    other = await make(shop, "питомцы", NUMBER)  # the name is free again, until it comes back
    with pytest.raises(NameTaken):
        await custom_attributes.retire(shop.ctx, by, pets.id, retired=False)
    await custom_attributes.rename(shop.ctx, by, other.id, "Сколько питомцев")
    await custom_attributes.retire(shop.ctx, by, pets.id, retired=False)
    assert len(await custom_attributes.offered(shop.ctx)) == 2


async def test_only_an_owner_makes_them_and_not_just_anything(sqlite_shop: Shop) -> None:
    shop = sqlite_shop
    by, boris = await shop.identity(shop.olga), await shop.hire(shop.boris)
    with pytest.raises(NotStaff):
        await custom_attributes.create(shop.ctx, boris, "Размер", NUMBER)
    for choices in ((), ("Да",), ("Да", "да"), tuple(map(str, range(21)))):
        with pytest.raises(BadChoices):
            await custom_attributes.create(shop.ctx, by, "Вопрос", CHOICE, choices)
    with pytest.raises(BadText):
        await custom_attributes.create(shop.ctx, by, "Р" * 41, NUMBER)
    await make(shop, "Размер", NUMBER)
    with pytest.raises(NameTaken):
        await custom_attributes.create(shop.ctx, by, "размер", NUMBER)
    for number in range(custom_attributes.MOST - 1):
        await make(shop, f"Признак {number}", NUMBER)
    with pytest.raises(TooManyAttributes):
        await custom_attributes.create(shop.ctx, by, "Ещё", NUMBER)
