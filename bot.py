"""Kopilka's front door: `python bot.py --help` says what it can do."""

from app.cli import cli

if __name__ == "__main__":
    cli()
