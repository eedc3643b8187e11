"""YAML as plain values that know their line, so that an error can name the file and the line."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

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


def read_marked(path: Path) -> Marked:
    """A YAML file as marked values.

    Raises:
        VocabularyError: the file is no YAML, holds a key twice, or is not UTF-8.
    """
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        root = yaml.compose(path.read_text("utf-8-sig"), Loader=loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "malformed"
        line = mark.line + 1 if mark else 1
        raise VocabularyError(
            path.name, line, f"no valid YAML ({problem})", f"不是合格的 YAML（{problem}）"
        ) from error
    except UnicodeDecodeError as error:
        raise VocabularyError(path.name, 1, "not UTF-8; save it as UTF-8", "不是 UTF-8，请另存") from error
    if root is None:
        raise VocabularyError(path.name, 1, "the file is empty", "文件是空的")
    return _marked(root, path.name)


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
