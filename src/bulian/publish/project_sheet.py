"""项目包: one sheet a project for investors; what is missing is marked, terms to look into are flagged."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bulian.desk.book import Row, book_of
from bulian.desk.telling import shown
from bulian.ledger.persons import Person
from bulian.publish.paper import (
    Block,
    Column,
    Inline,
    Label,
    Name,
    NumberedTable,
    Paper,
    Paragraph,
    Points,
    Section,
    TableCell,
    Text,
    Words,
)
from bulian.publish.wording import Wording, wording
from bulian.vocab.fair_competition import flags_in
from bulian.vocab.registers import Field, register

# What a sheet shows, top to bottom; `terms` has a section of its own.
_ROWS = (
    "site", "area", "floor", "total", "content", "conditions", "positioning", "chain", "nodes", "mode",
    "policy", "office", "contact", "phone",
)  # fmt: skip
_OPTIONAL = ("floor",)
_NAMES = ("chain", "nodes")
"""Columns of names that the catalogue has in English."""
_MODE = "mode"
"""A column of words without a twin in English."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a sheet is made from.

    Attributes:
        row: the package as it stands at the desk. people: the table of persons.
        node_states: by node that it would fill, its status in the district in words; "" where unknown.
        english: by chain and node as entered, its name in English, where the catalogue has one.
    """

    district: str
    row: Row
    people: tuple[Person, ...]
    node_states: Mapping[str, tuple[str, str]]
    english: Mapping[str, str]
    written_on: str


def project_sheet(sheet: Sheet, lang: str = "zh") -> Paper:
    """The sheet as a paper of one page.

    Raises:
        BadRequest: there is no wording for `lang`.
    """
    words = wording(lang)
    row = sheet.row
    title = row.get("name_en") if lang == "en" and row.get("name_en") else row.key
    return Paper(
        lang=lang,
        title=(Name(title, (_place(row, "name"),)), *_made_up(row, words)),
        subtitle=words.say(
            "sheet.subtitle", district=Name(sheet.district, (_place(row, "name"),)),
            day=Label(row.on, (_place(row, "name"),)),
        ),
        lead=_lead(sheet, words),
        sections=tuple(_sections(sheet, words)),
        citations=(),
        files=NumberedTable((), (), ()),
        excerpts=(),
        built_on=sheet.written_on,
    )  # fmt: skip


def missing(row: Row) -> tuple[Field, ...]:
    """The columns that a sheet should fill and does not."""
    wanted = (register("packages").field(key) for key in _ROWS)
    return tuple(one for one in wanted if one.key not in _OPTIONAL and not row.get(one.key))


def _lead(sheet: Sheet, words: Wording) -> Text:
    gone = missing(sheet.row)
    if not gone:
        return words.say("sheet.complete")
    names = words["sheet.comma"].join(_named(one, words) for one in gone)
    return words.say("sheet.missing", names=Words(names))


def _sections(sheet: Sheet, words: Wording) -> Iterator[Section]:
    yield Section(words.words("sheet.project"), (_table(sheet, words),))
    if sheet.row.get("terms"):
        yield Section(
            words.words("sheet.terms"), tuple(_terms(sheet.row, words)), words.say("sheet.no_advice")
        )


def _table(sheet: Sheet, words: Wording) -> NumberedTable:
    columns = (
        Column(words.words("sheet.item"), "head", 2),
        Column(words.words("sheet.content"), "text", 8),
    )
    rows = tuple(
        (
            TableCell((Words(_named(field, words)),)),
            TableCell(_said(sheet, field, words), _below(sheet, field, words)),
        )
        for field in (register("packages").field(key) for key in _ROWS)
        if sheet.row.get(field.key) or field.key not in _OPTIONAL
    )
    return NumberedTable(words.say("sheet.caption"), columns, rows, _entered(sheet.row, words))


def _said(sheet: Sheet, field: Field, words: Wording) -> Text:
    """What is entered, in the paper's language where there is one; else that it is missing."""
    row = sheet.row
    english = f"{field.key}_en"
    if words.lang == "en" and row.get(english):
        return (Label(row.get(english), (_place(row, english),)),)
    if not row.get(field.key):
        return (Words(words["sheet.to_fill"], "warn"),)
    told, only_chinese = shown(field, row.get(field.key), words.lang, sheet.people), False
    if words.lang == "en" and field.key in _NAMES:
        names = told.split("、")
        told = ", ".join(sheet.english.get(name, name) for name in names)
        only_chinese = any(name not in sheet.english for name in names)
    elif words.lang == "en":
        only_chinese = field.key == _MODE or any(one.key == english for one in register("packages").fields)
    said: Text = (Label(told, (_place(row, field.key),)),)
    return (*said, Words(words["sheet.only_chinese"], "small")) if only_chinese else said


def _below(sheet: Sheet, field: Field, words: Wording) -> Text:
    """How the nodes that it would fill stand in the district."""
    if field.key != "nodes":
        return ()
    trace = (_place(sheet.row, "nodes"),)
    said: Text = ()
    for name, (en, zh) in sheet.node_states.items():
        state = zh if words.lang == "zh" else en
        called = sheet.english.get(name, name) if words.lang == "en" else name
        said = (*said, *words.say("sheet.node", node=Name(called, trace), state=Words(state)))
    return said


def _terms(row: Row, words: Wording) -> Iterator[Block]:
    trace = (_place(row, "terms"),)
    only_chinese: Text = (Words(words["sheet.only_chinese"], "small"),) if words.lang == "en" else ()
    yield Paragraph((Label(row.get("terms"), trace), *only_chinese))
    found = flags_in(row.get("terms"))
    if not found:
        yield Paragraph(words.say("sheet.no_flag"), "note")
        return
    flagged: list[Text] = []
    for flag, word in found:
        rule: Inline = Label(flag.rule, trace)
        asks = Words(flag.zh if words.lang == "zh" else flag.en)
        flagged.append(words.say("sheet.flag", word=Label(word, trace), rule=rule, asks=asks))
    yield Points(tuple(flagged))


def _entered(row: Row, words: Wording) -> Text:
    """Where the sheet's entries stand: the register's book and its lines, and what they came from."""
    lines = ", ".join(str(line) for line in sorted(set(row.places.values())))
    place = f"{book_of(row.register)}:{lines}"
    source: Inline = Label(row.source, (place,)) if row.source else words.words("sheet.by_hand")
    return words.say("sheet.entered", place=Label(place, (place,)), source=source)


def _named(field: Field, words: Wording) -> str:
    return field.zh if words.lang == "zh" else field.en


def _place(row: Row, column: str) -> str:
    """The journal line that says a column; that of the row's first entry where the column is its name."""
    line = row.places.get(column) or min(row.places.values())
    return f"{book_of(row.register)}:{line}"


def _made_up(row: Row, words: Wording) -> Text:
    return (Words(words["mark.made_up"], "made_up"),) if row.synthetic else ()
