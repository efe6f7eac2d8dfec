"""Figures of the place, typed in from what others published: the share of people who would give one answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.people_record import LocalFigure
from coprod_desktop.domain.who_is_missing import Local
from coprod_desktop.errors import UserError
from coprod_desktop.services import drafts
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import formats

FIELDS = ("characteristic", "answer", "figure", "source")
_PERCENT = re.compile(r"\d{1,3}(?:\.\d{1,3})?")
HOW = "Type it as 18%, 18.2 per cent, or 1,200 of 6,500."


def every(desk: Desk) -> Sequence[LocalFigure]:
    """Return all of them in the order they were typed in."""
    with desk.store.read() as connection:
        return formats.every(connection, LocalFigure)


def add(desk: Desk, characteristic: str, answer: str, figure: str, source: str) -> tuple[str, Changes]:
    """Add a figure: "18.2%" or "1,200 of 6,500". Another one for the same answer takes its place. Returns its id."""
    what, said = characteristic.strip(), answer.strip()
    if not what or not said:
        raise UserError("A figure needs what it is about, and which answer it counts.", "Nothing was stored.")
    if not source.strip():
        raise UserError("A figure needs where it comes from.", "Type the name and year of what it was printed in.")
    percent, count, of = read_figure(figure)
    made = LocalFigure(
        id=new_id(), characteristic=what, answer=said, percent=percent, count=count, of=of,
        source=source.strip(), on=desk.today(),
    )  # fmt: skip
    with desk.store.write("Typed a figure of the place") as tx:
        for old in formats.every(tx.connection, LocalFigure):
            if (old.characteristic.casefold(), old.answer.casefold()) == (what.casefold(), said.casefold()):
                tx.remove("local_figure", old.id)
        tx.add(made, session=None)
        drafts.saved(tx, "local_figure", "new", FIELDS)
    return made.id, tx.changes


def remove(desk: Desk, figure: str) -> Changes:
    """Take a figure away; undo brings it back."""
    with desk.store.write("Took a figure of the place away") as tx:
        tx.remove("local_figure", figure)
    return tx.changes


def read_figure(typed: str) -> tuple[str | None, int | None, int | None]:
    """Return a figure as (percent as it was printed, count, of). UserError when it is none, or more than all."""
    text = " ".join(typed.split())
    share = re.fullmatch(rf"({_PERCENT.pattern}) ?(?:%|per ?cent|percent)", text, re.I)
    if share is not None and Fraction(share[1]) <= 100:
        return share[1], None, None
    part = re.fullmatch(r"(\d[\d,]*) (?:of|out of|in) (\d[\d,]*)", text, re.I)
    if part is not None:
        count, of = (int(number.replace(",", "")) for number in part.groups())
        if of > 0 and count <= of:
            return None, count, of
    raise UserError(f"“{text}” is no share of people.", HOW)


def local(figure: LocalFigure) -> Local | None:
    """Return a figure as it is compared; None for one that is no share (it came from another program)."""
    if figure.percent is not None:
        if not _PERCENT.fullmatch(figure.percent):
            return None
        share, said = Fraction(figure.percent) / 100, f"{figure.percent}%"
    elif figure.count is not None and figure.of:
        share, said = Fraction(figure.count, figure.of), f"{figure.count:,} of {figure.of:,}"
    else:
        return None
    return Local(figure.characteristic, figure.answer, share, said, figure.source)
