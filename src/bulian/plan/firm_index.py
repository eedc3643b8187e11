"""The index of outside firm tables: whom a node may mean and who knows whom, without reading all.

It is for retrieval only. A firm stands under every node that has a word in its products or scope, or one of
whose classes of GB/T 4754 is its own; the few hundred nearest are then placed as carefully as any firm is
(`placing`). The file is derived: the tables lie beside it as received, and it is made anew when they or the
chains change.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from bulian.chain.naming import one_form_of_folded
from bulian.chain.retrieve import Index, Met

_MANY = 2_000
# Columns that list others who know the firm, and the kind of link each is.
KNOWS = {
    "shareholders": "shareholder", "group": "same_group", "suppliers": "supplier", "customers": "customer",
    "partners": "cooperation", "associations": "association", "origin_place": "origin",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class OutsideFirm:
    """A firm of a table that the district got from elsewhere.

    Attributes:
        told: canonical text, folded (`extract.fold`), by the key of the column, only of what is filled.
        place: the table, sheet and row. dated: the day the table speaks of; None where nobody says.
    """

    name: str
    told: Mapping[str, str]
    place: str
    dated: str | None
    synthetic: bool


def write_index(path: Path, firms: Iterable[OutsideFirm], index: Index, stamp: str) -> int:
    """Write the index anew and put it in place whole; returns how many firms it holds.

    Args:
        stamp: says what the index was made from, for `stamp_of`.
    """
    fresh = path.with_name(path.name + ".new")
    fresh.unlink(missing_ok=True)
    with closing(sqlite3.connect(fresh)) as base:
        base.execute("PRAGMA journal_mode = OFF")
        base.executescript((files("bulian.plan") / "firm_index.sql").read_text("utf-8"))
        count = 0
        for count, firm in enumerate(firms, 1):
            _add(base, count, firm, index)
            if count % _MANY == 0:
                base.commit()
        base.executescript(_LOOKED_UP_BY)
        base.execute("INSERT INTO about VALUES ('stamp', ?)", (stamp,))
        base.commit()
    fresh.replace(path)
    return count


def stamp_of(path: Path) -> str | None:
    """What the index was made from; None where there is none that can be read."""
    if not path.is_file():
        return None
    try:
        with closing(sqlite3.connect(path)) as base:
            row = base.execute("SELECT says FROM about WHERE name = 'stamp'").fetchone()
    except sqlite3.DatabaseError:  # torn, or made by something else: it is derived, so it is made anew
        return None
    return str(row[0]) if row else None


def nearest(path: Path, chain: str, node: str, most: int) -> list[OutsideFirm]:
    """The firms that a node may mean, the likeliest first, so many at most."""
    return list(_ask(path, _NEAREST, (f"{chain}/{node}", most)))


def every_firm(path: Path) -> Iterator[OutsideFirm]:
    """All firms of the index, in the order of their tables."""
    yield from _ask(path, _ALL, ())


def linked(path: Path, names: Iterable[str], most: int) -> list[tuple[OutsideFirm, str, str]]:
    """Who the tables tie to any of these names: the firm of the row, the kind of link, and the other's name.

    Args:
        most: of each name, so many at most, in the order of the tables; an association may have thousands.
    """
    found = []
    with closing(_opened(path)) as base:
        for name in sorted(set(names)):
            for row in base.execute(_LINKED, (name, name, most)):
                found.append((_firm(row[:5]), str(row[5]), str(row[6])))
    return found


def firm_named(path: Path, name: str) -> OutsideFirm | None:
    """The first row of a firm of this name; None where no table has it."""
    return next(_ask(path, _NAMED, (name,)), None)


def names(path: Path) -> Iterator[str]:
    """The name of every firm of the index, each once."""
    with closing(_opened(path)) as base:
        for (name,) in base.execute("SELECT DISTINCT name FROM firm"):
            yield str(name)


def known_to(firm: OutsideFirm) -> list[tuple[str, str]]:
    """Who the row says knows the firm: the kind of link, and the other's name as written."""
    return [
        (kind, other)
        for column, kind in KNOWS.items()
        for other in firm.told.get(column, "").split("、")
        if other
    ]


def _add(base: sqlite3.Connection, number: int, firm: OutsideFirm, index: Index) -> None:
    told = json.dumps(dict(firm.told), ensure_ascii=False, sort_keys=True)
    base.execute(
        "INSERT INTO firm VALUES (?, ?, ?, ?, ?, ?)",
        (number, firm.name, firm.place, firm.dated, int(firm.synthetic), told),
    )
    base.executemany(
        "INSERT INTO posting VALUES (?, ?, ?)",
        [(spot, cheap, number) for spot, cheap in _spots(firm, index).items()],
    )
    others = [(number, kind, other) for kind, other in known_to(firm)]
    base.executemany("INSERT INTO link VALUES (?, ?, ?)", others)


def _spots(firm: OutsideFirm, index: Index) -> dict[str, int]:
    """Every node the firm may be on and how near it looks: the lower, the nearer."""
    text = one_form_of_folded(f"{firm.told.get('product', '')}；{firm.told.get('scope', '')}")
    named = index.met(one_form_of_folded(firm.name))
    met = index.met(text)
    of_class = index.of_class.get(firm.told.get("industry", ""), {})
    found = {}
    for spot in {*met, *named, *of_class}:
        one = index.spots[spot]
        found[f"{one.chain}/{one.node}"] = _cheap(met.get(spot), spot in named, of_class.get(spot, 0.0))
    return found


def _cheap(met: Met | None, named: bool, share: float) -> int:
    """A word that stands early and long is near, one in the name nearer; a class alone is far."""
    score = 1000 - round(300 * share) - 300 * named
    return score if met is None else score - 300 + min(met.start, 200) - 10 * min(met.end - met.start, 10)


def _ask(path: Path, question: str, values: tuple[object, ...]) -> Iterator[OutsideFirm]:
    with closing(_opened(path)) as base:
        for row in base.execute(question, values):
            yield _firm(row)


def _opened(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)


def _firm(row: tuple[str, str, str, str | None, int]) -> OutsideFirm:
    name, told, place, dated, synthetic = row
    return OutsideFirm(name, json.loads(told), place, dated, bool(synthetic))


_COLUMNS = "firm.name, firm.told, firm.place, firm.dated, firm.synthetic"
_NEAREST = f"""
SELECT {_COLUMNS} FROM posting JOIN firm ON firm.id = posting.firm
WHERE posting.spot = ? ORDER BY posting.cheap, posting.firm LIMIT ?
"""  # noqa: S608 - the columns are ours
_ALL = f"SELECT {_COLUMNS} FROM firm ORDER BY firm.id"  # noqa: S608 - the columns are ours
_NAMED = f"SELECT {_COLUMNS} FROM firm WHERE firm.name = ? ORDER BY firm.id"  # noqa: S608 - the columns are ours
_LINKED = f"""
SELECT {_COLUMNS}, link.kind, link.other FROM link JOIN firm ON firm.id = link.firm WHERE link.other = ?
UNION
SELECT {_COLUMNS}, link.kind, link.other FROM firm JOIN link ON link.firm = firm.id WHERE firm.name = ?
ORDER BY 3, 6, 7 LIMIT ?
"""  # noqa: S608 - the columns are ours
_LOOKED_UP_BY = """
CREATE INDEX firm_by_name ON firm (name);
CREATE INDEX link_by_other ON link (other);
CREATE INDEX link_by_firm ON link (firm);
"""
