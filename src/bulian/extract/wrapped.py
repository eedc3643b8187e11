"""Lines wrapped at a fixed width, as in mail and old text files: their ends are no ends of anything."""

from bulian.extract.deferred import deferred


def unwrapped(folded: str) -> str:
    """A folded text of the same length, with a blank for every line end that only wraps a sentence.

    A line is wrapped where it is full, does not end a sentence, and no heading or bullet follows. A text is
    wrapped where nearly all lines that break off are prose and about equally full; any other stays as it is.

    >>> line = "全区实现地区生产总值369亿元，增长百分之七，"
    >>> unwrapped("\\n".join([line] * 5 + ["其中工业增长5%。", "二、投资", line])).count("\\n")
    2
    """
    lines = folded.split("\n")
    widths = [_width(line.rstrip()) for line in lines]
    open_ = [
        (width, line)
        for line, width in zip(lines, widths, strict=True)
        if width >= _NARROW and not _ENDS.search(line)
    ]
    if len(open_) < _FEW:
        return folded
    full = _FULL * max(width for width, _ in open_)
    alike = [line for width, line in open_ if width >= full]
    prose = sum(_PAUSE.search(line) is not None for line in alike)
    if full > _WIDE or min(prose, len(alike)) < _MOST * len(open_):
        return folded
    joined = [lines[0]]
    for line, width, following in zip(lines, widths, lines[1:], strict=False):
        wraps = width >= full and not _ENDS.search(line) and not _FRESH.match(following)
        joined.append(" " if wraps else "\n")
        joined.append(following)
    return "".join(joined)


def _width(line: str) -> int:
    """Columns: two for a Chinese character or sign, one for the rest."""
    return len(line.encode("gbk", "replace"))


_NARROW, _WIDE = 30, 100
"""Columns: a shorter line is a heading or a member of a list, and no longer one is wrapped by hand."""
_FULL = 0.8
_FEW = 5
_MOST = 0.75
_ENDS = deferred(r"[。！？：…][”’）]*\s*\Z")
_PAUSE = deferred("[，、；。]")
_FRESH = deferred(
    r"\s*\Z|[—·■◆●▲*]|\s{2,}"
    r"|\s*(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[、．])"
)
