"""Rows of registers entered, corrected, ended and moved by forms, as by `bulian desk`."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

import bulian
from bulian.corpus.workspace import Workspace
from bulian.desk.values import read_value
from bulian.ledger.persons import Person
from bulian.publish.site.entry import typed
from bulian.steps.serving import site_app
from bulian.vocab.registers import Field, register, registers
from tests.serve.place import HOSTILE, NOW, district
from tests.serve.walk import orphan_numbers

Opened = tuple[Workspace, TestClient]
NEW = {
    "c.code": "甲-1", "c.area": "30亩", "c.use": "industry", "c.tax": "600万元", "on": "2026-01-05",
    "by": "王敏", "owner": "规资局", "source": "现场",
}  # fmt: skip


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    place = district(tmp_path)
    with TestClient(site_app(place, lambda: NOW), base_url="http://127.0.0.1:8620") as client:
        yield place, client


def tree(client: TestClient, path: str) -> Any:
    answer = client.get(path)
    assert answer.status_code == 200
    assert orphan_numbers(html.fromstring(answer.text)) == []
    return html.fromstring(answer.text)


def hidden(page: Any, section: str) -> dict[str, str]:
    """What a form sends by itself."""
    found = page.xpath(f"//section[@id='{section}']//form//input[@type='hidden']")
    return {str(one.get("name")): str(one.get("value")) for one in found}


def send(client: TestClient, path: str, section: str, told: dict[str, str]) -> Any:
    """Open a page, fill a form in and send it."""
    given = hidden(tree(client, path), section) | told
    return client.post(path.partition("?")[0], data=given, follow_redirects=False)


def added(client: TestClient) -> str:
    """The page of a row just added."""
    answer = send(client, "/desk/sites", "add", NEW)
    assert answer.status_code == 303
    return str(answer.headers["location"])


def test_a_row_is_added_corrected_and_ended(opened: Opened) -> None:
    place, client = opened
    row = added(client)
    (kept,) = bulian.desk_show(place, "sites").rows
    assert (kept.key, kept.get("area"), kept.get("use"), kept.on, kept.source) == (
        "甲-1", "30", "industry", "2026-01-05", "现场",
    )  # fmt: skip
    assert {"王敏", "规资局"} == {one.name for one in bulian.desk_person(place)}
    chosen = f"{row}&column=tax"
    assert tree(client, chosen).xpath("string(//section[@id='correct']//input[@name='value']/@value)") == (
        "6000000元"
    )
    told = {"value": "700万元", "by": "王敏", "why": "年报"}
    assert send(client, chosen, "correct", told).headers["location"] == row
    assert bulian.desk_show(place, "sites", "甲-1").rows[0].get("tax") == "7000000"
    answer = send(client, row, "end", {"on": "2026-01-20", "by": "王敏", "why": "收储"})
    assert answer.headers["location"] == "/desk/sites?entered=apart"
    assert "不在今天的各行里" in client.get("/desk/sites?entered=apart").text
    assert bulian.desk_show(place, "sites").rows == ()


def test_a_row_is_given_to_somebody_else(opened: Opened) -> None:
    place, client = opened
    row = added(client)
    assert "“交给谁”没有填" in send(client, row, "assign", {"owner": " ", "by": "王敏"}).text
    assert send(client, row, "assign", {"owner": "招商局", "by": "王敏"}).status_code == 303
    assert "招商局" in tree(client, row).xpath("string(//div[@class='head'])")
    assert bulian.desk_show(place, "sites", "甲-1").rows[0].get("area") == "30"


def test_a_project_moves_by_evidence_alone(opened: Opened) -> None:
    place, client = opened
    answer = send(client, "/desk/projects", "add", {"c.name": "镜头项目", "on": "2026-01-01", "by": "王敏"})
    row = answer.headers["location"]
    assert "线索" in tree(client, row).xpath("string(//section[@id='move']/header)")
    moved = {"to": "signed", "kind": "document", "ref": "报告.txt", "on": "2026-01-10", "by": "王敏"}
    for changed, words in (
        ({"ref": ""}, "“依据，或退回的理由”没有填"),
        ({"ref": "", "why": "听说快签了"}, "只写理由不能前进。请选证据种类并填“依据”"),
        ({"ref": "无此文件.txt"}, "没有“无此文件.txt”"),
        ({"kind": "visit", "ref": "1"}, "没有“1”这一行"),
        ({"to": "flying"}, "没有“flying”这个阶段"),
    ):
        refused = send(client, row, "move", moved | changed)
        assert refused.status_code == 409
        assert words in refused.text
    assert send(client, row, "move", moved).status_code == 303
    (standing,) = bulian.desk_funnel(place, now=NOW).going
    assert standing.stage.key == "signed"


def test_what_is_refused_comes_back_as_it_was_typed(opened: Opened) -> None:
    place, client = opened
    answer = send(client, "/desk/sites", "add", NEW | {"c.area": "很大", "c.note": HOSTILE})
    assert answer.status_code == 409
    page: Any = html.fromstring(answer.text)
    assert "用地面积：“很大”不是数" in page.xpath("string(//p[@role='alert'])")
    assert page.xpath("string(//input[@name='c.tax']/@value)") == "600万元"
    assert page.xpath("string(//select[@name='c.use']/option[@selected]/@value)") == "industry"
    assert page.xpath("string(//textarea[@name='c.note'])") == HOSTILE
    assert orphan_numbers(page) == []
    again = hidden(page, "add") | NEW
    assert client.post("/desk/sites", data=again, follow_redirects=False).status_code == 303
    assert len(bulian.desk_show(place, "sites").rows) == 1


def test_a_form_sent_twice_enters_one_row(opened: Opened) -> None:
    place, client = opened
    told = {
        "c.visited_on": "2026-01-05",
        "c.firm": "甲山光电有限公司",
        "c.visitor": "王敏",
        "c.content": "看厂房",
    }
    given = hidden(tree(client, "/desk/visits"), "add") | told | {"by": "王敏"}
    first = client.post("/desk/visits", data=given, follow_redirects=False)
    assert (first.status_code, first.headers["location"]) == (303, "/desk/visits?row=1")
    second = client.post("/desk/visits", data=given)
    assert second.status_code == 409
    assert "有人动过这个台账" in second.text
    assert len(bulian.desk_show(place, "visits").rows) == 1


def said_on(answer: Any) -> str:
    """All text of a page."""
    page: Any = html.fromstring(answer.text)
    return str(page.text_content())


TABLE = "单位：万元,,,\n宗地编号,占地面积（亩）,税收,片区\n示-01,30,5000,东\n示-02,很大,12,西\n"


@pytest.fixture
def table(opened: Opened) -> str:
    """A table below `desk/`, as a form names it."""
    (opened[0].root / "desk").mkdir(exist_ok=True)
    (opened[0].root / "desk" / "地块.csv").write_bytes(TABLE.encode("gb18030"))
    return "desk/地块.csv"


def test_a_table_is_looked_at_mapped_and_loaded(opened: Opened, table: str) -> None:
    place, client = opened
    look = send(client, "/desk/sites", "load", {"act": "preview", "file": table})
    assert look.status_code == 200
    page: Any = html.fromstring(look.text)
    assert orphan_numbers(page) == []
    assert "载入后将新增 1 行" in page.text_content()
    assert "用地面积：“很大”不是数" in page.text_content()
    assert page.xpath("//select[@form='load-form']/@name") == ["m.片区"]
    assert bulian.desk_show(place, "sites").rows == ()
    told = {"act": "load", "file": table, "m.片区": "note", "by": "王敏", "on": "2026-01-05"}
    done = send(client, "/desk/sites", "load", told)
    assert "新增 1 行" in said_on(done)
    (row,) = bulian.desk_show(place, "sites").rows
    assert (row.get("tax"), row.get("note"), row.source) == ("50000000", "东", "地块.csv 地块!3")
    again = tree(client, "/desk/sites").xpath("//section[@id='load']//option/text()")
    assert again == [table, "sources/2023年企业.csv", "out/地块-待改.csv"]


@pytest.mark.parametrize(
    ("changed", "status", "words"),
    [({"by": ""}, 409, "“录入人”没有填"), ({"on": ""}, 409, "请写明这份表截至哪天"),
     ({"file": "../外面.csv"}, 404, "没有“../外面.csv”这份表"), ({"file": "desk/坏.xlsx"}, 409, "没有记入"),
     ({"m.片区": "weather"}, 409, "没有“weather”这一列")],
)  # fmt: skip
def test_a_table_that_cannot_be_loaded_says_why(
    opened: Opened, table: str, changed: dict[str, str], status: int, words: str
) -> None:
    place, client = opened
    (place.root / "外面.csv").write_text(TABLE, "utf-8")
    (place.root / "desk" / "坏.xlsx").write_bytes(b"PK\x03\x04 no workbook")
    told = {"act": "load", "file": table, "by": "王敏", "on": "2026-01-05"}
    answer = send(client, "/desk/sites", "load", told | changed)
    assert answer.status_code == status
    assert words in said_on(answer)
    assert bulian.desk_show(place, "sites").rows == ()


@pytest.mark.parametrize(
    ("changed", "status", "words"),
    [({"token": "x"}, 403, "older"), ({"act": "burn"}, 409, "no act"), ({"by": " "}, 409, "“entered by”"),
     ({"on": ""}, 409, "“as of”"), ({"on": "soon"}, 409, "no date"), ({"c.weather": "x"}, 409, "no column"),
     ({"c.code": ""}, 409, "is empty"), ({"act": "end", "row": "甲-9"}, 404, "no row"),
     ({"c.note": "长" * 50_000}, 409, "too long")],
)  # fmt: skip
def test_what_cannot_be_entered_says_why(
    opened: Opened, changed: dict[str, str], status: int, words: str
) -> None:
    place, client = opened
    answer = send(client, "/en/desk/sites", "add", NEW | changed)
    assert answer.status_code == status
    assert words in answer.text
    assert bulian.desk_show(place, "sites").rows == ()


def test_a_register_that_is_not_there_and_a_reason_that_is_missing(opened: Opened) -> None:
    _, client = opened
    row = added(client)
    assert client.post("/desk/weather", data={"act": "add"}).status_code == 404
    refused = send(client, f"{row}&column=area", "correct", {"value": "20亩", "by": "王敏"})
    assert "“理由”没有填" in refused.text
    assert "20亩" in refused.text


def test_every_register_has_a_form(opened: Opened) -> None:
    _, client = opened
    for key in registers():
        page = tree(client, f"/desk/{key}")
        names = page.xpath("//section[@id='add']//*[starts-with(@name, 'c.')]/@name")
        assert len(names) == len(registers()[key].fields)


NUMBERS: dict[str, Field] = {
    one.type: one for each in registers().values() for one in each.fields
    if one.type in ("amount", "area", "floor", "percent", "count", "months", "days", "quantity")
}  # fmt: skip


@given(
    value=st.integers(1, 10**12),
    hedge=st.sampled_from(["", "≈", "≥", "≤"]),
    kind=st.sampled_from(sorted(NUMBERS)),
)
def test_what_stands_in_a_form_reads_back_as_it_is(value: int, hedge: str, kind: str) -> None:
    before = "" if kind in ("months", "days") else hedge
    kept = f"{before}{value}" + (" 万吨/年" if kind == "quantity" else "")
    assert read_value(NUMBERS[kind], typed(NUMBERS[kind], kept)) == kept


def test_a_person_and_an_endless_date_read_back_too() -> None:
    people = (Person("P1", "王敏"), Person("P2", forgotten="2026-01-01"))
    assignee, valid = register("problems").field("assignee"), register("honours").field("有效期至")
    assert [typed(assignee, one, people) for one in ("P1", "P2")] == ["王敏", "P2"]
    assert read_value(valid, typed(valid, "9999-12-31")) == "9999-12-31"
