"""Registers (台账) as declared tables: one YAML file each, which an officer can amend without Python.

A register says what its rows are called, which columns it has and what they are called elsewhere, what a cell
may hold, by which columns a row is known, and what of it falls due (`watch`).
"""

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Literal, cast, get_args

from bulian.errors import BadRequest
from bulian.vocab.marked_yaml import Entry
from bulian.vocab.sets import files_of, keyed_entry

Type = Literal[
    "text", "firm", "person", "date", "amount", "area", "floor", "count", "percent", "months", "days",
    "quantity", "code", "industry", "choice", "list",
]  # fmt: skip
Watching = Literal["empty", "stale", "deadline", "expiry", "cycle"]


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a column of choices: its key, and every word it is written with."""

    key: str
    zh: str
    en: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """A column.

    Attributes:
        type: what a cell may hold; see `docs/desk.md`.
        words: every header it may stand under, the Chinese name first.
        required: a row without it is set aside; expected: it is kept, and `bulian due` lists what is empty.
        verbatim: its words are kept as written; those of names, by which rows meet, in one script and width.
        choices: of a column of choices. refers: the register whose rows it names; "" for none.
        after: the column of a day before which this one cannot be (answered after asked); "" for none.
    """

    key: str
    zh: str
    en: str
    type: Type
    words: tuple[str, ...]
    required: bool = False
    expected: bool = False
    choices: tuple[Choice, ...] = ()
    refers: str = ""
    after: str = ""
    verbatim: bool = False


@dataclass(frozen=True, slots=True)
class Watch:
    """What falls due in a register.

    Attributes:
        kind: "empty", an expected column without a value; "stale", a row that nobody confirmed for `days`;
            "deadline", the day in `field` is over or less than `days` away while `unless` is empty;
            "expiry", the same of a validity; "cycle", no row of `since` on the same firm for `field` days.
        unless: the column that ends the matter once it is filled, or `column=choice`; "" for none.
        since: for a cycle, "register.column": the register and the column that dates its rows.
    """

    kind: Watching
    field: str = ""
    days: int = 0
    unless: str = ""
    since: str = ""


@dataclass(frozen=True, slots=True)
class Register:
    """A kind of table.

    Attributes:
        unit: what one row is, as (zh, en): 宗, 家.
        names: the columns that tell one row from another; () where each row stands for itself (a visit).
        dated_by: the column that dates a row; "" where the act of entering says as of when.
        public: whether its rows may leave the house. private: they are shown on this computer alone and stand
            in no exported page, as firms agree one by one to be seen.
    """

    key: str
    zh: str
    en: str
    unit: tuple[str, str]
    names: tuple[str, ...]
    fields: tuple[Field, ...]
    dated_by: str = ""
    public: bool = False
    watches: tuple[Watch, ...] = ()
    private: bool = False

    def field(self, key: str) -> Field:
        """A column by its key, or by any word it is known by.

        Raises:
            BadRequest: there is none; the message lists them.
        """
        for one in self.fields:
            if key == one.key or key in one.words:
                return one
        there = ", ".join(one.key for one in self.fields)
        raise BadRequest(
            f"{self.key} has no column {key!r}; it has {there}.",
            f"“{self.zh}”没有“{key}”这一列；有 {'、'.join(one.zh for one in self.fields)}。",
        )


@cache
def registers() -> dict[str, Register]:
    """Every declared register by its key, in the order of their files' names.

    >>> registers()["sites"].names
    ('code',)
    """
    return {file.stem: _register(file) for file in files_of(Path(__file__).parent)}


@cache
def outside_firms() -> Register:
    """The columns of firm tables from elsewhere (外地企业名录), from which prospects are drawn.

    Their rows are too many to be entered at the desk; they are indexed where they lie.

    >>> outside_firms().field("经营范围").key
    'scope'
    """
    return _register(Path(__file__).parents[1] / "outside_firms.yaml")


def register(name: str) -> Register:
    """A register by its key or its Chinese or English name.

    Raises:
        BadRequest: there is none; the message lists them.
    """
    for one in registers().values():
        if name in (one.key, one.zh, one.en):
            return one
    raise BadRequest(
        f"There is no register {name!r}; there are {', '.join(registers())}.",
        f"没有“{name}”这个台账；有 {'、'.join(f'{one.key}（{one.zh}）' for one in registers().values())}。",
    )


def _register(file: Path) -> Register:
    entry = keyed_entry(
        file, "zh", "en", "unit_zh", "unit_en", "names", "dated_by", "public", "private", "fields", "watch"
    )
    names = entry.words("names")
    told = (_field(one) for one in entry.entries("fields"))
    fields = tuple(
        replace(one, verbatim=one.type == "text" and not one.refers and one.key not in names) for one in told
    )
    made = Register(
        file.stem, entry.text("zh"), entry.text("en"), (entry.text("unit_zh"), entry.text("unit_en")),
        names, fields, entry.optional("dated_by") or "", bool(entry.get("public", False)),
        tuple(_watch(one) for one in entry.entries("watch")), bool(entry.get("private", False)),
    )  # fmt: skip
    _check(entry, made)
    return made


def _field(entry: Entry) -> Field:
    entry.refuse_others("key", "zh", "en", "type", "also", "need", "choices", "refers", "after")
    kind, need = entry.optional("type") or "text", entry.optional("need") or ""
    if kind not in get_args(Type) or need not in ("", "required", "expected"):
        raise entry.wrong(f"type {kind!r} or need {need!r} is unknown", f"不认识 type“{kind}”或 need“{need}”")
    choices = tuple(_choice(one) for one in entry.entries("choices"))
    if bool(choices) != (kind == "choice"):
        raise entry.wrong("choices go with type: choice, and only there", "choices 与 type: choice 须同时写")
    words = (entry.text("zh"), entry.text("en"), entry.text("key"), *entry.words("also"))
    return Field(
        entry.text("key"), entry.text("zh"), entry.text("en"), cast(Type, kind), words,
        need == "required", need == "expected", choices, entry.optional("refers") or "",
        entry.optional("after") or "",
    )  # fmt: skip


def _choice(entry: Entry) -> Choice:
    entry.refuse_others("key", "zh", "en", "also")
    key, zh, en = entry.text("key"), entry.text("zh"), entry.text("en")
    return Choice(key, zh, en, (zh, en, key, *entry.words("also")))


def _watch(entry: Entry) -> Watch:
    entry.refuse_others("kind", "field", "days", "unless", "since")
    kind = entry.text("kind")
    if kind not in get_args(Watching):
        raise entry.wrong(f"kind {kind!r} is unknown", f"不认识 kind“{kind}”")
    days = int(entry.optional("days") or 0)
    told = (entry.optional(key) or "" for key in ("unless", "since"))
    return Watch(cast(Watching, kind), entry.optional("field") or "", days, *told)


def _check(entry: Entry, made: Register) -> None:
    """Every column named in the file is one of its own, and no header leads to two columns."""
    keys = {one.key for one in made.fields}
    named = {*made.names, made.dated_by, *(one.field for one in made.watches)} - {""}
    named |= {one.after for one in made.fields} - {""}
    named |= {one.unless.partition("=")[0] for one in made.watches} - {""}
    if strange := sorted(named - keys):
        raise entry.wrong(f"{strange[0]} is no column of it", f"没有 {strange[0]} 这一列")
    words = [word for one in made.fields for word in dict.fromkeys(one.words)]
    if twice := sorted({word for word in words if words.count(word) > 1}):
        raise entry.wrong(f"{twice[0]!r} names two columns", f"“{twice[0]}”对应了两列")
