"""Pictures chosen for sentences go with a struck line: the key of a sentence could confirm what somebody guesses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from coprod_desktop.domain.easy_record import EasyChoice
from coprod_desktop.domain.permission import Circle
from coprod_desktop.errors import UserError
from coprod_desktop.publish import easy, paper_kinds
from coprod_desktop.publish.easy.rows import Sentence
from coprod_desktop.publish.snapshot import PublicSnapshot
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making.circles import Source
from coprod_desktop.store import formats, reading, strike
from coprod_desktop.store.transaction import Transaction


def forget_choices(desk: Desk, tx: Transaction, session: str) -> None:
    """Keep only choices for sentences that stand in a paper of the session now; while none can be made, none."""
    kept = frozenset(_keys(desk, tx, session)) if formats.every(tx.connection, EasyChoice, session) else ()
    strike.forget_choices(tx, session, kept)


def _keys(desk: Desk, tx: Transaction, session: str) -> Iterator[str]:
    connection = tx.connection
    record, settled = reading.session_record(connection, session), reading.settlements(connection, session)
    for circle in Circle:
        source = Source(replace(record, circle=circle), settled, formats.organisation(connection))
        try:
            public = source.public(desk.today())
        except UserError:
            continue
        for kind in paper_kinds.NAMES:
            yield from _keys_of(kind, public)


def _keys_of(kind: str, public: PublicSnapshot) -> Iterator[str]:
    try:
        document = paper_kinds.paper(kind, public).document
    except UserError:  # there is nothing in it yet
        return
    yield from (easy.sentence_key(row.text) for row in easy.easy_rows(document) if isinstance(row, Sentence))
