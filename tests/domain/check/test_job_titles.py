"""Of who an answer is from, papers take the job and no name."""

import pytest

from coprod_desktop.domain.check.job_titles import job_title


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
        ("priti", None),
        ("", None),
        ("  ", None),
        ("王伟", None),
    ],
)
def test_the_job_stands_without_the_name(text, job):
    assert job_title(text) == job
