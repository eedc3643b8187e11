"""Method notes: every note, every threshold with its meaning, every measure with its equation and source."""

import re
from dataclasses import dataclass

from bulian.measure import catalogue
from bulian.publish.site.notes import notes, title_in
from bulian.publish.site.page import Asked, Page
from bulian.publish.site.site import Site
from bulian.vocab.table import FOLDER, rows

_COLUMNS = ("name", "value", "meaning")
_EQUATION = re.compile(r"^\s*(\S.* = .+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Card:
    """A measure: its name in code, what it is called, its equation, unit and source."""

    name: str
    label: str
    equation: str
    unit: str
    source: str


def _fill(site: Site, asked: Asked) -> dict[str, object]:
    files = sorted(FOLDER.glob("*_thresholds.csv"))
    return {
        "notes": [(key, title_in(site.lang, key)) for key in notes()],
        "thresholds": [(path.name, _thresholds(path.name)) for path in files],
        "measures": [_card(one) for one in catalogue().values()],
    }  # fmt: skip


def _thresholds(file: str) -> list[tuple[str, str, str]]:
    return [
        (row.text("name"), row.text("value"), row.text("meaning")) for row in rows(FOLDER / file, _COLUMNS)
    ]


def _card(one: object) -> Card:
    function = one.function  # type: ignore[attr-defined]
    found = _EQUATION.search(function.__doc__ or "")
    equation = " ".join(found[1].split()) if found else ""
    return Card(function.__name__, one.label, equation, one.unit, one.source)  # type: ignore[attr-defined]


PAGE = Page("methods", "/methods", _fill, nav=20)
