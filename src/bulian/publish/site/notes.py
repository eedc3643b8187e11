"""The method notes that ship with the program: one text for the documentation and for the pages."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Summary:
    """What a Chinese reader is told of a note first, before its English text."""

    title: str
    computes: str
    convention: str
    threshold: str
    source: str


@cache
def notes() -> dict[str, str]:
    """Every note as Markdown, by the name of its file, in the order of the names."""
    return {path.stem: path.read_text("utf-8") for path in sorted(_folder().glob("*.md"))}


@cache
def summaries() -> dict[str, Summary]:
    """The Chinese summary of every note, by the name of its file."""
    told = tomllib.loads((_folder() / "zh.toml").read_text("utf-8"))
    return {key: Summary(**parts) for key, parts in told.items()}


def title_in(lang: str, key: str) -> str:
    """What a note is called in a language."""
    return summaries()[key].title if lang == "zh" else title_of(notes()[key])


def _folder() -> Path:
    inside = Path(str(files("bulian"))) / "methods"
    return inside if inside.is_dir() else Path(__file__).parents[4] / "docs" / "methods"


def title_of(note: str) -> str:
    """The first heading of a note.

    >>> title_of("# Does it add up\\n\\nText")
    'Does it add up'
    """
    return note.partition("\n")[0].lstrip("# ").strip()
