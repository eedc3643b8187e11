"""The paper as a spreadsheet: a sheet a table, whose numbers are formulas over one sheet of printed numbers.

Only the sheet of data holds typed numbers, each with the fact behind it: change one, and every table, share,
growth and sum that rests on it follows. The last sheet quotes the sources. Text is written as text, never as
a formula.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import Any

from bulian.publish.figure import Figure
from bulian.publish.numbering import Numbering, numbering
from bulian.publish.paper import Cite, Inline, NumberedTable, Paper, Quote, See, Text
from bulian.publish.renderers._ledger import Ledger, number_format
from bulian.publish.renderers._renderer import Renderer, expression, place_name, plain, printable
from bulian.publish.wording import Wording, wording

_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_LONGEST_NAME, _WIDEST = 31, 60
Formats = dict[str, Any]


class _Writer:
    """The workbook so far; `ledger` knows the cell of every number."""

    def __init__(self, paper: Paper, book: Any) -> None:
        self.paper, self.book = paper, book
        self.words: Wording = wording(paper.lang)
        self.numbers: Numbering = numbering(paper)
        self.ledger = Ledger(self.name("xlsx.data"), self.name("xlsx.formulas"), paper, self.words)
        base = {"font_size": 10.5, "text_wrap": True, "valign": "top"}
        self.text = book.add_format(base)
        self.head = book.add_format({**base, "bold": True, "top": 2, "bottom": 1})
        self.title = book.add_format({"font_size": 16, "bold": True})
        self.look = book.add_format({**base, "bg_color": "#F5E4D8"})
        self.formats: Formats = {}

    def name(self, key: str) -> str:
        return self.words[key]

    def whole(self) -> None:
        tables = list(self.tables())
        self.about([name for name, _ in tables])
        for name, table in tables:
            self.table(self.book.add_worksheet(name), table)
        self.data()
        self.computed()
        self.sources()

    def tables(self) -> Iterator[tuple[str, NumberedTable]]:
        """Every table with the name of its sheet, no two alike."""
        blocks = [block for section in self.paper.sections for block in section.blocks]
        found = [block for block in blocks if isinstance(block, NumberedTable)]
        for at, table in enumerate([*found, self.paper.files], start=1):
            label = f"{self.words['paper.table'].strip()}{at} {plain(table.caption)}"
            yield _FORBIDDEN.sub(" ", label)[:_LONGEST_NAME].strip(), table

    def about(self, names: list[str]) -> None:
        sheet = self.book.add_worksheet(self.name("xlsx.about"))
        sheet.set_column(0, 0, 100)
        sheet.write_string(0, 0, plain(self.paper.title), self.title)
        told = (plain(self.paper.subtitle), plain(self.paper.lead), self.words["xlsx.how"])
        for row, line in enumerate(told, start=1):
            sheet.write_string(row, 0, line, self.text)
        for row, name in enumerate(names, start=len(told) + 2):
            sheet.write_url(row, 0, f"internal:'{name}'!A1", string=name)

    def table(self, sheet: Any, table: NumberedTable) -> None:
        """Bound words and remarks stand in columns of their own, never in the cell of a number."""
        lines = [[part for cell in row for part in self.split(cell.text, cell.note)] for row in table.rows]
        heads = [head for column in table.columns for head in self.heads(column.title.text)]
        kept = [at for at in range(len(heads)) if at % 3 == 1 or any(_filled(line[at]) for line in lines)]
        for to, at in enumerate(kept):
            sheet.write_string(0, to, heads[at], self.head)
            widest = max([_width(heads[at]), *(_width(line[at]) for line in lines)])
            sheet.set_column(to, to, min(widest + 2, _WIDEST))
        for row, line in enumerate(lines, start=1):
            for to, at in enumerate(kept):
                self.cell(sheet, row, to, line[at])
        sheet.freeze_panes(1, 1)
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)

    def heads(self, title: str) -> tuple[str, str, str]:
        return f"{title}·{self.words['xlsx.bound']}", title, f"{title}·{self.words['xlsx.remark']}"

    def split(self, text: Text, note: Text) -> tuple[str | Figure, str | Figure, str | Figure]:
        """A cell as bound word, number or text, and remark."""
        figures = [node for node in text if isinstance(node, Figure)]
        if len(figures) == 1 and self.ledger.holds(figures[0]):
            rest = "".join(self.said(node) for node in text if node is not figures[0])
            remark = " ".join(part for part in (rest.strip(), self.line(note)) if part)
            return figures[0].before.strip(), figures[0], remark
        return "", self.line(text), self.line(note)

    def line(self, text: Text) -> str:
        return "".join(self.said(node) for node in text)

    def said(self, node: Inline) -> str:
        match node:
            case Cite(fact_ids):
                return "".join(f"[{n}]" for n in sorted({self.numbers.citation[fact] for fact in fact_ids}))
            case See(key):
                return place_name(key, self.numbers, self.words)
            case Quote(text):
                return printable(text)
            case _:
                return plain((node,))

    def cell(self, sheet: Any, row: int, column: int, held: str | Figure) -> None:
        if isinstance(held, Figure):
            formula = f"={self.ledger.at(held)}"
            sheet.write_formula(row, column, formula, self.format(held), self.ledger.shown(held))
        else:
            warn = self.words["mark.disagree"] in held
            sheet.write_string(row, column, held, self.look if warn else self.text)

    def format(self, figure: Figure) -> Any:
        code = number_format(figure)
        if code not in self.formats:
            made = {"font_size": 10.5, "valign": "top", "num_format": code}
            self.formats[code] = self.book.add_format(made)
        return self.formats[code]

    def data(self) -> None:
        """Every printed number once: its citation, bound, number, unit, and value in base units."""
        sheet = self.book.add_worksheet(self.name("xlsx.data"))
        self.start(sheet, "xlsx.data_heads", (8, 20, 10, 14, 14, 18, 20))
        for row, (figure, number, factor) in enumerate(self.ledger.leaves, start=1):
            cited = self.numbers.citation.get(self.ledger.trace(figure))
            sheet.write_string(row, 0, f"[{cited}]" if cited else "", self.text)
            sheet.write_string(row, 1, self.ledger.trace(figure), self.text)
            sheet.write_string(row, 2, figure.before.strip(), self.text)
            sheet.write_number(row, 3, float(number))
            sheet.write_string(row, 4, figure.unit.strip(), self.text)
            sheet.write_number(row, 5, float(factor))
            sheet.write_formula(row, 6, f"=D{row + 1}*F{row + 1}", None, float(number * factor))

    def computed(self) -> None:
        """Every computed number once, with its arithmetic in words and as a formula over the data."""
        sheet = self.book.add_worksheet(self.name("xlsx.formulas"))
        self.start(sheet, "xlsx.formula_heads", (8, 60, 18, 16))
        for row, figure in enumerate(self.ledger.results, start=1):
            said = self.line(expression(figure, self.words))
            sheet.write_string(row, 0, f"({row})", self.text)
            sheet.write_string(row, 1, f"{figure.whole} = {said}", self.text)
            formula = self.ledger.formula(figure)
            if formula:
                shown = self.ledger.shown(figure)
                sheet.write_formula(row, 2, f"={formula}", self.format(figure), shown)
            else:
                sheet.write_number(row, 2, float(self.ledger.shown(figure)), self.format(figure))
                sheet.write_string(row, 3, self.words["xlsx.by_method"], self.text)

    def sources(self) -> None:
        sheet = self.book.add_worksheet(self.name("xlsx.sources"))
        self.start(sheet, "xlsx.source_heads", (8, 20, 70, 60))
        row = 0
        for number, one in enumerate(self.paper.citations, start=1):
            for fact in one.fact_ids:
                row += 1
                quoted = self.words["citation.header_join"].join(quote.text for quote in one.quotes)
                for column, text in enumerate((f"[{number}]", fact, quoted, self.line(one.origin))):
                    sheet.write_string(row, column, printable(text), self.text)

    def start(self, sheet: Any, heads: str, widths: tuple[int, ...]) -> None:
        for column, (head, width) in enumerate(zip(self.words[heads].split("|"), widths, strict=True)):
            sheet.write_string(0, column, head, self.head)
            sheet.set_column(column, column, width)
        sheet.freeze_panes(1, 0)


def xlsx(paper: Paper) -> bytes:
    """The paper as an Excel workbook; same paper, same bytes."""
    import xlsxwriter

    kept = BytesIO()
    with xlsxwriter.Workbook(kept, {"in_memory": True, "strings_to_formulas": False}) as book:
        made_on = datetime.fromisoformat(paper.built_on[:10])
        book.set_properties({"title": plain(paper.title), "created": made_on})
        _Writer(paper, book).whole()
    return kept.getvalue()


def _filled(held: str | Figure) -> bool:
    return isinstance(held, Figure) or bool(held)


def _width(held: str | Figure) -> int:
    text = held.whole if isinstance(held, Figure) else held
    return sum(2 if ord(letter) > 0x2E80 else 1 for letter in text)


RENDERER = Renderer(render=xlsx, suffixes=(".xlsx",))
