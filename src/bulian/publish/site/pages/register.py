"""A register: its rows and the figures derived from them; or one row, each value with its journal line."""

from collections.abc import Iterable

from bulian.desk.book import Row, acts
from bulian.desk.figures._figure import Derived
from bulian.desk.loaded import tables_in
from bulian.publish.desk_note import derived_words, formula_words
from bulian.publish.site.desk import (
    filled,
    known_register,
    linked,
    person,
    register_name,
    row_link,
    values_of,
)
from bulian.publish.site.entry import CELL, input_of, inputs, stage_name, stage_names
from bulian.publish.site.page import Asked, NotFound, Page
from bulian.publish.site.site import Site
from bulian.vocab.registers import Register

_MOST = 7  # columns that fit a page; a row has all of them
_PROJECTS = "projects"


def _fill(site: Site, asked: Asked) -> dict[str, object]:
    register = known_register(asked["register"])
    kept = register.private and not site.live
    rows = () if kept else site.answers.desk.rows[register.key]
    about = {
        "title": register_name(register, site.lang), "key": register.key, "dated": bool(register.dated_by),
        "seen": acts(site.ledger.journal, register), "apart": asked.get("entered") == "apart",
    }  # fmt: skip
    if asked.get("row") and not kept:
        row = next((one for one in rows if one.key == asked["row"]), None)
        if row is None:
            raise NotFound(f"There is no row {asked['row']!r}.", f"没有“{asked['row']}”这一行。")
        return {**about, **_row(site, register, row, asked)}
    columns = filled(register, rows)[:_MOST]
    return {
        **about,
        "row": None,
        "tables": tables_in(site.ledger.path.parent) if site.live else (),
        "fields": named(register, site.lang),
        "inputs": inputs(site, register),
        "begun": any(name.startswith(CELL) for name in asked),
        "heads": [one.zh if site.lang == "zh" else one.en for one in columns],
        "rows": [(one, values_of(site, one, columns), person(site, one.owner)) for one in rows],
        "figures": [_figure(site, one) for one in site.answers.desk.figures if one.register == register.key],
    }


def named(register: Register, lang: str) -> list[tuple[str, str]]:
    """The columns of a register, (key, what it is called)."""
    return [(one.key, one.zh if lang == "zh" else one.en) for one in register.fields]


def _row(site: Site, register: Register, row: Row, asked: Asked) -> dict[str, object]:
    told = list(zip(register.fields, values_of(site, row, register.fields), strict=True))
    column = next((one for one in register.fields if one.key == asked.get("column")), None)
    going = site.answers.desk.going if register.key == _PROJECTS else ()
    free = [one.key for one in register.fields if one.key not in register.names]
    return {
        "row": row, "owner": person(site, row.owner), "free": free,
        "values": [(field.key, value) for field, value in told if value.text],
        "blank": [(field.key, value.name) for field, value in told if not value.text],
        "column": input_of(site, register, column, row.get(column.key)) if column else None,
        "stages": stage_names(site) if register.key == _PROJECTS else (),
        "stage": next((stage_name(site, s.stage) for s in going if s.row.key == row.key), ""),
    }  # fmt: skip


def _figure(site: Site, one: Derived) -> dict[str, object]:
    links = []
    for name in one.rows[:12]:
        register, _, key = name.partition("/")
        links.append((key, row_link(site, register, key)))
    return {
        "of": one.of, "name": one.zh if site.lang == "zh" else one.en, "made_up": one.synthetic,
        "value": linked(derived_words(one, site.words), links[0][1]) if links else "",
        "formula": formula_words(one, site.lang), "links": links, "left_out": one.left_out,
    }  # fmt: skip


def _every(site: Site) -> Iterable[dict[str, str]]:
    return ({"register": key} for key, rows in site.answers.desk.rows.items() if rows)


PAGE = Page("register", "/desk/{register}", _fill, _every, in_house=True)
