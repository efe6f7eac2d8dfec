import pytest

from coprod_desktop.ui.evaluation.by_keys import numbered, typed_as, yes_or_no


def test_answers_stand_with_the_number_that_is_typed_for_each():
    assert numbered(("Yes", "No", "Not sure")) == "1\u00a0=\u00a0Yes; 2\u00a0=\u00a0No; 3\u00a0=\u00a0Not sure"


@pytest.mark.parametrize(("typed", "said"), [("", None), (" ", None), ("y", True), ("Yes", True), (" N", False)])
def test_y_n_or_nothing_is_understood_and_comes_back_as_it_is_typed(typed, said):
    assert yes_or_no(typed) is said
    assert yes_or_no(typed_as(said)) is said


def test_anything_else_is_no_answer_and_never_a_yes():
    with pytest.raises(ValueError, match="“maybe” is neither Y nor N"):
        yes_or_no("maybe ")
