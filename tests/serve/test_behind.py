"""A district too large to be assessed while one waits: pages go on after a change, say so, and catch up."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from lxml import html

import bulian
from bulian.corpus.workspace import Workspace
from bulian.errors import LedgerError
from bulian.ledger import query
from bulian.ledger.opening import read_ledger
from bulian.publish.site.ground import Ground
from bulian.publish.site.renewed import renewed
from bulian.serve.desk import Desk
from bulian.steps.serving import answers_of, site_app
from tests.serve.place import NOW, district
from tests.serve.walk import orphan_numbers

MARK = "正在重算"
SIGNED = {"by": "李", "why": "看过年报"}

MORE = {
    "一.txt": "2020年，甲山区常住人口42万人。以庚禾汇吉为链主建设体外诊断产业链。\n",
    "二.txt": "2020年，甲山区常住人口44万人。以庚禾生物为链主建设体外诊断产业链。\n",
}


@dataclass(frozen=True)
class Opened:
    """A served district whose assessment waits for `gate` once it has been assessed first."""

    workspace: Workspace
    client: TestClient
    desk: Desk
    gate: threading.Event

    def text(self, path: str) -> str:
        answer = self.client.get(path)
        assert answer.status_code == 200, path
        assert orphan_numbers(html.fromstring(answer.text)) == []
        return answer.text

    def send(self, path: str, to: str, **given: str) -> int:
        page: Any = html.fromstring(self.client.get(path).text)
        form = page.xpath(f"//form[starts-with(@action, '{to}') and @method='post']")[0]
        hidden = {
            str(one.get("name")): str(one.get("value")) for one in form.xpath(".//input[@type='hidden']")
        }
        return self.client.post(to, data={**hidden, **SIGNED, **given}, follow_redirects=False).status_code

    def judge(self, fact_id: str, **given: str) -> None:
        assert self.send(f"/facts/{fact_id}", f"/facts/{fact_id}/judgements", **given) == 303

    def catch_up(self) -> None:
        self.gate.set()
        self.desk.caught_up()


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    workspace = district(tmp_path)
    for name, text in MORE.items():
        (workspace.sources / name).write_text(text, "utf-8")
    bulian.build(workspace, now=NOW)
    with TestClient(site_app(workspace, lambda: NOW), base_url="http://127.0.0.1:8620") as client:
        desk, gate = client.app.state.desk, threading.Event()  # type: ignore[attr-defined]  # TestClient's app
        assert MARK not in client.get("/").text
        asking = desk.asking

        def wait_and_ask(workspace: Workspace, now: str) -> Any:
            gate.wait(60)
            return asking(workspace, now)

        desk.at_once, desk.asking = 0, wait_and_ask
        yield Opened(workspace, client, desk, gate)
        gate.set()
        desk.caught_up()


def output(workspace: Workspace) -> str:
    told = bulian.facts(workspace, indicator="总产值")
    return next(each.fact.id for each in told if getattr(each.fact, "surface", "").startswith("309.8"))


def forms(opened: Opened, section: str) -> list[str]:
    """The forms of a part of the queue, as text."""
    page: Any = html.fromstring(opened.text("/review"))
    found = page.xpath(f"//section[@id='{section}']//form")
    return [html.tostring(one, encoding="unicode") for one in found]


def test_a_corrected_number_is_the_new_one_at_once_and_everywhere_in_the_end(opened: Opened) -> None:
    fact_id = output(opened.workspace)
    opened.judge(fact_id, verdict="correct", value="31770000000")
    for path in (f"/facts/{fact_id}", "/facts?q=总产值"):
        page: Any = html.fromstring(opened.text(path))
        numbers = [each.text_content() for each in page.xpath("//main//a[contains(@class, 'f')]")]
        assert any("317.7" in each for each in numbers), path
        assert not any("309.8" in each for each in numbers), path
    for path in ("/", "/chains", "/conflicts", "/review", "/en/facts"):
        assert MARK in opened.text(path) or "Being recomputed" in opened.text(path)
    opened.catch_up()
    assert MARK not in opened.text("/")
    assert "317.7" in opened.text("/conflicts")


def test_a_rejected_number_leaves_the_queue_at_once_and_comes_back_when_that_is_taken_back(
    opened: Opened,
) -> None:
    before = forms(opened, "facts")
    (fact_id,) = {
        each.fact.id for each in bulian.facts(opened.workspace) if "44万人" in each.fact.place.quote
    }
    opened.judge(fact_id, verdict="reject")
    assert not any(fact_id in form for form in forms(opened, "facts"))
    assert [fact_id in form for form in forms(opened, "judged")] == [True]
    opened.judge(fact_id, verdict="withdraw")
    after = forms(opened, "facts")
    assert len(after) == len(before) == 2
    assert any(fact_id in form for form in after)


def test_two_names_decided_leave_the_queue_at_once(opened: Opened) -> None:
    (form,) = forms(opened, "names")
    assert "庚禾汇吉" in form
    assert opened.send("/review", "/review", act="split") == 303
    assert forms(opened, "names") == []
    assert len(forms(opened, "held")) == 1


def test_no_file_leaves_while_numbers_are_recomputed(opened: Opened) -> None:
    opened.judge(output(opened.workspace), verdict="reject")
    refused = opened.client.get("/facts?as=csv")
    assert (refused.status_code, MARK in refused.text) == (409, True)
    opened.catch_up()
    assert opened.client.get("/facts?as=csv").status_code == 200


def test_who_is_forgotten_is_shown_no_longer_however_long_it_takes(opened: Opened) -> None:
    opened.judge(output(opened.workspace), verdict="accept")
    opened.catch_up()
    assert (
        opened.send("/forget", "/forget", act="forget", person="李", by="王", why="本人请求", sure="yes")
        == 200
    )
    assert MARK not in opened.text("/")


def test_a_row_entered_at_the_desk_stands_there_at_once(opened: Opened) -> None:
    row = {"c.code": "甲-9", "c.area": "30亩", "on": "2026-01-05", "owner": "规资局", "source": "现场"}
    assert opened.send("/desk/sites", "/desk/sites", act="add", **row) == 303
    page = opened.text("/desk/sites")
    assert "甲-9" in page
    assert MARK in page


def test_trouble_met_on_the_way_is_told(opened: Opened) -> None:
    (opened.workspace.root / "clusters").mkdir(exist_ok=True)
    opened.judge(output(opened.workspace), verdict="accept")

    def refuse(workspace: Workspace, now: str) -> Any:
        opened.gate.wait(60)
        raise LedgerError("The ledger is gone.", "账本没了。")

    opened.desk.asking = refuse
    assert MARK in opened.text("/")
    opened.catch_up()
    assert "账本没了" in opened.client.get("/").text


@pytest.mark.parametrize(
    "made", [[("reject", None)], [("correct", "1")], [("reject", None), ("withdraw", None)]]
)
@pytest.mark.parametrize("words", ["309.8", "创业板", "链主"])
def test_a_ground_renewed_is_the_ground_assessed_anew(
    tmp_path: Path, made: list[tuple[str, str | None]], words: str
) -> None:
    workspace = district(tmp_path)
    before = answers_of(workspace, NOW).ground
    (one, *_) = [each for each in bulian.facts(workspace) if words in each.fact.place.quote]
    for verdict, value in made:
        if value and one.fact.kind != "observation":
            return
        bulian.judge(workspace, one.fact.id, verdict=verdict, by="李", why="看过", value=value, now=NOW)
    with read_ledger(workspace.ledger) as ledger:
        found = renewed(before, [query.fact(ledger, one.fact.id)])
    assert _unordered(found) == _unordered(answers_of(workspace, NOW).ground)


def _unordered(ground: Ground) -> Ground:
    """Without who is who, which judgements do not touch here, and the order of lists of ids."""
    lists = {
        name: {key: tuple(sorted(ids)) for key, ids in getattr(ground, name).items()}
        for name in ("of_document", "about")
    }
    return replace(ground, names=None, **lists)  # type: ignore[arg-type]  # to compare the rest
