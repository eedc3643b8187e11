"""Legal names (远山环境集团股份有限公司): where they stand, their core, how a text shortens them."""

import re
from collections.abc import Iterator
from functools import cache

from bulian.extract.deferred import deferred
from bulian.extract.names.aliases import full_name_start
from bulian.extract.names.form import brand_words, has_brand, is_firm_name
from bulian.extract.names.phrases import Phrases
from bulian.extract.names.places import starting_place
from bulian.vocab.words import word_kinds


def legal_names(phrases: Phrases) -> Iterator[tuple[int, int]]:
    """Every name that ends in a legal form (有限公司), with at least two characters before it."""
    before = 0
    for match in _legal().finditer(phrases.folded):
        start = max(before, full_name_start(phrases, match.start()))
        before = match.end()
        if what := _CLASS.match(phrases.folded, start, match.start()):
            start = what.end()
        zone = _ZONE_BEFORE.match(phrases.folded, start, match.start())
        if zone and starting_place(phrases.folded[zone.end() : match.start()]):
            start = zone.end()
        if match.start() - start >= 2:
            yield start, match.end()


def ends_legally(text: str) -> bool:
    """Whether a legal form stands in a name."""
    return _legal().search(text) is not None


def core(full: str) -> str:
    """The distinctive part of a legal name: without the place before and the legal form behind.

    >>> core("重庆三峰环境集团股份有限公司")
    '三峰环境'
    """
    bare = full
    for form in _forms():
        if full.endswith(form):
            bare = full.removesuffix(form)
            break
    if bare == full:
        return full
    bare = _BRACKETED.sub("", bare)
    place = starting_place(bare)
    bare = bare[len(place) :] if len(bare) - len(place) >= 3 else bare
    return bare.removesuffix("集团") if len(bare) > 4 else bare


def short_forms(folded: str, full: str) -> Iterator[str]:
    """How a text may shorten a legal name: its first two characters, then others in order (中联重科).

    >>> list(short_forms("远江重科的产品；远江重科拟建基地", "远江重工科技股份有限公司"))
    ['远江重科']
    """
    bare = core(full)
    if bare == full or len(bare) < 5:
        return
    place = full[: full.find(bare)]
    if place and re.search(rf"{re.escape(place + bare[:2])}(?!{re.escape(bare[2])})", folded):
        # 贵州裕能 of 贵州裕能新能源电池材料有限公司
        yield place + bare[:2]
    found: dict[str, int] = {}
    for match in re.finditer(re.escape(bare[:2]), folded):
        at, rest = match.end(), bare[2:]
        while at < len(folded) and folded[at] in rest:
            rest = rest[rest.index(folded[at]) + 1 :]
            at += 1
        name = folded[match.start() : at]
        if not rest or not 3 <= len(name) <= 6 or bare.startswith(folded[match.start() : at + 1]):
            continue
        rest = bare[len(name) :] if bare.startswith(name) else ""
        parent = rest and has_brand(name) and not _kin().fullmatch(rest)
        if not parent:
            found[name] = found.get(name, 0) + (2 if rest and _kin().fullmatch(rest) else 1)
    yield from (
        name for name, count in found.items() if (count >= 2 or has_brand(name)) and is_firm_name(name)
    )


_CLASS = deferred(
    r"(?:[一-鿿]{2,8}?(?:龙头|骨干|重点|本土|知名)企业|企业|公司|厂商|龙头|投资方|(?:全资|控股)?(?:母|子|孙)公司|(?:控股)?股东|旗下|下属)(?=..)"
)
"""重点企业远江有限公司: what it is stands before the name."""
_ZONE_BEFORE = deferred("[一-鿿]{2,8}?(?:高新区|经开区|开发区|园区)(?=[一-鿿]{4})")
"""江城高新区江城远山有限公司: the zone before a name that begins with its own place is no part of it."""
_BRACKETED = deferred(r"（[^（）]*）$")


@cache
def _kin() -> re.Pattern[str]:
    """What a firm's full name may add to its short one: trades and 科技; other words name a daughter."""
    more = (
        "科技|集团|技术|实业|发展|股份|控股|产业|制品|制造|工业|工程|物联|光电|新材料|新能源|零部件|配件"
        "|（[^（）]*）"
    )
    return re.compile(rf"(?:{more}|{'|'.join(map(re.escape, brand_words()))})+")


@cache
def _forms() -> tuple[str, ...]:
    return tuple(sorted(word_kinds("legal_forms.csv"), key=len, reverse=True))


@cache
def _legal() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, _forms())))
