import pytest

from coprod_desktop.domain.raw_notes import without, without_copy

SAID = "The carer came late again and nobody rang"


def test_a_line_told_in_notes_goes_and_what_is_beside_it_stays():
    assert without(f"Start 10:00\n{SAID}.\nTea was good", SAID) == "Start 10:00\n.\nTea was good"


def test_notes_in_lists_and_objects_are_looked_through_and_what_is_no_text_stays():
    notes = {"page": [SAID, "Tea was good", 3], "sure": None}
    assert without(notes, SAID) == {"page": ["", "Tea was good", 3], "sure": None}


@pytest.mark.parametrize(
    "told",
    [
        "the CARER came late again, and nobody rang!",
        "carer late again - nobody rang, again",
        "the carer\ncame late again\nnobody rang",
    ],
)
def test_told_in_other_words_or_over_lines_it_goes_as_well(told):
    left = without(f"First\n{told}\nLast", SAID)
    assert left.startswith("First\n")
    assert left.endswith("\nLast")
    assert "late" not in left


@pytest.mark.parametrize("told", ["The carer was kind", "Nobody knows the number", "The bus came late"])
def test_a_line_that_shares_a_few_words_stays(told):
    assert without(told, SAID) == told


@pytest.mark.parametrize(
    ("words", "left"), [("Yes", "Yes we can. yes"), ("Cake", "Yes we can. yes"), ("", "Yes we can. yes")]
)
def test_a_word_that_says_little_takes_nothing_out(words, left):
    assert without("Yes we can. yes", words) == left


def test_one_long_word_goes_and_so_do_two_short_ones_together():
    assert without("Ring Marrowfield now", "Marrowfield") == "Ring  now"
    assert without("So no go, then", "no go") == "So , then"
    assert without("So no, go then", "no go") == "So  then"


def test_a_copy_inside_a_text_goes_with_the_marks_around_it():
    assert without_copy(f"We heard: “{SAID}.”", SAID) == "We heard"
    assert without_copy(f"{SAID}, and we rang", SAID) == "and we rang"
    assert without_copy("Nobody rang the carer", SAID) == "Nobody rang the carer"


def test_words_that_say_little_are_a_copy_only_when_they_are_all_of_it():
    assert without_copy("Yes, please!", "yes please") == ""
    assert without_copy("Yes, please come", "yes please") == "Yes, please come"
    assert without_copy("Anything", "…") == "Anything"


def test_a_word_is_not_found_inside_another():
    assert without_copy("Carers came late again and nobody rang", "arers came late again and nobody") == (
        "Carers came late again and nobody rang"
    )


def test_letters_that_grow_when_folded_leave_the_text_as_it_is():
    assert without_copy(f"Straße {SAID}", SAID) == f"Straße {SAID}"
