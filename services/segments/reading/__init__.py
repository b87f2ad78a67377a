"""Reading: a sentence in Russian or English becomes a question about members.

tokens      cut a sentence into words, numbers, dates and quoted names, with their places
vocabulary  say which terminals of the grammar a phrase may be
known       say the same of the names of what the shop has
paths       find the cheapest reading that the grammar allows
meaning     make a question of it
reader      all of it together
nearest     say what might have been meant by words that were not understood
"""
