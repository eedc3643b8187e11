"""Method notes: every note, every threshold with its meaning, every measure with its equation and source."""

import re
from dataclasses import dataclass

from bulian.measure import catalogue
from bulian.model.measure import Measure
from bulian.publish.site.notes import notes, title_in
from bulian.publish.site.page import Asked, Page
from bulian.publish.site.site import Site
from bulian.vocab.thresholds import FILES, told

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
    return {
        "notes": [(key, title_in(site.lang, key)) for key in notes()],
        "thresholds": [(file, told(file)) for file in FILES],
        "measures": [_card(site, one) for one in catalogue().values()],
    }  # fmt: skip


def _card(site: Site, one: Measure) -> Card:
    function = one.function
    found = _EQUATION.search(function.__doc__ or "")
    equation = " ".join(found[1].split()) if found else ""
    unit = site.words[f"measure_unit.{one.unit}"]
    return Card(function.__name__, one.label, equation, unit, one.source)


PAGE = Page("methods", "/methods", _fill, nav=20)
