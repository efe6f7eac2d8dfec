"""What could not be saved because the folder went away comes back as it was, and is kept until it is saved."""

from __future__ import annotations

import shutil
import sys

import pytest

from coprod_desktop import paths
from coprod_desktop.domain.record import Entry
from coprod_desktop.domain.words import ANONYMOUS, EntryKind
from coprod_desktop.errors import FolderGone, UserError
from coprod_desktop.services import capture, drafts, kept_words, sessions, workspace
from coprod_desktop.services.capture import NewLine
from coprod_desktop.store import reading
from tests.torture import disks

if sys.platform == "win32":
    pytest.skip("Windows lets nobody take an open folder away", allow_module_level=True)

THREE = (
    NewLine(text="They come at 8, or at 10", kind=EntryKind.CONTRIBUTION, theme="Times", at="10:52", quote_ok=True),
    NewLine(text="Who do I ring?", kind=EntryKind.QUESTION, speaker=ANONYMOUS, at="10:53", said_for="somebody"),
    NewLine(text="missed, 10:54, come back", kind=EntryKind.NOTE, speaker_role="carer", flags=("gap",), at="10:54"),
)


@pytest.fixture
def session(desk):
    return sessions.start_now(desk)[0]


@pytest.fixture
def lost(desk, session, folder):
    """Three lines said after the folder was deleted. Returns a function that opens the copy that was made before."""
    desk.store.checkpoint()
    shutil.copytree(folder, folder.with_name("copy"))
    shutil.rmtree(folder)
    for line in THREE:
        with pytest.raises(FolderGone):
            capture.add(desk, session, line)
    return folder.with_name("copy")


@pytest.fixture
def again(lost):
    opened = workspace.unlock(lost, None)
    yield opened
    workspace.close(opened)


def as_said(entry):
    return (entry.text, entry.kind, entry.speaker, entry.speaker_role, entry.theme, entry.at, entry.said_for)


def stored(desk, session):
    with desk.store.read() as connection:
        return reading.rows(connection, Entry, session)


def test_the_sentence_says_where_the_words_are(desk, session, folder):
    shutil.rmtree(folder)
    with pytest.raises(FolderGone) as refused:
        capture.add(desk, session, THREE[0])
    assert "moved, deleted or unplugged" in refused.value.what
    assert "kept on this computer, locked" in refused.value.do


def test_when_they_cannot_be_kept_either_it_says_so(desk, session, folder):
    shutil.rmtree(folder)
    paths.kept_words().parent.mkdir(parents=True)
    paths.kept_words().write_text("a file where the folder should be")
    with pytest.raises(FolderGone) as refused:
        capture.add(desk, session, THREE[0])
    assert "copy them" in refused.value.do


def test_every_line_goes_in_as_it_was_wherever_the_workspace_lies_now(again, session):
    waiting = kept_words.waiting(again)
    assert [k.text for k in waiting] == [line.text for line in THREE]
    assert {k.session_title for k in waiting} == {sessions.one(again, session).title}
    for kept in waiting:
        kept_words.put_in(again, kept)
    assert [as_said(e) for e in stored(again, session)] == [as_said(line) for line in THREE]
    assert [e.quote_ok for e in stored(again, session)] == [True, None, None]
    assert [e.flags for e in stored(again, session)] == [(), (), ("gap",)]
    assert kept_words.waiting(again) == ()


def test_each_is_an_undo_step_of_its_own(again, session):
    for kept in kept_words.waiting(again):
        kept_words.put_in(again, kept)
    workspace.undo(again)
    assert [e.text for e in stored(again, session)] == [line.text for line in THREE[:2]]


def test_they_stay_kept_until_they_are_saved(again, lost):
    first, *_ = kept_words.waiting(again)
    lost.rename(lost.with_name("away"))
    with pytest.raises(FolderGone):
        kept_words.put_in(again, first)
    lost.with_name("away").rename(lost)
    assert first.line is not None
    assert len(again.rescue.all()) == 3


def test_a_line_of_a_session_that_was_taken_away_is_refused_and_stays(again, session):
    sessions.remove(again, session)
    first, *_ = kept_words.waiting(again)
    with pytest.raises(UserError, match="taken away"):
        kept_words.put_in(again, first)
    assert len(kept_words.waiting(again)) == 3


def test_what_went_into_the_renamed_folder_after_all_is_not_offered(desk, session, folder):
    folder.rename(folder.with_name("renamed"))
    with pytest.raises(FolderGone):
        capture.add(desk, session, THREE[0])
    with pytest.raises(FolderGone):
        drafts.keep(desk, f"capture:{session}", "half a sent", session=session)
    assert len(desk.rescue.all()) == 2
    workspace.close(desk)
    opened = workspace.unlock(folder.with_name("renamed"), None)
    assert kept_words.waiting(opened) == ()
    assert opened.rescue.all() == []
    workspace.close(opened)


def test_a_line_that_was_saved_after_all_is_kept_no_longer(desk, session):
    line = NewLine(text="They come at 8", id="0190f3f2-0000-7000-8000-000000000001")
    with disks.short_files(4), pytest.raises(UserError):
        capture.add(desk, session, line, draft="capture")
    assert len(desk.rescue.all()) == 1
    capture.add(desk, session, line, draft="capture")
    assert desk.rescue.all() == []


def test_words_still_being_typed_come_back_as_a_draft(desk, session, folder):
    desk.store.checkpoint()
    shutil.copytree(folder, folder.with_name("copy"))
    shutil.rmtree(folder)
    for words in ("half", "half a sent"):
        with pytest.raises(FolderGone):
            drafts.keep(desk, f"capture:{session}", words, session=session)
    opened = workspace.unlock(folder.with_name("copy"), None)
    (kept,) = kept_words.waiting(opened)
    assert kept_words.shown_words(kept) == "half a sent"
    kept_words.put_in(opened, kept)
    assert [(d.field, d.words) for d in drafts.of_session(opened, session)] == [(f"capture:{session}", "half a sent")]
    assert kept_words.waiting(opened) == ()
    workspace.close(opened)


def test_a_draft_that_became_a_line_is_kept_as_the_line_only(desk, session, folder):
    field = f"capture:{session}"
    shutil.rmtree(folder)
    with pytest.raises(FolderGone):
        drafts.keep(desk, field, "They come at 8", session=session)
    with pytest.raises(FolderGone):
        capture.add(desk, session, NewLine(text="They come at 8"), draft=field)
    assert [value["is"] for value in desk.rescue.all()] == ["line"]


def test_a_field_that_was_saved_since_is_not_filled_with_what_was_typed_before(desk, session):
    with disks.short_files(4), pytest.raises(UserError):
        drafts.keep(desk, f"session:{session}:title", "Old words", "", session=session, row=session)
    assert len(kept_words.waiting(desk)) == 1
    sessions.change(desk, session, title="Newer words")
    assert kept_words.waiting(desk) == ()


def test_a_struck_line_is_kept_nowhere(desk, session, folder):
    line = NewLine(text="They come at 8", id="0190f3f2-0000-7000-8000-000000000001")
    folder.rename(folder.with_name("away"))
    with pytest.raises(FolderGone):
        capture.add(desk, session, line)
    folder.with_name("away").rename(folder)
    capture.strike(desk, line.id)
    assert desk.rescue.all() == []
