"""What is known about a document from outside its text: the file NAME.meta.toml beside it."""

import re
import tomllib
from datetime import date, datetime
from pathlib import Path
from typing import Any, cast, get_args

from bulian.errors import BadRequest
from bulian.model.document import Access, Metadata

_TEXTS = ("publisher", "address", "licence")
_KEYS = ("published_on", *_TEXTS, "access", "synthetic", "covers")
_REGION = re.compile(r"\d{6}")
_ISO_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def metadata_path(path: Path) -> Path:
    """Where the metadata of the file at `path` lies: its whole name, and .meta.toml."""
    return path.with_name(path.name + ".meta.toml")


def read_metadata(path: Path) -> Metadata:
    """What the .meta.toml beside the document at `path` says; nothing known when there is none.

    Raises:
        BadRequest: it cannot be read, or holds a key, a type or a date that does not fit. Names the file.
    """
    place = metadata_path(path)
    try:
        raw = place.read_bytes()
    except FileNotFoundError:
        return Metadata()
    except OSError as error:
        raise _unfit(
            place, f"it cannot be read ({error.strerror})", f"无法读取（{error.strerror}）"
        ) from error
    try:
        known = tomllib.loads(raw.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _unfit(place, f"it is no TOML ({error})", f"不是有效的 TOML（{error}）") from error
    for key in known:
        if key not in _KEYS:
            raise _unfit(place, f"{key} is no key of it", f"没有“{key}”这个字段")
    return _metadata(place, known)


def _metadata(place: Path, known: dict[str, Any]) -> Metadata:
    texts = {key: _text(place, key, known[key]) for key in _TEXTS if key in known}
    access = known.get("access", "internal")
    if access not in get_args(Access):
        raise _unfit(place, f"access is {access!r}", f"access 的值是 {access!r}")
    synthetic = known.get("synthetic", False)
    if not isinstance(synthetic, bool):
        raise _unfit(place, f"synthetic is {synthetic!r}", f"synthetic 的值是 {synthetic!r}")
    published_on = _date(place, known["published_on"]) if "published_on" in known else None
    covers = str(known["covers"]) if "covers" in known else None
    if covers is not None and not _REGION.fullmatch(covers):
        raise _unfit(place, f"covers is {covers!r}", f"covers 的值是 {covers!r}")
    return Metadata(
        published_on=published_on, access=cast(Access, access), synthetic=synthetic, covers=covers, **texts
    )


def _text(place: Path, key: str, value: object) -> str:
    if isinstance(value, str) and value.strip():
        return value.strip()
    raise _unfit(place, f"{key} is {value!r}", f"{key} 的值是 {value!r}")


def _date(place: Path, value: object) -> str:
    """A day, month or year in ISO 8601, written as text, as a TOML date or as a bare year."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    text = str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
    if _ISO_DATE.fullmatch(text):
        try:
            date.fromisoformat((text + "-01-01")[:10])
        except ValueError:
            pass
        else:
            return text
    raise _unfit(place, f"published_on is {value!r}", f"published_on 的值是 {value!r}")


def _unfit(place: Path, en: str, zh: str) -> BadRequest:
    return BadRequest(
        f'{place}: {en}. It may hold published_on ("2024-01-31", a month or a year), publisher, address, '
        'licence, access ("public", "internal", "restricted"), synthetic (true, false) and covers ("500104": '
        "all firms of that region). Correct it.",
        f'{place}：{zh}。可用字段：published_on（"2024-01-31"，或年月、年份）、publisher、address、licence、'
        'access（"public"、"internal"、"restricted"）、synthetic（true、false）、'
        'covers（"500104"：该区域的企业全在内）。请改正。',
    )
