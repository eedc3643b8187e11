"""Dated happenings that prose tells: rules as data, with examples beside them."""

from bulian.extract.events.find import find_events

__all__ = ["find_events"]
