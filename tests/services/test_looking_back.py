"""Slips and forms of looking back typed into totals: nothing of one form can be told later, words are kept as they may be."""

from __future__ import annotations

import datetime

import pytest

from coprod_desktop.domain.group_record import WorkGroup
from coprod_desktop.domain.looked_back_record import LookedBack, Measured, MeasureUnit
from coprod_desktop.domain.words import ANONYMOUS, Rung
from coprod_desktop.errors import UserError
from coprod_desktop.services import capture, group_measures, looking_back, people, sessions, workspace
from coprod_desktop.services.looking_back import Of, Slip
from coprod_desktop.services.rights import erasure
from coprod_desktop.store import looking_back as rows
from coprod_desktop.store import reading
from tests.desks import every_value

YES = {"had a say": "yes", "could take part": "no"}


@pytest.fixture
def session(desk):
    made, _ = sessions.new(desk, title="Forum")
    return made


@pytest.fixture
def group(desk):
    with desk.store.write() as tx:
        tx.add(WorkGroup(id="g", name="Steering", kind="steering group"), session=None)
    return "g"


def one(desk, row):
    with desk.store.read() as connection:
        return reading.one(connection, LookedBack, row)


def test_slips_become_totals_and_their_words_a_line_of_nobodys(desk, session):
    of = Of(session=session)
    for answers in (YES, YES, {"had a say": "no"}):
        looking_back.add_form(desk, of, "slip", Slip(answers=answers))
    line, _ = looking_back.add_form(desk, of, "slip", Slip(words="More breaks", may_quote=True))
    row, _ = looking_back.write_down(desk, of, "slip")

    found = one(desk, row)
    assert (found.forms, found.session_id, found.words) == (4, session, None)
    assert found.answers == {"had a say": {"yes": 2, "no": 1}, "could take part": {"no": 2}}
    assert capture.one(desk, line).speaker == ANONYMOUS
    assert capture.one(desk, line).at is None
    assert looking_back.seen(desk, of, "slip").running.forms == 0


def test_what_is_written_down_on_the_same_day_is_one_row_and_no_step_from_one_form_to_the_next_is_kept(desk, session):
    of = Of(session=session)
    looking_back.add_form(desk, of, "slip", Slip(answers={"had a say": "partly"}))
    first, _ = looking_back.write_down(desk, of, "slip")
    looking_back.add_form(desk, of, "slip", Slip(answers={"had a say": "no"}))
    second, _ = looking_back.write_down(desk, of, "slip")
    assert first == second
    assert one(desk, first).answers == {"had a say": {"partly": 1, "no": 1}}
    kept = [value for table, value in every_value(desk) if table in ("revision", "draft") and '"partly":1' in value]
    assert not kept, "what it was before would be one person's answers"


def test_words_of_a_group_stand_together_in_the_order_of_the_alphabet(desk, group):
    of = Of(group=group)
    for words in ("Zoom is hard", "A later start"):
        looking_back.add_form(desk, of, "members", Slip(words=words))
    row, _ = looking_back.write_down(desk, of, "members")
    assert one(desk, row).words == "A later start\nZoom is hard"


def test_who_is_erased_takes_the_words_with_their_name_along_and_the_totals_stay(desk, group, session):
    person, _ = people.add(desk, session, "Winifred Okonjo-Bell", "resident")
    of = Of(group=group)
    looking_back.add_form(desk, of, "members", Slip(answers={"equality": "no"}, words="Ask Winifred Okonjo-Bell"))
    erasure.erase(desk, person)
    running = looking_back.seen(desk, of, "members").running
    assert (running.forms, running.answers) == (1, {"equality": {"no": 1}})
    assert not any("Okonjo" in words for words in running.words)


def test_the_last_form_is_taken_back_with_its_line(desk, session):
    of, slip = Of(session=session), Slip(answers=YES, words="More breaks")
    line, _ = looking_back.add_form(desk, of, "slip", slip)
    looking_back.take_back(desk, of, "slip", slip, line)
    assert looking_back.seen(desk, of, "slip").running.forms == 0
    assert not capture.lines(desk, session)


def test_members_and_staff_are_counted_apart(desk, group):
    of = Of(group=group)
    for who, answer in (("members", "to people"), ("staff", "with people")):
        looking_back.add_form(desk, of, who, Slip(answers={"done to, for, with": answer}))
        looking_back.write_down(desk, of, who)
    with desk.store.read() as connection:
        found = rows.of(connection, group=group)
    assert {row.by.value: row.answers["done to, for, with"] for row in found} == {
        "members": {"to people": 1},
        "staff": {"with people": 1},
    }


def test_the_rung_has_who_decided_it(desk, group):
    """Features: "the different levels of participation in decision-making": rung aimed for, reached, who decided."""
    of = Of(group=group)
    looking_back.add_form(desk, of, "members", Slip(answers={"rung reached": "consultation"}))
    row, _ = looking_back.write_down(desk, of, "members")
    with pytest.raises(UserError, match="who decided"):
        looking_back.decide_rung(desk, row, aimed=Rung.CO_DESIGN, reached=Rung.CONSULTATION, decided_by=" ")
    looking_back.decide_rung(desk, row, aimed=Rung.CO_DESIGN, reached=Rung.CONSULTATION, decided_by="Members, by hands")
    assert (one(desk, row).rung_reached, one(desk, row).rung_decided_by) == (Rung.CONSULTATION, "Members, by hands")


@pytest.mark.parametrize(
    ("act", "words"),
    [
        (lambda d, of: looking_back.write_down(d, of, "slip"), "No form is counted yet"),
        (lambda d, of: looking_back.add_form(d, of, "slip", Slip(answers={"had a say": "maybe"})), "is no answer"),
        (
            lambda d, of: looking_back.write_down(d, of, "slip", d.today() + datetime.timedelta(1)),
            "still to come",
        ),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(desk, session, act, words):
    with pytest.raises(UserError, match=words):
        act(desk, Of(session=session))


# ---- measures


def test_a_measure_is_kept_with_question_number_sample_day_and_source(desk, group):
    of = Of(group=group)
    group_measures.add(
        desk, of, question="I have choice", what=Measured.BASELINE, value=599, unit=MeasureUnit.PERCENT, asked=400,
        answered=212, source="Our survey",
    )  # fmt: skip
    with desk.store.read() as connection:
        (found,) = rows.measures(connection, group=group)
    assert (found.value, found.asked, found.answered, found.source) == (599, 400, 212, "Our survey")
    workspace.undo(desk)
    with desk.store.read() as connection:
        assert not rows.measures(connection, group=group)


def test_a_measure_that_cannot_be_changes_nothing(desk, group):
    row, _ = group_measures.add(
        desk, Of(group=group), question="Q", what=Measured.AFTER, value=500, unit=MeasureUnit.PERCENT, asked=10
    )
    with pytest.raises(UserError, match="cannot be"):
        group_measures.change(desk, row, value=1200)
    with pytest.raises(UserError, match="only 10 were asked"):
        group_measures.change(desk, row, answered=12)
    with desk.store.read() as connection:
        assert rows.measures(connection, group=group)[0].value == 500


def test_those_of_a_group_are_also_those_of_its_sessions(desk, group, session):
    sessions.change(desk, session, group_id=group)
    looking_back.add_form(desk, Of(session=session), "slip", Slip(answers=YES))
    looking_back.write_down(desk, Of(session=session), "slip")
    with desk.store.read() as connection:
        assert len(rows.of(connection, group=group)) == 1
