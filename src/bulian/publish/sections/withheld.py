"""What a paper for the public leaves out, told where it would have stood: how many, and why; never what."""

from collections.abc import Iterable

from bulian.assess.datum import Datum
from bulian.model.document import Access
from bulian.publish.computed import count
from bulian.publish.figure import Counted
from bulian.publish.paper import Text
from bulian.publish.wording import Wording


def withheld(data: Iterable[Datum], words: Wording) -> Text:
    """The sentence that says how many facts are not shown here, by access; nothing where none is."""
    ids: dict[Access, dict[str, None]] = {}
    for datum in data:
        ids.setdefault(datum.source.access, {})[datum.id] = None
    told: Text = ()
    for access in sorted(ids):
        number = count(Counted("facts", tuple(ids[access])), words)
        told = (*told, *words.say("withheld.here", n=number, access=words.words(f"access.{access}")))
    return told
