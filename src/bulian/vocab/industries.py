"""Codes of GB/T 4754 as people write them, and what lies within what."""

from collections.abc import Iterator

from bulian.vocab.gbt4754 import Industry, gbt4754


def industry(code: str) -> Industry | None:
    """The industry of a code as people write it: with or without its section's letter; None if there is none.

    >>> industry("C2761").code, industry("I").name, industry("9999")
    ('2761', '信息传输、软件和信息技术服务业', None)
    """
    plain = code.strip().upper()
    known = gbt4754()
    if plain in known:
        return known[plain]
    found = known.get(plain[1:]) if plain[1:].isdigit() else None
    return found if found and section_of(found.code) == plain[0] else None


def lineage(code: str) -> Iterator[Industry]:
    """The industry itself and everything it is part of, up to its section."""
    step = gbt4754().get(code)
    while step:
        yield step
        step = gbt4754().get(step.parent)


def within(code: str, whole: str) -> bool:
    """Whether an industry is `whole` or a part of it.

    >>> within("2761", "C"), within("2761", "27"), within("2761", "276"), within("27", "2761")
    (True, True, True, False)
    """
    return any(step.code == whole for step in lineage(code))


def section_of(code: str) -> str:
    """The letter of the section (门类) that an industry belongs to; "" where there is no such code."""
    return next((step.code for step in lineage(code) if step.level == "section"), "")
