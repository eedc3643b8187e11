"""Short names of public bodies, zones and corridors that everybody uses: 北交所, 陆海新通道, 重庆高新区."""

from functools import cache

from bulian.vocab.table import FOLDER, rows

_WHAT = ("name", "ending")
_BEFORE_AN_ENDING = 2


def public_name(name: str) -> str | None:
    """The full name that public_names.csv has for a short one; None where it has none.

    >>> public_name("北交所"), public_name("重庆高新区"), public_name("高新区")
    ('北京证券交易所', '重庆高新技术产业开发区', None)
    """
    if name in _table("name"):
        return _table("name")[name]
    for start in range(_BEFORE_AN_ENDING, len(name)):
        if name[start:] in _table("ending"):
            return name[:start] + _table("ending")[name[start:]]
    return None


@cache
def _table(what: str) -> dict[str, str]:
    table: dict[str, str] = {}
    for row in rows(FOLDER / "public_names.csv", ("alias", "name", "what")):
        alias = row.text("alias")
        if row.one_of("what", _WHAT) != what:
            continue
        if alias in table:
            raise row.wrong(f"{alias} stands here twice; keep one row", f"{alias} 出现两次，请保留一行")
        table[alias] = row.text("name")
    return table
