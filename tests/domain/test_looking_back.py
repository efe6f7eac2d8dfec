"""Looking back: the forms, what was counted, where members and staff differ, what is hidden."""

from __future__ import annotations

import copy
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coprod_desktop import paths
from coprod_desktop.domain.content_table import WrongContent
from coprod_desktop.domain.looking_back import as_public, beside, check_tally, never_used, parse_looking_back
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
