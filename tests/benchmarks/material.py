"""Workspaces of a known size to measure on."""

from __future__ import annotations

import datetime
import random
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from sqlalchemy import insert

from coprod_desktop.domain import permission_fields
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.record import Entry, Point, Session
from coprod_desktop.domain.words import AnswerKind, EntryKind, Publish
from coprod_desktop.store import permits, schema
from coprod_desktop.store.mapping import encode_row
from coprod_desktop.store.store import Store, create, open_store

SPOKEN = (
    "the carer came late again and nobody rang me so I sat there in my coat for two hours we asked last year about "
    "buses to the day centre it works well when the same person comes each week please write letters in plain words "
    "my sister does the forms because the print is small what happens when she is ill I want to choose who helps me "
    "wash the hall was warm and the tea was good nobody told us the phone number had changed why not ask us first "
    "direct payments took nine months the staff are kind but always rushed taxis that take a wheelchair are few"
)
WORDS = SPOKEN.split()


def sentence(chance: random.Random, most: int = 60) -> str:
    """Return what someone might say: 5 to `most` words."""
    return " ".join(chance.choice(WORDS) for _ in range(chance.randint(5, most)))


@contextmanager
def workspace(*sessions: int) -> Iterator[tuple[Store, list[str]]]:
    """Give an open workspace and the ids of its sessions, the nth of which holds so many entries."""
    with tempfile.TemporaryDirectory(prefix="coprod-bench-") as folder:
        create(Path(folder) / "desk", None)
        store = open_store(Path(folder) / "desk", None)
        try:
            yield store, [_session(store, n, entries) for n, entries in enumerate(sessions)]
        finally:
            store.close()


def _session(store: Store, n: int, entries: int) -> str:
    chance = random.Random(n)
    date = datetime.date(2024, 1, 1) + datetime.timedelta(days=n)
    session = Session(id=new_id(), key=f"bench-{n}", title=f"Forum {n}", type="forum", date=date, start="10:00")
    with store.write() as tx:
        tx.add(session, session=session.id)
        rows = [
            encode_row(_entry(n, sentence(chance)))
            | {"session_id": session.id, "created_at": tx.at, "updated_at": tx.at, "hlc": tx.clock, "device": tx.device}
            for n in range(1, entries + 1)
        ]
        if rows:
            tx.connection.execute(insert(schema.entry), rows)
    return session.id


def _entry(n: int, text: str) -> Entry:
    return Entry(id=new_id(), key=str(n), n=n, kind=EntryKind.CONTRIBUTION, text=text, publish=Publish.YES)


def session_with_answers(store: Store, answers: int) -> str:
    """Add a session in which so many things were said, each quoted and each with an answer. Returns its id."""
    chance = random.Random(answers)
    date = datetime.date(2026, 9, 17)
    session = Session(id=new_id(), key="answers", title="Forum: home care", type="forum", date=date, place="Town hall")
    with store.write() as tx:
        tx.add(session, session=session.id)
        for n in range(1, answers + 1):
            entry = replace(_entry(n, sentence(chance, 30).capitalize()), quote_ok=True)
            point = Point(
                id=new_id(),
                key=f"a{n}",
                you_said=sentence(chance, 20).capitalize(),
                from_entries=(entry.id,),
                answer=AnswerKind.WILL,
                text=sentence(chance, 40).capitalize(),
                owner="Head of commissioning",
                due=date + datetime.timedelta(days=n),
                order=n,
            )
            tx.add(entry, session=session.id)
            permits.add(tx, permission_fields.of_entry(entry, "bench", session.id), fold=False)
            tx.add(point, session=session.id)
    return session.id
