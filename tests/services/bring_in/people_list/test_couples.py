"""Two people in one cell are two people; who only comes with somebody is none."""

import pytest

from coprod_desktop.domain.words import Attending
from coprod_desktop.services.bring_in.people_list.couples import apart, own_part
from coprod_desktop.services.bring_in.people_list.values import row_of
from coprod_desktop.services.bring_in.people_rows import read_list
from coprod_desktop.services.program import content
from coprod_desktop.services.seen.list_in_hand import ListInHand

WORDS, NEEDS = content.people_lists(), content.load().needs


@pytest.mark.parametrize(("typed", "people"), [
    ("Dorothy & Ken", ["Dorothy", "Ken"]), ("Dorothy & Ken Mabey", ["Dorothy Mabey", "Ken Mabey"]),
    ("Mabey, Dorothy and Ken", ["Dorothy Mabey", "Ken Mabey"]), ("Mr & Mrs Duckworth", ["Mr Duckworth", "Mrs Duckworth"]),
    ("Rita Sallow and June Fox", ["Rita Sallow", "June Fox"]), ("Ken and Vera Poole (flat 17)", ["Ken Poole (flat 17)", "Vera Poole (flat 17)"]),
    ("Saira & guest", ["Saira & guest"]), ("Bob + carer", ["Bob + carer"]), ("Marks & Spencer Foundation", ["Marks & Spencer Foundation"]),
    ("Andy Sandhu", ["Andy Sandhu"]), ("Maggie / Stu", ["Maggie", "Stu"]), ("Maggie/Stu Cole", ["Maggie Cole", "Stu Cole"]),
    ("Ann Lee / Bo Marsh", ["Ann Lee", "Bo Marsh"]), ("Elizabeth / Liz", ["Elizabeth / Liz"]), ("Ann Lee / carer", ["Ann Lee / carer"]),
    ("Ann Lee / Social Worker", ["Ann Lee / Social Worker"]),
])  # fmt: skip
def test_both_are_named_where_both_have_a_name(typed, people):
    assert list(apart(typed, WORDS)) == people


def test_each_of_two_in_a_row_is_answered_alone_and_what_is_said_of_one_by_name_is_theirs():
    found = read_list(b"Name,Mobile,Food\nDorothy & Ken Mabey,07700 900281,Ken - no dairy\nAnn Lee,,vegan\n", NEEDS)
    assert [(row.name, [need for need, _ in row.needs]) for row in found.rows] == [
        ("Dorothy Mabey", []), ("Ken Mabey", ["food: Ken - no dairy"]), ("Ann Lee", ["food: vegan"]),
    ]  # fmt: skip
    hand = ListInHand(found)
    assert [row_of(line.row.number) for line in hand.lines] == [2, 2, 3]
    assert len({line.id for line in hand.lines}) == 3


@pytest.mark.parametrize(("cell", "of_ann", "of_bo"), [
    ("Ann yes, Bo no", "yes", "no"), ("Yes", "Yes", "Yes"), ("", "", ""), ("07700 900401 (Bo)", "", "07700 900401"),
    ("Ann: coming; Bo not sure", "coming", "not sure"), ("ann@example.org", "ann@example.org", "ann@example.org"),
    ("Anna's 07700 900402", "Anna's 07700 900402", "Anna's 07700 900402"),
])  # fmt: skip
def test_what_tells_two_apart_by_name_is_each_ones_own(cell, of_ann, of_bo):
    assert own_part(cell, "Ann", ["Bo"]) == of_ann
    assert own_part(cell, "Bo", ["Ann"]) == of_bo


def test_a_reply_and_a_number_of_one_of_two_are_not_the_others():
    found = read_list(b'Name,Reply,Tel\nAnn Poole / Ken Poole,"Ann yes, Ken no",07700 900403 (Ann)\n', NEEDS)
    assert [(row.name, row.attendance, row.contact) for row in found.rows] == [
        ("Ann Poole", Attending.COMING, "07700 900403"),
        ("Ken Poole", Attending.APOLOGIES, None),
    ]
