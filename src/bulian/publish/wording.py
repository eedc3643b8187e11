"""The wording of papers and pages, from the files of `words/` that begin with the language's name.

No sentence stands in code.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from bulian.errors import BadRequest
from bulian.publish.paper import Inline, Text, Words

LANGUAGES = ("zh", "en")

_SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Wording:
    """All texts of one language, by "section.key"."""

    lang: str
    texts: Mapping[str, str]

    def __getitem__(self, key: str) -> str:
        return self.texts[key]

    def words(self, key: str) -> Words:
        """The text of `key`, which has no slots."""
        return Words(self.texts[key])

    def say(self, key: str, **parts: Inline | Text) -> Text:
        """The text of `key` with its slots filled in."""
        return tuple(_filled(self.texts[key], parts))

    def under(self, section: str) -> dict[str, str]:
        """All texts of a section, by key, longest key first."""
        prefix = f"{section}."
        found = {key.removeprefix(prefix): text for key, text in self.texts.items() if key.startswith(prefix)}
        return dict(sorted(found.items(), key=lambda item: -len(item[0])))


def wording(lang: str) -> Wording:
    """The wording of a language; refuses one that has none."""
    if lang not in LANGUAGES:
        raise BadRequest(
            f"No paper can be written in {lang!r}. Choose {' or '.join(LANGUAGES)}.",
            f"没有“{lang}”的文稿用语。可选 {'、'.join(LANGUAGES)}。",
        )
    return _load(lang)


def filled(template: str, **parts: str) -> str:
    """A template with strings in its slots, for labels that are no inline nodes."""
    return _SLOT.sub(lambda slot: parts[slot[1]], template)


@cache
def _load(lang: str) -> Wording:
    texts: dict[str, str] = {}
    for file in sorted((files("bulian.publish") / "words").iterdir(), key=lambda file: file.name):
        if file.name.startswith(f"{lang}."):
            sections: dict[str, dict[str, str]] = tomllib.loads(file.read_text("utf-8"))
            fresh = {
                f"{name}.{key}": text for name, section in sections.items() for key, text in section.items()
            }
            if twice := texts.keys() & fresh.keys():
                raise AssertionError(f"{file.name} words {sorted(twice)} a second time")
            texts |= fresh
    return Wording(lang, texts)


def _filled(template: str, parts: Mapping[str, Inline | Text]) -> Iterator[Inline]:
    place = 0
    for slot in _SLOT.finditer(template):
        if slot.start() > place:
            yield Words(template[place : slot.start()])
        part = parts[slot[1]]
        if isinstance(part, tuple):
            yield from part
        else:
            yield part
        place = slot.end()
    if place < len(template):
        yield Words(template[place:])
