"""What a record has to look like to be taken for a row of a table."""

from __future__ import annotations

import pytest

from coprod_desktop.store.trees import Column, Shape

ROW = Shape(
    [
        Column("field", "TEXT", is_nullable=False, has_default=False, is_number=False),
        Column("session_id", "TEXT", is_nullable=True, has_default=False, is_number=False),
        Column("text", "TEXT", is_nullable=False, has_default=False, is_number=False),
        Column("open", "INTEGER", is_nullable=False, has_default=True, is_number=False),
        Column("ended", "TEXT", is_nullable=True, has_default=False, is_number=False),
    ]
)


@pytest.mark.parametrize("record", [("a", None, "b", 0, None), ("a", "s", "b", 1), ("a", "s", "b")])
def test_a_record_from_before_the_last_columns_is_a_row(record):
    assert ROW.fits(record)


@pytest.mark.parametrize(
    "record", [("a",), ("a", "s"), ("a", None, None), ("a", "s", "b", None), ("a", "s", "b", "1"), (None,), ("a",) * 6]
)
def test_a_record_that_the_table_would_refuse_is_none(record):
    assert not ROW.fits(record)
