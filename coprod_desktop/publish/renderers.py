"""The renderer of each format, by the name in the table of formats; taken in when it is used."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from coprod_desktop.domain.content_table import WrongContent
from coprod_desktop.domain.format_table import WHERE, Format

_WHERE = "coprod_desktop.publish.render"


def of(form: Format) -> Any:
    """Return a format's renderer (press.Press). KeyError and ImportError were found by `check`."""
    module, _, function = form.renderer.partition(":")
    return getattr(import_module(f"{_WHERE}.{module}"), function)


def check(forms: Iterable[Format]) -> None:
    """Refuse a table that names a renderer which is not here; none of them is taken in for it."""
    for form in forms:
        module = form.renderer.partition(":")[0]
        if module and not _is_there(f"{_WHERE}.{module}"):
            raise WrongContent(WHERE, f"“{form.name}” has the renderer “{form.renderer}”, and there is none")


def _is_there(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:
        return False
