"""Totals of what was ticked, put together: never a row a form, and in one order whatever came first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def counts_sum(a: Mapping[str, int], b: Mapping[str, int]) -> dict[str, int]:
    """Return both together, in one order whatever was typed first: the order of forms is nobody's to tell."""
    found = {name: max(0, a.get(name, 0) + b.get(name, 0)) for name in {*a, *b}}
    return {name: found[name] for name in sorted(found, reverse=True) if found[name]}


def about_sum(a: Mapping[str, Any], b: Mapping[str, Mapping[str, int]]) -> dict[str, Any]:
    """Return the counts of two tables of questions together. What a file counted in a flat list stays as it came."""
    found = dict(a)
    for what, ticked in b.items():
        there = found.get(what)
        if isinstance(there, int):  # a count of that name: both are kept
            what, there = f"{what} (forms)", found.get(f"{what} (forms)")
        found[what] = dict(sorted(counts_sum(there or {}, ticked).items()))
    return {name: value for name, value in sorted(found.items()) if value != {}}
