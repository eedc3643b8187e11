"""Word documents: paragraphs and tables in the order of the page."""

from bulian.corpus.reader import Content, Reader


def read_docx(raw: bytes, file: str) -> Content:
    """Paragraphs, one a line, and the tables between them; see `corpus.word`."""
    from bulian.corpus.word import read_word

    return read_word(raw, file)


READER = Reader(name="docx", suffixes=(".docx", ".docm"), read=read_docx, limited=True)
