"""Slots that name projects, parks, buildings and other single things."""

from bulian.extract.context import Context
from bulian.extract.deferred import deferred
from bulian.extract.names.coordination import list_start, read_list
from bulian.extract.names.name import Name
from bulian.extract.relations.agents import governing
from bulian.extract.relations.anaphors import named_last
from bulian.extract.relations.readings.firms import LISTED, firms
from bulian.extract.relations.readings.words import (
    COUNT,
    bracketed,
    directional,
    distinct,
    facility,
    facility_word,
    vague,
)


def facilities(context: Context, start: int, end: int) -> list[str]:
    """Named parks, projects and buildings that stand or are to stand somewhere."""
    if not facility_word().search(context.folded, start, end):
        return []
    found = read_list(context.phrases, start, end)
    named = [
        item.text
        for item in found.items
        if facility().search(item.text) and distinct(item.text) and not _measured(context, item.start)
    ]
    platform = found.noun in ("平台", "载体", "园区") and not named
    return named or ([item.text for item in found.items if distinct(item.text)] if platform else [])


def _measured(context: Context, at: int) -> bool:
    """年产30万千升啤酒生产线: what begins right behind a number is the rest of its unit, and no name."""
    return context.folded[at - 1 : at] in tuple("0123456789万亿千百")


def parks(context: Context, start: int, end: int) -> list[str]:
    """Named parks and bases, each member of a list; () if a member is none."""
    items = read_list(context.phrases, start, end).items
    good = [item.text for item in items if _PARK.search(item.text) and not vague().fullmatch(item.text)]
    return good if len(good) == len(items) else []


def zones(context: Context, start: int, end: int) -> list[str]:
    """The zones and parks into which something is divided, each member of a list; () if a member is none."""
    *first, last = context.folded[start:end].split("、")
    pair = _LINKED.split(last)
    items = [item.strip("“”") for item in (*first, *(pair if all(map(_ZONE.search, pair)) else (last,)))]
    return items if all(_ZONE.fullmatch(item) for item in items) else []


def own_thing(context: Context, start: int, end: int) -> list[str]:
    """The firm, project or plant that ends the slot under a name of its own."""
    stop = bracketed(context.folded, start, end)
    found = [n for n in context.names.within(start, stop) if n.end == stop and n.kind in _OWN]
    named = max(found, key=lambda n: n.end - n.start, default=None)
    if named is None or vague().fullmatch(named.text) or COUNT.search(named.text):
        return []
    return [named.canonical] if named.kind == "firm" or distinct(named.text) else []


def bodies(context: Context, start: int, end: int) -> list[str]:
    """Institutes, laboratories and centres with own names, each member of a list; () if one is none."""
    items = read_list(context.phrases, start, end).items
    good = [item.text for item in items if _BODY.search(item.text) and distinct(item.text)]
    return good if len(good) == len(items) else []


def own_project(context: Context, start: int, end: int) -> list[str]:
    """The project that ends the slot under a long name of its own, no mere kind of works."""
    found = [
        n for n in context.names.within(start, end) if n.end == end and n.kind in ("project", "park", "base")
    ]
    best = max(found, key=lambda n: n.end - n.start, default=None)
    if best is None or len(best.text) < _OWN_NAME or not distinct(best.text):
        return []
    if _NO_WORK.search(best.text) or context.folded[best.start - 1 : best.start] in tuple("个项/"):
        return []
    return [best.canonical]


def firms_project(context: Context, start: int, end: int) -> list[str]:
    """The project that ends the slot, if its name begins with a firm or the document names it again."""
    return [
        name for name in own_thing(context, start, end)
        if context.folded.count(name) > 1
        or any(n.kind == "firm" and name.startswith(n.text) for n in context.names.within(start, end))
    ]  # fmt: skip


def things_at_start(context: Context, start: int, end: int) -> list[str]:
    """The firms, projects and parks with names of their own that begin the slot, one or a list of them."""
    found: list[str] = []
    while best := _longest_at(context, start, end):
        found.append(best.canonical)
        start = best.end + 1
        if context.folded[best.end : start] not in ("、", "和", "与", "及"):
            break
    return found


def firm_or_project_at_start(context: Context, start: int, end: int) -> list[str]:
    """The firm or project that begins the slot under a name of its own."""
    best = _longest_at(context, start, end)
    return [best.canonical] if best and best.kind in ("firm", "project", "base") else []


def _longest_at(context: Context, start: int, end: int) -> Name | None:
    here = [n for n in context.names.within(start, end) if n.start == start and n.kind in _OWN]
    best = max(here, key=lambda n: n.end, default=None)
    own = best and (best.kind == "firm" or distinct(best.text)) and not vague().fullmatch(best.text)
    return best if own else None


def owned(context: Context, start: int, end: int) -> list[str]:
    """The firm or project that ends the slot; for 该项目 or 公司 nothing."""
    found = [n for n in context.names.within(start, end) if n.end == end and n.kind == "firm"]
    if found:
        return [max(found, key=lambda n: n.end - n.start).canonical]
    return own_thing(context, start, end)


def named(context: Context, start: int, end: int) -> list[str]:
    """The name that fills the slot, of whatever kind."""
    found = [n for n in context.names.within(start, end) if n.start == start and n.end == end]
    return [found[0].canonical] if found else []


def inside(context: Context, start: int, end: int) -> list[str]:
    """Every firm, project, park and place named in the slot, the longest where several begin."""
    found: list[str] = []
    last = start
    for name in context.names.within(start, end):
        slogan = context.folded[name.start - 1] == "“" and context.folded[name.end : name.end + 1] != "”"
        if slogan or _NO_WORK.search(name.text):
            continue
        if name.start >= last and name.kind in ("firm", "place", *_OWN):
            found.append(name.canonical)
            last = name.end
    return list(dict.fromkeys(found))


def body(context: Context, start: int, end: int) -> list[str]:
    """A firm, body or park that ends the slot under a name of its own."""
    stop = bracketed(context.folded, start, end)
    found = [
        n for n in context.names.within(start, stop) if n.end == stop and n.kind in ("firm", "body", "park")
    ]
    best = max(found, key=lambda n: n.end - n.start, default=None)
    return [best.canonical] if best and distinct(best.canonical) else []


def party(context: Context, start: int, end: int) -> list[str]:
    """The firm, place or body that fills the slot."""
    stop = bracketed(context.folded, start, end)
    found = [n for n in context.names.within(start, stop) if n.start == start and n.end == stop]
    good = [n for n in found if n.kind in ("firm", "place", "body", "park")]
    named = [governing(context, n).name for n in good[:1]]
    formal = _PARTY.fullmatch(context.folded, start, stop) and context.phrases.clear(start, stop)
    return named or ([context.folded[start:stop]] if formal else [])


def any_party(context: Context, start: int, end: int) -> list[str]:
    """The firm, place or body that ends the slot; also one nobody knew that fills it and ends as such do."""
    known = [n for n in context.names.within(start, end) if n.kind == "firm" and n.end == end]
    if known:
        return [max(known, key=lambda n: n.end - n.start).canonical]
    stop = bracketed(context.folded, start, end)
    text = context.folded[start:stop]
    placed = [n.canonical for n in context.names.within(start, stop) if n.kind == "place"]
    if placed and text.endswith("政府"):
        return placed[-1:]
    return party(context, start, stop) or ([text] if _SIGNER.fullmatch(text) else [])


def built(context: Context, start: int, end: int) -> list[str]:
    """One plant, project or firm that is set up: its own words, what it is said to yield aside."""
    start += context.folded.startswith("“", start)
    text = context.folded[start:end]
    known = [n for n in context.names.within(start, end) if n.end == end and n.kind == "firm"]
    if known:
        return [known[0].canonical]
    longer = {
        n.canonical for n in context.names.mentions if n.kind in _OWN and _owned_by_firm(context, n, text)
    }
    if len(longer) == 1:
        return [*longer]
    if yields := _YIELDS.match(text):
        text = text[yields.end() :]
    good = (_BUILT.search(text) or facility().search(text)) and not vague().fullmatch(text)
    good = good and "”的" not in text
    return [text] if good and 3 <= len(text) <= 30 and not COUNT.search(text) else []


def yearly(context: Context, start: int, end: int) -> list[str]:
    """年产28万吨正极材料项目 with the firm before it, as people call it."""
    begin = start
    while begin > 0 and context.folded[begin - 1] not in "，,。；：、的\n ":
        begin -= 1
    return [context.folded[begin:end]]


def _owned_by_firm(context: Context, name: Name, text: str) -> bool:
    """华东基地 is 远江重科华东基地 where the document calls it so."""
    first = [
        n for n in context.names.within(name.start, name.end) if n.kind == "firm" and n.start == name.start
    ]
    return bool(first) and name.text.endswith(text) and name.end - first[0].end == len(text)


def one(context: Context, start: int, end: int) -> list[str]:
    """One name as it stands, its aliases resolved."""
    text = context.folded[start:end].strip("“”")
    known = [n for n in context.names.within(start, end) if n.start == start and n.end == end]
    return [known[0].canonical] if known else [text] if len(text) >= 2 else []


def unowned(context: Context, start: int, end: int) -> list[str]:
    """One name as it stands; nothing behind who owns it (华邦公司年产3600吨…项目), unless that is a place."""
    floor = max(0, start - _LONGEST_FIRM)
    left = context.phrases.left_edge(start, floor)
    before = [n for n in context.names.within(floor, start) if n.end == start]
    placed = any(n.kind in ("place", "park") for n in before)
    owned = any(n.kind == "firm" for n in before) or (
        start - left >= 2 and not placed and context.folded[left:start] != "我们"
    )
    return [] if owned else one(context, start, end)


def renamed(context: Context, start: int, end: int) -> list[str]:
    """The name that ends the slot; for 公司 or 该校, which tell no name, nothing."""
    grade = _GRADE.search(context.folded, start, end)
    stop = grade.start() if grade else end
    return [name for name in subject(context, start, stop) if len(name) > 3 and not vague().fullmatch(name)]


def short_form(context: Context, start: int, end: int) -> list[str]:
    """The slot's words where they stand in a longer name right before: 云栖科技新城 … 的科技新城."""
    text = context.folded[start:end]
    return [text] if text in context.folded[max(0, start - _NEAR) : start] else []


def things(context: Context, start: int, end: int) -> list[str]:
    """Members as they stand: products, projects, bodies."""
    return [item.text for item in read_list(context.phrases, start, end).items]


def quoted(context: Context, start: int, end: int) -> list[str]:
    """The names in quotes of which the slot consists: brands (“甲”“乙”、“丙”)."""
    return _IN_QUOTES.findall(context.folded[start:end])


def thing_at_end(context: Context, start: int, end: int) -> list[str]:
    """The project, building or firm that ends the slot."""
    found = [
        n for n in context.names.within(start, end) if n.end == end and n.kind not in ("place", "industry")
    ]
    return [found[0].canonical] if found else []


def firm_or_facility(context: Context, start: int, end: int) -> list[str]:
    """Firms where all members are such, else parks, projects and buildings."""
    return firms(context, start, end) or facilities(context, start, end)


def subject(context: Context, start: int, end: int) -> list[str]:
    """The name that ends the slot, notes in brackets aside; else the whole slot if it is one plain name."""
    when = _WHEN.search(context.folded, start, end)
    stop = bracketed(context.folded, start, when.start() if when else end)
    while edge := _ADVERB.search(context.folded, start, stop):
        stop = edge.start()
        stop = bracketed(context.folded, start, stop)
    if _COMPANY.fullmatch(context.folded, start, stop):
        meant = named_last(context, start, "firm")
        return [meant.name] if meant else []
    found = [n for n in context.names.within(start, stop) if n.end == stop and n.kind != "industry"]
    if found:
        before = [a.short for a in context.names.aliases if a.end == found[0].start]
        return [(before[0] if before else "") + found[0].canonical]
    left = context.phrases.left_edge(stop, start)
    text = context.folded[left:stop]
    return [text] if 2 <= len(text) <= 16 and not COUNT.search(text) else []


def builts(context: Context, start: int, end: int) -> list[str]:
    """Projects, buildings, plants or bodies that end the slot, each member of a list."""
    listed = LISTED.search(context.folded, start, end)
    end = listed.start() if listed else end
    begin = max(start, list_start(context.phrases, end, start))
    if context.folded[begin:end].find("）") > 0:
        return subject(context, start, end)
    if meant := _ANAPHOR.fullmatch(context.folded, begin, end):
        return _meant(context, begin, meant[1])
    items = [item.text for item in read_list(context.phrases, begin, end).items]
    if "、" not in context.folded[begin:end] and (whole := own_project(context, begin, end)):
        items = whole  # 甲组件及乙材料项目 is one
    # What 等16个项目 sums up are works, whatever their names end in.
    works = items[1:] and items[-1].endswith("项目")
    works = works or (listed is not None and listed.group().endswith("项目"))
    good = [
        text
        for text in items
        if (facility().search(text) or _BUILT.search(text) or (works and _is_work(text)))
        and not vague().fullmatch(text)
    ]
    return [
        text for text in good
        if not COUNT.search(text) and not _HALF.match(text) and not _NO_WORK.search(text)
    ]  # fmt: skip


def _is_work(text: str) -> bool:
    """What may be the name of a work by itself, and no industry (新材料)."""
    return _WORK.fullmatch(text) is not None and directional().fullmatch(text) is None


def works(context: Context, start: int, end: int) -> list[str]:
    """Projects by whatever names a list gives them (新签约甲新能源、乙人工晶体等)."""
    *first, last = _COMPRISES.sub("", context.folded[start:end].removesuffix("等")).split("、")
    pair = _LINKED.split(last)
    items = [*first, *(pair if len(pair) == 2 and all(map(_BUILT.search, pair)) else (last,))]
    good = [
        text for text in items if _is_work(text) and not vague().fullmatch(text) and not _NO_WORK.search(text)
    ]
    return [text for text in good if not COUNT.search(text) and not _HALF.match(text)]


def _meant(context: Context, at: int, noun: str) -> list[str]:
    """该工厂: what was named last before under a name that ends so."""
    before = context.names.within(max(0, at - 400), at)
    fitting = [n for n in before if n.kind in _OWN and n.text.endswith(noun) and len(n.text) > len(noun) + 1]
    return [fitting[-1].canonical] if fitting else []


_COMPRISES = deferred(r"^(?:包括|包含|涵盖|了)(?=..)")
_COMPANY = deferred(r"(?:该|这家)?(?:公司|企业|集团)")
_PARTY = deferred("(?!该|这|各|两|多|本|其)[一-鿿A-Za-z]{2,14}(?:集团|公司|大学|学院|研究院|研究所)")
_SIGNER = deferred(
    r"[一-鿿A-Za-z]{3,16}(?:大学|学院|研究院|研究所|集团|公司|科学院|实验室|银行|医院|商会|新区|开发区|高新区|经开区|园区)"
)
_IN_QUOTES = deferred("“([^”]+)”")
_NEAR = 40
_LONGEST_FIRM = 40
_OWN_NAME = 8
_GRADE = deferred(r"(?:升格|升级|整体|合并)+(?:并)?$")
_ANAPHOR = deferred(r"(?:该|此|这一|上述|这座|此座)([一-鿿]{1,6})")
_OWN = ("firm", "project", "base", "site", "park")
_PARK = deferred(r"(?:园|园区|开发区|高新区|经开区|基地|新区|保税区|综保区|新城|科技城|科学城|港|中心|小镇)$")
_YIELDS = deferred(
    r"(?:一|首|两|[\d.]+)?[个条座家]?(?:(?:年|日|月)?(?:产|处理|加工)(?:量|能)?(?:约|超|达)?[\d.]+(?:万|亿)?[一-鿿A-Za-z]{1,4}?的?)?(?:新的?|全新的?|一个|一座|一条)?(?=[一-鿿A-Za-z]{4})"
)
_WHEN = deferred(r"(?:于|在)?(?:20\d\d年|今年|去年)?(?:\d{1,2}月)?(?:\d{1,2}日)?[底初末]?$")
_ADVERB = deferred(r"(?:刚刚?|正式|成功|顺利|已|已经|也|还|在|于|近日|日前|全面|先后|相继)$")
_ZONE = deferred(r"(?!.*(?:市辖区|[省市县]$))[一-鿿A-Za-z]{2,14}(?:区|园|组团|板块)")
_WORK = deferred(r"(?!.*(?:产业|行业|领域|方面|建设|发展|投资|重大|重点|工作)$)[一-鿿A-Za-z\d（）·“”-]{3,40}")
_NO_WORK = deferred(
    r"^\d{4}年|第?[一二三四\d]+(?:次|批|季度)|(?:重大|重点|招商引资|招商|以上|集中|签约|优质|外资|[省市区县][一-鿿]{0,3}产业|[省市区县])(?:建设|产业|工业|招商|投资|民生)?项目$"
    r"|暨项目$|推介|^(?:新|主)?(?:生产线|厂房|车间|主体工程)$|产业转移项目$|^(?:更多|首批|首个|一批|全国|世界|国家首批|年(?!产))"
)
"""What sums projects up and names none: 2024年三季度重大项目."""
_LINKED = deferred("[和及与]")
_BODY = deferred(r"(?:研究院|研究所|实验室|中心|工作站|研究会|学院|平台)$")
_HALF = deferred("[条和与及等个批]|[万亿千百]*(?:吨|台|套|件|平方米)")
"""The rest of a name or of a count (首条…, …科学与技术研究所)."""
_BUILT = deferred(
    r"(?:项目|工程|[一-鿿]厂|线|中心|园|基地|总部|大厦|学校|大学|医院|机场|港|站|桥|隧道|高速|铁路|轨道|平台|装置|一期|二期|三期|校区|校园|实验室|研究院|集团|公司)$"
)
