"""What pages rest on, as it stands at a moment: equal stamps mean that nothing changed."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bulian.corpus.workspace import OWN, Workspace
from bulian.ledger.persons import FILE
from bulian.ledger.rewritings import PERSONS

_FACTS = frozenset({"builds", "judgements", "identities", PERSONS})
"""Books that tell of facts, names and persons; in the others stands what people enter in registers."""
State = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Stamp:
    """The state of every file that an answer may come from.

    Attributes:
        day: answers may depend on it. forgotten: changes whenever somebody is forgotten.
        entered: what people enter in registers. rest: ledger, judgements, the district's own files.
    """

    day: str
    forgotten: State
    entered: tuple[State, ...]
    rest: tuple[State, ...]


def stamp(workspace: Workspace, now: str) -> Stamp:
    """The workspace as it stands; `now` is the time of asking, ISO 8601."""
    books = sorted(workspace.journal.glob("*.head"))
    own = (file for folder in OWN for file in (workspace.root / folder).glob("*.*"))
    return Stamp(
        now[:10],
        _state(workspace.journal / f"{PERSONS}.head"),
        _states(book for book in books if book.stem not in _FACTS),
        _states([
            workspace.ledger, workspace.ledger.with_name("ledger.db-wal"), workspace.root / FILE,
            *(book for book in books if book.stem in _FACTS), *sorted(own),
        ]),
    )  # fmt: skip


def _states(files: Iterable[Path]) -> tuple[State, ...]:
    return tuple(_state(file) for file in files)


def _state(file: Path) -> State:
    try:
        state = file.stat()
    except FileNotFoundError:
        return file.name, 0, 0
    if not state.st_size:  # opening the ledger makes an empty log, in which nothing stands
        return file.name, 0, 0
    return file.name, state.st_mtime_ns, state.st_size
