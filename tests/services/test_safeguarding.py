"""A sealed line is nowhere but behind its seal, opens as often as needed, and goes only once it is passed on."""

import datetime
import io
import json
import zipfile

import pypdfium2
import pytest

from coprod_desktop.errors import UserError
from coprod_desktop.services import answers, capture, drafts, holds, keys, people, safeguarding, sessions, workspace
from coprod_desktop.services.bring_in import between_laptops, merge, session_file
from coprod_desktop.services.capture import NewLine
from coprod_desktop.services.holds import Scope
from coprod_desktop.services.making import letters, packs, papers, reports
from coprod_desktop.services.program import content
from coprod_desktop.services.seen import listen, search
from tests.desks import HOME_CARE, every_value

WORDS = "My zebraman nephew takes the purse and I am frightened of him"
TOLD = ("zebraman", "nephew takes", "frightened of him")


@pytest.fixture
def session(desk):
    return sessions.start_now(desk)[0]


@pytest.fixture
def sealed(desk, session):
    """The id of a sealed line that had everything a line can have."""
    nobody = people.add(desk, session, "Zora Quillfeather", "carer")[0]
    line = NewLine(text=WORDS, theme="Money", quote_ok=True, speaker=nobody)
    entry = capture.add(desk, session, line).added[0].id
    other = capture.add(desk, session, NewLine(text="The rota comes late", quote_ok=True)).added[0].id
    capture.change(desk, entry, text=f"{WORDS} now")
    capture.change(desk, entry, text=WORDS)
    capture.change(desk, other, duplicate_of=entry)
    drafts.keep(desk, f"entry:{entry}", WORDS + " and", session=session, row=entry)
    drafts.keep(desk, f"capture:{session}:x", f"He says: {WORDS}", session=session)
    answers.add_point(desk, session, WORDS, [entry])
    point, _ = answers.add_point(desk, session, f"Two things: {WORDS}. And the rota.", [entry, other])
    answers.change_point(desk, point, text="We will send the rota on Fridays.", answer="will")
    answers.add_point(desk, session, f"“{WORDS}.”")
    return safeguarding.seal(desk, entry).id


def holding(desk, *words):
    """The tables in which any of these words is found."""
    return {table for table, held in every_value(desk) if any(word in held for word in words)}


def test_no_table_holds_a_word_of_it_but_the_sealed_row(desk, session, sealed):
    assert holding(desk, *TOLD) == {"set_aside"}
    with desk.store.read() as connection:
        for table in ("entry_fts", "point_fts"):
            found = connection.exec_driver_sql(f"select count(*) from {table} where {table} match 'zebraman'").scalar()
            assert found == 0


def test_raw_notes_and_their_older_versions_hold_nothing_of_it(desk):
    data = json.loads(HOME_CARE.read_bytes())
    told = data["entries"][1]["text"]
    data["raw_notes"] = f"10:44 {told}\nsomething else"
    brought = merge.import_file(desk, json.dumps(data).encode()).session
    sessions.change(desk, brought, title="Another title")
    safeguarding.seal(desk, next(line.id for line in capture.lines(desk, brought) if line.text == told))

    assert holding(desk, told) == {"set_aside"}


def test_nothing_that_is_read_shows_it(desk, session, sealed):
    assert [line.text for line in capture.lines(desk, session)] == ["The rota comes late"]
    assert search.search(desk, "zebraman") == []
    assert all(word not in str(sessions.record(desk, session)) for word in TOLD)
    assert all(word not in str(drafts.every(desk)) for word in TOLD)
    assert all(word not in str(listen.read(desk, session)) for word in TOLD)
    assert all(word not in str(safeguarding.sealed(desk)) for word in TOLD)
    with pytest.raises(UserError):
        capture.lines_by_id(desk, [sealed]) or capture.one(desk, sealed)


def test_no_file_that_leaves_the_program_holds_it(desk, session, sealed, tmp_path):
    record = sessions.record(desk, session)
    out = session_file.write(record, between_laptops.of(desk, record))
    assert all(word.encode() not in out for word in TOLD)
    papers.review(desk, session)
    made = [
        *papers.make(desk, session, content.load().formats.papers, tmp_path / "papers").paths,
        *letters.make(desk, session, tmp_path / "letters").paths,
        *packs.make(desk, session, "you-said-we-will", tmp_path / "packs").paths,
        *reports.make(desk, reports.PROGRESS_REPORT, ["text", "html"], tmp_path / "reports").paths,
    ]
    kinds = {path.suffix for path in made}
    assert {".pdf", ".html", ".docx"} <= kinds
    for path in made:
        assert not any(word in text_of(path) for word in TOLD), path.name


def text_of(path):
    """Everything readable in a file, with no break between words that a page put there."""
    data = path.read_bytes()
    if path.suffix == ".pdf":
        with pypdfium2.PdfDocument(data) as pdf:
            found = " ".join(page.get_textpage().get_text_range() for page in pdf)
    elif data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            found = " ".join(parts.read(name).decode("utf-8", "ignore") for name in parts.namelist())
    else:
        found = data.decode("utf-8", "ignore")
    return " ".join(found.split())


def test_undo_never_takes_a_seal_back_and_brings_no_word_back(desk, session, sealed):
    for _ in range(30):
        try:
            workspace.undo(desk)
        except UserError:
            break
    assert holding(desk, *TOLD) == {"set_aside"}
    assert len(safeguarding.sealed(desk)) == 1


def test_it_opens_as_often_as_needed_with_who_and_when(desk, sealed):
    for _ in range(2):
        opened = safeguarding.open_words(desk, sealed, None)
        assert (opened.words, opened.said_by) == (WORDS, "Zora Quillfeather")
        assert opened.words in opened.as_text
        assert opened.session_title in opened.as_text


def test_the_passphrase_is_asked_where_there_is_one(desk, sealed):
    keys.change(desk, None, "four words to know")
    for wrong in (None, "", "something else"):
        with pytest.raises(UserError):
            safeguarding.open_words(desk, sealed, wrong)
    assert safeguarding.open_words(desk, sealed, "four words to know").words == WORDS


def test_it_goes_only_after_it_was_passed_on(desk, sealed):
    with pytest.raises(UserError, match="not passed on"):
        safeguarding.take_out(desk, sealed)
    for to, reference in (("", "SG 12"), ("Asha Bell", " ")):
        with pytest.raises(UserError):
            safeguarding.passed_on(desk, sealed, to, desk.today(), reference)
    with pytest.raises(UserError, match="still to come"):
        safeguarding.passed_on(desk, sealed, "Asha Bell", desk.today() + datetime.timedelta(1), "SG 12")
    assert holding(desk, *TOLD) == {"set_aside"}

    safeguarding.passed_on(desk, sealed, "Asha Bell", desk.today(), "SG 12")
    assert holding(desk, *TOLD) == {"set_aside"}
    safeguarding.take_out(desk, sealed)
    assert holding(desk, *TOLD) == set()
    assert "set_aside" in holding(desk, "SG 12")
    assert safeguarding.sealed(desk) == []
    with pytest.raises(UserError):
        safeguarding.open_words(desk, sealed, None)


def test_while_a_hold_keeps_it_what_is_taken_out_waits(desk, session, sealed):
    hold, _ = holds.place(desk, Scope.SESSION, session, "An enquiry", "The safeguarding board")
    safeguarding.passed_on(desk, sealed, "Asha Bell", desk.today(), "SG 12")
    safeguarding.take_out(desk, sealed)
    assert safeguarding.sealed(desk) == []
    assert holding(desk, *TOLD) == {"set_aside"}

    holds.end(desk, hold)
    assert holding(desk, *TOLD) == set()


def test_sealed_by_mistake_it_comes_back_as_it_was(desk, session):
    first = capture.add(desk, session, NewLine(text="The rota comes late")).added[0].id
    entry = capture.add(desk, session, NewLine(text=WORDS, theme="Money")).added[0].id
    capture.change(desk, first, duplicate_of=entry)
    answers.add_point(desk, session, WORDS, [entry])
    answers.add_point(desk, session, f"Two things: {WORDS}", [first, entry])
    before = sessions.record(desk, session)
    sealed = safeguarding.seal(desk, entry)
    capture.add(desk, session, NewLine(text="Said after it"))
    after = sessions.record(desk, session)
    assert [p.you_said for p in after.points] == ["Two things"]
    assert sealed.points == 1

    safeguarding.put_back(desk, sealed.id)
    again = sessions.record(desk, session)
    assert again.entries[:2] == before.entries
    assert {p.id: p for p in again.points} == {p.id: p for p in before.points}
    assert search.search(desk, "zebraman") != []
    assert safeguarding.sealed(desk) == []


def test_short_words_are_cut_from_nothing_but_a_copy(desk, session):
    entry = capture.add(desk, session, NewLine(text="No.")).added[0].id
    answers.add_point(desk, session, "No bus comes", answer="will")
    copied, _ = answers.add_point(desk, session, "no", answer="will")
    safeguarding.seal(desk, entry)

    said = {p.id: p.you_said for p in sessions.record(desk, session).points}
    assert said.pop(copied) == "Something people said"
    assert list(said.values()) == ["No bus comes"]


def test_what_a_line_was_being_changed_to_goes_behind_the_seal_and_back_where_it_was_typed(desk, session):
    entry = capture.add(desk, session, NewLine(text=WORDS)).added[0].id
    answers.add_point(desk, session, WORDS)
    drafts.keep(desk, f"entry:{entry}", "frightened of him, and", session=session, row=entry)
    sealed = safeguarding.seal(desk, entry, "frightened of him, and he has a key")
    assert holding(desk, *TOLD) == {"set_aside"}
    assert safeguarding.open_words(desk, sealed.id, None).words == f"{WORDS}\n\nfrightened of him, and he has a key"

    safeguarding.put_back(desk, sealed.id)
    assert capture.one(desk, entry).text == WORDS
    assert [d.words for d in drafts.every(desk)] == ["frightened of him, and he has a key"]


def test_a_point_that_stays_is_to_be_looked_at(desk, session):
    entry = capture.add(desk, session, NewLine(text=WORDS)).added[0].id
    answers.add_point(desk, session, "You are afraid of a relative", [entry], answer="will")
    assert safeguarding.seal(desk, entry).look_at == ("You are afraid of a relative",)


def test_words_being_typed_are_sealed_without_standing_in_a_list(desk, session):
    drafts.keep(desk, "capture:x", WORDS, session=session)
    sealed = safeguarding.seal_typed(desk, session, NewLine(text=WORDS), draft="capture:x")

    assert capture.lines(desk, session) == []
    assert holding(desk, *TOLD) == {"set_aside"}
    assert safeguarding.open_words(desk, sealed.id, None).words == WORDS


def test_the_same_file_again_brings_no_sealed_line_back(desk, home_care):
    line = capture.lines(desk, home_care)[1]
    safeguarding.seal(desk, line.id)
    merge.import_file(desk, HOME_CARE.read_bytes())

    assert line.text not in [one.text for one in capture.lines(desk, home_care)]
    assert len(safeguarding.sealed(desk)) == 1


def test_a_line_that_went_meanwhile_is_not_sealed(desk, session):
    entry = capture.add(desk, session, NewLine(text=WORDS)).added[0].id
    capture.strike(desk, entry)
    with pytest.raises(UserError, match="not there"):
        safeguarding.seal(desk, entry)
