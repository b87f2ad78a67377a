"""The languages that the bot speaks: each is a folder of `locales/`."""

from pathlib import Path

LOCALES = Path(__file__).parents[1].joinpath("locales")
LANGUAGES = tuple(sorted(folder.name for folder in LOCALES.iterdir() if folder.is_dir()))
