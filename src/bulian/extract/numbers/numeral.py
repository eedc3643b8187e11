"""What a numeral comes to: Arabic digits, Chinese numerals (中文数字), or both mixed, exactly."""

from decimal import Context, Decimal

from bulian.extract.deferred import deferred

EXACT = Context(prec=60)
"""Wide enough that no product of a number as people write it and a power of ten is rounded."""

_DIGITS = {digit: Decimal(value) for value, digit in enumerate("零一二三四五六七八九")}
_DIGITS |= {"〇": Decimal(0), "两": Decimal(2), "俩": Decimal(2), "○": Decimal(0), "Ｏ": Decimal(0)}
_DIGITS |= {digit: Decimal(value) for value, digit in enumerate("壹贰叁肆伍陆柒捌玖", start=1)}
_SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_GREAT = {"万": 10**4, "亿": 10**8, "兆": 10**12}
_GROUP = 10**4
_WRITTEN_OUT = deferred(rf"[{''.join(_DIGITS)}]+")
_PIECE = deferred(r"\d+(?:\.\d+)?|.")


def numeral(text: str) -> Decimal | None:
    """The number that a numeral names, None where it names none. Blanks and thousands commas are skipped.

    二三十 and 十四五 name none: two digits side by side have a place only in 二〇二五, written out like 2025.

    >>> numeral("1,234.5"), numeral("一万五千亿"), numeral("3万4000"), numeral("二百五"), numeral("二三十")
    (Decimal('1234.5'), Decimal('1500000000000'), Decimal('34000'), Decimal('250'), None)
    """
    text = text.replace(",", "").replace(" ", "")
    if text.isascii():
        return Decimal(text) if _PIECE.fullmatch(text) and text[0].isdigit() else None
    whole, point, fraction = text.partition("点")
    value = _whole(whole)
    if value is None or not point:
        return value
    digits = [_DIGITS.get(digit) for digit in fraction]
    if not digits or None in digits:
        return None
    tail = "".join(str(digit) for digit in digits)
    return value + Decimal(f"0.{tail}")


def _whole(text: str) -> Decimal | None:
    """Groups of four digits; a great unit multiplies all that is smaller than it."""
    if _WRITTEN_OUT.fullmatch(text):
        return Decimal("".join(str(_DIGITS[digit]) for digit in text))
    total, group, pending = Decimal(0), Decimal(0), None
    scale, least = 1, _GROUP
    spelled = False
    for piece in _PIECE.findall(text):
        if piece in _SMALL:
            if _SMALL[piece] >= least:
                return None
            group += (pending or Decimal(1)) * _SMALL[piece]
            pending, scale, least = None, _SMALL[piece], _SMALL[piece]
        elif piece in _GREAT:
            great = _GREAT[piece]
            group += pending or 0
            total = _lift(total, group, great)
            group, pending, scale, least = Decimal(0), None, great, _GROUP
        elif piece in _DIGITS:
            if pending:
                return None
            if piece in "零〇":
                scale = 1
            pending, spelled = _DIGITS[piece], True
        elif piece[0].isdigit():
            if pending is not None and pending != 0:
                return None
            pending, spelled = Decimal(piece), False
        else:
            return None
    if pending is None:
        return total + group
    # 二百五 is 250 and 一万三 is 13,000: a last digit stands one place below the unit before it.
    colloquial = spelled and scale >= 100 and pending < 10
    return total + group + (pending * scale / 10 if colloquial else pending)


def _lift(total: Decimal, group: Decimal, great: int) -> Decimal:
    if not group:
        return (total or Decimal(1)) * great
    if total and total < great:
        return EXACT.multiply(total + group, Decimal(great))
    return total + EXACT.multiply(group, Decimal(great))
