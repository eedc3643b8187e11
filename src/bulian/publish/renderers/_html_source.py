"""Excerpts of the sources in HTML: quotes on a tint, numbers in bold, an anchor for every fact."""

from html import escape

from bulian.publish.paper import Excerpt, Grid, GridCell, Line
from bulian.publish.renderers._renderer import printable
from bulian.publish.wording import Wording

Range = tuple[int, int]


def excerpt_html(excerpt: Excerpt, title: str, words: Wording) -> str:
    """One document: its title, the lines and the rows of tables around what is cited."""
    lines = "".join(_line(line, words) for line in excerpt.lines)
    grids = "".join(_grid(grid) for grid in excerpt.grids)
    text = f'<div class="prose q" lang="{excerpt.script}">{lines}</div>' if lines else ""
    return f'<article class="source" id="d-{escape(excerpt.doc)}"><h3>{title}</h3>{text}{grids}</article>'


def fact_anchor(fact_id: str) -> str:
    """The id under which a fact's number stands in its excerpt."""
    return f"s-{escape(fact_id)}"


def _line(line: Line, words: Wording) -> str:
    gap = f'<p class="gap">{words["paper.continued"]}</p>' if line.gap else ""
    number = f'<span class="no">{line.number}</span>' if line.number else ""
    on = ' class="on"' if line.quotes else ""
    return f"{gap}<p{on}>{number}{_marked(line)}</p>"


def _marked(line: Line) -> str:
    """The line with its quotes on a tint; overlapping ones are joined."""
    values = _merged_values(line.values)
    quotes = _merged([*line.quotes, *((start, end) for start, end, _ in values)])
    parts, at = [], 0
    for start, end in quotes:
        inside = [value for value in values if start <= value[0] < end]
        parts += [
            _plain(line.text[at:start]),
            f"<mark>{_with_values(line.text, (start, end), inside)}</mark>",
        ]
        at = end
    return "".join([*parts, _plain(line.text[at:])])


def _with_values(text: str, span: Range, values: list[tuple[int, int, tuple[str, ...]]]) -> str:
    parts, at = [], span[0]
    for start, end, ids in values:
        anchors = "".join(f'<i id="{fact_anchor(one)}"></i>' for one in ids[1:])
        bold = f'<b id="{fact_anchor(ids[0])}">{anchors}{_plain(text[start:end])}</b>'
        parts += [_plain(text[at:start]), bold]
        at = end
    return "".join([*parts, _plain(text[at : span[1]])])


def _merged(ranges: list[Range]) -> list[Range]:
    merged: list[Range] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _merged_values(values: tuple[tuple[int, int, str], ...]) -> list[tuple[int, int, tuple[str, ...]]]:
    ranges = _disjoint([(start, end) for start, end, _ in values])
    inside = {
        span: [fact for start, _, fact in values if span[0] <= start < max(span[1], span[0] + 1)]
        for span in ranges
    }
    return [(start, end, tuple(dict.fromkeys(inside[start, end]))) for start, end in ranges]


def _disjoint(ranges: list[Range]) -> list[Range]:
    """Overlapping ranges joined; ranges that only touch stay apart."""
    joined: list[Range] = []
    for start, end in sorted(ranges):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _grid(grid: Grid) -> str:
    head = "".join(f'<th scope="col" class="no">{column}</th>' for column in grid.columns)
    rows = "".join(_row(name, cells, len(grid.columns)) for name, cells in grid.rows)
    caption = f'<caption class="n">{_plain(grid.sheet)}</caption>'
    return (
        f'<div class="sheet" tabindex="0"><table>{caption}<thead><tr><th></th>{head}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _row(name: str, cells: tuple[GridCell, ...], width: int) -> str:
    if not cells:
        return f'<tr class="gap"><th></th><td colspan="{width}">……</td></tr>'
    return f'<tr><th scope="row" class="no">{name}</th>{"".join(map(_cell, cells))}</tr>'


def _cell(cell: GridCell) -> str:
    kind = "q on" if cell.fact_ids else "q meaning" if cell.header else "q"
    if not cell.fact_ids:
        return f'<td class="{kind}">{_plain(cell.text)}</td>'
    anchors = "".join(f'<i id="{fact_anchor(one)}"></i>' for one in cell.fact_ids[1:])
    text = f'<b id="{fact_anchor(cell.fact_ids[0])}">{anchors}{_plain(cell.text)}</b>'
    return f'<td class="{kind}"><mark>{text}</mark></td>'


def _plain(text: str) -> str:
    return escape(printable(text), quote=False)
