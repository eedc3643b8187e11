"""Rows by hand: each with owner, date and source; a correction never overwrites; the journal keeps all."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulian.desk import book, registers
from bulian.desk.book import Row, Signed
from bulian.errors import BadRequest, JournalError
from bulian.ledger import persons
from bulian.ledger.auditing import verify
from bulian.ledger.chain import Entry
from bulian.vocab.registers import register
from bulian.vocab.registers import registers as declared
from tests.desk.making import NOW, signed, workspace

SITES = register("sites")


def test_a_row_by_hand_has_owner_date_and_place(tmp_path: Path) -> None:
    place = workspace(tmp_path)
    row = registers.add(place, SITES, {"地块编号": "示-01", "area": "30亩"}, signed(owner="规资局"))
    assert (row.key, row.get("area"), row.on, row.places) == (
        "示-01",
        "30",
        "2026-06-01",
        {"code": 1, "area": 1},
    )
    names = {one.id: one.name for one in persons.persons(place.root)}
    assert (names[row.by], names[row.owner]) == ("经办一号", "规资局")


def test_a_correction_of_the_same_day_counts_and_a_later_day_leaves_the_earlier(tmp_path: Path) -> None:
    place = workspace(tmp_path)
    registers.add(place, SITES, {"code": "示-01", "area": "30亩"}, signed())
    registers.correct(place, SITES, "示-01", {"area": "31亩"}, signed("", why="录错"))
    registers.correct(place, SITES, "示-01", {"area": "20亩"}, signed("2026-09-01", why="分割"))
    assert [registers.rows(place, SITES, as_of=day)[0].get("area") for day in ("2026-08", "2026-09-01")] == [
        "31", "20",
    ]  # fmt: skip


def test_what_was_known_on_a_day(tmp_path: Path) -> None:
    place = workspace(tmp_path)
    registers.add(place, SITES, {"code": "示-01", "area": "30亩"}, signed(at="2026-06-02T09:00:00+08:00"))
    late = signed("", at="2026-07-02T09:00:00+08:00", why="录错")
    registers.correct(place, SITES, "示-01", {"area": "31亩"}, late)
    assert registers.rows(place, SITES, known_on="2026-06-30")[0].get("area") == "30"
    assert registers.rows(place, SITES, known_on="2026-06-01") == ()


def test_a_closed_row_stays_readable_as_of_before(tmp_path: Path) -> None:
    place = workspace(tmp_path)
    registers.add(place, SITES, {"code": "示-01", "area": "30亩"}, signed())
    registers.end(place, SITES, "示-01", signed("2026-07-01", why="收储"))
    assert registers.rows(place, SITES) == ()
    assert [row.key for row in registers.rows(place, SITES, as_of="2026-06-30")] == ["示-01"]
    with pytest.raises(BadRequest, match="closed already"):
        registers.end(place, SITES, "示-01", signed("2026-07-02", why="收储"))


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ({"code": "示-01"}, "Area is empty"),
        ({"code": "示-01", "area": "大"}, "no number"),
        ({"code": "示-01", "area": "30亩", "颜色": "红"}, "no column"),
        ({"code": "旧-01", "area": "30亩"}, "already"),
    ],
)
def test_a_row_that_does_not_fit_is_refused_whole(tmp_path: Path, told: dict[str, str], reason: str) -> None:
    place = workspace(tmp_path)
    registers.add(place, SITES, {"code": "旧-01", "area": "30亩"}, signed())
    with pytest.raises(BadRequest, match=reason):
        registers.add(place, SITES, told, signed())
    assert len(registers.rows(place, SITES)) == 1


def test_unsigned_undated_and_groundless_acts_are_refused(tmp_path: Path) -> None:
    place, told = workspace(tmp_path), {"code": "示-01", "area": "30亩"}
    with pytest.raises(JournalError, match="--on"):
        registers.add(place, SITES, told, signed(""))
    with pytest.raises(JournalError, match="--by"):
        registers.add(place, SITES, told, Signed("", NOW, "2026-06-01"))
    registers.add(place, SITES, told, signed())
    with pytest.raises(JournalError, match="--why"):
        registers.correct(place, SITES, "示-01", {"area": "31亩"}, signed())
    with pytest.raises(BadRequest, match="cannot change"):
        registers.correct(place, SITES, "示-01", {"code": "示-02"}, signed(why="改名"))
    with pytest.raises(BadRequest, match="is empty"):
        registers.correct(place, SITES, "示-01", {"area": ""}, signed(why="不知道"))


def test_a_credit_code_of_another_firm_is_refused_by_hand_too(tmp_path: Path) -> None:
    place, firms, code = workspace(tmp_path), register("key_firms"), "91500104MA5U00001Y"
    registers.add(place, firms, {"firm": "示例一号有限公司", "credit_code": code}, signed())
    registers.add(place, firms, {"firm": "示例二号有限公司"}, signed())
    with pytest.raises(BadRequest, match="示例一号有限公司's"):
        registers.correct(place, firms, "示例二号有限公司", {"credit_code": code}, signed())
    registers.correct(place, firms, "示例一号有限公司", {"credit_code": code}, signed(why="核对"))
    # A visit keeps the name that the firm had on the day.
    for name in ("示例旧名有限公司", "示例一号有限公司"):
        told = {"visited_on": "2026-05-01", "firm": name, "credit_code": code, "content": "看厂房"}
        registers.add(place, register("visits"), told, signed(""))


def test_any_edit_of_the_book_is_found(tmp_path: Path) -> None:
    place = workspace(tmp_path)
    registers.add(place, SITES, {"code": "示-01", "area": "30亩"}, signed())
    file = place.journal / "desk-sites.jsonl"
    file.write_bytes(file.read_bytes().replace(b'"30"', b'"90"'))
    assert [problem.file for problem in verify(place.journal)] == ["desk-sites.jsonl"]


DAYS = [f"2026-0{month}-01" for month in range(1, 9)]


@given(st.lists(st.tuples(st.sampled_from(DAYS), st.sampled_from("abc")), min_size=1), st.sampled_from(DAYS))
def test_what_is_said_of_later_days_never_changes_an_earlier_one(
    acts: list[tuple[str, str]], day: str
) -> None:
    told = [
        Entry(
            number,
            "",
            {"act": "correct", "at": NOW, "by": "P1", "key": "k", "on": on, "values": {"x": value}},
        )
        for number, (on, value) in enumerate(acts, start=1)
    ]
    by_then = [one for one in told if one.act["on"] <= day]
    whole, early = (_folded(several, day) for several in (told, by_then))
    assert whole == early
    # The last word on the latest day that is not over `day` counts.
    wanted = max(by_then, key=lambda one: (one.act["on"], one.seq), default=None)
    assert (whole.get("x") if whole else None) == (wanted.act["values"]["x"] if wanted else None)


def _folded(entries: list[Entry], day: str) -> Row | None:
    return book.folded(SITES, entries, as_of=day).get("k")


@pytest.mark.parametrize("name", list(declared()))
def test_every_register_is_sound(name: str) -> None:
    one = declared()[name]
    assert one.unit[0]
    assert one.fields
    references = {field.refers for field in one.fields} - {""}
    assert references <= declared().keys()
    assert {watch.since.partition(".")[0] for watch in one.watches} - {""} <= declared().keys()


def test_a_day_before_the_one_it_follows_is_refused_with_both(tmp_path: Path) -> None:
    place, enquiries = workspace(tmp_path), register("enquiries")
    told = {"asked_on": "2026-06-10", "firm": "示例己公司", "topic": "土地"}
    with pytest.raises(BadRequest, match="Answered on 2026-06-01 lies before asked on 2026-06-10"):
        registers.add(place, enquiries, {**told, "answered_on": "2026-06-01"}, signed())
    # A month is not before a day in it.
    row = registers.add(place, enquiries, {**told, "answered_on": "2026年6月"}, signed())
    why = signed("", why="核对")
    with pytest.raises(BadRequest, match="lies before asked on"):
        registers.correct(place, enquiries, row.key, {"answered_on": "2026-06-09"}, why)
    mended = registers.correct(place, enquiries, row.key, {"answered_on": "2026-06-11"}, why)
    assert mended.get("answered_on") == "2026-06-11"
