"""How long a test waits for what has to come. No test passes or fails by the clock."""

PATIENCE = 300.0
"""Seconds after which a wait that would last for ever is given up. A busy machine is slow, not
wrong: with eight programs waiting for its two cores it needs a fifth of this."""
