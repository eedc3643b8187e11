"""What pages show of the desk: rows with names for ids, each value with a way to its line of the journal."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from bulian.desk.book import Row, book_of
from bulian.desk.due import Due
from bulian.desk.figures._figure import Derived
from bulian.desk.projects.standing import Funnel, Standing
from bulian.desk.telling import named, shown
from bulian.ledger.persons import Person
from bulian.plan.directions import Directions
from bulian.publish.site.page import NotFound
from bulian.publish.site.site import Site
from bulian.vocab.registers import Field, Register, registers


@dataclass(frozen=True, slots=True)
class DeskView:
    """The desk on a day.

    Attributes:
        rows: those that stand, by register. figures: derived from them.
        going, ended: projects. directions: every version, the one in force first; () where nobody names any.
        owners: of that one, by direction's name.
    """

    day: str
    rows: Mapping[str, tuple[Row, ...]]
    persons: tuple[Person, ...]
    figures: tuple[Derived, ...]
    going: tuple[Standing, ...]
    ended: tuple[Standing, ...]
    funnels: tuple[Funnel, ...]
    due: tuple[Due, ...]
    directions: tuple[Directions, ...]
    owners: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Value:
    """A value as it is shown, the page of its row, and the line of the journal that says it.

    `whole`: it is a day or a number, which is not broken over two lines.
    """

    name: str
    text: str
    link: str
    place: str
    whole: bool


_WHOLE = frozenset(["date", "amount", "area", "floor", "count", "percent", "months", "days", "quantity"])


def known_register(key: str) -> Register:
    """A register by the key in an address.

    Raises:
        NotFound: there is none.
    """
    found = registers().get(key)
    if found is None:
        raise NotFound(f"There is no register {key!r}.", f"没有“{key}”这个台账。")
    return found


def values_of(site: Site, row: Row, columns: tuple[Field, ...]) -> tuple[Value, ...]:
    """The values of a row in these columns, "" for what is not known."""
    view, lang = site.answers.desk, site.lang
    link = row_link(site, row.register, row.key)
    return tuple(
        Value(
            one.zh if lang == "zh" else one.en, shown(one, row.get(one.key), lang, view.persons), link,
            f"journal/{book_of(row.register)}.jsonl:{row.places.get(one.key, 0)}", one.type in _WHOLE,
        )
        for one in columns
    )  # fmt: skip


def filled(register: Register, rows: tuple[Row, ...]) -> tuple[Field, ...]:
    """The columns that any of the rows fills, those that name a row first."""
    known = [one for one in register.fields if any(row.get(one.key) for row in rows)]
    return tuple(sorted(known, key=lambda one: one.key not in register.names))


def row_link(site: Site, register: str, key: str) -> str:
    """The page of one row."""
    return site.links.page("/desk/{register}", site.lang, {"register": register, "row": key})


def person(site: Site, who: str) -> str:
    """The name behind an id."""
    return named(who, site.answers.desk.persons, site.lang)


def linked(text: str, link: str) -> Markup:
    """Words or a number as a link to where they are from."""
    return Markup('<a class="f plan" href="{}">{}</a>').format(link, text)


def register_name(register: Register, lang: str) -> str:
    """What a register is called."""
    return register.zh if lang == "zh" else register.en
