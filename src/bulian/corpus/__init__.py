"""Bytes to documents: one reader a format, positions made where bytes are read."""

from bulian.corpus.reading import read

__all__ = ["read"]
