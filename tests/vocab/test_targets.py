"""What plans aim at, as data: files can be read, their order holds, and a row that does not fit is named."""

from pathlib import Path

import pytest

from bulian.errors import VocabularyError
from bulian.vocab.odds_priors import HORIZONS, families, families_in
from bulian.vocab.table import FOLDER
from bulian.vocab.targets import comparators, fraction_of, metrics, owner_cues, qualities, status_classes


def test_official_classes_come_best_first_and_the_cut_one_says_so() -> None:
    classes = status_classes()
    assert [one.zh for one in classes[:3]] == [
        "提前完成",
        "达到时序进度、预计可超额完成",
        "达到或基本达到时序进度、预计可如期完成",
    ]
    assert [one.cut for one in classes] == [False, False, False, True]
    thresholds = [one.least for one in classes if one.least is not None]
    assert thresholds == sorted(thresholds, reverse=True)
    assert classes[-1].least is None


def test_longer_words_are_tried_first() -> None:
    for words in ([word for word, _, _ in comparators()], [cue.word for cue in owner_cues()]):
        assert [len(word) for word in words] == sorted((len(word) for word in words), reverse=True)


def test_a_size_that_says_nothing_of_what_it_counts_is_marked() -> None:
    assert metrics()["产业规模"].defined is False
    assert metrics()["工业总产值"].role == "total"
    assert all(one.zh and one.en for one in qualities().values())


@pytest.mark.parametrize(("chance", "zh"), [(0.27, "四分之一"), (0.5, "一半"), (0.99, "二十分之十九")])
def test_fractions(chance: float, zh: str) -> None:
    assert fraction_of(chance)[0] == zh


def test_priors_name_their_source_and_have_a_stretch_for_each_horizon() -> None:
    for family in families():
        assert len(family.prior.stretch) == HORIZONS
        assert family.source
        assert family.leap > 0


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        ("stretch", "1|1", "5 numbers"),
        ("nu0", "0", "above 0"),
        ("phi", "1.5", "phi lies"),
        ("s0", "x", "no number"),
    ],
)
def test_a_prior_that_does_not_fit_is_named_by_its_line(
    tmp_path: Path, column: str, value: str, said: str
) -> None:
    shipped = (FOLDER / "odds_priors.csv").read_text("utf-8").splitlines()
    head = next(line for line in shipped if line.startswith("family,"))
    row = next(line for line in shipped if line.startswith("count,")).split(",")
    row[head.split(",").index(column)] = value
    path = tmp_path / "priors.csv"
    path.write_text(f"{head}\n{','.join(row)}\n", "utf-8")
    with pytest.raises(VocabularyError, match=said) as error:
        families_in(path)
    assert (error.value.file, error.value.line) == ("priors.csv", 2)
