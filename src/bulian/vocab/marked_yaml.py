"""YAML whose entries know the line they stand on, so that an error can name file and line."""

from pathlib import Path
from typing import Any

import yaml

from bulian.errors import VocabularyError


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
    try:
        loaded = yaml.load(path.read_text("utf-8-sig"), Loader=Loader)  # noqa: S506 — a SafeLoader
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise VocabularyError(
            path.name, line, f"no valid YAML: {error}", f"不是合格的 YAML：{error}"
        ) from error
    if not isinstance(loaded, Entry):
        raise VocabularyError(path.name, 1, "must hold keys and values", "应由键和值组成")
    return loaded
