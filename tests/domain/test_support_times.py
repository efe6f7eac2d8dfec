import pytest

from coprod_desktop.domain.phrases import said_in
from coprod_desktop.domain.support_times import ends_at


@pytest.mark.parametrize(
    ("words", "time"),
    [
        ("interpreter until 12:00", "12:00"),
        ("interpreter till 12.30", "12:30"),
        ("PA leaves at 3", "15:00"),
        ("leaves at 3pm", "15:00"),
        ("has to go by half past 11", "11:30"),
        ("goes home at quarter to four", "15:45"),
        ("until noon", "12:00"),
        ("BSL 10:00-12:30", "12:30"),
        ("from 10 to 12", "12:00"),
        ("10am to 1pm", "13:00"),
        ("only here until 09:15", "09:15"),
        ("must leave before 11am", "11:00"),
        ("taxi home at 16.45", "16:45"),
        ("fasting until sunset", None),
        ("carer until 18", None),
        ("away until 2027", None),
        ("leaves in 2 weeks", None),
        ("up to 2 hours", None),
        ("18 to 20 point", None),
        ("from 2 to 3 people", None),
        ("until 25:00", None),
        ("insulin at 12.30", None),
        ("2 interpreters", None),
    ],
)
def test_when_support_ends(words, time):
    assert ends_at(said_in(words)) == time
