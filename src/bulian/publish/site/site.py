"""What every page is made from: the open ledger, what was assessed of it once, language and links."""

from dataclasses import dataclass

from bulian.ledger.handle import Ledger
from bulian.publish.site.answers import Answers
from bulian.publish.site.ground import Ground
from bulian.publish.site.links import Links
from bulian.publish.wording import Wording


@dataclass(frozen=True, slots=True)
class Site:
    """One district's pages in one language.

    Attributes:
        name: the district's name, as in bulian.toml. region: its GB/T 2260 code.
        ledger: open for reading while a page is made. ground: what was assessed of it, once for many pages.
        answers: targets followed and chains as they stand, worked out when a page asks.
        live: pages are served, so that forms can be sent; files are only read. token: that forms carry.
        behind: the workspace has changed and is being assessed anew; the answers are those of before.
    """

    name: str
    region: str
    ledger: Ledger
    ground: Ground
    answers: Answers
    words: Wording
    links: Links
    live: bool = True
    token: str = ""
    behind: bool = False

    @property
    def lang(self) -> str:
        """ "zh" or "en"."""
        return self.words.lang

    def page_of(self, name: str) -> str:
        """The address of the page of a name; "" where the ledger does not tell of who bears it."""
        entity = self.ground.names.entity(name)
        if entity is None or entity.name not in self.ground.about:
            return ""
        return self.links.page(_NAMES, self.lang, {"id": entity.id})


_NAMES = "/names/{id}"
