"""Share of a table's cells read wholly right: developed and held-out cases apart, beside a plain reader.

    python bench/tables.py [--show] [CASE ...]

A cell is right when subject, indicator, aspect, value, unit and period all are. The plain reader takes row 1
as the header and column 1 as the label, and the unit a header ends in.
"""

import sys
import time
from collections import Counter
from decimal import Decimal
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.extract.tables.case import Case, load_cases

from bulian.extract.tables import read_tables
from bulian.extract.tables.cell import read_cell
from bulian.extract.tables.label import read_label
from bulian.model.document import Document, Table, TableCell
from bulian.model.fact import Observation
from bulian.model.place import Cell, cell_name

FIELDS = ("subject", "indicator", "aspect", "value", "unit", "period")


def main() -> None:
    """Prints one line a group: cells, all right, each field right, spurious facts."""
    names = [name for name in sys.argv[1:] if not name.startswith("--")]
    show = "--show" in sys.argv
    cases = [case for case in load_cases() if not names or case.name in names]
    print(
        f"{'':24}{'cells':>6}{'all':>7}" + "".join(f"{field:>10}" for field in FIELDS) + f"{'spurious':>10}"
    )
    groups = {"developed": [c for c in cases if not c.held_out], "held out": [c for c in cases if c.held_out]}
    for group, members in groups.items():
        for reader, facts_of in (("ours", ours), ("plain", plain)):
            counts: Counter[str] = Counter()
            for case in members:
                counts += score(
                    case,
                    facts_of(case),
                    show=show and reader == "ours" and (group != "held out" or bool(names)),
                )
            if counts["cells"]:
                line = f"{group + ', ' + reader:24}{counts['cells']:6}{counts['all'] / counts['cells']:7.1%}"
                line += "".join(f"{counts[field] / counts['cells']:10.1%}" for field in FIELDS)
                print(line + f"{counts['spurious']:10}")
    speed()


def speed(rows: int = 20_000) -> None:
    """Cells a second of one long table, header and labels counted."""
    cells = {
        (0, column): TableCell(head) for column, head in enumerate(("地区", "年份", "工业总产值（万元）"))
    }
    for row in range(1, rows):
        line = (f"第{row}镇", str(1980 + row % 40), str(row * 7))
        cells |= {(row, column): TableCell(text) for column, text in enumerate(line)}
    document = Document(doc="0", name="表", text="", tables=(Table("表", cells),))
    began = time.perf_counter()
    found = len(read_tables(document, date=None).facts)
    took = time.perf_counter() - began
    print(f"{len(cells):,} cells, {found:,} facts: {len(cells) / took:,.0f} cells a second")


def ours(case: Case) -> dict[str, Observation]:
    """Our reader's facts by cell."""
    reading = read_tables(case.document, date=case.date, home=case.home)
    facts = {}
    for fact in reading.facts:
        for place in (fact.place, *fact.also):
            if isinstance(place, Cell):
                facts[place.ref] = fact
    return facts


def plain(case: Case) -> dict[str, Observation]:
    """Header in row 1, label in column 1."""
    table: Table = case.document.tables[0]
    facts = {}
    for (row, column), cell in table.cells.items():
        reading = read_cell(cell.text)
        if row == 0 or column == 0 or reading is None:
            continue
        header = table.cells.get((0, column))
        label = table.cells.get((row, 0))
        head = read_label(header.text) if header else read_label("")
        unit = head.unit or reading.unit
        value = reading.value if isinstance(reading.value, Decimal) else reading.value[0]
        ref = cell_name(row, column)
        facts[ref] = Observation(
            doc=case.name, place=Cell(table.sheet, ref, cell.text),
            subject=label.text.strip() if label else None,
            indicator=head.phrase, aspect=head.aspect or "level", value=value * (unit.factor if unit else 1),
            unit=unit.canonical if unit else "", surface=cell.text, surface_start=None, bound="exact",
            modality="actual", period=str(head.when.year) if head.when else None, basis=None, rule="plain",
        )  # fmt: skip
    return facts


def score(case: Case, facts: dict[str, Observation], *, show: bool) -> Counter[str]:
    """Counts of cells, of those all right, of each right field, and of facts where the table says nothing."""
    counts: Counter[str] = Counter()
    for expected in case.expected:
        counts["cells"] += 1
        fact = facts.get(expected.ref)
        wrong = expected.wrong(fact) if fact else list(FIELDS)
        counts["all"] += not wrong
        counts.update(field for field in FIELDS if field not in wrong)
        if wrong and show:
            said = (
                [(getattr(fact, field), getattr(expected, field + "s", None)) for field in wrong]
                if fact
                else "nothing"
            )
            print(f"  {case.name} {expected.ref}: {wrong} {said}")
    for ref in case.nothing:
        if ref in facts:
            counts["spurious"] += 1
            if show:
                print(f"  {case.name} {ref}: spurious {facts[ref]}")
    return counts


if __name__ == "__main__":
    main()
