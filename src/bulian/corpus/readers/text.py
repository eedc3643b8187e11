"""Plain text and Markdown: the text as it stands in the file."""

from bulian.corpus.encoding import decode
from bulian.corpus.reader import Content, Reader


def read_text(raw: bytes, file: str) -> Content:
    """The whole file as one text; nothing is stripped, newlines stay as they are.

    >>> read_text("产值 380亿元\\r\\n".encode(), "a.txt").text
    '产值 380亿元\\r\\n'
    """
    decoded = decode(raw, file)
    return Content(text=decoded.text, encoding=decoded.encoding, notes=decoded.notes)


READER = Reader(name="text", suffixes=(".txt", ".md"), read=read_text, limited=False)
