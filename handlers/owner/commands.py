"""The owner's own commands: name, Fluent message of its description."""

COMMANDS = (("owner", "command-owner"),)
