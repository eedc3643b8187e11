"""Rows of tables that lie in a text as lines, their columns parted by blanks: no sentence says them."""

from collections.abc import Iterator

from bulian.extract.deferred import deferred


def flattened_rows(folded: str) -> Iterator[tuple[int, int]]:
    """Where each number of such a row stands: three columns or more, one of them a number alone, no sign of a
    sentence, and no verb before a number.

    >>> row = "工业总产值 310.4亿元 实绩 2021年"
    >>> [row[start:end] for start, end in flattened_rows(row)]
    ['310.4亿元', '2021年']
    >>> list(flattened_rows("全年 完成 310.4 亿元 工业总产值"))
    []
    """
    for line in _LINE.finditer(folded):
        text = line.group()
        if len(text) > _LONGEST or text.count(" ") < 2 or _SENTENCE.search(text):
            continue
        columns = [match.span() for match in _COLUMN.finditer(folded, line.start(), line.end())]
        if len(columns) < 3 or not any(_FIGURE.fullmatch(folded, *column) for column in columns):
            continue
        yield from (column for column in columns if _NUMBER.match(folded, *column))


_LINE = deferred(r"[^\n]+")
_LONGEST = 300
_SENTENCE = deferred(r"[，。；！？]|(?:^|(?<= ))(?:达到?|完成|实现|增长|下降|突破|为|超过?) ")
_COLUMN = deferred(r"[^ \n]+")
_NUMBER = deferred(r"[约超近+-]?\d|(?:超过|突破|至少)\d")
_FIGURE = deferred(
    r"(?:[约超近+-]|超过|突破|至少)?\d[\d,]*(?:\.\d+)?(?:[万亿]*(?:元|美元|人|家|个|户|吨|公里|平方公里|平方米|千瓦时)"
    r"|%|个百分点)(?:以上|以下|\[\d+\]|〔[^〕]{0,4}〕)*"
)
