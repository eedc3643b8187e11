"""Unified social credit codes (统一社会信用代码): is a code well formed, and does its check digit hold?

GB 32100-2015, 法人和其他组织统一社会信用代码编码规则: 18 characters of 31, the last a check modulo 31.
"""

_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_WEIGHTS = tuple(pow(3, place, 31) for place in range(17))
_LENGTH = 18


def check_character(first: str) -> str:
    """The check character of the first 17: C18 = (31 - Σ Ci · 3^(i-1) mod 31) mod 31.

    >>> check_character("91500000MA5U00000")
    'W'
    """
    total = sum(
        _ALPHABET.index(character) * weight for character, weight in zip(first, _WEIGHTS, strict=True)
    )
    return _ALPHABET[-total % 31]


def credit_code(text: str) -> str | None:
    """The code in capitals and without blanks; None where it is none or its check character is wrong.

    >>> credit_code("91500000ma5u00000w"), credit_code("91500000MA5U000000")
    ('91500000MA5U00000W', None)
    """
    code = "".join(text.split()).upper()
    if len(code) != _LENGTH or not set(code) <= set(_ALPHABET):
        return None
    return code if check_character(code[:-1]) == code[-1] else None
