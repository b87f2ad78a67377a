"""Splitting a whole number so that the parts add up to it."""

from collections.abc import Sequence


def spread(total: int, weights: Sequence[int]) -> list[int]:
    """Parts of `total` in proportion to `weights`, by the largest remainders.

    What rounding down leaves goes, one by one, to where it took most; of equals to the first. A
    part never exceeds its weight when `total` does not exceed their sum. Weights of nothing but
    zeros get nothing.
    """
    whole = sum(weights)
    if not whole:
        return [0] * len(weights)
    exact = [total * weight for weight in weights]
    parts = [share // whole for share in exact]
    missing = total - sum(parts)
    if missing:
        order = sorted(range(len(exact)), key=lambda index: exact[index] % whole, reverse=True)
        for index in order[:missing]:
            parts[index] += 1
    return parts
