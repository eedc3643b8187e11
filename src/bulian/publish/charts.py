"""Drawings of the pages for paper: one of their widths, with the look of the pages' own stylesheet.

So page and paper have one chart theme: the rules of `site/static/style.css` for `svg`, `.map` and the shapes.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from lxml import etree

_SVG = "http://www.w3.org/2000/svg"
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_VARIABLE = re.compile(r"var\((--[\w-]+)\)")
_TOKEN = re.compile(r"(--[\w-]+):\s*([^;]+);")
_OF_CHARTS = re.compile(r"^(svg\b|\.map\b|\.g-|\.g\b|\.band\b)")
_LIVELY = (":hover", ":focus", ":has", ":target", ":is", ":not")
_PAPER = {"--paper": "#ffffff", "--hei": "'Noto Sans SC', '黑体', sans-serif",
          "--song": "'Noto Serif SC', '宋体', serif"}  # fmt: skip
_MEDIA = re.compile(r"@[^{}]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
# The fonts of the build have one weight; an outline makes the bold.
_BOLD = (
    "svg .b, .map .st, .map .so, svg .so { stroke: #1d1b18; stroke-width: .45; }\n"
    "svg .b.a, .map .sc { stroke: #a5301c; stroke-width: .45; }"
)
_DIGIT = re.compile(r"\d")
_AXIS, _AXIS_ROOM = "x", 24


def one_width(drawing: str, kind: str = "") -> str:
    """A drawing of the pages as one SVG; of several widths that of class `kind` (w3, w2, w1)."""
    whole = etree.fromstring(f"<div>{drawing}</div>".encode())
    (chosen,) = [svg for svg in whole.iter("svg") if not kind or kind in svg.get("class", "").split()]
    chosen.tail = None
    if kind:
        # Long numbers of an axis stick out to the left; a page shows them there, a picture would cut them.
        _, _, width, height = str(chosen.get("viewBox")).split()
        chosen.set("viewBox", f"{-_AXIS_ROOM} 0 {float(width) + _AXIS_ROOM:g} {height}")
    return etree.tostring(chosen, encoding="unicode")


def themed(drawing: str) -> str:
    """The drawing as a file of its own, its look within."""
    svg = etree.fromstring(drawing)
    _, _, width, height = str(svg.get("viewBox")).split()
    svg.set("width", width)
    svg.set("height", height)
    svg.set("xmlns", _SVG)
    style = etree.Element("style")
    style.text = f"{theme()}\n{_BOLD}"
    svg.insert(0, style)
    return etree.tostring(svg, encoding="unicode")


def bare_labels(drawing: str) -> Iterator[str]:
    """Labels with digits that stand on no axis and lead nowhere."""
    for label in etree.fromstring(drawing).iter("{*}text"):
        text = "".join(str(part) for part in label.itertext())
        linked = any(etree.QName(above).localname == "a" for above in label.iterancestors())
        if _DIGIT.search(text) and not linked and _AXIS not in label.get("class", "").split():
            yield text


@cache
def theme() -> str:
    """The rules of charts, with the tokens of paper filled in."""
    css = (files("bulian.publish.site") / "static" / "style.css").read_text("utf-8")
    css = _MEDIA.sub("", re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL))
    root = css[css.index(":root") :]
    tokens = dict(_TOKEN.findall(root[: root.index("}")])) | _PAPER
    return "\n".join(
        f"{', '.join(kept)} {{{_VARIABLE.sub(lambda found: tokens.get(found[1], 'inherit'), body)}}}"
        for selectors, body in _RULE.findall(css)
        if (kept := [one.strip() for one in selectors.split(",") if _belongs(one.strip())])
    )


def _belongs(selector: str) -> bool:
    return bool(_OF_CHARTS.match(selector)) and not any(word in selector for word in _LIVELY)
