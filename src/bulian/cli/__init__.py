"""One command a step: arguments in, text on the terminal out; the work is done by `bulian.steps`."""

from bulian.cli.app import main

__all__ = ["main"]
