"""By what a name in a script without spaces is recognised."""

import pytest

from coprod_desktop.domain.check.unspaced import pieces, places


@pytest.mark.parametrize(
    ("name", "known_by"),
    [
        ("王", []),
        ("山田 太郎", ["山田太郎", "山田", "太郎"]),
        ("山 太郎", ["山太郎", "太郎"]),
        ("สมชาย", ["สมชาย"]),
        ("wei 小明", ["小明"]),
        ("wei 明", []),
        ("ann 李小龙", ["李小龙"]),
        ("김 민준", ["김민준", "민준"]),
        ("李小龙 小", ["李小龙小", "李小龙"]),
    ],
)
def test_all_of_it_and_the_parts_that_are_long_enough(name, known_by):
    assert list(pieces(name)) == known_by


def test_a_chinese_name_is_known_by_its_given_name_and_its_polite_forms():
    found = list(pieces("王小明"))
    assert found[:2] == ["王小明", "小明"]
    assert "王先生" in found
    assert "明" not in found
    assert list(pieces("李龙"))[:2] == ["李龙", "李先生"]
    assert list(pieces("欧阳小龙"))[:4] == ["欧阳小龙", "阳小龙", "小龙", "欧先生"]


def test_every_place_is_found_once():
    assert list(places("aa", "aaaa b aa")) == [(0, 2), (2, 4), (7, 9)]
    assert list(places("c", "aaaa")) == []
