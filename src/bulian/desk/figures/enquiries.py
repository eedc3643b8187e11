"""Enquiries of investors: how many wait, and how long an answer takes."""

from bulian.desk.figures import Rows
from bulian.desk.figures._figure import Derived
from bulian.desk.figures.problems import answering


def figures(rows: Rows, day: str) -> list[Derived]:
    """未答复 and 答复用时 (median days)."""
    return answering(rows.get("enquiries", ()), "asked_on")


FIGURES = figures
