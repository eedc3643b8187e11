"""Which characters do these bytes stand for?"""

from dataclasses import dataclass

from bulian.errors import Unreadable


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, its encoding and how that was settled ("big5, guessed"), and what a person should know."""

    text: str
    encoding: str
    notes: tuple[tuple[str, str], ...] = ()


def decode(raw: bytes, file: str) -> Decoded:
    """The text that `raw` holds."""
    try:
        return Decoded(raw.decode("utf-8-sig"), "utf-8")
    except UnicodeDecodeError:
        pass
    try:
        return Decoded(raw.decode("gb18030"), "gb18030, guessed")
    except UnicodeDecodeError as error:
        raise Unreadable(file, "its characters cannot be read.", "无法识别文字编码。") from error
