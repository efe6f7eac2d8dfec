"""Lists that were kept by hand: what stands in them is whose it is, and what was said last counts."""

import io

import docx
import pytest

from coprod_desktop.domain.words import Attending
from coprod_desktop.errors import UserError
from coprod_desktop.services.bring_in.people_rows import read_list
from coprod_desktop.services.program import content

NEEDS = content.load().needs
COMES, AWAY = Attending.COMING, Attending.APOLOGIES


def _come(data: bytes) -> dict[str, Attending | None]:
    return {row.name: row.attendance for row in read_list(data, NEEDS).rows}


def test_of_two_tables_side_by_side_each_is_its_own_though_one_asks_less():
    found = read_list(
        b"COMING,,,,CANNOT COME,\nName,Tel,Needs,,Name,Tel\nAda Moss,07700 900401,ramp,,Bo Finch,07700 900402\n"
        b"Cy Reed,,,,Di Lark,07700 900404\nEd Wren,07700 900405,,,,\n",
        NEEDS,
    )
    assert [(row.name, row.contact, row.attendance) for row in found.rows] == [
        ("Ada Moss", "07700 900401", COMES), ("Cy Reed", None, COMES), ("Ed Wren", "07700 900405", COMES),
        ("Bo Finch", "07700 900402", AWAY), ("Di Lark", "07700 900404", AWAY),
    ]  # fmt: skip


def test_whom_to_ring_in_a_table_at_the_side_is_nobody_who_comes():
    found = read_list(
        b"GUESTS,,,,EMERGENCY CONTACT,\nName,Tel,Needs,,Name,Tel\nAda Moss,07700 900401,ramp,,Bo Finch,07700 900402\n",
        NEEDS,
    )
    assert [(row.name, row.contact) for row in found.rows] == [("Ada Moss", "07700 900401")]


def test_what_was_said_later_counts_over_the_first_reply_and_where_it_is_unclear_nothing_does():
    told = _come(
        b"Name,Reply,Update,Remarks\nAda Moss,Yes,4/2 rang - can't make it now,\nBo Finch,No,shift swapped so I can come,\n"
        b"Cy Reed,Yes,her brother rang - Cy is poorly,\nDi Lark,Yes,,cancelled 6/2\nEd Wren,Yes,,brother is poorly\n"
        b"Flo Jay,Yes,still yes,lip reads\n"
    )
    assert told == {
        "Ada Moss": AWAY,
        "Bo Finch": COMES,
        "Cy Reed": None,
        "Di Lark": None,
        "Ed Wren": COMES,
        "Flo Jay": COMES,
    }


def _word(*lines: str) -> bytes:
    written, made = docx.Document(), io.BytesIO()
    for line in lines:
        written.add_paragraph(line)
    written.save(made)
    return made.getvalue()


def test_a_word_document_without_a_table_is_read_as_its_lines():
    told = _come(
        _word(
            *("Panel on 4 March", "", "Confirmed", "Ada Moss – 07700 900401", "Bo Finch", "Sent their apologies"),
            *("Cy Reed (leave)", "Still to hear from", "Di Lark – 07700 900404"),
        )
    )
    assert told == {"Ada Moss": COMES, "Bo Finch": COMES, "Cy Reed": AWAY, "Di Lark": Attending.INVITED}


@pytest.mark.parametrize("lines", [(), ("Thank you for the tour of the house and for all your help with the lift.",)])
def test_one_that_is_no_list_is_refused_as_what_it_is(lines):
    with pytest.raises(UserError, match="a Word document without a table"):
        read_list(_word(*lines), NEEDS)
