"""Plain words help: what is told of, what to use instead, and how little is said of text that is plain already."""

from __future__ import annotations

import json
import time

import pytest

from coprod_desktop import paths
from coprod_desktop.domain.plain.forms import put_into
from coprod_desktop.domain.plain.hints import MOST, HintKind, hints
from tests.desks import EVALUATION, HOME_CARE, STEERING

PLAIN = (
    "We will ring you back the same day.",
    "You can choose a paper rota. We post it every Friday.",
    "No new 15-minute calls from 1 October. Medicine calls can still be 15 minutes.",
    "We cannot pay for taxis this year. It would cost £41,000. We will look at this again on 4 March 2027.",
    "Priti asked the three providers on 2 June. They said yes.",
    "As soon as you tell us, we will change the rota.",
    "The hall is closed on Mondays. The door is locked at 5, so please ring the bell.",
    "Please do NOT ring the old number.",
    "Our contract ends in March 2028.",
    "The kettle is broken and the room was cold.",
    "You are supposed to get a letter. If you are worried, ring Sam.",
    "The rota will be posted by the office on Fridays.",
)
HARD = (
    "We will endeavour to commence the new domiciliary care service in due course. GPs will facilitate it for service "
    "users, and the rota will be looked at prior to discharge."
)


@pytest.fixture(scope="module")
def words():
    found = json.loads(paths.resource("content", "plain_words.json").read_text("utf-8"))
    return {**found["words"], **found["explained"], **found["initials"]}


def told(text, words, *, dated=True, said=()):
    return {(h.kind.value, h.words): h.use for h in hints(text, words, dated=dated, said=said)}


def uses(text, words):
    return {h.words: h.use for h in hints(text, words) if h.kind in (HintKind.HARD, HintKind.INITIALS)}


# ---- what is told of


def test_what_somebody_said_is_theirs_however_short(words):
    assert list(told("The GP came.", words)) == [("initials", "GP")]
    assert told("The GP came.", words, said=["GP"]) == {}
    assert list(told("GP! So the GP came.", words, said=["GP"])) == [("initials", "GP")]


@pytest.mark.parametrize("vague", ["ongoing", "soon", "in progress", "in due course", "shortly", "as soon as possible"])
def test_where_a_day_belongs_vague_time_is_told(words, vague):
    text = f"This will happen, {vague}."
    assert [(h.kind, h.words, h.say) for h in hints(text, words, dated=True)] == [
        (HintKind.VAGUE, vague, "Say the day.")
    ]
    assert not hints(text, words, dated=False)
    assert not hints(text, words)


@pytest.mark.parametrize("trying", ["endeavour to", "aim to", "look into", "seek to", "hope to"])
def test_a_promise_only_to_try_is_told(words, trying):
    (hint,) = hints(f"We will {trying} the rota.", words, dated=True)
    assert (hint.kind, hint.words) == (HintKind.VAGUE, trying)
    assert "by which day" in hint.say
    assert not hints("We look forward to it.", words, dated=True)


@pytest.mark.parametrize(
    "text", ["Your letter will be looked at.", "It is being reviewed.", "The rota has been changed.", "It was decided."]
)
def test_what_nobody_does_is_told(words, text):
    (hint,) = hints(text, words)
    assert hint.kind is HintKind.PASSIVE
    assert "Who will do it?" in hint.say


def test_a_promise_to_try_at_the_end_of_a_sentence(words):
    assert told("This is what we will look into.", words) == {("vague", "look into"): ""}


def test_a_passive_that_says_who_is_fine_but_a_day_is_not_who(words):
    assert not hints("It will be checked by the welfare rights team.", words)
    assert told("It will be checked by Friday.", words) == {("passive", "will be checked"): ""}


def test_more_than_one_idea_and_a_long_sentence(words):
    two = "We will ring every family on the list this month and we will send each of them a rota on paper too."
    assert [h.kind for h in hints(two, words)] == [HintKind.IDEAS]
    long = "We will ring the family of " + "every person " * 9 + "on our list."
    assert [h.kind for h in hints(long, words)] == [HintKind.LONG]
    longish = "We will ring the family of every person on our list for home care before Friday 4 June."
    (gentle,) = hints(longish, words)
    assert gentle.kind is HintKind.EASY
    assert "kinder" in gentle.say


# ---- what to use instead


@pytest.mark.parametrize(
    ("text", "hard", "use"),
    [
        ("We commence on Monday.", "commence", "start"),
        ("Commencing on Monday.", "Commencing", "Starting"),
        ("They utilised it.", "utilised", "used"),
        ("They utilize it.", "utilize", "use"),
        ("Prior to that.", "Prior to", "Before"),
        ("for service users", "service users", "people who draw on care"),
        ("The outcomes of it.", "outcomes", "results"),
        ("She facilitates it.", "facilitates", "helps"),
        ("We procured it.", "procured", "bought"),
        ("It is domiciliary care.", "domiciliary care", "home care"),
        ("ask the GP", "GP", "family doctor (GP)"),
        ("our PAs came", "PA", "personal assistant (PA)"),
        ("Write to the DWP today.", "DWP", "Department for Work and Pensions (DWP)"),
    ],
)
def test_the_plainer_words_fit_into_the_sentence(words, text, hard, use):
    assert uses(text, words) == {hard: use}


def test_no_form_is_offered_that_may_be_wrong(words):
    (hint,) = [h for h in hints("We implemented it.", words) if h.kind is HintKind.HARD]
    assert hint.use == ""
    assert "do" in hint.say
    assert put_into("take part", "ed") == ""
    assert put_into("what was sent", "s") == ""
    assert (put_into("piece of work", "s"), put_into("set up", "s")) == ("pieces of work", "sets up")
    assert put_into("steps", "s") == "steps"


def test_a_word_without_a_plainer_one_is_explained_once(words):
    assert uses("Co-production, and co-production again.", words) == {
        "Co-production": "Co-production (people and staff making it together, as equals)"
    }
    assert not uses("We talk of co-production (making it together).", words)


def test_initials_are_told_the_first_time_only_and_not_when_spelled_out(words):
    assert uses("The NHS pays. The NHS says so.", words) == {"NHS": "National Health Service (NHS)"}
    assert not uses("The National Health Service (NHS) pays. Ask the NHS.", words)
    assert not uses("Ask the home care forum (HCF).", words)
    assert uses("Ask the HCF.", words) == {"HCF": ""}
    assert not uses("WE HEARD NOTHING. Do NOT ring on TV or in the UK.", words)


def test_a_name_is_no_hard_word(words):
    assert not uses("We asked the Procurement Board.", words)
    assert uses("Procurement is slow.", words) == {"Procurement": "Buying"}


def test_the_workspaces_own_words_and_the_place_of_what_is_found(words):
    text = "Ünïcode 😀 and then synergise it."
    (hint,) = hints(text, {"synergise": "work together"})
    assert text[hint.start : hint.end] == hint.words == "synergise"
    assert hint.use == "work together"


# ---- what is left alone


def test_what_people_said_is_never_hinted(words):
    assert not hints("She said “we will commence in due course”.", words, dated=True)
    assert not hints('He said: "utilise the NHS pathway".', words, dated=True)
    assert not hints("My outcomes commence soon", words, dated=True, said=["My outcomes commence soon"])
    line = "Sam told me. My outcomes commence soon! Ring Sam"
    assert not hints("Someone told me. My outcomes commence soon.", words, dated=True, said=[line])
    assert told("My outcomes commence. We will commence.", words, said=["My outcomes commence."]) == {
        ("hard", "commence"): "start"
    }


def test_an_apostrophe_is_no_quotation(words):
    assert uses("People's carers' views will commence, it's said.", words) == {"commence": "start"}


@pytest.mark.parametrize("text", PLAIN)
def test_plain_text_has_no_hints(words, text):
    found = [h for h in hints(text, words, dated=True) if h.kind is not HintKind.EASY]
    assert not found


def test_the_sample_sessions_are_left_nearly_alone(words):
    texts, firm = 0, []
    for sample in (HOME_CARE, STEERING, EVALUATION):
        for promise in json.loads(sample.read_text("utf-8"))["promises"]:
            for name in ("you_said", "text", "reason"):
                if promise.get(name):
                    texts += 1
                    firm += hints(promise[name], words, dated=name != "you_said")
    assert texts > 30
    assert sorted(h.words for h in firm if h.kind is not HintKind.EASY) == ["lived experience", "terms of reference"]
    assert sum(h.kind is HintKind.EASY for h in firm) <= 3


def test_hard_text_gets_a_few_of_the_most_useful_hints_each_once(words):
    found = hints(HARD, words, dated=True)
    assert len(found) == MOST
    assert {h.kind for h in found} >= {HintKind.VAGUE, HintKind.PASSIVE, HintKind.HARD}
    assert [h.start for h in found] == sorted(h.start for h in found)
    assert len({(h.kind, h.words.casefold()) for h in found}) == MOST


def test_it_keeps_up_with_typing(words):
    text = (HARD * 20)[:2000]
    times = []
    for _ in range(10):
        began = time.process_time()
        hints(text, words, dated=True)
        times.append(time.process_time() - began)
    assert min(times) < 0.02  # 3 ms on the laptop this was written on


# ---- the list that ships


def test_the_list_can_be_looked_up(words):
    for hard, plain in words.items():
        assert plain.strip() == plain
        assert len(hard.split()) <= 5
        assert hard == hard.lower() or (hard.isupper() and hard.isalpha()), hard
        assert plain.casefold() != hard.casefold()
    assert len(words) > 300


def test_no_plainer_word_is_a_hard_one(words):
    """Taking our advice must not lead to the next hint."""
    again = {}
    for plain in {plain for hard, plain in words.items() if hard.islower() and "(" not in plain}:
        found = [h.words for h in hints(plain, words) if h.kind is HintKind.HARD]
        if found:
            again[plain] = found
    assert not again


def test_a_word_takes_the_ending_of_the_word_it_stands_for():
    assert put_into("start", "") == "start"
    assert put_into("carry", "s") == "carries"
    assert put_into("carry", "ed") == "carried"
    assert put_into("carry", "ing") == "carrying"
    assert put_into("play", "s") == "plays"
    assert put_into("pass", "s") == "passes"
    assert put_into("use", "ing") == "using"
    assert put_into("see", "ing") == "seeing"
    assert put_into("ask", "ed") == "asked"


def test_an_american_spelling_is_read_as_the_british_one(words):
    assert uses("We utilize it.", words).keys() == {"utilize"}
    assert uses("We utilizing it.", words).keys() == {"utilizing"}


# ---- how many hints, and which

OWN = {
    "alpha": "one",
    "beta test": "two",
    "gamma": "gamma (a ray)",
    "delta force now": "three",
    "epsilon": "four",
    "zeta": "five",
    "big eta": "six",
    "eta": "seven",
    "five words of one kind": "eight",
    "six words are one too many": "nine",
    "can't do": "cannot",
    "theta": "Theta (a letter)",
}


def kinds(text, *, dated=True):
    return [(h.kind.value, h.words) for h in hints(text, OWN, dated=dated)]


@pytest.mark.parametrize(("long", "kind"), [(15, None), (16, "easy"), (20, "easy"), (21, "long"), (22, "long")])
def test_a_sentence_is_long_from_the_twenty_first_word_and_for_easy_read_from_the_sixteenth(long, kind):
    text = " ".join(["word"] * long) + "."
    assert [h.kind.value for h in hints(text, {})] == ([kind] if kind else [])
    assert all(h.say.startswith(f"{long} words in one sentence.") for h in hints(text, {}))
    two_ideas = " ".join(["word"] * (long - 3)) + ", and we go."
    assert [h.kind.value for h in hints(two_ideas, {})] == (["ideas"] if kind else [])


def test_the_gentle_hint_comes_only_where_it_is_the_only_one():
    gentle = " ".join(["word"] * 15)
    assert kinds(f"{gentle} alpha.") == [("hard", "alpha")]
    assert kinds(f"{gentle} word. Alpha is short.") == [("hard", "Alpha")]
    assert [kind for kind, _ in kinds(" ".join(["word"] * 21) + " alpha.")] == ["long", "hard"]


def test_of_one_kind_two_come_before_the_third_of_another():
    text = "alpha epsilon zeta eta. It will be done soon, and is ongoing, shortly. Ask the HCF."
    assert kinds(text) == [
        *[("hard", "alpha"), ("hard", "epsilon")],
        *[("passive", "will be done"), ("vague", "soon"), ("vague", "ongoing")],
    ]
    assert kinds("alpha epsilon zeta eta. Alpha.") == [("hard", w) for w in ("alpha", "epsilon", "zeta", "eta")]
    assert len(kinds("alpha epsilon zeta eta gamma, beta test")) == MOST


def test_a_word_is_told_once_and_only_the_first_of_what_overlaps():
    assert kinds("Alpha and alpha.") == [("hard", "Alpha")]
    assert kinds("Alpha and alpha, epsilon.") == [("hard", "Alpha"), ("hard", "epsilon")]
    assert kinds("It will soon be done. Ask alpha.") == [("vague", "soon"), ("hard", "alpha")]
    assert kinds("It is ongoing, Ongoing.") == [("vague", "ongoing")]
    assert kinds("It will be looked into.") == [("passive", "will be looked")]
    assert kinds("It will soon be done.") == [("vague", "soon")]
    two = kinds("It was decided. It was decided.")
    assert two == [("passive", "was decided"), ("passive", "was decided")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a beta test here", [("beta test", "two")]),
        ("a beta here", []),
        ("a beta, test here", []),
        ("a beta\ntest here", [("beta\ntest", "two")]),
        ("a beta-test here", []),
        ("two beta tests", [("beta tests", "twos")]),
        ("delta force now", [("delta force now", "three")]),
        ("the delta force", []),
        ("big eta", [("big eta", "six")]),
        ("big, eta", [("eta", "seven")]),
        ("five words of one kind", [("five words of one kind", "eight")]),
        ("Alpha and Epsilon", [("Alpha", "One")]),
        ("ask Alpha. Epsilon is here", [("Epsilon", "Four")]),
        ("Ask them.\nEpsilon is here", [("Epsilon", "Four")]),
        ("alphas", [("alphas", "ones")]),
        ("delta force nows", [("delta force nows", "threes")]),
        ("six words are one too many", []),
        ("we can’t do it", [("can’t do", "cannot")]),
        ("we can't do it", [("can't do", "cannot")]),
        ("alpha", [("alpha", "one")]),
    ],
)
def test_the_longest_hard_words_are_told_where_they_stand_together(text, told):
    assert [(h.words, h.use) for h in hints(text, OWN)] == told


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a gamma came", ["Say what it means: a ray."]),
        ("a gamma (a ray) came", []),
        ("a gamma. (a ray) came", ["Say what it means: a ray."]),
        ("a ray (gamma) came", []),
        ("a ray (beta) gamma came", ["Say what it means: a ray."]),
        ("a gamma    (a ray) came", []),
        ("a theta came", ["Say what it means: a letter."]),
        ("alpha", ["Try “one”."]),
    ],
)
def test_what_is_explained_in_brackets_already_is_not_explained_again(text, says):
    assert [h.say for h in hints(text, OWN)] == says


@pytest.mark.parametrize(
    ("text", "say", "use"),
    [
        ("Ask the HCF.", "Say the full words the first time.", ""),
        ("Ask the NHS.", "Say the full words first: Health.", "Health (NHS)"),
    ],
)
def test_what_is_said_of_initials(text, say, use):
    assert [(h.say, h.use) for h in hints(text, {"NHS": "Health"})] == [(say, use)]
