"""Every kind of page at three widths: nothing beyond the edge, nothing in the console, readable for all."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from bulian.publish.site.page import pages
from tests.browser.conftest import Tab
from tests.browser.opened import Watched, beyond_the_edge

WIDTHS = (390, 1024, 1440)
PAGES = sorted(pages())
_PLAIN = [page.path for page in pages().values() if "{" not in page.path]


def first_of(tab: Watched, name: str, lang: str = "") -> str:
    """The path of a page of a kind: its own, or the first that another page links to."""
    path = pages()[name].path
    if "{" not in path:
        return lang + path
    start = lang + path.partition("{")[0]
    for page in _PLAIN:
        tab.open(lang + page)
        links: list[str] = tab.page.eval_on_selector_all(
            f"main a[href^='{start}']", "all => all.map(a => a.getAttribute('href').split('#')[0])"
        )
        if links:
            return links[0]
    pytest.fail(f"no page links to one of {path}")


@pytest.mark.parametrize("name", PAGES)
def test_it_fits_at_every_width(tab: Tab, name: str) -> None:
    path = first_of(tab(), name)
    for width in WIDTHS:
        page = tab(viewport={"width": width, "height": 900}).open(path)
        assert beyond_the_edge(page) <= 0, f"{path} at {width}"


@pytest.mark.parametrize("lang", ["", "/en"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_has_no_serious_finding(tab: Tab, name: str, lang: str) -> None:
    watched = tab(viewport={"width": 1440, "height": 900}, bypass_csp=True)
    watched.open(first_of(watched, name, lang))
    found: list[dict[str, Any]] = Axe().run(watched.page).response["violations"]
    serious = [
        f"{one['id']}: {node['target']} {node['failureSummary']}"
        for one in found if one["impact"] in ("serious", "critical")
        for node in one["nodes"][:3]
    ]  # fmt: skip
    assert serious == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_dark_is_readable_too(tab: Tab, scheme: str) -> None:
    watched = tab(color_scheme=scheme, bypass_csp=True)
    for path in _PLAIN:
        watched.open(path)
        found = Axe().run(watched.page, options={"runOnly": ["color-contrast"]}).response["violations"]
        assert [(path, node["target"]) for one in found for node in one["nodes"]] == []


def test_without_script_every_page_still_tells_all(tab: Tab) -> None:
    with_script, without = tab(), tab(java_script_enabled=False)
    for path in _PLAIN:
        told = with_script.open(path).inner_text("main")
        assert without.open(path).inner_text("main").split() == told.split()


def test_the_first_key_leads_past_the_masthead(tab: Tab) -> None:
    page = tab().open("/facts")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_printed_pages_leave_navigation_and_forms_out(tab: Tab) -> None:
    watched = tab()
    path = first_of(watched, "fact")
    page = watched.open(path)
    page.emulate_media(media="print")
    assert not page.is_visible("header.mast nav")
    assert not page.is_visible("#judge form")
    assert page.is_visible("main h1")
