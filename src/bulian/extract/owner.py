"""The firm or area whose figures and deeds stand below a heading (公司简介): profiles name it once, above."""

import re

from bulian.extract.names.name import Name, Names
from bulian.extract.segments import Heading, Sentence


def owner_of(folded: str, names: Names, heading: Heading | None) -> str | None:
    """The firm that a heading begins with: one known, or set off from its trade (江城志远 电源领域)."""
    if heading is None:
        return None
    firms = [n for n in names.within(heading.start, heading.end) if n.kind == "firm"]
    if firms and firms[0].start == heading.start:
        return firms[0].canonical
    match = _PROFILE.match(folded, heading.start, heading.end)
    return match["name"] if match else None


def area_of(folded: str, names: Names, heading: Heading | None) -> str | None:
    """The street, town or zone that a heading is about (江北街道, 东湖管理区简介): a part of the home that no
    table of divisions holds; None for a division of GB/T 2260 and for what is no such heading.
    """
    match = _AREA.fullmatch(folded, heading.start, heading.end) if heading else None
    if match is None:
        return None
    listed = any(
        n.kind == "place" and n.start <= match.start() and n.end >= match.end("name")
        for n in names.within(match.start(), match.end())
    )
    return None if listed else match["name"]


def introduced(folded: str, names: Names, sentence: Sentence) -> Name | None:
    """The firm, park or area that a sentence brings in (长谷创客空间位于…, 丰禾药业成立于…), as profiles do:
    what follows is of it, until the next one is brought in. A division of GB/T 2260 comes as a place.
    """
    match = _INTRODUCED.match(folded, sentence.start, sentence.end)
    if match is None:
        return None
    start, end = match.span("name")
    if _CLASS.search(match["name"]):
        return None
    known = [n for n in names.within(start, end) if n.kind in _OWNERS and n.start == start and n.end == end]
    if known:
        return known[0]
    name = match["name"]
    if not _OWNS.search(name):
        return None
    alias = next((a.short for a in names.aliases if a.full == name), name)
    return Name(start, end, name, alias, "site")


def is_area(name: str | None) -> bool:
    """Whether an owner is an area, as `area_of` gives it.

    >>> is_area("江北街道"), is_area("江城科技")
    (True, False)
    """
    return name is not None and name.endswith(_AREA_ENDS)


_OWNERS = frozenset({"place", "firm", "park", "project", "site", "base", "body"})
_INTRODUCED = re.compile(
    r"(?:据悉|据了解|据介绍|资料显示)?，?(?P<name>[一-鿿A-Za-z（）“”·]{3,30}?)(?:（[^（）]{2,24}）)?，?(?:公司|项目|园区|总部)?(?:于\d{4}年[^，。；]{0,8})?"
    r"(?:总部)?(?:位于|坐落于|坐落在|座落于|地处|(?:成立|始建|创立|创建|创办|始创|组建|设立|建成)于|是(?:一家|一座|一个)|隶属"
    r"|前身[是为]|由[^，。；]{2,40}(?:投资|出资|组建|合并|改制|共建)|占地|(?:规划)?(?:总占地|总建筑|建筑|总)面积)"
)
_OWNS = re.compile(
    r"(?:园区?|街道|镇|乡|社区|公司|集团|厂|中心|基地|空间|广场|小镇|新城|港|城|学院|大学|研究院|项目|工程|平台|市场|景区|酒店|医院)\Z"
)
_CLASS = re.compile(
    r"\A(?:该|本|此|这|全|我|各|其|每|园区|公司|项目|企业|集团|街道|中心|基地|[一二三四五]期)|的|\d|[一两二三四五六七八九十][个家]"
)
_AREA_ENDS = ("管理区", "街道", "镇", "乡", "开发区", "经开区", "高新区", "新区", "示范区", "工业园区")
_AREA = re.compile(
    rf"(?P<name>[一-鿿]{{2,14}}?(?:{'|'.join(_AREA_ENDS)}))(?:办事处)?(?:简介|概况|概览|介绍|基本情况|情况介绍)?"
)
_PROFILE = re.compile(
    r"(?P<name>[一-鿿]{3,6}) (?=[一-鿿A-Za-z]{2,10})(?![^ ]*(?:情况|工作|任务|目标|建设|发展))"
)
