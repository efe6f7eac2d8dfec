"""A point has one number, on every paper, letter and sheet of its session, whatever comes, moves or goes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from coprod_desktop.domain.words import AnswerKind
from coprod_desktop.publish import paper_kinds
from coprod_desktop.publish.render.braille import reading as braille
from coprod_desktop.services import answers, asking, said_back
from coprod_desktop.services.bring_in import between_laptops, merge, session_file
from coprod_desktop.services.making import letters, papers, questions
from coprod_desktop.store import reading
from tests.unpack import words_in

SAID = ("Zebra crossings fade", "Yellow buses", "Quiet rooms", "Purple letters")
STAND = tuple(said for said in SAID if said != SAID[1])
FORMATS = ("pdf", "large-print", "html", "docx", "text", "epub", "braille", "csv", "easy-read")


@pytest.fixture
def session(desk, home_care):
    """One with four new points, of which the second is taken away, and the last stands first."""
    ids = [
        answers.add_point(desk, home_care, said, answer=AnswerKind.WILL, text="We will.", owner="The team")[0]
        for said in SAID
    ]
    answers.remove_point(desk, ids[1])
    answers.move_point(desk, home_care, ids[3], -9)
    answers.add_point(desk, home_care, "One more", answer=AnswerKind.DONE, text="Done.")
    papers.review(desk, home_care)
    return home_care


def numbers(desk, session):
    return {p.you_said: p.number for p in asking.points(desk, session)}


def test_a_number_stays_when_others_come_move_or_go(desk, home_care):
    before = numbers(desk, home_care)
    assert sorted(before.values()) == list(range(1, len(before) + 1))
    made = [answers.add_point(desk, home_care, said)[0] for said in SAID]
    with_new = numbers(desk, home_care)
    answers.remove_point(desk, made[1])
    answers.move_point(desk, home_care, made[3], -9)
    answers.add_point(desk, home_care, "One more")
    after = numbers(desk, home_care)
    assert {said: after[said] for said in before} == before
    assert [after[said] for said in SAID if said in after] == [with_new[s] for s in SAID if s != SAID[1]]
    assert after["One more"] == max(with_new.values()) + 1  # never the one that was taken away: it may be on paper


def test_it_comes_back_from_a_file(desk, session):
    with desk.store.read() as connection:
        record = reading.session_record(connection, session)
    data = json.loads(session_file.write(record, between_laptops.of(desk, record)))
    data["id"] = "another"
    for row in data["promises"]:
        row.pop("uid", None)
    again = merge.import_file(desk, json.dumps(data).encode()).session
    assert numbers(desk, again) == numbers(desk, session)


@pytest.mark.parametrize("kind", ["you-said-we-will", "you-said-we-did", "web"])
def test_every_format_prints_it_before_the_words(desk, session, tmp_path, kind):
    known = numbers(desk, session)
    made = papers.make(desk, session, FORMATS, tmp_path, kind=kind)
    for path in made.paths:
        words = braille.what_it_says(path.read_bytes(), contracted=False) if path.suffix == ".brf" else words_in(path)
        if path.suffix == ".brf" and "uncontracted" not in path.name:
            continue
        told = [said for said in STAND if said.casefold() in words.casefold()]
        assert told == list(STAND) or "part" in path.name  # Easy Read may be in two parts
        for said in told:
            assert before(words, said, path) == known[said], path.name


def before(words: str, said: str, path: Path) -> int:
    """Return the number that stands before these words."""
    words = " ".join(words.split())
    how = r"Number (\d+)\. You said: " if path.stem.endswith("script") else r"(\d+)\. You said:? "
    if path.suffix == ".csv":
        how = r"(\d+),\"?"
    found = re.search(how + re.escape(said), words, re.IGNORECASE)
    assert found, (path.name, words[:2000])
    return int(found[1])


def test_letters_and_questions_have_the_same(desk, session, tmp_path):
    record_of = asking.points(desk, session)
    with desk.store.read() as connection:
        record = reading.session_record(connection, session)
    who = next(p for p in record.people if any(e.speaker == p.id for e in record.entries))
    line = next(e for e in record.entries if e.speaker == who.id and e.publish == "yes")
    purple = next(p for p in record_of if p.you_said == "Purple letters")
    answers.put_under(desk, purple.id, [line.id])
    papers.review(desk, session)
    made = letters.make(desk, session, tmp_path, [who.id], ["text"], they_read_it=True)
    letter = next(words_in(p) for p in made.paths if not p.stem.endswith("script"))
    assert f"{purple.number}. You said: Purple letters" in letter
    assert "the number of what you mean" in letter
    sheet = questions.make(desk, session, tmp_path, {"The Director": [purple.id]}, ["text"])
    told = next(words_in(p) for p in sheet.paths if not p.stem.endswith("script"))
    assert f"{purple.number}. They said: Purple letters" in told
    compared = questions.compare(desk, session, tmp_path, ["text"])
    assert f"{purple.number}. You said: Purple letters" in words_in(compared.paths[0])


def test_easy_read_has_it_on_each_page(desk, session):
    known = numbers(desk, session)
    telling = paper_kinds.paper(paper_kinds.YOU_SAID_WE_WILL, papers.snapshot(desk, session)).easy
    for topic in telling.topics:
        found = re.fullmatch(r"(\d+)\. You said", topic.title)
        if found:
            said = " ".join(s.text for s in topic.sentences)
            named = [known[one] for one in SAID if one in known and one in said]
            assert not named or named == [int(found[1])]


def test_what_is_said_back_is_found_by_it(desk, session):
    points = said_back.points(desk, session)
    assert {p.number for p in points} == set(numbers(desk, session).values())
