"""Of who an answer is from, papers take the job and no name."""

import pytest

from coprod_desktop.domain.check.job_titles import is_named, job_title, may_tell_owner, who_on_paper
from coprod_desktop.domain.record import Telling
from coprod_desktop.domain.week_after import Asking, AskingStep
from tests.domain.making import DAY, point

ASKED = Asking(id="a", point="p1", step=AskingStep("asked"), to_whom="Director", on=DAY)


@pytest.mark.parametrize(
    ("text", "job"),
    [
        ("Director", "Director"),
        ("the Director", "the Director"),
        ("Head of Home Care", "Head of Home Care"),
        ("Priti Vaghela, Head of Commissioning", "Head of Commissioning"),
        ("Director Jo Marsh", "Director"),
        ("Jo Marsh (Director)", "Director"),
        ("Home Care Manager Grace Hall", "Home Care Manager"),
        ("May Brown - Contracts", "Contracts"),
        ("Clare in commissioning", "commissioning"),
        ("Jo and the team", "the team"),
        ("Director and Jo Marsh", "Director"),
        ("Jo and all staff", "all staff"),
        ("carers of Jo or the Director of homes", "the Director of homes"),
        ("Manager, Director", "Manager"),
        ("and of the Director", "the Director"),
        ("NHS Trust", "NHS Trust"),
        ("Guide editor", "Guide editor"),
        ("the bus company", "the bus company"),
        ("Adult Social Care", "Adult Social Care"),
        ("Priti Vaghela", None),
        ("Bríd O'Shaughnessy-Nwosu", None),
        ("Mark Wood", None),
        ("mark wood", None),
        ("Hope Bright", None),
        ("Cllr Smith", None),
        ("Sam", None),
        ("Jo in Leeds", None),
        ("priti", None),
        ("", None),
        ("  ", None),
        ("王伟", None),
    ],
)
def test_the_job_stands_without_the_name(text, job):
    assert job_title(text) == job


@pytest.mark.parametrize(
    ("owner", "agreed", "text", "printed", "named"),
    [
        ("Priti Vaghela, Director", DAY, "Priti  Vaghela, director", "Priti  Vaghela, director", True),
        ("Priti Vaghela, Director", DAY, "Jo Marsh, Manager", "Manager", False),
        ("Priti Vaghela, Director", None, "Priti Vaghela, Director", "Director", False),
        (None, DAY, "Priti Vaghela", None, False),
        ("Priti Vaghela", DAY, " ", None, False),
        ("Priti Vaghela", DAY, None, None, False),
    ],
)
def test_a_paper_takes_a_name_only_of_who_agreed_and_else_the_job(owner, agreed, text, printed, named):
    made = point(1, "The rota", owner=owner, owner_agreed=agreed, asked=(ASKED,))
    assert who_on_paper(made, text) == printed
    assert is_named(made, text or "") is named


@pytest.mark.parametrize(
    ("owner", "made_by", "agreed", "may"),
    [
        ("Priti Vaghela", None, None, True),
        ("Priti Vaghela", "Priti Vaghela", None, False),
        ("Priti Vaghela", "Priti Vaghela", DAY, True),
        ("Owen Tate", "Priti Vaghela", None, True),
    ],
)
def test_an_earlier_promise_may_tell_who_made_it_as_they_agreed(owner, made_by, agreed, may):
    made = point(9, "The rota", owner=made_by, owner_agreed=agreed, asked=(ASKED,)) if made_by else None
    assert may_tell_owner(Telling(id="t", key="t1", text="We print it", owner=owner, made=made)) is may
