"""Checks at the till: their limits, and the receipts that wait for an answer."""
