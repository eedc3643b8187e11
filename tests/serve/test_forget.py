"""The page of forgetting: a look changes nothing, the act wants a tick and a reason, what stands is told."""

from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from lxml import html

import bulian
from bulian.corpus.workspace import Workspace
from bulian.ledger import journal, persons
from bulian.steps.serving import site_app
from tests.serve.place import NOW, district
from tests.serve.walk import orphan_numbers

NAME = "欧阳示例"
OURS = {"origin": "http://127.0.0.1:8620"}


@pytest.fixture
def place(tmp_path: Path) -> Workspace:
    """A district in which one name signs a judgement, stands in a reason, a document and a paper."""
    made = district(tmp_path)
    (fact, *_) = bulian.facts(made)
    bulian.judge(made, fact.fact.id, verdict="accept", by=NAME, why="核过", now=NOW)
    bulian.judge(made, fact.fact.id, verdict="accept", by="审核员", why=f"{NAME}，也核过", now=NOW)
    (made.root / "out").mkdir(exist_ok=True)
    (made.root / "out" / "周报.md").write_text(f"{NAME}走访企业。", "utf-8")
    return made


@pytest.fixture
def client(place: Workspace) -> TestClient:
    return TestClient(site_app(place, lambda: NOW), base_url="http://127.0.0.1:8620", headers=OURS)


def send(client: TestClient, lang: str = "", **form: str) -> Any:
    token: Any = html.fromstring(client.get(f"{lang}/forget").text).xpath("//input[@name='token']/@value")
    return client.post(f"{lang}/forget", data={"token": token[0], **form})


def text_of(answer: Any) -> str:
    page: Any = html.fromstring(answer.text)
    return str(page.text_content())


def files(place: Workspace) -> dict[Path, bytes]:
    kept = (path for path in place.root.rglob("*") if path.is_file() and not path.name.startswith("ledger"))
    return {path: path.read_bytes() for path in kept}


@pytest.mark.parametrize("lang", ["", "/en"])
def test_a_look_tells_what_goes_and_what_stays_and_changes_nothing(
    client: TestClient, place: Workspace, lang: str
) -> None:
    before = files(place)
    answer = send(client, lang, act="look", person=NAME)
    assert answer.status_code == 200
    page: Any = html.fromstring(answer.text)
    assert orphan_numbers(page) == []
    told = page.text_content()
    for words in ("journal/judgements.jsonl", "out/周报.md", "P1"):
        assert words in told
    assert page.xpath("//input[@name='sure' and @required]")
    assert files(place) == before


def test_forgotten_the_name_is_gone_from_reasons_and_the_paper_is_listed(
    client: TestClient, place: Workspace
) -> None:
    answer = send(client, act="forget", person=NAME, by="数据局", why="本人要求", sure="yes")
    assert answer.status_code == 200
    told = text_of(answer)
    assert "已清空" in told
    assert "out/周报.md" in told
    holding = [path.name for path, raw in files(place).items() if NAME.encode() in raw]
    assert holding == ["周报.md"]
    assert [entry.act["why"] for entry in journal.read(place.journal, "judgements")] == ["核过", "P1，也核过"]
    assert NAME not in client.get("/forget").text


@pytest.mark.parametrize(
    ("form", "says"),
    [
        ({"person": NAME, "by": "数据局", "why": "本人要求"}, "请先看看，再勾选确认"),
        ({"person": NAME, "by": "数据局", "why": f"{NAME}要求", "sure": "yes"}, "不要写出姓名"),
        ({"person": NAME, "by": "", "why": "本人要求", "sure": "yes"}, "谁决定"),
        ({"person": "没有的人", "by": "数据局", "why": "本人要求", "sure": "yes"}, "没有“没有的人”这个人"),
        ({"person": NAME, "also": "/没有/这里", "act": "look"}, "没有 /没有/这里"),
        ({"person": NAME, "act": "drop"}, "没有“drop”这种操作"),
    ],
)
def test_what_is_refused_says_why_and_empties_nobody(
    client: TestClient, place: Workspace, form: dict[str, str], says: str
) -> None:
    answer = send(client, **{"act": "forget", **form})
    assert answer.status_code == 409
    assert says in text_of(answer)
    assert NAME.encode() in (place.root / "persons.csv").read_bytes()


def test_without_the_token_of_the_page_nothing_is_done(client: TestClient, place: Workspace) -> None:
    form = {"act": "forget", "person": NAME, "by": "数据局", "why": "本人要求", "sure": "yes"}
    assert client.post("/forget", data=form).status_code == 403
    assert NAME.encode() in (place.root / "persons.csv").read_bytes()


def test_exported_pages_hold_no_table_of_persons(place: Workspace, tmp_path: Path) -> None:
    persons.ids_of(place.root, ["只在表里的人"])
    bulian.site(place, tmp_path / "站", now=NOW)
    pages = [path.read_text("utf-8") for path in (tmp_path / "站").rglob("*.html")]
    assert pages
    assert not any("只在表里的人" in page for page in pages)
