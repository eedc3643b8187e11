"""Tables of our own making with what they say: cases/*.toml, see `Case`."""

import re
import tomllib
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from bulian.model.document import Document, Table, TableCell
from bulian.model.fact import Observation
from bulian.model.place import cell_position
from bulian.model.reading import DocumentDate

FOLDER = Path(__file__).parent / "cases"


@dataclass(frozen=True)
class Expected:
    """What one cell says; several subjects, indicators, units or periods may be right ("A ~ B")."""

    ref: str
    subjects: tuple[str, ...]
    indicators: tuple[str, ...]
    aspects: tuple[str, ...]
    value: Decimal
    units: tuple[str, ...]
    periods: tuple[str | None, ...]
    modality: str

    def wrong(self, fact: Observation) -> list[str]:
        """The fields in which a fact differs."""
        checks = {
            "subject": (fact.subject or "null") in self.subjects,
            "indicator": _plain(fact.indicator) in map(_plain, self.indicators),
            "aspect": fact.aspect in self.aspects,
            "value": fact.value == self.value,
            "unit": fact.unit in self.units,
            "period": fact.period in self.periods,
        }
        return [name for name, right in checks.items() if not right]


@dataclass(frozen=True)
class Case:
    """A table, what some of its cells say, which must say nothing, and which are marked as made up."""

    name: str
    about: str
    document: Document
    date: DocumentDate | None
    home: str | None
    expected: tuple[Expected, ...]
    nothing: tuple[str, ...]
    synthetic: tuple[str, ...]
    held_out: bool


def load_cases() -> tuple[Case, ...]:
    """Every case, in the order of the files' names."""
    return tuple(_case(path) for path in sorted(FOLDER.glob("*.toml")))


def _case(path: Path) -> Case:
    data = tomllib.loads(path.read_text("utf-8"))
    table = Table(
        sheet=data["sheet"],
        cells=_cells(data),
        merged=tuple(_area(area) for area in data.get("merged", [])),
        caption=tuple(data.get("caption", [])),
    )
    date = DocumentDate(data["date"], "given") if "date" in data else None
    return Case(
        name=path.stem,
        about=data["about"],
        document=Document(doc=path.stem, name=data["name"], text="", tables=(table,), reader="case"),
        date=date,
        home=data.get("home"),
        expected=_expected(data["expected"]),
        nothing=tuple(data.get("nothing", [])),
        synthetic=tuple(data.get("synthetic", [])),
        held_out=data.get("held_out", False),
    )


def _cells(data: dict[str, object]) -> dict[tuple[int, int], TableCell]:
    """The grid: cells between |, "·" at their beginning a blank, "␣" a no-break space, "\\n" a line break."""
    percent = {position for area in data.get("percent", []) for position in _positions(area)}  # type: ignore[attr-defined]
    cells = {}
    for row, line in enumerate(str(data["grid"]).strip("\n").split("\n")):
        for column, part in enumerate(line.split("|")):
            text = part.strip(" ").replace("␣", "\u00a0").replace("\\n", "\n")
            text = re.sub("^·+", lambda dots: " " * len(dots.group()), text)
            if text:
                cells[row, column] = TableCell(text, percent=(row, column) in percent)
    return cells


def _area(area: str) -> tuple[int, int, int, int]:
    first, last = area.split(":")
    return (*cell_position(first), *cell_position(last))


def _positions(area: str) -> list[tuple[int, int]]:
    top, left, bottom, right = _area(area)
    return [(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)]


def _expected(text: str) -> tuple[Expected, ...]:
    rows: list[Expected] = []
    before = [""] * 6
    for line in text.strip().split("\n"):
        parts = [part.strip() for part in line.split(" | ")]
        parts = [old if part == '"' else part for part, old in zip(parts, [*before, "actual"], strict=False)]
        ref, subject, indicator, aspect, quantity, period, *rest = parts
        number, unit = quantity.split(" ", 1)
        rows.append(
            Expected(
                ref, _several(subject), _several(indicator), _several(aspect),
                Decimal(number), _several(unit), tuple(None if p == "null" else p for p in _several(period)),
                rest[0] if rest else "actual",
            )
        )  # fmt: skip
        before = parts[:6]
    return tuple(rows)


def _several(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(" ~ "))


def _plain(name: str) -> str:
    return re.sub(r"[\s（）()、，]", "", name)
