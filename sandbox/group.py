"""A group chat with the bot in it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sandbox.chats import Message
    from sandbox.person import Person
    from sandbox.world import World


@dataclass
class Group:
    """A basic group. The bot is a plain member in privacy mode."""

    world: "World"
    id: int
    title: str
    members: "list[Person]"

    @property
    def messages(self) -> "list[Message]":
        """Return the group's messages, oldest first."""
        return [post.message for post in self.world.chats[self.id].posts.values()]

    async def kick_bot(self, by: "Person") -> None:
        """Throw the bot out; it may write here no more."""
        self.world.chats[self.id].gone = "bot was kicked from the group chat"
        await self._membership(by, "member", "kicked")

    async def invite_bot(self, by: "Person") -> None:
        """Let the bot in again."""
        self.world.chats[self.id].gone = None
        await self._membership(by, "left", "member")

    async def _membership(self, by: "Person", old: str, new: str) -> None:
        await self.world.emit_membership(self.world.chats[self.id], by.user, old, new)
