"""The little Markdown that our method notes use, as HTML: headings, lists, tables, code, links."""

import re
from collections.abc import Callable, Iterator

from markupsafe import Markup, escape

_INLINE = re.compile(r"`([^`]+)`|\*\*(.+?)\*\*|\*([^*\s][^*]*)\*|\[([^\]]+)\]\(([^)\s]+)\)")
_RULE = re.compile(r"^\|[\s:|-]+\|$")

Linked = Callable[[str], str | None]
"""Gives the address of what a note links to; None for what has none here."""


def prose(text: str, linked: Linked) -> Markup:
    """The whole text without its first heading, which is the page's title."""
    blocks = re.split(r"\n\s*\n", text.strip())
    if blocks[0].startswith("# "):
        blocks[0] = blocks[0].partition("\n")[2]
    return Markup("\n").join(_block(one, linked) for one in _whole(blocks) if one.strip())


def _whole(blocks: list[str]) -> Iterator[str]:
    """Blocks, a fenced one with the blank lines inside it."""
    held: list[str] = []
    for block in blocks:
        held.append(block)
        if sum(line.startswith("```") for one in held for line in one.split("\n")) % 2 == 0:
            yield "\n\n".join(held)
            held = []
    yield from held


def _block(block: str, linked: Linked) -> Markup:
    lines = block.strip("\n").split("\n")
    if lines[0].startswith("```"):
        return Markup("<pre><code>{}</code></pre>").format("\n".join(lines[1:-1]))
    if lines[0].startswith("#"):
        depth = len(lines[0]) - len(lines[0].lstrip("#"))
        rest = _block("\n".join(lines[1:]), linked) if lines[1:] else Markup("")
        return Markup("<h{0}>{1}</h{0}>").format(depth, _inline(lines[0].lstrip("# "), linked)) + rest
    if len(lines) > 1 and _RULE.match(lines[1].strip()):
        return _table(lines, linked)
    if lines[0].startswith(("- ", "    ")) or re.match(r"\d+\. ", lines[0]):
        return _list(block, linked)
    return Markup("<p>{}</p>").format(_inline(" ".join(line.strip() for line in lines), linked))


def _list(block: str, linked: Linked) -> Markup:
    if block.startswith("    "):
        return Markup("<pre><code>{}</code></pre>").format(block)
    items = re.split(r"\n(?=- |\d+\. )", block)
    drawn = Markup("").join(
        Markup("<li>{}</li>").format(_inline(re.sub(r"^(?:- |\d+\. )", "", " ".join(one.split())), linked))
        for one in items
    )
    return Markup("<ul>{}</ul>").format(drawn)


def _table(lines: list[str], linked: Linked) -> Markup:
    head, *body = [_cells(line, linked) for line in (lines[0], *lines[2:]) if line.startswith("|")]
    return Markup('<div class="scroll"><table><thead>{}</thead><tbody>{}</tbody></table></div>').format(
        _row(head, "th"), Markup("").join(_row(cells, "td") for cells in body)
    )


def _row(cells: list[Markup], tag: str) -> Markup:
    return Markup("<tr>{}</tr>").format(
        Markup("").join(Markup("<{0}>{1}</{0}>").format(tag, cell) for cell in cells)
    )


def _cells(line: str, linked: Linked) -> list[Markup]:
    held = line.strip().strip("|").replace("\\|", "\0")
    return [_inline(cell.strip().replace("\0", "|"), linked) for cell in held.split("|")]


def _inline(text: str, linked: Linked) -> Markup:
    parts, place = [], 0
    for found in _INLINE.finditer(text):
        parts.append(escape(text[place : found.start()]))
        parts.append(_marked(found, linked))
        place = found.end()
    return Markup("").join((*parts, escape(text[place:])))


def _marked(found: re.Match[str], linked: Linked) -> Markup:
    code, strong, stressed, words, target = found.groups()
    if code is not None:
        return Markup("<code>{}</code>").format(code)
    if strong is not None:
        return Markup("<strong>{}</strong>").format(_inline(strong, linked))
    if stressed is not None:
        return Markup("<em>{}</em>").format(stressed)
    address = linked(target)
    inner = _inline(words, linked)
    return Markup('<a href="{}">{}</a>').format(address, inner) if address else inner
