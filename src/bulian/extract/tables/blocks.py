"""A sheet cut into blocks: title lines, header rows, body and notes; several below or beside one another."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from bulian.extract.deferred import deferred
from bulian.extract.tables.cell import kind_of
from bulian.extract.tables.grid import Grid
from bulian.extract.tables.label import read_label, tidy
from bulian.extract.tables.period import whole_when
from bulian.extract.tables.words import column_class, words

RowKind = Literal["line", "title", "note", "filler", "words", "times", "data"]


@dataclass(slots=True)
class Block:
    """One table of a sheet.

    Attributes:
        titles: (row, column) of the cells above the header, from the top.
        outer: those of the first table of the sheet, which may name the place and the time for all.
        header: rows of the header; repeated ones further down are left out of the body.
        body: rows with data, and rows that only group others.
        notes: rows below the body that explain it.
        columns: the columns that belong to it.
    """

    titles: list[tuple[int, int]] = field(default_factory=list)
    header: list[int] = field(default_factory=list)
    body: list[int] = field(default_factory=list)
    notes: list[int] = field(default_factory=list)
    columns: list[int] = field(default_factory=list)
    outer: list[tuple[int, int]] = field(default_factory=list)


def blocks_of(grid: Grid) -> list[Block]:
    """The blocks of a sheet in order, those side by side from left to right; each holds data."""
    stacked = _Stacker(grid).run()
    return [part for block in stacked if block.body for part in _beside(grid, block)]


def row_kind(grid: Grid, row: int) -> RowKind:
    """What a row is by its own cells: one line of text, words in several columns, times only, or data."""
    cells = grid.rows[row]
    texts = [(column, tidy(cell.text)) for column, cell in cells.items()]
    kinds = [kind_of(cell.text) for cell in cells.values()]
    if "number" not in kinds and "missing" not in kinds:
        if _NOTE.match(texts[0][1]) and (len(texts) == 1 or len(texts[0][1]) > 12):
            return "note"
        if len(texts) == 1:
            return "line"
        titles = sum(_TITLE_CELL.match(text) is not None for _, text in texts)
        return "title" if titles and (len(texts) == 2 or 2 * titles >= len(texts)) else "words"
    if len(texts) > 1 and _is_filler([text for _, text in texts]):
        return "filler"
    numbers = [text for (_, text), kind in zip(texts, kinds, strict=True) if kind != "words"]
    beside = any(whole_when(text) for (_, text), kind in zip(texts, kinds, strict=True) if kind == "words")
    if all(_TIME.fullmatch(text) for text in numbers) and (beside or (len(numbers) >= 2 and _runs(numbers))):
        return "times"
    if len(texts) == 1 and kinds == ["number"] and whole_when(texts[0][1]):
        return "line"
    return "data"


@dataclass(slots=True)
class _Stacker:
    """Goes down the rows, opening a block at each header."""

    grid: Grid
    done: list[Block] = field(default_factory=list)
    block: Block = field(default_factory=Block)
    signature: tuple[str, ...] = ()

    def run(self) -> list[Block]:
        previous = None
        for row in self.grid.rows:
            kind = row_kind(self.grid, row)
            gap = previous is not None and row - previous > 1
            if self.block.body or self.block.notes:
                self._below(row, kind, gap)
            else:
                self._above(row, kind, gap)
            previous = row
        self.done.append(self.block)
        return self.done

    def _above(self, row: int, kind: RowKind, gap: bool) -> None:
        """Before the first row of data."""
        block = self.block
        first = min(self.grid.rows[row])
        if kind in ("line", "title", "note") and not (kind == "line" and block.header):
            block.titles += [(row, column) for column in self.grid.rows[row]]
        elif kind == "line":
            label = read_label(self._text(row))
            alone = gap and not label.phrase and (label.units or label.aspect)
            if alone or (first <= self._stub_column() and not self.grid.cell(row, first + 1)):
                block.body.append(row)
            else:
                block.header.append(row)
        elif (kind == "words" and self._may_head(row)) or (kind == "times" and self._opens_columns(row)):
            block.header.append(row)
        elif kind == "filler" and block.header:
            pass
        else:
            block.body.append(row)

    def _may_head(self, row: int) -> bool:
        """Words above the numbers are a header, unless names stand below 企业名称, codes below 代码."""
        if len(self.block.header) >= _DEEPEST:
            return False
        return not any(self._names_below(head, row) for head in self.block.header)

    def _names_below(self, head: int, row: int) -> bool:
        for column, cell in self.grid.rows[row].items():
            above = self.grid.rows[head].get(column)
            if above is None or column_class(tidy(above.text)) is None:
                continue
            text = tidy(cell.text)
            label = read_label(cell.text)
            told = column_class(text) or column_class(tidy(above.text) + text)
            if not told and not text.isascii() and (label.phrase or label.when):
                return True
        return False

    def _below(self, row: int, kind: RowKind, gap: bool) -> None:
        """After the first row of data."""
        block = self.block
        if kind in ("words", "times") and self._repeats(row) and not self._titled_anew():
            self._drop_trailing_lines()
        elif kind in ("words", "times") and (self._repeats(row) or self._is_header(row, kind)):
            self._open(row)
        elif (
            kind == "title"
            or kind == "note"
            or (block.notes and kind in ("line", "words") and not gap)
            or (kind == "line" and (gap or block.notes) and _CAPTION.match(self._text(row)))
        ):
            block.notes.append(row)
        elif kind == "filler" and not block.body:
            pass
        else:
            if block.notes and kind in ("data", "times"):
                block.body += [r for r in block.notes if row_kind(self.grid, r) == "line"]
                block.notes = [r for r in block.notes if row_kind(self.grid, r) != "line"]
            block.body.append(row)

    def _open(self, row: int) -> None:
        """A new block whose header begins here; the lines since the last data are its titles."""
        old, lines = self.block, self._trailing_lines()
        old.body = [r for r in old.body if r not in lines]
        old.notes = [r for r in old.notes if r not in lines]
        self.done.append(old)
        titles = [(r, column) for r in lines for column in self.grid.rows[r]]
        self.block = Block(titles=titles, header=[row], outer=old.outer or old.titles)

    def _trailing_lines(self) -> list[int]:
        """Lines after the last row of data that belong to what follows: below a gap, or a caption and on."""
        rows = sorted([*self.block.body, *self.block.notes])
        trailing: list[int] = []
        for row in reversed(rows):
            if row_kind(self.grid, row) not in ("line", "title", "words"):
                break
            trailing.insert(0, row)
        for before, after in pairwise([*(r for r in rows if r not in trailing)][-1:] + trailing):
            if after - before > 1 or _CAPTION.match(self._text(after)):
                return [r for r in trailing if r >= after]
        return trailing

    def _titled_anew(self) -> bool:
        """表二 and its name above the same header open another table, 续表 and the old title do not."""
        old = {tidy(cell.text) for at in self.block.titles if (cell := self.grid.cell(*at))}
        lines = [self._text(row) for row in self._trailing_lines()]
        return any(_NUMBERED.match(line) and line not in old for line in lines)

    def _drop_trailing_lines(self) -> None:
        """续表 and the title again, above a repeated header, are no rows of the body."""
        while self.block.body and row_kind(self.grid, self.block.body[-1]) in ("line", "title"):
            self.block.notes.append(self.block.body.pop())

    def _repeats(self, row: int) -> bool:
        own = self._texts(row)
        return len(own) > 1 and any(own == self._texts(head) for head in self.block.header)

    def _is_header(self, row: int, kind: RowKind) -> bool:
        """Words stand where the block has numbers, and numbers follow below."""
        cells = self.grid.rows[row]
        if kind == "times":
            label = self._text(row)
            return column_class(label) is not None
        numeric = self._numeric_columns()
        over = [column for column in cells if column in numeric]
        headed = column_class(self._text(row)) is not None
        return (len(over) >= 2 and (headed or 2 * len(over) > len(numeric))) or (len(over) >= 1 and headed)

    def _numeric_columns(self) -> set[int]:
        """Columns that show numbers in one of the last rows of data."""
        found: set[int] = set()
        for row in self.block.body[-_LOOK_BACK:]:
            found |= {c for c, cell in self.grid.rows[row].items() if kind_of(cell.text) == "number"}
        return found

    def _opens_columns(self, row: int) -> bool:
        """Times head columns of their own: no single column's header stands right above them."""
        heads = [head for head in self.block.header if head < row]
        if not heads:
            return True
        times = [c for c, cell in self.grid.rows[row].items() if kind_of(cell.text) == "number"]
        above = {self.grid.origin(heads[-1], column) for column in times if self.grid.cell(heads[-1], column)}
        return len(above) < len(times)

    def _stub_column(self) -> int:
        return min((min(self.grid.rows[row]) for row in self.block.header), default=0)

    def _texts(self, row: int) -> tuple[str, ...]:
        return tuple(tidy(cell.text) for cell in self.grid.rows[row].values())

    def _text(self, row: int) -> str:
        cells = self.grid.rows[row]
        return tidy(cells[min(cells)].text)


def _beside(grid: Grid, block: Block) -> Iterator[Block]:
    """The block's columns, cut where the header of its first column stands again over words."""
    used: set[int] = set()
    sample = block.body if len(block.body) <= _SAMPLE else block.body[:: len(block.body) // _SAMPLE]
    for row in (*block.header, *sample):
        used |= grid.rows[row].keys()
    columns = sorted(used)
    cuts = [c for c in _twins(grid, block, columns) if c != columns[0]]
    if not cuts:
        block.columns = columns
        yield block
        return
    edges = [columns[0], *cuts, columns[-1] + 1]
    for left, right in pairwise(edges):
        inside = [c for c in columns if left <= c < right]
        titles = [
            (r, c)
            for r, c in block.titles
            if left <= c < right or (c < cuts[0] and _is_over(grid, r, c, left))
        ]
        yield Block(titles, block.header, block.body, block.notes, inside, block.outer)


def _twins(grid: Grid, block: Block, columns: Sequence[int]) -> list[int]:
    for head in reversed(block.header):
        cell = grid.cell(head, columns[0])
        label = tidy(cell.text) if cell else ""
        if not label or label in words("serial"):
            continue
        again = []
        for column in columns[1:]:
            other = grid.cell(head, column)
            alike = other is not None and tidy(other.text) == label and grid.origin(head, column)[1] == column
            if alike and _mostly_words(grid, block, column):
                again.append(column)
        return again
    return []


def _mostly_words(grid: Grid, block: Block, column: int) -> bool:
    kinds = [kind_of(cell.text) for row in block.body[:_SAMPLE] if (cell := grid.rows[row].get(column))]
    return 2 * kinds.count("words") > len(kinds) or all(
        whole_when(tidy(grid.rows[row][column].text))
        for row in block.body[:_SAMPLE]
        if column in grid.rows[row]
    )


def _is_over(grid: Grid, row: int, column: int, left: int) -> bool:
    """A title over the whole of a twin: merged as far as its second half, or alone in its row."""
    last = grid.spans.get((row, column))
    return (last is None and len(grid.rows[row]) == 1) or (last is not None and last[1] >= left)


def _is_filler(texts: Sequence[str]) -> bool:
    """甲 乙 1 2 3: names of the columns for those who fill in the form."""
    rest = [text.strip("（）()") for text in texts]
    while rest and rest[0] in _STEMS:
        rest = rest[1:]
    if not rest or not all(text.isdecimal() for text in rest):
        return False
    numbers = [int(text) for text in rest]
    first = numbers[0]
    return first in (0, 1, 2) and numbers == list(range(first, first + len(numbers))) and len(numbers) >= 2


def _runs(times: Sequence[str]) -> bool:
    """The times go up or down, perhaps once for each group of columns: 2022 2023 2022 2023."""
    numbers = [int(re.sub(r"\D", "", text) or 0) for text in times]
    steps = {b - a for a, b in pairwise(numbers)}
    return 0 not in steps and (len({s > 0 for s in steps}) == 1 or len(set(numbers)) * 2 <= len(numbers))


_LOOK_BACK = 30
_DEEPEST = 12  # rows of a header; no table of a bureau has more
_SAMPLE = 200
_STEMS = ("甲", "乙", "丙", "丁", "栏次")
_TIME = deferred(r"(?:19|20)\d\d(?:[-/.]?(?:0?[1-9]|1[0-2]))?年?")
_NOTE = deferred(
    r"^[（(【*※]?(?:资料来源|数据来源|来源|资料出处|注释?|附注|备注|说明|附记|填表说明|本表|表中|Source"
    r"|Note)s?\s*\d*[:：.、)）】\s]|^[（(]?注\d|^本表|^表中"
    r"|^[①-⑳*※▲].{6,}[。；]?$"
)
_TITLE_CELL = deferred(
    r"^[（(]?(?:计量|计算|货币|数据|金额)?单位\s*[:：]|^(?:填报|制表|填表|编报|报送|综合机关|表\s*号"
    r"|制定机关|批准|文号|有效期|统计时间|时间|报告期|所属期|日期|地区|数据库|指标)(?:单位|部门|机关|人"
    r"|日期)?[:：]"
)
_NUMBERED = deferred(r"^附?表\s*[\dA-Z一二三四五六七八九十]+(?:[-—.]\d+)*[\s、：:.]*[一-鿿]{2}(?!.*续)")
_CAPTION = deferred(
    r"^(?:续?附?表|图|附件|专栏)\s*[\dA-Z一二三四五六七八九十]|^[（(]?[一二三四五六七八九十]{1,3}[、)）]"
    r"|^.{6,40}(?:表|情况|指标)$"
)
