"""Papers to be written on, as PDF: the sign-in sheet, and slips to be cut apart."""

from __future__ import annotations

import datetime
from pathlib import Path

from coprod_desktop.publish.form import SignIn, Slips
from coprod_desktop.publish.render.every_format.whole import whole_file


def render_sign_in(sheet: SignIn, target: Path, *, made_on: datetime.datetime) -> tuple[str, ...]:
    """Write the sheet, A4 on its side, and return sentences about what is not as it was typed."""
    from coprod_desktop.publish.render.tagged.sign_in import write_sign_in

    with whole_file(target) as path, path.open("wb") as out:
        return write_sign_in(sheet, out, made_on=made_on)


def render_slips(
    slips: Slips, target: Path, *, made_on: datetime.datetime, numbers: range, body_pt: float = 12
) -> tuple[str, ...]:
    """Write a slip for each number, four on each A4 page; in large print each has a page of its own."""
    from coprod_desktop.publish.render.tagged.slips import write_slips

    with whole_file(target) as path, path.open("wb") as out:
        return write_slips(slips, out, made_on=made_on, numbers=numbers, body_pt=body_pt)
