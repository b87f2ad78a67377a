"""Prepares a new database before its first use: the terms, and the owners from the settings."""

from sqlalchemy.exc import IntegrityError

from app.settings import Settings
from messengers.words import Words
from services.context import Context
from services.programme import defaults
from services.programme.defaults import FirstTerms
from services.staff import team


async def prepare(ctx: Context, settings: Settings, words: Words) -> None:
    """Lay down default terms in a new database, and know the owners of the settings."""
    say = words.say(settings.default_language)
    names = tuple(say.label(f"first-level-{step}") for step in (1, 2, 3))
    first = FirstTerms(
        shop_name=say.label("first-shop-name"),
        currency=say.label("first-currency"),
        timezone=settings.timezone,
        level_names=(names[0], names[1], names[2]),
    )
    try:
        await _lay_down(ctx, settings, first)
    except IntegrityError:  # another program was doing the same, and has
        await _lay_down(ctx, settings, first)


async def _lay_down(ctx: Context, settings: Settings, first: FirstTerms) -> None:
    await defaults.ensure(ctx, first)
    await team.ensure_owners(ctx, settings.owner_ids, settings.default_language)
