"""A group chat with the bot in it."""

from dataclasses import dataclass

from sandbox.accounts import Account
from sandbox.chats import Message
from sandbox.telegram import Telegram


@dataclass
class Group:
    """A basic group. The bot is a plain member in privacy mode."""

    telegram: Telegram
    id: int
    title: str

    @property
    def messages(self) -> list[Message]:
        """Return the group's messages, oldest first."""
        return [post.message for post in self.telegram.chats[self.id].posts.values()]

    async def kick_bot(self, by: Account) -> None:
        """Throw the bot out; it may write here no more."""
        self.telegram.chats[self.id].gone = "bot was kicked from the group chat"
        await self._membership(by, "member", "kicked")

    async def invite_bot(self, by: Account) -> None:
        """Let the bot in again."""
        self.telegram.chats[self.id].gone = None
        await self._membership(by, "left", "member")

    async def _membership(self, by: Account, old: str, new: str) -> None:
        await self.telegram.emit_membership(self.telegram.chats[self.id], by.user, old, new)
