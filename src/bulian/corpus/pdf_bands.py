"""Tables ruled flat (三线表 and tables with a rule under each row): where on a page they stand."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from bulian.corpus.lines import Glyph
from bulian.corpus.pdf_columns import Aligned
from bulian.corpus.pdf_grid import grid_of
from bulian.corpus.pdf_pieces import Print, prints_of
from bulian.corpus.pdf_rows import AMOUNT
from bulian.corpus.pdf_rules import Rule

_SAME_END = 5.0  # points within which two rules begin and end alike
_DOUBLE = 4.5  # points between the two strokes of a double rule
_WIDEST_PROSE = 0.7  # of the rules; a single piece that is wider is a line of prose
_FAR = 1.75  # times the widest step between rows, where a table that goes on has ended
_FIRST_STEP = 2.6  # type sizes from a header to the first row below it
_LONG = 10  # characters; a piece that is longer and fills its column is a line of prose
_FULL = 0.85  # of a column's width
_NUMERIC = 0.3  # share of amounts beyond the first column, in a table without a header
_OUTSIDE = re.compile(
    r"[（(【]?(?:续|附)?表\s*[\d一二三四五六七八九十]|[（(]?(?:计量)?单\s*位\s*[:：]|[注註]\s*[\d：:]|说明[：:]|"
    r".*[.．…·]{6}|(?:资料|数据)来源|(?:Table|Note|Source)\b"
)


@dataclass(frozen=True, slots=True)
class Open:
    """A table that had no rule below it when its page ended: its side edges, and where its columns part."""

    left: float
    right: float
    columns: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class _Region:
    """The lines of one table, band by band between its rules, and the partial rules among them."""

    left: float
    right: float
    top: float
    bottom: float
    bands: tuple[tuple[Print, ...], ...]


def banded_tables(
    glyphs: Sequence[Glyph], rules: Sequence[Rule], before: Open | None
) -> tuple[list[Aligned], Open | None]:
    """The tables between horizontal rules, from the top down, and the one that goes on over the page.

    Args:
        rules: the horizontal rules outside other tables, from the top down.
        before: the table that went on over the page before.
    """
    prints = prints_of(glyphs)
    found: list[Aligned] = []
    goes_on: Open | None = None
    families = _families(rules)
    if before is not None:
        rest, goes_on = _continued(prints, families, before)
        found += rest
        prints = _below(prints, rest[-1].bottom) if rest else prints
    for family in families:
        for region, is_open in _regions(prints, family):
            headed = len(region.bands) > 1
            table = grid_of(region.bands[0] if headed else (), region.bands[1:] if headed else region.bands)
            if table is None or not _is_table(region, table):
                continue
            found.append(replace(table, top=region.top, bottom=min(region.bottom, table.bottom)))
            prints = [line for line in prints if not region.bottom <= line.middle <= region.top]
            if is_open:
                goes_on = Open(region.left, region.right, table.columns)
    return sorted(found, key=lambda table: -table.top), goes_on


def _families(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Rules that begin and end alike, from the top down; the two strokes of a double rule count once."""
    families: list[list[Rule]] = []
    for rule in rules:
        home = next((family for family in families if _alike(family[0], rule)), None)
        if home is None:
            families.append([rule])
        elif home[-1].height - rule.height > _DOUBLE:
            home.append(rule)
    return families


def _alike(one: Rule | Open, other: Rule | Open) -> bool:
    return abs(one.left - other.left) <= _SAME_END and abs(one.right - other.right) <= _SAME_END


def _regions(prints: Sequence[Print], family: Sequence[Rule]) -> list[tuple[_Region, bool]]:
    """The regions that may be tables, and whether each goes on below the page's last line."""
    between = [_within(prints, upper, lower) for upper, lower in pairwise(family)]
    closed = []
    for run in _runs(prints, family, between):
        bands = tuple(between[number] for number in run if between[number])
        top, bottom = family[run[0]].height, family[run[-1] + 1].height
        closed.append(_Region(family[0].left, family[0].right, top, bottom, bands))
    regions = [(region, False) for region in closed]
    last = family[-1]
    below = _going_on(prints, last)
    if below and closed and closed[-1].bottom == last.height and len(closed[-1].bands) == 1:
        bottom = below[-1].middle - below[-1].size / 2
        regions[-1] = replace(closed[-1], bottom=bottom, bands=(*closed[-1].bands, below)), True
    return regions


def _runs(
    prints: Sequence[Print], family: Sequence[Rule], between: Sequence[tuple[Print, ...]]
) -> list[list[int]]:
    """The numbers of the bands that follow each other in one table."""
    runs: list[list[int]] = [[]]
    for number, band in enumerate(between):
        blank = bool(runs[-1]) and not _between(prints, family[number], family[number + 1])
        if blank or _may_belong(band, family[0], [between[n] for n in runs[-1]]):
            runs[-1].append(number)
        elif runs[-1]:
            runs.append([])
    for run in runs:
        while run and _is_single(between[run[-1]]):
            run.pop()
    return [run for run in runs if run]


def _within(prints: Sequence[Print], upper: Rule, lower: Rule) -> tuple[Print, ...]:
    lines = _between(prints, upper, lower)
    return tuple(line for line in lines if line.right > upper.left and line.left < upper.right)


def _between(prints: Sequence[Print], upper: Rule, lower: Rule) -> list[Print]:
    return [line for line in prints if lower.height < line.middle < upper.height]


def _may_belong(band: Sequence[Print], edge: Rule, before: Sequence[Sequence[Print]]) -> bool:
    """Whether what stands between two rules may be rows of a table."""
    if not band:
        return False
    if any(_OUTSIDE.match(line.text) or _is_prose(line, edge) for line in band):
        return False
    if any(line.left < edge.left - 2 * line.size or line.right > edge.right + 2 * line.size for line in band):
        return False
    # A single piece is the heading of a group where each row has its rule; elsewhere it is a caption.
    return not _is_single(band) or bool(before and len(before) > 1 and len(before[-1]) <= len(band))


def _is_single(band: Sequence[Print]) -> bool:
    return all(len(line.pieces) == 1 for line in band)


def _is_prose(line: Print, edge: Rule | Open) -> bool:
    return len(line.pieces) == 1 and line.right - line.left > _WIDEST_PROSE * (edge.right - edge.left)


def _going_on(prints: Sequence[Print], rule: Rule) -> tuple[Print, ...]:
    """The lines below a page's last rule, as far as they are near each other; () where prose follows."""
    lines = [line for line in prints if line.middle < rule.height]
    step, kept = 0.0, list[Print]()
    height = rule.height
    for line in lines:
        drop = height - line.middle
        if drop > (max(_FAR * step, 1.5 * line.size) if step else _FIRST_STEP * line.size):
            break
        if _OUTSIDE.match(line.text) or _is_prose(line, rule):
            return ()
        step = max(step, drop) if kept else 0.0
        height = line.middle
        kept.append(line)
    several = [line for line in kept if len(line.pieces) > 1]
    return tuple(kept) if several and len(several) >= 0.4 * len(kept) else ()


def _continued(
    prints: Sequence[Print], families: Sequence[Sequence[Rule]], before: Open
) -> tuple[list[Aligned], Open | None]:
    """The rest of a table that went on over the page, down to its last rule or to the page's end."""
    family = next((family for family in families if _alike(family[0], before)), None)
    end = family[0].height if family else None
    lines = [line for line in prints if end is None or line.middle > end]
    kept = _fitting(lines, before)
    if not kept or (end is not None and kept[-1] is not lines[-1]):
        return [], None
    table = grid_of((), (kept,), before.columns)
    if table is None:
        return [], None
    bottom = kept[-1].middle - kept[-1].size / 2 if end is None else end
    goes_on = before if end is None and kept[-1] is _last_near(lines, kept) else None
    return [replace(table, bottom=min(bottom, table.bottom))], goes_on


def _fitting(lines: Sequence[Print], before: Open) -> list[Print]:
    """The lines that keep to the columns of a table, without what stands far above or below them."""
    if len(lines) < 2:
        return list(lines)
    usual = median(upper.middle - lower.middle for upper, lower in pairwise(lines))
    kept: list[Print] = []
    for line in lines:
        far = kept and kept[-1].middle - line.middle > _FAR * usual
        if far and len(kept) > 1:
            break
        if far:
            kept = []
        crosses = any(piece.left < x < piece.right for piece in line.pieces for x in before.columns)
        if _OUTSIDE.match(line.text) or _is_prose(line, before) or (crosses and len(line.pieces) > 1):
            break
        kept.append(line)
    return kept


def _last_near(lines: Sequence[Print], kept: Sequence[Print]) -> Print | None:
    """The last line before the foot of a page."""
    foot = [line for line in lines if line.middle < kept[-1].middle]
    return kept[-1] if len(foot) <= 1 else None


def _below(prints: Sequence[Print], height: float) -> list[Print]:
    return [line for line in prints if line.middle < height]


def _is_table(region: _Region, table: Aligned) -> bool:
    """Whether there are rows of several cells, and not columns of prose or, without a header, of words."""
    lines = [line for band in region.bands for line in band if len(line.pieces) > 1]
    rows = [row for row, _ in table.cells]
    if sum(rows.count(row) > 1 for row in set(rows)) < 2:
        return False
    if len(region.bands) > 1:
        return True
    others = [piece for line in lines for piece in line.pieces[1:]]
    if sum(bool(AMOUNT.fullmatch(piece.text)) for piece in others) < _NUMERIC * len(others):
        return False
    widest = max(piece.right - piece.left for line in lines for piece in line.pieces)
    pieces = [piece for line in lines for piece in line.pieces]
    prose = [p for p in pieces if len(p.text) > _LONG and p.right - p.left > _FULL * widest]
    return len(prose) < 0.4 * len(pieces)
