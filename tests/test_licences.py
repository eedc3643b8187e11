"""No dependency that bulian ships with is under the GPL or a sister of it (design: LGPL only as an extra)."""

import re
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

COPYLEFT = re.compile(r"GPL|GNU (Affero|Lesser|Library)? ?General Public", re.IGNORECASE)

# Offered under several licences: the one we take, and why that will do.
CHOSEN = {
    "tld": "MPL-1.1, the first of three offered; used unchanged, through trafilatura",
}


def runtime_distributions() -> dict[str, Distribution]:
    """What `pip install bulian[papers]` brings to this machine, bulian itself left out."""
    found: dict[str, Distribution] = {}
    waiting, seen = [Requirement("bulian[papers]")], set()
    while waiting:
        wanted = waiting.pop()
        name = canonicalize_name(wanted.name)
        if (name, extras := frozenset(wanted.extras)) in seen:
            continue
        seen.add((name, extras))
        try:
            found[name] = distribution(name)
        except PackageNotFoundError:
            pytest.fail(f"{name} is required but not installed; run ./run once")
        waiting += _needs(found[name], extras)
    del found["bulian"]
    return found


def _needs(package: Distribution, extras: frozenset[str]) -> Iterator[Requirement]:
    for line in package.requires or ():
        needed = Requirement(line)
        marker = needed.marker
        if marker is None or any(marker.evaluate({"extra": extra}) for extra in ("", *sorted(extras))):
            yield needed


def licence_of(package: Distribution) -> str:
    """What the metadata says: the SPDX expression, else the classifiers, else the free field's first line."""

    def field(key: str) -> list[str]:
        return package.metadata.get_all(key) or []

    classifiers = [line for line in field("Classifier") if line.startswith("License ::")]
    free = "".join(field("License")).strip().splitlines()
    return "".join(field("License-Expression")) or "; ".join(classifiers) or "".join(free[:1])


RUNTIME = runtime_distributions()


@pytest.mark.parametrize("name", sorted(RUNTIME))
def test_a_dependency_names_a_licence_that_is_not_copyleft(name: str) -> None:
    licence = licence_of(RUNTIME[name])
    assert licence, f"{name} names no licence"
    if name in CHOSEN:
        offered = re.split(r"\s+OR\s+", licence)
        assert CHOSEN[name].split(",")[0] in offered, (
            f"{name} no longer offers the licence we chose: {licence}"
        )
    else:
        assert not COPYLEFT.search(licence), f"{name} is under {licence}"


def test_every_choice_is_still_needed() -> None:
    assert [name for name in CHOSEN if not COPYLEFT.search(licence_of(RUNTIME[name]))] == []


@pytest.mark.parametrize(
    "licence",
    ["GPL-3.0-or-later", "LGPL-2.1", "AGPL-3.0-only", "License :: OSI Approved :: GNU General Public"],
)
def test_copyleft_is_recognised(licence: str) -> None:
    assert COPYLEFT.search(licence)


@pytest.mark.parametrize("licence", ["MIT", "Apache-2.0", "MPL-2.0", "BSD-3-Clause", "PSF-2.0", "MIT-CMU"])
def test_permissive_is_not_taken_for_copyleft(licence: str) -> None:
    assert not COPYLEFT.search(licence)
