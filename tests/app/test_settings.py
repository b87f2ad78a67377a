"""Settings: what is taken, and what is refused before anything starts."""

from typing import Any

import pytest
from pydantic import ValidationError

from app.settings import Settings


def read(monkeypatch: pytest.MonkeyPatch, **environment: str) -> Settings:
    for field in Settings.model_fields:
        monkeypatch.delenv(field.upper(), raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    return Settings(_env_file=None)


def test_nothing_is_needed_but_a_token(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = read(monkeypatch)
    assert settings.bot_token is None
    assert settings.owner_ids == ()
    assert settings.database_url == "sqlite+aiosqlite:///kopilka.db"
    assert settings.telegram_api_url == "https://api.telegram.org"
    assert settings.timezone == "Europe/Moscow"
    assert settings.default_language == "ru"


@pytest.mark.parametrize(
    ("written", "ids"),
    [("", ()), ("7", (7,)), ("7,8", (7, 8)), (" 7 , 8 ,", (7, 8)), ("5000000000", (5 * 10**9,))],
)
def test_owners_are_ids_with_commas_between(
    monkeypatch: pytest.MonkeyPatch, written: str, ids: tuple[int, ...]
) -> None:
    assert read(monkeypatch, OWNER_IDS=written).owner_ids == ids


@pytest.mark.parametrize(
    ("name", "value", "hint"),
    [
        ("BOT_TOKEN", "hunter2", "@BotFather"),
        ("BOT_TOKEN", ":AAE", "@BotFather"),
        ("OWNER_IDS", "@olga", "whole numbers"),
        ("OWNER_IDS", "7;8", "whole numbers"),
        ("OWNER_IDS", "-7", "whole numbers"),
        ("DATABASE_URL", "kopilka.db", "not a database URL"),
        ("DATABASE_URL", "sqlite:///kopilka.db", "sqlite+aiosqlite://"),
        ("DATABASE_URL", "mysql://root@localhost/kopilka", "postgresql+asyncpg://"),
        ("TELEGRAM_API_URL", "api.telegram.org", "https://"),
        ("TIMEZONE", "MSK", "Europe/Moscow"),
        ("DEFAULT_LANGUAGE", "xx", "en|ru"),
    ],
)
def test_what_cannot_work_is_refused_with_a_hint(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, hint: str
) -> None:
    with pytest.raises(ValidationError) as refused:
        read(monkeypatch, **{name: value})
    (problem,) = refused.value.errors(include_input=False, include_url=False)
    assert "_".join(str(part) for part in problem["loc"]).upper() == name
    assert hint in problem["msg"]


def test_the_token_is_not_shown_by_accident(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = read(monkeypatch, BOT_TOKEN="123456789:AAE-secret")  # noqa: S106
    assert settings.bot_token is not None
    assert settings.bot_token.get_secret_value() == "123456789:AAE-secret"
    assert "secret" not in repr(settings)


def test_a_servers_address_needs_no_care_about_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = read(monkeypatch, TELEGRAM_API_URL="http://localhost:8081/")
    assert settings.telegram_api_url == "http://localhost:8081"


def test_the_file_is_read_and_the_environment_wins(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    file = tmp_path / ".env"
    file.write_text("OWNER_IDS=7\nTIMEZONE=Europe/London\nSOMETHING_ELSE=1\n")
    for field in Settings.model_fields:
        monkeypatch.delenv(field.upper(), raising=False)
    monkeypatch.setenv("TIMEZONE", "Asia/Almaty")
    settings = Settings(_env_file=file)
    assert (settings.owner_ids, settings.timezone) == ((7,), "Asia/Almaty")
