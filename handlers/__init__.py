"""The door for people: one room a persona, and what the rooms share."""
