"""What the terminal says, in the language asked for. The wording lies in `words/`, a file a subject."""

import os
import tomllib
from contextvars import ContextVar
from functools import cache
from importlib.resources import files

from bulian.errors import BadRequest

_chosen: ContextVar[str | None] = ContextVar("chosen", default=None)


def language() -> str:
    """The language of this command, "zh" or "en": `--lang`, else BULIAN_LANG, else Chinese."""
    return _chosen.get() or _known(os.environ.get("BULIAN_LANG") or "zh")


def speak(lang: str | None) -> str | None:
    """Use `lang` from here on; the callback of the `--lang` option, before or after the command."""
    if lang is not None:
        _chosen.set(_known(lang))
    return lang


def _known(lang: str) -> str:
    if lang not in ("zh", "en"):
        raise BadRequest(
            f"language {lang!r} is unknown. Choose zh or en.", f"不认识语言 {lang!r}。可选 zh 或 en。"
        )
    return lang


def say(key: str, **parts: object) -> str:
    """The wording of `key` with its parts filled in."""
    return _words()[key][language()].format(**parts)


@cache
def _words() -> dict[str, dict[str, str]]:
    words: dict[str, dict[str, str]] = {}
    for file in sorted((files("bulian.cli") / "words").iterdir(), key=lambda file: file.name):
        fresh = tomllib.loads(file.read_text("utf-8"))
        if twice := words.keys() & fresh.keys():
            raise AssertionError(f"{file.name} words {sorted(twice)} a second time")
        words |= fresh
    return words
