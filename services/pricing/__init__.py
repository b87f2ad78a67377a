"""What a receipt is worth: rules and offers in, points and discounts with their reasons out.

Pure: no database, no clock. Everything that decides is in the arguments, so the same receipt under
the same book always gives the same answer, and an old line can be explained by the book of its day.
"""
