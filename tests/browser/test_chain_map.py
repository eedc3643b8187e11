"""The map of a chain as the browser lays it out: no two names overlap, no edge runs behind a name."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Tab

_NAMES = """
  const map = document.querySelector("svg.map");
  const names = [...map.querySelectorAll("text.nm, text.st, text.fm")]
    .map(t => [t.textContent, t.getBoundingClientRect()]).filter(([, b]) => b.width);
"""
_OVERLAPS = (
    "() => {"
    + _NAMES
    + """
  const found = [];
  names.forEach(([a, p], i) => names.slice(i + 1).forEach(([b, q]) => {
    if (Math.min(p.right, q.right) - Math.max(p.left, q.left) > 1 &&
        Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top) > p.height / 4) found.push(`${a} | ${b}`);
  }));
  return found;
}"""
)
_BEHIND = (
    "() => {"
    + _NAMES
    + """
  const found = new Set(), screen = map.getScreenCTM();
  for (const edge of map.querySelectorAll("path.ed")) {
    for (let at = 0; at <= edge.getTotalLength(); at += 3) {
      const p = edge.getPointAtLength(at).matrixTransform(screen);
      for (const [name, b] of names)
        if (Math.abs(p.x - b.x - b.width / 2) < b.width / 2 - 1 &&
            Math.abs(p.y - b.y - b.height / 2) < b.height * 0.3) found.add(name);
    }
  }
  return [...found];
}"""
)


@pytest.mark.parametrize("width", [390, 1440])
def test_no_name_lies_over_another_and_no_edge_behind_one(tab: Tab, width: int) -> None:
    watched = tab(viewport={"width": width, "height": 900})
    page = watched.open("/chains")
    chains: list[str] = page.eval_on_selector_all(
        "main section > header h2 a", "all => all.map(a => a.getAttribute('href'))"
    )
    assert len(chains) == 6
    for chain in chains:
        watched.open(chain)
        segments: list[str] = page.eval_on_selector_all(
            "svg.map a[href*='segment=']", "all => all.map(a => a.getAttribute('href'))"
        )
        for path in [chain, *segments[:2]]:
            watched.open(path)
            assert page.locator("svg.map text.nm").count() > 3
            assert page.evaluate(_OVERLAPS) == [], path
            assert page.evaluate(_BEHIND) == [], path


def test_the_slider_is_answered_while_it_moves_and_the_open_panel_stays(tab: Tab) -> None:
    page = tab().open("/chains/waste?segment=treat")
    page.goto(page.url + "#p-wte")
    before = page.locator("#gone").inner_text()
    slider = page.get_by_label("走掉多少")
    slider.focus()
    for _ in range(8):
        page.keyboard.press("ArrowRight")
    expect(page.locator("#gone")).to_contain_text("−40%")
    assert page.locator("#gone").inner_text() != before
    assert page.locator(".slide output").inner_text() == "40%"
    assert page.locator("svg.map text.loss").all_text_contents() == ["−40%"]
    assert page.locator("#p-wte").is_visible()
    assert page.url.endswith("#p-wte")
    page.keyboard.press("Home")
    expect(page.locator("svg.map text.loss")).to_have_count(0)


def test_without_script_the_slider_is_sent_with_a_button(tab: Tab) -> None:
    page = tab(java_script_enabled=False).open("/chains/waste")
    page.get_by_label("走掉多少").fill("0.5")
    page.get_by_role("button", name="看").click()
    assert "−50%" in page.locator("#gone").inner_text()
