"""What the capture line does with words and choices, without a window."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.permission import Circle
from coprod_desktop.domain.words import EntryKind, WhoseWords
from coprod_desktop.ui.listen.in_hand import InHand, spoken
from coprod_desktop.ui.listen.typed_line import LineBeingTyped
from coprod_desktop.ui.listen.voices import NOT_SAID, Voice, voices_of
from tests.domain.making import person

PEOPLE = (person("bo", "Bo Lindqvist", consents={"quote": "yes"}), person("ann", "Ann Marsh"))


@pytest.fixture
def hand() -> InHand:
    made = InHand()
    made.set_choices(voices_of(PEOPLE, ["carer"]), ["Buses"], ["Steps", "Buses"])
    return made


def typed(hand: InHand, words: str) -> InHand:
    hand.said = LineBeingTyped(words)
    return hand


def test_a_line_is_handed_in_under_its_own_id_and_the_next_has_another(hand):
    first = hand.id
    said, handed = typed(hand, "The bus is late").enter(first_letters=False)
    assert (said.words, handed) == ("The bus is late", first)
    assert (hand.said, hand.is_empty()) == (LineBeingTyped(), True)
    assert hand.id != first


@pytest.mark.parametrize("words", ["", "  \n "])
def test_nothing_is_handed_in_without_words_and_what_was_chosen_stays(hand, words):
    typed(hand, words).choose_kind(EntryKind.QUESTION)
    before = hand.id
    assert hand.enter(first_letters=False) is None
    assert (hand.id, hand.said.kind, hand.said.words) == (before, EntryKind.QUESTION, "")


def test_who_said_the_line_before_is_offered_first(hand):
    assert hand.last == NOT_SAID
    typed(hand, "Late again @Bo").enter(first_letters=False)
    assert hand.last.speaker == "bo"
    typed(hand, "And again").enter(first_letters=False)
    assert hand.last.speaker == "bo"


def test_a_line_being_changed_lays_the_one_being_typed_aside(hand):
    typed(hand, "half a li")
    own = hand.id
    hand.edit("one", LineBeingTyped("The bus is late"))
    hand.edit("two", LineBeingTyped("The step is high"))
    assert (hand.editing, hand.id) == ("two", "two")
    said, handed = hand.enter(first_letters=False)
    assert (said.words, handed) == ("The step is high", "two")
    assert (hand.said.words, hand.id, hand.editing) == ("half a li", own, None)


def test_giving_up_says_which_line_and_changes_no_other(hand):
    assert typed(hand, "half a li").leave_edit() is None
    assert hand.said.words == "half a li"
    hand.edit("one", LineBeingTyped("x"))
    assert hand.leave_edit() == "one"
    assert hand.said.words == "half a li"


def test_a_line_changed_is_not_who_spoke_last(hand):
    hand.edit("one", LineBeingTyped("x", voice=hand.voices.find("bo", None)))
    hand.enter(first_letters=False)
    assert hand.last == NOT_SAID


def test_words_that_could_not_be_saved_come_back_unless_others_were_typed(hand):
    assert hand.put_back(LineBeingTyped("lost"), "its own id")
    assert (hand.said.words, hand.id) == ("lost", "its own id")
    assert not hand.put_back(LineBeingTyped("other"))
    assert hand.said.words == "lost"


def test_while_a_line_is_changed_they_wait_behind_it(hand):
    hand.edit("one", LineBeingTyped("x"))
    assert hand.put_back(LineBeingTyped("lost"), "its own id")
    assert hand.said.words == "x"
    assert not hand.put_back(LineBeingTyped("other"))
    hand.leave_edit()
    assert (hand.said.words, hand.id) == ("lost", "its own id")


def test_another_session_forgets_all_of_it(hand):
    typed(hand, "half").edit("one", LineBeingTyped("x"))
    hand.last = hand.voices.find("bo", None)
    hand.start_again()
    assert (hand.said, hand.editing, hand.last) == (LineBeingTyped(), None, NOT_SAID)
    assert hand.leave_edit() is None


def test_what_somebody_answers_later_fills_the_line_and_an_own_choice_stays(hand):
    ann = hand.voices.find("ann", None)
    hand.choose_voice(ann)
    assert hand.quote_words() == "May quote?"
    hand.turn_quote()
    same = voices_of(PEOPLE, ["carer"])
    hand.set_choices(same, [], [])
    assert hand.said.quote is True
    said_no = voices_of((PEOPLE[0], person("ann", "Ann Marsh", consents={"quote": "no"})), [])
    hand.set_choices(said_no, [], [])
    assert hand.said.quote is hand.voices.find("ann", None).quote


def test_themes_of_the_session_come_before_those_for_everyone(hand):
    assert hand.themes() == ["Buses", "Steps"]
    assert list(hand.names("#")) == ["Buses", "Steps"]
    assert "Bo Lindqvist" in hand.names("@")


def test_a_kind_turns_back_into_an_ordinary_line(hand):
    hand.turn_kind(EntryKind.PARKING_LOT)
    assert hand.said.kind is EntryKind.PARKING_LOT
    hand.turn_kind(EntryKind.PARKING_LOT)
    assert hand.said.kind is EntryKind.CONTRIBUTION


def test_what_is_said_for_somebody_is_a_supporters_until_it_is_said_whose(hand):
    assert hand.whose() is WhoseWords.THEIRS
    hand.choose_for("bo")
    assert hand.whose() is WhoseWords.SUPPORTER
    assert hand.whose_words().startswith("For Bo")
    hand.choose_whose(WhoseWords.DESCRIPTION)
    assert hand.whose() is WhoseWords.DESCRIPTION
    hand.choose_for(None)
    assert (hand.whose(), hand.whose_words()) == (WhoseWords.THEIRS, "Whose")


def test_each_choice_is_called_and_spoken_by_its_own_words(hand):
    assert (hand.who_words(), hand.theme_words(), hand.kind_words()) == ("Who", "Theme", "Said")
    hand.choose_theme("Buses")
    hand.choose_voice(Voice("Carer", role="carer"))
    assert (hand.who_words(), hand.theme_words()) == ("Who: Carer", "Theme: Buses")
    hand.said = LineBeingTyped("x", quote=True, circle=Circle.CAME)
    assert hand.quote_words() == "May quote: who came"
    assert spoken("Who") == "Who said it"
    assert spoken("Theme: Buses") == "Theme: Buses"


ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("type"), st.sampled_from(["", "a", "b c"])),
        st.tuples(st.just("edit"), st.sampled_from(["one", "two"])),
        st.tuples(st.just("back"), st.sampled_from(["lost", "more"])),
        st.tuples(st.sampled_from(["enter", "leave"]), st.just("")),
    ),
    max_size=12,
)


@given(ACTS)
def test_no_words_are_ever_lost_but_those_typed_over(acts):
    hand, waiting, given_in = InHand(), set(), []
    for act, words in acts:
        if act == "type":
            waiting.discard(hand.said.words)
            hand.said = LineBeingTyped(words)
            waiting.add(words)
        elif act == "edit":
            if hand.editing is not None:
                waiting.discard(hand.said.words)  # the change of another line is given up for this one
            hand.edit(words, LineBeingTyped(f"line {words}"))
        elif act == "back" and hand.put_back(LineBeingTyped(words)):
            waiting.add(words)
        elif act == "leave":
            if hand.editing is not None:
                waiting.discard(hand.said.words)
            hand.leave_edit()
        elif act == "enter" and (handed := hand.enter(first_letters=False)):
            given_in.append(handed)
            waiting.discard(handed[0].words)
    still = {hand.said.words, hand._aside.words}
    assert {words for words in waiting if words.strip()} <= still | {said.words for said, _ in given_in}
    ids = [line_id for _, line_id in given_in if line_id not in {"one", "two"}]
    assert len(set(ids)) == len(ids)


def test_a_draft_comes_before_what_is_typed_already(hand):
    hand.take_draft(LineBeingTyped("was lost", kind=EntryKind.STORY))
    assert (hand.said.words, hand.said.kind) == ("was lost", EntryKind.STORY)
    hand.take_draft(LineBeingTyped("and this"))
    assert (hand.said.words, hand.said.kind) == ("and this\nwas lost", EntryKind.STORY)


def test_a_draft_never_goes_into_a_line_that_is_being_changed(hand):
    typed(hand, "new").edit("old", LineBeingTyped("changed"))
    hand.take_draft(LineBeingTyped("was lost"))
    assert hand.said.words == "changed"
    hand.leave_edit()
    assert hand.said.words == "was lost\nnew"


def test_it_says_which_line_is_being_changed(hand):
    assert hand.changing_words("10:40") == "Changing what was said at 10:40"
    assert hand.changing_words("") == "Changing a line"
