import re
from pathlib import Path

from bulian.ledger.query import facts
from tests.ledger.making import build, number, opened, reading, text_document

PAGE = Path(__file__).parents[2] / "docs" / "ledger.md"


def test_the_query_of_the_page_gives_the_facts_in_force(tmp_path: Path) -> None:
    paper = text_document("a.txt", "企业41家，项目3个")
    found = [number(paper, "企业41家", "41家"), number(paper, "项目3个", "3个")]
    build(tmp_path, {"a.txt": (paper, reading(*found))})
    match = re.search(r"```sql\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert match
    with opened(tmp_path) as ledger:
        rows = ledger.connection.execute(match[1]).fetchall()
        assert {row[-1] for row in rows} == {one.fact.place.quote for one in facts(ledger)}
