"""A register: its rows and the figures derived from them; or one row, each value with its journal line."""

from collections.abc import Iterable

from bulian.desk.book import Row
from bulian.desk.figures._figure import Derived
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
from bulian.publish.site.page import Asked, NotFound, Page
from bulian.publish.site.site import Site
from bulian.vocab.registers import registers

_MOST = 7  # columns that fit a page; a row has all of them


def _fill(site: Site, asked: Asked) -> dict[str, object]:
    register = known_register(asked["register"])
    kept = register.private and not site.live
    rows = () if kept else site.answers.desk.rows[register.key]
    about = {"title": register_name(register, site.lang), "key": register.key}
    if asked.get("row") and not kept:
        row = next((one for one in rows if one.key == asked["row"]), None)
        if row is None:
            raise NotFound(f"There is no row {asked['row']!r}.", f"没有“{asked['row']}”这一行。")
        return {**about, "row": row, "values": _told(site, row), "owner": person(site, row.owner)}
    columns = filled(register, rows)[:_MOST]
    return {
        **about,
        "row": None,
        "heads": [one.zh if site.lang == "zh" else one.en for one in columns],
        "rows": [(one, values_of(site, one, columns), person(site, one.owner)) for one in rows],
        "figures": [_figure(site, one) for one in site.answers.desk.figures if one.register == register.key],
    }


def _told(site: Site, row: Row) -> list[object]:
    fields = registers()[row.register].fields
    return [one for one in values_of(site, row, fields) if one.text]


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
