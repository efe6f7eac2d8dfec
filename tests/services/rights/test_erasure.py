"""A person erased is nowhere: not in the file's pages, its log, its index, an older copy, or a file that comes again."""

from __future__ import annotations

import datetime
import json
import shutil
from pathlib import Path

import pytest

from coprod_desktop.domain.permission import Purpose
from coprod_desktop.domain.words import Phase
from coprod_desktop.errors import UserError
from coprod_desktop.services import (
    answers,
    backups,
    capture,
    changed_mind,
    drafts,
    holds,
    people,
    prepare,
    safeguarding,
    sessions,
    workspace,
)
from coprod_desktop.services.backups import Why
from coprod_desktop.services.bring_in import between_laptops, merge, session_file
from coprod_desktop.services.capture import NewLine
from coprod_desktop.services.holds import Scope
from coprod_desktop.services.making import papers
from coprod_desktop.services.rights import erasure, finding
from coprod_desktop.store import pages
from coprod_desktop.store.store import DATABASE
from tests.desks import every_value
from tests.services.unseen import line as said
from tests.services.unseen import session as file_with

NAME = "Vashti Oddfellow"
WORDS = "the quinquereme ferry never waited for my chair"
PARTS = ("Vashti", "Oddfellow", "quinquereme", "07700 900999", "zzbraille")


def file_of_it() -> bytes:
    data = file_with(
        "s-1",
        "Ferries",
        people=[
            {"id": "p1", "name": NAME, "role": "resident", "contact": "07700 900999",
             "needs": [{"need": "zzbraille", "ais": "Specific information format"}]},
            {"id": "p2", "name": "Bram Tolliver", "role": "carer"},
        ],
        entries=[
            said(1, WORDS, "p1"),
            said(2, "As Vashti said, the timetable lies", "p2"),
            said(3, "Nobody rings back", "p2"),
        ],
        promises=[
            {"id": "1", "you_said": "The quinquereme ferry never waited", "from_entries": [1], "answer": "will",
             "text": "The ferry will wait", "owner": "Harbour team", "due": "2027-01-01"},
            {"id": "2", "you_said": "Ring us back, as Oddfellow asked", "from_entries": [3], "answer": "will",
             "text": "We will ring", "owner": "Duty desk", "due": "2027-01-01"},
        ],
        raw_notes=f"1036 Vashti: {WORDS}\n1040 Oddfellow left early\n1041 Bram: Nobody rings back",
    )  # fmt: skip
    return json.dumps(data).encode()


@pytest.fixture
def session(desk):
    return merge.import_file(desk, file_of_it()).session


@pytest.fixture
def vashti(desk, session):
    return finding.find_person(desk, "vashti  oddfellow")


def values_with(desk, *parts: str) -> list[tuple[str, str]]:
    return [(table, value[:80]) for table, value in every_value(desk) if any(part in value for part in parts)]


def plain_pages(folder: Path, raw: bytes) -> bytes:
    """Return all that the database and its log hold, opened."""
    database = folder / DATABASE
    keys = pages.keys_of(database, raw)
    out = [keys.opened(pages.read(database, n), n) for n in range(1, pages.count(database) + 1)]
    log = database.with_name(database.name + "-wal")
    data = log.read_bytes() if log.exists() else b""
    frames = range(32, len(data), 24 + pages.PAGE)
    out += [
        keys.opened(data[at + 24 : at + 24 + pages.PAGE], int.from_bytes(data[at : at + 4], "big")) for at in frames
    ]
    return b"".join(out)


def hang_everything_on(desk, session, vashti) -> None:
    """Change, type and ask, so that there are versions, drafts, answers, tries at undo and a note of a paper."""
    line = next(e.id for e in capture.lines(desk, session) if e.n == 1)
    capture.change(desk, line, text=WORDS + " at all")
    people.change(desk, session, vashti, contact="07700 900998", salutation="Ms Oddfellow")
    people.agree(desk, session, vashti, "quote", "2026-10-06")
    other = next(e.id for e in capture.lines(desk, session) if e.n == 2)
    capture.change(desk, other, text="As Vashti said, the timetable lies, twice")
    drafts.keep(desk, f"person:{session} {vashti}:contact", "07700 900997", session=session)
    drafts.keep(desk, f"entry:{other}:outcome_note", "ask Vashti Oddfellow", session=session, row=other)
    sessions.change(desk, session, purpose="What Oddfellow began")


def test_everything_goes_from_pages_log_and_index(desk, session, vashti):
    hang_everything_on(desk, session, vashti)
    assert values_with(desk, *PARTS)
    assert b"quinquereme" in plain_pages(desk.store.folder, desk.store.raw_key())

    erasure.erase(desk, vashti)

    assert values_with(desk, *PARTS) == []
    assert [
        value for table, value in every_value(desk) if "quinquer" in value.lower() or "vashti" in value.lower()
    ] == []
    plain = plain_pages(desk.store.folder, desk.store.raw_key())
    assert b"Nobody rings back" in plain
    for part in PARTS:
        assert part.encode() not in plain
        assert part.lower().encode() not in plain
    assert vashti not in [p.id for p in people.every(desk, with_bin=True)]


def test_what_they_needed_goes_from_the_checklist_and_comes_back_with_no_file(desk, session, vashti):
    people.add_need(desk, session, vashti, "quinquereme on loan")
    prepare.add_checklist_item(desk, session, Phase.BEFORE, "Room booked")
    file = session_file.write(sessions.record(desk, session))
    erasure.erase(desk, vashti)
    for _again in range(2):
        assert [line.text for line in prepare.checklist(desk, session)] == ["Room booked"]
        merge.import_file(desk, file)


def test_what_others_said_stays_without_the_name(desk, session, vashti):
    erasure.erase(desk, vashti)

    texts = [e.text for e in capture.lines(desk, session)]
    assert texts == ["As [name taken out] said, the timetable lies", "Nobody rings back"]
    record = sessions.record(desk, session)
    assert [p.you_said for p in record.points] == [
        f"Words taken out on {_day(desk.today())}",
        "Ring us back, as [name taken out] asked",
    ]
    assert [p.text for p in record.points] == ["The ferry will wait", "We will ring"]
    assert record.points[0].due == datetime.date(2027, 1, 1)
    assert "Nobody rings back" in str(record.unknown["raw_notes"])


def _day(day: datetime.date) -> str:
    return f"{day.day} {day:%B %Y}"


def test_no_undo_brings_anything_back(desk, session, vashti):
    hang_everything_on(desk, session, vashti)
    erasure.erase(desk, vashti)
    for _ in range(20):
        try:
            desk.store.undo_last()
        except UserError:
            break
    assert values_with(desk, *PARTS) == []


def test_the_file_that_is_brought_in_again_brings_nobody_back(desk, session, vashti):
    erasure.erase(desk, vashti)
    merge.import_file(desk, file_of_it())

    assert values_with(desk, *PARTS) == []
    assert [e.n for e in capture.lines(desk, session)] == [2, 3]


def test_a_file_with_ids_made_before_brings_nobody_back(desk, session, vashti, tmp_path):
    record = sessions.record(desk, session)
    before = session_file.write(record, between_laptops.of(desk, record))
    erasure.erase(desk, vashti)
    merge.import_file(desk, before)

    assert values_with(desk, *PARTS) == []


def test_an_older_copy_obeys_when_it_is_opened(desk, session, vashti, tmp_path):
    desk.store.checkpoint()
    old = Path(shutil.copytree(desk.store.folder, tmp_path / "older"))
    erasure.erase(desk, vashti)
    shutil.copy(desk.store.folder / "gone.bin", old / "gone.bin")

    again = workspace.unlock(old, None)
    try:
        assert values_with(again, *PARTS) == []
        assert [e.n for e in capture.lines(again, session)] == [2, 3]
    finally:
        workspace.close(again)


def test_a_copy_kept_apart_holds_it_until_the_list_of_what_is_gone_is_in_it(desk, session, vashti, tmp_path):
    desk.store.checkpoint()
    old = Path(shutil.copytree(desk.store.folder, tmp_path / "older"))
    erasure.erase(desk, vashti)
    for is_told in (False, True):
        if is_told:
            shutil.copy(desk.store.folder / "gone.bin", old / "gone.bin")
        again = workspace.unlock(old, None)
        try:
            assert (values_with(again, *PARTS) == []) is is_told
        finally:
            workspace.close(again)


def test_another_laptop_obeys_through_the_sessions_file(desk, session, vashti, tmp_path):
    desk.store.checkpoint()
    other = workspace.unlock(Path(shutil.copytree(desk.store.folder, tmp_path / "other")), None)
    try:
        erasure.erase(desk, vashti)
        record = sessions.record(desk, session)
        told = session_file.write(record, between_laptops.of(desk, record))
        for part in PARTS:
            assert part.encode() not in told
        merge.import_file(other, told)
        assert values_with(other, *PARTS) == []
    finally:
        workspace.close(other)


def test_a_hold_stops_it_and_says_why(desk, session, vashti):
    holds.place(desk, Scope.PERSON, vashti, "A complaint is open", "The complaints team")
    with pytest.raises(UserError, match="A complaint is open"):
        erasure.erase(desk, vashti)
    assert values_with(desk, *PARTS)
    asked = erasure.before(desk, vashti)
    assert erasure.in_words(asked, desk.today()) == (
        "It is held: A complaint is open. The complaints team asked for that. While a hold stands nothing is erased.",
    )


def test_it_is_asked_first_with_what_goes_and_what_stays(desk, session, vashti):
    backups.make(desk, Why.ASKED)
    told = " ".join(erasure.in_words(erasure.before(desk, vashti), desk.today()))
    assert "Who they are, how to reach them" in told
    assert "1 thing they said" in told
    assert "other places" in told
    assert "1 promise stays that came of what they said, without their words" in told
    assert "1 backup holds it; the last goes by" in told


def test_somebody_with_the_same_first_name_keeps_it(desk, session, vashti):
    people.add(desk, session, "Vashti Quillfeather", "carer")
    capture.add(desk, session, NewLine(text="Vashti Quillfeather brought cake"))
    asked = erasure.before(desk, vashti)
    assert [m.text for m in asked.unsure] == ["As Vashti said, the timetable lies"]

    erasure.erase(desk, vashti, also=asked.unsure)

    texts = [e.text for e in capture.lines(desk, session)]
    assert texts == [
        "As [name taken out] said, the timetable lies",
        "Nobody rings back",
        "Vashti Quillfeather brought cake",
    ]


def test_what_is_sealed_stays_until_it_is_passed_on(desk, session, vashti):
    line = next(e.id for e in capture.lines(desk, session) if e.n == 1)
    safeguarding.seal(desk, line)
    told = erasure.in_words(erasure.before(desk, vashti), desk.today())
    assert any("sealed, because someone may be at risk" in sentence for sentence in told)
    erasure.erase(desk, vashti)
    assert len(safeguarding.sealed(desk)) == 1


def test_papers_that_hold_it_are_named_first(desk, session, vashti, tmp_path):
    people.agree(desk, session, vashti, "quote", "2026-10-06")
    papers.review(desk, session)
    made = papers.make(desk, session, ["text"], tmp_path)
    assert made.paths
    assert [held.session.title for held in erasure.before(desk, vashti).papers] == ["Ferries"]
    taken = changed_mind.TakenBack(purposes=(Purpose.QUOTE,), on=desk.today())
    assert changed_mind.out_already(desk, session, vashti, taken).papers


def test_no_line_of_the_checklist_keeps_what_an_erased_person_needed(desk, session, vashti):
    people.add_need(desk, session, vashti, "a zzbraille agenda")
    prepare.add_checklist_item(desk, session, Phase.BEFORE, "Send Vashti the agenda")
    checks = [item.text for item in sessions.record(desk, session).checklist]
    assert any("zzbraille agenda" in text for text in checks)
    erasure.erase(desk, vashti)
    checks = [item.text for item in sessions.record(desk, session).checklist]
    assert "Send [name taken out] the agenda" in checks
    assert not any("zzbraille" in text for text in checks)
    assert values_with(desk, *PARTS) == []


def test_an_older_file_brings_no_point_back_that_was_written_from_their_words_alone(desk, session, vashti):
    theirs = next(e.id for e in capture.lines(desk, session) if e.n == 1)
    answers.add_point(desk, session, "Boats sail off without marzipan", [theirs])
    record = sessions.record(desk, session)
    older = session_file.write(record, between_laptops.of(desk, record))
    erasure.erase(desk, vashti)
    for _ in range(2):
        merge.import_file(desk, older)
    assert values_with(desk, *PARTS, "marzipan") == []
    said = [p.you_said for p in sessions.record(desk, session).points]
    assert said == [f"Words taken out on {_day(desk.today())}", "Ring us back, as [name taken out] asked"]


def test_a_line_of_raw_notes_that_names_them_keeps_its_other_words(desk, session, vashti):
    erasure.erase(desk, vashti)
    notes = str(sessions.record(desk, session).unknown["raw_notes"])
    assert "1040 [name taken out] left early" in notes
    assert "1041 Bram: Nobody rings back" in notes
    assert not any(part in notes for part in PARTS)


def test_no_letter_of_their_name_is_left_beside_it_nor_comes_back_with_a_file(desk, session, vashti):
    capture.add(desk, session, NewLine(text="Vashti O. left early, and V. Oddfellow was late"))
    record = sessions.record(desk, session)
    file = session_file.write(record, between_laptops.of(desk, record))
    erasure.erase(desk, vashti)
    left = "[name taken out] left early, and [name taken out] was late"
    assert left in [line.text for line in capture.lines(desk, session)]
    merge.import_file(desk, file)
    assert values_with(desk, "O. left", "V. ") == []
