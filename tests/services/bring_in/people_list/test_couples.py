"""Two people in one cell are two people; who only comes with somebody is none."""

import pytest

from coprod_desktop.services.bring_in.people_list.couples import apart
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
