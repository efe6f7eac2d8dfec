"""What forms that are typed by keys have alike: answers by their number, and Y or N for whether words may be used."""

from __future__ import annotations

from collections.abc import Sequence

from coprod_desktop.errors import UserError

NOT_ADDED = UserError("There is a form in the fields that is not added yet.", "Add it first, or empty the fields.")
"""Said where the totals are to be written down and a form still stands in the fields."""
_YES_NO = {"": None, "y": True, "n": False}


def numbered(answers: Sequence[str]) -> str:
    """Return the answers with the number that is typed for each: "1 = Yes; 2 = No". No line ends between the two."""
    return "; ".join(f"{n}\u00a0=\u00a0{answer}" for n, answer in enumerate(answers, 1))


def yes_or_no(typed: str) -> bool | None:
    """Return what Y, N or nothing says. ValueError, with the sentence to show, for anything else."""
    said = typed.strip()
    if said[:1].lower() not in _YES_NO:
        raise ValueError(f"“{said}” is neither Y nor N.")
    return _YES_NO[said[:1].lower()]


def typed_as(said: bool | None) -> str:
    """Return what is typed for an answer."""
    return {None: "", True: "Y", False: "N"}[said]
