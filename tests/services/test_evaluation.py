"""Forms typed in order become totals in no order: nothing here, in its history or on a paper is one person's form."""

from __future__ import annotations

import json
import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coprod_desktop.domain.check.printable import PrintableLines
from coprod_desktop.errors import UserError
from coprod_desktop.publish.gate import open_gate
from coprod_desktop.services import capture, drafts, evaluation, sessions, workspace
from coprod_desktop.services.bring_in import merge
from coprod_desktop.services.evaluation import Form
from tests.desks import every_value
from tests.services.bring_in.test_laptops import written

EIGHT = [
    Form(stars=5, about={"Disabled": "yes"}, words="The tea was warm and I could stay", may_quote=True),
    Form(stars=5, about={"Disabled": "no"}),
    Form(stars=4, about={"Disabled": "yes"}),
    Form(stars=4, about={"Disabled": "no"}, words="Too loud at the back for me", may_quote=False),
    Form(stars=3, about={"Disabled": "yes"}),
    Form(stars=5, about={"Disabled": "no"}),
    Form(about={"Disabled": "yes"}),
    Form(stars=5, about={"Disabled": "yes"}),
]


def typed(desk, forms=EIGHT, *, down=True):
    session, _ = sessions.new(desk, title="How was it", date=desk.today(), attended=9)
    evaluation.ask(desk, session, "Disabled", ["yes", "no", "prefer not to say"])
    for form in forms:
        evaluation.add_form(desk, session, form)
    if down:
        evaluation.write_down(desk, session)
    return session


def test_eight_forms_in_order_are_eight_people(desk):
    found = sessions.one(desk, typed(desk))
    assert found.evaluation_forms == 8
    assert dict(found.stars) == {"5": 4, "4": 2, "3": 1}
    assert found.about_you_counts == {"Disabled": {"no": 3, "yes": 5}}


def test_it_prints_as_the_same_totals_from_a_file(desk):
    session = typed(desk)
    file = json.loads(written(desk, session))
    about = {"type": "listening space", "date": f"{desk.today()}", "attended": 9}
    about |= {
        "evaluation_forms": 8,
        "stars": {"3": 1, "4": 2, "5": 4},
        "about_you_counts": {"Disabled": {"yes": 5, "no": 3}},
    }
    from_file = {"format": file["format"], "id": "other", "title": file["title"], "session": about}
    other = merge.import_file(desk, json.dumps(from_file).encode()).session
    mine, theirs = (open_gate(sessions.record(desk, s), (), desk.today()).evaluation for s in (session, other))
    assert mine.forms == theirs.forms == 8
    assert (mine.stars, mine.mean, mine.response_percent) == (theirs.stars, theirs.mean, theirs.response_percent)
    assert [(h, {(line.label, line.count, line.hidden_as) for line in lines}) for h, lines in mine.about_you] == [
        (h, {(line.label, line.count, line.hidden_as) for line in lines}) for h, lines in theirs.about_you
    ]


def test_words_are_a_line_of_nobodys_with_their_own_permission(desk):
    session = typed(desk, down=False)
    record = sessions.record(desk, session)
    said = PrintableLines(record)
    assert [(e.text, said.allows_words(e)) for e in record.entries] == [
        ("The tea was warm and I could stay", True),
        ("Too loud at the back for me", False),
    ]
    assert {(e.at, e.speaker, e.sheet, e.theme) for e in record.entries} == {
        (None, "anonymous", evaluation.SHEET, None)
    }


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=10)
@given(st.integers(0, 10_000))
def test_whatever_order_they_were_typed_in_the_database_holds_the_same_totals(desk, seed):
    forms = list(EIGHT)
    random.Random(seed).shuffle(forms)
    held = []
    for order in (EIGHT, forms):
        session = typed(desk, order, down=False)
        (kept,) = drafts.of_session(desk, session)
        held.append(kept.words)
        evaluation.write_down(desk, session)
        found = sessions.one(desk, session)
        held.append([list(found.stars.items()), json.dumps(found.about_you_counts)])
    assert held[:2] == held[2:]


def test_nothing_holds_what_the_totals_were_before(desk):
    session = typed(desk, EIGHT[:7])
    evaluation.ask(desk, session, "Disabled", ["yes", "no"])
    evaluation.add_form(desk, session, EIGHT[7])
    evaluation.write_down(desk, session)
    held = [value for table, value in every_value(desk) if table in {"revision", "undo_step", "draft"}]
    assert not [
        value for value in held if '"Disabled' in value or '\\"5\\"' in value or '"evaluation_forms":7' in value
    ]
    assert sessions.one(desk, session).evaluation_forms == 8
    assert sum(sessions.one(desk, session).stars.values()) == 7


def test_undo_takes_no_form_back(desk):
    session = typed(desk)
    capture.add(desk, session, capture.NewLine(text="The hall was warm"))
    workspace.undo(desk)
    assert sessions.one(desk, session).evaluation_forms == 8


def test_the_last_form_can_be_taken_back_with_its_line(desk):
    session = typed(desk, EIGHT[1:], down=False)
    line, _ = evaluation.add_form(desk, session, EIGHT[0])
    before = evaluation.seen(desk, session).running
    assert before.forms == 8
    evaluation.take_back(desk, session, EIGHT[0], line)
    running = evaluation.seen(desk, session).running
    assert (running.forms, running.stars["5"]) == (7, before.stars["5"] - 1)
    assert [e.text for e in sessions.record(desk, session).entries] == ["Too loud at the back for me"]


def test_more_forms_come_beside_those_of_a_file(desk):
    about = {"type": "evaluation session", "date": "2026-12-03", "evaluation_forms": 10, "stars": {"5": 6, "1": 4}}
    about["about_you_counts"] = {"carer: yes": 4, "carer: no": 6}
    file = {"format": "coprod-session/1", "id": "e", "title": "E", "session": about}
    session = merge.import_file(desk, json.dumps(file).encode()).session
    evaluation.add_form(desk, session, Form(stars=1))
    evaluation.write_down(desk, session)
    found = sessions.one(desk, session)
    assert (found.evaluation_forms, found.stars) == (11, {"5": 6, "1": 5})
    assert found.about_you_counts == about["about_you_counts"]


def test_an_empty_form_is_a_form_and_none_is_none(desk):
    session = typed(desk, [Form()], down=False)
    assert evaluation.seen(desk, session).running.forms == 1
    other = typed(desk, [], down=False)
    with pytest.raises(UserError, match="No form"):
        evaluation.write_down(desk, other)
    with pytest.raises(UserError, match="at least two answers"):
        evaluation.ask(desk, other, "Age", ["all"])


def test_what_is_asked_no_more_keeps_what_was_ticked(desk):
    session = typed(desk, EIGHT, down=False)
    evaluation.ask_no_more(desk, session, "Disabled")
    evaluation.write_down(desk, session)
    assert sessions.one(desk, session).about_you_counts == {"Disabled": {"no": 3, "yes": 5}}
