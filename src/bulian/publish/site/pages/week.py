"""The week of a task force (周报), written from dated entries; what is due at its end."""

from bulian.desk.notes import Note
from bulian.publish.site.notes_of_desk import note_file, note_view
from bulian.publish.site.page import Asked, Page
from bulian.publish.site.site import Site


def _fill(site: Site, asked: Asked) -> dict[str, object]:
    return {**note_view(site, _note(site, asked), "week"), "on": asked.get("on", "").strip()}


def _file(site: Site, asked: Asked) -> tuple[str, bytes]:
    return note_file(site, _note(site, asked), "week", site.words["notes.week"])


def _note(site: Site, asked: Asked) -> Note:
    return site.answers.week(asked.get("chain", "").strip(), asked.get("on", "").strip())


PAGE = Page("week", "/week", _fill, in_house=True, file=_file)
