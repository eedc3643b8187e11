"""What can go wrong: one tree. Each error says what happened, where, and what to do, in both languages.

`str(error)` is English, for people who call Python; `error.say("zh")` is what the command line shows.
Doubt about data is no error: it is recorded beside the data.
"""

from pathlib import Path


class BulianError(Exception):
    """The root of the tree; never raised itself."""

    def __init__(self, en: str, zh: str) -> None:
        # A path may hold half characters, which neither a terminal nor the ledger can take.
        self.en, self.zh = (text.encode("utf-8", "backslashreplace").decode() for text in (en, zh))
        super().__init__(self.en)

    def __reduce__(self) -> tuple[object, ...]:
        # Errors cross process borders, and subclasses have arguments of their own.
        return _restore, (type(self), self.__dict__)

    def say(self, lang: str) -> str:
        """The message in `lang`, "zh" or "en"."""
        return self.zh if lang == "zh" else self.en


def _restore(kind: type[BulianError], fields: dict[str, str]) -> BulianError:
    error = kind.__new__(kind)
    Exception.__init__(error, fields["en"])
    error.__dict__.update(fields)
    return error


class SpanMismatch(BulianError):
    """A quote does not stand where its span says."""

    def __init__(self, doc: str, start: int, end: int, quote: str, found: str) -> None:
        self.doc, self.start, self.end, self.quote, self.found = doc, start, end, quote, found
        super().__init__(
            f"{doc}[{start}:{end}] reads {found!r}, not {quote!r}. Build again to read the document anew.",
            f"{doc} 第 {start}—{end} 字是“{found}”，不是“{quote}”。请重新 build，再读一次这份文件。",
        )


class Unreadable(BulianError):
    """A file that cannot be read into a document; it is quarantined with this reason."""

    def __init__(self, file: str, en: str, zh: str) -> None:
        self.file = file
        super().__init__(f"{file}: {en}", f"{file}：{zh}")


class WorkspaceError(BulianError):
    """A workspace that is missing, malformed, locked, read-only or out of space."""

    def __init__(self, place: Path | str, en: str, zh: str) -> None:
        self.place = str(place)
        super().__init__(f"{place}: {en}", f"{place}：{zh}")


class LedgerError(BulianError):
    """The ledger cannot be opened, or what is asked of it does not exist."""


class JournalError(BulianError):
    """The journal is torn or edited, or an act does not fit it."""


class MappingError(BulianError):
    """A correction of a mapping that does not fit its table, or a mapping file that cannot be read."""


class BareNumber(BulianError):
    """Text for a paper holds digits that walk back to nothing (design, law 6)."""

    def __init__(self, text: str) -> None:
        self.text = text
        super().__init__(
            f"{text!r} holds a number without a trace. Print it as a Figure, with the facts it rests on.",
            f"“{text}”里有没有出处的数字。请用 Figure 印它，并带上所依据的事实。",
        )


class VocabularyError(BulianError):
    """A vocabulary file has a row that does not fit; names the file and the line."""

    def __init__(self, file: str, line: int, en: str, zh: str) -> None:
        self.file, self.line = file, line
        super().__init__(f"{file}, line {line}: {en}", f"{file} 第 {line} 行：{zh}")


class BadRequest(BulianError):
    """What the user asked for cannot be done as asked: an unknown name, a malformed date, a missing file."""
