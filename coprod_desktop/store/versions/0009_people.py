"""People, money and rights: what somebody takes part in, what they are owed, how long records are kept. Frozen.

Needs say why one was not met, when it is looked at again and when it was told; a story may be told under another name.
What stood as somebody's expenses at a session is an amount of theirs each.
"""

import hashlib
import json

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

_TABLES = {
    "bank": (
        "person_id* interests* training* trains terms review_on heard_by cannot_come* reason_offered got_back* joined_on"
    ),
    "rate": "kind* fee# words* pence# unit* from_on* review_on cost_code",
    "claim": (
        "person_id session_id kind* fee# words pence# state* agreed_pence$ reward charity due paid_on paid_pence$ how "
        "receipt$ cost_code on* rate order#"
    ),
    "privacy": "controller contact officer purpose lawful_basis article9 rights complain_to agreed_on review_on",
    "keep_rule": "kind* months# from_what* set_on*",
    "deletion": "kind* how_many# on* why* by_rule#",
    "about_you_question": "characteristic* words* answers* source order#",
    "local_figure": "characteristic* answer* percent count$ of$ source* on*",
    "list_columns": "headings* meanings*",
}
"""Each table's own columns: `*` is text that is never empty of a value, `#` such a number, `$` a number that may be, else
text that may be."""
_INDEXED = {"bank": ("person_id",), "claim": ("person_id", "session_id")}
_MORE = {"need": "why_not review_by shared_on", "attendance": "first_time$", "entry": "told_as"}
_FOUND = {
    "entry": (
        *("text", "public_text", "theme", "translation", "outcome_note", "speaker_role"),
        *("sheet", "done_about", "told", "call_back", "told_as"),
    ),
    "need": ("need", "who_arranges", "why_not"),
    "bank": ("interests", "training", "trains", "terms", "heard_by", "cannot_come", "reason_offered"),
    "claim": ("words", "charity"),
}
"""As store.schema.SEARCHED was, of the nouns whose index is made here."""


def upgrade() -> None:
    for table, own in _TABLES.items():
        op.create_table(
            table,
            sa.Column("seq", sa.Integer(), nullable=False),
            _text("id"),
            *(_text(name) for name in ("key", "given", "unknown")),
            *(_own(column) for column in own.split()),
            *(_text(name) for name in ("created_at", "updated_at")),
            sa.Column("hlc", sa.Integer(), nullable=False),
            _text("device"),
            sa.Column("deleted_at", sa.Text(), nullable=True),
            sa.PrimaryKeyConstraint("seq", name=op.f(f"pk_{table}")),
            sa.UniqueConstraint("id", name=op.f(f"uq_{table}_id")),
        )
        for column in _INDEXED.get(table, ()):
            op.create_index(op.f(f"ix_{table}_{column}"), table, [column])
    for table, more in _MORE.items():
        for column in more.split():
            op.add_column(table, _own(column))
    for trigger in ("add", "drop", "change"):
        op.execute(f"DROP TRIGGER entry_fts_{trigger}")
    op.execute("DROP TABLE entry_fts")
    connection = op.get_bind()
    _expenses_are_amounts(connection)
    _forget_expenses(connection)
    op.execute("ALTER TABLE attendance DROP COLUMN expenses")
    for noun, columns in _FOUND.items():
        _index(noun, columns)


_PARTS = (
    "SELECT a.session_id, a.person_id, a.expenses, s.date, a.created_at, a.hlc, a.device, "
    "(SELECT o.theirs FROM other_version o WHERE o.row_id = a.id AND o.\"column\" = 'expenses' AND o.chosen IS NULL) "
    "FROM attendance a JOIN session s ON s.id = a.session_id"
)
_AMOUNT = (
    'INSERT INTO claim (id, key, given, unknown, person_id, session_id, kind, fee, words, pence, state, "on", '
    '"order", created_at, updated_at, hlc, device) '
    "VALUES (?, '', '[]', '{}', ?, ?, ?, 0, ?, ?, 'claimed', ?, ?, ?, ?, ?, ?)"
)


def _expenses_are_amounts(connection):
    """One an expense, under the id that a file with it makes too; what another laptop had and ours had not is added."""
    for session, person, ours, day, at, hlc, device, theirs in connection.exec_driver_sql(_PARTS).fetchall():
        listed = [tuple(one) for one in json.loads(ours or "[]")]
        left = list(listed)
        for one in [tuple(one) for one in json.loads((json.loads(theirs)["value"] if theirs else None) or "[]")]:
            listed += [] if one in left else [one]
            left = [*left[: left.index(one)], *left[left.index(one) + 1 :]] if one in left else left
        seen = []
        for order, (what, pence) in enumerate(listed):
            row = (_made("expense", session, person, what, str(seen.count(what))), person, session, _kind(what), what)
            connection.exec_driver_sql(_AMOUNT, (*row, pence, day, order, at, at, hlc, device))
            seen.append(what)


def _forget_expenses(connection):
    """Older versions of the column go with it, and steps that could only bring it back."""
    connection.exec_driver_sql("DELETE FROM other_version WHERE \"column\" = 'expenses'")
    old = "SELECT seq, old FROM revision WHERE noun = 'attendance' AND old LIKE '%\"expenses\"%'"
    empty = set()
    for seq, columns in connection.exec_driver_sql(old).fetchall():
        left = {k: v for k, v in json.loads(columns).items() if k != "expenses"}
        empty |= set() if left else {seq}
        connection.exec_driver_sql("UPDATE revision SET old = ? WHERE seq = ?", (json.dumps(left), seq))
    for clock, ops in connection.exec_driver_sql("SELECT hlc, ops FROM undo_step").fetchall() if empty else ():
        if any(op[3] in empty for op in json.loads(ops)):
            connection.exec_driver_sql("DELETE FROM undo_step WHERE hlc = ?", (clock,))


def _made(*parts):
    """As domain.ids.made_id."""
    digest = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).digest()
    bits = int.from_bytes(digest[:16], "big")
    bits = bits & ~(0xF << 76) | 0x8 << 76
    text = f"{bits & ~(0b11 << 62) | 0b10 << 62:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


_KINDS = {
    "parking": ("parking", "car park"),
    "carer cover": ("replacement care", "carer", "respite"),
    "childcare": ("child",),
    "food": ("food", "lunch", "meal"),
    "phone or data": ("phone", "data"),
    "travel": ("travel", "bus", "train", "tram", "taxi", "fare", "mile", "petrol", "car "),
}


def _kind(what):
    told = what.lower()
    return next((kind for kind, words in _KINDS.items() if any(word in told for word in words)), "other")


def _text(name):
    return sa.Column(name, sa.Text(), nullable=False)


def _own(column):
    name = column.rstrip("*$#")
    return sa.Column(name, sa.Integer() if column[-1] in "$#" else sa.Text(), nullable=column[-1] not in "*#")


def _index(noun, columns):
    index, names = f"{noun}_fts", ", ".join(f'"{column}"' for column in columns)
    op.execute(
        f"CREATE VIRTUAL TABLE {index} USING fts5({names}, content='{noun}', content_rowid='seq', "
        "tokenize='unicode61 remove_diacritics 2', prefix='1 2 3')"
    )
    op.execute(f"INSERT INTO {index}({index}, rank) VALUES ('secure-delete', 1)")
    add = f"INSERT INTO {index}(rowid, {names}) VALUES (new.seq, {_values('new', columns)});"
    drop = f"INSERT INTO {index}({index}, rowid, {names}) VALUES ('delete', old.seq, {_values('old', columns)});"
    op.execute(f"CREATE TRIGGER {index}_add AFTER INSERT ON {noun} BEGIN {add} END")
    op.execute(f"CREATE TRIGGER {index}_drop AFTER DELETE ON {noun} BEGIN {drop} END")
    op.execute(f"CREATE TRIGGER {index}_change AFTER UPDATE OF {names} ON {noun} BEGIN {drop} {add} END")
    op.execute(f"INSERT INTO {index}({index}) VALUES ('rebuild')")


def _values(row, columns):
    return ", ".join(f'{row}."{column}"' for column in columns)
