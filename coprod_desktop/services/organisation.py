"""Who the papers come from: name, logo, colour and whom to ask. One row of the workspace."""

from __future__ import annotations

import base64
from typing import Any

from coprod_desktop.domain import colours
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.record import Organisation
from coprod_desktop.errors import UserError
from coprod_desktop.publish.pictures import Cleaned, cleaned
from coprod_desktop.services import drafts
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import formats
from coprod_desktop.store.transaction import Transaction

NO_LOGO = {"logo": None, "logo_alt": None, "logo_width": None, "logo_height": None}
_CLEANED = frozenset(("logo", "logo_width", "logo_height"))
_IN_WORDS = "Some people hear the paper or read it in braille: they get these words in its place."


def organisation(desk: Desk) -> Organisation | None:
    """Return who the papers come from; None when nobody has said."""
    with desk.store.read() as connection:
        return formats.organisation(connection)


def change(desk: Desk, **fields: Any) -> Changes:
    """Change what the papers say of the organisation (fields of domain.record.Organisation); one step.

    UserError, with nothing changed, for a colour that words on white paper cannot be read in, and when a logo
    would be left without its words.
    """
    if _CLEANED & fields.keys():
        raise ValueError("a logo goes in by set_logo, which cleans it")
    if fields.get("colour") is not None:
        fields["colour"] = _colour(fields["colour"])
    with desk.store.write("Changed who the papers come from") as tx:
        if "logo_alt" in fields and not (fields["logo_alt"] or "").strip():
            now = formats.organisation(tx.connection)
            if now is not None and now.logo is not None:
                raise UserError("The logo needs words that say what it shows.", f"{_IN_WORDS} Nothing was changed.")
        _write(tx, fields)
    return tx.changes


def look_at_logo(_desk: Desk, data: bytes) -> Cleaned:
    """Return the picture in a file as papers would show it. UserError when it is none. Nothing is stored."""
    return cleaned(data)


def set_logo(desk: Desk, data: bytes, alt: str) -> Changes:
    """Take the picture in a file as the logo, with the words that say what it shows; one step."""
    if not alt.strip():
        raise UserError("Say in words what the logo shows.", f"{_IN_WORDS} The logo is not kept yet.")
    picture = cleaned(data)
    fields = {
        "logo": base64.b64encode(picture.data).decode("ascii"),
        "logo_alt": alt.strip(),
        "logo_width": picture.width,
        "logo_height": picture.height,
    }
    with desk.store.write("Chose a logo") as tx:
        _write(tx, fields)
    return tx.changes


def take_logo_away(desk: Desk) -> Changes:
    """Have papers without a logo; one step."""
    with desk.store.write("Took the logo away") as tx:
        if formats.organisation(tx.connection) is not None:
            _write(tx, NO_LOGO)
    return tx.changes


def _colour(typed: object) -> str:
    why = colours.takes(str(typed))
    if why is not None:
        raise UserError(why, "Nothing was changed.")
    return colours.parsed(str(typed)) or ""


def _write(tx: Transaction, fields: dict[str, Any]) -> None:
    now = formats.organisation(tx.connection)
    if now is None:
        now = Organisation(id=new_id())
        tx.add(now, session="")
    tx.change("organisation", now.id, **fields)
    drafts.saved(tx, "organisation", "organisation", fields)
