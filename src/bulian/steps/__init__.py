"""The whole way, a call a step; the command line and the Python caller use the same ones.

`building.build` is the way itself, from `sources/` to the ledger; the others ask what came of it, correct it,
or write it out. `bulian.NAME` finds each call; nothing is imported until it is asked for.
"""
