"""Who somebody is at Telegram."""

from dataclasses import dataclass

from sandbox.chats import User


@dataclass(eq=False)
class Account:
    """A person's account: what Telegram tells the bot of them."""

    id: int
    first_name: str
    last_name: str | None
    username: str | None
    language: str

    @property
    def user(self) -> User:
        """Return the Bot API's User."""
        user = {
            "id": self.id,
            "is_bot": False,
            "first_name": self.first_name,
            "last_name": self.last_name,
            "username": self.username,
            "language_code": self.language,
        }
        return {name: value for name, value in user.items() if value is not None}
