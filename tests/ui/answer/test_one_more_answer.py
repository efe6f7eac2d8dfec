"""One row added to the table of answers is there wherever an answer is: no other place knows the answers by name."""

from __future__ import annotations

import datetime
from dataclasses import replace
from enum import StrEnum

import pytest

from coprod_desktop.domain import answers
from coprod_desktop.domain.answers import AnswerRow, AskedFor, Binds, Look
from coprod_desktop.domain.check.answers import is_whole, missing
from coprod_desktop.domain.check.findings import findings
from coprod_desktop.domain.check.kinds import FindingKind
from coprod_desktop.domain.promises import Standing
from coprod_desktop.domain.promises import standing as point_standing
from coprod_desktop.domain.words import AnswerKind
from coprod_desktop.publish.calendar_days import follow_up_days
from coprod_desktop.publish.document import Answer, Facts, Mark, Tone
from coprod_desktop.publish.gate import open_gate
from coprod_desktop.publish.spreadsheets import promises
from coprod_desktop.publish.stories.you_said_we_did import you_said_we_did
from coprod_desktop.publish.stories.you_said_we_will import you_said_we_will
from coprod_desktop.services import sessions
from coprod_desktop.services.seen.endings import answer_words, who_and_when
from coprod_desktop.services.seen.search import Followed
from coprod_desktop.ui.answer.answer_form import AnswerForm
from coprod_desktop.ui.follow_up.words import became
from coprod_desktop.ui.widgets.status_label import STATES
from tests.domain.making import DAY, entry, point, record

DUE = datetime.date(2026, 11, 6)


class More(StrEnum):
    """An answer that no table but one has heard of."""

    TRY = "try"


@pytest.fixture(autouse=True)
def row(monkeypatch):
    asks = (
        AskedFor(field="text", screen="What we will try", lacks=FindingKind.NO_PART, missing="what you will try"),
        AskedFor(field="owner", screen="Who tries it", paper="Who tries it"),
        AskedFor(field="due", screen="Until when", paper="Until when", brief="until {}"),
    )
    made = AnswerRow(
        words="We will try it out", binds=Binds.PROMISE, begins=Standing.NOT_DUE, look=Look.PART, tells=True, asks=asks
    )
    monkeypatch.setitem(answers.ROWS, More.TRY, made)
    return made


def tried(**fields):
    return replace(point(1, "A later bus", 1, answer=None, **fields), answer=More.TRY)


def test_it_is_asked_for_in_the_form(qtbot, row):
    form = AnswerForm()
    qtbot.addWidget(form)
    form.show_point("s", tried(), (), DAY)
    assert form.form.choices.of(More.TRY).text() == row.words
    assert form.answer() is More.TRY
    assert [form.form.textLabel.text(), form.form.ownerLabel.text(), form.form.dueLabel.text()] == [
        ask.screen for ask in row.asks
    ]
    assert form.form.reason.isHidden()


def test_check_and_the_lists_ask_for_what_it_asks(desk):
    half = tried(text=None)
    assert [m.words for m in missing(half)] == ["what you will try"]
    assert [f.kind for f in findings(record(half))] == ["no_part"]
    assert is_whole(tried())
    session, _ = sessions.new(desk, title="Buses", type="workshop", date=DAY)
    with desk.store.write("Added points") as tx:
        for n, one in enumerate((half, tried())):
            tx.add(replace(one, id=f"p{n}", answer=AnswerKind.WILL), session=session)
    with desk.store.write() as tx:
        tx.connection.exec_driver_sql("UPDATE point SET answer = ?", (str(More.TRY),))
    (line,) = sessions.every(desk)
    assert (line.points, line.answered) == (2, 1)


def test_papers_lists_and_calendars_print_it(row):
    snapshot = open_gate(record(entry(1, "The last bus is at six"), tried()), (), DAY)
    for paper in (you_said_we_will(snapshot), you_said_we_did(snapshot)):
        (answer,) = [b for b in paper.blocks if isinstance(b, Answer)]
        told = next(
            b
            for b in answer.blocks
            if not isinstance(b, Facts) and any(r.text == "We will try it out." for r in b.runs)
        )
        assert next(r.tone for r in told.runs if r.text == "We will try it out.") is Tone.WE_WILL
        (facts,) = [b for b in answer.blocks if isinstance(b, Facts)]
        assert {"Who tries it", "Until when"} <= {label for label, _ in facts.rows}
    (said,) = [b for b in you_said_we_will(snapshot).blocks if isinstance(b, Answer)]
    assert any(getattr(b, "mark", None) is Mark.HALF for b in said.blocks)
    assert row.words in promises(snapshot).rows[0]
    (event,) = follow_up_days(snapshot)
    assert event.summary.startswith("By this day we tell you")


def test_it_stands_and_looks_as_its_row_says(row):
    assert point_standing(tried(), DAY) is Standing.NOT_DUE
    assert point_standing(tried(), datetime.date(2026, 12, 1)) is Standing.OVERDUE
    state, words = answer_words(tried())
    assert words == row.words
    assert state in STATES
    assert who_and_when(tried(), DAY).endswith("until Fri 6 Nov")
    followed = became(Followed(entry(1, "The last bus is at six"), (tried(),), datetime.date(2026, 12, 1)))
    assert followed.state == "part"
    assert f"{row.words}. " in followed.detail
    assert "We said 6 November. We have not told you yet." in followed.detail


def test_every_look_is_drawn_on_screen():
    assert {str(look) for look in Look} <= set(STATES)
