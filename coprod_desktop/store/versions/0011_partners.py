"""What a partner of a group gave and got is written down, and found. Frozen."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

_FOUND = ("name", "part", "gave", "got")
"""As store.schema.SEARCHED was, of partners."""


def upgrade() -> None:
    for name in ("gave", "got"):
        op.add_column("partner", sa.Column(name, sa.Text(), nullable=True))
    for trigger in ("add", "drop", "change"):
        op.execute(f"DROP TRIGGER partner_fts_{trigger}")
    op.execute("DROP TABLE partner_fts")
    names = ", ".join(f'"{column}"' for column in _FOUND)
    op.execute(
        f"CREATE VIRTUAL TABLE partner_fts USING fts5({names}, content='partner', content_rowid='seq', "
        "tokenize='unicode61 remove_diacritics 2', prefix='1 2 3')"
    )
    op.execute("INSERT INTO partner_fts(partner_fts, rank) VALUES ('secure-delete', 1)")
    add = f"INSERT INTO partner_fts(rowid, {names}) VALUES (new.seq, {_values('new')});"
    drop = f"INSERT INTO partner_fts(partner_fts, rowid, {names}) VALUES ('delete', old.seq, {_values('old')});"
    op.execute(f"CREATE TRIGGER partner_fts_add AFTER INSERT ON partner BEGIN {add} END")
    op.execute(f"CREATE TRIGGER partner_fts_drop AFTER DELETE ON partner BEGIN {drop} END")
    op.execute(f"CREATE TRIGGER partner_fts_change AFTER UPDATE OF {names} ON partner BEGIN {drop} {add} END")
    op.execute("INSERT INTO partner_fts(partner_fts) VALUES ('rebuild')")


def _values(row):
    return ", ".join(f'{row}."{column}"' for column in _FOUND)
