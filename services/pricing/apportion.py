"""Splits a whole number into whole parts that add up to it."""

from collections.abc import Sequence


def spread(total: int, weights: Sequence[int]) -> list[int]:
    """Parts of `total` in proportion to `weights`, by the largest remainder method.

    Parts are rounded down; the units left over go, one each, to the parts that lost most by it, of
    equals to the first. If `total` is at most the sum of the weights, no part exceeds its weight.
    If all weights are zero, all parts are zero.
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
