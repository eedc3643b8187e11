"""A scope shows what it should, and says how much it leaves out."""

from decimal import Decimal
from pathlib import Path

import pytest

from bulian.errors import BadRequest
from bulian.ledger.judging import judge
from bulian.ledger.query import FactQuery
from bulian.ledger.scope import NOW, Scope, by_access, seen
from bulian.model.document import Access, Metadata, highest_access
from bulian.model.stored import Judgement
from tests.ledger.making import Lying, build, number, opened, reading, text_document


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """Three papers of one number each, of 2021 to 2023, and an undated one recorded in 2024."""
    papers: Lying = {}
    for year, access in ((2021, "public"), (2022, "internal"), (2023, "restricted"), (None, None)):
        about = Metadata(access=access) if access else None  # type: ignore[arg-type]  # one of the three
        paper = text_document(f"{year}.txt", f"企业数{year or 9}家", about)
        found = number(paper, paper.text, f"{year or 9}家")
        papers[paper.name] = (paper, reading(found, published_on=str(year) if year else None))
    build(tmp_path, papers, at="2024-05-01T09:00:00+08:00")
    return tmp_path


def names(workspace: Path, scope: Scope) -> set[str]:
    with opened(workspace) as ledger:
        return {one.source.name for one in seen(ledger, scope).facts}


def test_an_undated_document_counts_from_the_day_it_was_recorded(workspace: Path) -> None:
    assert names(workspace, Scope(as_of="2022")) == {"2021.txt", "2022.txt"}
    assert names(workspace, Scope(as_of="2024-04-30")) == {"2021.txt", "2022.txt", "2023.txt"}
    assert "None.txt" in names(workspace, Scope(as_of="2024-05-01"))
    assert names(workspace, Scope(known_on="2024-04-30")) == set()


def test_public_leaves_out_the_rest_and_counts_it(workspace: Path) -> None:
    with opened(workspace) as ledger:
        found = seen(ledger, Scope(public=True))
        assert [one.source.name for one in found.facts] == ["2021.txt"]
        assert [one.name for one in found.sources] == ["2021.txt"]
        # The source that says nothing of it is internal, like the one that does.
        assert by_access(found.withheld) == {"internal": 2, "restricted": 1}
        assert len(found.withheld_sources) == 3


def test_public_and_a_date_hold_together(workspace: Path) -> None:
    with opened(workspace) as ledger:
        found = seen(ledger, Scope(as_of="2022", public=True), FactQuery(indicator="企业"))
        assert len(found.facts) == 1
        assert by_access(found.withheld) == {"internal": 1}


def test_who_judged_and_why_stays_in_the_house(workspace: Path) -> None:
    with opened(workspace) as ledger:
        (public,) = seen(ledger, Scope(public=True)).facts
        judge(
            ledger, Judgement(public.fact.id, "correct", "王", "2024-06-01T09:00:00+08:00", "因", Decimal(7))
        )
        (judged,) = (one.judgement for one in seen(ledger, Scope(public=True)).facts)
        assert judged is not None
        assert judged.value == Decimal(7)
        assert (judged.verdict, judged.by, judged.why) == ("correct", "—", "—")
        (inside,) = (one.judgement for one in seen(ledger, NOW).facts if one.judgement)
        assert inside.by == "王"


def test_without_a_scope_nothing_is_withheld(workspace: Path) -> None:
    with opened(workspace) as ledger:
        found = seen(ledger, NOW)
    assert len(found.facts) == len(found.sources) == 4
    assert not found.withheld
    assert not found.withheld_sources


def test_a_date_that_is_none_is_refused(workspace: Path) -> None:
    with opened(workspace) as ledger, pytest.raises(BadRequest, match="昨天"):
        seen(ledger, Scope(as_of="昨天"))


def test_a_paper_is_as_confidential_as_its_most_confidential_source() -> None:
    several: list[Access] = ["public", "restricted", "internal"]
    assert highest_access(several) == "restricted"
    assert highest_access(["public", "public"]) == "public"
