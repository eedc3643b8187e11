"""The thresholds of the chain answers; they are read in `bulian.vocab.thresholds`."""

from bulian.vocab.thresholds import chain_thresholds

__all__ = ["chain_thresholds"]
