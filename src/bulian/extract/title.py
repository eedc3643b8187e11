"""The title that a document shows above its text."""

import re


def title_of(folded: str, text: str) -> str | None:
    """The first line of the head that reads like a title, as printed; None where none does."""
    lines = list(_LINE.finditer(folded, 0, 1500))[:12]
    for wanted in (_NAMED, _PLAIN):
        for line in lines:
            shown = line.group().strip()
            if wanted.search(shown) and not _FURNITURE.search(shown) and 6 <= len(shown) <= 60:
                return text[line.start() : line.end()].strip()
    return None


_LINE = re.compile(r"[^\n]+")
_NAMED = re.compile(
    r"(?:公报|工作报告|报告|通报|简报|月报|通知|意见|规划|方案|纲要|办法|要点|情况|运行分析)$"
)
_PLAIN = re.compile(r"[一-鿿]{6,}")
_FURNITURE = re.compile(
    r"[。；]|^第?\d+版|返回目录|放大|打印|字号|来源|时间|数据库|日报[^\n]{0,4}\d{4}年|^各位|^目录|^版权|^当前位置|首页"
)
