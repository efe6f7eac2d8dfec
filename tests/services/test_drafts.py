"""What is typed and not saved yet: no step, no revision, gone with what it is of, and never out of the store."""

from __future__ import annotations

import datetime

import pytest

from coprod_desktop.domain.words import Phase
from coprod_desktop.errors import UserError
from coprod_desktop.services import answers, capture, drafts, organisation, people, prepare, sessions, workspace
from coprod_desktop.services.bring_in import session_file
from coprod_desktop.services.changed_mind import ALL, TakenBack, take_back
from coprod_desktop.services.making import papers

SECRET = "Quimby on the seventeenth floor"


@pytest.fixture
def session(desk) -> str:
    return sessions.new(desk, title="Home care")[0]


def test_a_draft_holds_the_words_to_the_letter_and_what_was_saved_before(desk, session):
    words = ' "half" a\nline, عندي '
    drafts.keep(desk, "agenda_item:x:title", words, "Welcome", session=session, row="x")
    assert drafts.one(desk, "agenda_item:x:title") == drafts.Kept("agenda_item:x:title", words, "Welcome")
    assert [kept.words for kept in drafts.of_session(desk, session)] == [words]
    drafts.keep(desk, "agenda_item:x:title", "", "Welcome")
    assert drafts.one(desk, "agenda_item:x:title") is None


def test_typing_is_no_step_that_could_be_undone(desk):
    drafts.keep(desk, "organisation:organisation:name", "Sunny", "")
    with pytest.raises(UserError):
        workspace.undo(desk)


def test_the_verb_that_saves_a_field_drops_its_draft_and_no_other(desk, session):
    item, _ = prepare.add_agenda_item(desk, session, "Welcome", 10)
    line, _ = prepare.add_checklist_item(desk, session, Phase.BEFORE, "Ramp")
    person, _ = people.add(desk, session, "Amina", "carer")
    need, _ = people.add_need(desk, session, person, "a loop")
    point, _ = answers.add_point(desk, session, "Ring us")
    kept = (
        (f"session:{session}:purpose", lambda: sessions.change(desk, session, purpose="x")),
        (f"agenda_item:{item}:title", lambda: prepare.change(desk, "agenda_item", item, title="x")),
        (f"checklist_item:{line}:who", lambda: prepare.change(desk, "checklist_item", line, who="x")),
        (f"person:{session} {person}:contact", lambda: people.change(desk, session, person, contact="x")),
        (f"need:{need}:need", lambda: people.change_need(desk, need, need="x")),
        (f"point:{point}:text", lambda: answers.change_point(desk, point, text="x")),
        ("organisation:organisation:name", lambda: organisation.change(desk, name="x")),
    )
    for field, _save in kept:
        drafts.keep(desk, field, "half", "", session=session)
    for at, (field, save) in enumerate(kept):
        save()
        assert drafts.one(desk, field) is None
        assert all(drafts.one(desk, later) for later, _ in kept[at + 1 :])


def test_a_struck_line_takes_its_drafts_with_it(desk, session):
    capture.add(desk, session, capture.NewLine(text="They come late"))
    line = capture.lines(desk, session)[0].id
    drafts.keep(desk, f"entry:{line}:public_text", SECRET, "", session=session, row=line)
    capture.strike(desk, line)
    assert drafts.of_session(desk, session) == ()


def test_someone_who_changes_their_mind_takes_the_contact_being_typed_with_them(desk, session):
    person, _ = people.add(desk, session, "Amina", "carer")
    drafts.keep(desk, f"person:{session} {person}:contact", SECRET, "", session=session, row=person)
    take_back(desk, session, person, TakenBack(purposes=ALL, on=datetime.date(2026, 9, 20)))
    assert drafts.of_session(desk, session) == ()


def test_a_draft_goes_into_no_file(desk, home_care, tmp_path):
    point = sessions.record(desk, home_care).points[0].id
    for field in (f"session:{home_care}:purpose", f"point:{point}:text", f"session:{home_care}:new_ground_rule"):
        drafts.keep(desk, field, SECRET, "", session=home_care, row=point)
    assert SECRET.encode() not in session_file.write(sessions.record(desk, home_care))
    made = papers.make(desk, home_care, ("html", "text"), tmp_path / "out")
    assert made.paths
    assert all(SECRET.encode() not in path.read_bytes() for path in made.paths)
    desk.store.checkpoint()
    assert all(SECRET.encode() not in path.read_bytes() for path in desk.store.folder.rglob("*") if path.is_file())
