"""Numbers of a paper as cells: printed ones on the sheet of data, computed ones as formulas over them."""

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from bulian.publish.figure import Counted, Facts, Figure, Formula, Recorded, Stated
from bulian.publish.numbering import inlines
from bulian.publish.numbers import MINUS
from bulian.publish.paper import Paper
from bulian.publish.wording import Wording

# What each formula is in Excel; the letters are the base values of its parts.
_EXCEL = {
    "required_growth": "(({a}/{b})^(1/{c})-1)*100",
    "required_step": "({a}-{b})/{c}",
    "difference": "({a}-{b})/{b}*100",
    "difference_in_points": "{a}-{b}",
    "share_of_whole": "{a}/{b}*100",
    "progress": "({a}-{b})/({c}-{b})*100",
    "points": "MAX(0,MIN({b},{b}*({a}-{c})/({d}-{c})))",
    "points_of_base": "{a}/{c}*{b}",
}
_NUMBER, _BASE, _RESULT = "D", "G", "C"


class Ledger:
    """The cell of every number that a paper prints.

    Attributes:
        leaves: (figure, number as printed, what it is multiplied by to base units), a row each from row 2.
        results: computed figures, likewise.
    """

    def __init__(self, data: str, formulas: str, paper: Paper, words: Wording) -> None:
        self._data, self._formulas, self._words = data, formulas, words
        self.leaves: list[tuple[Figure, Decimal, Decimal]] = []
        self.results: list[Figure] = []
        self._rows: dict[tuple[object, ...], int] = {}
        for node in (*paper.lead, *inlines(paper.sections), *inlines_of_files(paper)):
            if isinstance(node, Figure):
                self._enter(node)

    def _enter(self, figure: Figure) -> None:
        if isinstance(figure.trace, Formula):
            for part in figure.trace.parts:
                self._enter(part)
        number = printed_number(figure)
        if number is None or _key(figure) in self._rows:
            return
        if isinstance(figure.trace, Formula):
            self.results.append(figure)
            self._rows[_key(figure)] = len(self.results) + 1
        else:
            self.leaves.append((figure, number, _factor(figure, number)))
            self._rows[_key(figure)] = len(self.leaves) + 1

    def holds(self, figure: Figure) -> bool:
        """Whether the figure is one number, which a cell can hold."""
        return _key(figure) in self._rows

    def at(self, figure: Figure) -> str:
        """The cell that holds the figure as it is printed."""
        computed = isinstance(figure.trace, Formula)
        sheet, column = (self._formulas, _RESULT) if computed else (self._data, _NUMBER)
        return f"'{sheet}'!{column}{self._rows[_key(figure)]}"

    def formula(self, figure: Figure) -> str:
        """The arithmetic over the cells of its parts; "" where Excel has none for it."""
        if not isinstance(figure.trace, Formula) or not all(map(self.holds, figure.trace.parts)):
            return ""
        parts = [self._base(part) for part in figure.trace.parts]
        if figure.trace.name == "sum":
            return "+".join(parts)
        known = _EXCEL.get(figure.trace.name)
        return known.format(**dict(zip("abcdef", parts, strict=False))) if known else ""

    def _base(self, part: Figure) -> str:
        if isinstance(part.trace, Formula):
            return self.at(part)
        return f"'{self._data}'!{_BASE}{self._rows[_key(part)]}"

    def shown(self, figure: Figure) -> float:
        """The number that a program shows which computes nothing."""
        return float(printed_number(figure) or 0)

    def trace(self, figure: Figure) -> str:
        """What stands behind a printed number: its fact, or what was counted, recorded or stated."""
        match figure.trace:
            case Facts(ids):
                return ids[0]
            case Counted(what):
                return self._words[f"xlsx.count_{what}"]
            case Recorded(where) | Stated(where):
                return where
            case _:
                return ""


def inlines_of_files(paper: Paper) -> Iterator[object]:
    """The nodes of the table of files."""
    for row in paper.files.rows:
        for cell in row:
            yield from (*cell.text, *cell.note)


def printed_number(figure: Figure) -> Decimal | None:
    """The digits that are printed, as a number; None for ranges, ranks in words and classes."""
    if isinstance(figure.value, tuple):
        return None
    text = figure.text.replace(MINUS, "-").replace(",", "").lstrip("+")
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def number_format(figure: Figure) -> str:
    """Excel's format code that prints a number with the decimals, sign and unit that the paper has.

    >>> from bulian.publish.figure import Facts
    >>> number_format(Figure(Decimal(30980000000), "309.8", Facts(("1",)), "约", "亿元"))
    '0.0"亿元"'
    """
    decimals = len(figure.text.partition(".")[2])
    digits = ("#,##0" if "," in figure.text else "0") + ("." + "0" * decimals if decimals else "")
    unit = figure.unit.replace('"', "").strip()
    whole = digits + (f'"{unit}"' if unit else "")
    return f"+{whole};-{whole};{whole}" if figure.text.startswith("+") else whole


def _factor(figure: Figure, number: Decimal) -> Decimal:
    """What the printed number is multiplied by to be in base units."""
    if isinstance(figure.value, tuple) or not number or not figure.value:
        return Decimal(1)
    return figure.value / number


def _key(figure: Figure) -> tuple[object, ...]:
    return figure.trace, figure.text, figure.unit
