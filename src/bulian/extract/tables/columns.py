"""How the header makes each column of a block to be understood."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bulian.extract.deferred import deferred
from bulian.extract.tables.blocks import Block
from bulian.extract.tables.cell import kind_of
from bulian.extract.tables.grid import Grid
from bulian.extract.tables.label import Label, read_label, tidy
from bulian.extract.tables.measures import is_complete, is_parted, known, narrowed, part_of, term
from bulian.extract.tables.period import When, number_when, whole_when
from bulian.extract.tables.places import Place, common_parent, place_of
from bulian.extract.tables.units import table_unit
from bulian.extract.tables.words import Class, column_class
from bulian.model.fact import Aspect, Modality
from bulian.model.place import HeaderCell, cell_name
from bulian.vocab.units import Unit


@dataclass(frozen=True, slots=True)
class Head:
    """A column as its header makes it understood.

    Attributes:
        header: the header's text from the top, joined by " / ".
        kind: what its cells are when they are no values: "unit", "period", "place", "serial" …; "value" for
            numbers; "words" for text that no header explains.
        phrase: what its numbers measure or how they narrow the row's measure; "" where the header is silent.
        units, whens: as the header names them, the lowest row first.
        of_growth: a rank among growth rates, not among levels.
        place: the place or (`subject`) the firm that heads the column.
        how: "mapped" where a kept mapping settles it; `period_rule` is then how it counts the time.
    """

    column: int
    header: str
    kind: Class | str
    cells: tuple[HeaderCell, ...] = ()
    phrase: str = ""
    units: tuple[Unit, ...] = ()
    whens: tuple[When, ...] = ()
    aspect: Aspect | None = None
    basis: str | None = None
    amount: bool = False
    change: bool = False
    of_growth: bool = False
    modality: Modality | None = None
    goal: str = ""
    place: Place | None = None
    subject: str | None = None
    how: str = "read"
    period_rule: str = ""


def heads_of(grid: Grid, block: Block, *, around: Place | None) -> list[Head]:
    """Every column of a block, from left to right. `around` is the place that the block is about."""
    paths = {
        c: _chinese([(at, read_label(text)) for at, text in _path(grid, block, c)]) for c in block.columns
    }
    if around is None or not around.code:
        around = Place(around.name if around else "", _common_place(paths.values()))
    heads: list[Head] = []
    for column, path in paths.items():
        heads.append(_head(grid, block, column, path, heads, around=around))
    return _inherit(_one_unit_column(heads))


def _one_unit_column(heads: Sequence[Head]) -> list[Head]:
    """Beside a column headed 单位, one whose cells only look like units (年, 个) tells something else."""
    units = [head for head in heads if head.kind == "unit"]
    headed = [head for head in units if column_class(head.header) == "unit"]
    guessed = [head for head in units if headed and head not in headed]
    return [replace(head, kind="attribute") if head in guessed else head for head in heads]


def _chinese(path: list[tuple[HeaderCell, Label]]) -> list[tuple[HeaderCell, Label]]:
    """Without the English that a yearbook prints below its Chinese header."""
    if all(label.text.isascii() for _, label in path):
        return path
    return [(at, label) for at, label in path if not (label.text.isascii() and _ENGLISH.search(label.text))]


def _common_place(paths: Iterable[Sequence[tuple[HeaderCell, Label]]]) -> str:
    places = [place_of(label.phrase) for path in paths for _, label in path]
    return common_parent(place.code for place in places if place)


def _path(grid: Grid, block: Block, column: int) -> Iterator[tuple[HeaderCell, str]]:
    """The header cells over a column from the top, each merged area once."""
    seen = set()
    for row in block.header:
        if _is_english(grid, row) and len(block.header) > 1:
            continue
        at = _over(grid, block, row, column)
        if at is None or at in seen:
            continue
        seen.add(at)
        text = grid.rows[at[0]][at[1]].text
        yield HeaderCell(cell_name(*at), text.strip()), text


def _is_english(grid: Grid, row: int) -> bool:
    """A row in which a yearbook repeats its header in English."""
    texts = [tidy(cell.text) for cell in grid.rows[row].values()]
    return all(map(str.isascii, texts)) and 2 * sum(_ENGLISH.search(t) is not None for t in texts) > len(
        texts
    )


def _over(grid: Grid, block: Block, row: int, column: int) -> tuple[int, int] | None:
    """The cell over a column in a header row; in a row without merged cells one to the left may reach it."""
    if grid.cell(row, column):
        return grid.origin(row, column)
    below = [lower for lower in block.header if lower > row and grid.cell(lower, column)]
    if not below or any(grid.span(row, c)[1] > 1 for c in grid.rows[row]):
        return None
    left = max((c for c in grid.rows[row] if c < column and c in block.columns), default=None)
    if left is None or column_class(tidy(grid.rows[row][left].text)):
        return None
    return (row, left) if any(grid.cell(lower, left) for lower in below) else None


def _head(
    grid: Grid,
    block: Block,
    column: int,
    path: Sequence[tuple[HeaderCell, Label]],
    before: Sequence[Head],
    *,
    around: Place,
) -> Head:
    labels = [label for _, label in path]
    cells = tuple(cell for cell, _ in path)
    header = " / ".join(tidy(cell.text) for cell in cells)
    kind = _kind(grid, block, column, labels, before)
    if kind != "value":
        return Head(column, header, kind, cells)
    place, subject, phrase = None, None, ""
    for label in labels:
        found = _place_over(label, around) if label.phrase and not known(label.phrase) else None
        if found:
            place = found
        elif label.phrase.endswith(_FIRM_ENDS):
            subject = label.phrase
        elif label.part and before and before[-1].phrase:
            phrase = part_of(label.phrase, before[-1].phrase)
        else:
            phrase = narrowed(phrase, label.phrase)
    lowest = labels[::-1]
    ranked = next((label for label in lowest if label.aspect), None)
    return Head(
        column, header, kind, cells, phrase,
        units=next((label.units for label in lowest if label.units), ()),
        whens=tuple(label.when for label in lowest if label.when),
        aspect=ranked.aspect if ranked else None,
        basis=ranked.basis if ranked and ranked.aspect != "rank" else None,
        amount=any(label.amount for label in labels) or _counts_change(labels),
        change=any(label.change for label in labels),
        of_growth=bool(ranked and ranked.aspect == "rank" and ranked.basis == "growth"),
        modality=next((label.modality for label in lowest if label.modality), None),
        goal=next((label.goal for label in lowest if label.goal), ""),
        place=place, subject=subject,
    )  # fmt: skip


def _counts_change(labels: Sequence[Label]) -> bool:
    """数目 or 金额 under a header of change is the change as an amount."""
    last = labels[-1] if len(labels) > 1 else None
    in_share = last is not None and any(unit.dimension == "share" for unit in last.units)
    return bool(last and last.level and not in_share and any(label.change for label in labels[:-1]))


def _place_over(label: Label, around: Place) -> Place | None:
    """The place that heads a column: a division, a street or town, a district of a city of Taiwan."""
    found = place_of(label.phrase, around.code)
    if found or label.units or label.aspect:
        return found
    if around.currency != "CNY" and around.name and label.phrase.endswith(_DISTRICT_ENDS):
        return Place(around.name + label.phrase, around.code, around.currency)
    return Place(label.phrase, around.code) if label.phrase.endswith(_STREET_ENDS) else None


def _kind(grid: Grid, block: Block, column: int, labels: Sequence[Label], before: Sequence[Head]) -> str:
    """What the column's cells are, by its header and a sample of what stands in them."""
    named = _named(labels)
    if (
        labels
        and labels[-1].aspect == "rank"
        and not labels[-1].phrase
        and not any(h.kind == "value" for h in before)
    ):
        return "serial"  # 名次 before the names numbers the rows
    texts = _sample(grid, block, column)
    kinds = [kind_of(text) for text in texts]
    numbers, words = kinds.count("number"), kinds.count("words")
    if named in ("serial", "code", "note", "attribute"):
        return named
    if words and all(text.strip() in _FREQUENCIES for text in texts):
        return "attribute"
    if named == "unit" or (named is None and words and _all_units(texts)):
        return "unit" if words and _all_units(texts) else "subject" if words > numbers else "unit"
    times = sum(whole_when(tidy(text)) is not None for text in texts)
    if named == "period":
        times += sum(number_when(text.strip()) is not None for text in texts)
    if texts and 2 * times > len(texts) and (named == "period" or not any(h.kind == "value" for h in before)):
        return "period"
    if words > numbers and _translates(grid, block, column, labels, before):
        return "note"
    if words > numbers:
        stub_is_open = not any(head.kind in ("value", *_STUB) for head in before)
        if named in _STUB:
            return named
        return (
            "stub" if stub_is_open or (not labels and not any(h.kind == "value" for h in before)) else "words"
        )
    return "serial" if not labels and not before and _counts_up(texts) and len(block.columns) > 2 else "value"


def _translates(
    grid: Grid, block: Block, column: int, labels: Sequence[Label], before: Sequence[Head]
) -> bool:
    """English names in a column of their own beside the Chinese ones, under an English header or none."""
    shared = bool(before) and before[-1].header == " / ".join(label.text for label in labels)
    if not shared and not all(label.text.isascii() or "英文" in label.text for label in labels):
        return False
    chinese = any(
        head.kind in _STUB and not all(map(str.isascii, _sample(grid, block, head.column))) for head in before
    )
    texts = [text.strip() for text in _sample(grid, block, column)]
    english = sum(text.isascii() and _ENGLISH.search(text) is not None for text in texts)
    return chinese and 3 * english >= 2 * len(texts)


def _named(labels: Sequence[Label]) -> Class | None:
    whole = column_class("".join(label.text for label in labels))
    return whole or (column_class(labels[-1].text) if labels else None)


def _sample(grid: Grid, block: Block, column: int) -> list[str]:
    step = max(1, len(block.body) // _SAMPLE)
    cells = (grid.rows[row].get(column) for row in block.body[::step])
    return [cell.text for cell in cells if cell]


def _all_units(texts: Sequence[str]) -> bool:
    units = sum(table_unit(text) is not None for text in texts)
    return 3 * units >= 2 * len(texts) and units > 0


def _counts_up(texts: Sequence[str]) -> bool:
    numbers = [int(text) for text in map(str.strip, texts) if text.isdecimal()]
    return len(numbers) > 1 and numbers[0] in (0, 1) and all(b - a == 1 for a, b in pairwise(numbers))


def _inherit(heads: Sequence[Head]) -> list[Head]:
    """增速 and 位次 beside a level are of what the column to their left measures, and of its time."""
    done: list[Head] = []
    for head in heads:
        left = next((h for h in reversed(done) if h.kind == "value" and h.goal == ""), None)
        if head.kind == "value" and left and head.phrase.endswith("业") and not is_complete(head.phrase):
            # 第一产业 and 工业 in columns beside 地区生产总值 are parts of it.
            whole = next((h.phrase for h in done if h.phrase and is_parted(h.phrase)), "")
            head = replace(head, phrase=part_of(head.phrase, whole) if whole else head.phrase)
        bare = head.kind == "value" and not head.phrase and (head.aspect is not None or head.goal)
        left = _whole_group(done, left, head) if bare and left else left
        if bare and head.aspect == "share" and head.basis:
            core = _WHOLE_PLACE.sub("", head.basis)
            named = (h for h in done if core and term(h.phrase.removesuffix("数")) == term(core))
            left = next(named, left)
        if bare and left and left.phrase:
            same_group = is_complete(left.phrase) or head.aspect is not None
            if same_group:
                head = replace(head, phrase=left.phrase, place=head.place or left.place)
            if same_group and head.amount and not head.units:
                head = replace(head, units=left.units)
        if head.kind == "value" and _names_no_months(head) and (head.aspect or head.goal):
            level = _level_beside(done, head)
            if level:
                planned = level.modality if head.aspect == "growth" else None
                head = replace(head, whens=level.whens or head.whens, modality=head.modality or planned)
        if head.kind == "value" and head.aspect == "rank" and left and left.aspect == "growth":
            head = replace(head, of_growth=True)
        done.append(head)
    return done


def _whole_group(done: Sequence[Head], left: Head, head: Head) -> Head:
    """The total of the group to the left (人口数 › 合计 男 女), where the header stands outside the group."""
    if len(left.cells) < 2 or left.cells[0] in head.cells:
        return left
    group = [h for h in done if h.kind == "value" and h.cells[:1] == left.cells[:1]]
    return next((h for h in group if h.phrase and h.phrase in left.phrase), left)


def _level_beside(done: Sequence[Head], growth: Head) -> Head | None:
    """The level to the left that a growth rate is of: the latest, a result before a plan, never 上年同期."""
    best: Head | None = None
    own = _year(growth)
    for head in reversed(done):
        if head.kind != "value" or head.phrase != growth.phrase:
            break
        now = not any(when.shift < 0 for when in head.whens) and head.aspect is None and not head.goal
        if own and _year(head) not in (0, own):
            continue
        if now and (best is None or _lateness(head) > _lateness(best)):
            best = head
    return best


def _year(head: Head) -> int:
    return next((when.year for when in head.whens if when.year is not None), 0)


def _names_no_months(head: Head) -> bool:
    """The header says of the time at most the year, which the level beside it tells more closely."""
    return not any(when.months or when.mode or when.relative or when.whole for when in head.whens)


def _lateness(head: Head) -> tuple[int, bool]:
    return _year(head), head.modality in (None, "actual")


_STUB = ("place", "subject", "indicator", "industry", "item", "period", "stub")
_SAMPLE = 400
_FREQUENCIES = frozenset(["年", "季", "月", "旬", "周", "日", "年度", "季度", "月度", "半年", "半年度"])
_ENGLISH = deferred(r"[a-z]{3}")
_WHOLE_PLACE = deferred(r"^全[国省市区县州]")
_DISTRICT_ENDS = ("区", "市", "乡", "镇", "县")
_STREET_ENDS = ("街道", "街道办事处")
_FIRM_ENDS = ("公司", "集团", "有限合伙）")
