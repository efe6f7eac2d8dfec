"""Answers: reading those of a long session, and bringing a very long one in."""

from __future__ import annotations

import json
import random
import statistics
import tempfile
import time
from pathlib import Path

from coprod_desktop.domain.ids import made_id
from coprod_desktop.domain.permission import NO, YES, Basis, Circle, Permission, Purpose, Voices
from coprod_desktop.services import workspace
from coprod_desktop.services.bring_in import merge
from coprod_desktop.store import permits
from tests.benchmarks.material import sentence
from tests.benchmarks.material import workspace as filled
from tests.benchmarks.rows import Row, milliseconds, under

LINES, ANSWERS, MANY = 2_000, 20_000, 100_000


def rows() -> list[Row]:
    """Return both figures."""
    return [reading(), bringing_in()]


def reading() -> Row:
    """Read and fold every answer of a session, and ask of each line whether it may be quoted."""
    with filled(LINES) as (store, (session,)):
        chance = random.Random(4)
        with store.read() as connection:
            lines = [r[0] for r in connection.exec_driver_sql("SELECT id FROM entry").all()]
        with store.write() as tx:
            permits.add(tx, [_answer(n, lines[n % LINES], session, chance) for n in range(ANSWERS)], fold=False)

        def read() -> None:
            with store.read() as connection:
                answers = permits.of_session(connection, session, ())
            sum(answers.may_quote(Voices(line, None, None), Circle.ANYONE) for line in lines)

        took = statistics.median(milliseconds(read) for _ in range(15))
    return under(f"answers of {LINES:,} lines, {ANSWERS:,} rows (ms)", took, 30)


def _answer(n: int, line: str, session: str, chance: random.Random) -> Permission:
    return Permission(
        made_id("bench", str(n)), "entry", line, Purpose.QUOTE, Circle.ANYONE, chance.choice([YES, NO]), Basis.ASKED,
        session=session,
    )  # fmt: skip


def bringing_in() -> Row:
    """Bring in a session file of a hundred thousand lines."""
    chance = random.Random(1)
    entries = [
        {"n": n, "kind": "contribution", "text": f"{sentence(chance)} {n}", "publish": "yes", "quote_ok": n % 3 == 0}
        for n in range(1, MANY + 1)
    ]
    head = {"type": "listening space", "date": "2026-09-17"}
    file = {"format": "coprod-session/1", "id": "large", "title": "Large", "session": head, "entries": entries}
    data = json.dumps(file).encode()
    with tempfile.TemporaryDirectory() as folder:
        workspace.create(Path(folder) / "w", None)
        desk = workspace.unlock(Path(folder) / "w", None)
        begun = time.perf_counter()
        merge.import_file(desk, data)
        took = time.perf_counter() - begun
        workspace.close(desk)
    return under(f"bring in {MANY:,} lines (s)", took, 20)
