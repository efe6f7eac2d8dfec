import copy
import datetime
import json

import pytest

from coprod_desktop import paths
from coprod_desktop.domain import log_rules
from coprod_desktop.domain.content_table import WrongContent
from coprod_desktop.domain.log_kinds import COLUMNS, FollowUp, LogField, LogKind, Printed, Typed, parse_log_kinds
from coprod_desktop.domain.log_record import Publicity
from coprod_desktop.errors import UserError
from coprod_desktop.services.program import content

DATA = json.loads(paths.resource("content", "log_kinds.json").read_text("utf-8"))
LISTS = {**content.load().data["lists"], "themes": content.load().data["themes"]}
KINDS = content.load().log
ON = datetime.date(2026, 3, 2)


def parse(change=lambda data: None):
    data = copy.deepcopy(DATA)
    change(data)
    return parse_log_kinds(data, LISTS)


def row(data, kind):
    return next(one for one in data["kinds"] if one["kind"] == kind)


def test_every_kind_of_the_sources_stands_under_its_button():
    under = {button.name: [kind.kind for kind in KINDS.under(button.name)] for button in KINDS.buttons}
    assert [button.words for button in KINDS.buttons] == [
        "We decided",
        "We learnt",
        "We are stuck",
        "Somebody told us",
    ]
    assert under["decided"] == ["decision", "pledge", "acted_first", "procurement_stage", "tender_question"]
    assert under["learnt"] == ["learning", "evidence", "monitoring", "training", "recruitment_route"]
    assert under["stuck"] == ["barrier", "risk", "gap", "not_found"]
    assert under["told"] == ["heard_outside", "scrutiny_question"]
    assert KINDS.of("priority").elsewhere


def test_every_column_is_asked_by_some_kind_and_has_a_name_in_plain_words():
    asked = {field.field for kind in KINDS.rows for field in kind.asks}
    assert asked == COLUMNS == set(KINDS.fields)
    assert KINDS.of("decision").asked("who").label == "Who decided"
    assert KINDS.of("decision").asked("reached") is None


def test_the_source_kinds_of_evidence_are_offered():
    """002 "Compliments and Complaints": evidence source kinds, incl. surveys, Healthwatch, audits, research, panels."""
    offered = KINDS.of("evidence").asked("source_kind").choices
    assert {"complaint or compliment", "our survey", "Healthwatch report", "audit", "research", "panel"} <= set(offered)
    assert "at a door or in a street" in KINDS.of("heard_outside").asked("source_kind").choices
    assert "poster or leaflet" in KINDS.of("recruitment_route").asked("route").choices


def test_questions_for_providers_and_scores_are_never_printed():
    """001 "able to question potential providers": answers kept out of public papers."""
    assert not KINDS.of("tender_question").publish
    assert KINDS.of("procurement_stage").asked("score").printed is Printed.NEVER
    assert all(f.printed is Printed.NEVER for k in KINDS.rows for f in k.asks if f.field == "score")
    assert all(kind.publicity is Publicity.PRIVATE for kind in KINDS.rows)


@pytest.mark.parametrize(
    ("button", "line", "kind"),
    [
        ("decided", "Agreed to move the meeting to Tuesdays", "decision"),
        ("decided", "Evening meetings from May", "decision"),
        ("decided", "Councillor Hart will ring every carer by May", "pledge"),
        ("decided", "We had to act before we could ask: the lift broke", "acted_first"),
        ("decided", "Tender goes out in June, specification read by four members", "procurement_stage"),
        ("learnt", "Tea first worked, and the slides did not", "learning"),
        ("learnt", "Survey: 59.9% said calls are late", "evidence"),
        ("learnt", "Keep under review how long letters take", "monitoring"),
        ("learnt", "Leaflets at the surgery reached 40 people", "recruitment_route"),
        ("learnt", "Training for twelve social workers, led by two carers", "training"),
        ("stuck", "Legal has held up the policy since March", "barrier"),
        ("stuck", "There is a risk that only the same people come", "risk"),
        ("stuck", "We don’t know how many carers are under 18", "gap"),
        ("stuck", "Could not find a befriender who signs", "not_found"),
        ("told", "A carer at the market told me the form is 40 pages", "heard_outside"),
        ("told", "Why has the day centre bus stopped?", "scrutiny_question"),
        ("", "Could not find a befriender who signs", "not_found"),
    ],
)
def test_the_kind_is_suggested_from_the_words(button, line, kind):
    assert KINDS.suggest(button, line).kind == kind


def test_a_kind_from_a_newer_program_is_shown_by_its_own_name_and_never_printed():
    kind = KINDS.of("peer_visit")
    assert (kind.words, kind.known, kind.publish, kind.asks) == ("Peer visit", False, False, ())
    assert not kind.may_be(Publicity.MEMBERS)
    assert KINDS.of("decision").known
    assert (kind.kind, kind.many, kind.button) == ("peer_visit", "Peer visit", "")
    assert KINDS.of("_").words == KINDS.of("").words == "Line"
    assert (kind.publicity, kind.promise, kind.no_names, kind.shared) == (Publicity.PRIVATE, False, False, False)


def test_kinds_are_found_by_what_they_are_called():
    assert KINDS.called("Risk") == ("risk",)
    assert KINDS.called("risks") == ("risk",)
    assert KINDS.called("what we lea") == ("learning",)
    assert KINDS.called("Question  for") == ("tender_question",)
    assert KINDS.called("question") == ("tender_question", "scrutiny_question")
    assert KINDS.called("what") == KINDS.called("") == KINDS.called("ris") == ()


def test_one_more_row_is_one_more_kind():
    visit = {
        "kind": "visit", "words": "Visit", "many": "Visits", "button": "learnt", "asks": ["who", "until"],
        "cues": ["visited"], "publish": True, "publicity": "members", "follow_up": {"days": 3},
    }  # fmt: skip
    kinds = parse(lambda data: data["kinds"].append(visit))
    assert kinds.suggest("learnt", "Visited the day centre").kind == "visit"
    made = kinds.of("visit")
    assert [field.how for field in made.asks] == [Typed.WORDS, Typed.DATE]
    assert made.follow_up.day(ON, {}) == datetime.date(2026, 3, 5)


def test_the_day_to_look_again_is_the_day_that_was_said_or_so_many_days_on():
    rule = KINDS.of("scrutiny_question").follow_up
    assert rule.day(ON, {"by": datetime.date(2026, 3, 9)}) == datetime.date(2026, 3, 9)
    assert rule.day(ON, {}) == datetime.date(2026, 3, 30)
    assert KINDS.of("decision").follow_up.day(ON, {"by": ON}) is None


def _change(name, **values):
    return lambda data: row(data, name).update(values)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda data: data.pop("buttons"), "“buttons” is missing"),
        (lambda data: data.update(more=1), "nothing is called “more”"),
        (lambda data: data["kinds"].append(dict(data["kinds"][0])), "two kinds are called “decision”"),
        (lambda data: data["buttons"].append(dict(data["buttons"][0])), "two buttons are called “decided”"),
        (lambda data: data["buttons"].append({**data["buttons"][0], "name": "odd"}), "nothing stands under"),
        (_change("risk", button="left"), "“button”: there is no “left”"),
        (lambda data: data.update(buttons=[], kinds=[]), "there is no button"),
        (
            lambda data: data["buttons"][0].pop("line"),
            "row 1 (“decided”) that comes with this program is wrong: “line”",
        ),
        (_change("decision", publish=1), "row 1 (“decision”) that comes with this program is wrong: “publish”"),
        (lambda data: data["fields"]["who"].update(how="moon"), "“how”: there is no “moon”"),
        (lambda data: data["fields"]["who"].update(print="moon"), "“print”: there is no “moon”"),
        (lambda data: data["fields"]["who"].update(how="pick"), "needs its “list”"),
        (lambda data: data["fields"]["who"].update(how="open", list="moons"), "“list”: there is no “moons”"),
        (lambda data: data["fields"]["who"].update(how="date"), "is not what the column holds"),
        (lambda data: data["fields"]["who"].update(how="whole"), "is not what the column holds"),
        (_change("risk", publicity="moon"), "“publicity”: there is no “moon”"),
        (_change("risk", kind="risk2"), "small letters"),
        (
            _change("risk", asks=["moon"]),
            "what “risk” asks that comes with this program is wrong: “field”: there is no “moon”",
        ),
        (_change("risk", asks=[{"field": "theme", "list": "moon"}]), "“list”: there is no “moon”"),
        (_change("risk", follow_up={"with": "moon"}), "“with”: there is no “moon”"),
        (_change("risk", follow_up={"days": 3, "since": "moon"}), "“since”: there is no “moon”"),
        (_change("risk", follow_up={"since": "by"}), "it says no day"),
        (_change("risk", kind="A Risk"), "small letters"),
        (_change("risk", asks=["colour"]), "there is no “colour”"),
        (_change("risk", asks=["theme", "theme"]), "“theme” is asked twice"),
        (_change("risk", asks=[{"field": "theme", "list": "moons"}]), "there is no “moons”"),
        (_change("risk", asks=[{"field": "answer", "list": "themes"}]), "is not chosen from a list"),
        (_change("risk", asks=[3]), "it is not a row"),
        (_change("risk", follow_up={}), "it says no day"),
        (_change("risk", follow_up={"with": "by"}), "which is not asked"),
        (_change("risk", follow_up={"with": "theme"}), "there is no “theme”"),
        (_change("risk", follow_up={"days": 3, "since": "by"}), "which is not asked"),
        (_change("risk", closed_by="by"), "which is not asked"),
        (_change("risk", follow_up={"days": -1}), "less than 0"),
        (_change("tender_question", publicity="anyone"), "may never be on a paper"),
        (_change("risk", publicity="all"), "there is no “all”"),
        (_change("risk", publish="yes"), "is not true or false"),
        (lambda data: data["fields"]["until"].update(how="words"), "is not what the column holds"),
        (lambda data: data["fields"]["reached"].update(how="long"), "is not what the column holds"),
        (lambda data: data["fields"]["who"].update(list="themes"), "no other has one"),
        (lambda data: data["fields"]["who"].update(print="some"), "there is no “some”"),
        (lambda data: data["fields"].update(colour={}), "nothing is called “colour”"),
    ],
)
def test_a_table_that_cannot_be_meant_is_refused_in_a_sentence(change, why):
    with pytest.raises(WrongContent, match="log lines") as told:
        parse(change)
    assert why in str(told.value)


# ---- what cannot be so


def refused(kind, name, value, **others):
    with pytest.raises(UserError) as told:
        log_rules.check_field(KINDS.of(kind), name, {"on": ON, **others, name: value})
    return str(told.value)


def test_what_cannot_be_so_is_said_and_nothing_goes():
    assert "ends before its own day, 2 March 2026" in refused("training", "until", datetime.date(2026, 3, 1))
    assert ": Nobody cannot be right" in refused("evidence", "asked_n", 0)
    assert "110 % is more than all" in refused("procurement_stage", "score", "lived experience: 110 %")
    assert "20,000 characters" in refused("decision", "options", "a" * 20_000)
    assert "more people than there are" in refused("recruitment_route", "reached", 10**12)
    for name, value in (("asked_n", 1), ("misses", "carers"), ("theme", None)):
        log_rules.check_field(KINDS.of("evidence"), name, {"on": ON, name: value})
    log_rules.check_field(KINDS.of("recruitment_route"), "reached", {"on": ON, "reached": 0})
    log_rules.check_field(KINDS.of("procurement_stage"), "score", {"on": ON, "score": "100% and 4 of 5"})


def test_the_last_that_can_be_is_taken():
    log_rules.check_words("a" * log_rules.LONGEST)
    log_rules.check_field(KINDS.of("decision"), "options", {"on": ON, "options": "a" * log_rules.LONGEST})
    for kind, name, value in (
        *(("training", "until", ON), ("training", "until", ON + datetime.timedelta(1))),
        *(("recruitment_route", "reached", log_rules.MOST), ("procurement_stage", "score", "99,5 % of 100 per cent")),
        *(("decision", "asked_n", -1), ("decision", "until", None), ("peer_visit", "reached", -1), ("gap", "by", ON)),
    ):
        log_rules.check_field(KINDS.of(kind), name, {"on": ON, name: value})
    counted_from = LogKind(kind="v", words="V", many="Vs", button="b", follow_up=FollowUp(days=9, since="until"))
    log_rules.check_field(counted_from, "until", {"on": ON, "until": ON - datetime.timedelta(1)})


@pytest.mark.parametrize(
    ("kind", "name", "value", "said"),
    [
        ("recruitment_route", "reached", log_rules.MOST + 1, "1,000,000,001 is more people than there are"),
        ("recruitment_route", "reached", -1200, "-1,200 cannot be right"),
        ("procurement_stage", "score", "100,5 % of all", "100,5 % is more than all"),
        ("procurement_stage", "score", "50 % and 101 percent", "101 % is more than all"),
        (
            "decision",
            "options",
            "a" * (log_rules.LONGEST + 1),
            "This is 4,001 characters long, and one line holds 4,000",
        ),
        ("scrutiny_question", "answered_on", datetime.date(2026, 3, 1), "This is answered before its own day"),
    ],
)
def test_the_first_that_cannot_be_is_refused(kind, name, value, said):
    words = refused(kind, name, value)
    assert said in words
    assert "What you typed is still here. Nothing was changed." in words


def test_an_answers_day_asks_for_the_answer_in_kinds_that_it_closes():
    asked, looked_at, on = KINDS.of("scrutiny_question"), KINDS.of("monitoring"), {"answered_on": ON}
    assert "stays open" in log_rules.missing(asked, {**on, "answer": ""})
    assert log_rules.missing(asked, {**on, "answer": "The contract ended"}) == ""
    assert log_rules.missing(asked, {"answered_on": None, "answer": None}) == ""
    assert log_rules.missing(looked_at, on) == ""


@pytest.mark.parametrize("words", ["", "  \n ", "a" * 20_000, "a" * 4001])
def test_a_line_without_words_or_with_too_many_is_refused(words):
    with pytest.raises(UserError, match="Nothing was changed"):
        log_rules.check_words(words)


def test_a_line_never_goes_further_than_its_kind_may():
    with pytest.raises(UserError, match="never goes on a paper"):
        log_rules.check_publicity(KINDS.of("tender_question"), Publicity.MEMBERS)
    log_rules.check_publicity(KINDS.of("tender_question"), Publicity.PRIVATE)
    assert log_rules.narrowed(KINDS.of("tender_question"), Publicity.ANYONE) is Publicity.PRIVATE
    assert log_rules.narrowed(KINDS.of("risk"), Publicity.MEMBERS) is Publicity.MEMBERS


def test_the_day_of_looking_again_is_the_one_typed_else_counted_from_a_day_of_the_line():
    on, typed, begun = (datetime.date(2026, 5, n) for n in (1, 10, 20))
    both = FollowUp(with_field="by", days=7, since="until")
    assert both.day(on, {"by": typed, "until": begun}) == typed
    assert both.day(on, {"by": None, "until": begun}) == datetime.date(2026, 5, 27)
    assert both.day(on, {"by": "soon", "until": None}) == datetime.date(2026, 5, 8)
    assert FollowUp(days=0).day(on, {"until": begun}) == on
    assert FollowUp(with_field="by").day(on, {"by": None}) is None
    assert FollowUp(with_field="by").day(on, {"by": typed}) == typed
    assert [both.goes_by(field) for field in ("on", "by", "until", "words")] == [True, True, True, False]


MADE = {
    "buttons": [
        *({"name": name, "words": name.title(), "about": "About", "line": "Line"} for name in ("first", "second")),
    ],
    "lists": {"moods": ["good", "bad"]},
    "fields": {
        "who": {"label": "Who", "how": "words", "print": "job"},
        "theme": {"label": "Mood", "how": "pick", "list": "moods", "print": "whole"},
        "reached": {"label": "Many", "how": "whole", "least": 1, "print": "never"},
        "by": {"label": "By", "how": "date", "print": "whole"},
    },
}
KIND = {"words": "Visit", "many": "Visits", "button": "first", "asks": [], "cues": []}


def made(*kinds):
    rows = [{**KIND, "kind": f"kind_{'abcdef'[n]}", **kind} for n, kind in enumerate(kinds)]
    return parse_log_kinds(
        {**MADE, "kinds": [*rows, {**KIND, "kind": "last", "button": "second"}]}, {"places": ["here"]}
    )


def test_a_kind_is_all_that_its_row_says():
    bare, full = made(
        {},
        {
            "publish": True, "publicity": "anyone", "promise": True, "no_names": True, "shared": True, "from": "the plan",
            "asks": ["by", "who"], "closed_by": "who", "follow_up": {"with": "by", "days": 7},
        },
    ).rows[:2]  # fmt: skip
    assert bare == LogKind(kind="kind_a", words="Visit", many="Visits", button="first")
    assert (full.publish, full.publicity, full.promise, full.no_names, full.shared) == (
        *(True, Publicity.ANYONE, True, True, True),
    )
    assert (full.elsewhere, full.closed_by, full.follow_up) == ("the plan", "who", FollowUp(with_field="by", days=7))
    assert [field.field for field in full.asks] == ["by", "who"]


def test_a_field_is_what_the_table_says_or_what_its_kind_says_of_it():
    asked = [{"field": "theme", "label": "Where", "list": "places"}, {"field": "who", "label": ""}, "reached", "theme"]
    kinds = made({"asks": asked[:3]}, {"asks": asked[3:]})
    where, who, many = kinds.rows[0].asks
    assert (where.label, where.choices, where.how, where.printed) == ("Where", ("here",), Typed.PICK, Printed.WHOLE)
    assert (who.label, who.choices, who.least, who.printed) == ("Who", (), 0, Printed.JOB)
    assert who == LogField(field="who", label="Who", how=Typed.WORDS, printed=Printed.JOB)
    assert (many.label, many.how, many.least, many.printed) == ("Many", Typed.WHOLE, 1, Printed.NEVER)
    assert kinds.rows[1].asks == (kinds.fields["theme"],)
    assert kinds.fields["theme"].choices == ("good", "bad")


def test_kinds_stand_under_their_buttons_but_for_those_written_down_elsewhere():
    kinds = made({}, {"from": "the plan"}, {})
    assert [row.kind for row in kinds.under("first")] == ["kind_a", "kind_c"]
    assert [row.kind for row in kinds.written_here()] == ["kind_a", "kind_c", "last"]
    assert kinds.names() == ("kind_a", "kind_b", "kind_c", "last")
    assert (kinds.buttons[0].name, kinds.buttons[0].words, kinds.buttons[0].about, kinds.buttons[0].line) == (
        *("first", "First", "About", "Line"),
    )


@pytest.mark.parametrize(
    ("cues", "line", "letters"),
    [
        (["Bus"], "the bus and the buses", 3),
        (["bus."], "the buses", 0),
        (["bus."], "the bus, late", 3),
        (["bus"], "the minibus", 0),
        (["."], "late.", 1),
        (["a."], "was a bus", 1),
        (["%"], "59%", 1),
        (["bus", "late"], "bus late", 7),
        (["bus", "late"], "bus", 3),
        ([], "bus", 0),
    ],
)
def test_so_many_letters_of_a_line_speak_for_a_kind(cues, line, letters):
    assert made({"cues": cues}).rows[0].cued(line) == letters


@pytest.mark.parametrize(
    ("button", "line", "kind"),
    [
        ("first", "Nothing known", "kind_a"),
        ("first", "The  LOOP’s gone", "kind_b"),
        ("second", "The loop's gone", "last"),
        ("moon", "The loop's gone", "kind_b"),
    ],
)
def test_the_kind_that_most_letters_speak_for_is_suggested_and_of_several_the_first(button, line, kind):
    assert made({}, {"cues": ["the loop's"]}, {"cues": ["gone"]}).suggest(button, line).kind == kind


@pytest.mark.parametrize(
    ("publish", "wanted", "may"),
    [(True, "anyone", True), (True, "private", True), (False, "members", False), (False, "private", True)],
)
def test_a_line_may_go_as_far_as_its_kind(publish, wanted, may):
    assert made({"publish": publish}).rows[0].may_be(Publicity(wanted)) is may


def test_a_line_of_a_day_to_come_says_that_no_report_tells_it_yet():
    assert log_rules.still_to_come({"on": ON}, ON) == ""
    told = log_rules.still_to_come({"on": ON}, ON - datetime.timedelta(days=1))
    assert told.endswith("is still to come. Until then this is in no report.")
