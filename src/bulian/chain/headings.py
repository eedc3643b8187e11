"""Under which heading a sentence stands: what a report tells of a firm it tells in the part on its chain."""

import re

_LONGEST = 40
_SENTENCE = re.compile(r"[。！？!?;；]\s*$")
_COLON = re.compile(r"[：:]")


def heading_above(text: str, start: int) -> str | None:
    """What the nearest heading above a place names, up to its colon; None where there is none above.

    A heading is a short line that ends no sentence.

    >>> heading_above("小面产业：做大做强\\n\\n示例面业有限公司在展会上签下多份意向订单，来自本区。", 12)
    '小面产业'
    """
    below = text.rfind("\n", 0, start) + 1
    lines = [line.strip() for line in text[:below].split("\n")]
    for line in reversed(lines):
        if line and len(line) <= _LONGEST and not _SENTENCE.search(line):
            return _COLON.split(line)[0].strip() or None
    return None
