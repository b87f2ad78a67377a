"""Settings: from the environment or `.env`, checked before anything starts."""

from typing import Annotated
from zoneinfo import available_timezones

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from services.languages import LANGUAGES

DRIVERS = ("sqlite+aiosqlite", "postgresql+asyncpg")


class Settings(BaseSettings):
    """One field a setting; the environment variable is its name in capitals."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", env_ignore_empty=True)

    bot_token: SecretStr | None = None
    owner_ids: Annotated[tuple[int, ...], NoDecode] = ()
    database_url: str = "sqlite+aiosqlite:///kopilka.db"
    telegram_api_url: str = "https://api.telegram.org"
    timezone: str = "Europe/Moscow"
    default_language: str = Field(default="ru", pattern=f"^({'|'.join(LANGUAGES)})$")

    @field_validator("owner_ids", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        parts = [part.strip() for part in value.split(",") if part.strip()]
        if not all(part.isdecimal() for part in parts):
            raise ValueError("Telegram ids are whole numbers, separated by commas")
        return tuple(int(part) for part in parts)

    @field_validator("bot_token")
    @classmethod
    def _shaped(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None:
            number, _, secret = value.get_secret_value().partition(":")
            if not (number.isdecimal() and secret):
                raise ValueError("a token looks like 123456789:AAE..., as @BotFather gives it")
        return value

    @field_validator("database_url")
    @classmethod
    def _driven(cls, value: str) -> str:
        try:
            driver = make_url(value).drivername
        except ArgumentError as error:
            raise ValueError("not a database URL") from error
        if driver not in DRIVERS:
            raise ValueError(f"starts with one of: {', '.join(f'{name}://' for name in DRIVERS)}")
        return value

    @field_validator("timezone")
    @classmethod
    def _zoned(cls, value: str) -> str:
        if value not in available_timezones():
            raise ValueError("a name such as Europe/Moscow or Asia/Yekaterinburg")
        return value

    @field_validator("telegram_api_url")
    @classmethod
    def _rooted(cls, value: str) -> str:
        if not value.startswith(("http://", "https://")):
            raise ValueError("starts with http:// or https://")
        return value.rstrip("/")
