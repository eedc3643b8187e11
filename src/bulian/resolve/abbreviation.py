"""Abbreviations (简称): characters left out, the order kept. 国际复材 of 国际复合材料, 宝钢 of 宝山钢铁."""


def follows(short: str, whole: str) -> bool:
    """Whether the characters of `short` stand in `whole` in their order, anything between them.

    >>> follows("复材", "复合材料"), follows("材复", "复合材料")
    (True, False)
    """
    rest = iter(whole)
    return all(character in rest for character in short)


def abbreviates(short: str, whole: str) -> bool:
    """Whether `short` may be an abbreviation of `whole`: shorter, in order, beginning alike.

    >>> abbreviates("宝钢", "宝山钢铁"), abbreviates("山钢", "宝山钢铁")
    (True, False)
    """
    return 2 <= len(short) < len(whole) and short[0] == whole[0] and follows(short, whole)


def one_off(one: str, other: str) -> int | None:
    """Where two words of one length differ in one character; None where they differ otherwise.

    >>> one_off("安小妹门业", "安小妹门左"), one_off("华新", "华鑫集")
    (4, None)
    """
    if len(one) != len(other):
        return None
    places = [at for at, (first, second) in enumerate(zip(one, other, strict=True)) if first != second]
    return places[0] if len(places) == 1 else None
