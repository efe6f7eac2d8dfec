"""About you: nine characteristics and caring, in the organisation's wording; only totals are kept, and small ones hidden."""

from __future__ import annotations

import pytest

from coprod_desktop.domain.measures import safe_counts
from coprod_desktop.errors import UserError
from coprod_desktop.services import about_you, evaluation, sessions
from tests.desks import every_value
from tests.unpack import words_in


@pytest.fixture
def session(desk):
    return sessions.start_now(desk)[0]


def test_all_nine_and_carer_are_there_each_with_prefer_not_to_say_last(desk):
    asked = about_you.questions(desk)
    assert [q.characteristic for q in asked] == list(about_you.CHARACTERISTICS)
    assert len(asked) == 10
    assert all(q.answers[-1] == "prefer not to say" for q in asked)


def test_the_wording_is_the_organisations_and_can_go_back(desk):
    about_you.set_wording(
        desk, "race", "What is your ethnic group?", ["Prefer not to say", "Welsh", "Another"], "ONS 2021"
    )
    race = next(q for q in about_you.questions(desk) if q.characteristic == "race")
    assert (race.words, race.answers, race.source) == (
        "What is your ethnic group?",
        ("Welsh", "Another", "prefer not to say"),
        "ONS 2021",
    )
    assert "What is your ethnic group?" in evaluation.seen(desk, sessions.start_now(desk)[0]).offered
    about_you.use_ours(desk, "race")
    assert "Ethnic group" in about_you.as_asked(desk)
    about_you.set_wording(desk, "race", "Your ethnic group", ["A", "B"], None)
    assert "Your ethnic group" in about_you.as_asked(desk)
    with pytest.raises(UserError):
        about_you.set_wording(desk, "race", "One answer", ["A"], None)


def test_forms_become_totals_and_no_step_between_them_is_kept(desk, session):
    for answer in ("yes", "no", "yes"):
        about_you.add_form(desk, session, {"Disabled": answer, "Sex": ""})
    assert about_you.running(desk, session) == (3, {"Disabled": {"no": 1, "yes": 2}})
    about_you.write_down(desk, session)
    about_you.add_form(desk, session, {"Disabled": "yes"})
    about_you.write_down(desk, session)
    record = sessions.record(desk, session).session
    assert record.about_you_counts == {"Disabled": {"no": 1, "yes": 3}}
    assert record.evaluation_forms is None
    kept = [value for table, value in every_value(desk) if table in {"revision", "draft"}]
    assert not any('"yes":2' in value or '"yes": 2' in value for value in kept)
    assert about_you.running(desk, session)[0] == 0


def test_skipping_every_question_is_possible(desk, session):
    about_you.add_form(desk, session, {})
    assert about_you.running(desk, session) == (1, {})


def test_counts_under_five_are_hidden_and_what_gives_them_away(desk, session):
    for answer in ["yes"] * 10 + ["no"] * 5 + ["prefer not to say"] * 2:
        about_you.add_form(desk, session, {"Disabled": answer})
    about_you.write_down(desk, session)
    groups, _ = safe_counts(sessions.record(desk, session).session.about_you_counts, None)
    shown = {line.label: line.count for group in groups for line in group.lines}
    assert shown["prefer not to say"] is None
    assert sum(count is None for count in shown.values()) >= 2


def test_the_blank_form_asks_everything_and_holds_nobodys_data(desk, tmp_path):
    made = about_you.make_form(desk, tmp_path)
    assert {path.suffix for path in made.paths} >= {".pdf", ".docx", ".html", ".txt"}
    for path in made.paths:
        told = words_in(path)
        for question in about_you.questions(desk):
            assert question.words in told
        assert "Prefer not to say" in told or "to-read-aloud" in path.name


def test_the_form_typed_last_goes_out_of_the_totals_again(desk, session):
    about_you.add_form(desk, session, {"Disabled": "yes"})
    about_you.add_form(desk, session, {"Disabled": "no"})
    about_you.take_back(desk, session, {"Disabled": "no"})
    assert about_you.running(desk, session) == (1, {"Disabled": {"yes": 1}})
