"""Word lists for names, relations and events: which words end a name, which announce a relation."""

from functools import cache

from bulian.vocab.table import FOLDER, rows


@cache
def word_list(file: str) -> tuple[str, ...]:
    """The words of a file with the one column `word`, in its order; refuses a word that stands twice."""
    seen: dict[str, None] = {}
    for row in rows(FOLDER / file, ("word",)):
        word = row.text("word")
        if word in seen:
            raise row.wrong(f"{word} stands here twice; keep one row", f"{word} 出现两次，请保留一行")
        seen[word] = None
    return tuple(seen)


@cache
def word_kinds(file: str, column: str = "kind") -> dict[str, str]:
    """A file of the columns `word,kind` (or another second one) as the kind of each word; refuses a word that
    stands twice.
    """
    kinds: dict[str, str] = {}
    for row in rows(FOLDER / file, ("word", column)):
        word = row.text("word")
        if word in kinds:
            raise row.wrong(f"{word} stands here twice; keep one row", f"{word} 出现两次，请保留一行")
        kinds[word] = row.text(column)
    return kinds


@cache
def word_classes(file: str) -> dict[str, tuple[str, ...]]:
    """A file of the columns `class,words` (words joined by "|") as the words of each class, longest first."""
    classes: dict[str, tuple[str, ...]] = {}
    for row in rows(FOLDER / file, ("class", "words")):
        name = row.text("class")
        if name in classes:
            raise row.wrong(f"class {name} stands here twice; keep one", f"{name} 类出现两次，请保留一行")
        classes[name] = tuple(sorted(row.several("words"), key=len, reverse=True))
    return classes
