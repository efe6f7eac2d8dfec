"""Notes of sessions of unlike kinds come apart into the lines that were said."""

import pytest

from tests.domain.notes.ruler import SAMPLES, SESSIONS, measure, of_file, of_sample

SAMPLE_FILES = [path for path in sorted(SAMPLES.glob("*.json")) if '"raw_notes"' in path.read_text("utf-8")]
OWN = sorted(SESSIONS.glob("*.txt"))


@pytest.mark.parametrize("path", SAMPLE_FILES, ids=lambda p: p.stem)
def test_every_line_of_a_sample_is_found_in_its_notes(path):
    measured = measure(*of_sample(path))
    assert (measured.missed, measured.found) == ((), measured.lines)
    assert measured.more == ()


@pytest.mark.parametrize("path", OWN, ids=lambda p: p.stem)
def test_every_line_is_found_whatever_the_note_takers_habits(path):
    measured = measure(*of_file(path))
    assert (measured.missed, measured.found) == ((), measured.lines)
    assert len(measured.more) <= 1


def test_there_is_enough_to_measure_with():
    assert len(OWN) >= 20
    assert SAMPLE_FILES
    assert sum(len(of_file(path)[1]) for path in OWN) >= 100
