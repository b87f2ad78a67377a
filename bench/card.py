"""`card`: what a member's card costs the first time, and that it costs nothing the second.

The very first picture of a process pays for Pillow's start as well, so it is shown apart.
"""

import asyncio
import tempfile
import time
from pathlib import Path
from unittest.mock import patch

from pydantic import SecretStr

from app.program import open_program
from app.settings import Settings
from bench.figures import Figure
from messengers.links import LinkKind, Links
from messengers.pictures import Picture, Tint
from sandbox import Person, SandboxSession, World
from services.members import members
from services.staff import identities

LIMIT_MS = 40
CARDS = 50


def measure() -> list[Figure]:
    first_ever = _draw(0)
    usual = sorted(_draw(number) for number in range(1, CARDS + 1))[CARDS // 2]
    drawn, uploaded = asyncio.run(_second_time())
    return [
        Figure("card_first_of_process", first_ever, "ms CPU", "limit", first_ever / LIMIT_MS),
        Figure("card", usual, "ms CPU", "limit", usual / LIMIT_MS),
        Figure("card_again_drawn", drawn, "pictures"),
        Figure("card_again_uploaded", uploaded, "pictures"),
    ]


def _draw(number: int) -> float:
    link = Links("kopilka_demo_bot").to(LinkKind.CARD, f"AbCdEfGhIjKlMnOpQr{number:04}")
    begun = time.process_time()
    Picture(link, Tint.CARD).draw()
    return (time.process_time() - begun) * 1000


async def _second_time() -> tuple[int, int]:
    """How many pictures are drawn and uploaded when a member opens their card again."""
    world = World()
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(
            _env_file=None,
            bot_token=SecretStr(world.token),
            database_url=f"sqlite+aiosqlite:///{Path(folder) / 'bench.db'}",
        )
        async with open_program(settings, session=SandboxSession(world)) as program:

            async def take(update: dict[str, object]) -> None:
                await program.dispatcher.feed_raw_update(program.bot, update)

            world.on_update = take
            anna = world.person("Anna")
            await anna.start()
            visitor = await identities.visit(program.ctx, anna.id, "Anna", "ru")
            await members.join(program.ctx, visitor.identity_id, members.Joining(ads_consent=False))
            await anna.send("/card")
            return await _open_again(world, anna)


async def _open_again(world: World, anna: Person) -> tuple[int, int]:
    before = len(world.called("sendPhoto"))
    with patch.object(Picture, "draw", autospec=True, side_effect=Picture.draw) as draw:
        await anna.send("/card")
    again = world.called("sendPhoto")[before:]
    if not again:
        raise AssertionError("the card did not come a second time")
    uploaded = sum(str(call["photo"]).startswith("attach://") for call in again)
    return draw.call_count, uploaded
