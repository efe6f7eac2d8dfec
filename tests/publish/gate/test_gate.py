import dataclasses
import json
from datetime import date
from pathlib import Path

import pytest

from coprod_desktop.domain.check.findings import blocking, findings
from coprod_desktop.domain.check.settled import Decision
from coprod_desktop.domain.praise import is_praise
from coprod_desktop.domain.record import Telling, Update, Vote, VoteOption
from coprod_desktop.domain.words import ANONYMOUS, EarlierStatus, Outcome, UpdateState, WhoseWords
from coprod_desktop.errors import UserError
from coprod_desktop.publish.gate import open_gate
from coprod_desktop.publish.stories.you_said_we_will import you_said_we_will
from coprod_desktop.services.bring_in.session_file import read
from tests.domain.making import DAY, entry, person, point, record, settle
from tests.publish.telling_papers import told

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.json"))


def opened(*rows, settlements=(), as_of=DAY, **session):
    return open_gate(record(*rows, **session), settlements, as_of)


def reviewed(session, decision=Decision.FINE):
    return [settle(f, decision, reviewed=decision is Decision.FINE) for f in findings(session)]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.stem)
def test_samples_say_what_they_must_and_nothing_they_must_not(path):
    expected = json.loads(path.read_bytes())["expected"]
    session = read(path.read_bytes())
    snapshot = open_gate(session, (), session.session.as_of or date(2026, 11, 22))
    for text in (told(snapshot), told(you_said_we_will(snapshot))):
        assert [w for w in expected["must_not_appear"] if w.lower() in text.lower()] == []
        assert [w for w in expected["must_appear"] if w not in text] == []
        hidden = {e.n: e.text for e in session.entries if e.n in expected["entries_never_in_public_output"]}
        assert [n for n, words in hidden.items() if len(words.strip()) > 1 and words in text] == []
    praise = {e.n for e in session.entries if is_praise(e.text)}
    waiting = set(expected["publishable_contributions_with_no_answer_yet"]) - praise
    assert len(snapshot.unanswered) == len(waiting)
    assert snapshot.draft


def test_what_may_not_be_published_is_nowhere():
    paper = told(opened(entry(1, "quite hidden", publish="no", quote_ok=True), point(1, "This", 1)))
    assert "quite hidden" not in paper


def test_other_words_stand_in_for_what_was_said():
    line = entry(1, "my sister Yvonne was hurt", publish="edit", public_text="A relative was hurt.")
    for quote_ok, quoted in ((True, True), (False, False), (None, False)):
        snapshot = opened(dataclasses.replace(line, quote_ok=quote_ok))
        assert "Yvonne" not in told(snapshot)
        (thing,) = snapshot.unanswered
        assert (thing.quote is not None) is quoted
        assert (thing.quote.words if quoted else thing.summary) == "A relative was hurt."


def test_words_without_permission_to_quote_become_kind_and_theme():
    lines = (
        entry(1, "a b c secret", kind="question", theme="Information"),
        entry(2, "d e f secret", quote_ok=False, theme="Call times"),
        entry(3, "g h i secret", kind="story"),
        entry(4, "j k l secret", kind="what_works"),
        entry(5, "m n o secret", kind="staff_comment"),
        entry(6, "p q r secret"),
    )
    snapshot = opened(*lines, point(1, "Summed up", 6))
    assert "secret" not in told(snapshot)
    assert [(t.kind.value, t.theme) for t in snapshot.unanswered] == [
        ("question", "Information"),
        ("contribution", "Call times"),
        ("story", None),
    ]
    assert snapshot.what_works == 1
    assert snapshot.points[0].quotes == ()


@pytest.mark.parametrize(
    ("public", "signed"),
    [("full name", "Ana Maria Quist"), ("first name", "Ana"), ("role only", None), ("not at all", None)],
)
def test_words_are_signed_as_their_speaker_chose(public, signed):
    snapshot = opened(person("a", "Ana Maria Quist", public=public), entry(1, "Yes", speaker="a", quote_ok=True))
    assert snapshot.unanswered[0].quote.signed == signed


def test_a_role_is_printed_from_three_people_there_up():
    people = [person(k, f"Person {k}", "Carer ", "role only") for k in "abc"]
    line = entry(1, "Yes", speaker="a", quote_ok=True)
    assert opened(*people, line).unanswered[0].quote.signed == "Carer"
    assert opened(*people[:2], person("c", "Person c", "carer, retired"), line).unanswered[0].quote.signed is None


def test_words_without_a_name_are_unsigned():
    for speaker in (ANONYMOUS, None):
        assert opened(entry(1, "Yes", speaker=speaker, quote_ok=True)).unanswered[0].quote.signed is None


def test_words_said_for_someone_are_signed_as_that_person_chose_and_only_when_checked():
    helper, member = person("a", "Ana Quist", public="full name"), person("b", "Bo Roe", public="first name")
    line = entry(1, "Yes", speaker="a", said_for="b", quote_ok=True)
    assert opened(helper, member, line).unanswered[0].quote.signed == "A supporter, for someone else"
    checked = dataclasses.replace(line, checked_with_person=True)
    assert opened(helper, member, checked).unanswered[0].quote.signed == "A supporter, for Bo"
    own = dataclasses.replace(checked, whose_words=WhoseWords.THEIRS)
    assert opened(helper, member, own).unanswered[0].quote.signed == "Bo"


def test_a_description_of_ours_is_never_between_quotation_marks():
    line = entry(1, "Bo used a card to say yes", speaker="b", quote_ok=True, whose_words=WhoseWords.DESCRIPTION)
    snapshot = opened(person("b", "Bo Roe", public="full name"), line, point(1, "Cards", 1))
    assert snapshot.points[0].quotes == ()
    assert snapshot.points[0].summaries == ("Bo used a card to say yes",)


@pytest.mark.parametrize("who", ["speaker", "said_for", "line"])
def test_who_changed_their_mind_is_gone_but_the_promise_stays(who):
    gone = person("a", "Ana Quist", "service director", "full name", consent_withdrawn_on=DAY)
    line = entry(1, "I slept badly", quote_ok=True, **({"withdrawn": True} if who == "line" else {who: "a"}))
    snapshot = opened(gone, line, point(1, "Nights are bad", 1, owner="Ana Quist"))
    assert "slept" not in told(snapshot)
    assert "Quist" not in told(snapshot)
    assert snapshot.points[0].you_said == "Nights are bad"
    assert snapshot.points[0].owner == "A member of staff"


@pytest.mark.parametrize(
    ("role", "public", "owner"),
    [
        ("service director", "full name", "Ana Quist"),
        ("service director", "first name", "Ana"),
        ("service director", "role only", "Service director"),
        ("service director", "not at all", "A member of staff"),
        ("draws on care", "not at all", "A member of the group"),
    ],
)
def test_owners_are_named_as_they_chose(role, public, owner):
    agreed = point(1, "This", owner="Ana Quist", owner_agreed=DAY)
    assert opened(person("a", "Ana Quist", role, public), agreed).points[0].owner == owner


def test_who_was_asked_is_named_as_they_chose_too():
    asked = point(1, "This", answer="not_decided", asked_who="Ana Quist", asked_on=DAY)
    snapshot = opened(person("a", "Ana Quist", "head of contracts", "role only"), asked)
    assert (
        snapshot.points[0].asked
        == "We asked Head of contracts on 17 September 2026, and will tell you by 6 November 2026"
    )


def test_an_owner_job_title_is_printed_as_typed():
    assert opened(point(1, "This", owner="Head of home care")).points[0].owner == "Head of home care"


def test_co_chairs_who_allow_it():
    people = (
        person("a", "Ana Quist", "co-chair, draws on care", "full name"),
        person("b", "Bo Roe", "Co-chair", "role only"),
        person("c", "Cy Lund", "Co chair, carer", "first name"),
    )
    assert opened(*people).co_chairs == ("Ana Quist", "Cy")


def test_duplicates_are_never_printed_but_counted():
    people = [person(k, f"Person {k}") for k in "abc"]
    lines = [
        entry(1, "Ring us back", speaker="a", quote_ok=True),
        entry(2, "same here", speaker="b", duplicate_of="e1", quote_ok=True),
        entry(3, "and me", speaker="c", duplicate_of="e2", quote_ok=True),
    ]
    snapshot = opened(*people, *lines, point(1, "Ring back", 1))
    assert "same here" not in told(snapshot)
    assert snapshot.points[0].said_by == 3
    assert opened(*people, *lines[:2], point(1, "Ring back", 1)).points[0].said_by is None


def test_every_quotation_is_printed_once():
    lines = [
        entry(1, "red buses", quote_ok=True),
        entry(2, "blue buses", quote_ok=True),
        entry(3, "green buses", quote_ok=True),
        entry(4, "works well", kind="what_works", quote_ok=True),
        entry(5, "thank you", quote_ok=True, outcome=Outcome.HEARD),
        entry(6, "left out because", quote_ok=True, outcome=Outcome.LEFT_OUT),
    ]
    snapshot = opened(*lines, point(1, "One", 1), point(2, "Two", 3, answer=None))
    paper = told(snapshot)
    assert [paper.count(e.text) for e in lines] == [1, 1, 1, 1, 1, 0]
    assert [q.words for q in snapshot.also_said] == ["works well", "thank you"]
    assert [t.quote.words for t in snapshot.unanswered] == ["blue buses", "green buses"]
    assert snapshot.heard == 0


def test_parked_things_are_unsigned_and_say_who_has_them():
    who = person("a", "Ana Quist", public="full name")
    lines = (
        entry(1, "potholes", kind="parking_lot", speaker="a", quote_ok=True, outcome_note="Highways, since May"),
        entry(2, "bins", kind="parking_lot", quote_ok=True),
        entry(3, "ring 07700 900481", kind="parking_lot", quote_ok=True),
        entry(4, "hidden", kind="parking_lot", publish="no"),
    )
    snapshot = opened(who, *lines, point(1, "The bins", 2, answer="passed_on", owner="Waste team"))
    assert [(p.text, p.who_has_it) for p in snapshot.parked] == [
        ("potholes", "Highways, since May"),
        ("bins", "Waste team"),
    ]
    assert "Quist" not in told(snapshot)


def test_access_problems_are_counted_and_never_told():
    lines = (
        entry(1, "W could not hear secret", kind="access_incident", quote_ok=True, outcome_note="Loop switched on"),
        entry(2, "secret", kind="access_incident", quote_ok=True),
        entry(3, "secret", kind="access_incident", publish="no"),
    )
    snapshot = opened(*lines, point(1, "Online people forgotten", 2, text="One person looks after them."))
    assert (snapshot.access.how_many, snapshot.access.what_was_done) == (
        2,
        ("Loop switched on", "One person looks after them."),
    )
    assert "secret" not in told(snapshot)


def test_notes_are_never_printed():
    assert "urn" not in told(opened(entry(1, "tea urn", kind="note", quote_ok=True), point(1, "Tea", 1)))


def test_passed_on_lines_say_where_they_went():
    line = entry(1, "secret words", theme="Buses", outcome=Outcome.PASSED_ON, outcome_note="Bus users' group")
    (thing,) = opened(line).passed_on
    assert (thing.text, thing.who_has_it) == ("Something said about Buses", "Bus users' group")


# ---- what is not settled


def test_an_unsettled_line_is_left_out_even_if_nobody_ran_check():
    line = entry(1, "Ring me on 07700 900481", quote_ok=True, theme="Ask Mrs Obi")
    snapshot = opened(line)
    assert "07700" not in told(snapshot)
    assert "Obi" not in told(snapshot)
    assert len(snapshot.unanswered) == 1
    assert blocking(findings(record(line)))
    assert "Obi" not in told(opened(entry(1, "My mum has dementia. Mrs Obi knows", quote_ok=True)))


@pytest.mark.parametrize(
    "row",
    [
        point(1, "Ring me on 07700 900481"),
        point(1, "Ring back", text="Ask Mrs Obi"),
        point(1, "Ring back", text="My mum has dementia. Ask Mrs Obi"),
        point(1, "Ring back", owner="Karen Whitlock", owner_agreed=DAY),
        point(1, "Ring back", updates=(Update(id="u", on=DAY, state=UpdateState.LATE, text="Mrs Obi is ill"),)),
    ],
)
def test_the_gate_stays_shut_for_anything_else_unsettled(row):
    with pytest.raises(UserError) as refused:
        opened(row)
    assert "07700" not in str(refused.value)
    assert "Obi" not in str(refused.value)


def test_the_gate_looks_at_the_rest_of_the_session_as_well():
    vote = Vote(id="v", question="Where?", options=(VoteOption(id="o", label="Mrs Obi's house", votes=3),))
    before = Telling(id="x", text="Ring Mrs Obi", status=EarlierStatus.DONE)
    for changed in ({"votes": (vote,)}, {"earlier": (before,)}):
        with pytest.raises(UserError):
            open_gate(dataclasses.replace(record(), **changed), (), DAY)
    with pytest.raises(UserError):
        opened(purpose="Ask Mrs Obi")


def test_fine_prints_and_left_out_does_not():
    session = record(entry(1, "Mrs Obi is late", quote_ok=True), point(1, "Ask Mrs Obi"))
    fine = open_gate(session, [settle(f) for f in findings(session)], DAY)
    assert fine.unanswered[0].quote.words == "Mrs Obi is late"
    assert fine.points[0].you_said == "Ask Mrs Obi"
    out = open_gate(session, [settle(f, Decision.LEAVE_OUT) for f in findings(session)], DAY)
    assert out.unanswered[0].quote is None
    assert out.points[0].you_said == "Ask [name left out]"


def test_other_words_for_a_point_are_only_settled_by_writing_them():
    session = record(point(1, "Ask Mrs Obi"))
    settled = [settle(f, Decision.OTHER_WORDS) for f in findings(session)]
    assert blocking(findings(session, settled))
    with pytest.raises(UserError):
        open_gate(session, settled, DAY)


def test_reviewed_prints_what_it_may():
    session = record(entry(1, "Mrs Obi is late", quote_ok=True), contact="x")
    assert open_gate(session, reviewed(session), DAY).unanswered[0].quote.words == "Mrs Obi is late"


def test_reviewed_never_overrides_a_name():
    people = (person("a", "Winifred Tattersall"), person("b", "Mo'nique Adeyemi", public="first name"))
    lines = entry(1, "Tattersall and Mo'nique Adeyemi agree", quote_ok=True)
    session = record(*people, lines, point(1, "What Winifred wants", text="We rang Winifred Tattersall."))
    paper = told(open_gate(session, reviewed(session), DAY))
    assert "tattersall" not in paper.lower()
    assert "winifred" not in paper.lower()
    assert "Adeyemi" not in paper
    assert "[name left out] and Mo'nique agree" in paper
    by_hand = told(open_gate(session, [settle(f) for f in findings(session)], DAY))
    assert "Tattersall and Mo'nique Adeyemi agree" in by_hand


def test_reviewed_never_overrides_publish_no_or_quote_ok():
    hidden = entry(1, "ring 07700 900481", publish="no", quote_ok=True)
    private = entry(2, "nobody ever washed her properly", quote_ok=False)
    session = record(hidden, private, point(1, "You said: “nobody ever washed her properly”", 2))
    paper = told(open_gate(session, reviewed(session), DAY))
    assert "07700" not in paper
    assert "“nobody" not in paper
    assert "nobody ever washed her" not in paper


def test_marked_as_safeguarding_never_leaves():
    session = record(entry(1, "She is afraid at night", quote_ok=True, flags=("safeguarding",)))
    for settlements in ((), reviewed(session), [settle(f) for f in findings(session)]):
        assert "afraid" not in told(open_gate(session, settlements, DAY))


# ---- nasty words


NASTY = "<script>alert('x')</script> & =1+1 ../../etc ‮ \x07 \"quoted\" 👩🏽‍🦽 “already”"


def test_text_goes_through_as_it_was_typed_but_for_what_no_paper_prints():
    snapshot = opened(entry(1, NASTY, quote_ok=True), title="=HYPERLINK(1)")
    assert snapshot.unanswered[0].quote.words == NASTY.replace("\u202e", "").replace("\x07", "")
    assert snapshot.title == "=HYPERLINK(1)"


def test_three_lines_stay_three_lines():
    assert opened(entry(1, "one\ntwo\nthree", quote_ok=True)).unanswered[0].quote.words == "one\ntwo\nthree"


def test_twenty_thousand_characters():
    long = "word " * 4000
    assert opened(entry(1, long, quote_ok=True)).unanswered[0].quote.words == long.strip()


def test_letters_made_of_two_characters_are_still_a_name():
    paper = told(opened(person("a", "Zoë Müller-Groß"), entry(1, "ask Zoe\u0308 Mu\u0308ller today", quote_ok=True)))
    assert "ask Zo" not in paper


def test_right_to_left_words_keep_their_language():
    line = entry(1, "کوئی فون نہیں کرتا", lang="ur", dir="rtl", quote_ok=True, translation="Nobody rings")
    quote = opened(line).unanswered[0].quote
    assert (quote.lang, quote.dir, quote.translation) == ("ur", "rtl", "Nobody rings")


def test_ids_in_the_paper_are_places_not_keys():
    named = dataclasses.replace(point(1, "This"), id="donna", key="donna-07700")
    assert "donna" not in told(opened(named))


def test_a_session_of_only_nameless_people():
    snapshot = opened(entry(1, "It is late", speaker=ANONYMOUS, quote_ok=True))
    assert snapshot.came == ()
    assert snapshot.unanswered[0].quote.signed is None


@pytest.mark.parametrize(
    "text",
    [
        "You said nobody ever rings me back",
        "Nobody ever rings me back, again and again",
        "‹nobody ever rings me back›",
        "「nobody ever rings me back」",
        "nobody ever rings me back",
    ],
)
def test_refused_words_inside_longer_words_are_seen_and_never_printed(text):
    refused = entry(1, "Nobody ever rings me back", quote_ok=False)
    session = record(refused, point(1, text, 1))
    assert any(f.kind == "same_words" for f in findings(session))
    assert "rings me back" not in told(open_gate(session, reviewed(session), DAY))


def test_words_in_a_script_without_spaces_are_seen_inside_longer_ones():
    refused = entry(1, "公共汽车总是迟到没有人告诉我们", quote_ok=False)
    session = record(refused, point(1, "你们说公共汽车总是迟到没有人告诉我们", 1))
    assert any(f.kind == "same_words" for f in findings(session))
