"""A district of many firms: every list is shown a part at a time, and its parts together are the whole."""

import re
from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
from fastapi.testclient import TestClient
from lxml import html

import bulian
from bulian.steps.serving import site_app
from tests.serve.place import NOW

FIRMS = [f"{one}{other}光学有限公司" for one, other in product("松柏梅兰菊荷玉晶铭锐", "丰泰嘉禾宏博鼎")]


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """70 firms on one node, each called 骨干企业, each with a forecast and with two revenues of one year."""
    place = bulian.init(tmp_path_factory.mktemp("many") / "丁山区", region="500104", name="丁山区")
    told = [f"{firm}生产光学镜头，是智能视觉产业链骨干企业。\n" for firm in FIRMS]
    told += [f"预计到2028年，{firm}产值达到{at + 10}亿元。\n" for at, firm in enumerate(FIRMS)]
    (place.sources / "报告.txt").write_text("产业情况\n\n2024年3月1日\n\n" + "".join(told), "utf-8")
    for number in (1, 2):
        rows = [f"{firm},{(at + 1) * 1000 * number}" for at, firm in enumerate(FIRMS)]
        table = "\n".join(("企业名称,2023年营业收入（万元）", *rows))
        (place.sources / f"名录{number}.csv").write_text(table, "utf-8")
    for number in range(12):
        (place.sources / f"便笺{number:02}.txt").write_text(f"便笺第{number}张。\n", "utf-8")
    bulian.build(place, now=NOW)
    with TestClient(site_app(place, lambda: NOW), base_url="http://127.0.0.1:8620") as opened:
        yield opened


def tree(client: TestClient, path: str) -> Any:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return html.fromstring(answer.text)


def parts(client: TestClient, path: str, where: str) -> Iterator[list[str]]:
    """The firms that each part of a list names; `where` finds the list with its pager."""
    while path:
        (section,) = tree(client, path).xpath(where)
        text = "".join(section.itertext())
        yield [firm for firm in FIRMS if firm in text]
        path = "".join(section.xpath(".//p[@class='pager']/a[@rel='next']/@href"))


@pytest.mark.parametrize(
    ("path", "where", "most"),
    [
        ("/structure", "//details[table]", 40),
        ("/targets", "//section[@id='dated']", 60),
        ("/chains/vision", "//section[header/h2='领头的企业']", 60),
        ("/chains/vision", "//section[@id='p-lens']/div[h3='企业']", 12),
    ],
)
def test_the_parts_of_a_list_are_the_whole(client: TestClient, path: str, where: str, most: int) -> None:
    found = list(parts(client, path, where))
    assert len(found[0]) == most
    assert sorted(firm for several in found for firm in several) == sorted(FIRMS)


def test_the_node_whose_firms_are_turned_over_stays_open(client: TestClient) -> None:
    page = tree(client, "/chains/vision?list=firms-lens&from=12")
    assert page.xpath("//section[contains(@class, 'panel first')]/@id") == ["p-lens"]


def test_a_card_names_some_leaders_and_counts_them_all(client: TestClient) -> None:
    (words,) = tree(client, "/chains").xpath("//p[starts-with(., '领头：')]")
    text = "".join(words.itertext())
    assert sum(firm in text for firm in FIRMS) == 24
    assert re.search("等70家$", text)


def test_the_portrait_tells_eight_conflicts_and_counts_the_rest(client: TestClient) -> None:
    alerts = ["".join(one.itertext()) for one in tree(client, "/").xpath("//ul[@class='list']/li")]
    assert sum("有两个数" in one for one in alerts) == 8
    assert any("另有62处" in one for one in alerts)


def test_a_fact_in_a_long_table_shows_the_rows_around_it(client: TestClient) -> None:
    fact, *_ = client.get("/api/facts", params={"q": "锐鼎", "kind": "observation"}).json()["facts"]
    assert FIRMS[-1] in client.get(fact["link"]).text


def test_the_portrait_names_some_new_files_and_counts_them_all(client: TestClient) -> None:
    files = ["".join(one.itertext()) for one in tree(client, "/").xpath("//ul[@class='list day']/li")]
    assert len(files) == 13
    assert "共15份" in files[-1]


@pytest.mark.parametrize(
    "path", ["/facts?q=光学&from={}", "/facts?from={}", "/en/facts?kind=observation&from={}"]
)
@pytest.mark.parametrize("beyond", ["400", "99999999", "9" * 40])
def test_a_place_beyond_the_end_is_the_last_page(client: TestClient, path: str, beyond: str) -> None:
    page = tree(client, path.format(beyond))
    assert page.xpath("//ol[@class='hits']/li")
    assert not page.xpath("//a[@rel='next']")
    (before,) = page.xpath("//a[@rel='prev']/@href")
    assert tree(client, before).xpath("//a[@rel='next']")


def test_beyond_the_end_of_a_document_or_of_nothing_no_page_is_empty_in_silence(client: TestClient) -> None:
    (document,) = [one for one in client.get("/api/sources").json() if one["name"] == "报告.txt"]
    page = tree(client, f"/documents/{document['doc'][:12]}?from=99999")
    assert "骨干企业" in page.text_content()
    assert "没有" in tree(client, "/facts?q=无此词&from=400").xpath("//p[@id='count']")[0].text_content()


def offered(page: Any) -> list[str]:
    return [str(one) for one in page.xpath("//select[@name='without']/optgroup[1]/option/@value")]


def test_a_chain_offers_some_firms_and_finds_the_others_by_name_in_either_script(client: TestClient) -> None:
    page = tree(client, "/chains/vision")
    assert len(offered(page)) == 40
    assert FIRMS[-1] in offered(page)  # of the seventy that are alike it has the greatest revenue
    assert "只列" in page.text_content()
    rest = next(firm for firm in FIRMS if "兰" in firm and firm not in offered(page))
    found = tree(client, f"/chains/vision?find={rest[:2].replace('兰', '蘭')}&segment=optics")
    assert rest in offered(found)
    assert len(offered(found)) == 1
    assert found.xpath("//select//option[@selected]/@value") == [rest]
    for name in ("find", "segment"):
        assert found.xpath(f"//form[@class='without']/input[@name='{name}']/@value")


def test_who_is_chosen_stays_in_the_list_and_a_search_for_nobody_says_so(client: TestClient) -> None:
    rest = next(firm for firm in FIRMS if firm not in offered(tree(client, "/chains/vision")))
    page = tree(client, f"/chains/vision?without={rest}&share=0.5")
    assert page.xpath("//select//option[@selected]/@value") == [rest]
    assert len(offered(page)) == 41
    nobody = tree(client, "/chains/vision?find=<script>")
    assert "这条链上没有" in nobody.text_content()
    assert len(offered(nobody)) == 40
