"""The monthly table of matching (产融对接月度表) as a workbook: the funnel, who gets what, and why not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from bulian.plan.match.contradictions import Wrong
from bulian.plan.match.funnel import Stage
from bulian.plan.match.matching import Matching
from bulian.publish.matching import rows
from bulian.publish.spreadsheet import write_sheet
from bulian.publish.wording import wording


@dataclass(frozen=True, slots=True)
class Monthly:
    """What the workbook is written from.

    Attributes:
        month: its funnel; whole: that of all time. synthetic: everything is made up, which every sheet says.
    """

    matching: Matching
    month: tuple[Stage, ...]
    whole: tuple[Stage, ...]
    wrongs: Mapping[str, Sequence[Wrong]]
    synthetic: bool


def match_sheets_xlsx(told: Monthly, *, lang: str, now: str) -> bytes:
    """The workbook; the same input gives the same bytes. A cell holds text alone, never a formula.

    Args:
        lang: "zh" or "en". now: the time of writing, ISO 8601.
    """
    import xlsxwriter

    words = wording(lang)
    lines = {
        "funnel": rows.monthly(told.month, told.whole, words),
        "placed": rows.placed(told.matching, words),
        "unfunded": rows.unfunded(told.matching, words),
        "parity": rows.parity(told.matching, words),
        "pairs": rows.pairs(told.matching.verdicts, words),
        "rows": rows.rows_to_mend(told.wrongs, words),
    }
    seal = words["match.seal"] if told.synthetic else ""
    kept = BytesIO()
    with xlsxwriter.Workbook(kept, {"in_memory": True, "strings_to_formulas": False}) as book:
        book.set_properties({"created": datetime.fromisoformat(now).replace(tzinfo=None)})
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        wrap = book.add_format({"text_wrap": True, "valign": "top"})
        for key, told_lines in lines.items():
            sheet = book.add_worksheet(f"{words[f'match_sheet.{key}']}{seal}")
            write_sheet(sheet, rows.heads(key, words), told_lines, (bold, wrap))
    return kept.getvalue()
