"""The kinds of agreed papers: every row is all it says, and a table that is wrong is refused in a sentence."""

import copy
import json

import pytest

from coprod_desktop import paths
from coprod_desktop.domain.agreed import MOST_HEADING, MOST_PARTS, MOST_TEXT
from coprod_desktop.domain.agreed_kinds import Of, StartHeading, parse_agreed_kinds
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
    assert KINDS.of("").words == KINDS.of("-").words == "Paper"
    bus = KINDS.of("_easy-bus_")
    assert (bus.name, bus.words, bus.about, bus.easy, bus.section) == ("_easy-bus_", "Easy bus", "", "", "")
    assert (bus.agenda, bus.signed, bus.ready, bus.review_months, bus.is_whole) == (False, False, False, 0, False)


def changed(change):
    table = copy.deepcopy(TABLE)
    change(table["kinds"])
    return table


WRONG = {
    "more than 60 headings": lambda kinds: kinds[0].update(
        headings=[{"heading": f"Heading {n}"} for n in range(MOST_PARTS + 1)]
    ),
    "“home”: there is no “moon” among": lambda kinds: kinds[0].update(home="moon", headings=[]),
    r"row 1 \(“terms-of-reference”\) that comes .* “section”: there is": lambda kinds: kinds[0].update(section="far"),
    r"row 1 \(“terms-of-reference”\), row 1 \(“Who”\) that": lambda kinds: kinds[0].update(
        headings=[{"heading": "Who", "must": 1}]
    ),
    "“rates”: there is no “money” among": lambda kinds: kinds[0]["headings"][0].update(rates="money"),
    "“of”: there is no “robot” among": lambda kinds: kinds[0].update(of="robot"),
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
    kind = parse_agreed_kinds({"sections": TABLE["sections"], "kinds": [row]}).of(row["name"])
    for field, value in row.items():
        if field != "headings":
            assert getattr(kind, field) == value, field
    for heading, one in zip(row["headings"], kind.headings, strict=True):
        for field, value in heading.items():
            assert getattr(one, field) == (tuple(value) if isinstance(value, list) else value), field


ROW = {"name": "plan", "words": "Plan", "about": "A.", "easy": "E.", "section": "a"}


def kind_of(*headings, **more):
    row = {**ROW, "headings": list(headings), **more}
    return parse_agreed_kinds({"sections": {"a": "First"}, "kinds": [row]}).of("plan")


def test_what_a_row_does_not_say_is_no_and_nothing():
    kind = kind_of({"heading": "Who"})
    assert (kind.agenda, kind.signed, kind.ready, kind.review_months) == (False, False, False, 0)
    assert (kind.of, kind.home, kind.headings) == (Of.PEOPLE, "", (StartHeading(heading="Who"),))
    said = kind_of({"heading": "Who"}, agenda=True, signed=True, ready=True, of="records", review_months=6)
    assert (said.agenda, said.signed, said.ready, said.of, said.review_months) == (True, True, True, Of.RECORDS, 6)


def test_the_longest_and_the_most_that_fit_are_taken():
    most = [{"heading": f"{n}".ljust(MOST_HEADING, "x"), "start": "x" * MOST_TEXT} for n in range(MOST_PARTS)]
    assert len(kind_of(*most).headings) == MOST_PARTS


def test_a_paper_begins_with_its_words_its_lines_or_the_organisations_rates():
    kind = kind_of(
        *({"heading": "Why", "start": "Because"}, {"heading": "Aims", "asks": ["Aim", "Owner"]}, {"heading": "Who"}),
        {"heading": "Time", "rates": "time", "start": "Say it."},
    )
    begun = ("Because", "Aim: \nOwner: ", "")
    assert kind.starting() == tuple(zip(("Why", "Aims", "Who", "Time"), (*begun, "Say it."), strict=True))
    assert kind.starting({"time": "£20 an hour", "costs": "£5"})[3] == ("Time", "£20 an hour")
    assert kind.starting({"time": ""})[3] == ("Time", "Say it.")
    assert kind.asks == {"Aim", "Owner"}


@pytest.mark.parametrize(
    ("headings", "whole"), [((), False), (("x",), True), (("x", ""), False), (("", ""), False), (("x", "y"), True)]
)
def test_a_card_is_whole_that_says_something_below_each_heading(headings, whole):
    rows = [{"heading": f"H{n}", "start": start} for n, start in enumerate(headings)]
    assert kind_of(*rows, **({} if rows else {"home": "privacy-notice"})).is_whole is whole


@pytest.mark.parametrize(
    ("parts", "missing"),
    [
        ((), ("Quote", "Whose")),
        ((("Aims", ""), ("Why", ""), ("Free", "")), ("Why", "Aims", "Quote", "Whose")),
        ((("Aims", " Aim: \nOwner: "), ("Why", " \n")), ("Why", "Aims", "Quote", "Whose")),
        ((("aims", "Aim: x\nOwner: "), ("WHY", "y"), ("Quote", "q"), ("Whose", "")), ("Whose",)),
        ((("Quote", "XX"), ("Whose", "w")), ()),
    ],
)
def test_a_heading_that_must_say_something_is_missed_where_it_stands_and_a_quote_in_any_case(parts, missing):
    kind = kind_of(
        *({"heading": "Why", "must": True}, {"heading": "Aims", "must": True, "asks": ["Aim", "Owner"]}),
        *({"heading": "Quote", "must": True, "quote": True}, {"heading": "Whose", "must": True, "source": True}),
        *({"heading": "Free"}, {"heading": "Started", "must": True, "start": "Words"}),
    )
    assert kind.not_filled(parts) == missing


def test_words_to_start_with_that_stayed_say_something():
    kind = kind_of({"heading": "Started", "must": True, "start": "Words"})
    assert kind.not_filled((("Started", "Words"),)) == ()
    assert kind.not_filled((("Started", "XX"),)) == ()


def test_more_kinds_come_after_the_table_and_some_stand_on_agendas():
    rows = [{**ROW, "name": name, "agenda": name == "b", "headings": [{"heading": "Who"}]} for name in ("a1", "b", "c")]
    kinds = parse_agreed_kinds({"sections": {"a": "First"}, "kinds": rows})
    more = kinds.with_more((kind_of({"heading": "Who"}),))
    assert [row.name for row in more.rows] == ["a1", "b", "c", "plan"]
    assert more.sections == {"a": "First"}
    assert (more.knows("plan"), kinds.knows("plan")) == (True, False)
    assert more.on_agendas == {"b"}
