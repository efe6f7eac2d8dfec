import pytest

from coprod_desktop.domain.words import EntryKind, Outcome, Publish
from coprod_desktop.errors import UserError
from coprod_desktop.services import answers, capture, drafts, sessions, workspace
from coprod_desktop.services.capture import NewLine
from coprod_desktop.services.seen import search
from tests.desks import every_value

NASTY = [
    '=HYPERLINK("http://example.org","click")',
    "../../etc/passwd",
    "<script>alert('x')</script> & \"both\" 'quotes'",
    "Robert'); DROP TABLE entry;--",
    "عندي سؤال عن الرعاية",
    "家でのケア 🙂 👩‍👩‍👧",
    "tab\there\nnew line\x07bell\x00nul",
    "x" * 20_000,
    "  spaces kept  ",
]


@pytest.fixture
def session(desk):
    made, _ = sessions.start_now(desk)
    return made


@pytest.mark.parametrize("words", NASTY)
def test_words_are_kept_exactly_as_typed_over_a_restart(desk, folder, session, words):
    capture.add(desk, session, NewLine(text=words))
    workspace.close(desk)
    again = workspace.unlock(folder, None)

    assert [line.text for line in capture.lines(again, session)] == [words]
    workspace.close(again)


def test_a_line_with_no_words_is_refused(desk, session):
    with pytest.raises(UserError, match="no words"):
        capture.add(desk, session, NewLine(text=" \n "))


def test_lines_keep_the_order_they_were_said_in(desk, session):
    for word in ["one", "two", "three"]:
        capture.add(desk, session, NewLine(text=word))

    assert [(line.n, line.text) for line in capture.lines(desk, session)] == [(1, "one"), (2, "two"), (3, "three")]


def test_a_retry_with_the_same_id_cannot_add_a_line_twice(desk, session):
    line = NewLine(text="Once", id="01a20634-0000-7000-8000-000000000001")
    capture.add(desk, session, line)
    capture.add(desk, session, line)

    assert len(capture.lines(desk, session)) == 1


def test_the_draft_goes_in_the_same_moment_the_line_is_saved(desk, session):
    drafts.keep(desk, "capture", "half a sent", session=session)
    assert [d.words for d in drafts.of_session(desk, session)] == ["half a sent"]
    capture.add(desk, session, NewLine(text="half a sentence"), draft="capture")

    assert drafts.of_session(desk, session) == ()


def test_a_note_is_private_and_what_people_say_may_be_published(desk, session):
    capture.add(desk, session, NewLine(text="tea urn", kind=EntryKind.NOTE))
    capture.add(desk, session, NewLine(text="I never know who is coming"))

    assert [line.publish for line in capture.lines(desk, session)] == [Publish.NO, Publish.YES]


def test_a_gap_says_when_something_was_missed(desk, session):
    capture.gap(desk, session)

    line = capture.lines(desk, session)[0]
    assert line.text.startswith("missed, ")
    assert "gap" in line.flags


def test_left_out_asks_why(desk, session):
    ref = capture.add(desk, session, NewLine(text="x")).added[0]
    with pytest.raises(UserError, match="why"):
        capture.settle_outcomes(desk, [ref.id], Outcome.LEFT_OUT)
    capture.settle_outcomes(desk, [ref.id], Outcome.LEFT_OUT, "said in jest")

    assert capture.one(desk, ref.id).outcome is Outcome.LEFT_OUT


def test_a_renamed_theme_changes_nobodys_words(desk, session):
    capture.add(desk, session, NewLine(text="a", theme="Rota"))
    capture.add(desk, session, NewLine(text="b", theme="Charges"))
    capture.rename_theme(desk, session, "Rota", "Same faces")

    assert [(line.text, line.theme) for line in capture.lines(desk, session)] == [("a", "Same faces"), ("b", "Charges")]


def test_a_struck_line_is_nowhere(desk, folder, session):
    ref = capture.add(desk, session, NewLine(text="Zanzibar was said in confidence", theme="x")).added[0]
    other = capture.add(desk, session, NewLine(text="another line")).added[0]
    capture.change(desk, ref.id, text="Zanzibar was said, changed")
    capture.change(desk, other.id, duplicate_of=ref.id)
    drafts.keep(desk, f"entry:{ref.id}", "Zanzibar being typed", session=session, row=ref.id)
    answers.add_point(desk, session, "A point", [ref.id, other.id])
    capture.strike(desk, ref.id)

    assert [line.text for line in capture.lines(desk, session)] == ["another line"]
    assert search.search(desk, "Zanzibar") == []
    assert capture.one(desk, other.id).duplicate_of is None
    assert sessions.record(desk, session).points[0].from_entries == (other.id,)
    assert {table for table, value in every_value(desk) if "Zanzibar" in value} == set()
    with desk.store.read() as connection:
        terms = connection.exec_driver_sql("select count(*) from entry_fts where entry_fts match 'zanzibar'").scalar()
        assert terms == 0


def test_a_line_that_is_struck_twice_says_that_it_is_gone(desk, session):
    line = capture.add(desk, session, NewLine(text="Bus 42 never comes")).added[0].id
    capture.strike(desk, line)
    with pytest.raises(UserError):
        capture.strike(desk, line)


def test_a_struck_line_cannot_be_brought_back(desk, session):
    ref = capture.add(desk, session, NewLine(text="gone")).added[0]
    capture.change(desk, ref.id, text="gone, changed")
    capture.strike(desk, ref.id)
    workspace.undo(desk)  # takes back the session itself, which is all that is left to undo

    assert capture.lines(desk, session) == []


def test_a_failed_write_keeps_every_line_saved_before(desk, session):
    capture.add(desk, session, NewLine(text="kept"))

    def broken():
        with desk.store.write("Broken") as tx:
            tx.connection.exec_driver_sql("delete from entry")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        broken()
    assert [line.text for line in capture.lines(desk, session)] == ["kept"]
