import pytest

from tests.cli.command import Bulian


@pytest.fixture
def bulian(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Bulian:
    return Bulian(monkeypatch, capsys)
