"""Facts and judgements, kept: one SQLite file derived from `sources/` and `journal/`, and the journal itself.

`opening` opens a ledger, `locking` keeps builds apart, `runs` and `storing` fill it, `query` and `sources`
ask it, `judging` takes what people decide, `journal` is the truth that none of it may lose.
"""
