"""Slots that name what one becomes: titles, lists, awards, grades, and zones to grow into."""

from bulian.extract.context import Context
from bulian.extract.deferred import deferred
from bulian.extract.names.places import starting_place
from bulian.extract.relations.readings.words import COUNT, aspired, generic, titled


def aspirations(context: Context, start: int, end: int) -> list[str]:
    """A zone, base or landmark to become (全国体外诊断产业高地); the one name, without praise before 的."""
    match = aspired().match(context.folded, start, end)
    if not match or _COUNTED.match(match.group()):
        return []
    parts = _conjoined(match.group())
    names = [_QUANTIFIED.sub("", _after_praise(part)).replace("“", "").replace("”", "") for part in parts]
    home = context.names.home or ""
    good = [
        n
        for n in names
        if 4 <= len(n) <= 30 and not generic().fullmatch(_SIZE.sub("", n)) and not COUNT.search(n)
    ]
    return [
        name
        for name in good
        if _here(name, home) and not _VERB_FIRST.match(name) and not _COUNTED.match(name)
    ]


def aspirations_each(context: Context, start: int, end: int) -> list[str]:
    """Every member of a list of what a place is to become: A区、B园区、C基地."""
    found: list[str] = []
    if _PLATFORMS.search(context.folded, start, end):
        return []
    if quoted := _QUOTED_AIMS.match(context.folded, start, end):
        aims = _AND.split(quoted[1])
        if len(aims) > 1 and all(_AIM.fullmatch(aim) for aim in aims):
            return aims
    for part in _LIST.finditer(context.folded, start, end):
        found += aspirations(context, part.start(), part.end())
    return found


def titles(context: Context, start: int, end: int) -> list[str]:
    """Titles, lists and awards; each member of a list must sound like one."""
    text = _TITLE_END.sub("", context.folded[start:end]).strip()
    if several := _SEVERAL.fullmatch(text):
        text = several[1]  # “A”和“B”两大品牌
    found = []
    for part in _split_titles(text):
        part = _FIRST_FEW.sub(r"\1", _unquoted(_TITLE_START.sub("", part)))
        if (
            (4 if part.endswith(("之乡", "之都")) else 5) <= len(part) <= 50
            and titled().search(part)
            and not _NO_TITLE.search(part)
        ):
            found.append(part)
    return found


def graded(context: Context, start: int, end: int) -> list[str]:
    """The assessment and the grade that follows it."""
    match = _GRADE.match(context.folded, end)
    return [context.folded[start:end] + match[1]] if match else []


def _conjoined(text: str) -> list[str]:
    """A和B as two where A alone would do as well (制造基地和创新高地), else as one."""
    first, _, second = text.partition("和")
    return [first, second] if second and aspired().fullmatch(first) else [text]


def _after_praise(text: str) -> str:
    """有影响力的西部产业高地 → 西部产业高地; praise that says how wide (全国最大的) is part of the aim."""
    cuts = [match.start() for match in _OF.finditer(text)]
    if not cuts or _SCOPE.search(text[: cuts[-1]]):
        return text
    last = text[cuts[-1] + 1 :]
    return last if len(last) >= 5 else text[: cuts[-1]] + last


def _here(name: str, home: str) -> bool:
    """The name does not begin with another place, whose aspiration it would be."""
    place = starting_place(name)
    return not place or place in home


def _split_titles(text: str) -> list[str]:
    depth, parts, last = 0, [], 0
    text = _BETWEEN_QUOTES.sub("、", text)
    for at, sign in enumerate(text):
        depth += (sign in "“《（") - (sign in "”》）")
        if sign == "、" and depth <= 0:
            parts.append(text[last:at])
            last = at + 1
        elif sign == "“" and depth == 1 and text[at - 1 : at] == "”":
            parts.append(text[last:at])
            last = at
    return [*parts, text[last:]]


def _unquoted(text: str) -> str:
    """Without signs that enclose the whole, as “…” or 《…》."""
    pair = text[:1] + text[-1:]
    inner = text[1:-1]
    return inner if pair in ("“”", "《》") and pair[0] not in inner and pair[1] not in inner else text


_QUOTED_AIMS = deferred("“([^“”]{6,60})”")
_AND = deferred("、|和(?=[^、和]{4,})")
_AIM = deferred("[^的]{2,16}(?:门户|中心|新城|高地|样板|标杆|名城|枢纽|基地|示范区|先行区)")
_LIST = deferred("[^、]+")
_PLATFORMS = deferred("、[^，。；]*等[^，。；、]{0,8}(?:平台|项目|载体|设施|工程)")
"""甲研究院、乙基地等公共服务平台: what is put up, no aim."""
_BETWEEN_QUOTES = deferred("(?:(?<=”)|(?<=”品牌)|(?<=”称号))(?:和|与|及|以及)(?=“)")
_SIZE = deferred("^[百千万]亿级?(?=..)")
_QUANTIFIED = deferred(r"^(?:一批|一个|一座|若干|多个|更多|[一二三四五六七八九十\d]+个)")
_TITLE_END = deferred(
    r"(?:第\d+[位名]|(?<=奖)\d+[个项])?…*(?:等[^，、”]{0,10})?(?:（[^（）]*(?:排名|第\d)[^（）]*）)?(?:(?<=”)(?:之后|以后|后))?(?:荣誉)?(?:称号|殊荣|认证|认定|资质|资格)?(?:之一)?$"
)
_SEVERAL = deferred("((?:“[^“”]{2,30}”[、和与及]?){2,})[两三四五六][大个块项][^“”]{2,12}")
_FIRST_FEW = deferred(r"(首批|第[一二三四五六]批)\d+[家个]")
"""首批8家: how many were named with it is no part of the title."""
_TITLE_START = deferred(
    r"^(?:为|成为|了|到)?(?:一批|一个|首个)?(?:整[省市县区域])?(?:(?:创建|创成)(?=国家|全国|省))?"
)
_NO_TITLE = deferred(
    r"^\d+[家个项所]|\d+[人家个项名]$|\d家|投产|建成|\d+(?:\.\d+)?[%万亿]|[家个项][，、]?$|增长|同比|建设进度|^排名|^位[居列]|跻身|入选|入围|荣获|获评|第[一二三四五\d]+$|产业$|代表$|来自|^(?:数|总数)|数量|保持"
)
_VERB_FIRST = deferred(r"加快|形成|构建|建设|打造|培育|壮大|发展|做[强大优]|\d")
_COUNTED = deferred(r"(?:\d+|[一两二三四五六七八九十]+)(?:个|家|大|座)|.*[两三四五六七八九十]大")
_OF = deferred(r"(?<!目)的(?!士)")
_SCOPE = deferred(
    r"全国|中国(?!式|特色)|全球|国内|世界|长三角|京津冀|大湾区|成渝|亚洲|[东中西]部|国家级|省级|市级"
)
_GRADE = deferred(r"中(?:获得|获评|获|荣获|被评为|取得)([^，,。；：！？、\n]{2,10})")
