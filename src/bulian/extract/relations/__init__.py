"""Triples that prose says: rules as data, one file a relation type, with examples beside them."""

from bulian.extract.relations.find import find_relations

__all__ = ["find_relations"]
