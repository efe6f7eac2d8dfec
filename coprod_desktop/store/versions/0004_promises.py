"""A promise is one row for life: what later papers told of it hangs on it, and an index says which are open. Frozen.

Copies that were "brought in" join their original where words and day agree; for the others a promise of their own is
made, without a session, and a person is asked.
"""

import datetime
import json

import sqlalchemy as sa
from alembic import op

from coprod_desktop.domain.ids import made_id

revision = "0004"
down_revision = "0003"

_BINDING = {"done", "will", "partly", "not_decided"}
_NOES = {"cannot", "will_not"}
_TOLD = {
    "done": "done",
    "part done": "part done",
    "on track": "in hand",
    "not done": "not done",
    "will not happen": "changed to no",
}
_BEFORE_THE_DAY = {"call-out", "agenda", "ground-rules"}
_TRIGGERS = [
    "CREATE TRIGGER point_fts_add AFTER INSERT ON point BEGIN INSERT INTO point_fts(rowid, you_said, text) VALUES (new.seq, new.you_said, new.text); END",
    "CREATE TRIGGER point_fts_drop AFTER DELETE ON point BEGIN INSERT INTO point_fts(point_fts, rowid, you_said, text) VALUES ('delete', old.seq, old.you_said, old.text); END",
    "CREATE TRIGGER point_fts_change AFTER UPDATE OF you_said, text ON point BEGIN INSERT INTO point_fts(point_fts, rowid, you_said, text) VALUES ('delete', old.seq, old.you_said, old.text); INSERT INTO point_fts(rowid, you_said, text) VALUES (new.seq, new.you_said, new.text); END",
]


def upgrade() -> None:
    with op.batch_alter_table("point") as batch:
        batch.alter_column("session_id", existing_type=sa.Text(), nullable=True)
        batch.add_column(sa.Column("open", sa.Integer(), nullable=False, server_default="0"))
        batch.add_column(sa.Column("ended", sa.Text(), nullable=True))
    with op.batch_alter_table("promise_update") as batch:
        batch.alter_column("session_id", existing_type=sa.Text(), nullable=True)
    op.add_column("settlement", sa.Column("over", sa.Text(), nullable=False, server_default="[]"))
    for sql in _TRIGGERS:
        op.execute(sql)
    op.create_index("ix_point_open", "point", ["open", "due"])
    op.create_index("ix_point_ended", "point", ["ended"])
    op.drop_table("telling")
    _telling()
    connection = op.get_bind()
    _own(connection)
    _joined(connection)
    op.drop_table("earlier_promise")
    connection.exec_driver_sql("UPDATE revision SET noun = 'telling' WHERE noun = 'earlier_promise'")
    connection.exec_driver_sql("UPDATE other_version SET noun = 'telling' WHERE noun = 'earlier_promise'")
    connection.exec_driver_sql("""UPDATE undo_step SET ops = replace(ops, '"earlier_promise"', '"telling"')""")
    _where_each_stands(connection)


def _telling() -> None:
    text, integer = sa.Text(), sa.Integer()
    op.create_table(
        "telling",
        sa.Column("seq", integer, nullable=False),
        sa.Column("id", text, nullable=False),
        sa.Column("session_id", text, nullable=False),
        sa.Column("key", text, nullable=False),
        sa.Column("given", text, nullable=False),
        sa.Column("unknown", text, nullable=False),
        sa.Column("text", text, nullable=False),
        sa.Column("status", text, nullable=True),
        sa.Column("due", text, nullable=True),
        sa.Column("done_on", text, nullable=True),
        sa.Column("last_update", text, nullable=True),
        sa.Column("decided_on", text, nullable=True),
        sa.Column("reason_category", text, nullable=True),
        sa.Column("reason", text, nullable=True),
        sa.Column("order", integer, nullable=False),
        sa.Column("promise", text, nullable=False),
        sa.Column("told_on", text, nullable=True),
        sa.Column("answer", text, nullable=True),
        sa.Column("owner", text, nullable=True),
        sa.Column("created_at", text, nullable=False),
        sa.Column("updated_at", text, nullable=False),
        sa.Column("hlc", integer, nullable=False),
        sa.Column("device", text, nullable=False),
        sa.Column("deleted_at", text, nullable=True),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_telling")),
        sa.UniqueConstraint("id", name=op.f("uq_telling_id")),
    )
    op.create_index(op.f("ix_telling_session_id"), "telling", ["session_id"])
    op.create_index("ix_telling_promise", "telling", ["promise"])


def _put(connection, table, row) -> None:
    names = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join("?" * len(row))
    connection.exec_driver_sql(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(row.values()))


def _rows(connection, sql, *more):
    return [dict(row) for row in connection.exec_driver_sql(sql, more).mappings()]


def _own(connection) -> None:
    """What a session's papers told of its own promises, as far as it is known: that they were printed, and when."""
    printed = {}
    for paper in _rows(connection, "SELECT session_id, made_on, kind FROM paper WHERE deleted_at IS NULL ORDER BY seq"):
        if paper["kind"] not in _BEFORE_THE_DAY:
            printed[paper["session_id"]] = paper["made_on"][:10]
    for point in _rows(connection, "SELECT * FROM point WHERE deleted_at IS NULL"):
        told_on = printed.get(point["session_id"])
        if told_on is None or point["answer"] not in _BINDING | _NOES:
            continue
        _put(
            connection,
            "telling",
            _blank(point, made_id("telling", point["session_id"], point["id"], told_on))
            | {
                "text": point["text"] or point["you_said"],
                "due": point["due"],
                "promise": point["id"],
                "told_on": told_on,
                "answer": point["answer"],
                "owner": point["owner"],
                "order": point["order"],
            },
        )


def _blank(of, id_):
    return {
        "id": id_,
        "session_id": of["session_id"],
        "key": "",
        "given": "[]",
        "unknown": "{}",
        "created_at": of["created_at"],
        "updated_at": of["updated_at"],
        "hlc": of["hlc"],
        "device": of["device"],
        "deleted_at": None,
    }


def _same(text, due):
    return " ".join((text or "").split()).casefold().rstrip(". "), due


def _joined(connection) -> None:
    """Join each copy to the promise it is a copy of, the oldest session first."""
    known = {}
    for p in _rows(
        connection,
        "SELECT p.id, p.session_id, p.text, p.due, p.answer, s.date FROM point p JOIN session s ON s.id = p.session_id "
        'WHERE p.deleted_at IS NULL AND s.deleted_at IS NULL ORDER BY s.date, p."order", p.seq',
    ):
        if p["answer"] in _BINDING and p["text"]:
            known.setdefault(_same(p["text"], p["due"]), []).append((p["id"], p["session_id"], p["date"]))
    alone, claimed = {}, set()
    for copy in _rows(
        connection,
        "SELECT e.*, s.date AS of_date, s.as_of AS of_as_of FROM earlier_promise e JOIN session s ON s.id = e.session_id "
        'ORDER BY s.date, s.seq, e."order", e.seq',
    ):
        of_date, as_of = copy.pop("of_date"), copy.pop("of_as_of")
        copy.pop("seq")
        here, session = _same(copy["text"], copy["due"]), copy["session_id"]
        made = [(p, at) for p, at, date in known.get(here, ()) if at != session and date <= of_date]
        of_one_session = {at for _, at in made}
        made = [p for p, _ in made if (session, p) not in claimed] if len(of_one_session) == 1 else []
        unclaimed = [p for p in alone.get(here, ()) if (session, p) not in claimed]
        told = min(as_of or of_date, datetime.datetime.now(datetime.UTC).date().isoformat())
        row = copy | {"told_on": told, "answer": None, "owner": None}
        if made:
            row["promise"] = made[0]
            if json.loads(copy["given"]) == [] and copy["status"] == "on track" and not copy["last_update"]:
                row |= {"status": None, "told_on": None}  # nobody said so: it only stood there
        elif unclaimed:
            row["promise"] = unclaimed[0]
        else:
            row["promise"] = made_id("promise", copy["id"])
            alone.setdefault(here, []).append(row["promise"])
            _put(connection, "point", _promise_of(copy, row["promise"]))
        claimed.add((session, row["promise"]))
        _put(connection, "telling", row)


def _promise_of(copy, id_):
    return _blank(copy | {"session_id": None}, id_) | {
        "you_said": "",
        "from_entries": "[]",
        "answer": "will",
        "text": copy["text"],
        "due": copy["due"],
        "order": 0,
        "deleted_at": copy["deleted_at"],
    }


def _where_each_stands(connection) -> None:
    news = {}
    for u in _rows(connection, 'SELECT point_id, "on", state FROM promise_update WHERE deleted_at IS NULL'):
        news.setdefault(u["point_id"], []).append((u["on"], u["state"], u["on"]))
    for t in _rows(
        connection,
        "SELECT promise, status, told_on, done_on FROM telling WHERE deleted_at IS NULL AND status IS NOT NULL",
    ):
        news.setdefault(t["promise"], []).append((t["told_on"] or "", _TOLD[t["status"]], t["done_on"]))
    for p in _rows(connection, "SELECT id, answer, due FROM point WHERE deleted_at IS NULL"):
        last = max(news.get(p["id"], ()), key=lambda n: n[0], default=(None, None, None))
        is_open, ended = 0, None
        if last[1] == "changed to no":
            ended = "changed to no"
        elif last[1] == "done":
            ended = "kept late" if last[2] and p["due"] and last[2] > p["due"] else "kept"
        elif p["answer"] in _NOES:
            ended = "no"
        elif p["answer"] == "done" and last[1] is None:
            ended = "kept"
        elif p["answer"] in _BINDING:
            is_open = 1
        if is_open or ended:
            connection.exec_driver_sql("UPDATE point SET open = ?, ended = ? WHERE id = ?", (is_open, ended, p["id"]))
