"""A catalogue file as a chain; every word that does not fit is refused with its file and line."""

from collections.abc import Iterable, Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path

from bulian.chain.checking import check
from bulian.model.chain import STAGES, Chain, Input, InputKind, Name, Node, Segment, Stage
from bulian.vocab.marked_yaml import Marked, read_marked

_CHAIN = (
    "id", "name", "version", "synonyms", "clusters", "sources", "default_source", "stages", "segments",
    "nodes",
)  # fmt: skip
_NODE = ("id", "segment", "name", "synonyms", "gb4754", "hs", "weight", "final", "extension", "needs")
_NEEDS = ("essential", "substitutable", "auxiliary")
_SCRIPTS = ("zh-Hans", "zh-Hant", "en")
_HS_DIGITS = 6


def read_chain(path: Path, origin: str = "shipped") -> Chain:
    """A chain from its file, checked.

    Raises:
        VocabularyError: something in it does not fit; names the file and the line.
    """
    root = read_marked(path)
    root.fields(_CHAIN)
    sources = {key: value.text() for key, value in root.need("sources").fields().items()}
    default = _source(root.need("default_source"), sources)
    chain = Chain(
        id=root.need("id").text(),
        name=_name(root.need("name")),
        version=root.need("version").text(),
        words=_words(root.fields().get("synonyms")),
        clusters=tuple(each.text() for each in _list(root, "clusters")),
        stages=tuple((_stage_key(root, key), value.text()) for key, value in _mapping(root, "stages")),
        segments=tuple(_segment(each) for each in root.need("segments").items()),
        nodes=tuple(_node(each) for each in root.need("nodes").items()),
        inputs=tuple(_inputs(root.need("nodes").items(), sources, default)),
        origin=origin,
    )
    check(chain, root)
    return chain


def _list(at: Marked, key: str) -> list[Marked]:
    fields = at.fields()
    return fields[key].items() if key in fields else []


def _mapping(at: Marked, key: str) -> Iterable[tuple[str, Marked]]:
    fields = at.fields()
    return fields[key].fields().items() if key in fields else ()


def _name(at: Marked) -> Name:
    at.fields(_SCRIPTS)
    told = {script: at.fields()[script].text() for script in _SCRIPTS if script in at.fields()}
    return Name(at.need("zh-Hans").text(), told.get("zh-Hant", ""), told.get("en", ""))


def _words(at: Marked | None) -> tuple[str, ...]:
    if at is None:
        return ()
    lists = [at] if isinstance(at.value, list) else list(at.fields(_SCRIPTS).values())
    return tuple(word.text() for each in lists for word in each.items())


def _stage_key(root: Marked, key: str) -> Stage:
    if key not in STAGES:
        at = root.need("stages").fields()[key]
        raise at.wrong(f"stage {key!r} is unknown; write one of {', '.join(STAGES)}", _STAGE_ZH.format(key))
    return key


_STAGE_ZH = "不认识阶段“{}”，可写 " + "、".join(STAGES)


def _segment(at: Marked) -> Segment:
    at.fields(("id", "stage", "name", "synonyms"))
    stage = at.need("stage").text()
    if stage not in STAGES:
        raise at.need("stage").wrong(
            f"stage {stage!r} is unknown; write one of {', '.join(STAGES)}", _STAGE_ZH.format(stage)
        )
    words = _words(at.fields().get("synonyms"))
    return Segment(at.need("id").text(), stage, _name(at.need("name")), words)


def _node(at: Marked) -> Node:
    fields = at.fields(_NODE)
    return Node(
        id=at.need("id").text(),
        segment=at.need("segment").text(),
        name=_name(at.need("name")),
        words=_words(fields.get("synonyms")),
        codes=tuple((code, number(weight)) for code, weight in _mapping(at, "gb4754")),
        hs=tuple(_hs(each) for each in _list(at, "hs")),
        weight=number(fields["weight"]) if "weight" in fields else Decimal(1),
        final=_flag(fields.get("final")),
        extension=_flag(fields.get("extension")),
    )


def number(at: Marked) -> Decimal:
    """A number that is not below zero."""
    try:
        value = Decimal(at.text())
    except InvalidOperation as error:
        raise at.wrong(f"{at.value!r} is no number", f"“{at.value}”不是数") from error
    if not value.is_finite() or value < 0:
        raise at.wrong(f"{at.value} is below zero or endless", f"{at.value} 应是不小于零的数")
    return value


def _flag(at: Marked | None) -> bool:
    if at is None:
        return False
    if at.text() not in ("true", "false"):
        raise at.wrong("write true or false", "请写 true 或 false")
    return at.text() == "true"


def _hs(at: Marked) -> str:
    code = at.text()
    if len(code) != _HS_DIGITS or not code.isdigit():
        raise at.wrong(f"{code!r} is no HS code of six digits", f"“{code}”不是六位 HS 编码")
    return code


def _source(at: Marked, sources: dict[str, str]) -> str:
    key = at.text()
    if key not in sources:
        raise at.wrong(f"source {key!r} is not among the sources above", f"来源“{key}”不在上面的 sources 里")
    return sources[key]


def _inputs(nodes: list[Marked], sources: dict[str, str], default: str) -> Iterator[Input]:
    for at in nodes:
        if "needs" not in at.fields():
            continue
        user, needs = at.need("id").text(), at.need("needs")
        needs.fields(_NEEDS)
        for kind, group, each in _needed(needs):
            yield _input(each, user, (kind, group), sources, default)


def _needed(needs: Marked) -> Iterator[tuple[InputKind, str, Marked]]:
    yield from (("essential", "", each) for each in _list(needs, "essential"))
    for group, members in _mapping(needs, "substitutable"):
        yield from (("substitutable", group, each) for each in members.items())
    yield from (("auxiliary", "", each) for each in _list(needs, "auxiliary"))


def _input(
    at: Marked, user: str, role: tuple[InputKind, str], sources: dict[str, str], default: str
) -> Input:
    kind, group = role
    if isinstance(at.value, str):
        return Input(at.text(), user, kind, group, None, default)
    fields = at.fields(("node", "source", "share"))
    share = number(fields["share"]) if "share" in fields else None
    if share is not None and share > 1:
        raise fields["share"].wrong(f"a share of {share} is above one", f"占比 {share} 大于一")
    source = _source(fields["source"], sources) if "source" in fields else default
    return Input(at.need("node").text(), user, kind, group, share, source)
