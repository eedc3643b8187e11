"""PDF with a text layer: paragraphs page by page, and the tables on them."""

from bulian.corpus.reader import Content, Reader


def read_pdf(raw: bytes, file: str) -> Content:
    """The text layer and the tables of a PDF; see `corpus.pdf`."""
    from bulian.corpus.pdf import read_pages

    return read_pages(raw, file)


READER = Reader(name="pdf", suffixes=(".pdf",), read=read_pdf, limited=True)
