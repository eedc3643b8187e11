"""Typst sets papers as PDF and turns drawings into pictures, in fonts that come with the build.

The extra `papers` brings typst and Noto Sans SC and Noto Serif SC (SIL OFL 1.1). No font of the machine is
used, so that one paper gives the same bytes everywhere.
"""

import json
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from bulian.errors import BadRequest

_FONTS = "pylopdf_fonts_zh_cn"
_PPI = 288.0
_PICTURE = (
    b'#set page(width: auto, height: auto, margin: 0pt, fill: white)\n#set text(font: "Noto Sans SC")\n'
    b'#image(bytes(sys.inputs.drawing), format: "svg", width: float(sys.inputs.width) * 1mm)'
)


def can_typeset() -> bool:
    """Whether typst and its fonts are installed."""
    return find_spec("typst") is not None and find_spec(_FONTS) is not None


def typeset(template: str, told: object, day: str) -> bytes:
    """A PDF from a template of this package and what it prints; same input, same bytes.

    Args:
        template: the name of a file in `renderers/`, which finds `told` as JSON under `sys.inputs.paper`.
        day: the date that the file carries, ISO 8601.

    Raises:
        BadRequest: typst or its fonts are not installed.
    """
    source = (files("bulian.publish.renderers") / template).read_bytes()
    made: bytes = _compiler().compile(
        input=source,
        sys_inputs={"paper": json.dumps(told, ensure_ascii=False)},
        timestamp=datetime.fromisoformat(day).replace(tzinfo=UTC),
    )
    return made


@cache
def picture(drawing: str, width_mm: float) -> bytes:
    """An SVG as PNG of that width, for programs that draw no SVG.

    Raises:
        BadRequest: typst or its fonts are not installed.
    """
    given = {"drawing": drawing, "width": str(width_mm)}
    made: bytes = _compiler().compile(input=_PICTURE, sys_inputs=given, format="png", ppi=_PPI)
    return made


@cache
def _compiler() -> Any:
    if not can_typeset():
        raise BadRequest(
            "PDF needs typst and the fonts Noto Sans SC and Noto Serif SC, which are not installed. "
            "Run ./run once, or pip install 'bulian[papers]'; .docx, .html, .md and .xlsx do without.",
            "写 PDF 要用 typst 和思源黑体、思源宋体，这里没有装。请运行一次 ./run，"
            "或 pip install 'bulian[papers]'；.docx、.html、.md、.xlsx 不需要它们。",
        )
    import typst

    fonts = find_spec(_FONTS)
    if fonts is None or fonts.origin is None:
        raise ValueError(f"{_FONTS} has no folder")
    return typst.Compiler(font_paths=[str(Path(fonts.origin).parent)], ignore_system_fonts=True)
