"""Spreadsheets: each sheet is a table, each cell what it shows."""

from bulian.corpus.kind import kind_of
from bulian.corpus.reader import Content, Reader


def read_sheet(raw: bytes, file: str) -> Content:
    """The sheets of a workbook of any of our formats, told apart by content."""
    kind = kind_of(raw, ".xlsx", file)
    if kind == "xlsx":
        from bulian.corpus.xlsx import read_xlsx

        return read_xlsx(raw, file)
    if kind == "ods":
        from bulian.corpus.ods import read_ods

        return read_ods(raw, file)
    from bulian.corpus.xls import read_xls

    return read_xls(raw, file)


READER = Reader(
    name="sheet", suffixes=(".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"), read=read_sheet, limited=True
)
