"""Segments of the demonstration shop's owner: a live one and a frozen list."""

from app.seed.texts import ShopTexts
from services.context import Context
from services.segments import saved_segments
from services.segments.questions.tree import Before, Condition, Every, Last


async def save(ctx: Context, owner: int, texts: ShopTexts) -> None:
    regulars_away = Every(
        (Condition("purchases", least=5), Condition("last_visit", when=Before(21)))
    )
    await saved_segments.save(ctx, owner, texts.regulars_away, regulars_away)
    lately = Condition("purchases", least=1, when=Last(30))
    await saved_segments.save(ctx, owner, texts.were_here, lately, frozen=True)
