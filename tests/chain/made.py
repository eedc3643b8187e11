"""A small chain of our own, and facts around it."""

from pathlib import Path

from bulian.chain.reading import read_chain
from bulian.model.chain import Chain, Placement
from bulian.model.fact import Event, Fact, Relation, Statement
from bulian.model.place import Span
from bulian.model.stored import Source, Sourced

KIT = """\
id: kit
name: {zh-Hans: 试剂盒, zh-Hant: 試劑盒, en: Kits}
version: "1"
synonyms: {zh-Hans: [试剂盒产业, 试剂盒产业链]}
clusters: [健康产业]
sources: {author: 自拟}
default_source: author
stages: {up: 原料, mid: 生产, down: 应用, service: 服务}
segments:
  - {id: raw, stage: up, name: {zh-Hans: 生物原料}}
  - {id: make, stage: mid, name: {zh-Hans: 试剂生产}}
  - {id: use, stage: down, name: {zh-Hans: 检验}}
  - {id: serve, stage: service, name: {zh-Hans: 配套服务}}
nodes:
  - id: antigen
    segment: raw
    name: {zh-Hans: 抗原原料}
    gb4754: {"2761": 1}
  - id: bead
    segment: raw
    name: {zh-Hans: 磁微粒, zh-Hant: 磁微粒, en: Magnetic beads}
    synonyms: {zh-Hans: [磁珠], zh-Hant: [磁珠顆粒]}
    gb4754: {"2661": 0.5, "2659": 0.5}
    hs: ["382499"]
  - id: latex
    segment: raw
    name: {zh-Hans: 乳胶颗粒}
    gb4754: {"2659": 1}
  - id: reagent
    segment: make
    name: {zh-Hans: 免疫检测试剂}
    gb4754: {"2770": 1}
    final: true
    needs:
      essential: [antigen]
      substitutable: {固相: [bead, latex]}
      auxiliary: [cold]
  - id: lab
    segment: use
    name: {zh-Hans: 独立检验所}
    gb4754: {"8492": 1}
    needs:
      essential: [reagent]
  - id: cold
    segment: serve
    name: {zh-Hans: 低温配送}
    gb4754: {"5432": 1}
  - id: implant
    segment: use
    name: {zh-Hans: 骨科植入件}
    gb4754: {"3589": 1}
    extension: true
    needs:
      essential: [antigen]
"""


def kit(folder: Path, text: str = KIT, name: str = "kit.yaml") -> Chain:
    """The chain as its file gives it."""
    path = folder / name
    path.write_text(text, "utf-8")
    return read_chain(path, origin=name)


def on(node: str, firm: str, probability: float = 1.0, group: str | None = None) -> Placement:
    """A firm on a node, by a relation."""
    return Placement(firm, node, probability, "relation", group=group)


SOURCE = Source(
    doc="d" * 64, name="报告.txt", title=None, published_on="2024-01-23", dated="given", publisher=None,
    address=None, licence=None, access="public", reader="text", encoding="utf-8",
    recorded_at="2024-02-01T09:00:00+08:00", retired_at=None, synthetic=False,
)  # fmt: skip


def sourced(fact: Fact, source: Source = SOURCE) -> Sourced:
    """A fact with its document."""
    return Sourced(fact, source)


def relation(head: str, kind: str, tail: str, start: int = 0) -> Sourced:
    """A relation that stands somewhere of its own."""
    quote = f"{head} {kind} {tail}"
    return sourced(Relation(SOURCE.doc, Span(start, start + len(quote), quote), head, kind, tail, "test"))


def event(kind: str, date: str, *participants: str) -> Sourced:
    """A dated happening."""
    quote = "".join(participants) + kind
    return sourced(Event(SOURCE.doc, Span(900, 900 + len(quote), quote), kind, date, participants, "test"))


def statement(kind: str, text: str, modality: str = "actual") -> Sourced:
    """A goal or a claim."""
    return sourced(
        Statement(SOURCE.doc, Span(800, 800 + len(text), text), kind, "某区", text, modality, None, "test")  # type: ignore[arg-type]
    )
