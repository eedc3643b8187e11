"""The firm or area whose figures and deeds stand below a heading (公司简介): profiles name it once, above."""

from bulian.extract.deferred import deferred
from bulian.extract.names.brought import brought_at
from bulian.extract.names.name import Name, Names
from bulian.extract.names.places import is_place_name
from bulian.extract.names.zones import is_class
from bulian.extract.segments import Heading, Sentence


def owner_of(folded: str, names: Names, heading: Heading | None) -> str | None:
    """The firm that a heading begins with: one known, or set off from its trade (江城志远 电源领域)."""
    if heading is None:
        return None
    firms = [n for n in names.within(heading.start, heading.end) if n.kind == "firm"]
    if firms and firms[0].start == heading.start and not firms[0].text.endswith(_PRESS):
        return firms[0].canonical
    match = _PROFILE.match(folded, heading.start, heading.end)
    return match["name"] if match else None


def area_of(folded: str, names: Names, heading: Heading | None) -> str | None:
    """The street, town or zone that a heading is about (江北街道, 东湖管理区简介): a part of the home that no
    table of divisions holds; None for a division of GB/T 2260 and for what is no such heading.
    """
    match = _AREA.fullmatch(folded, heading.start, heading.end) if heading else None
    if match is None or is_class(match["name"]):
        return None
    listed = any(
        n.kind == "place"
        and n.start <= match.start()
        and n.end >= match.end("name")
        and is_place_name(n.text)
        for n in names.within(match.start(), match.end())
    )
    return None if listed else match["name"]


def introduced(folded: str, names: Names, sentence: Sentence) -> Name | None:
    """The firm, park or area that a sentence brings in: its figures follow until the next one is brought in.
    A division of GB/T 2260 comes as a place.
    """
    match = brought_at(folded, sentence.start, sentence.end)
    if match is None:
        return None
    start, end = match.span("name")
    exact = [n for n in names.within(start, end) if (n.start, n.end) == (start, end)]
    places = [n for n in exact if n.kind == "place"]
    return next(iter(places or exact), None)


def is_area(name: str | None) -> bool:
    """Whether an owner is an area, as `area_of` gives it.

    >>> is_area("江北街道"), is_area("江城科技")
    (True, False)
    """
    return name is not None and name.endswith(_AREA_ENDS)


_PRESS = ("日报", "晚报", "时报", "晨报", "新闻网", "电视台", "融媒体")
_AREA_ENDS = ("管理区", "街道", "镇", "乡", "开发区", "经开区", "高新区", "新区", "示范区", "工业园区")
_AREA = deferred(
    rf"(?P<name>[一-鿿]{{2,14}}?(?:{'|'.join(_AREA_ENDS)}))(?:办事处)?(?:简介|概况|概览|介绍|基本情况|情况介绍)?"
)
_PROFILE = deferred(
    r"(?P<name>(?![一-鿿]*(?:季度|半年|月份|日报|晚报|时报|新闻网) )[一-鿿]{3,6}) "
    r"(?=[一-鿿A-Za-z]{2,10})(?![^ ]*(?:情况|工作|任务|目标|建设|发展))"
    # 抢滩竞速 推动新兴产业聚链成群: a slogan, not a firm and its trade.
    r"(?!(?:推动|推进|打造|构建|加快|助力|赋能|激活|激发|培育|做[强优大]|壮大|跑出|释放|夯实|提升|书写|开启|迈向|让|以|向|为|促|引|聚|筑))"
)
