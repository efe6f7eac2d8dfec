"""The short form; `make torture` is the long one."""

from __future__ import annotations

import pytest

from coprod_desktop.services import capture, drafts, prepare, sessions, workspace
from tests.torture.kill import Told, listen_and_kill, type_and_kill, what_is_lost, what_is_wrong
from tests.torture.listener import words_of


@pytest.fixture
def session(tmp_path) -> str:
    """A new workspace in tmp_path with one session; closed."""
    workspace.create(tmp_path, None)
    desk = workspace.unlock(tmp_path, None)
    made, _ = sessions.start_now(desk)
    workspace.close(desk)
    return made


def test_every_line_shown_as_saved_survives_a_kill(tmp_path, session):
    """Right after a draft, right after a line, and in the middle of many."""
    for after in (1, 2, 61):
        told = listen_and_kill(tmp_path, session, after)
        assert len(told.saved) >= after // 2
        assert what_is_wrong(tmp_path, session, told) == []


def test_a_lost_line_would_be_seen(tmp_path, session):
    assert what_is_wrong(tmp_path, session, Told(("no such line",), -1)) == ["lost: no such line"]
    assert what_is_wrong(tmp_path, session, Told((), 7)) == ["the unfinished line 7 is not offered"]


def test_what_was_typed_and_not_entered_is_offered(tmp_path, session):
    told = listen_and_kill(tmp_path, session, 1)
    desk = workspace.unlock(tmp_path, None)
    kept = {draft.words for draft in drafts.of_session(desk, session)} | {x.text for x in capture.lines(desk, session)}
    workspace.close(desk)
    assert words_of(told.typed) in kept


def test_a_title_being_typed_on_get_ready_survives_a_kill(tmp_path, session):
    desk = workspace.unlock(tmp_path, None)
    prepare.add_agenda_item(desk, session, "Welcome", 10)
    workspace.close(desk)
    letters = type_and_kill(tmp_path, session, 1, 120)
    assert letters > 10
    assert what_is_lost(tmp_path, session, 1, letters) == []
    assert what_is_lost(tmp_path, session, 1, 2000) != []
