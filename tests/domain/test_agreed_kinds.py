"""The kinds of agreed papers: every row is all it says, and a table that is wrong is refused in a sentence."""

import copy
import json

import pytest

from coprod_desktop import paths
from coprod_desktop.domain.agreed import MOST_HEADING, MOST_TEXT
from coprod_desktop.domain.agreed_kinds import parse_agreed_kinds
from coprod_desktop.domain.content_table import WrongContent
from coprod_desktop.services.program import content

TABLE = json.loads(paths.resource("content", "agreed_papers.json").read_text("utf-8"))
KINDS = content.load().agreed
ASKED_FOR = (
    *("terms-of-reference", "charter", "principles", "definition", "co-production-plan", "what-people-get"),
    *("payment-policy", "improvement-plan", "privacy-notice", "project-call-out", "how-to-pack", "equality-assessment"),
    *("working-together-for-change", "conversation-cafe", "journey-mapping", "futures-workshop"),
)


@pytest.mark.parametrize("name", ASKED_FOR)
def test_every_kind_the_sources_ask_for_is_there(name):
    kind = KINDS.of(name)
    assert KINDS.knows(name)
    assert kind.about.endswith(".")
    assert kind.easy.endswith(".")
    assert kind.home or kind.headings


def test_terms_of_reference_have_the_headings_of_the_source():
    """“initially agree terms of reference for their work”: the twelve of practice B10 hold the seven this source lists."""
    headings = " ".join(one.heading for one in KINDS.of("terms-of-reference").headings)
    assert len(KINDS.of("terms-of-reference").headings) == 12
    for words in (
        "What we know and what we do not know",
        "purpose and aim",
        "How we work",
        "how often",
        "Access",
        "Ground rules",
        "check that it worked",
    ):
        assert words in headings


def test_a_review_day_is_known_for_terms_of_reference():
    """“refresh its terms of reference and methods”."""
    assert KINDS.of("terms-of-reference").review_months == 12


@pytest.mark.parametrize(
    "name", ["working-together-for-change", "conversation-cafe", "journey-mapping", "futures-workshop"]
)
def test_method_cards_say_time_people_and_materials(name):
    """“Conversation Cafés, Journey Mapping, and Futures Workshops”; “Working Together for Change”."""
    card = KINDS.of(name)
    said = {one.heading: one.start for one in card.headings}
    assert card.ready
    assert all(said[heading] for heading in ("Time", "People", "Materials", "Steps"))


def test_an_improvement_plan_asks_for_aim_measure_target_and_owner():
    """“We will set aims, targets and action plans”."""
    asks = KINDS.of("improvement-plan").asks
    assert {"Aim", "Measure", "Target", "Owner"} <= asks
    assert "Aim: \nMeasure: " in dict(KINDS.of("improvement-plan").starting())["First aim"]


def test_a_definition_comes_without_words_and_is_not_agreed_without_its_source():
    """“meeting of minds coming together to find shared solutions”: the organisation picks its own, never printed as ours."""
    words, whose, *_ = KINDS.of("definition").headings
    assert words.quote
    assert words.must
    assert not words.start
    assert whose.source
    assert whose.must


def test_no_amount_and_no_promise_about_benefits_ships():
    texts = " ".join(one.start for kind in KINDS.rows for one in kind.headings)
    assert "£" not in texts
    assert "will not affect" not in texts
    assert "hard to reach" not in texts.casefold()


def test_a_kind_from_a_newer_file_is_known_by_its_name():
    assert KINDS.of("easy-bus-plan").words == "Easy bus plan"
    assert not KINDS.knows("easy-bus-plan")
    assert KINDS.of("").words == "Paper"


def changed(change):
    table = copy.deepcopy(TABLE)
    change(table["kinds"])
    return table


WRONG = {
    "small letters": lambda kinds: kinds[0].update(name="Terms Of"),
    "two kinds are called “charter”": lambda kinds: kinds.append(kinds[1]),
    "there is no “nowhere” among": lambda kinds: kinds[0].update(section="nowhere"),
    "not a whole number": lambda kinds: kinds[0].update(review_months="12"),
    "two headings are called": lambda kinds: kinds[0]["headings"].append(kinds[0]["headings"][0]),
    "it has headings, or its “home” is elsewhere": lambda kinds: kinds[0].update(headings=[]),
    "“hint” is not a text": lambda kinds: kinds[0]["headings"][0].update(hint=7),
    "nothing is called “colour”": lambda kinds: kinds[0]["headings"][0].update(colour="red"),
    "come together": lambda kinds: kinds[0]["headings"][0].update(quote=True),
    "there is no “cash” among": lambda kinds: kinds[0]["headings"][0].update(rates="cash"),
    "longer than a heading": lambda kinds: kinds[0]["headings"][0].update(heading="x" * (MOST_HEADING + 1)),
    "or its words may be": lambda kinds: kinds[0]["headings"][0].update(start="x" * (MOST_TEXT + 1)),
    "only one of them": lambda kinds: kinds[0]["headings"][4].update(asks=["Aim"]),
    "“words” is missing": lambda kinds: kinds[0].pop("words"),
    "among people, records": lambda kinds: kinds[0].update(of="robots"),
}


@pytest.mark.parametrize("why", WRONG)
def test_a_table_that_is_wrong_is_refused_in_a_sentence(why):
    with pytest.raises(WrongContent, match=why) as wrong:
        parse_agreed_kinds(changed(WRONG[why]))
    assert "the kinds of agreed papers" in wrong.value.what
    assert "was not changed" in wrong.value.what


@pytest.mark.parametrize("row", TABLE["kinds"], ids=lambda row: row["name"])
def test_a_kind_is_all_that_its_row_says(row):
    kind = KINDS.of(row["name"])
    for field, value in row.items():
        if field != "headings":
            assert getattr(kind, field) == value, field
    for heading, one in zip(row["headings"], kind.headings, strict=True):
        for field, value in heading.items():
            assert getattr(one, field) == (tuple(value) if isinstance(value, list) else value), field
