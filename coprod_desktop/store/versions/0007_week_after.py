"""The week after: who was asked and what came back, who looked at the draft, what people said of the paper. Frozen.

And beside it other formats that were asked for, and Easy Read's own sentences with what its readers marked.
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

_TABLES = {
    "asking": "point* step* to_whom* on* reply_by words",
    "member_check": "kind* who* on* changed skipped",
    "said_back": "on* point right answers back",
    "format_asked": "format* state* on* language where_is who_signs",
    "easy_sentence": "point* place* order# words* picture from_hash*",
    "easy_mark": "kind* page# mark* on* words reader",
}
"""Each table's own columns: `*` is text that is never empty of a value, `#` such a number, else text that may be."""
_ON_A_POINT = ("asking", "said_back", "easy_sentence")


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
    for table in _ON_A_POINT:
        op.create_index(f"ix_{table}_point", table, ["point"])


def _text(name):
    return sa.Column(name, sa.Text(), nullable=False)


def _own(column):
    name = column.rstrip("*#")
    return sa.Column(name, sa.Integer() if column.endswith("#") else sa.Text(), nullable=column == name)
