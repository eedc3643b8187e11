"""The pages of task forces: the list, a board, the forms that it begins."""

from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient
from lxml import html

import bulian
from bulian.desk.book import Signed
from bulian.steps.serving import site_app
from tests.serve.place import HOSTILE, NOW, district
from tests.serve.walk import orphan_numbers

BY = Signed("经办", NOW, "2026-01-05")


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    place = district(tmp_path_factory.mktemp("forces"))
    for name, told in (
        ("forces", {"chain": "镜头链", "lead": "王敏", "office": "示例局"}),
        ("members", {"chain": "镜头链", "member": "李工"}),
        ("tasks", {"assigned_on": "2026-01-05", "chain": "镜头链", "task": HOSTILE, "due": "2026-01-20"}),
        ("meetings", {"held_on": "2026-01-06", "chain": "镜头链", "topic": "场地", "decisions": "月底前定"}),
        ("meetings", {"held_on": "2026-01-07", "chain": f"链{HOSTILE}", "topic": "场地"}),
        ("projects", {"name": "镜头项目", "chain": "镜头链"}),
        (
            "problems",
            {"raised_on": "2026-01-02", "firm": "甲山光电有限公司", "problem": "限电", "chain": "镜头链"},
        ),
    ):
        bulian.desk_add(place, name, told, BY)
    with TestClient(site_app(place, lambda: NOW), base_url="http://127.0.0.1:8620") as opened:
        yield opened


@pytest.mark.parametrize("lang", ["", "/en"])
def test_every_board_opens_without_a_number_from_nowhere(client: TestClient, lang: str) -> None:
    page: Any = html.fromstring(client.get(f"{lang}/forces").text)
    links = page.xpath("//section[@id='forces']//th/a/@href")
    assert len(links) == 2
    for link in (f"{lang}/forces", *links):
        answer = client.get(str(link))
        assert answer.status_code == 200
        assert orphan_numbers(html.fromstring(answer.text)) == []
        assert HOSTILE not in answer.text


def test_a_board_has_lead_late_task_meeting_project_and_problem(client: TestClient) -> None:
    page: Any = html.fromstring(client.get("/forces?chain=镜头链").text)
    told = page.text_content()
    for said in ("王敏", "示例局", "李工", "逾期天数 11", "月底前定", "镜头项目", "限电", "完成期限"):
        assert said in told


def test_a_form_begins_with_the_chain(client: TestClient) -> None:
    page: Any = html.fromstring(client.get("/forces?chain=镜头链").text)
    (link,) = page.xpath("//a[contains(@href, '/desk/meetings?c.chain=')]/@href")
    form: Any = html.fromstring(client.get(str(link)).text)
    assert form.xpath("string(//input[@name='c.chain']/@value)") == "镜头链"
    assert form.xpath("//section[@id='add']/details/@open")


def test_a_force_that_is_not_there_says_so(client: TestClient) -> None:
    assert client.get("/forces?chain=天气链").status_code == 404
