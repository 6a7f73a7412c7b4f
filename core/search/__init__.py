"""Search: queries -> what they ask for -> the rows of a set of tables that have it.

`words` says by what a word is found, `compounds` what nouns are made of, `query` what a query means, `index` keeps
which rows have which words and is asked for them, `slips` knows words that are near to one that is found nowhere,
`kept` has the index of a set of tables beside these.
"""
