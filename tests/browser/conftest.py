"""One browser and one example district for all tests of a worker; each test has a tab of its own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

import bulian
from bulian.corpus.workspace import Workspace
from bulian.steps.serving import site_app
from tests.browser.opened import Watched, browser_path, launched, served
from tests.serve.place import NOW, district

Tab = Callable[..., Watched]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test of this folder needs a browser; one worker runs them all."""
    for item in items:
        if "tests/browser/" in item.path.as_posix():
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if browser_path() is None:
        pytest.skip("not tested in a browser: no Chromium on this machine (tools/browser installs one)")
    with launched() as opened:
        yield opened


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The example district, built."""
    return bulian.demo(tmp_path_factory.mktemp("browser") / "大渡口", lang="zh", now=NOW).workspace


@pytest.fixture(scope="session")
def address(example: Workspace) -> Iterator[str]:
    with served(site_app(example, lambda: NOW)) as opened:
        yield opened


@pytest.fixture
def tab(browser: Browser, address: str) -> Iterator[Tab]:
    """Opens tabs on the example; at the end none may have complained."""
    made: list[Watched] = []

    def new(**how: object) -> Watched:
        context = browser.new_context(**how)  # type: ignore[arg-type]  # what Playwright calls its options
        made.append(Watched(context.new_page(), address.removeprefix("http://")))
        return made[-1]

    yield new
    complaints = [line for one in made for line in one.wrong]
    for one in made:
        one.page.context.close()
    assert complaints == []


@pytest.fixture
def small(tmp_path: Path) -> Iterator[tuple[Workspace, str]]:
    """A small district that a test may change, and its address."""
    workspace = district(tmp_path)
    with served(site_app(workspace, lambda: NOW)) as opened:
        yield workspace, opened.removeprefix("http://")
