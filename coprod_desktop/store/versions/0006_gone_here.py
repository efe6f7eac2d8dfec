"""What is gone says when it was here, by this database's clock: so which backups still hold it. Frozen.

Rows of other laptops carry clocks of theirs, which may be a year off; none became gone here after the last change.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    for name in ("came", "here"):
        op.add_column("gone", sa.Column(name, sa.Integer(), nullable=False, server_default="0"))
    op.add_column("gone", sa.Column("day", sa.Text(), nullable=False, server_default=""))
    op.execute("UPDATE gone SET here = min(hlc, (SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'clock'))")
    op.execute("UPDATE gone SET day = date(here / 65536000, 'unixepoch')")
