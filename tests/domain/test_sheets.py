"""Sheets are typed in their order: what the next is called."""

import pytest

from coprod_desktop.domain import sheets


@pytest.mark.parametrize(
    ("sheet", "following"),
    [
        ("Slip 14", "Slip 15"), ("Table 9", "Table 10"), ("flipchart2", "flipchart3"), ("Form 3 (blue)", "Form 4 (blue)"),
        ("Table B", "Table C"), ("Wall", "Wall"), ("", ""),
        (" Slip 14 ", "Slip 15"), (" Table a ", "Table b"), ("Table Y", "Table Z"), ("Table Z", "Table Z"), (" Wall ", "Wall"),
    ],
)  # fmt: skip
def test_the_next_sheet_has_the_next_number(sheet, following):
    assert sheets.after(sheet) == following


def test_a_slip_has_one_line_and_a_flipchart_many():
    assert sheets.has_one_line("Slip 3")
    assert sheets.has_one_line("post-it 9")
    assert not sheets.has_one_line("Flipchart 2")
    assert not sheets.has_one_line("Table 4")


def test_one_goes_on_where_one_stopped():
    assert sheets.to_begin_with([]) == "Slip 1"
    assert sheets.to_begin_with(["Slip 1", None, "Slip 2"]) == "Slip 3"
    assert sheets.to_begin_with(["Slip 1", "Table 4"]) == "Table 4"


def test_where_tables_work_at_once_the_first_sheet_is_that_of_the_first_table():
    assert sheets.to_begin_with([], ("Table 1", "Table 2")) == "Table 1"
    assert sheets.to_begin_with(["Table 2"], ("Table 1", "Table 2")) == "Table 2"
