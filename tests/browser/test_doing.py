"""What a person does: search, filter, judge with the keyboard, come too late."""

from pathlib import Path

from playwright.sync_api import Browser

import bulian
from bulian.corpus.workspace import Workspace
from bulian.steps.serving import site_app
from tests.browser.conftest import Tab
from tests.browser.opened import Watched, served
from tests.serve.place import NOW, hostile
from tests.serve.walk import walk

Small = tuple[Workspace, str]


def test_search_and_filter_change_count_and_list(tab: Tab) -> None:
    page = tab().open("/facts")
    all_told = page.inner_text("#count")
    page.fill("main input[name=q]", "产值")
    page.press("main input[name=q]", "Enter")
    found = page.inner_text("#count")
    assert found != all_told
    page.click(".filters ul >> nth=0 >> a >> nth=0")
    assert "产值" in page.input_value("main input[name=q]")
    assert page.inner_text("#count") != all_told


def test_a_fact_is_judged_by_keyboard_and_the_late_one_is_told(browser: Browser, small: Small) -> None:
    workspace, host = small
    fact = bulian.facts(workspace, indicator="总产值")[0].fact.id
    tabs = [Watched(browser.new_context().new_page(), host) for _ in range(2)]
    for one in tabs:
        one.open(f"/facts/{fact}")
    first, late = (one.page for one in tabs)
    first.fill("#judge input[name=by]", "李")
    first.fill("#judge input[name=value]", "31000000000")
    first.fill("#judge input[name=why]", "看过原件")
    first.locator("h1").click()
    with first.expect_navigation():
        first.keyboard.press("c")
    assert "310" in first.inner_text("h1")
    late.fill("#judge input[name=by]", "王")
    late.fill("#judge input[name=why]", "不对")
    late.locator("h1").click()
    with late.expect_navigation():
        late.keyboard.press("r")
    assert "有人已经判过" in late.inner_text("main")
    assert [one.by for one in bulian.source(workspace, fact).judgements] == ["李"]
    assert tabs[0].wrong == []
    assert [
        line.rpartition(": ")[2] for line in tabs[1].wrong if not line.startswith("http") or "409" in line
    ]


def test_a_judgement_is_withdrawn_by_keyboard_in_the_queue(browser: Browser, small: Small) -> None:
    workspace, host = small
    fact = bulian.facts(workspace, indicator="总产值")[0].fact.id
    bulian.judge(workspace, fact, verdict="accept", by="李", why="看过原件", now=NOW)
    watched = Watched(browser.new_context().new_page(), host)
    page = watched.open("/review")
    page.fill("#judged input[name=by]", "王")
    page.fill("#judged input[name=why]", "看错了")
    page.locator("#judged li").focus()
    with page.expect_navigation():
        page.keyboard.press("w")
    assert page.locator("#judged").count() == 0
    assert [one.verdict for one in bulian.source(workspace, fact).judgements][-2:] == ["accept", "withdraw"]
    assert watched.wrong == []


def test_a_letter_typed_in_a_field_judges_nothing(browser: Browser, small: Small) -> None:
    workspace, host = small
    fact = bulian.facts(workspace, indicator="总产值")[0].fact.id
    page = Watched(browser.new_context().new_page(), host).open(f"/facts/{fact}")
    page.fill("#judge input[name=by]", "李")
    page.type("#judge input[name=why]", "car")
    assert bulian.source(workspace, fact).judgements == ()


def test_a_row_is_entered_without_script_and_the_late_one_is_told(browser: Browser, small: Small) -> None:
    workspace, host = small
    tabs = [Watched(browser.new_context(java_script_enabled=False).new_page(), host) for _ in range(2)]
    for one in tabs:
        one.open("/desk/sites")
    for one in tabs:
        for name, text in (("c.code", "甲-1"), ("c.area", "30亩"), ("on", "2026-01-05"), ("by", "李")):
            one.page.fill(f"#add [name='{name}']", text)
        one.page.click("#add button")
    first, late = (one.page for one in tabs)
    assert "30亩" in first.inner_text("#values")
    assert "有人动过这个台账" in late.inner_text("[role=alert]")
    assert late.input_value("#add [name='c.area']") == "30亩"
    first.click("#values button[value=area]")
    assert first.input_value("#correct [name=value]") == "30亩"
    first.fill("#correct [name=value]", "31亩")
    first.fill("#correct [name=by]", "李")
    first.fill("#correct [name=why]", "复测")
    first.click("#correct button")
    assert [row.get("area") for row in bulian.desk_show(workspace, "sites").rows] == ["31"]
    assert tabs[0].wrong == []


def test_hostile_strings_run_nothing(browser: Browser, tmp_path: Path) -> None:
    from fastapi.testclient import TestClient

    app = site_app(hostile(tmp_path), lambda: NOW)
    with TestClient(app, base_url="http://127.0.0.1:8620") as client:
        paths = [one.path for one in walk(client, "/facts") if one.status == 200][:30]
    with served(app) as address:
        watched = Watched(browser.new_context().new_page(), address.removeprefix("http://"))
        for path in paths:
            watched.open(path)
        assert watched.wrong == []
