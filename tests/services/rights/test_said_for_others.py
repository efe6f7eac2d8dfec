"""A supporter, or an interpreter, is erased: what they said for somebody stays, for it is that person's; their name goes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from coprod_desktop.domain.permission import Circle, Purpose, Voices
from coprod_desktop.domain.words import AnswerKind, WhoseWords
from coprod_desktop.errors import UserError
from coprod_desktop.services import answers, capture, holds, people, permissions, sessions, versions, workspace
from coprod_desktop.services.bring_in import between_laptops, merge, session_file
from coprod_desktop.services.holds import Scope
from coprod_desktop.services.making import papers
from coprod_desktop.services.permissions import Answer
from coprod_desktop.services.rights import covering, erasure, everything, finding
from tests.desks import every_value
from tests.rules.making import bring, line

WORDS = "He wants his kazoo back, Vashti said so twice"
LEFT = "He wants his kazoo back, [name taken out] said so twice"
CARD = "He held up the card that says yes"


@pytest.fixture
def session(desk):
    return bring(
        desk,
        entries=[
            line(1, WORDS, "p1", said_for="p2"),
            line(2, CARD, "p1", said_for="p2", whose_words="our description"),
            line(3, "My own quinquereme sank", "p1"),
        ],
    )


@pytest.fixture
def vashti(desk, session):
    return finding.find_person(desk, "Vashti Oddfellow")


@pytest.fixture
def bram(desk, session):
    return finding.find_person(desk, "Bram Tolliver")


def said(desk, session):
    return [(e.text, e.speaker, e.said_for, e.whose) for e in sessions.record(desk, session).entries]


def carried(here, there, session):
    record = sessions.record(here, session)
    return merge.import_file(there, session_file.write(record, between_laptops.of(here, record)))


def test_the_words_stay_his_and_she_is_named_nowhere(desk, session, vashti, bram):
    theirs = [e.id for e in capture.lines(desk, session) if e.said_for]
    point, _ = answers.add_point(desk, session, "The kazoo", theirs, answer=AnswerKind.WILL, text="We look for it")
    capture.change(desk, theirs[0], theme="Music")
    erasure.erase(desk, vashti)
    assert said(desk, session) == [
        (LEFT, None, bram, WhoseWords.SUPPORTER),
        (CARD, None, bram, WhoseWords.DESCRIPTION),
    ]
    assert [p.you_said for p in sessions.record(desk, session).points if p.id == point] == ["The kazoo"]
    assert [v for _, v in every_value(desk) if "Vashti" in v or "quinquereme" in v] == []
    with desk.store.read() as connection:
        older = connection.exec_driver_sql("select old from revision where noun = 'entry'").scalars().all()
    assert older
    assert not any(vashti in old for old in older)
    workspace_undone(desk)
    assert all(speaker is None for _, speaker, _, _ in said(desk, session))


def workspace_undone(desk) -> None:
    for _ in range(10):
        try:
            workspace.undo(desk)
        except UserError:
            return


def test_it_is_told_before_and_stands_in_her_record_as_another_persons_words(desk, session, vashti):
    asked = erasure.before(desk, vashti)
    assert "1 thing they said, in every version" in " ".join(asked.goes)
    assert (
        "2 things they said for somebody else stay: the words are that person's. Nobody is named as having said them."
        in asked.stays
    )
    about = everything.everything(desk, vashti)
    (part,) = [p for p in about.parts if p.title == "What they said for somebody else"]
    assert ("Words", WORDS) in part.kept[0].facts or WORDS in str(part.kept[0].facts)
    assert "kazoo" not in str(covering.covered(desk, vashti, about))


def test_a_paper_signs_it_as_a_supporters_still(desk, session, vashti, bram, tmp_path):
    people.agree(desk, session, bram, "quote", "2026-10-06")
    line_id = next(e.id for e in capture.lines(desk, session) if e.text == WORDS)
    capture.change(desk, line_id, text="He wants his kazoo back")
    erasure.erase(desk, vashti)
    papers.review(desk, session)
    made = papers.make(desk, session, ["text"], tmp_path / "papers").paths
    words = next(path for path in made if path.suffix == ".txt").read_text()
    assert "He wants his kazoo back" in words
    assert "A supporter, for" in words
    assert "Vashti" not in words


@pytest.mark.parametrize("purpose", [Purpose.QUOTE, Purpose.OTHER_WORDS])
def test_what_she_refused_goes_on_closing_it(desk, session, vashti, bram, purpose):
    people.agree(desk, session, vashti, purpose, "no")
    erasure.erase(desk, vashti)
    record = sessions.record(desk, session)
    for entry in record.entries:
        assert not record.permissions.may_quote(entry.voices, Circle.CAME)
        assert record.permissions.may_tell(entry.voices, Circle.CAME) == (purpose is Purpose.QUOTE)


def test_a_no_of_hers_that_his_yes_answered_closes_nothing(desk, session, vashti, bram):
    people.agree(desk, session, vashti, "quote", "no")
    entry = next(e for e in sessions.record(desk, session).entries if e.said_for)
    before = sessions.record(desk, session).permissions
    over = before.refusals(entry.voices, Purpose.QUOTE, Circle.ANYONE)
    permissions.ask_lines(desk, session, {entry.id: Answer(allowed=True, over=over)})
    assert sessions.record(desk, session).permissions.may_quote(entry.voices, Circle.ANYONE)
    erasure.erase(desk, vashti)
    left = Voices(entry.id, None, bram)
    assert sessions.record(desk, session).permissions.may_quote(left, Circle.ANYONE)


@pytest.mark.parametrize("who", ["bram", "vashti"])
def test_a_hold_on_either_of_the_two_keeps_both(desk, session, vashti, bram, who):
    held = {"bram": bram, "vashti": vashti}[who]
    with desk.store.write() as tx:  # on no list together: what holds is that one spoke for the other
        for table in ("attendance", "need"):
            tx.connection.exec_driver_sql(f"delete from {table}")
    holds.place(desk, Scope.PERSON, held, "A complaint", "Legal")
    for person in (bram, vashti):
        with pytest.raises(UserError, match="held"):
            erasure.erase(desk, person)
    assert len(capture.lines(desk, session)) == 3


@pytest.mark.parametrize("first", ["supporter", "person"])
def test_when_both_are_erased_nothing_is_left_in_either_order(desk, session, vashti, bram, first):
    for person in (vashti, bram) if first == "supporter" else (bram, vashti):
        erasure.erase(desk, person)
    assert said(desk, session) == []
    assert [v for _, v in every_value(desk) if "kazoo" in v] == []


@pytest.mark.parametrize("between", [True, False])
def test_no_laptop_and_no_file_says_again_who_said_it_or_takes_it_away(desk, session, vashti, bram, tmp_path, between):
    people.agree(desk, session, vashti, "quote", "no")
    desk.store.checkpoint()
    other = workspace.unlock(Path(shutil.copytree(desk.store.folder, tmp_path / "other")), None)
    try:
        capture.add(other, session, capture.NewLine(text="He likes his zither", speaker=vashti, said_for=bram))
        record = sessions.record(other, session)
        still = session_file.write(record, between_laptops.of(other, record) if between else None)
        erasure.erase(desk, vashti)
        for _ in range(2):
            merge.import_file(desk, still)
            assert [(text, who, whom) for text, who, whom, _ in said(desk, session)] == [
                (LEFT, None, bram), (CARD, None, bram), ("He likes his zither", None, bram)
            ]  # fmt: skip
            here = sessions.record(desk, session)
            assert not any(here.permissions.may_quote(e.voices, Circle.CAME) for e in here.entries)
        carried(desk, other, session)
        assert sorted(said(other, session)) == sorted(said(desk, session))
        assert [v for _, v in every_value(other) if "Vashti" in v or "quinquereme" in v] == []
        there = sessions.record(other, session)
        assert not any(there.permissions.may_quote(e.voices, Circle.CAME) for e in there.entries)
        carried(other, desk, session)
        assert len(said(desk, session)) == 3
        assert not [*versions.waiting(desk), *versions.waiting(other)]
    finally:
        workspace.close(other)
