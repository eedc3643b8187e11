"""A document as it was read: its text with every number a link, or its tables, and what is known of it."""

from bulian.ledger.sources import document
from bulian.model.place import Cell
from bulian.model.stored import Sourced
from bulian.publish.passages import line_of, line_starts, paragraph_numbers, script_of
from bulian.publish.site.html import asked_number
from bulian.publish.site.marked import marked
from bulian.publish.site.page import Asked, NotFound, Page
from bulian.publish.site.pages.fact import Paragraph, facts_of
from bulian.publish.site.pages.facts import hit
from bulian.publish.site.part import part_start
from bulian.publish.site.site import Site

_A_PAGE = 200


def _fill(site: Site, asked: Asked) -> dict[str, object]:
    source = next((one for doc, one in site.ground.sources.items() if doc.startswith(asked["doc"])), None)
    if source is None or len(asked["doc"]) < 8:
        raise NotFound(
            "There is no such document any more. Look in the list under About the data.",
            "没有这份文件，或已不在 sources/ 里。请看“关于数据”里的清单。",
        )
    read = document(site.ledger, source.doc)
    facts = facts_of(site, source.doc)
    starts = line_starts(read.text)
    ends = [*starts[1:], len(read.text) + 1]
    lines = [
        (begin, end, number)
        for begin, end, number in zip(starts, ends, paragraph_numbers(read.text, starts), strict=True)
        if read.text[begin : end - 1].strip()
    ]
    cells = [one for one in facts if isinstance(one.fact.place, Cell)]
    start = part_start(asked_number(asked, "from"), max(len(lines), len(cells)), _A_PAGE)
    shown = slice(start, start + _A_PAGE) if site.live else slice(None)
    return {
        "source": source, "read": read, "script": script_of(read.text), "facts": facts,
        "paragraphs": [
            Paragraph(number, marked(read.text[begin : end - 1], begin, facts), False)
            for begin, end, number in lines[shown]
        ],
        "cells": [hit(site, one) for one in cells[shown]],
        "after": start + _A_PAGE if site.live and max(len(lines), len(cells)) > start + _A_PAGE else None,
        "told": [] if site.live else [(hit(site, one), _paragraph(read.text, starts, one)) for one in facts],
        "tables": [table.sheet for table in read.tables],
    }  # fmt: skip


def _paragraph(text: str, starts: list[int], one: Sourced) -> int | None:
    """The number of the paragraph that a fact stands in; None for a cell."""
    place = one.fact.place
    if isinstance(place, Cell):
        return None
    return paragraph_numbers(text, starts)[line_of(starts, place.start)]


def _every(site: Site) -> list[dict[str, str]]:
    return [{"doc": doc[:12]} for doc in site.ground.sources]


PAGE = Page("document", "/documents/{doc}", _fill, every=_every)
