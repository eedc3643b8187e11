"""The desk: registers listed, loaded, entered by hand, corrected, closed and shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bulian.corpus.workspace import Workspace
from bulian.desk import book, loading, registers
from bulian.desk.book import Row, Signed
from bulian.desk.columns import keep_mapping, typed_mapping
from bulian.desk.loaded import Loaded
from bulian.desk.loading import Plan
from bulian.errors import BadRequest
from bulian.ledger import persons
from bulian.ledger.persons import Person
from bulian.ledger.scope import NOW, Scope
from bulian.model.document import Document
from bulian.steps.extracting import look
from bulian.steps.mending import lines_aside, set_aside, told
from bulian.steps.reading import read_document
from bulian.vocab.registers import Register, register
from bulian.vocab.registers import registers as declared


@dataclass(frozen=True, slots=True)
class Listed:
    """A register, how many rows stand in it, and the day its newest act speaks of; None without any."""

    register: Register
    rows: int
    newest: str | None


@dataclass(frozen=True, slots=True)
class Shown:
    """Rows of a register within a scope; `withheld` of them may not leave the house."""

    register: Register
    rows: tuple[Row, ...]
    persons: tuple[Person, ...]
    withheld: int = 0


def desk_list(workspace: Workspace) -> tuple[Listed, ...]:
    """Every register, also the empty ones."""
    found = []
    for one in declared().values():
        rows = registers.rows(workspace, one)
        found.append(Listed(one, len(rows), max((row.on for row in rows), default=None)))
    return tuple(found)


def desk_load(
    workspace: Workspace,
    name: str,
    file: Path,
    signed: Signed,
    *,
    mapping: Sequence[str] = (),
    preview: bool = False,
) -> Loaded:
    """Load a table: good rows are entered, the others go to a file to mend and load again.

    Args:
        file: a path, or a name below `sources/`.
        signed: `on` is the day the table speaks of; the file's `.meta.toml` may say it instead.
        mapping: headers as typed, `项目全称=name`; kept for the next file.
        preview: only say what would be done.

    Raises:
        BadRequest: no such file or register, or no table in it that the register knows. Unreadable: the file
        cannot be read. MappingError: a mapping does not fit. JournalError: nobody signed, or it is undated.
    """
    kind = register(name)
    document = read_document(look(file if file.exists() else workspace.sources / file))
    typed = typed_mapping(kind, mapping)
    on = registers.read_day(signed.on) or document.metadata.published_on or ""
    planned = loading.plan(workspace, kind, document, on=on, mapping=typed)
    _refuse_strange(planned, document)
    if preview:
        return Loaded(planned, False, None, None, document.notes)
    loading.load(workspace, planned, replace(signed, source=signed.source or document.name))
    kept = keep_mapping(workspace.mappings, kind, typed) if typed else None
    rows = lines_aside(planned.sheets, [(line, told(line)) for line in planned.bad])
    return Loaded(planned, True, kept, set_aside(workspace.out, document.name, rows), document.notes)


def desk_add(workspace: Workspace, name: str, told: Mapping[str, str], signed: Signed) -> Row:
    """Enter a row by hand; see `desk.registers.add`."""
    return registers.add(workspace, register(name), told, signed)


def desk_correct(workspace: Workspace, name: str, row: str, told: Mapping[str, str], signed: Signed) -> Row:
    """Say otherwise of a row; see `desk.registers.correct`."""
    return registers.correct(workspace, register(name), row, told, signed)


def desk_end(workspace: Workspace, name: str, row: str, signed: Signed) -> Row:
    """Close a row; see `desk.registers.end`."""
    return registers.end(workspace, register(name), row, signed)


def desk_show(workspace: Workspace, name: str, row: str | None = None, *, scope: Scope = NOW) -> Shown:
    """The rows of a register that stand, or one of them, also one that was closed.

    Raises:
        BadRequest: no such register or row, or a malformed date.
    """
    kind = register(name)
    everything = book.all_rows(workspace, kind, as_of=scope.as_of, known_on=scope.known_on)
    found = (book.pick(everything, kind, row),) if row else book.standing(everything)
    if scope.public and not kind.public:
        return Shown(kind, (), (), len(found))
    return Shown(kind, found, persons.persons(workspace.root))


def desk_person(
    workspace: Workspace, name: str | None = None, told: Mapping[str, str] | None = None
) -> tuple[Person, ...]:
    """Everyone in the table of persons, or one, whose office and contact are filled in first where told.

    Raises:
        BadRequest: nobody is known by that name or id, or something else than office and contact is told.
    """
    everyone = persons.persons(workspace.root)
    if name is None:
        return everyone
    given = dict(told or {})
    office, contact = (
        given.pop("office", given.pop("单位", "")),
        given.pop("contact", given.pop("联系方式", "")),
    )
    if given:
        raise BadRequest(
            f"{next(iter(given))} is neither office nor contact.",
            f"{next(iter(given))} 不是 单位 或 联系方式。",
        )
    if office or contact:
        return (persons.describe(workspace.root, name, office, contact),)
    found = persons.find(everyone, name)
    if found is None:
        raise BadRequest(f"Nobody is known as {name!r}.", f"没有“{name}”这个人。")
    return (found,)


def _refuse_strange(planned: Plan, document: Document) -> None:
    if not any(sheet.header for sheet in planned.sheets):
        kind, file = planned.register, document.name
        wanted = "、".join(one.zh for one in kind.fields[:6])
        en, zh = _encoding_told(document)
        raise BadRequest(
            f"{file} has no table whose headers name two columns of {kind.key}, such as {wanted}. "
            f"Say what its headers mean with --map HEADER=column.{en}",
            f"{file} 里没有表头认得出“{kind.zh}”两列以上的表（如 {wanted}）。请用 --map 表头=列 说明。{zh}",
        )


def _encoding_told(document: Document) -> tuple[str, str]:
    """Of a file whose encoding was guessed, that the headers may be well and the guess is wrong."""
    if not document.encoding or "guessed" not in document.encoding:
        return "", ""
    name = document.encoding.partition(",")[0]
    en, zh = (" ".join(told) for told in zip(*document.notes, strict=True)) if document.notes else ("", "")
    return (
        f" It was read as {name}, a guess; if its words look garbled, save it as UTF-8. {en}".rstrip(),
        f"文件按 {name} 读取，是推测的；如果文字是乱码，请另存为 UTF-8。{zh}",
    )
