"""Notes of the desk as pages: the week of a task force, what was achieved; each entry a link to its row."""

from dataclasses import dataclass

from bulian.desk.notes import Item, Note
from bulian.publish.desk_note import (
    item_place,
    item_words,
    note_markdown,
    note_title,
    over_words,
    part_title,
    what_is_due,
)
from bulian.publish.site.desk import person, register_name, row_link
from bulian.publish.site.site import Site
from bulian.vocab.registers import registers


@dataclass(frozen=True, slots=True)
class Entry:
    """One dated entry: its words, the page of its row, and its lines of the journal."""

    day: str
    told: str
    link: str
    place: str
    made_up: bool


def note_view(site: Site, note: Note, title: str) -> dict[str, object]:
    """A note: its title, its parts with their entries, what is due at its end, the task forces to choose.

    Args:
        title: "week" or "achieved".
    """
    chains = {row.get("chain") for row in site.answers.desk.rows["forces"] if row.get("chain")}
    return {
        "title": note_title(note, site.words, title), "chain": note.chain, "chains": sorted(chains),
        "parts": [
            (part_title(part, site.words), [_entry(site, one) for one in part.items]) for part in note.parts
        ],
        "due": [
            {
                "register": register_name(registers()[one.register], site.lang), "row": one.row,
                "link": row_link(site, one.register, one.row), "what": what_is_due(one, site.words),
                "over": over_words(one, site.words), "who": person(site, one.who),
            }
            for one in note.due
        ],
    }  # fmt: skip


def note_file(site: Site, note: Note, title: str, name: str) -> tuple[str, bytes]:
    """The note as the Markdown that the command writes."""
    text = note_markdown(note, site.answers.desk.persons, site.words, title)
    return f"{name}_{note.span.last.isoformat()}.md", text.encode()


def _entry(site: Site, one: Item) -> Entry:
    told = item_words(one, site.answers.desk.persons, site.words)
    link = row_link(site, one.row.register, one.row.key)
    return Entry(one.day, told, link, f"journal/{item_place(one)}", one.row.synthetic)
