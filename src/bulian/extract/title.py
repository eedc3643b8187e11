"""The title that a document shows above its text."""

from bulian.extract.deferred import deferred


def title_of(folded: str, text: str) -> str | None:
    """The first line of the head that reads like a title, without a Markdown mark; None where none does.

    A chapter's heading (二、今年以来的运行情况) is none.
    """
    lines = [_MARK.sub("", line.group().strip()) for line in _LINE.finditer(text, 0, 1500)][:12]
    plain = [_MARK.sub("", line.group().strip()) for line in _LINE.finditer(folded, 0, 1500)][:12]
    for wanted in (_NAMED, _PLAIN):
        for shown, printed in zip(plain, lines, strict=True):
            if _CHAPTER.match(shown) or _FURNITURE.search(shown):
                continue
            if wanted.search(shown) and 6 <= len(shown) <= 60:
                return printed
    return None


_MARK = deferred(r"^# +")
_CHAPTER = deferred(
    r"[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|第[一二三四五六七八九十\d]{1,3}[章节]|#"
)
_LINE = deferred(r"[^\n]+")
_NAMED = deferred(r"(?:公报|工作报告|报告|通报|简报|月报|通知|意见|规划|方案|纲要|办法|要点|情况|运行分析)$")
_PLAIN = deferred(r"[一-鿿]{6,}")
_FURNITURE = deferred(
    r"[。；]|^第?\d+版|返回目录|放大|打印|字号|来源|时间|数据库|日报[^\n]{0,4}\d{4}年|^各位|^目录|^版权|^当前位置|首页"
)
