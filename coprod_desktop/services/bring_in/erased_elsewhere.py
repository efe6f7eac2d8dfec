"""Another laptop erased somebody: a session file says so without saying whom, and whoever knows the person obeys."""

from __future__ import annotations

import datetime

from coprod_desktop.domain.ids import made_id
from coprod_desktop.services import holds
from coprod_desktop.services.bring_in.session_file import SessionFile
from coprod_desktop.store import reading
from coprod_desktop.store.gone import GoneRow
from coprod_desktop.store.transaction import Transaction


def erased_elsewhere(tx: Transaction, file: SessionFile, today: datetime.date) -> frozenset[str]:
    """Erase who was erased elsewhere. Returns the ids of the rows of those whom a hold keeps: they are asked again later."""
    told = {row.id for row in file.private.gone if row.noun == "person"}
    if not told:
        return frozenset()
    key = file.record.session.key
    rows = [GoneRow(g.id, g.noun, key, g.key, g.words, g.why, tx.clock, tx.device) for g in file.private.gone]
    here = {p.id: made_id("erased person", p.id, key) for p in reading.everyone(tx.connection)}
    found = [person for person, mark in here.items() if mark in told]
    held = [person for person in found if holds.covers_person(tx, today, person)]
    from coprod_desktop.store import erased_again  # it reads names, and hardly ever anybody was erased

    erased_again.obey(tx, [person for person in found if person not in held], rows)
    return frozenset(here[person] for person in held)
