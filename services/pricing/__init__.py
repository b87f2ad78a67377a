"""Prices a receipt: rules and offers go in, points and discounts with their reasons come out.

Pure: no database, no clock. The result depends on the arguments only, so the same receipt under the
same tariff always gives the same result, and an old receipt can be explained by the tariff of its
day.
"""
