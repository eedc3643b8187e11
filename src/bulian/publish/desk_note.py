"""Notes of the desk as text: a weekly note, a page of achievements, a list of what is due."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from bulian.desk.book import Row, book_of
from bulian.desk.due import Due
from bulian.desk.figures._figure import Derived
from bulian.desk.notes import Item, Note, Part
from bulian.desk.projects.machine import Step
from bulian.desk.telling import money, named, shown
from bulian.ledger.persons import Person
from bulian.publish.wording import Wording, filled
from bulian.vocab.registers import Register, registers
from bulian.vocab.stages import stage


def note_markdown(note: Note, people: tuple[Person, ...], words: Wording, title: str) -> str:
    """A note as Markdown; each line ends with the journal line it stands on.

    Args:
        title: "week" or "achieved".
    """
    lines = [f"# {note_title(note, words, title)}", ""]
    for part in note.parts:
        lines += [f"## {part_title(part, words)}", ""]
        lines += [f"- {item_line(one, people, words)}" for one in part.items] + [""]
    if not note.parts:
        lines += [words["desk.nothing"], ""]
    if note.due:
        lines += [f"## {filled(words['desk.due'], count=str(len(note.due)))}", ""]
        lines += [f"- {due_line(one, people, words)}" for one in note.due] + [""]
    return "\n".join(lines)


def note_title(note: Note, words: Wording, title: str) -> str:
    """Whose note it is, and from when to when; `title` as for `note_markdown`."""
    chain = filled(words["desk.chain"], chain=note.chain) if note.chain else words["desk.all"]
    first, last = (day.isoformat() for day in (note.span.first, note.span.last))
    return filled(words[f"desk.title.{title}"], chain=chain, first=first, last=last)


def part_title(part: Part, words: Wording) -> str:
    """The heading of a part: what it lists, how many, and their sum where they are amounts."""
    total = "" if part.total is None else money(part.total, words.lang)
    return filled(words[f"desk.{part.key}"], count=str(len(part.items)), total=total)


def item_line(item: Item, people: tuple[Person, ...], words: Wording) -> str:
    """One entry: its day, its columns, and its line of the journal."""
    mark = words["desk.made_up"] if item.row.synthetic else ""
    return f"{item.day} {item_words(item, people, words)}{mark} [{item_place(item)}]"


def item_words(item: Item, people: tuple[Person, ...], words: Wording) -> str:
    """The columns of an entry that are told, in words; of a project also its step and the evidence."""
    register = registers()[item.row.register]
    told = [
        shown(register.field(column), item.row.get(column), words.lang, people)
        for column in item.columns
        if item.row.get(column)
    ]
    if item.step:
        told = [item.row.key, *told, step_words(item.step, words)]
    return words["desk.sep"].join(told)


def step_words(step: Step, words: Wording) -> str:
    """How a project came to a stage, and on what evidence; or why it went back."""
    name = step.stage.zh if words.lang == "zh" else step.stage.en
    if step.evidence is None:
        return filled(words["desk.back"], stage=name, why=step.why)
    one = step.evidence
    evidence = filled(words[f"desk.evidence.{one.kind}"], ref=one.ref, says=one.says)
    return filled(words["desk.stage"], stage=name, evidence=evidence)


def due_line(one: Due, people: Iterable[Person], words: Wording) -> str:
    """A thing that is due, in a line: of which row, what, for how long, and who is to be asked."""
    register = registers()[one.register]
    name = register.zh if words.lang == "zh" else register.en
    parts = [f"{name} {one.row}{words['desk.colon']}{what_is_due(one, words)}", over_words(one, words)]
    return f"{words['desk.sep'].join(part for part in parts if part)} @{named(one.who, people, words.lang)}"


def what_is_due(one: Due, words: Wording) -> str:
    """What is wrong, in words."""
    register = registers()[one.register]
    mark = "、" if words.lang == "zh" else ", "
    columns = mark.join(_names(register, one.columns, words.lang))
    told = stage(one.says) if one.what in ("stuck", "slipped") else None
    at = "" if told is None else told.zh if words.lang == "zh" else told.en
    return filled(words[f"desk.what.{one.what}"], columns=columns, day=one.day, says=one.says, stage=at)


def over_words(one: Due, words: Wording) -> str:
    """For how long it is over, or how long it has still to go; "" where no day is behind it."""
    if one.what in ("empty", "dangling", "claimed"):
        return ""
    if one.over == 0:
        return words["desk.today"]
    return filled(words["desk.over" if one.over > 0 else "desk.ahead"], days=str(abs(one.over)))


def derived_words(one: Derived, words: Wording) -> str:
    """A derived figure with its unit, in words; that it is not known where it is not."""
    if one.value is None:
        return words["desk.unknown"]
    if one.unit in ("yuan", "yuan_per_mu"):
        # Yuan a mu are told to the hundred: more digits than the areas have would be none.
        value = one.value.quantize(Decimal("1E2")) if one.unit == "yuan_per_mu" else one.value
        amount = money(value, words.lang)
        return amount if one.unit == "yuan" else filled(words["desk.unit.yuan_per_mu"], value=amount)
    return filled(words[f"desk.unit.{one.unit}"], value=f"{one.value.quantize(Decimal('0.1')).normalize():f}")


def formula_words(one: Derived, lang: str) -> str:
    """The formula with its columns, and what they may hold, as people call them."""
    zh = lang == "zh"

    def called(found: re.Match[str]) -> str:
        register = registers()[found["register"] or one.register]
        column = register.field(found["column"])
        choice = next((each for each in column.choices if each.key == found["choice"]), None)
        named = choice or column
        name = named.zh if zh else named.en
        return f"{register.zh if zh else register.en}·{name}" if found["register"] else name

    return _COLUMN.sub(called, one.formula[not zh])


def places(row: Row, columns: Iterable[str]) -> tuple[int, ...]:
    """The lines of the journal that say these columns, in order."""
    return tuple(sorted({row.places[column] for column in columns if column in row.places}))


def _names(register: Register, columns: Iterable[str], lang: str) -> Iterator[str]:
    for column in columns:
        field = register.field(column)
        yield field.zh if lang == "zh" else field.en


def item_place(item: Item) -> str:
    """The lines of the journal behind an entry, as book:lines."""
    lines = (item.step.line,) if item.step else places(item.row, item.columns)
    return f"{book_of(item.row.register)}:{','.join(map(str, lines))}"


_COLUMN = re.compile(r"\{(?:(?P<register>[a-z_]+)\.)?(?P<column>[a-z_]+)(?:=(?P<choice>[a-z_]+))?\}")
