"""Achievements (成果) of a month, quarter or year, written from entries with a day and evidence."""

from bulian.desk.notes import Note
from bulian.publish.site.notes_of_desk import note_file, note_view
from bulian.publish.site.page import Asked, Page
from bulian.publish.site.site import Site


def _fill(site: Site, asked: Asked) -> dict[str, object]:
    return {**note_view(site, _note(site, asked), "achieved"), "on": _period(site, asked)}


def _file(site: Site, asked: Asked) -> tuple[str, bytes]:
    return note_file(site, _note(site, asked), "achieved", site.words["notes.achievements"])


def _note(site: Site, asked: Asked) -> Note:
    return site.answers.achievements(asked.get("chain", "").strip(), _period(site, asked))


def _period(site: Site, asked: Asked) -> str:
    """The period asked for; the year of the day that the page is of, by default."""
    return asked.get("on", "").strip() or site.answers.desk.day[:4]


PAGE = Page("achievements", "/achievements", _fill, in_house=True, file=_file)
