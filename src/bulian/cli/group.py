"""The group of all verbs: it lists them without importing them, and imports one when it is asked for."""

from collections.abc import Iterator, Mapping, MutableMapping
from typing import Any, cast

import typer
from typer.core import TyperCommand, TyperGroup

from bulian.cli.commands import VERBS, function_of


class Verbs(TyperGroup):
    """Every verb of `VERBS`, in its order."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        self.commands = cast(MutableMapping[str, Any], _Commands())

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """What each verb does, in whole lines."""
        with formatter.section("Commands"):
            formatter.write_dl(list(VERBS.items()))


class _Commands(Mapping[str, TyperCommand]):
    """A verb's command, made of its file the first time it is asked for."""

    def __init__(self) -> None:
        self._made: dict[str, TyperCommand] = {}

    def __getitem__(self, verb: str) -> TyperCommand:
        if verb not in self._made:
            if verb not in VERBS:
                raise KeyError(verb)
            alone = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
            alone.command(verb)(function_of(verb))
            self._made[verb] = cast(TyperCommand, typer.main.get_command(alone))
        return self._made[verb]

    def __iter__(self) -> Iterator[str]:
        return iter(VERBS)

    def __len__(self) -> int:
        return len(VERBS)
