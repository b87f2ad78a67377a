"""The commands behind the menu button of a private chat, with their words."""

Commands = tuple[tuple[str, str], ...]

OWNER: Commands = (("owner", "command-owner"),)

CASHIER: Commands = (("cashier", "command-cashier"),)

MEMBER: Commands = (
    ("card", "command-card"),
    ("balance", "command-balance"),
    ("history", "command-history"),
    ("rewards", "command-rewards"),
    ("stamps", "command-stamps"),
    ("donate", "command-donate"),
    ("offers", "command-offers"),
    ("invite", "command-invite"),
    ("profile", "command-profile"),
    ("settings", "command-settings"),
    ("language", "command-language"),
    ("help", "command-help"),
    ("privacy", "command-privacy"),
    ("cancel", "command-cancel"),
)
