import datetime
from dataclasses import replace
from fractions import Fraction

import pytest

from coprod_desktop.domain.people_record import LocalFigure
from coprod_desktop.errors import UserError
from coprod_desktop.services import drafts, local_figures, workspace


@pytest.mark.parametrize(
    ("typed", "share"),
    [
        ("18%", Fraction(18, 100)), ("18.2 per cent", Fraction(182, 1000)), ("0 percent", Fraction(0)),
        ("1,200 of 6,500", Fraction(12, 65)), ("1 in 8", Fraction(1, 8)), ("100%", Fraction(1)),
    ],
)  # fmt: skip
def test_a_figure_is_read_as_it_is_printed(desk, typed, share):
    local_figures.add(desk, "Disabled", "yes", typed, "Census 2021")
    (figure,) = local_figures.every(desk)
    assert local_figures.local(figure).share == share


@pytest.mark.parametrize("typed", ["", "many", "18", "140%", "9 of 8", "5 of 0", "-3%", "1e5%", "=1+1%"])
def test_what_is_no_share_is_refused_and_nothing_is_stored(desk, typed):
    with pytest.raises(UserError):
        local_figures.add(desk, "Disabled", "yes", typed, "Census 2021")
    assert local_figures.every(desk) == ()


@pytest.mark.parametrize(
    ("what", "answer", "source"), [("", "yes", "x"), ("Disabled", " ", "x"), ("Disabled", "yes", "")]
)
def test_a_figure_needs_what_it_is_of_and_where_it_comes_from(desk, what, answer, source):
    with pytest.raises(UserError):
        local_figures.add(desk, what, answer, "18%", source)


def test_another_figure_for_the_same_answer_takes_its_place_and_undo_brings_the_first_back(desk):
    local_figures.add(desk, "Disabled", "yes", "18%", "Census 2011")
    local_figures.add(desk, "disabled", "Yes", "24%", "Census 2021")
    assert [f.percent for f in local_figures.every(desk)] == ["24"]
    workspace.undo(desk)
    assert [f.percent for f in local_figures.every(desk)] == ["18"]


def test_what_was_typed_is_a_draft_no_more(desk):
    drafts.keep(desk, "local_figure:new:source", "Census")
    figure, _ = local_figures.add(desk, "Disabled", "yes", "18%", "Census 2021")
    assert drafts.every(desk) == ()
    local_figures.remove(desk, figure)
    assert local_figures.every(desk) == ()


def test_a_figure_of_another_program_that_is_no_number_is_compared_with_nothing():
    figure = LocalFigure(
        id="f",
        characteristic="Age",
        answer="65 or over",
        percent="about a fifth",
        source="Census",
        on=datetime.date(2026, 3, 2),
    )
    assert local_figures.local(figure) is None
    assert local_figures.local(replace(figure, percent="18.2")) is not None
