"""The forms of a register: what may be filled in, with a hint how, and what is there now as it is typed."""

from collections.abc import Iterable
from dataclasses import dataclass

from bulian.desk.dates import ENDLESS
from bulian.desk.telling import named
from bulian.ledger.persons import Person
from bulian.publish.site.site import Site
from bulian.vocab.registers import Field, Register
from bulian.vocab.stages import Stage, stages

CELL = "c."
"""Stands before the key of a column, in a form and in an address that begins one."""
_UNITS = {"amount": "元", "area": "亩", "floor": "平方米", "percent": "%", "months": "个月", "days": "天"}
_HEDGES = {"≈": "约", "≥": "不低于", "≤": "不超过"}


@dataclass(frozen=True, slots=True)
class Input:
    """A column in a form.

    Attributes:
        hint: how a value is written. choices: (key, words), () where anything may be typed.
        required: the row cannot be without it. long: it holds sentences. value: what is there now.
    """

    key: str
    label: str
    hint: str
    choices: tuple[tuple[str, str], ...]
    required: bool
    long: bool
    value: str = ""


def inputs(site: Site, register: Register) -> tuple[Input, ...]:
    """Every column of a register, those that a row must fill first."""
    told = [input_of(site, register, one) for one in register.fields]
    return tuple(sorted(told, key=lambda one: not one.required))


def input_of(site: Site, register: Register, field: Field, value: str = "") -> Input:
    """One column, with the value of a row."""
    zh = site.lang == "zh"
    must = field.required or field.key in register.names or field.key == register.dated_by
    return Input(
        field.key, field.zh if zh else field.en, site.words.texts.get(f"desk_form.hint_{field.type}", ""),
        tuple((one.key, one.zh if zh else one.en) for one in field.choices), must, field.verbatim,
        typed(field, value, site.answers.desk.persons),
    )  # fmt: skip


def typed(field: Field, value: str, everyone: Iterable[Person] = ()) -> str:
    """What a person would type for a value; it reads back as the same value.

    >>> from bulian.vocab.registers import register
    >>> typed(register("projects").field("total"), "≈120000000")
    '约120000000元'
    """
    if field.type == "person":
        return named(value, (one for one in everyone if not one.forgotten), "zh")
    if field.type == "date" and value == ENDLESS:
        return "长期"
    if not value or field.type not in (*_UNITS, "count", "quantity"):
        return value
    hedge = _HEDGES.get(value[0], "")
    return f"{hedge}{value[1:] if hedge else value}{_UNITS.get(field.type, '')}"


def stage_names(site: Site) -> tuple[tuple[str, str], ...]:
    """The stages that a project may be moved to, (key, words)."""
    return tuple((one.key, stage_name(site, one)) for one in stages())


def stage_name(site: Site, one: Stage) -> str:
    """What a stage is called."""
    return one.zh if site.lang == "zh" else one.en
