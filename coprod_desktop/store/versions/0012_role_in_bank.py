"""Somebody who is on no list has a role in the bank of people. Frozen."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    op.add_column("bank", sa.Column("role", sa.Text(), nullable=True))
