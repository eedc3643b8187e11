"""YAML that knows its lines, so that an error can name file and line.

Two views for two needs: `Marked` keeps every value as it is written, with its own line (the chains, where
a code like 0111 is text); `Entry` is a mapping with typed values and the line where it begins (methods and
taxonomies).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bulian.errors import VocabularyError


@dataclass(frozen=True, slots=True)
class Marked:
    """A value of a YAML file: text, a list of `Marked`, or a mapping from text to `Marked`."""

    value: Any
    file: str
    line: int

    def wrong(self, en: str, zh: str) -> VocabularyError:
        """The error that names this line."""
        return VocabularyError(self.file, self.line, en, zh)

    def text(self) -> str:
        """The text of a scalar; refuses lists, mappings and an empty one."""
        if not isinstance(self.value, str) or not self.value.strip():
            raise self.wrong("a word is wanted here", "这里应是一个词")
        return self.value.strip()

    def items(self) -> "list[Marked]":
        """The members of a list; refuses anything else."""
        if not isinstance(self.value, list):
            raise self.wrong("a list is wanted here, like [a, b]", "这里应是列表，如 [甲, 乙]")
        return self.value

    def fields(self, allowed: tuple[str, ...] = ()) -> "dict[str, Marked]":
        """The entries of a mapping; refuses anything else, and keys that are not `allowed` where some are."""
        if not isinstance(self.value, dict):
            raise self.wrong("entries are wanted here, like key: value", "这里应是“键: 值”")
        for key, entry in self.value.items():
            if allowed and key not in allowed:
                choice = ", ".join(allowed)
                raise entry.wrong(f"{key!r} is unknown; it may be {choice}", f"不认识“{key}”，可写 {choice}")
        return self.value

    def need(self, key: str) -> "Marked":
        """The entry of a mapping that must be there."""
        fields = self.fields()
        if key not in fields:
            raise self.wrong(f"{key} is missing; add it", f"缺少 {key}，请补上")
        return fields[key]


class Entry(dict[str, Any]):
    """A mapping of a YAML file; `line` is where it begins, `file` the file's name."""

    line: int
    file: str

    def wrong(self, en: str, zh: str) -> VocabularyError:
        """The error that names this entry's place."""
        return VocabularyError(self.file, self.line, en, zh)

    def text(self, key: str) -> str:
        """The words of `key`; refuses an entry without them."""
        value = self.get(key)
        if value is None or isinstance(value, dict | list) or not str(value).strip():
            raise self.wrong(f"{key} is missing; write it as words", f"缺少 {key}，请填写文字")
        return str(value).strip()

    def optional(self, key: str) -> str | None:
        """The words of `key`, None where it is not given."""
        return self.text(key) if self.get(key) is not None else None

    def one_of(self, key: str, allowed: tuple[str, ...], default: str | None = None) -> str:
        """The words of `key`, refused unless they are one of `allowed`; `default` where it is not given."""
        given = self.optional(key) or default
        if given not in allowed:
            raise self.wrong(
                f"{key} is {given!r}; write one of {', '.join(allowed)}",
                f"{key} 是“{given}”，应为 {'、'.join(allowed)} 之一",
            )
        return given

    def words(self, key: str) -> tuple[str, ...]:
        """The words that `key` lists; one word may stand without a list."""
        value = self.get(key)
        if value is None:
            return ()
        return tuple(str(word).strip() for word in (value if isinstance(value, list) else [value]))

    def entries(self, key: str) -> tuple["Entry", ...]:
        """The mappings that `key` lists; refuses anything else among them."""
        value = self.get(key) or []
        if not isinstance(value, list) or not all(isinstance(one, Entry) for one in value):
            raise self.wrong(f"{key} must list entries (- key: …)", f"{key} 应是条目的列表（- key: …）")
        return tuple(value)

    def refuse_others(self, *known: str) -> None:
        """Refuse a key that nobody reads: a misspelt one must not be lost in silence."""
        if others := sorted(set(self) - set(known)):
            raise self.wrong(
                f"{others[0]} is not understood; known here: {', '.join(known)}",
                f"看不懂 {others[0]}；这里可以写 {'、'.join(known)}",
            )


def read_marked(path: Path) -> Marked:
    """A YAML file as marked values.

    Raises:
        VocabularyError: the file is no YAML, holds a key twice, is empty, or is not UTF-8.
    """
    with _named(path):
        root = yaml.compose(path.read_text("utf-8-sig"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    if root is None:
        raise VocabularyError(path.name, 1, "the file is empty", "文件是空的")
    return _marked(root, path.name)


def load_entry(path: Path) -> Entry:
    """The mapping that a YAML file holds.

    Raises:
        VocabularyError: no valid YAML, a key stands twice, or the file holds no mapping.
    """

    class Loader(yaml.SafeLoader):
        pass

    def mapping(loader: yaml.SafeLoader, node: yaml.MappingNode) -> Entry:
        entry = Entry((str(key), value) for key, value in loader.construct_mapping(node, deep=True).items())
        entry.line, entry.file = node.start_mark.line + 1, path.name
        if len(entry) != len(node.value):
            raise entry.wrong("a key stands twice in this entry", "这一条目里有重复的键")
        return entry

    Loader.add_constructor("tag:yaml.org,2002:map", mapping)
    with _named(path):
        loaded = yaml.load(path.read_text("utf-8-sig"), Loader=Loader)  # noqa: S506 — a SafeLoader
    if not isinstance(loaded, Entry):
        raise VocabularyError(path.name, 1, "must hold keys and values", "应由键和值组成")
    return loaded


@contextmanager
def _named(path: Path) -> Iterator[None]:
    """What is no YAML or no UTF-8 becomes the error that names the line."""
    try:
        yield
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "malformed"
        line = mark.line + 1 if mark else 1
        raise VocabularyError(
            path.name, line, f"no valid YAML ({problem})", f"不是合格的 YAML（{problem}）"
        ) from error
    except UnicodeDecodeError as error:
        raise VocabularyError(path.name, 1, "not UTF-8; save it as UTF-8", "不是 UTF-8，请另存") from error


def _marked(node: Any, file: str) -> Marked:
    line = node.start_mark.line + 1
    if node.id == "scalar":
        return Marked(node.value, file, line)
    if node.id == "sequence":
        return Marked([_marked(each, file) for each in node.value], file, line)
    entries: dict[str, Marked] = {}
    for key, value in node.value:
        if key.value in entries:
            at = Marked(None, file, key.start_mark.line + 1)
            raise at.wrong(f"{key.value} stands here twice", f"{key.value} 出现两次")
        entries[key.value] = _marked(value, file)
    return Marked(entries, file, line)
