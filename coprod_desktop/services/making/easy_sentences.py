"""The sentences of an Easy Read paper as people left them: changed, added, taken away, put in another order.

The first change of a topic keeps all its sentences; from then on they stand while what they were told from is the same.
When the answer changes, the first draft stands in their place, and they wait in case it changes back.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.check.findings import Decisions
from coprod_desktop.domain.check.kinds import GENTLE
from coprod_desktop.domain.check.texts import EASY, texts
from coprod_desktop.domain.easy_record import EasyChoice, EasySentence
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.permission import Permissions
from coprod_desktop.domain.record import Point, SessionRecord
from coprod_desktop.errors import UserError
from coprod_desktop.publish.easy.chosen import sentence_key
from coprod_desktop.publish.easy.telling import Place, Topic
from coprod_desktop.publish.easy.written import Written, draft_of
from coprod_desktop.publish.gate.points import uid_of
from coprod_desktop.services import still_there
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making.private_words import Eyes
from coprod_desktop.store import permits, reading
from coprod_desktop.store.formats import every
from coprod_desktop.store.transaction import Transaction

_IN_ORDER = list(Place)


def wordings(desk: Desk, session: str) -> Mapping[tuple[str, str], Sequence[Written]]:
    """Return what people wrote, by topic and source.

    Not where it names somebody who changed their mind since, nor where somebody decided to leave a part of it out: the
    first draft stands there again.
    """
    with desk.store.read() as connection:
        rows = every(connection, EasySentence, session)
        if not rows:
            return {}
        record, permissions = reading.session_record(connection, session), permits.of_everyone(connection)
        decided = Decisions(reading.settlements(connection, session))
    eyes = _eyes(record, permissions, desk.today())
    found: dict[tuple[str, str], list[EasySentence]] = {}
    for row in rows:
        found.setdefault((row.point, row.from_hash), []).append(row)
    return {
        (key, source): [Written(row.place, row.words) for row in _ordered(group)]
        for (point, source), group in found.items()
        if not any(eyes.why_not(row.words) or decided.leaves_out(row.words, GENTLE) for row in group)
        for key in (point, uid_of(point))  # a topic that is no point is kept under its own key
    }


def change(desk: Desk, session: str, topic: Topic, at: int, words: str) -> Changes:
    """Change the words of one sentence of a topic. UserError when they hold a number, an address or a private name."""
    words = " ".join(words.split())
    if not words:
        return remove(desk, session, topic, at)
    with desk.store.write("Changed a sentence of the Easy Read") as tx:
        _refuse(desk, tx, session, words)
        row = _rows(tx, session, topic)[at]
        _keep_picture(tx, session, row.words, words)
        tx.change("easy_sentence", row.id, words=words)
    return tx.changes


def add(desk: Desk, session: str, topic: Topic, after: int, words: str) -> Changes:
    """Add a sentence after another one, in the same place of the topic."""
    words = " ".join(words.split())
    if not words:
        raise UserError("Write the sentence first.", "Nothing was changed.")
    with desk.store.write("Added a sentence to the Easy Read") as tx:
        _refuse(desk, tx, session, words)
        rows = _rows(tx, session, topic)
        before = rows[after]
        for later in rows[after + 1 :]:
            if later.place is before.place:
                tx.change("easy_sentence", later.id, order=later.order + 1)
        tx.add(replace(before, id=new_id(), order=before.order + 1, words=words, picture=None), session=session)
    return tx.changes


def remove(desk: Desk, session: str, topic: Topic, at: int) -> Changes:
    """Take one sentence of a topic away."""
    with desk.store.write("Took a sentence out of the Easy Read") as tx:
        tx.remove("easy_sentence", _rows(tx, session, topic)[at].id)
    return tx.changes


def move(desk: Desk, session: str, topic: Topic, at: int, by: int) -> Changes:
    """Move a sentence up (-1) or down (1) within its place; at the edge nothing happens."""
    with desk.store.write("Moved a sentence of the Easy Read") as tx:
        rows, to = _rows(tx, session, topic), at + by
        if 0 <= to < len(rows) and rows[to].place is rows[at].place:
            tx.change("easy_sentence", rows[at].id, order=rows[to].order)
            tx.change("easy_sentence", rows[to].id, order=rows[at].order)
    return tx.changes


def first_draft(desk: Desk, session: str, topic: Topic) -> Changes:
    """Go back to the first draft of a topic."""
    with desk.store.write("Went back to the first draft of the Easy Read") as tx:
        point = _point_of(tx, session, topic)
        for row in every(tx.connection, EasySentence, session):
            if row.point == point:
                tx.remove("easy_sentence", row.id)
    return tx.changes


def _refuse(desk: Desk, tx: Transaction, session: str, words: str) -> None:
    record, permissions = reading.session_record(tx.connection, session), permits.of_everyone(tx.connection)
    _eyes(record, permissions, desk.today()).refuse(words)


def _eyes(record: SessionRecord, permissions: Permissions, today: datetime.date) -> Eyes:
    """Return eyes that let names stand only where the gate has them anyway, such as whose answer it is."""
    everyone = (*record.people, *record.others)
    return Eyes(everyone, permissions, today, (one.text for one in texts(record) if one.subject_kind != EASY))


def _rows(tx: Transaction, session: str, topic: Topic) -> list[EasySentence]:
    """Return a topic's sentences as they are kept; the first time its draft is, to be changed."""
    still_there.session(tx, session)
    point = _point_of(tx, session, topic)
    kept = every(tx.connection, EasySentence, session)
    rows = _ordered(row for row in kept if row.point == point and row.from_hash == topic.source)
    return rows or _begun(tx, session, topic, point)


def _point_of(tx: Transaction, session: str, topic: Topic) -> str:
    """Return the id of the point a topic tells of; the topic's own key when it tells of none."""
    points = reading.rows(tx.connection, Point, session, updates=())
    return next((point.id for point in points if uid_of(point.id) == topic.key), topic.key)


def _begun(tx: Transaction, session: str, topic: Topic, point: str) -> list[EasySentence]:
    """Keep the first draft of a topic, to be changed."""
    rows = [
        EasySentence(id=new_id(), point=point, place=one.place, order=order, words=one.words, from_hash=topic.source)
        for order, one in enumerate(draft_of(topic))
    ]
    for row in rows:
        tx.add(row, session=session)
    return rows


def _ordered(rows: Iterable[EasySentence]) -> list[EasySentence]:
    """Return rows in their order; one of which nothing was left when a line was struck is no sentence any more."""
    return sorted(
        (row for row in rows if row.words.strip()), key=lambda row: (_IN_ORDER.index(row.place), row.order, row.id)
    )


def _keep_picture(tx: Transaction, session: str, old: str, new: str) -> None:
    """A picture chosen for a sentence stays beside it when its words change."""
    chosen = {choice.sentence_key: choice for choice in every(tx.connection, EasyChoice, session)}
    before = chosen.get(sentence_key(old))
    if before is not None and sentence_key(new) not in chosen:
        choice = EasyChoice(id=new_id(), sentence_key=sentence_key(new), picture=before.picture)
        tx.add(choice, session=session)
