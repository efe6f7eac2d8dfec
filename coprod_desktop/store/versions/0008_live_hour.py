"""The live hour: moments of the clock, what the room said to its themes, photos of sheets; and more of votes. Frozen.

Lines say what sort they are, whether a machine made them, which sheet they stood on and what was done about them. The
search finds that too.
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

_TABLES = {
    "moment": "at* what* part minutes$",
    "read_back": "theme* answer* words before at* on*",
    "sheet_photo": "sheet* picture* keep_until",
}
"""Each table's own columns: `*` is text that is never empty of a value, `$` a number that may be, else text that may be."""
_MORE = {
    "entry": "sort unconfirmed$ sheet done_about done_at told call_back",
    "agenda_item": "planned$ state tables$",
    "vote": "by_post$ by_supporter$ too_many left_becomes",
    "session": "ladder_members ladder_staff",
}
_FOUND = {
    "entry": (
        *("text", "public_text", "theme", "translation", "outcome_note", "speaker_role"),
        *("sheet", "done_about", "told", "call_back"),
    ),
    "vote": ("question", "options", "eligible_rule", "settled_by", "left_becomes"),
    "read_back": ("theme", "words", "before"),
}
"""As store.schema.SEARCHED was, of the nouns whose index is made anew."""


def upgrade() -> None:
    for table, own in _TABLES.items():
        op.create_table(
            table,
            sa.Column("seq", sa.Integer(), nullable=False),
            _text("id"),
            _text("session_id"),
            *(_text(name) for name in ("key", "given", "unknown")),
            *(_own(column) for column in own.split()),
            *(_text(name) for name in ("created_at", "updated_at")),
            sa.Column("hlc", sa.Integer(), nullable=False),
            _text("device"),
            sa.Column("deleted_at", sa.Text(), nullable=True),
            sa.PrimaryKeyConstraint("seq", name=op.f(f"pk_{table}")),
            sa.UniqueConstraint("id", name=op.f(f"uq_{table}_id")),
        )
        op.create_index(op.f(f"ix_{table}_session_id"), table, ["session_id"])
    for table, more in _MORE.items():
        for column in more.split():
            op.add_column(table, _own(column))
    for noun in ("entry", "vote"):
        for trigger in ("add", "drop", "change"):
            op.execute(f"DROP TRIGGER {noun}_fts_{trigger}")
        op.execute(f"DROP TABLE {noun}_fts")
    for noun, columns in _FOUND.items():
        _index(noun, columns)


def _text(name):
    return sa.Column(name, sa.Text(), nullable=False)


def _own(column):
    name = column.rstrip("*$")
    return sa.Column(name, sa.Integer() if column.endswith("$") else sa.Text(), nullable=not column.endswith("*"))


def _index(noun, columns):
    index, names = f"{noun}_fts", ", ".join(f'"{column}"' for column in columns)
    content = "content=''" if noun == "vote" else f"content='{noun}', content_rowid='seq'"
    op.execute(
        f"CREATE VIRTUAL TABLE {index} USING fts5({names}, {content}, "
        "tokenize='unicode61 remove_diacritics 2', prefix='1 2 3')"
    )
    op.execute(f"INSERT INTO {index}({index}, rank) VALUES ('secure-delete', 1)")
    add = f"INSERT INTO {index}(rowid, {names}) VALUES (new.seq, {_values('new', columns)});"
    drop = f"INSERT INTO {index}({index}, rowid, {names}) VALUES ('delete', old.seq, {_values('old', columns)});"
    op.execute(f"CREATE TRIGGER {index}_add AFTER INSERT ON {noun} BEGIN {add} END")
    op.execute(f"CREATE TRIGGER {index}_drop AFTER DELETE ON {noun} BEGIN {drop} END")
    op.execute(f"CREATE TRIGGER {index}_change AFTER UPDATE OF {names} ON {noun} BEGIN {drop} {add} END")
    if noun == "vote":
        op.execute(f"INSERT INTO {index}(rowid, {names}) SELECT seq, {_values('vote', columns)} FROM vote")
    else:
        op.execute(f"INSERT INTO {index}({index}) VALUES ('rebuild')")


def _values(row, columns):
    """Name the values of a row; of choices their words, whose each is and why it is not eligible."""
    words = (
        "(SELECT group_concat(concat_ws(' ', json_extract(o.value, '$.label'), json_extract(o.value, '$.who'), "
        f"json_extract(o.value, '$.why_not')), ' ') FROM json_each({row}.options) AS o)"
    )
    return ", ".join(words if column == "options" else f'{row}."{column}"' for column in columns)
