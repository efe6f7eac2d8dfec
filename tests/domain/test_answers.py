"""Each answer is one row, and whoever shows, prints or checks an answer reads its row."""

from dataclasses import fields

import pytest

from coprod_desktop.domain import answers
from coprod_desktop.domain.answers import Binds
from coprod_desktop.domain.record import Point
from coprod_desktop.domain.words import AnswerKind, Outcome

POINT = {f.name for f in fields(Point)} | {"asked"}


def test_every_answer_and_every_ending_has_a_row():
    assert list(answers.ROWS) == list(AnswerKind)
    assert set(answers.OUTCOMES) == set(Outcome) - {Outcome.POINT}


@pytest.mark.parametrize("kind", list(AnswerKind))
def test_a_row_is_whole(kind):
    row = answers.row(kind)
    assert row.words
    assert not row.words.endswith(".")
    assert {ask.field for ask in row.asks} <= POINT
    assert len({ask.field for ask in row.asks}) == len(row.asks)
    assert all(bool(ask.lacks) == bool(ask.missing) for ask in row.asks)
    assert (row.begins is not None) == (row.binds is Binds.PROMISE)


def test_what_we_do_already_is_neither_a_promise_nor_a_no_and_looks_done():
    row = answers.row(AnswerKind.ALREADY)
    assert row.binds is Binds.NEITHER
    assert row.look is answers.Look.DONE
