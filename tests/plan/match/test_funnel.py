"""What became of demands: counted by hand, with days; what does not count is named."""

from bulian.plan.match.funnel import Stage, backwards, funnel, reached_of, settled
from tests.plan.match.help import offers, wants

DEMANDS = [
    wants("D1", "amount=5000000;filed_on=2026-04-01"),
    wants("D2", "amount=3000000;filed_on=2026-05-10"),
    wants("D3", "amount=1000000;consent=no"),
]
PRODUCTS = [offers("P1", "kind=loan"), offers("P2", "kind=equity")]


def row(demand: str, product: str, step: str, on: str, **more: str) -> tuple[dict[str, str], str]:
    """A step with evidence."""
    told = {"demand": demand, "product": product, "step": step, "on": on, "evidence": "单据", **more}
    return told, f"进展!{demand}{step}"


ROWS = [
    row("D1", "P1", "matched", "2026-04-06"),
    row("D1", "P1", "visited", "2026-04-16"),
    row("D1", "P1", "credited", "2026-05-06", amount="4000000"),
    row("D1", "P1", "paid", "2026-05", amount="4000000"),
    row("D2", "P1", "matched", "2026-05-13"),
    row("D2", "P2", "matched", "2026-05-20"),
    row("D2", "P2", "declined", "2026-06-01"),
]


def stage(found: tuple[Stage, ...], kind: str, step: str) -> tuple[int, int, float | None]:
    (one,) = [each for each in found if (each.kind, each.step) == (kind, step)]
    return one.demands, int(one.money), one.days


def test_counted_by_hand() -> None:
    reached, wrong = reached_of(ROWS, DEMANDS, PRODUCTS)
    assert wrong == ()
    found = funnel(DEMANDS, PRODUCTS, reached)
    assert stage(found, "", "asked") == (3, 9_000_000, None)
    # Days since asking: 5 for D1, 3 and 10 for D2, which counts once.
    assert stage(found, "", "matched") == (2, 8_000_000, 5.0)
    assert stage(found, "", "visited") == (1, 5_000_000, 10.0)
    assert stage(found, "", "credited") == (1, 4_000_000, 20.0)
    # Paid in May, but nobody says on which day.
    assert stage(found, "", "paid") == (1, 4_000_000, None)
    assert stage(found, "equity", "matched") == (1, 3_000_000, 10.0)
    assert stage(found, "loan", "matched") == (2, 8_000_000, 4.0)
    assert not [one for one in found if one.kind in ("bond", "guarantee")]


def test_one_month_counts_what_was_reached_in_it_and_days_from_before_it() -> None:
    reached, _ = reached_of(ROWS, DEMANDS, PRODUCTS)
    found = funnel(DEMANDS, PRODUCTS, reached, "2026-05")
    assert stage(found, "", "asked") == (1, 3_000_000, None)
    assert stage(found, "", "credited") == (1, 4_000_000, 20.0)
    assert stage(found, "", "paid") == (1, 4_000_000, None)
    assert stage(found, "", "visited") == (0, 0, None)


def test_what_does_not_count_is_named() -> None:
    rows = [
        row("D1", "P1", "visited", "2026-04-16", evidence=""),
        row("D3", "P1", "matched", "2026-04-16"),
        row("D9", "P1", "matched", "2026-04-16"),
        row("D1", "P9", "matched", "2026-04-16"),
    ]
    reached, wrong = reached_of(rows, DEMANDS, PRODUCTS)
    assert reached == ()
    assert [one.columns for one in wrong] == [("evidence",), ("demand",), ("demand",), ("product",)]
    assert "consent" in wrong[1].en


def test_a_step_before_the_one_it_follows_counts_but_its_days_do_not() -> None:
    rows = [row("D1", "P1", "matched", "2026-04-20"), row("D1", "P1", "visited", "2026-04-10")]
    reached, _ = reached_of(rows, DEMANDS, PRODUCTS)
    (wrong,) = backwards(reached)
    assert (wrong.place, wrong.keeps) == ("进展!D1visited", True)
    assert stage(funnel(DEMANDS, PRODUCTS, reached), "", "visited") == (1, 5_000_000, None)


def test_who_was_granted_or_paid_is_settled() -> None:
    reached, _ = reached_of(ROWS, DEMANDS, PRODUCTS)
    assert settled(reached) == {"D1"}
