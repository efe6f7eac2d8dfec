"""Files that were damaged on their way: the short form of what `python -m tests.torture files` does ten thousand times."""

import random

import pytest

from tests.torture.files import what_goes_wrong, whole_files
from tests.torture.mutations import damaged_list, damaged_session


def test_damaged_files_are_refused_in_a_sentence_or_can_be_used(tmp_path):
    assert what_goes_wrong(tmp_path, 60, "short") == []


@pytest.mark.slow
def test_many_damaged_files_are_refused_in_a_sentence_or_can_be_used(tmp_path):
    assert what_goes_wrong(tmp_path, 300, "longer", papers_each=20) == []


def test_the_damage_is_of_every_kind(tmp_path):
    """Else nothing would be found because nothing is tried."""
    _, sample = whole_files(tmp_path / "laptop")[0]
    files = [damaged_session(random.Random(n), sample) for n in range(400)]
    for sign in (
        b"1e400",
        b"NaN",
        b"\\ud800",
        b"\\u0000",
        b"[[[[",
        b"9999999999999999999",
        b"2026-02-30",
        b".0",
        b"x-",
    ):
        assert any(sign in data for data in files), sign
    assert any(len(data) < len(sample) / 2 for data in files)
    assert (
        len({damaged_list(random.Random(n), b"date,type,location\n1 May 2024,Forum,Hall\n") for n in range(200)}) > 100
    )
