"""Permissions as rows that are only added to; what is gone, set aside, held, told; ids made from pairs. Frozen."""

import datetime
import json

import sqlalchemy as sa
from alembic import op

from coprod_desktop.domain.ids import made_id

revision = "0003"
down_revision = "0002"

_EVERYTHING = ("other words", "quote", "name", "photo", "recording")
_CONSENTS = {
    "quote": "quote",
    "quotation": "quote",
    "name": "name",
    "photo": "photo",
    "recording": "recording",
    "contact": "contact",
}


def _stamps():
    return (
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("hlc", sa.Integer(), nullable=False),
        sa.Column("device", sa.Text(), nullable=False),
        sa.Column("deleted_at", sa.Text(), nullable=True),
    )


def _of_session(name, *columns):
    op.create_table(
        name,
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        *columns,
        *_stamps(),
        sa.PrimaryKeyConstraint("seq", name=op.f(f"pk_{name}")),
        sa.UniqueConstraint("id", name=op.f(f"uq_{name}_id")),
    )


def upgrade() -> None:
    op.add_column("session", sa.Column("sample", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("entry", sa.Column("whose_words", sa.Text(), nullable=True))
    op.add_column("person", sa.Column("salutation", sa.Text(), nullable=True))
    op.add_column("person", sa.Column("safe_contact", sa.Text(), nullable=True))
    op.add_column("paper", sa.Column("circle", sa.Text(), nullable=True))
    _new_tables()
    _permissions()
    _attendance_ids()
    op.drop_table(
        "exchange_row"
    )  # held a plain hash of words, which could be guessed at; changes tell versions apart now


def _new_tables() -> None:
    text, integer = sa.Text(), sa.Integer()
    _of_session(
        "notice_given",
        sa.Column("session_id", text, nullable=False),
        sa.Column("key", text, nullable=False),
        sa.Column("given", text, nullable=False),
        sa.Column("unknown", text, nullable=False),
        sa.Column("on", text, nullable=False),
        sa.Column("at", text, nullable=False),
        sa.Column("when", text, nullable=False),
        sa.Column("heard_by", integer, nullable=True),
    )
    op.create_index(op.f("ix_notice_given_session_id"), "notice_given", ["session_id"])
    op.create_table(
        "gone",
        sa.Column("id", text, nullable=False),
        sa.Column("noun", text, nullable=False),
        sa.Column("session_key", text, nullable=False),
        sa.Column("key", text, nullable=False),
        sa.Column("words_hash", text, nullable=True),
        sa.Column("why", text, nullable=False),
        sa.Column("hlc", integer, nullable=False),
        sa.Column("device", text, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gone")),
    )
    op.create_index("ix_gone_key", "gone", ["session_key", "noun", "key"])
    op.create_table(
        "set_aside",
        sa.Column("seq", integer, nullable=False),
        sa.Column("id", text, nullable=False),
        sa.Column("noun", text, nullable=False),
        sa.Column("row_id", text, nullable=False),
        sa.Column("session_id", text, nullable=False),
        sa.Column("why", text, nullable=False),
        sa.Column("row", text, nullable=True),
        sa.Column("passed_on_to", text, nullable=True),
        sa.Column("passed_on_on", text, nullable=True),
        sa.Column("reference", text, nullable=True),
        *_stamps(),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_set_aside")),
        sa.UniqueConstraint("id", name=op.f("uq_set_aside_id")),
        sa.UniqueConstraint("row_id", name=op.f("uq_set_aside_row_id")),
    )
    op.create_index(op.f("ix_set_aside_session_id"), "set_aside", ["session_id"])
    _of_session(
        "hold",
        sa.Column("scope", text, nullable=False),
        sa.Column("scope_id", text, nullable=True),
        sa.Column("why", text, nullable=False),
        sa.Column("who", text, nullable=False),
        sa.Column("until", text, nullable=True),
        sa.Column("ended_on", text, nullable=True),
    )
    op.create_table(
        "other_version",
        sa.Column("id", text, nullable=False),
        sa.Column("noun", text, nullable=False),
        sa.Column("row_id", text, nullable=False),
        sa.Column("session_id", text, nullable=False),
        sa.Column("column", text, nullable=False),
        sa.Column("theirs", text, nullable=False),
        sa.Column("at", text, nullable=False),
        sa.Column("hlc", integer, nullable=False),
        sa.Column("device", text, nullable=False),
        sa.Column("chosen", text, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_other_version")),
    )
    op.create_index(op.f("ix_other_version_row_id"), "other_version", ["row_id"])
    op.create_index(op.f("ix_other_version_session_id"), "other_version", ["session_id"])
    _of_session(
        "telling",
        sa.Column("session_id", text, nullable=False),
        sa.Column("promise_id", text, nullable=False),
        sa.Column("told_on", text, nullable=False),
        sa.Column("as_told", text, nullable=False),
    )
    op.create_index(op.f("ix_telling_session_id"), "telling", ["session_id"])
    op.create_index(op.f("ix_telling_promise_id"), "telling", ["promise_id"])
    op.create_table(
        "same_as",
        sa.Column("id", text, nullable=False),
        sa.Column("person_a", text, nullable=False),
        sa.Column("person_b", text, nullable=False),
        sa.Column("parted", integer, nullable=False),
        sa.Column("hlc", integer, nullable=False),
        sa.Column("device", text, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_same_as")),
    )
    op.create_index(op.f("ix_same_as_person_a"), "same_as", ["person_a"])
    op.create_index(op.f("ix_same_as_person_b"), "same_as", ["person_b"])


def _permissions() -> None:
    connection = op.get_bind()
    old = connection.exec_driver_sql(
        "SELECT noun, row_id, kind, value, on_date, hlc, device FROM permission ORDER BY seq"
    ).all()
    op.drop_table("permission")
    op.create_table(
        "permission",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("noun", sa.Text(), nullable=False),
        sa.Column("row_id", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("circle", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("over", sa.Text(), nullable=False),
        sa.Column("on_date", sa.Text(), nullable=True),
        sa.Column("asked_by", sa.Text(), nullable=True),
        sa.Column("helped", sa.Text(), nullable=True),
        sa.Column("session_id", sa.Text(), nullable=True),
        sa.Column("hlc", sa.Integer(), nullable=False),
        sa.Column("device", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_permission")),
        sa.UniqueConstraint("id", name=op.f("uq_permission_id")),
    )
    op.create_index(op.f("ix_permission_row_id"), "permission", ["row_id"])
    op.create_index(op.f("ix_permission_hlc"), "permission", ["hlc"])
    alike = ["noun", "session_id", "row_id", "purpose", "circle", "value", "basis", "over", "id"]
    op.create_index("ix_permission_place", "permission", alike)
    rows = _Rows(connection)
    for line in old:
        rows.take(*line)
    rows.take_columns()
    rows.store()


class _Rows:
    """The dated values of the older ledger as answers.

    A later yes was given here over what stood before it; one that undo wrote was given by nobody, and names nothing.
    """

    def __init__(self, connection):
        self.connection = connection
        ask = connection.exec_driver_sql
        self.undone = set(ask("SELECT hlc FROM undo_step WHERE kind = 'undo'").scalars())
        self.session_of = dict(ask("SELECT id, session_id FROM entry").all())
        self.made = []
        self.chains = {}
        self.consents = {}
        self.reopened = set()

    def take(self, noun, row_id, kind, value, on, hlc, device):
        stamp = (on, hlc, device)
        if noun == "entry" and row_id not in self.session_of:
            return
        if kind == "quote_ok":
            told = {None: "not asked", "1": "yes", "True": "yes"}.get(value, "no")
            self.answer(noun, row_id, "quote", told, stamp)
        elif kind == "withdrawn":
            self.answer(noun, row_id, "other words", "no" if value in {"1", "True"} else "yes", stamp)
        elif kind == "name_in_public":
            self.answer(noun, row_id, "name", value, stamp)
        elif kind == "consent_withdrawn_on" and value:
            for purpose in _EVERYTHING:
                self.answer(noun, row_id, purpose, "not at all" if purpose == "name" else "no", (value, hlc, device))
        elif kind == "consents":
            self.take_consents(row_id, value, stamp)

    def take_consents(self, row_id, value, stamp):
        now = json.loads(value or "{}") or {}
        before = self.consents.get(row_id, {})
        self.consents[row_id] = now
        for key, told in now.items():
            purpose = _CONSENTS.get(key)
            if purpose is None or before.get(key) == told:
                continue
            answer, day = _answer(told)
            if purpose == "name":
                if answer == "no":
                    self.answer("person", row_id, "name", "not at all", (day or stamp[0], *stamp[1:]))
            elif answer is not None:
                self.answer("person", row_id, purpose, answer, (day or stamp[0], *stamp[1:]))

    def take_columns(self):
        """Values that no ledger row tells of: those of rows that an older import brought."""
        ask = self.connection.exec_driver_sql
        for row in ask("SELECT id, quote_ok, withdrawn, hlc, device FROM entry").all():
            if row.quote_ok is not None and ("entry", row.id, "quote") not in self.chains:
                told = "yes" if row.quote_ok else "no"
                self.answer("entry", row.id, "quote", told, (None, row.hlc, row.device))
            if row.withdrawn and ("entry", row.id, "other words") not in self.chains:
                self.answer("entry", row.id, "other words", "no", (None, row.hlc, row.device))
        people = "SELECT id, name_in_public, consents, consent_withdrawn_on, hlc, device FROM person"
        for row in ask(people).all():
            stamp = (None, row.hlc, row.device)
            if row.name_in_public != "not at all" and ("person", row.id, "name") not in self.chains:
                self.answer("person", row.id, "name", row.name_in_public, stamp)
            if row.id not in self.consents:
                self.take_consents(row.id, row.consents, stamp)
            if row.consent_withdrawn_on and ("person", row.id, "other words") not in self.chains:
                self.take("person", row.id, "consent_withdrawn_on", row.consent_withdrawn_on, *stamp)

    def answer(self, noun, row_id, purpose, value, stamp):
        on, hlc, device = stamp
        chain = self.chains.setdefault((noun, row_id, purpose), [])
        opens = value not in {"no", "not at all", "not asked"}
        if value == "not asked":
            over = [i for i, v in chain if v == "yes"]
            if not over:
                return
        elif opens and hlc not in self.undone:
            over = [i for i, v in chain if purpose == "name" or v == "no"]
        elif purpose == "name" and hlc not in self.undone:
            over = [i for i, _ in chain]
        else:
            over = []
            if opens and chain:
                self.reopened.add((noun, row_id))
        if chain and chain[-1][1] == value and not over:
            return
        circle = "anyone" if opens or value == "not asked" else "people who came"
        made = made_id("schema 2", noun, row_id, purpose, value, str(hlc), device, str(len(chain)))
        chain.append((made, value))
        session = self.session_of.get(row_id) if noun == "entry" else None
        self.made.append(
            (
                made,
                noun,
                row_id,
                purpose,
                circle,
                value,
                "asked",
                json.dumps(over),
                on,
                None,
                None,
                session,
                hlc,
                device,
            )
        )

    def store(self):
        if self.made:
            self.connection.exec_driver_sql(
                "INSERT INTO permission (id, noun, row_id, purpose, circle, value, basis, over, on_date, asked_by, helped,"
                " session_id, hlc, device) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                self.made,
            )
        for noun, row_id in self.reopened:  # a yes that undo wrote: shown closed, as it now is
            refused = {p for (n, r, p), chain in self.chains.items() if (n, r) == (noun, row_id) and _refused(chain)}
            if noun == "entry":
                for purpose, column, value in (("quote", "quote_ok", 0), ("other words", "withdrawn", 1)):
                    if purpose in refused:
                        self.connection.exec_driver_sql(
                            f'UPDATE entry SET "{column}" = ? WHERE id = ?', (value, row_id)
                        )
            elif "name" in refused:
                self.connection.exec_driver_sql(
                    "UPDATE person SET name_in_public = 'not at all' WHERE id = ?", (row_id,)
                )


def _refused(chain):
    return any(value in {"no", "not at all"} for _, value in chain)


def _answer(told):
    if isinstance(told, bool):
        return ("yes" if told else "no"), None
    words = str(told if told is not None else "").strip().lower()
    if not words:
        return None, None
    if words in {"yes", "true"}:
        return "yes", None
    if words in {"no", "false"}:
        return "no", None
    try:
        return "yes", datetime.date.fromisoformat(words[:10]).isoformat()
    except ValueError:
        return "not sure", None


def _attendance_ids() -> None:
    connection = op.get_bind()
    rows = connection.exec_driver_sql("SELECT id, session_id, person_id FROM attendance").all()
    new = {row.id: made_id("attendance", row.session_id, row.person_id) for row in rows}
    if not new:
        return
    pairs = [(made, old) for old, made in new.items()]
    connection.exec_driver_sql("UPDATE attendance SET id = ? WHERE id = ?", pairs)
    connection.exec_driver_sql("UPDATE revision SET row_id = ? WHERE noun = 'attendance' AND row_id = ?", pairs)
    steps = connection.exec_driver_sql("SELECT hlc, ops FROM undo_step").all()
    for step in steps:
        ops = json.loads(step.ops)
        if any(o[0] == "attendance" for o in ops):
            ops = [[o[0], new.get(o[1], o[1]) if o[0] == "attendance" else o[1], *o[2:]] for o in ops]
            connection.exec_driver_sql("UPDATE undo_step SET ops = ? WHERE hlc = ?", (json.dumps(ops), step.hlc))


def downgrade() -> None:
    raise RuntimeError("an older program cannot read what this schema keeps")
