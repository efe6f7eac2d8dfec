from datetime import date

import pytest

from coprod_desktop.domain.record import Organisation
from coprod_desktop.errors import UserError
from coprod_desktop.publish.document import Table
from coprod_desktop.publish.gate import open_gate
from coprod_desktop.publish.stories.log import engagement_log
from tests.domain.making import DAY, entry, person, point, record
from tests.publish.telling_papers import told
from tests.publish.year_of import year_of


def held(day, kind="workshop", place="The Lauries", end=None, *rows, brand=None, **more):
    about = record(*rows, date=day, end_date=end, type=kind, place=place, **more)
    return open_gate(about, (), DAY, brand)


def test_the_log_has_a_row_for_each_session_the_oldest_first():
    paper = engagement_log(
        year_of(
            [
                held(date(2023, 12, 18), "Workshop 5 (Final)"),
                held(date(2023, 10, 1), "micro meeting", "Council departments", date(2023, 10, 31)),
                held(date(2023, 10, 31), "micro meeting", None),
                held(date(2023, 8, 24), "workshop"),
            ]
        )
    )

    assert paper.sheet.columns == ("Date", "Type", "Location")
    assert paper.sheet.rows == (
        ("24 August 2023", "Workshop", "The Lauries"),
        ("31 October 2023", "Micro meeting", ""),
        ("1-31 October 2023", "Micro meeting", "Council departments"),
        ("18 December 2023", "Workshop 5 (Final)", "The Lauries"),
    )
    (table,) = [b for b in paper.document.blocks if isinstance(b, Table)]
    assert (table.header, table.rows) == (paper.sheet.columns, paper.sheet.rows)
    assert "24 August 2023 to 18 December 2023. 4 events." in told(paper.document)


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2023, 10, 28), date(2023, 11, 3), "28 October - 3 November 2023"),
        (date(2023, 12, 30), date(2024, 1, 2), "30 December 2023 - 2 January 2024"),
        (date(2023, 12, 30), date(2023, 12, 30), "30 December 2023"),
    ],
)
def test_days_from_one_month_to_another(first, last, said):
    assert engagement_log(year_of([held(first, end=last)])).sheet.rows[0][0] == said


def test_nothing_but_date_type_and_place_of_a_session_is_in_the_log():
    rows = (
        person("a", "Ana Quist", public="full name"),
        entry(1, "It is late", speaker="a", quote_ok=True),
        point(1, "x y"),
    )
    said = told(
        engagement_log(year_of([held(DAY, "forum", "Town hall", None, *rows, title="Home care forum")])).document
    )

    for never in ("Quist", "late", "Home care", "see to it"):
        assert never not in said


def test_the_code_is_that_of_all_sessions():
    one, other = held(date(2023, 8, 24)), held(date(2023, 8, 25))
    codes = {engagement_log(year_of(some)).document.fingerprint for some in ([one], [other], [one, other])}

    assert len(codes) == 3
    assert (
        engagement_log(year_of([other, one])).document.fingerprint
        == engagement_log(year_of([one, other])).document.fingerprint
    )


def test_the_log_says_whose_it_is_when_that_is_clear():
    ours = Organisation(id="o", name="Marrowdale Council")
    assert (
        engagement_log(year_of([held(DAY, brand=ours), held(DAY, organisation="Other")])).document.author
        == "Marrowdale Council"
    )
    assert engagement_log(year_of([held(DAY, organisation="Us"), held(DAY)])).document.author == "Us"
    assert engagement_log(year_of([held(DAY, organisation="Us"), held(DAY, organisation="Them")])).document.author == ""


def test_with_no_sessions_there_is_no_log():
    with pytest.raises(UserError, match="no sessions"):
        engagement_log(year_of([]))
