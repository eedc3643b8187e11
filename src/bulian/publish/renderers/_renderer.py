"""The card that registers a renderer, and what all of them need."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from bulian.publish.figure import Figure, Formula
from bulian.publish.numbering import Numbering
from bulian.publish.paper import Cite, Inline, Paper, See, Text, Words
from bulian.publish.wording import Wording

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Renderer:
    """A format: how a paper becomes bytes, and the file names it is for."""

    render: Callable[[Paper], bytes]
    suffixes: tuple[str, ...]


def printable(text: str) -> str:
    """The text without what no paper can hold: control characters and lone surrogates become U+FFFD."""
    return _UNPRINTABLE.sub("\ufffd", text)


def plain(text: Text) -> str:
    """All of a text in a line without its citations and cross-references."""
    return printable("".join(_plain(node) for node in text))


def _plain(node: Inline) -> str:
    match node:
        case Figure():
            return node.whole
        case Cite() | See():
            return ""
        case _:
            return node.text


def language_tag(lang: str) -> str:
    """The language of a paper as BCP 47."""
    return "zh-Hans" if lang == "zh" else lang


def section_number(number: int, words: Wording) -> str:
    """一, 二 … or 1, 2 …"""
    return words["numerals.section"].split()[number - 1]


def place_name(key: str, numbers: Numbering, words: Wording) -> str:
    """What a table or chart of the paper is called in running text: 表 2, Figure 1."""
    kind, number = numbers.places[key]
    return f"{words[f'paper.{kind}'].strip()} {number}"


def expression(figure: Figure, words: Wording) -> Text:
    """The formula of a computed figure with its parts filled in."""
    if not isinstance(figure.trace, Formula):
        return (figure,)
    if figure.trace.name == "sum":
        return tuple(node for part in figure.trace.parts for node in (Words(" + "), part))[1:]
    parts = dict(zip("abcdef", figure.trace.parts, strict=False))
    return words.say(f"formula.{figure.trace.name}", **parts)
