"""What is typed and not saved yet: no step, no revision, gone with what it is of, and never out of the store."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coprod_desktop.domain.words import Phase
from coprod_desktop.errors import UserError
from coprod_desktop.services import (
    answers,
    capture,
    drafts,
    organisation,
    people,
    prepare,
    safeguarding,
    sessions,
    workspace,
)  # fmt: skip
from coprod_desktop.services.bring_in import session_file
from coprod_desktop.services.changed_mind import ALL, TakenBack, take_back
from coprod_desktop.services.making import papers
from coprod_desktop.store import drafts as coding

SECRET = "Quimby on the seventeenth floor"


@pytest.fixture
def session(desk) -> str:
    return sessions.new(desk, title="Home care")[0]


def test_a_draft_holds_the_words_to_the_letter_and_what_was_saved_before(desk, session):
    words = ' "half" a\nline, عندي '
    field = "agenda_item:x:title"
    drafts.keep(desk, field, words, "Welcome", session=session, row="x", beside={"who": "Mo"})
    assert drafts.one(desk, field) == drafts.Kept(field, words, "Welcome", {"who": "Mo"}, session, "x")
    assert [kept.words for kept in drafts.of_session(desk, session)] == [words]
    drafts.keep(desk, field, "")
    assert drafts.one(desk, field) is None


@given(words=st.text(min_size=1), before=st.none() | st.text())
@example(words="12", before=None)
@example(words='["a", "b"]', before="null")
@example(words='{"draft": 1, "words": "x"}', before="")
def test_any_words_come_back_as_they_were_typed(words, before):
    draft = coding.decode("session:x:purpose", coding.encode(words, before, {}))
    assert (draft.words, draft.before) == (words, before)


@pytest.mark.parametrize(
    ("field", "text", "words", "before"),
    [
        ("capture:s", "12", "12", None),
        ("capture:s", '["a", "b"]', '["a", "b"]', None),
        ("capture:s:x", "half a sent", "half a sent", None),
        ("entry:e", "null", "null", None),
        ("point:p:text", '"quoted"', '"quoted"', None),
        ("new_point:s", "true", "true", None),
        ("session:s:purpose", "12", "12", None),
        ("session:s:purpose", '["15:", "15:30"]', "15:", "15:30"),
        ("entry:e:public_text", '["new", "old"]', "new", "old"),
        ("entry:e:public_text", "as typed in an older version", "as typed in an older version", None),
    ],
)
def test_what_older_versions_kept_is_read(field, text, words, before):
    draft = coding.decode(field, text)
    assert (draft.words, draft.before, draft.beside) == (words, before, {})


def test_a_draft_of_a_number_stops_no_page(desk, session):
    drafts.put(desk, f"session:{session}:purpose", "12", session=session)
    drafts.put(desk, f"capture:{session}", "12", session=session)
    assert [kept.words for kept in drafts.of_session(desk, session)] == ["12", "12"]


def test_what_is_typed_about_something_that_is_taken_away_waits_with_it(desk, session):
    point, _ = answers.add_point(desk, session, "Ring us")
    person, _ = people.add(desk, session, "Amina", "carer")
    kept = (
        (f"point:{point}:text", point, lambda: answers.remove_point(desk, point)),
        (f"update:{point}:text", point, lambda: answers.remove_point(desk, point)),
        (f"person:{session} {person}:contact", person, lambda: people.remove(desk, session, person)),
        (f"session:{session}:purpose", session, lambda: sessions.remove(desk, session)),
        (f"capture:{session}", None, lambda: sessions.remove(desk, session)),
    )
    for field, row, take_away in kept:
        drafts.keep(desk, field, "half", session=session, row=row)
        take_away()
        assert field not in {kept.field for kept in drafts.of_session(desk, session)}
        workspace.undo(desk)
        assert [kept.words for kept in drafts.of_session(desk, session)] == ["half"]
        drafts.keep(desk, field, "")


def test_a_copy_of_a_sealed_line_goes_from_what_is_being_typed_however_it_is_kept(desk, session):
    capture.add(desk, session, capture.NewLine(text='He said "stay in",\nand locked it'))
    line = capture.lines(desk, session)[0]
    drafts.keep(desk, f"session:{session}:purpose", f"Look: {line.text}", session=session)
    safeguarding.seal(desk, line.id)
    assert drafts.of_session(desk, session) == ()


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


CHATS = (
    "10:01:02 From Len Obi to Everyone:\n\tThe ramp is too steep\n"
    "10:02:10 From Joy Tan to Len Obi (Direct Message):\n\t{secret}\n10:03:00 From Joy Tan to Everyone:\n\tYes it is\n",
    "10:01:02 From Len Obi : The ramp is too steep\n10:02:10 From Joy Tan to Len Obi (Privately) : {secret}\n",
    "10:02:10 From Joy Tan to Len Obi (Direct Message): {secret}",
)


@pytest.mark.parametrize("chat", CHATS)
def test_direct_messages_are_in_no_draft_from_the_moment_a_chat_is_pasted(desk, session, chat):
    """Whatever field it was pasted into: the line itself, the notes, a sheet."""
    for field in (f"session:{session}:line", f"session:{session}:notes"):
        drafts.keep(desk, field, chat.format(secret=SECRET), session=session)
        kept = drafts.one(desk, field)
        assert SECRET not in (kept.words if kept else "")
        if chat is not CHATS[2]:
            assert "The ramp is too steep" in kept.words


@pytest.mark.parametrize(
    "said", ["One\ntwo at 10:30\nthree", "It came From Len to me", "10:30 From the bus to the hall:\nall steps"]
)
def test_a_story_in_several_lines_is_kept_to_the_letter(desk, session, said):
    drafts.keep(desk, "x", said, session=session)
    assert drafts.one(desk, "x").words == said
