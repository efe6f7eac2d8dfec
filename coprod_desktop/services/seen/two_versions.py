"""Two versions: each place that two laptops changed, by its plain name and its words."""

from __future__ import annotations

from dataclasses import dataclass

from coprod_desktop.domain.field_names import field_name, row_name
from coprod_desktop.services import versions
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.seen.shown_value import shown
from coprod_desktop.services.versions import Other
from coprod_desktop.store import merging

NOTHING = "Nothing"


@dataclass(frozen=True)
class Place:
    """One place: what it is, what it is called, and the two versions as a person reads them."""

    id: str
    session: str
    session_title: str
    what: str
    about: str
    """The words by which one knows the row again: the line itself, the person's name; "" when they are the versions."""
    field: str
    ours: str
    theirs: str
    is_stricter: bool
    """The stricter of two choices stands meanwhile, whoever made it: `ours` is what stands, `theirs` the other."""


def read(desk: Desk, session: str | None = None) -> tuple[Place, ...]:
    """Return what waits for a choice, oldest first. Runs on the reading thread."""
    found = versions.waiting(desk, session)
    with desk.store.read() as connection:
        names = merging.names(connection, found)
    return tuple(_place(other, names) for other in found)


def _place(other: Other, names: merging.Names) -> Place:
    about = names.rows.get(other.row_id, "")
    ours, theirs = (
        shown(other.noun, other.column, value, names.rows) or NOTHING for value in (other.ours, other.theirs)
    )
    return Place(
        id=other.id,
        session=other.session,
        session_title=names.sessions.get(other.session, ""),
        what=row_name(other.noun),
        about="" if about in {ours, theirs} or other.noun == "session" else about,
        field=field_name(other.noun, other.column),
        ours=ours,
        theirs=theirs,
        is_stricter=other.column == "publish",
    )
