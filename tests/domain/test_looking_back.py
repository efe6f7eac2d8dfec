"""Looking back: the forms, what was counted, where members and staff differ, what is hidden."""

from __future__ import annotations

import copy
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coprod_desktop import paths
from coprod_desktop.domain.content_table import WrongContent
from coprod_desktop.domain.looking_back import (
    BackForm,
    Question,
    as_public,
    beside,
    check_tally,
    commonest,
    in_order,
    never_used,
    parse_looking_back,
)
from coprod_desktop.domain.words import Rung
from coprod_desktop.errors import UserError

DATA = json.loads(paths.resource("content", "looking_back.json").read_text("utf-8"))
FORMS = parse_looking_back(DATA, list(Rung))


def test_the_slip_asks_three_things_and_the_year_what_the_sources_name():
    """Features: "HONESTY AND TRUST" (five values), "define those who access care and support as people with skills"
    (six features), "one of doing 'to' people with care and support needs" (to, for, with)."""
    slip, members, staff = (FORMS.form(name) for name in ("slip", "members", "staff"))
    assert [q.ask for q in slip.questions] == ["Had I a say?", "Could I take part?"]
    assert slip.words_asked == "What should change?"
    by_part = {name: [q.key for q in staff.questions if q.part == name] for name in ("values", "features", "elements")}
    assert by_part["values"] == ["honesty and trust", "equality", "access", "respect", "diversity"]
    assert len(by_part["features"]) == 6
    assert by_part["elements"] == ["co-design", "co-decision", "co-delivery", "co-evaluation"]
    assert {q.key for q in staff.questions} - {q.key for q in members.questions} == {*by_part["elements"]}
    assert FORMS.question("done to, for, with").answers == ("with people", "for people", "to people")
    assert FORMS.question("rung reached").answers == tuple(Rung)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data["forms"][0].update(parts=["nowhere"]),
        lambda data: data["parts"]["say"]["questions"][0].update(answers="maybe"),
        lambda data: data["parts"]["say"]["questions"][0].pop("key"),
        lambda data: data["forms"][0].update(colour="red"),
        lambda data: data.pop("forms"),
    ],
)
def test_a_form_that_cannot_be_read_is_refused_in_a_sentence(spoil):
    data = copy.deepcopy(DATA)
    spoil(data)
    with pytest.raises(WrongContent, match="looking back"):
        parse_looking_back(data, list(Rung))


def test_members_and_staff_stand_beside_each_other_and_where_they_differ_is_told():
    """Features: "usually involves people through consultation or engagement": both are shown if they differ."""
    members = {"rung reached": {"consultation": 7, "co-design": 1}, "equality": {"partly": 6, "yes": 2}}
    staff = {"rung reached": {"co-design": 5}, "equality": {"partly": 4, "yes": 1}, "co-design": {"never": 5}}
    found = {one.question.key: one for one in beside(FORMS, members, staff)}

    assert list(found) == ["rung reached", "equality", "co-design"], "in the order of the forms"
    assert found["rung reached"].differ
    assert not found["equality"].differ
    assert not found["co-design"].differ, "only staff were asked"


def test_the_same_answer_with_shares_far_apart_differs_too():
    (one,) = beside(FORMS, {"access": {"yes": 11, "no": 9}}, {"access": {"yes": 9, "no": 1}})
    assert one.differ


def test_what_was_never_done_together_is_told():
    """Features: "adopts the four elements of co-production": shows which are never used."""
    staff = {
        "co-design": {"often": 4, "never": 1},
        "co-decision": {"never": 5},
        "co-delivery": {"never": 2, "often": 2},
        "equality": {"never": 3},
    }
    assert never_used(FORMS, staff) == ("co-decision",)


def test_a_question_from_a_newer_program_is_shown_by_its_key():
    (one,) = beside(FORMS, {"hope": {"lots": 3}}, None)
    assert one.question.ask == "hope"


@pytest.mark.parametrize(
    ("forms", "tally", "words"),
    [
        (0, {}, "No form is counted yet"),
        (4, {"equality": {"yes": 5}}, "5 answered, and there are only 4 forms"),
        (4, {"equality": {"yes": -1}}, "less than 0"),
    ],
)
def test_numbers_that_cannot_be_are_refused_in_a_sentence(forms, tally, words):
    with pytest.raises(UserError, match=words):
        check_tally(forms, tally)


@settings(deadline=None)
@given(st.lists(st.integers(0, 30), min_size=3, max_size=3))
def test_no_count_below_five_is_on_a_paper(counts):
    tally = {"equality": dict(zip(("yes", "partly", "no"), counts, strict=True))}
    for _ask, lines in as_public(FORMS, tally):
        assert all(line.count is None or line.count == 0 or line.count >= 5 for line in lines)


MADE = {
    "answers": {"yesno": ["yes", "no"]},
    "parts": {
        "say": {"heading": "Say", "questions": [{"key": "k1", "ask": "Had I a say?", "answers": "yesno"}]},
        "elements": {"heading": "Four", "questions": [{"key": "k2", "ask": "Together?", "answers": "ladder"}]},
    },
    "forms": [
        {
            "form": "f",
            "name": "slip",
            "words": "Slip",
            "whom": "all",
            "parts": ["elements", "say"],
            "words_asked": "What?",
        },
        {"form": "g", "name": "year", "words": "Year", "whom": "staff", "parts": []},
    ],
}
SAY = Question("k1", "Had I a say?", ("yes", "no"), "say", "Say")
TOGETHER = Question("k2", "Together?", ("low", "high"), "elements", "Four")


def made(**changed):
    data = copy.deepcopy(MADE) | changed
    for form in data["forms"]:
        form.pop("form", None)
    return parse_looking_back(data, ["low", "high"])


def test_a_form_is_all_that_its_row_says():
    forms = made()
    assert forms.form("slip") == BackForm("slip", "Slip", "all", (TOGETHER, SAY), "What?")
    assert forms.form("year") == BackForm("year", "Year", "staff", (), "")
    assert forms.form("moon") == BackForm("moon", "moon", "moon", (), "")
    assert [forms.question(key) for key in ("k1", "k2", "hope")] == [
        SAY,
        TOGETHER,
        Question("hope", "hope", (), "", ""),
    ]


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"forms": [{"words": "S", "whom": "a", "parts": ["moon"]}]}, "“parts”: there is no “moon” among elements, say"),
        ({"parts": {"say": {"heading": "S", "questions": [{"key": "k", "ask": "A?", "answers": "moon"}]}}}, "“answers”: there is no “moon”"),
        ({"parts": {"say": {"questions": []}}}, "“heading” is missing"),
        ({"colour": "red"}, "nothing is called “colour”"),
    ],
)  # fmt: skip
def test_the_place_of_what_is_wrong_is_said(changed, why):
    with pytest.raises(WrongContent, match=why):
        made(**changed)


def test_answers_stand_in_their_order_and_those_of_another_program_after():
    assert in_order(SAY, {"no": 3, "maybe": 2, "a bit": 1}) == [("yes", 0), ("no", 3), ("a bit", 1), ("maybe", 2)]


def test_as_many_as_there_are_forms_can_answer():
    check_tally(1, {"k": {"yes": 1, "no": 0}, "l": {}})
    with pytest.raises(UserError, match="“l”: 2 answered, and there are only 1 forms"):
        check_tally(1, {"k": {"yes": 1}, "l": {"yes": 1, "no": 1}})
    with pytest.raises(UserError, match="“k”: a count is less than 0"):
        check_tally(3, {"k": {"yes": -1, "no": 2}})
    with pytest.raises(UserError, match="No form is counted"):
        check_tally(-1, {})


@pytest.mark.parametrize(
    ("counted", "most"),
    [({}, set()), ({"yes": 0, "no": 0}, set()), ({"yes": 1, "no": 0}, {"yes"}), ({"yes": 2, "no": 2, "x": 1}, {"yes", "no"})],
)  # fmt: skip
def test_the_commonest_are_those_that_most_gave(counted, most):
    assert commonest(counted) == most


@pytest.mark.parametrize(
    ("members", "staff", "differ"),
    [
        ({"yes": 3, "no": 2}, {"yes": 4, "no": 1}, True),
        ({"yes": 4, "no": 1}, {"yes": 3, "no": 2}, True),
        ({"yes": 60, "no": 40}, {"yes": 79, "no": 21}, False),
        ({"yes": 3}, {"no": 3}, True),
        ({"yes": 3, "no": 3}, {"yes": 3}, True),
        ({"yes": 3}, {"yes": 0}, False),
        ({"yes": 0}, {"yes": 3}, False),
        ({"yes": 3}, {}, False),
        ({}, {"yes": 3}, False),
        ({"yes": 3}, None, False),
        (None, {"yes": 3}, False),
    ],
)
def test_members_and_staff_differ_by_what_most_said_or_by_twenty_points(members, staff, differ):
    (one,) = beside(made(), members if members is None else {"k1": members}, staff if staff is None else {"k1": staff})
    assert one == (SAY, members or {}, staff or {}, differ)


def test_questions_of_another_program_stand_after_those_of_the_forms():
    found = beside(made(), {"z": {"yes": 1}, "k1": {"yes": 1}}, {"a": {"yes": 1}, "k2": {"low": 1}})
    assert [one.question.key for one in found] == ["k2", "k1", "a", "z"]
    assert beside(made(), None, None) == ()


def test_only_elements_that_most_staff_never_used_are_told():
    assert never_used(made(), {"k2": {"never": 2, "low": 1}, "k1": {"never": 3}, "z": {"never": 3}}) == ("k2",)
    assert never_used(made(), {"k2": {"never": 2, "low": 2}}) == never_used(made(), None) == ()


def test_a_paper_shows_what_can_be_counted_out_loud_and_nothing_of_no_answers():
    shown = as_public(made(), {"k1": {"yes": 20, "no": 10}, "k2": {"low": 0}, "z": {"yes": 1, "no": 2}})
    assert shown[0][0] == "Had I a say?"
    assert [line.count for line in shown[0][1]] == [20, 10]
    assert [ask for ask, _lines in shown if ask == "Together?"] == []
    assert as_public(made(), {}) == ()
