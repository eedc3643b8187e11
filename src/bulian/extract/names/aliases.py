"""Short names a document introduces: X股份有限公司（以下简称“Y”）."""

from collections.abc import Iterator

from bulian.extract.deferred import deferred
from bulian.extract.names.name import Alias
from bulian.extract.names.phrases import Phrases

_INTRODUCED = deferred(
    r"（(?:以下|下文|下面|后文|股票|证券)?(?:统称|简称|下称|又称|俗称|原名|曾用名|亦称|也称|即)(?:为|：)?[“‘\"]?(?P<short>[^（）“”‘’\"，。；、\n]{2,16})"
    r"(?:[”’\"]?(?:、|或|，)[“‘\"]?[^（）“”\n]{2,16})?[”’\"]?）"
)
_FORMER = deferred(
    r"（原(?P<short>[一-鿿]{3,16}?(?:园|园区|开发区|公司|厂|集团|学院|中心|示范区|县|镇|乡))）"
)
_OLD = deferred("（(?:原(?!则|因|料|材)|曾用名|俗称|又称|亦称|也称)")
_BARE = deferred(r"公司|本公司|集团|项目|企业|甲方|乙方|该公司|本项目|我公司|规划|纲要|办法|意见|方案|条例")


def find_aliases(phrases: Phrases) -> Iterator[Alias]:
    """Each introduction in brackets, with the name right before it as the full one."""
    folded = phrases.folded
    for match in (*_INTRODUCED.finditer(folded), *_FORMER.finditer(folded)):
        end = match.start()
        start = full_name_start(phrases, end)
        full, short = folded[start:end], match["short"]
        if (
            len(full) >= len(short)
            and full != short
            and not _BARE.fullmatch(short)
            and set(short) & set(full)
            and "《" not in full + short
        ):
            yield Alias(short, full, start, match.end())


def is_old_name(folded: str, alias: Alias) -> bool:
    """Whether an alias is what something was called before (原名…): the full name is then the one it goes by.

    >>> from bulian.extract.names.phrases import find_phrases
    >>> text = "云栖软件园（原名云栖科技园）"
    >>> [is_old_name(text, alias) for alias in find_aliases(find_phrases(text))]
    [True]
    """
    return _OLD.search(folded, alias.start, alias.end) is not None


def bare_aliases(phrases: Phrases) -> Iterator[Alias]:
    """远江半导体科技有限公司（远江半导体）: a short name in brackets, made of the full one's characters."""
    for match in _BRACKETED.finditer(phrases.folded):
        end = match.start("open")
        start = full_name_start(phrases, end)
        full, short = phrases.folded[start:end], match["short"]
        if (
            len(full) > len(short) + 2
            and full != short
            and _in_order(short, full)
            and not _BARE.fullmatch(short)
        ):
            yield Alias(short, full, start, match.end())


def _in_order(short: str, full: str) -> bool:
    rest = iter(full)
    return all(sign in rest for sign in short)


def full_name_start(phrases: Phrases, end: int) -> int:
    """Where the name that ends at `end` begins; a closing bracket or quote takes its opening with it."""
    folded = phrases.folded
    floor = max(0, end - 40)
    start = phrases.left_edge(end, floor)
    while start > floor and (pair := _PAIRS.get(folded[start - 1])):
        opening = folded.rfind(pair, max(floor, start - 16), start - 1)
        if opening < 0 or _SENTENCE.search(folded, opening, start):
            break
        start = phrases.left_edge(opening, floor)
    return start


_BRACKETED = deferred(
    r"(?<=公司)(?P<open>（)“?(?P<short>[一-鿿A-Za-z]{3,8})”?(?:，[^（）\n]{0,20})?）(?![一-鿿]{0,4}公司)"
)
_SENTENCE = deferred(r"[，。！？；：]")
_PAIRS = {"）": "（", "”": "“", "》": "《"}
