"""Which indicator may be divided by which, as a part by its whole."""

from functools import cache

from bulian.vocab.table import FOLDER, rows


@cache
def share_measures() -> dict[str, str]:
    """The indicator of the whole by that of the part.

    >>> share_measures()["产值"]
    '工业总产值'
    """
    table: dict[str, str] = {}
    for row in rows(FOLDER / "share_measures.csv", ("part", "whole")):
        part = row.text("part")
        if part in table:
            raise row.wrong(f"{part} stands here twice; keep one row", f"{part} 出现两次，请保留一行")
        table[part] = row.text("whole")
    return table
