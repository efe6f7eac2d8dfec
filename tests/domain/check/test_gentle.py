"""What is asked about gently: it is listed, and no paper waits for it."""

import pytest

from coprod_desktop.domain.check.findings import blocking, findings
from coprod_desktop.domain.check.scan import Scanner
from coprod_desktop.domain.check.settled import Decision, Severity
from coprod_desktop.publish.gate import open_gate
from tests.domain.making import DAY, entry, person, point, record, settle


def kinds(text: str) -> list[str]:
    return [one.kind.value for one in Scanner(record()).hits(text)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("I'm the only deaf man in the village", "small_group"),
        ("the headmaster's wife", "small_group"),
        ("the woman whose son drowned", "small_group"),
        ("my brother has bipolar", "health"),
        ("I tried to end it last winter", "health"),
        ("my husband hits me", "violence"),
        ("we are seeking asylum", "law"),
    ],
)
def test_what_is_asked_about(text, kind):
    assert kind in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Dementia Friends training was good",
        "people with dementia should be asked first",
        "it hit me how cold it was",
        "the only warm room is upstairs",
        "the people who decide should come",
        "we need a deaf club and a blind bowls team",
        "Domestic abuse leaflets in the toilets",
    ],
)
def test_what_is_about_nobody(text):
    assert kinds(text) == []


def test_it_is_listed_and_blocks_nothing_and_prints():
    session = record(entry(1, "My mum has dementia", quote_ok=True), point(1, "My husband hits me"))
    asked = [f for f in findings(session) if f.severity is Severity.PRIVACY]
    assert [(f.kind, f.blocks, f.settled) for f in asked] == [("health", False, None), ("violence", False, None)]
    assert blocking(asked) == ()
    public = open_gate(session, (), DAY)
    assert public.unanswered[0].quote.words == "My mum has dementia"
    assert public.points[0].you_said == "My husband hits me"


def test_the_health_of_another_behind_a_signed_quote_is_asked_about_as_such():
    ana = person("a", "Ana Quist", public="first name")
    signed = entry(1, "My mum has dementia", speaker="a", quote_ok=True)
    unsigned = entry(2, "My dad has dementia", quote_ok=True)
    found = {f.entry: f.why for f in findings(record(ana, signed, unsigned)) if f.kind == "health"}
    assert "a name stands under it" in found[1]
    assert "a name stands under it" not in found[2]


def test_it_can_be_left_out_all_the_same():
    session = record(entry(1, "My mum has dementia", quote_ok=True), point(1, "It is cold. My husband hits me."))
    settled = [settle(f, Decision.LEAVE_OUT) for f in findings(session) if f.severity is Severity.PRIVACY]
    public = open_gate(session, settled, DAY)
    assert public.unanswered[0].quote is None
    assert public.points[0].you_said == "It is cold."


def test_what_was_taken_back_and_is_told_again_in_other_words_is_asked_about():
    gone = entry(1, "They left me on the commode while they did the paperwork", withdrawn=True)
    again = entry(2, "as the lady said: commode, paperwork, forty minutes", quote_ok=True)
    found = [f for f in findings(record(gone, again)) if f.kind == "told_again"]
    assert [(f.entry, f.words, f.blocks) for f in found] == [(2, "commode, paperwork", False)]


def test_words_taken_back_stay_out_of_what_a_facilitator_writes():
    gone = entry(1, "I slept in the bath because the hoist broke", withdrawn=True)
    session = record(gone, entry(2, "hello there"), point(1, "One who slept in the bath", 2))
    assert [f.words for f in findings(session) if f.kind == "taken_back"] == ["slept in the bath"]


def test_one_word_that_comes_twice_or_two_far_apart_tell_nothing_again_word_for_word():
    gone = entry(1, "They left me on the commode, the commode, while they did all of the paperwork", withdrawn=True)
    for text, kind in (("a commode, a commode and paperwork", "told_again"), ("all of the paperwork", None)):
        found = [f.kind for f in findings(record(gone, point(1, text))) if f.kind in {"told_again", "taken_back"}]
        assert found == ([kind] if kind else [])
