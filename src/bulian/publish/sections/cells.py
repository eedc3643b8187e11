"""Cells that several tables share: whose number, of what, when, how sure, and where it stands."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from bulian.assess.datum import Datum
from bulian.publish.computed import count
from bulian.publish.figure import Counted
from bulian.publish.numbers import figure_of
from bulian.publish.paper import Cite, Column, Label, Name, TableCell, Text, Words
from bulian.publish.periods import end_of_plan, period_words
from bulian.publish.wording import Wording, filled
from bulian.vocab.indicators import indicators

Item = TypeVar("Item")

CITED = 5
"""How many of the facts behind one figure a table cites; the rest are found by `bulian facts`."""

_SPACE = "join.space"


def column(key: str, kind: str, share: int, words: Wording) -> Column:
    """A column with its title from the wording."""
    if kind not in ("head", "text", "number", "cite"):
        raise ValueError(f"{kind!r} is no kind of column")
    return Column(words.words(f"column.{key}"), kind, share)  # type: ignore[arg-type]  # just checked


def subject_cell(datum: Datum, previous: str | None, words: Wording) -> TableCell:
    """Whose number it is; empty where the row above says the same."""
    if datum.subject is None:
        return TableCell((words.words("mark.nobody"),))
    return TableCell(() if datum.subject == previous else subject_name(datum))


def subject_name(datum: Datum) -> Text:
    """The subject, under one name; nothing where nobody says it."""
    return (Name(datum.subject, (datum.id,)),) if datum.subject else ()


def indicator_cell(datum: Datum, words: Wording) -> TableCell:
    """What is measured, with its basis as a remark."""
    return TableCell(indicator_name(datum, words), basis(datum, words))


def indicator_name(datum: Datum, words: Wording) -> Text:
    """The indicator, said of growth and ranks that they are."""
    fact = datum.fact
    aspect = fact.aspect
    plain = datum.indicator.removesuffix("增速") if aspect in ("growth", "rank") else datum.indicator
    name = called(plain, words)
    if aspect == "rank" and plain != datum.indicator:
        name = filled(words["aspect.growth"], indicator=name)
    return words.say(f"aspect.{aspect}", indicator=Name(name, (datum.id,)))


def called(indicator: str, words: Wording) -> str:
    """The indicator, in English by the vocabulary's English name, where it has one."""
    known = indicators().get(indicator) if words.lang == "en" else None
    return known.name_en[:1].upper() + known.name_en[1:] if known else indicator


def basis(datum: Datum, words: Wording) -> Text:
    """What growth is counted from, what a share is a share of, among whom a rank holds."""
    fact = datum.fact
    if not fact.basis:
        return ()
    if fact.aspect == "growth":
        known = f"basis.{fact.basis}" in words.texts
        return (words.words(f"basis.{fact.basis}"),) if known else (Name(fact.basis, (datum.id,)),)
    if fact.aspect == "share" and fact.basis in fact.indicator:
        return ()  # 占工业比重 says it already
    key = f"basis.{fact.aspect}"
    return words.say(key, whole=Name(fact.basis, (datum.id,))) if key in words.texts else ()


def value_cell(datum: Datum, words: Wording) -> TableCell:
    """The number, marked where it is made up or corrected."""
    return TableCell((figure_of(datum, words), *tags(datum, words)))


def tags(datum: Datum, words: Wording) -> Text:
    """〔合成〕 and 〔更正〕 where they are due."""
    made_up = (Words(words["mark.made_up"], "made_up"),) if datum.synthetic else ()
    corrected = (Words(words["mark.corrected"], "made_up"),) if datum.correction else ()
    return (*made_up, *corrected)


def modality(datum: Datum, words: Wording) -> Words:
    """实绩, 预期, 目标, 计划 or 能力; an actual number dated after its document is expected."""
    read = datum.fact.modality
    return words.words(f"modality.{'forecast' if read == 'actual' and datum.ahead else read}")


def period(datum: Datum, words: Wording) -> Text:
    """The period in words, and 十四五末 where the document says so; undated is said."""
    fact = datum.fact
    if fact.period is None:
        return (words.words("mark.undated"),)
    text = period_words(fact.period, words)
    plan = end_of_plan(fact.place.quote, fact.period) if words.lang == "zh" else None
    if plan:
        text = filled(words["period.end_of_plan"], period=text, plan=plan)
    return (Label(text, (datum.id,)),)


def cite(data: Iterable[Datum], words: Wording) -> TableCell:
    """The citations of these data, the first few of many."""
    return TableCell(citation([datum.id for datum in data], words))


def citation(ids: Iterable[str], words: Wording) -> Text:
    """The citations of these facts, the first few of many."""
    several = tuple(dict.fromkeys(ids))
    more = (words.words("paper.continued"),) if len(several) > CITED else ()
    return (Cite(several[:CITED]), *more)


def named(datum: Datum, words: Wording) -> Text:
    """Subject and indicator in running text."""
    return (*subject_name(datum), *_gap(words), *indicator_name(datum, words))


def _gap(words: Wording) -> Text:
    return (Words(words[_SPACE]),) if words.lang == "en" else ()


def first_few(items: Sequence[Item], limit: int) -> tuple[Sequence[Item], Sequence[Item]]:
    """What is shown and what is left out."""
    return items[:limit], items[limit:]


def left_out(key: str, shown: Iterable[str], left: Iterable[str], words: Wording) -> Text:
    """The sentence that says how many facts a table leaves out; nothing when it shows all."""
    return _left_out(key, _facts(shown), _facts(left), words)


def files_left_out(shown: Iterable[str], left: Iterable[str], words: Wording) -> Text:
    """The sentence that says how many documents a table leaves out; nothing when it shows all."""
    first = dict.fromkeys(shown)
    rest = (doc for doc in left if doc not in first)
    return _left_out("gaps.left_out_files", _documents(first), _documents(rest), words)


def _left_out(key: str, shown: Counted, left: Counted, words: Wording) -> Text:
    if not left.ids:
        return ()
    return words.say(key, shown=count(shown, words), left=count(left, words))


def _facts(ids: Iterable[str]) -> Counted:
    return Counted("facts", tuple(dict.fromkeys(ids)))


def _documents(ids: Iterable[str]) -> Counted:
    return Counted("documents", tuple(dict.fromkeys(ids)))
