"""What is changed before notes come in changes that line alone; a line too long is parted, no word of it lost."""

import datetime

import pytest

from coprod_desktop.domain.notes import preview, reading
from coprod_desktop.domain.notes.values import LONGEST_LINE, Cut
from tests.domain.notes.ruler import read


def test_who_what_and_when_of_a_thing_to_do_are_changed_each_by_itself():
    rows = preview.coming(read("Priti: We need a bus\nMo: Yes\nAction: Priti to ring the firm by Friday\nMo: No"), [])
    (row,) = [r for r in rows if r.cut.action is not None]

    def after(*changes):
        found = rows
        for what, words in changes:
            found = preview.with_todo(found, row.id, what, words)
        assert [r for r in found if r.id != row.id] == [r for r in rows if r.id != row.id]
        done = next(r for r in found if r.id == row.id).cut.action
        return done.what, done.who, done.when, done.due

    assert after() == ("ring the firm", "Priti", "Friday", None)
    assert after(("who", "Mo")) == ("ring the firm", "Mo", "Friday", None)
    assert after(("who", "")) == ("ring the firm", None, "Friday", None)
    assert after(("what", "write")) == ("write", "Priti", "Friday", None)
    assert after(("when", "4 May 2026")) == ("ring the firm", "Priti", "4 May 2026", datetime.date(2026, 5, 4))
    assert after(("when", "4 May 2026"), ("when", "")) == ("ring the firm", "Priti", None, None)


def test_a_line_longer_than_a_line_can_be_comes_in_parts_with_a_doubt_and_every_word():
    for words in ("tea " * (LONGEST_LINE // 2), "x" * (LONGEST_LINE + 5), "x" * LONGEST_LINE):
        said = [cut for cut in read(f"Jo: {words.strip()}\nMo: Yes\nJo: No").lines if cut.text not in {"Yes", "No"}]
        assert all(0 < len(cut.text) <= LONGEST_LINE and cut.speaker == "Jo" for cut in said)
        assert "".join(cut.text for cut in said).replace(" ", "") == words.replace(" ", "")
        assert [bool(cut.doubts) for cut in said] == [len(words.strip()) > LONGEST_LINE] * len(said)


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("seventeen letters", ["seventeen", "letters"]),
        ("x seventeenletters", ["x", "seventeenl", "etters"]),
        ("seventeenletters", ["seventeenl", "etters"]),
        ("ten-signs!", ["ten-signs!"]),
        ("ten-signs!x", ["ten-signs!", "x"]),
        ("a b c   d e f g", ["a b c   d", "e f g"]),
    ],
)
def test_a_long_line_is_parted_between_two_words_where_it_can_be(monkeypatch, words, parts):
    monkeypatch.setattr(reading, "LONGEST_LINE", 10)
    found = reading._short_enough(Cut(text=words, speaker="Jo", doubts=("hm",)))
    assert [cut.text for cut in found] == parts
    assert {cut.speaker for cut in found} == {"Jo"}
    doubt = f"It was longer than a line can be (10 characters), so it is in {len(parts)} parts."
    assert {cut.doubts for cut in found} == {("hm", doubt) if len(parts) > 1 else ("hm",)}
