"""Money: demands matched with finance products, why not, and what became of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from bulian.assess.firms.kinds import Finder, kinds_by
from bulian.corpus.workspace import Workspace
from bulian.desk import registers
from bulian.desk.book import Row, book_of
from bulian.desk.columns import kept_mapping
from bulian.desk.sheet import Line, Sheet, read_sheets
from bulian.desk.telling import shown
from bulian.errors import BadRequest
from bulian.ledger.scope import NOW, Scope
from bulian.model.document import Metadata
from bulian.model.period import days
from bulian.plan.match.contradictions import Wrong, below_every_product, demands_of, products_of
from bulian.plan.match.fairness import NOBODY, Kinds, taken
from bulian.plan.match.funnel import backwards, reached_of, settled
from bulian.plan.match.matched import Matched
from bulian.plan.match.matching import matching
from bulian.plan.match.nouns import Demand, Values
from bulian.steps.extracting import look
from bulian.steps.gathering import ground
from bulian.steps.mending import Aside, as_file, aside, lines_aside, named, set_aside, told
from bulian.steps.reading import read_document
from bulian.steps.writing import write_whole
from bulian.vocab.match_words import first_word, meaning
from bulian.vocab.registers import Register, register

_KEYS = ("demands", "products", "dockings")


@dataclass(frozen=True, slots=True)
class Tables:
    """Files to read instead of the desk's registers; None takes the register."""

    demands: Path | None = None
    products: Path | None = None
    outcomes: Path | None = None


@dataclass(frozen=True, slots=True)
class _Row:
    """The values of a row, where it stands, and whether it is made up."""

    values: Values
    place: str
    synthetic: bool


@dataclass(frozen=True, slots=True)
class _Read:
    """The rows of one register: the good ones, and what is wrong with the others."""

    rows: tuple[_Row, ...] = ()
    wrongs: tuple[Wrong, ...] = ()
    withheld: int = 0


def match(
    workspace: Workspace | None,
    *,
    on: date,
    tables: Tables | None = None,
    floors: Mapping[str, Decimal] | None = None,
    scope: Scope = NOW,
) -> Matched:
    """Match the demands of a day with the products of that day.

    Args:
        workspace: whose desk is read where a table is not given; None where all are.
        floors: by group (小微, 首贷, 民营), the part of the most it could get that is kept for it.

    Raises:
        BadRequest: a table is missing or no header of it fits, or the floors cannot hold together.
        Unreadable: a file cannot be read.
    """
    given = tables or Tables()
    files = zip(_KEYS, (given.demands, given.products, given.outcomes), strict=True)
    read = {key: _read(workspace, register(key), file, scope) for key, file in files}
    real = any(not row.synthetic for key in _KEYS[:2] for row in read[key].rows)
    rows = {
        key: [(row.values, row.place) for row in one.rows if not real or not row.synthetic]
        for key, one in read.items()
    }
    demands, wrong_demands = demands_of(rows["demands"])
    products, wrong_products = products_of(rows["products"])
    steps, wrong_steps = reached_of(rows["dockings"], demands, products)
    reached = tuple(one for one in steps if days(one.on)[0] <= on)
    done = settled(reached)
    wrongs = {
        "demands": (*read["demands"].wrongs, *wrong_demands, *below_every_product(demands, products)),
        "products": (*read["products"].wrongs, *wrong_products),
        "dockings": (*read["dockings"].wrongs, *wrong_steps, *backwards(reached)),
    }
    kept = {meaning("attribute", group): part for group, part in (floors or {}).items()}
    _refuse_strange(kept, demands)
    kinds = _kinds(workspace, demands, on, scope, synthetic=not real)
    return Matched(
        matching([one for one in demands if one.code not in done], products, on, kept, kinds),
        demands, tuple(sorted(done)), reached, wrongs,
        synthetic=not real and any(rows.values()),
        made_up=sum(len(one.rows) for one in read.values()) - sum(map(len, rows.values())),
        withheld=sum(one.withheld for one in read.values()),
        taken=taken(demands, reached, kinds, on) if reached else (),
    )  # fmt: skip


def _kinds(
    workspace: Workspace | None, demands: Sequence[Demand], on: date, scope: Scope, *, synthetic: bool
) -> Kinds:
    """What the firm registers of a workspace tell of the firms that ask; nothing before it was built."""
    if workspace is None or not workspace.ledger.exists() or not demands:
        return NOBODY
    base = ground(workspace, scope=scope, now=on.isoformat())
    asked = {one.code: (one.get("credit_code"), one.firm) for one in demands}
    return kinds_by(Finder(base.book, base.names), asked, synthetic=synthetic)


def match_sheets(told: Matched, month: str, output: Path, *, lang: str, now: str) -> None:
    """Write the monthly table as a workbook (.xlsx).

    Args:
        month: ISO 8601, as 2026-06. lang: "zh" or "en". now: the time of writing.

    Raises:
        BadRequest: the month is none, or the name does not end in .xlsx. WorkspaceError: it cannot be
        written.
    """
    from bulian.publish.matching.sheets import Monthly, match_sheets_xlsx

    try:
        days(month)
    except ValueError as error:
        raise BadRequest(
            f"--month {month!r} is no month; write 2026-06.", f"--month “{month}”不是月份；请写成 2026-06。"
        ) from error
    sheets = Monthly(told, told.funnel(month), told.funnel())
    if output.suffix.lower() != ".xlsx":
        raise BadRequest(
            f"{output.name}: the monthly table is a workbook; let its name end in .xlsx.",
            f"{output.name}：月度表是 Excel 工作簿，文件名请以 .xlsx 结尾。",
        )
    write_whole(output, match_sheets_xlsx(sheets, lang=lang, now=now))


def _refuse_strange(floors: Mapping[str, Decimal], demands: Sequence[Demand]) -> None:
    """A floor for a group that no list and no demand knows is a slip of the pen."""
    for group in floors:
        if first_word("attribute", group) == group and all(group not in one.groups for one in demands):
            raise BadRequest(
                f"--floor: no demand is of the group {group!r}, and it is no known attribute of firms.",
                f"--floor：没有一笔需求属于“{group}”，企业属性里也没有它。",
            )


def match_to_mend(
    workspace: Workspace | None, found: Matched, tables: Tables, folder: Path
) -> tuple[Path, ...]:
    """Write the rows that were refused, of tables or of the desk, to files to mend; () where none was.

    Raises:
        WorkspaceError: one cannot be written.
    """
    files = zip(_KEYS, (tables.demands, tables.products, tables.outcomes), strict=True)
    made = [set_aside(folder, *_refused(workspace, found, register(key), file)) for key, file in files]
    return tuple(one for one in made if one)


def match_mend(workspace: Workspace, found: Matched, key: str) -> tuple[str, bytes]:
    """The rows of a register of the desk that were refused, as a file: its name, its bytes.

    Raises:
        BadRequest: no row of it was.
    """
    file, rows = _refused(workspace, found, register(key), None)
    if not rows:
        raise BadRequest(f"No row of {key} was refused.", f"“{register(key).zh}”没有要改的行。")
    return named(file), as_file(rows)


def _refused(
    workspace: Workspace | None, found: Matched, kind: Register, file: Path | None
) -> tuple[str, list[Aside]]:
    """The name of a table or register, and its rows that were refused."""
    why: dict[str, list[str]] = {}
    for one in found.wrongs.get(kind.key, ()):
        if not one.keeps:
            columns = "、".join(kind.field(key).zh for key in one.columns)
            why.setdefault(one.place, []).append(f"{columns}：{one.zh}")
    if file is None:
        return kind.zh, _desk_rows(workspace, kind, why) if workspace and why else []
    name, sheets, _ = _sheets(workspace, kind, file)
    bad = [
        (line, told(line) or "；".join(why[f"{name} {line.place}"]))
        for sheet in sheets
        for line in sheet.lines
        if line.problems or f"{name} {line.place}" in why
    ]
    return name, lines_aside(sheets, bad)


def _desk_rows(workspace: Workspace, kind: Register, why: Mapping[str, Sequence[str]]) -> list[Aside]:
    rows = [(one, _place(kind, one)) for one in registers.rows(workspace, kind)]
    return [
        aside(
            {field.zh: shown(field, row.get(field.key), "zh") for field in kind.fields if row.get(field.key)},
            place, "；".join(why[place]),
        )
        for row, place in rows
        if place in why
    ]  # fmt: skip


def _read(workspace: Workspace | None, kind: Register, file: Path | None, scope: Scope) -> _Read:
    if file is not None:
        return _table(workspace, kind, file, scope)
    if workspace is None:
        return _Read()
    found = registers.rows(workspace, kind, as_of=scope.as_of, known_on=scope.known_on)
    if scope.public and not kind.public:
        return _Read(withheld=len(found))
    return _Read(tuple(_Row(row.values, _place(kind, row), row.synthetic) for row in found))


def _place(kind: Register, row: Row) -> str:
    """The row, and where it is from: file, sheet and row, else its line in the journal."""
    told = row.source or f"journal/{book_of(kind)}.jsonl:{max(row.places.values())}"
    return f"{kind.zh} {row.key}（{told}）"


def _table(workspace: Workspace | None, kind: Register, file: Path, scope: Scope) -> _Read:
    name, sheets, metadata = _sheets(workspace, kind, file)
    lines = [line for sheet in sheets for line in sheet.lines]
    if scope.public and metadata.access != "public":
        return _Read(withheld=len(lines))
    good = [line for line in lines if not line.problems]
    made_up = metadata.synthetic
    return _Read(
        tuple(_Row(line.values, f"{name} {line.place}", made_up or line.synthetic) for line in good),
        tuple(wrong for line in lines for wrong in _wrongs(name, line)),
    )


def _sheets(workspace: Workspace | None, kind: Register, file: Path) -> tuple[str, list[Sheet], Metadata]:
    """The name of a file, its tables that have a header of the register, and what is told of it."""
    inside = workspace.root / file if workspace and not file.exists() else file
    document = read_document(look(inside))
    kept = kept_mapping(workspace.mappings, kind) if workspace else {}
    sheets = [one for one in read_sheets(document, kind, kept) if one.header]
    if not sheets:
        raise _no_header(document.name, kind)
    return document.name, sheets, document.metadata


def _wrongs(file: str, line: Line) -> list[Wrong]:
    """The problems of a row without the name of the column, which is told beside them."""
    return [
        Wrong(
            f"{file} {one.place}", (one.column,) if one.column else (),
            one.en.partition(": ")[2] or one.en, one.zh.removeprefix(f"{one.column}："),
        )
        for one in line.problems
    ]  # fmt: skip


def _no_header(file: str, kind: Register) -> BadRequest:
    wanted = "、".join(one.zh for one in kind.fields[:6])
    return BadRequest(
        f"{file} has no table whose headers name two columns of {kind.key}, such as {wanted}. "
        f"Load it with `bulian desk load {kind.key} FILE --map HEADER=column`, which keeps its headers.",
        f"{file} 里没有表头认得出“{kind.zh}”两列以上的表（如 {wanted}）。"
        f"请用 `bulian desk load {kind.key} 文件 --map 表头=列` 载入，会记住表头。",
    )
