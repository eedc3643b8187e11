"""Taxonomies: the example's are read, and whatever does not fit is refused by file and line."""

from pathlib import Path

import pytest

from bulian.errors import BadRequest, VocabularyError
from bulian.vocab.gbt4754 import industry, lineage, section_of, within
from bulian.vocab.ladder import rungs, size_line
from bulian.vocab.reading_taxonomies import taxonomies
from bulian.vocab.sei import sei_map
from bulian.vocab.taxonomy import class_edge, in_force, whole
from bulian.vocab.templates import templates

EXAMPLE = Path(__file__).parents[2] / "examples" / "dadukou" / "clusters"
START = 'key: t\nzh: 甲\nen: A\nvalid_from: "2021"\nsource: 某文\nclusters:\n'


def test_the_examples_versions_stand_beside_each_other() -> None:
    several = taxonomies(EXAMPLE)
    assert list(several) == ["cq_33618", "directions_2021", "pillars_2021", "clusters_2024"]
    assert [len(one.clusters) for one in several.values()] == [30, 4, 5, 5]
    assert in_force(several.values(), "2022-06-30").key == "pillars_2021"
    assert in_force(several.values(), "2024-01-24").key == "pillars_2021"
    assert in_force(several.values(), "2024-01-25").key == "clusters_2024"
    with pytest.raises(BadRequest, match="2020"):
        in_force(several.values(), "2020-12-31")


def test_classes_begin_at_their_lower_edge() -> None:
    assert class_edge("百亿级") == 10**10
    assert class_edge("千亿级") == 10**11
    with pytest.raises(ValueError, match="百亿"):
        class_edge("百亿")


def test_a_cluster_holds_what_its_parts_hold(tmp_path: Path) -> None:
    body = "  - {key: a, zh: 甲, en: A, codes: ['27'], parts: [b]}\n"
    body += "  - {key: b, zh: 乙, en: B, products: [面]}\n"
    (tmp_path / "t.yaml").write_text(START + body, "utf-8")
    taxonomy = taxonomies(tmp_path)["t"]
    found = whole(taxonomy, taxonomy.clusters[0])
    assert (found.codes, found.products, found.names) == (("27",), ("面",), ("甲", "乙"))


@pytest.mark.parametrize(
    ("body", "line", "said"),
    [
        (
            "  - {key: a, zh: 甲, en: A, parts: [b]}\n  - {key: b, zh: 乙, en: B, parts: [a]}\n",
            7,
            "a → b → a",
        ),
        ("  - {key: a, zh: 甲, en: A, parts: [a]}\n", 7, "a → a"),
        ("  - {key: a, zh: 甲, en: A, codes: ['9999']}\n", 7, "9999"),
        ("  - {key: a, zh: 甲, en: A}\n  - {key: b, zh: 乙, en: B, aka: [甲]}\n", 8, "'甲' already names"),
        ("  - {key: a, zh: 甲, en: A, parts: [c]}\n", 7, "'c' is no cluster"),
        ("  - {key: a, zh: 甲, en: A, scale: 很大}\n", 7, "很大"),
        ("  - {key: a, zh: 甲, en: A, include: [guess]}\n", 7, "guess"),
        ("  - {key: a, zh: 甲, en: A, codse: ['27']}\n", 7, "codse"),
        ("  - {key: a, en: A}\n", 7, "zh is missing"),
    ],
)
def test_what_does_not_fit_is_refused_at_its_line(tmp_path: Path, body: str, line: int, said: str) -> None:
    (tmp_path / "t.yaml").write_text(START + body, "utf-8")
    with pytest.raises(VocabularyError) as refused:
        taxonomies(tmp_path)
    assert (refused.value.file, refused.value.line) == ("t.yaml", line)
    assert said in refused.value.en


def test_codes_nest() -> None:
    assert [step.code for step in lineage("3581")] == ["3581", "358", "35", "C"]
    assert within("3581", "C")
    assert not within("3581", "27")
    assert section_of("6513") == "I"
    found = industry("C3581")
    assert found is not None
    assert found.code == "3581"
    assert industry("I3581") is None  # the letter is not its section's


def test_the_ladder_and_its_lines() -> None:
    methods = templates()
    assert all(key in methods for rung in rungs() for key in rung.methods)
    lines = [size_line(code, 2023) for code in ("3581", "5211")]
    assert [line.at_least for line in lines if line] == [20_000_000, 5_000_000]
    before = size_line("3581", 2009)
    assert before is not None
    assert before.at_least == 5_000_000  # 2011年以前工业的线
    assert size_line("9999", 2023) is None


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("4.1,药,2761x,药", "2761x"),
        ("12.1,药,2761,药", "12.1"),
        ("4.1,药,2761", "3 cells"),
        ("4.1,,2761,药", "name"),
    ],
)
def test_a_map_that_does_not_fit_is_refused_at_its_line(tmp_path: Path, row: str, said: str) -> None:
    file = tmp_path / "sei.csv"
    file.write_text(f"code,name,gb_code,gb_name\n4.1,药,2762,药\n{row}\n", "utf-8")
    with pytest.raises(VocabularyError, match=said) as refused:
        sei_map(file)
    assert (refused.value.file, refused.value.line) == ("sei.csv", 3)


def test_a_star_says_partly_and_a_line_stands_once(tmp_path: Path) -> None:
    file = tmp_path / "sei.csv"
    file.write_text("code,name,gb_code,gb_name\n4.1.1,药,2761,药\n4.2,械,3581*,械\n", "utf-8")
    table = sei_map(file)
    assert [(one.code, one.partly) for line in table.values() for one in line] == [
        ("4.1.1", False),
        ("4.2", True),
    ]
    file.write_text("code,name,gb_code,gb_name\n4.1,药,2761,药\n4.1,药,2761*,药\n", "utf-8")
    with pytest.raises(VocabularyError, match="twice"):
        sei_map(file)
