"""Firms: what registers and facts tell of each, over time, with the place of every word and number."""
