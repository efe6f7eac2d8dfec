import datetime

import pytest

from coprod_desktop.domain.words import AnswerKind
from coprod_desktop.services import answers, capture, sessions, workspace
from coprod_desktop.services.seen import search

TODAY = datetime.date(2026, 11, 22)


def test_a_point_keeps_the_words_it_was_written_from(desk, home_care):
    said = capture.lines(desk, home_care)[21]
    point, _ = answers.add_point(desk, home_care, "Weekends are the worst", [said.id])
    answers.change_point(desk, point, answer=AnswerKind.WILL, text="We will look at weekends")
    record = sessions.record(desk, home_care)

    assert record.points[-1].from_entries == (said.id,)
    assert capture.one(desk, said.id).text == said.text


def test_a_half_filled_answer_saves(desk, home_care):
    point, _ = answers.add_point(desk, home_care, "Half")
    answers.change_point(desk, point, answer=AnswerKind.CANNOT)

    assert sessions.record(desk, home_care).points[-1].answer is AnswerKind.CANNOT


def test_points_move_and_lines_go_under_them_and_out(desk, home_care):
    points = sessions.record(desk, home_care).points
    answers.move_point(desk, home_care, points[2].id, -2)
    assert sessions.record(desk, home_care).points[0].id == points[2].id
    line = capture.lines(desk, home_care)[0].id
    answers.put_under(desk, points[2].id, [line])
    assert line in sessions.record(desk, home_care).points[0].from_entries
    answers.put_under(desk, points[2].id, [line], take_out=True)
    assert line not in sessions.record(desk, home_care).points[0].from_entries


def test_what_happened_to_what_she_said(desk, home_care):
    mo = next(p for p in sessions.record(desk, home_care).people if p.name.startswith("Mo"))
    followed = search.what_happened(desk, home_care, mo.id)

    rota = next(f for f in followed if "who's coming" in f.entry.text)
    assert [p.key for p in rota.points] == ["1"]
    assert any(not f.points for f in followed)


@pytest.mark.parametrize(
    ("typed", "nouns"),
    [
        ("burglars", {"entry"}),
        ("winif", {"person"}),
        ("cuthbert", {"session"}),
        ("posted friday", {"point"}),
        ('" * ( ) ^', set()),
    ],
)
def test_search_finds_in_everything(desk, home_care, typed, nouns):
    assert {f.noun for f in search.search(desk, typed)} == nouns


def test_search_looks_past_accents_and_forgets_what_was_taken_away(desk, home_care):
    assert search.search(desk, "brid o'sh")
    line = search.search(desk, "burglars")[0]
    assert line.title == "Listening space: home care"
    capture.remove(desk, line.id)
    assert search.search(desk, "burglars") == []
    workspace.undo(desk)
    assert search.search(desk, "burglars")
