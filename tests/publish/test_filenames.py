import re
from datetime import date

import pytest

from coprod_desktop.publish.filenames import file_name

DAY = date(2026, 9, 17)


def test_date_kind_and_short_id():
    name = file_name(DAY, "018f-some-session", "pdf")
    assert re.fullmatch(r"2026-09-17-you-said-we-will-[0-9a-f]{6}\.pdf", name)
    assert name == file_name(DAY, "018f-some-session", "pdf")
    assert name != file_name(DAY, "018f-other-session", "pdf")


def test_own_records_say_private():
    assert "-private-session-" in file_name(DAY, "x", "json", "session", private=True)


@pytest.mark.parametrize("session", ["../../etc/passwd", "Donna Fairweather", "=1+1", "\ud800"])
def test_nothing_of_the_session_shows(session):
    assert re.fullmatch(r"2026-09-17-you-said-we-will-[0-9a-f]{6}\.html", file_name(DAY, session, "html"))


@pytest.mark.parametrize("ending", ["", "../x", "PDF", "p df"])
def test_other_endings_are_a_bug(ending):
    with pytest.raises(ValueError, match="file name"):
        file_name(DAY, "x", ending)
