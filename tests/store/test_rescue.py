"""Words that are kept elsewhere: only this workspace's key opens them, and their files say nothing."""

from __future__ import annotations

import stat
import sys

import pytest

from coprod_desktop.store.rescue import Rescue

KEY, OTHER = bytes(range(32)), bytes(range(1, 33))
WORDS = "Nobody rang Winifred before the visit"


@pytest.fixture
def kept(tmp_path):
    return Rescue(tmp_path / "kept", KEY)


def files(tmp_path):
    return sorted(path for path in (tmp_path / "kept").rglob("*") if path.is_file())


def test_what_is_kept_is_there_after_a_restart_in_its_order_until_it_is_dropped(kept, tmp_path):
    for n in range(3):
        kept.keep(f"line {n}", {"words": f"{WORDS} {n}"})
    kept.keep("line 0", {"words": "said again"})
    again = Rescue(tmp_path / "kept", KEY)
    assert [value["words"] for value in again.all()] == [f"{WORDS} 1", f"{WORDS} 2", "said again"]
    again.drop("line 1")
    assert len(Rescue(tmp_path / "kept", KEY).all()) == 2


def test_no_words_stand_in_the_files_nor_in_their_names(kept, tmp_path):
    kept.keep("capture:Winifred", {"words": WORDS})
    (file,) = files(tmp_path)
    for word in (*WORDS.split(), "capture", "words"):
        assert word.encode() not in file.read_bytes()
        assert word not in str(file.relative_to(tmp_path / "kept"))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
def test_only_its_owner_can_open_it(kept, tmp_path):
    kept.keep("line", {"words": WORDS})
    (file,) = files(tmp_path)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_another_workspace_finds_nothing_of_it(kept, tmp_path):
    kept.keep("line", {"words": WORDS})
    other = Rescue(tmp_path / "kept", OTHER)
    assert other.all() == []
    other.drop("line")
    assert len(kept.all()) == 1


def test_a_damaged_file_takes_no_other_with_it_and_is_left_where_it_is(kept, tmp_path):
    kept.keep("one", {"words": "one"})
    (first,) = files(tmp_path)
    kept.keep("two", {"words": "two"})
    box = bytearray(first.read_bytes())
    box[-1] ^= 1
    first.write_bytes(box)
    assert [value["words"] for value in kept.all()] == ["two"]
    assert first.exists()


def test_a_file_under_another_name_is_not_taken_for_it(kept, tmp_path):
    kept.keep("one", {"words": "one"})
    (first,) = files(tmp_path)
    first.rename(first.with_name("0" * 32 + ".kept"))
    assert kept.all() == []
