"""A till's file brought in."""
