"""What the Paper page decides, without a window: which question is next, what is said, which formats stand where."""

from __future__ import annotations

import datetime
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.check.settled import Decision
from coprod_desktop.domain.formats import Wish
from coprod_desktop.domain.week_after import FormatAsked, FormatState
from coprod_desktop.services.program import content
from coprod_desktop.services.seen.looking import Choice, State, items
from coprod_desktop.services.seen.paper import Questions, by_people_words, make_words, more_words, shelves, standing
from tests.services.seen.test_looking import found, gap, settled

FORMS = content.load().formats


def private(n, **more):
    return found(words_hash=f"h{n}", subject=f"e{n}", **more)


def shown(*findings):
    questions = Questions()
    questions.show("s", items(findings))
    return questions


def test_one_after_the_other_and_how_many_are_left():
    questions = shown(private(1), private(2))
    first = questions.now
    assert questions.left() == "2 left"
    assert questions.heading() == "Look at this first"
    questions.settled()
    questions.show("s", items([private(1, settled=settled(Decision.LEAVE_OUT)), private(2)]))
    assert questions.now is not None
    assert questions.now.id != first.id
    assert questions.after(Choice.LEAVE_OUT).startswith("Left out. 1 left. Names a person who is not on the list. Ring")


def test_after_the_last_nothing_is_open():
    questions = shown(private(1, settled=settled(Decision.FINE)))
    assert questions.now is None
    assert questions.after(Choice.FINE) == "Fine as it is. Nothing is open."
    assert questions.looked() == ("done", "1 settled")


def test_what_comes_back_is_asked_first():
    """As after undo, or when other words are private too."""
    done = private(3, settled=settled(Decision.LEAVE_OUT))
    questions = shown(private(1), private(2), done)
    questions.show("s", items([private(1), private(2), private(3)]))
    assert questions.now.first.subject == "e3"


def test_what_must_be_settled_comes_round_again_and_a_gap_does_not():
    questions = shown(private(1), private(2), gap(subject="e9"))
    seen = []
    for _ in range(5):
        seen.append(questions.now.first.subject)
        questions.put_off(questions.now)
    assert seen == ["e1", "e2", "e9", "e1", "e2"]
    assert questions.now.state is State.MUST


def test_a_gap_that_was_put_off_is_told_in_the_row_that_opens():
    questions = shown(gap(), private(1, settled=settled(Decision.FINE)))
    assert questions.looked() == ("done", "1 settled")
    questions.put_off(questions.now)
    assert questions.now is None
    assert questions.looked() == ("waiting", "The paper says “draft”: 1 thing not answered yet. 1 settled")


def test_one_that_was_looked_at_can_be_asked_about_again_and_kept_as_it_is():
    questions = shown(private(1, settled=settled(Decision.FINE)), private(2))
    questions.choose(questions.items[-1].id)
    assert questions.now.state is State.SETTLED
    assert questions.heading() == "Look at this again"
    questions.put_off(questions.now)
    assert questions.now.first.subject == "e2"
    assert len(questions.waiting) == 1


def test_another_session_begins_anew():
    questions = shown(private(1), private(2))
    questions.put_off(questions.now)
    questions.show("another", items([private(1), private(2)]))
    assert questions.now.first.subject == "e1"


@given(st.lists(st.tuples(st.integers(0, 5), st.sampled_from(["later", "settle", "undo", "choose"])), max_size=30))
def test_while_something_must_be_settled_it_is_asked_and_nothing_else_says_it_is_done(steps):
    """In any order of putting off, settling, undoing and going back."""
    open_ones, questions = set(range(6)), Questions()

    def read():
        findings = [
            private(n, blocks=n > 1, **({} if n in open_ones else {"settled": settled(Decision.FINE, f"s{n}")}))
            for n in range(6)
        ]
        questions.show("s", items(findings))

    read()
    for n, step in steps:
        now = questions.now
        if step == "later" and now is not None:
            questions.put_off(now)
        elif step == "settle" and now is not None and now.state is not State.SETTLED:
            open_ones.discard(int(now.first.subject[1:]))
            questions.settled()
        elif step == "undo":
            open_ones.add(n)
        elif step == "choose":
            questions.choose(questions.items[n].id)
        read()
        must = {n for n in open_ones if n > 1}
        assert must <= {int(one.first.subject[1:]) for one in questions.waiting}
        if must:
            assert questions.now is not None
        if questions.now is None:
            assert questions.left() == "Nothing is open"


def test_what_people_read_and_what_is_always_made_stands_first_the_rest_under_more():
    shelf = shelves(FORMS, [Wish("braille", "", 2), Wish(None, "BSL film", 1)])
    assert shelf.read == ("pdf", "braille")
    assert set(shelf.read) | set(shelf.more) == set(FORMS.names)
    assert not set(shelf.read) & set(shelf.more)


@given(st.sets(st.sampled_from(FORMS.names)))
def test_what_stands_first_is_what_is_ticked(read):
    wishes = [Wish(name, "", 1) for name in read]
    shelf = shelves(FORMS, wishes)
    ticked = {form.name for form in FORMS.rows if standing(form, wishes, FORMS.names, 18).ticked}
    assert ticked == set(shelf.read)


def test_how_a_format_stands_is_said():
    wishes = [Wish("large-print", "", 1), Wish("csv", "", 3)]
    large = standing(FORMS.of("large-print"), wishes, FORMS.names, 20)
    assert (large.words, large.note, large.there) == ("Large print, 20 pt", "1 person", True)
    listed = standing(FORMS.of("csv"), wishes, ("pdf",), 18)
    assert (listed.note, listed.there) == ("No list in it", False)
    assert standing(FORMS.of("json"), (), (), 18).there


def test_what_only_people_make_is_told_with_how_far_it_is():
    wishes = [Wish("pdf", "", 3), Wish(None, "BSL film", 1), Wish(None, "Makaton", 2)]
    asked_for = FormatAsked(id="a", format="BSL film", state=FormatState.ASKED, on=datetime.date(2026, 11, 26))
    audio = replace(asked_for, format="Audio", language="Polish", state=FormatState.CHECKED)
    assert by_people_words(wishes, [asked_for, audio]).splitlines() == [
        "BSL film: 1 person. Asked for.",
        "Makaton: 2 people.",
        "Audio in Polish: checked.",
        "This is not made here. Ask someone who can.",
    ]
    assert by_people_words(wishes[:2], [asked_for]) == "BSL film: 1 person. Asked for."
    assert by_people_words(wishes[:1], []) == ""


def test_the_buttons_say_how_many():
    shelf = shelves(FORMS, ())
    assert make_words(FORMS, []) == "Tick what to make"
    assert make_words(FORMS, ["pdf"]) == "Make 1 paper"
    assert make_words(FORMS, ["pdf", "json"]) == "Make 2 files"
    assert more_words(FORMS, shelf, ["pdf"]) == "More"
    assert more_words(FORMS, shelf, ["pdf", "json"]) == "More: 1 ticked"
