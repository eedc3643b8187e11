"""Whatever a document says, the paper is written."""

import io

import docx
from hypothesis import given, settings
from hypothesis import strategies as st

from bulian.model.document import Document
from bulian.model.fact import Observation
from bulian.model.place import Span
from bulian.model.stored import Sourced
from bulian.publish.brief import brief
from bulian.publish.material import Material
from bulian.publish.rendering import render
from tests.assess.made import source

_TEXT = st.text(min_size=1, max_size=12)
_PERIODS = st.sampled_from([None, "2020", "2021-H1", "2021-01/2021-11", "2025", "2021/2025", "2024-02-29"])


@st.composite
def _facts(draw: st.DrawFn) -> tuple[Document, list[Sourced]]:
    before, surface, after = draw(_TEXT), draw(_TEXT), draw(_TEXT)
    of = source(draw(_TEXT), draw(st.sampled_from([None, "2021", "2022-03", "2023-04-05"])))
    text = before + surface + after
    value = draw(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15))
    fact = Observation(
        doc=of.doc,
        place=Span(0, len(text), text),
        subject=draw(st.none() | _TEXT),
        indicator=draw(_TEXT),
        aspect=draw(st.sampled_from(["level", "growth", "share", "rank"])),
        value=(value, value + 1) if draw(st.booleans()) else value,
        unit=draw(st.sampled_from(["CNY", "%", "rank", "enterprises", "新单位"])),
        surface=surface,
        surface_start=len(before),
        bound=draw(st.sampled_from(["exact", "approx", "min", "max"])),
        modality=draw(st.sampled_from(["actual", "target", "plan", "capacity"])),
        period=draw(_PERIODS),
        basis=draw(st.none() | _TEXT),
        rule="any",
        synthetic=draw(st.booleans()),
    )
    later = Observation(
        **{name: getattr(fact, name) for name in fact.__dataclass_fields__} | {"period": "2030"}
    )
    return Document(of.doc, of.name, text), [Sourced(fact, of), Sourced(later, of)]


@settings(max_examples=40, deadline=None)
@given(st.lists(_facts(), max_size=3), st.sampled_from(["zh", "en"]))
def test_any_facts_give_a_paper(found: list[tuple[Document, list[Sourced]]], lang: str) -> None:
    facts = tuple(fact for _, several in found for fact in several)
    sources = tuple({fact.source.doc: fact.source for fact in facts}.values())
    documents = {document.doc: document for document, _ in found}
    paper = brief(Material("临江区", "2026-01-07", facts, sources, documents), lang)
    assert render(paper, ".md").decode("utf-8")
    assert render(paper, ".html").decode("utf-8")
    assert docx.Document(io.BytesIO(render(paper, ".docx"))).paragraphs
