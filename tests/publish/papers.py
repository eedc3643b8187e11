"""One paper of every kind on invented districts, for the laws that hold of all."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import bulian
from bulian.corpus.workspace import Workspace
from bulian.publish.brief import brief
from bulian.publish.month import Month
from bulian.publish.monthly import monthly
from bulian.publish.paper import Paper
from bulian.steps.reporting import Order
from bulian.steps.reporting import paper as written
from tests.publish.invented import material

NOW = "2026-01-31T09:00:00+08:00"
MONTH = Month("2022-01-01")
TEXT = """\
区内产业简况

2025年，大渡口区地区生产总值同比增长6.2%，规模以上工业增加值同比增长9.3%，工业投资同比增长12%。
2025年，全区高新技术企业数达120家，常住人口城镇化率98.5%。
重庆三峰环境集团股份有限公司是一家垃圾焚烧炉生产商，2025年营业收入45亿元；全区工业总产值400亿元。
三峰环境是垃圾焚烧行业的龙头企业。2025年10月，三峰环境垃圾焚烧炉项目开工。
到2030年，全区工业总产值达到800亿元。
"""


@cache
def workspace() -> Workspace:
    """A workspace with one short report of our own, built once."""
    made = bulian.init(Path(mkdtemp(prefix="bulian-papers-")) / "区", region="500104")
    (made.sources / "简况.txt").write_text(TEXT, "utf-8")
    (made.sources / "简况.txt.meta.toml").write_text('published_on = "2026-01-20"\n', "utf-8")
    bulian.build(made, now=NOW)
    return made


PAPERS: dict[str, Callable[[str], Paper]] = {
    "brief": lambda lang: brief(material(), lang),
    "monthly": lambda lang: monthly(material(), MONTH, lang),
    "chain-atlas": lambda lang: written(workspace(), "chain-atlas", Order(lang, NOW)),
    "self-evaluation": lambda lang: written(workspace(), "self-evaluation", Order(lang, NOW)),
}
