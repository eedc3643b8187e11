"""Catalogue files: what is shipped is sound, and what is not sound is named with file and line."""

import csv
from pathlib import Path

import pytest

from bulian.chain.catalogue import load_catalogue, shipped_chains
from bulian.errors import BadRequest, VocabularyError
from bulian.vocab.gbt4754 import gbt4754
from tests.chain.made import KIT, kit
from tests.shared import DATA, needs_data

SIX = ("体外诊断", "智能视觉", "固废与环保装备", "玻璃纤维复合材料", "重庆小面", "智算与软件")


def test_the_six_chains_are_there_and_of_some_depth() -> None:
    chains = {chain.name.zh: chain for chain in shipped_chains()}
    assert set(chains) == set(SIX)
    for chain in chains.values():
        assert len(chain.nodes) >= 50
        assert {segment.stage for segment in chain.segments} == {"up", "mid", "down", "service"}
        assert all(node.name.hant and node.name.en for node in chain.nodes)
        assert all(edge.source for edge in chain.inputs)
        assert {edge.kind for edge in chain.inputs} == {"essential", "substitutable", "auxiliary"}


@needs_data
def test_every_hs_code_is_in_the_nomenclature_of_2022() -> None:
    with (DATA / "chains" / "hs2022_en.csv").open(encoding="utf-8") as file:
        known = {row["hscode"] for row in csv.DictReader(file)}
    used = {code for chain in shipped_chains() for node in chain.nodes for code in node.hs}
    assert len(used) > 100
    assert used <= known


@needs_data
def test_the_standard_ships_whole() -> None:
    with (DATA / "gbt4754_2017" / "gbt4754_2017.csv").open(encoding="utf-8") as file:
        official = {row["code"]: row["name_zh"] for row in csv.DictReader(file)}
    assert {code: one.name for code, one in gbt4754().items()} == official


def test_a_chain_is_found_by_any_of_its_names_in_either_script() -> None:
    catalogue = load_catalogue(None)
    for name in ("ivd", "体外诊断", "體外診斷產業鏈", "体外", "In-vitro diagnostics"):
        assert catalogue.find(name).id == "ivd"


def test_an_unknown_chain_is_refused_with_those_that_are_there() -> None:
    with pytest.raises(BadRequest, match=r"no chain '钢铁'.*体外诊断"):
        load_catalogue(None).find("钢铁")


@pytest.mark.parametrize(
    ("before", "after", "line", "problem"),
    [
        ("stage: mid", "stage: middle", 11, "stage 'middle' is unknown"),
        ('{"2659": 1}', '{"2699": 1}', 28, "2699 is no code"),
        ('"2661": 0.5', '"2661": 0.4', 23, "sum to 0.9"),
        ("id: latex\n", "id: bead\n", 25, "bead stands here twice"),
        ("[磁珠]", "[抗原原料]", 19, "names both antigen and bead"),
        ("[磁珠顆粒]", "[乳膠顆粒]", 25, "names both bead and latex"),
        ("essential: [reagent]", "essential: [reagents]", 43, "needs 'reagents', which is no node"),
        ("auxiliary: [cold]", "auxiliary: [reagent]", 35, "needs itself"),
        ("segment: use\n    name: {zh-Hans: 独", "segment: u\n    name: {zh-Hans: 独", 39, "segment 'u'"),
        ("    final: true\n", "", 15, "no node is final"),
        ("default_source: author", "default_source: autor", 7, "source 'autor'"),
        ('hs: ["382499"]', 'hs: ["3824"]', 24, "no HS code of six digits"),
        ("extension: true", "extension: ja", 52, "write true or false"),
        ("version:", "versoin:", 3, "'versoin' is unknown"),
        ("    needs:\n      essential: [antigen]\n", "    nedes: []\n", 53, "'nedes' is unknown"),
        ("id: kit\n", "id: kit\nid: kit\n", 2, "id stands here twice"),
        ("nodes:\n", "nodes: [\n", 15, "no valid YAML"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_named_with_its_line(
    tmp_path: Path, before: str, after: str, line: int, problem: str
) -> None:
    assert before in KIT
    with pytest.raises(VocabularyError, match=problem) as caught:
        kit(tmp_path, after.join(KIT.rsplit(before, 1)))
    assert (caught.value.file, caught.value.line) == ("kit.yaml", line), caught.value


def test_essential_inputs_in_a_circle_are_refused(tmp_path: Path) -> None:
    text = KIT.replace(
        '  - id: antigen\n    segment: raw\n    name: {zh-Hans: 抗原原料}\n    gb4754: {"2761": 1}\n',
        '  - id: antigen\n    segment: raw\n    name: {zh-Hans: 抗原原料}\n    gb4754: {"2761": 1}\n'
        "    needs: {essential: [lab]}\n",
    )
    with pytest.raises(VocabularyError, match="antigen → reagent → lab"):
        kit(tmp_path, text)


def test_goods_that_hang_in_the_air_are_refused_and_services_are_not(tmp_path: Path) -> None:
    kit(tmp_path, KIT.replace("      auxiliary: [cold]\n", ""))
    with pytest.raises(VocabularyError, match="latex neither needs anything nor is needed"):
        kit(tmp_path, KIT.replace("[bead, latex]", "[bead]"))


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(VocabularyError, match="empty"):
        kit(tmp_path, "")


def test_a_chain_of_the_district_may_not_take_the_id_of_a_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(KIT.replace("id: kit\n", "id: ivd\n"), "utf-8")
    with pytest.raises(VocabularyError, match="ivd is taken"):
        load_catalogue(tmp_path)


def test_a_chain_of_the_district_stands_beside_the_shipped_ones(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(KIT, "utf-8")
    catalogue = load_catalogue(tmp_path)
    assert len(catalogue.chains) == len(SIX) + 1
    assert catalogue.find("试剂盒").origin == "own.yaml"
