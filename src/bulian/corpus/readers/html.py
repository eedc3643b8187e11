"""Web pages: the article without navigation, and its tables."""

from bulian.corpus.reader import Content, Reader


def read_html(raw: bytes, file: str) -> Content:
    """The main text and the tables of a page; see `corpus.web`."""
    from bulian.corpus.web import read_web

    return read_web(raw, file)


READER = Reader(name="html", suffixes=(".html", ".htm"), read=read_html, limited=True)
