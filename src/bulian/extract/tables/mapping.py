"""How people settled the columns of a table that comes again, kept in `mappings/*.toml`.

A mapping is found again by the texts of its header with times masked: 2024年11月 and 2024年12月 are the same.
A header that changed is reported, and its new columns are read by the rules, never guessed in silence.
"""

import hashlib
import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from collections.abc import Mapping as Map
from dataclasses import dataclass, replace
from pathlib import Path
from typing import get_args

from bulian.errors import MappingError
from bulian.extract.deferred import deferred
from bulian.extract.tables.columns import Head
from bulian.extract.tables.label import read_label, tidy
from bulian.extract.tables.period import When
from bulian.extract.tables.units import table_unit
from bulian.model.document import Table
from bulian.model.fact import Aspect, Modality
from bulian.model.reading import Column

Key = tuple[str, int]  # a masked header, and which of several with the same text


@dataclass(frozen=True, slots=True)
class MappedColumn:
    """What a mapping says of one column; an empty field leaves it to the rules.

    Attributes:
        header: the header's text with times masked.
        role: "value", "indicator", "subject", "period", "unit", "note" or "skip".
        period: "month" (本月), "cumulative" (累计), "last_year" (上年同期) or "year" (全年), counted from the
            table's own date.
    """

    header: str
    role: str = ""
    indicator: str = ""
    subject: str = ""
    unit: str = ""
    aspect: str = ""
    modality: str = ""
    period: str = ""


@dataclass(frozen=True, slots=True)
class Mapping:
    """A table that comes again: its columns from left to right."""

    name: str
    columns: tuple[MappedColumn, ...]

    @property
    def keys(self) -> tuple[Key, ...]:
        """The header that the mapping is found by."""
        return _numbered(column.header for column in self.columns)


@dataclass(frozen=True, slots=True)
class Correction:
    """What a user says of one column: `C=indicator:工业总产值,unit:亿元` or `名录!D=skip`."""

    sheet: str | None
    ref: str
    fields: tuple[tuple[str, str], ...]


def load_mappings(folder: Path) -> tuple[Mapping, ...]:
    """The mappings of a workspace in the order of their files' names; none where the folder is missing.

    Raises:
        MappingError: a file is no TOML, or holds what no mapping holds; the message names it.
    """
    if not folder.is_dir():
        return ()
    return tuple(_load(path) for path in sorted(folder.glob("*.toml")))


def write_mapping(folder: Path, mapping: Mapping) -> Path:
    """Writes a mapping into the folder; one with the same header takes the place of the old."""
    digest = hashlib.sha256(repr(mapping.keys).encode()).hexdigest()[:8]
    stem = _UNSAFE.sub("_", mapping.name).strip("_.") or "table"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{stem[:60]}-{digest}.toml"
    lines = [_HEAD, f"name = {_quoted(mapping.name)}"]
    for column in mapping.columns:
        lines += ["", "[[columns]]"]
        lines += [f"{name} = {_quoted(getattr(column, name))}" for name in _FIELDS if getattr(column, name)]
        if not column.header:
            lines.append('header = ""')
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    return path


def parse_correction(text: str) -> Correction:
    """A correction as typed: `C=indicator:工业总产值,unit:亿元,aspect:growth`, `D=skip`, `名录!E=subject`.

    Raises:
        MappingError: it has another form, an unknown field, or a unit nobody knows.
    """
    match = _CORRECTION.fullmatch(text.strip())
    if not match:
        raise _wrong_form(text)
    fields: dict[str, str] = {}
    for part in match["fields"].replace("，", ",").replace("：", ":").split(","):
        name, colon, value = (piece.strip() for piece in part.partition(":"))
        if not colon and name in _ROLES:
            name, value = "role", name
        if name not in _ALLOWED or not value:
            raise _wrong_form(text)
        _check(text, name, value)
        fields[name] = value
    if "role" not in fields and fields.keys() & {"indicator", "unit", "aspect", "period", "modality"}:
        fields["role"] = "value"
    return Correction(match["sheet"], match["ref"].upper(), tuple(fields.items()))


def learn(table: Table, columns: Sequence[Column], corrections: Sequence[Correction]) -> Mapping:
    """The mapping of a table as it was read, with a person's corrections laid over.

    Args:
        table: the sheet; its name is the mapping's.
        columns: how its columns were understood (`TableReading.columns`); other sheets are passed over.
        corrections: those that name another sheet are passed over.

    Raises:
        MappingError: a correction names a column that the table does not have.
    """
    own = [column for column in columns if column.sheet == table.sheet and column.ref.isalpha()]
    wanted: dict[str, dict[str, str]] = {}
    for correction in corrections:
        if correction.sheet in (None, table.sheet):
            wanted.setdefault(correction.ref, {}).update(correction.fields)
    missing = sorted(wanted.keys() - {column.ref for column in own})
    if missing:
        there = ", ".join(dict.fromkeys(column.ref for column in own))
        raise MappingError(
            f"{table.sheet} has no column {missing[0]}; it has {there}.",
            f"{table.sheet} 没有 {missing[0]} 列；有的列是 {there}。",
        )
    return Mapping(table.sheet, tuple(_learned(column, wanted.get(column.ref, {})) for column in own))


def fitting(
    heads: Sequence[Head], mappings: Sequence[Mapping]
) -> tuple[Mapping | None, tuple[tuple[str, str], ...]]:
    """The mapping whose header most of these columns have, and how theirs differs from it, as (en, zh)."""
    keys = _numbered(masked(head.header) for head in heads)
    best = max(mappings, key=lambda mapping: _shared(keys, mapping), default=None)
    if best is None or _shared(keys, best) <= _MOST or len(set(keys) & set(best.keys)) < 2:
        return None, ()
    return best, _changes(keys, best.keys)


def apply(mapping: Mapping, heads: Sequence[Head]) -> list[Head]:
    """The columns with what the mapping settles of them; those it does not know stay as they were."""
    settled = dict(zip(mapping.keys, mapping.columns, strict=True))
    keys = _numbered(masked(head.header) for head in heads)
    return [
        _settle(head, settled[key]) if key in settled else head for head, key in zip(heads, keys, strict=True)
    ]


def masked(header: str) -> str:
    """A header's text by which it is found again: folded, without blanks, times as "#".

    >>> masked("2024年1-11月 / 累计（亿元）"), masked("2024年1-12月 / 累计（亿元）")
    ('#/累计（亿元）', '#/累计（亿元）')
    """
    return _TIME.sub("#", re.sub(r"\s", "", tidy(header)))


def _learned(column: Column, fields: Map[str, str]) -> MappedColumn:
    meaning = dict(column.meaning)
    role = column.role if column.role != "unread" else ""
    known = {
        "role": role, "indicator": meaning.get("indicator", ""), "subject": meaning.get("subject", ""),
        "unit": meaning.get("unit", ""), "aspect": meaning.get("aspect", ""),
        "modality": meaning.get("modality", ""), "period": meaning.get("period_rule", ""),
    }  # fmt: skip
    return MappedColumn(header=masked(column.header), **{**known, **fields})


def _settle(head: Head, column: MappedColumn) -> Head:
    kind = head.kind
    if column.role and not (
        column.role == "subject" and kind in ("place", "industry", "subject", "item", "stub")
    ):
        kind = {"skip": "note", "note": "note" if kind not in _NOTES else kind}.get(column.role, column.role)
    unit = table_unit(column.unit) if column.unit else None
    whens = (_WHENS[column.period], *head.whens) if column.period else head.whens
    return replace(
        head, kind=kind, how="mapped",
        phrase=read_label(column.indicator).phrase if column.indicator else head.phrase,
        subject=column.subject or head.subject,
        units=(unit,) if unit else head.units,
        aspect=_ASPECTS.get(column.aspect, head.aspect),
        modality=_MODALITIES.get(column.modality, head.modality),
        whens=whens, period_rule=column.period,
    )  # fmt: skip


def _numbered(headers: Iterable[str]) -> tuple[Key, ...]:
    seen: Counter[str] = Counter()
    keys = []
    for header in headers:
        keys.append((header, seen[header]))
        seen[header] += 1
    return tuple(keys)


def _shared(keys: Sequence[Key], mapping: Mapping) -> float:
    return len(set(keys) & set(mapping.keys)) / max(len(keys), len(mapping.keys), 1)


def _changes(now: Sequence[Key], kept: Sequence[Key]) -> tuple[tuple[str, str], ...]:
    """Columns renamed where they stand, new, or gone."""
    new = [key for key in now if key not in set(kept)]
    gone = [key for key in kept if key not in set(now)]
    changes = []
    for old in list(gone):
        place = kept.index(old)
        if place < len(now) and now[place] in new:
            name = now[place]
            new.remove(name)
            gone.remove(old)
            changes.append((
                f"column {place + 1}, kept as {old[0]!r}, is now {name[0]!r}; read by the rules, check it",
                f"第 {place + 1} 列原为“{old[0]}”，现为“{name[0]}”；已按规则读取，请核对",
            ))  # fmt: skip
    changes += [
        (f"new column {key[0]!r}; read by the rules, check it", f"新增列“{key[0]}”；已按规则读取，请核对")
        for key in new
    ]
    changes += [(f"column {key[0]!r} is gone", f"“{key[0]}”列不见了") for key in gone]
    return tuple(changes)


def _load(path: Path) -> Mapping:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        columns = tuple(_loaded(path, column) for column in data["columns"])
        name = data.get("name", path.stem)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError, TypeError, AttributeError) as error:
        raise _malformed(path, str(error)) from error
    if not isinstance(name, str):
        raise _malformed(path, "name is no text")
    return Mapping(name, columns)


def _loaded(path: Path, column: Map[str, object]) -> MappedColumn:
    fields: dict[str, str] = {}
    for name, value in column.items():
        if name not in _FIELDS or not isinstance(value, str):
            raise _malformed(path, f"{name} = {value!r}")
        if name != "header" and value:
            _check(f"{path.name}: {name} = {value}", name, value)
        fields[name] = value
    if "header" not in fields:
        raise _malformed(path, "a column without header")
    return MappedColumn(**fields)


def _check(text: str, name: str, value: str) -> None:
    allowed = _CHOICES.get(name)
    if allowed and value not in allowed:
        choice = ", ".join(allowed)
        raise MappingError(
            f"{text!r}: {name} is {value!r}; write one of {choice}.",
            f"“{text}”：{name} 写成了“{value}”，应为 {choice} 之一。",
        )
    if name == "unit" and table_unit(value) is None:
        raise MappingError(
            f"{text!r}: no unit {value!r} is known; write one like 万元, % or 人, or add it to units.csv.",
            f"“{text}”：不认识单位“{value}”；请写 万元、%、人 之类，或把它加进 units.csv。",
        )


def _wrong_form(text: str) -> MappingError:
    return MappingError(
        f"{text!r} is no correction. Write C=indicator:工业总产值,unit:亿元,aspect:growth or D=skip, "
        f"with the sheet before it where there are several (名录!C=…). Fields: {', '.join(_ALLOWED)}.",
        f"“{text}”不是更正。请写成 C=indicator:工业总产值,unit:亿元,aspect:growth 或 D=skip，"
        f"有几张表时在前面加表名（名录!C=…）。可用的项：{'、'.join(_ALLOWED)}。",
    )


def _malformed(path: Path, reason: str) -> MappingError:
    return MappingError(
        f"{path}: no mapping ({reason}). Correct it, or delete it and run `bulian map` on the file again.",
        f"{path}：不是对照文件（{reason}）。请改正，或删去后对原表再运行 bulian map。",
    )


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


_MOST = 0.5
_FIELDS = ("header", "role", "indicator", "subject", "unit", "aspect", "modality", "period")
_ALLOWED = _FIELDS[1:]
_ROLES = ("value", "indicator", "subject", "period", "unit", "note", "skip")
_NOTES = ("serial", "code", "attribute", "note")
_ASPECTS: dict[str, Aspect | None] = {"level": None, "growth": "growth", "share": "share", "rank": "rank"}
_MODALITIES: dict[str, Modality] = {name: name for name in get_args(Modality)}
_WHENS = {
    "month": When(relative=True, mode="month"),
    "cumulative": When(relative=True, mode="cumulative"),
    "last_year": When(shift=-1, relative=True),
    "year": When(whole=True),
}
_CHOICES = {
    "role": _ROLES,
    "aspect": tuple(_ASPECTS),
    "modality": tuple(_MODALITIES),
    "period": tuple(_WHENS),
}
_CORRECTION = deferred(r"(?:(?P<sheet>.+)[!！])?\s*(?P<ref>[A-Za-z]{1,3})\s*=\s*(?P<fields>.+)")
_TIME = deferred(
    r"(?:(?:19|20)\d\d|民国\d{2,3}|1\d\d(?=年))[年./-]?度?(?:(?:\d{1,2}[-—~至])?\d{1,2}月[份末底]?"
    r"|第?[一二三四1-4]季度?|[上下]半年|前[二三]季度|末|底)?"
    r"|(?:\d{1,2}月?[-—~至])?\d{1,2}月[份末底]?|第?[一二三四1-4]季度|前[二三]季度|[上下]半年"
)
_UNSAFE = deferred(r"[\s/\\:*?\"<>|\x00-\x1f]+")
_HEAD = (
    "# How the columns of a table that comes again are understood. Written by `bulian map`; edit it freely.\n"
    "# 反复出现的表，各列如何理解。由 bulian map 写成，可直接修改。"
)
