"""Which number counts: series, targets and their pace, and what disagrees."""
