"""Which column of a table is which column of a register: by name, by a kept mapping, never by a guess."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bulian.errors import MappingError
from bulian.extract.fold import fold
from bulian.extract.tables.grid import Grid
from bulian.extract.tables.units import table_unit
from bulian.vocab.registers import Field, Register

SKIP = "-"  # a header that is known to say nothing of the register
# What a file to mend has beside the columns of the table it came from.
ADDED = ("原行", "问题")
_FIRST_ROWS = 15


@dataclass(frozen=True, slots=True)
class Heading:
    """A column of a table and what it was taken for.

    Attributes:
        column: counted from 0. header: as printed. field: None where it is passed over.
        unit: that the header, or a line above the table, names; "" for none.
        how: "name", "kept" (a person mapped it), "skip" (a person said it says nothing) or "unknown".
    """

    column: int
    header: str
    field: Field | None
    unit: str
    how: str


@dataclass(frozen=True, slots=True)
class Header:
    """The header row of a sheet: its number, counted from 0, and its columns."""

    row: int
    headings: tuple[Heading, ...]

    @property
    def fields(self) -> frozenset[str]:
        """The keys of the register's columns that were found."""
        return frozenset(one.field.key for one in self.headings if one.field)


def find_header(grid: Grid, register: Register, kept: Mapping[str, str]) -> Header | None:
    """The first of the rows at the top that names the most columns of a register; None where none names two.

    Args:
        kept: header as printed → column's key or "-", as a person mapped them.
    """
    best: Header | None = None
    for row in list(grid.rows)[:_FIRST_ROWS]:
        header = Header(row, _headings(grid, row, register, kept))
        if len(header.fields) > (len(best.fields) if best else 0):
            best = header
    enough = min(2, len(register.fields))
    return best if best and len(best.fields) >= enough else None


def kept_mapping(folder: Path, register: Register) -> dict[str, str]:
    """The headers that a person mapped for a register, from `mappings/registers/KEY.toml`.

    Raises:
        MappingError: the file is no TOML, or names a column that the register does not have.
    """
    path = _file(folder, register)
    if not path.is_file():
        return {}
    try:
        told = tomllib.loads(path.read_text("utf-8-sig"))["headers"]
        return {str(header): _known(register, str(header), str(field)) for header, field in told.items()}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError, AttributeError) as error:
        raise MappingError(
            f"{path} cannot be read ({error}). Mend it, or delete it and map the columns again.",
            f"{path} 读不了（{error}）。请改好，或删掉后重新对应各列。",
        ) from error


def typed_mapping(register: Register, typed: Sequence[str]) -> dict[str, str]:
    """Mappings as typed: `项目全称=name`, `备用列=-`.

    Raises:
        MappingError: another form, or a column that the register does not have.
    """
    found = {}
    for text in typed:
        header, equals, field = (part.strip() for part in text.rpartition("="))
        if not (header and equals and field):
            raise MappingError(
                f"{text!r}: write HEADER=column, as 项目全称=name, or HEADER=- for one that says nothing.",
                f"“{text}”：请写 表头=列，如 项目全称=name；不要的列写 表头=-。",
            )
        found[header] = _known(register, header, field)
    return found


def keep_mapping(folder: Path, register: Register, mapping: Mapping[str, str]) -> Path:
    """Keep mappings for the next file, over those kept before; the file that holds them."""
    path = _file(folder, register)
    whole = {**kept_mapping(folder, register), **mapping}
    lines = [f"# {register.zh}：表头 → 列；“-”为不用 · header → column; - for none", "[headers]"]
    lines += [f"{_quoted(header)} = {_quoted(field)}" for header, field in sorted(whole.items())]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    return path


def _headings(grid: Grid, row: int, register: Register, kept: Mapping[str, str]) -> tuple[Heading, ...]:
    above = _unit_above(grid, row)
    columns = sorted({*grid.rows[row], *(column for at, column in grid.cover if at == row)})
    found: list[Heading] = []
    taken: set[str] = set()
    for column in columns:
        cell = grid.cell(row, column)
        if cell is None:
            continue
        one = _heading(column, cell.text, register, kept)
        if one.field and one.field.key in taken:
            # Two columns of one meaning: the first counts, the second is told of.
            one = Heading(column, one.header, None, "", "unknown")
        elif one.field:
            taken.add(one.field.key)
        found.append(_with_unit(one, above))
    return tuple(found)


def _heading(column: int, text: str, register: Register, kept: Mapping[str, str]) -> Heading:
    header = " ".join(text.split())
    unit = _unit(header)
    if header in kept:
        field = None if kept[header] == SKIP else register.field(kept[header])
        return Heading(column, header, field, unit, "kept" if field else "skip")
    if header in ADDED or _plain(header) in _SILENT:
        return Heading(column, header, None, "", "skip")
    names = {_plain(word): one for one in register.fields for word in one.words}
    field = names.get(_plain(header)) or names.get(_plain(_BRACKET.sub("", header)))
    return Heading(column, header, field, unit, "name" if field else "unknown")


def _with_unit(one: Heading, above: str) -> Heading:
    if one.unit or not above or one.field is None or one.field.type != "amount":
        return one
    return Heading(one.column, one.header, one.field, above, one.how)


def _unit(header: str) -> str:
    for found in _BRACKET.finditer(header):
        inner = fold(found[0]).strip("（）()[]【】 ").removeprefix("单位：").removeprefix("单位:")
        if table_unit(inner) or inner in _LENGTHS:
            return inner
    return ""


def _unit_above(grid: Grid, row: int) -> str:
    """The unit of money that a line above the header names for the whole table: 单位：万元."""
    for at, cells in grid.rows.items():
        for cell in cells.values() if at < row else ():
            found = _WHOLE_TABLE.search(fold(cell.text))
            unit = table_unit(found[1]) if found else None
            if found and unit and unit.canonical == "CNY":
                return found[1]
    return ""


def _plain(header: str) -> str:
    """A header as it is compared: one script, no blanks, no mark of a column that must be filled."""
    return _MARK.sub("", "".join(fold(header).split())).casefold()


def _known(register: Register, header: str, field: str) -> str:
    if field == SKIP or any(field in (one.key, *one.words) for one in register.fields):
        return SKIP if field == SKIP else register.field(field).key
    there = ", ".join(one.key for one in register.fields)
    raise MappingError(
        f"{header!r}: {register.key} has no column {field!r}; it has {there}.",
        f"“{header}”：“{register.zh}”没有“{field}”这一列；有 {there}。",
    )


def _file(folder: Path, register: Register) -> Path:
    return folder / "registers" / f"{register.key}.toml"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


_BRACKET = re.compile(r"[（(\[【][^（）()\[\]【】]*[）)\]】]")
_MARK = re.compile(r"^[*★]+|[*★：:]+$|（必填）|（选填）")
_SILENT = frozenset(["序号", "no.", "no", "#", "数据性质"])
_LENGTHS = frozenset(["天", "日", "年", "月", "个月", "周"])
_WHOLE_TABLE = re.compile(r"单位：\s*([^\s，；）]{1,6})")
