"""The monthly table of matching (产融对接月度表) as a workbook: the funnel, who gets what, and why not."""

from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from bulian.plan.match.funnel import Stage
from bulian.plan.match.matched import Matched
from bulian.publish.matching import rows
from bulian.publish.spreadsheet import write_sheet
from bulian.publish.wording import wording


@dataclass(frozen=True, slots=True)
class Monthly:
    """What the workbook is written from.

    Attributes:
        month: its funnel; whole: that of all time.
    """

    matched: Matched
    month: tuple[Stage, ...]
    whole: tuple[Stage, ...]


def match_sheets_xlsx(told: Monthly, *, lang: str, now: str) -> bytes:
    """The workbook; the same input gives the same bytes. A cell holds text alone, never a formula.

    Args:
        lang: "zh" or "en". now: the time of writing, ISO 8601.
    """
    import xlsxwriter

    words, matching = wording(lang), told.matched.matching
    lines = {
        "funnel": rows.monthly(told.month, told.whole, words),
        "placed": rows.placed(matching, words),
        "unfunded": rows.unfunded(matching, words),
        "parity": rows.parity(matching, words),
        "taken": rows.taken(told.matched, words),
        "pairs": rows.pairs(matching.verdicts, words),
        "rows": rows.rows_to_mend(told.matched.wrongs, words),
    }
    seal = words["match.seal"] if told.matched.synthetic else ""
    kept = BytesIO()
    with xlsxwriter.Workbook(kept, {"in_memory": True, "strings_to_formulas": False}) as book:
        book.set_properties({"created": datetime.fromisoformat(now).replace(tzinfo=None)})
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        wrap = book.add_format({"text_wrap": True, "valign": "top"})
        for key, told_lines in lines.items():
            sheet = book.add_worksheet(f"{words[f'match_sheet.{key}']}{seal}")
            write_sheet(sheet, rows.heads(key, words), told_lines, (bold, wrap))
    return kept.getvalue()
