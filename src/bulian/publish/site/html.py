"""Jinja with our own hand: everything is escaped; `fig` prints a number as a link to where it is from."""

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from itertools import count

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from bulian.errors import BulianError
from bulian.publish.figure import Counted, Facts, Figure, Formula
from bulian.publish.naming import beside
from bulian.publish.numbers import digits
from bulian.publish.paper import Inline, Label, Name, Quote, Text, Words
from bulian.publish.renderers._renderer import expression, language_tag, printable
from bulian.publish.site.links import Served
from bulian.publish.site.page import Asked, Page, Sent, pages
from bulian.publish.site.site import Site
from bulian.publish.wording import wording


def render(site: Site, name: str, asked: Asked, sent: Sent | None = None) -> str:
    """A page as HTML; the same ledger and question give the same text.

    Args:
        sent: what a form of the page sent, and what became of it.

    Raises:
        NotFound: there is no such fact, name or document. BadRequest: a date or number is malformed.
    """
    page = pages()[name]
    hand = Hand(site, page, asked)
    if page.in_house and not site.live:
        return _environment().get_template("in_house.html").render(**hand.given())
    context = page.fill(site, asked)
    return (
        _environment()
        .get_template(f"{name}.html")
        .render(**hand.given(), **context, sent=sent, typed=sent.form if sent else {})
    )


def trouble(name: str, lang: str, error: BulianError, back: str) -> str:
    """The page that says what happened and what to do, where another cannot be made; needs no ledger."""
    words, links = wording(lang), Served()

    def t(key: str) -> Markup:
        return escape(words[key])

    return _environment().get_template("trouble.html").render(
        t=t, site_name=name, what=printable(error.say(lang)), back=back, asset=links.asset,
        language_tag=language_tag(lang),
    )  # fmt: skip


class Hand:
    """What templates may call while one page is written; counts the formulas that stand on it."""

    def __init__(self, site: Site, page: Page, asked: Asked) -> None:
        self.site, self.at, self.asked = site, page, asked
        self.formulas: dict[Formula, tuple[int, Figure]] = {}
        self._numbers = count(1)

    def given(self) -> dict[str, object]:
        """The names that templates use."""
        site = self.site
        return {
            "site": site, "t": self.t, "to": self.to, "fig": self.fig, "text": self.text, "name": self.name,
            "label": self.label, "asset": site.links.asset, "formulas": self.formula_lines, "here": self.at,
            "nav": sorted((p for p in pages().values() if p.nav is not None), key=lambda p: p.nav or 0),
            "other_language": self.other_language(), "language_tag": language_tag(site.lang),
            "asked": self.asked, "counted": self.counted, "notices": self.notices(),
            "measure": self.measure, "days": self.days,
        }  # fmt: skip

    def notices(self) -> list[str]:
        """What a reader of any page should know of the ledger."""
        told = (*self.site.ledger.notices, *self.site.answers.read_otherwise(self.site.ledger))
        return [printable(zh if self.site.lang == "zh" else en) for en, zh in told]

    def t(self, key: str, **parts: object) -> Markup:
        """Wording with its slots filled in."""
        words = escape(self.site.words[key])
        return words.format(**{name: escape(part) for name, part in parts.items()}) if parts else words

    def counted(self, number: int, to: str) -> Markup:
        """How many there are, as a link to the list of them."""
        return Markup('<a class="f plan" href="{}">{}</a>').format(
            to, digits(Decimal(number), self.site.words)
        )

    def to(self, name: str, **parts: str) -> str:
        """The link to a page in this language."""
        return self.site.links.page(pages()[name].path, self.site.lang, parts)

    def other_language(self) -> str:
        """The same page in the other language."""
        lang = "zh" if self.site.lang == "en" else "en"
        return self.site.links.page(self.at.path, lang, dict(self.asked))

    def fig(self, figure: Figure, to: str | None = None) -> Markup:
        """A number as a link to its sentence, cell or formula; `to` for a count, the list behind it."""
        # Hundreds of these stand on a page: put together from parts, each escaped, as `format` is slow.
        before = f'<span class="bd">{escape(figure.before)}</span>' if figure.before else ""
        unit = f'<span class="un">{escape(figure.unit)}</span>' if figure.unit else ""
        kind, link = "f" if figure.firm else "f plan", escape(to or self._leads(figure))
        text = escape(printable(figure.text))
        return Markup(f'<a class="{kind}" href="{link}">{before}{text}{unit}</a>')  # noqa: S704 - escaped

    def _leads(self, figure: Figure) -> str:
        match figure.trace:
            case Facts(ids):
                return self.to("fact", id=ids[0])
            case Formula():
                if figure.trace not in self.formulas:
                    self.formulas[figure.trace] = (next(self._numbers), figure)
                return f"#k-{self.formulas[figure.trace][0]}"
            case _:
                return self.to("about")

    def formula_lines(self) -> list[tuple[int, Markup]]:
        """Every formula used on the page so far, by its number, its parts linked in turn."""
        words, lines, waiting = self.site.words, [], list(self.formulas.values())
        for number, figure in waiting:
            said = words.say("formula.equals", figure=figure, expression=expression(figure, words))
            before = len(self.formulas)
            lines.append((number, self.text(said)))
            waiting.extend(list(self.formulas.values())[before:])  # formulas that its parts rest on
        return lines

    def text(self, text: Text, to: str | None = None) -> Markup:
        """Words, figures, names and quotes as the papers have them; a count leads to the list `to`."""
        return Markup("").join(self._inline(node, to) for node in text)

    def _inline(self, node: Inline, to: str | None) -> Markup:
        match node:
            case Figure():
                return self.fig(node, to if isinstance(node.trace, Counted) else None)
            case Words(words, tone):
                return _TONES[tone].format(printable(words))
            case Name(words):
                return self.name(words)
            case Label(words):
                return self.label(words)
            case Quote():
                return Markup('<q class="q" lang="{}">{}</q>').format(node.script, printable(node.text))
            case _:
                return Markup("")

    def name(self, name: str) -> Markup:
        """A name, linked to its page where the ledger knows who bears it."""
        page = self.site.page_of(name)
        if not page:
            return Markup('<span class="n">{}</span>').format(printable(name))
        return Markup('<a class="n" href="{}">{}</a>').format(page, printable(name))

    def measure(self, indicator: str) -> Markup:
        """What is measured, on English pages with its English name."""
        return Markup('<span class="n">{}</span>').format(printable(beside(indicator, self.site.words)))

    def label(self, words: object) -> Markup:
        """A place, date or code, which may hold digits that are no figure."""
        said = printable(str(words))
        kind = "l nb" if len(said) <= _UNBROKEN else "l"
        return Markup('<span class="{}">{}</span>').format(kind, said)

    def days(self, words: str) -> Markup:
        """Words of ours in which no date is broken."""
        said = str(escape(printable(words)))
        return Markup(_DAY.sub(r'<span class="nb">\g<0></span>', said))  # noqa: S704 - escaped


_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_UNBROKEN = 12
"""Characters of a label that are kept on one line: a period or place fits, a file does not."""


_TONES = {
    "plain": Markup("{}"), "warn": Markup('<span class="warn">{}</span>'),
    "made_up": Markup('<span class="ex">{}</span>'), "small": Markup('<span class="s mute">{}</span>'),
}  # fmt: skip


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("bulian.publish.site"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def asked_number(asked: Mapping[str, str], key: str) -> int:
    """A whole number from an address; 0 where there is none or it is malformed.

    Of one that is longer than any list the beginning is taken: it is beyond the end all the same.
    """
    given = asked.get(key, "")
    return int(given[:_DIGITS]) if given.isascii() and given.isdigit() else 0


_DIGITS = 9
