"""What Telegram lists for staff when they type a slash: the command and the words for it."""

COMMANDS = (("cashier", "command-cashier"),)
