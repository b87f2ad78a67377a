"""Earning rules and how they come together."""
