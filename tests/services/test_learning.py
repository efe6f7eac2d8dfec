"""What was learnt, given to another facilitator by file: no names, a version, and a clear refusal of what is no such file."""

import json

import pytest

from coprod_desktop.domain.log_record import Publicity
from coprod_desktop.errors import UserError
from coprod_desktop.services import bin as the_bin
from coprod_desktop.services import learning, log
from coprod_desktop.services.seen import log as seen
from tests.groups import made_group, made_member


@pytest.fixture
def group(desk):
    return made_group(desk)


def learnt(desk, group, words, **fields):
    line, _ = log.add(desk, words, group=group, kind="learning")
    for name, value in fields.items():
        log.change(desk, line, name, value)
    return line


def words_of(desk, group):
    return [row.line.words for row in seen.seen(desk, group=group).rows]


def test_learning_alone_goes_out_and_comes_in_private_once(desk, group, tmp_path):
    """000 "community of practice": learning notes, what worked, what did not, shared between facilitators by file."""
    learnt(desk, group, "Tea first worked", tried="Tea at ten, talk at half past", theme="Access to meetings")
    log.add(desk, "Agreed to meet on Tuesdays", group=group, kind="decision")
    given = learning.give(desk, tmp_path / "learnt.json", group=group)
    assert (given.many, given.stayed) == (1, ())
    text = given.path.read_text("utf-8")
    assert "Tuesdays" not in text
    assert group not in text
    assert json.loads(text)["format"] == "coprod-learning/1"
    other = made_group(desk, "Another group")
    came = learning.bring_in(desk, given.path, other)
    assert (came.added, came.here_already) == (1, 0)
    (row,) = seen.seen(desk, group=other).rows
    assert (row.line.tried, row.line.theme) == ("Tea at ten, talk at half past", "Access to meetings")
    assert (row.line.publicity, row.line.confirmed) == (Publicity.PRIVATE, True)
    again = learning.bring_in(desk, given.path, other)
    assert (again.added, again.here_already) == (0, 1)


def test_what_names_somebody_stays_and_is_told(desk, group, tmp_path):
    made_member(desk, group, "Gurpreet Sandhu")
    for words in ("Gurpreet likes tea first", "Ring Mrs Wetherby before", "Ring 07700 900123 first"):
        learnt(desk, group, words)
    with pytest.raises(UserError, match="could tell who somebody is"):
        learning.give(desk, tmp_path / "learnt.json", group=group)
    assert not list(tmp_path.glob("*.json"))
    learnt(desk, group, "Tea first worked", tried="Ask Gurpreet")
    learnt(desk, group, "Slides did not work")
    given = learning.give(desk, tmp_path / "learnt.json", group=group)
    assert (given.many, len(given.stayed)) == (1, 4)
    assert "Gurpreet" not in given.path.read_text("utf-8")
    assert "07700" not in given.path.read_text("utf-8")


def test_what_was_emptied_from_the_bin_does_not_come_back_by_the_file(desk, group, tmp_path):
    learnt(desk, group, "Tea first worked")
    given = learning.give(desk, tmp_path / "learnt.json", group=group)
    other = made_group(desk, "Another group")
    learning.bring_in(desk, given.path, other)
    (row,) = seen.seen(desk, group=other).rows
    log.take_away(desk, row.id)
    assert learning.bring_in(desk, given.path, other).added == 0
    the_bin.empty(desk, [("log_line", row.id)])
    assert learning.bring_in(desk, given.path, other).added == 0
    assert words_of(desk, other) == []


def _file(**change):
    uid = "0191d6a0-0000-7000-8000-0000000000aa"
    row = {"uid": uid, "kind": "learning", "on": "2026-03-02", "words": "Tea first worked"}
    return {"format": "coprod-learning/1", "learning": [{**row, **change}]}


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "cannot be read"),
        (b"\xff\xfe", "cannot be read"),
        (b"[" * 100_000, "cannot be read"),
        (b"[]", "not a file of learning"),
        (b'{"format": "coprod-session/1"}', "not a file of learning"),
        (b'{"format": "coprod-learning/2", "learning": []}', "newer program"),
        (b'{"format": "coprod-learning/1", "learning": {}}', "holds something else"),
        (b'{"format": "coprod-learning/1", "learning": [], "people": []}', "holds something else"),
        (_file(kind="decision"), "line 1: expected a kind that is shared"),
        (_file(kind=["learning"]), "line 1: expected a kind that is shared"),
        (_file(who="Gurpreet"), "nothing called “who”"),
        (_file(publicity="anyone"), "nothing called “publicity”"),
        (_file(uid="7"), "its own number"),
        (_file(on="soon"), "its day"),
        (_file(on=7), "its day"),
        (_file(words=" "), "expected words"),
        (_file(words=7), "to be words"),
        (_file(words="a" * 20_000), "at most 4,000"),
        (_file(words="a\x00b"), "to be words"),
        (_file(tried=["x"]), "to be words"),
        ({"format": "coprod-learning/1", "learning": _file()["learning"] * 2}, "same line twice"),
        ({"format": "coprod-learning/1", "learning": [7]}, "line 1"),
    ],
)
def test_a_file_that_is_none_is_refused_and_nothing_of_it_stays(desk, group, tmp_path, data, why):
    path = tmp_path / "learnt.json"
    path.write_bytes(data if isinstance(data, bytes) else json.dumps(data).encode())
    with pytest.raises(UserError, match="Nothing of it was stored") as told:
        learning.bring_in(desk, path, group)
    assert why in str(told.value)
    assert words_of(desk, group) == []


def test_words_that_look_like_a_formula_or_a_path_come_in_as_words(desk, group, tmp_path):
    path = tmp_path / "learnt.json"
    path.write_text(json.dumps(_file(words='=HYPERLINK("x") ../../etc <b>', tried="½ 漢字 😀\nline two")), "utf-8")
    learning.bring_in(desk, path, group)
    assert words_of(desk, group) == ['=HYPERLINK("x") ../../etc <b>']


def test_a_folder_that_takes_nothing_is_said(desk, group, tmp_path):
    learnt(desk, group, "Tea first worked")
    with pytest.raises(UserError, match="Choose another folder"):
        learning.give(desk, tmp_path / "nowhere" / "learnt.json", group=group)


def test_what_is_only_guessed_to_be_learning_stays(desk, group, tmp_path):
    guessed, _ = log.add(desk, "Next time we go by bus", "learnt", group=group)
    with pytest.raises(UserError, match="Nobody has said yet"):
        learning.give(desk, tmp_path / "learnt.json", group=group)
    log.confirm(desk, guessed, "learning")
    assert learning.give(desk, tmp_path / "learnt.json", group=group).many == 1
