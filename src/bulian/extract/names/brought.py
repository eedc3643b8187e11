"""What a profile brings in at the head of a sentence: 长谷创客空间位于…, 丰禾药业成立于…, 东湖街道隶属…."""

import re
from collections.abc import Iterator

from bulian.extract.deferred import deferred
from bulian.extract.names.name import Kind


def brought_in(folded: str) -> Iterator[tuple[int, int, Kind]]:
    """Each name that a sentence brings in, with its kind.

    >>> text = "长谷创客空间位于江城高新区，占地80亩。丰禾药业公司成立于1998年。"
    >>> [(text[start:end], kind) for start, end, kind in brought_in(text)]
    [('长谷创客空间', 'site'), ('丰禾药业公司', 'firm')]
    """
    first = _MARGIN.match(folded)
    begins = [first.end()] if first else []
    for at in (*begins, *(opening.end() for opening in _OPENING.finditer(folded))):
        match = brought_at(folded, at, len(folded))
        if match:
            yield *match.span("name"), _kind(match["name"])


def brought_at(folded: str, start: int, end: int) -> re.Match[str] | None:
    """The words with which a sentence brings in its subject, the group `name`; None where none do."""
    told = _TOLD.search(folded, start, min(end, start + _FAR))
    match = _BROUGHT.match(folded, start, end) if told else None
    if match is None or _CLASS.search(match["name"]) or not _OWNS.search(match["name"]):
        return None
    return match


def _kind(name: str) -> Kind:
    if name.endswith(("公司", "集团", "厂")):
        return "firm"
    if name.endswith(("项目", "工程")):
        return "project"
    if name.endswith(_PARKS):
        return "park"
    return "place" if name.endswith(_AREAS) else "site"


_AREAS = ("街道", "镇", "乡", "村", "社区", "管理区")
"""Areas that no table of divisions holds, which have industries and people as a district has."""
_PARKS = ("园", "园区", "开发区", "高新区", "经开区", "集聚区", "工业区", "保税区", "新城", "科学城")
_MARGIN = deferred(r"[ \u3000]*(?=[一-鿿“A-Za-z])")
_OPENING = deferred(r"[\n。！？][ \u3000]*(?=[一-鿿“A-Za-z])")
_BROUGHT = deferred(
    r"(?:据悉|据了解|据介绍|资料显示)?，?(?P<name>[一-鿿A-Za-z（）“”·]{3,30}?)(?:（[^（）\n]{2,40}）)?"
    r"(?:，(?:公司|项目|园区|总部)?)?(?:于\d{4}年[^，。；\n]{0,8})?"
    r"(?:总部)?(?:位于|坐落于|坐落在|座落于|地处|(?:成立|始建|创立|创建|创办|始创|组建|设立|建成)于"
    r"|是(?:一家|一座|一个)|隶属|前身[是为]|由[^，。；\n]{2,40}(?:投资|出资|组建|合并|改制|共建)"
    r"|占地|(?:规划)?(?:总占地|总建筑|建筑|总)面积)"
)
_TOLD = deferred(
    "位于|坐落|座落|地处|成立|始建|创立|创建|创办|始创|组建|设立|建成|是一|隶属|前身|由|占地|面积"
)
_FAR = 140
"""Further behind the beginning of a sentence nothing is told of the name that it opens with."""
_OWNS = deferred(
    r"(?:园|区|街道|镇|乡|村|公司|集团|厂|中心|基地|空间|广场|新城|港|城|学院|大学|研究院|项目|工程|平台|市场"
    r"|酒店|医院)\Z"
)
_CLASS = deferred(
    r"\A(?:该|本|此|这|全|我|各|其|每|园区|公司|项目|企业|集团|街道|中心|基地|总部|[一二三四五]期)|的|\d|公司.+公司"
    r"|[一两二三四五六七八九十][个家]"
)
