"""How numerals look, as pieces of patterns: Arabic digits, Chinese ones (also 大写), and both mixed.

Up to three blanks may stand inside: typesetters space numerals out (三 百 五), and readers of PDF keep that.
"""

ARABIC = r"(?:\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)"
MAGNITUDE = (
    r"(?:[千百十]?万万|[千百十]?万亿|[千百十]?亿|[千百十]?万|千(?![瓦克米卡伏升帕赫])"
    r"|百(?!分|强)|兆(?![瓦/赫字帕位]))"
)
MORE = r"[多余几]"
_REST = (
    r"(?:(?<=[万亿千百]) {0,2}零?\d{1,4} {0,2}[万千百](?![分瓦克米卡伏升帕赫强])"
    # 1万2,541.07平方公尺, as Taiwan writes it.
    r"|(?<=[万亿])\d,\d{3}(?:\.\d+)?(?![\d.,])|(?<=[万亿])\d{4}\.\d+(?![\d.])"
    # 2兆3,248亿
    r"|(?<=兆) {0,2}\d{1,4}亿|(?<=兆)\d,\d{3}亿"
    r"|(?<=[万亿千])零?\d{1,4}(?![\d.]|,\d{3}))"
)
MIXED = rf"(?>{ARABIC}(?: {{0,3}}{MORE}? ?{MAGNITUDE}{_REST}{{0,3}}(?:(?<=[千百])万)?)?)"
DIGITS = "一二两俩三四五六七八九壹贰叁肆伍陆柒捌玖"
HAN = rf"(?:[零〇{DIGITS}十千万亿拾佰仟]|百(?! ?分 ?[点位])|兆(?![瓦/赫字帕位]))"
_DECIMAL = "[零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖]"
POINT = rf" {{0,3}}点 {{0,3}}{_DECIMAL}(?: ?{_DECIMAL}){{0,11}}"
_WORD = r"(?!陆(?<=[大登着海内]陆))(?!一一(?<=唯一一))"
RUN = rf"(?>{_WORD}{HAN}(?: {{0,3}}{HAN}){{0,35}})"
"""Digits and powers of ten in a row, as many as a numeral has; taken whole: no rule steps back in it."""
CHINESE = rf"(?>{RUN}(?: {{0,3}}{MORE} ?[万亿]{{1,2}})?(?:{POINT})?)"
ANY = rf"(?:{MIXED}|{CHINESE})"
# 减负50亿元 lightens a burden by that much, it is no minus.
SIGN = r"(?:(?<![\d%a-zA-Z-])-|(?<![减自担抱肩])负)?"
DASH = r" ?(?:—{1,2}|-|~|至|到) ?"
HAN_STARTS = "零一二两俩三四五六七八九十百千万亿半壹贰叁肆伍陆柒捌玖拾佰仟"
ARABIC_STARTS = "0123456789"
