"""Pictures chosen for sentences go with a struck line: the key of a sentence could confirm what somebody guesses."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import Any

from coprod_desktop.domain.permission import Circle
from coprod_desktop.errors import UserError
from coprod_desktop.publish import paper_kinds
from coprod_desktop.publish.easy.chosen import sentence_key
from coprod_desktop.publish.snapshot import PublicSnapshot
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making.circles import Source
from coprod_desktop.store import formats, reading, strike
from coprod_desktop.store.transaction import Transaction


@contextmanager
def choices_taken_out(desk: Desk) -> Iterator[Callable[[Transaction, str], None]]:
    """Give what takes a session's choices out in the step that a line goes in; afterwards those that may stay return.

    May stay what is for a sentence of a paper of the session as it is then; while none can be made, nothing may. The
    papers are made after the step, so that nobody's next line waits for them. Should the program stop in between, the
    pictures have to be chosen again, and nothing is left that could confirm a guess.
    """
    taken: dict[str, Sequence[Mapping[str, Any]]] = {}

    def take(tx: Transaction, session: str) -> None:
        if session not in taken:
            taken[session] = strike.take_choices(tx, session)

    yield take
    for session, rows in taken.items():
        if rows:
            kept = frozenset(_keys(desk, session))
            with suppress(UserError), desk.store.write() as tx:  # the line is gone whatever becomes of the pictures
                strike.keep_choices(tx, rows, kept)


def _keys(desk: Desk, session: str) -> Iterator[str]:
    with desk.store.read() as connection:
        record, settled = reading.session_record(connection, session), reading.settlements(connection, session)
        organisation = formats.organisation(connection)
    for circle in Circle:
        source = Source(replace(record, circle=circle), settled, organisation)
        for kind in paper_kinds.NAMES:
            with suppress(UserError):
                yield from _keys_of(kind, source.public(desk.today(), kind=kind))


def _keys_of(kind: str, public: PublicSnapshot) -> Iterator[str]:
    try:
        telling = paper_kinds.paper(kind, public).easy
    except UserError:  # there is nothing in it yet
        return
    for topic in telling.pages if telling else ():
        yield from (sentence_key(sentence.text) for sentence in topic.sentences)
