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


@pytest.mark.parametrize(
    ("said", "time"),
    [
        ("until 12", "12:00"),
        ("till midday", "12:00"),
        ("until 13", None),
        ("until 18:00", "18:00"),
        ("until 7", "19:00"),
        ("until 8", "08:00"),
        ("until 06:30", "06:30"),
        ("until 6am", "06:00"),
        ("until 6 pm", "18:00"),
        ("until 12pm", "12:00"),
        ("until half past 3", "15:30"),
        ("until half 3", "15:30"),
        ("until quarter past 3", "15:15"),
        ("until quarter to 4", "15:45"),
        ("until quarter to 1", "12:45"),
        ("until quarter to 12", "11:45"),
        ("until half past 11 am", "11:30"),
        ("until half past 6 am", "06:30"),
        ("until half past 9 pm", "21:30"),
        ("until 24:00", None),
        ("until 23:59", "23:59"),
        ("until 12:60", None),
        ("until 0:30", "00:30"),
        ("until 3 oclock", "15:00"),
        ("until twelve", "12:00"),
        ("until one", "13:00"),
        ("leaves in 2 weeks", None),
        ("until 12 people", None),
        ("leaves at 3", "15:00"),
        ("has to go by 3", "15:00"),
        ("picked up around 4", "16:00"),
        ("9 to 12", None),
        ("from 9 to 12", "12:00"),
        ("9am to 12", "12:00"),
        ("9 to 12pm", "12:00"),
        ("9 to half past 2 pm", "14:30"),
        ("from half past 9 to 12", "12:00"),
        ("half past 9 am to 12", "12:00"),
        ("from 9 until noon", "12:00"),
        ("from 9 to 18", None),
        ("from 18 to 20", None),
        ("from 18:00 to 20:00", "20:00"),
        ("from 2 to 3 weeks", None),
        ("from 2 weeks to 3", None),
        ("interpreter, until 2", "14:00"),
        ("until, 2", None),
        ("until 99 then till 3", "15:00"),
        ("until 25:00 or until 4", "16:00"),
        ("no time", None),
    ],
)
def test_every_way_to_tell_a_time_is_read(said, time):
    assert ends_at(said_in(said)) == time
