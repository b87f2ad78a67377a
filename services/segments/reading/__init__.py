"""Reading: a sentence in Russian or English becomes a question about members.

tokens            splits a sentence into words, numbers, dates and quoted names
vocabulary        maps phrases to terminals of the grammar
shop_vocabulary   does the same for the names of the shop's goods, segments and answers
cheapest_parse    finds the cheapest parse that the grammar allows
tree_builder      builds a question from the parse
reader            runs all of these
fuzzy_matches     finds names and phrases similar to words that were not understood
suggestions       proposes whole sentences instead
"""
