"""Reading a vocabulary file: a CSV with a header, `#` lines for sources and remarks, checked row by row."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

from bulian.errors import VocabularyError

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a vocabulary file: its cells by column name, and where it stands for error messages."""

    file: str
    line: int
    cells: dict[str, str]

    def text(self, column: str) -> str:
        """The cell without blanks around it; refuses an empty one."""
        value = self.cells[column].strip()
        if not value:
            raise self.wrong(f"{column} is empty; fill it in", f"{column} 是空的，请填写")
        return value

    def optional(self, column: str) -> str:
        """The cell without blanks around it, "" where it is empty."""
        return self.cells[column].strip()

    def several(self, column: str) -> tuple[str, ...]:
        """The parts of a cell that lists several, joined by "|"."""
        return tuple(part.strip() for part in self.cells[column].split("|") if part.strip())

    def decimal(self, column: str) -> Decimal:
        """The cell as an exact number; refuses anything else."""
        value = self.text(column)
        try:
            return Decimal(value)
        except InvalidOperation as error:
            raise self.wrong(f"{column} {value!r} is no number", f"{column} 的“{value}”不是数字") from error

    def one_of(self, column: str, allowed: tuple[str, ...]) -> str:
        """The cell, refused unless it is one of `allowed`."""
        value = self.text(column)
        if value not in allowed:
            choice = ", ".join(allowed)
            raise self.wrong(
                f"{column} is {value!r}; write one of {choice}", f"{column} 是“{value}”，应为 {choice} 之一"
            )
        return value

    def wrong(self, en: str, zh: str) -> VocabularyError:
        """The error that names this line."""
        return VocabularyError(self.file, self.line, en, zh)


def rows(path: Path, columns: tuple[str, ...]) -> Iterator[Row]:
    """Every row of a vocabulary file.

    Raises:
        VocabularyError: the header differs from `columns`, or a row has more or fewer cells.
    """
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        header: list[str] | None = None
        for cells in reader:
            if not cells or cells[0].startswith("#"):
                continue
            if header is None:
                header = cells
                if tuple(header) != columns:
                    raise VocabularyError(
                        path.name, reader.line_num,
                        f"the header must read {','.join(columns)}", f"表头应为 {','.join(columns)}",
                    )  # fmt: skip
                continue
            if len(cells) != len(columns):
                raise VocabularyError(
                    path.name, reader.line_num,
                    f"{len(cells)} cells instead of {len(columns)}; quote a cell that holds a comma",
                    f"有 {len(cells)} 格，应为 {len(columns)} 格；含逗号的格请加引号",
                )  # fmt: skip
            yield Row(path.name, reader.line_num, dict(zip(columns, cells, strict=True)))
