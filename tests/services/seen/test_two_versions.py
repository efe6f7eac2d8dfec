"""What two laptops both changed waits by its plain name, with both versions in words, until a person chooses."""

import datetime
import shutil
from pathlib import Path

import pytest

from coprod_desktop.services import answers, capture, sessions, versions, workspace
from coprod_desktop.services.bring_in import between_laptops, merge, session_file
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.seen import two_versions

OURS, THEIRS = "Four carers in one week", "I never know who is coming, and nobody rings"


def sent(desk: Desk, session: str) -> bytes:
    record = sessions.record(desk, session)
    return session_file.write(record, between_laptops.of(desk, record))


@pytest.fixture
def other(desk, home_care, tmp_path):
    """Another laptop with the same session."""
    folder = Path(shutil.copytree(desk.store.folder, tmp_path / "other"))
    for name in ("workspace.lock", "workspace.db-wal", "workspace.db-shm"):
        (folder / name).unlink(missing_ok=True)
    opened = workspace.unlock(folder, None)
    yield opened
    workspace.close(opened)


@pytest.fixture(autouse=True)
def _on_disk(desk, home_care):
    desk.store.checkpoint()


@pytest.fixture
def line(desk, home_care):
    return capture.lines(desk, home_care)[1].id


def both(desk, other, session, line):
    capture.change(desk, line, text=OURS)
    capture.change(other, line, text=THEIRS)
    merge.import_file(desk, sent(other, session))


def text(desk, line) -> str:
    return capture.one(desk, line).text


def test_a_place_is_told_by_its_plain_name_and_both_words(desk, home_care, other, line):
    both(desk, other, home_care, line)
    (place,) = two_versions.read(desk)

    assert (place.what, place.field) == ("A line that was said", "What was said")
    assert (place.ours, place.theirs) == (OURS, THEIRS)
    assert place.session_title == sessions.record(desk, home_care).session.title
    assert not place.is_stricter


def test_ids_dates_and_kinds_are_told_in_words(desk, home_care, other, line):
    record = sessions.record(desk, home_care)
    people, point = record.people, record.points[0].id
    for laptop, speaker, due, kind in ((desk, 0, "2027-01-05", "story"), (other, 1, "2027-02-06", "question")):
        capture.change(laptop, line, speaker=people[speaker].id, kind=capture.EntryKind(kind))
        answers.change_point(laptop, point, due=datetime.date.fromisoformat(due))
    merge.import_file(desk, sent(other, home_care))
    found = {place.field: (place.ours, place.theirs) for place in two_versions.read(desk)}

    assert found["Who said it"] == (people[0].name, people[1].name)
    assert found["By when"] == ("5 January 2027", "6 February 2027")
    assert found["What it is"] == ("Story", "Question")


@pytest.mark.parametrize("theirs", [True, False])
def test_a_choice_is_one_step_that_undo_opens_again_and_redo_closes(desk, home_care, other, line, theirs):
    both(desk, other, home_care, line)
    (place,) = two_versions.read(desk)
    versions.choose(desk, place.id, theirs=theirs)
    chosen = THEIRS if theirs else OURS
    assert (text(desk, line), two_versions.read(desk)) == (chosen, ())

    told = {True: f"“{THEIRS}” back to “{OURS}”", False: "chose one of two versions"}
    assert workspace.undo(desk).said == told[theirs]
    assert text(desk, line) == OURS
    assert two_versions.read(desk) == (place,)
    workspace.redo(desk)
    assert (text(desk, line), two_versions.read(desk)) == (chosen, ())


def test_after_an_undone_choice_the_file_asks_again_and_the_other_laptop_too(desk, home_care, other, line):
    both(desk, other, home_care, line)
    versions.choose(desk, two_versions.read(desk)[0].id, theirs=False)
    workspace.undo(desk)
    merge.import_file(desk, sent(other, home_care))
    assert [place.theirs for place in two_versions.read(desk)] == [THEIRS]
    merge.import_file(other, sent(desk, home_care))
    assert [place.theirs for place in two_versions.read(other)] == [OURS]


def test_a_choice_travels_and_asks_nobody_again(desk, home_care, other, line):
    both(desk, other, home_care, line)
    versions.choose(desk, two_versions.read(desk)[0].id, theirs=False)
    merge.import_file(other, sent(desk, home_care))

    assert (text(other, line), two_versions.read(other)) == (OURS, ())


def test_an_import_that_is_undone_leaves_no_version_behind(desk, home_care, other, line):
    both(desk, other, home_care, line)
    workspace.undo(desk)
    assert two_versions.read(desk) == ()
    merge.import_file(desk, sent(other, home_care))
    assert [place.theirs for place in two_versions.read(desk)] == [THEIRS]


def test_of_what_may_be_printed_the_stricter_stands_and_it_says_so(desk, home_care, other, line):
    capture.change(desk, line, publish=capture.Publish.EDIT)
    capture.change(other, line, publish=capture.Publish.NO)
    merge.import_file(desk, sent(other, home_care))
    (place,) = two_versions.read(desk)

    assert place.is_stricter
    assert (place.ours, place.theirs) == ("No, never", "Yes, in other words")


def test_nothing_waits_for_what_was_taken_away(desk, home_care, other, line):
    both(desk, other, home_care, line)
    capture.remove(desk, line)
    assert two_versions.read(desk) == ()
