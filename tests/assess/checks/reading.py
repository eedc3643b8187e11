"""Sentences read by the real reader, and checked."""

from dataclasses import replace

from bulian.assess.check import Checked, check
from bulian.assess.datum import data_in_force
from bulian.assess.finding import Finding
from bulian.assess.statements import arranged
from bulian.assess.subject import district
from bulian.extract import read
from bulian.model.document import Document
from bulian.model.fact import Relation
from bulian.model.stored import Sourced
from tests.assess.made import source

HOME = "江城市临江区"


def sourced(text: str, name: str = "甲.txt", published_on: str = "2024-03-20") -> tuple[list[Sourced], str]:
    """The facts of a text and the content hash they bear."""
    doc = f"doc-{name}"
    found = read(Document(doc, name, text), published_on=published_on, home=HOME)
    of = replace(source(name, published_on), doc=doc)
    return [Sourced(fact, of) for fact in found.facts], doc


def checked(*texts: str, published_on: tuple[str, ...] = ()) -> Checked:
    """What the rules find of some documents, each by its text."""
    facts: list[Sourced] = []
    known: dict[str, str] = {}
    for number, text in enumerate(texts):
        day = published_on[number] if published_on else "2024-03-20"
        fresh, doc = sourced(text, f"{number}.txt", day)
        facts += fresh
        known[doc] = text
    relations = [one.fact for one in facts if isinstance(one.fact, Relation)]
    return check(arranged(data_in_force(facts, district(HOME)), known, relations))


def found(rule: str, *texts: str, published_on: tuple[str, ...] = ()) -> list[Finding]:
    """The findings of one rule."""
    return [one for one in checked(*texts, published_on=published_on).findings if one.rule == rule]


def surfaces(finding: Finding) -> list[str]:
    """The numbers of a finding as printed, in the order of its formula."""
    return [datum.fact.surface for datum in finding.facts]
