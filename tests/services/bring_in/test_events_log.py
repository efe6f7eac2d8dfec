import csv
import dataclasses
import datetime
import io

import pytest

from coprod_desktop.domain.record import Session
from coprod_desktop.errors import UserError
from coprod_desktop.publish.stories.log import engagement_log
from coprod_desktop.services import sessions
from coprod_desktop.services.bring_in import events_log
from coprod_desktop.services.making import papers
from coprod_desktop.store import formats
from tests.desks import HOME_CARE, SAMPLES

WIRRAL = (SAMPLES / "wirral-engagement-events.csv").read_bytes()


def every(desk):
    with desk.store.read() as connection:
        return formats.every(connection, Session)


def brought(desk, *rows, header="date,type,location"):
    events_log.import_log(desk, "\n".join([header, *rows]).encode())
    return [(s.date.isoformat(), s.end_date and s.end_date.isoformat(), s.title, s.place) for s in every(desk)]


def rows_of(data):
    return [tuple(row) for row in csv.reader(io.StringIO(data.decode("utf-8-sig")))]


def test_the_log_comes_out_as_it_went_in(desk):
    done = events_log.import_log(desk, WIRRAL)
    log = engagement_log([papers.snapshot(desk, s.id) for s in every(desk)])

    assert (done.added, done.here_already) == (17, 0)
    assert list(log.sheet.rows) == rows_of(WIRRAL)[1:]


def test_each_row_is_a_session_called_after_its_type(desk):
    events_log.import_log(desk, WIRRAL)
    found = next(s for s in every(desk) if s.end_date)

    assert (found.title, found.type, found.place) == ("Micro Meeting", "Micro Meeting", "Internal Council Departments")
    assert (found.date, found.end_date) == (datetime.date(2023, 10, 1), datetime.date(2023, 10, 31))
    assert len(sessions.every(desk)) == 17


def test_the_same_log_again_adds_nothing_and_a_longer_one_only_what_is_new(desk):
    events_log.import_log(desk, WIRRAL)
    again = events_log.import_log(
        desk, WIRRAL + b"9 January 2024,MICRO MEETING,Wirral Change\n9 January 2024,Micro meeting,wirral change\n"
    )

    assert (again.added, again.here_already) == (1, 18)
    assert len(sessions.every(desk)) == 18


def test_one_undo_takes_the_whole_log_away_and_it_can_come_again(desk):
    events_log.import_log(desk, WIRRAL)
    desk.store.undo_last()
    assert not sessions.every(desk)

    assert events_log.import_log(desk, WIRRAL).added == 17


WRITTEN = [
    ("24 August 2023", "2023-08-24", None),
    ("Thursday 24th August 2023", "2023-08-24", None),
    ("24/08/2023", "2023-08-24", None),
    ("24/8/23", "2023-08-24", None),
    ("2023-08-24", "2023-08-24", None),
    ("1-31 October 2023", "2023-10-01", "2023-10-31"),
    ("1 – 31 October 2023", "2023-10-01", "2023-10-31"),
    ("1 to 31 October 2023", "2023-10-01", "2023-10-31"),
    ("28 October - 3 November 2023", "2023-10-28", "2023-11-03"),
    ("30 December - 2 January 2024", "2023-12-30", "2024-01-02"),
    ("30 December 2023 - 2 January 2024", "2023-12-30", "2024-01-02"),
    ("30/12/2023 - 02/01/2024", "2023-12-30", "2024-01-02"),
    ("3-3 October 2023", "2023-10-03", None),
]


def test_dates_as_people_write_them(desk):
    rows = [f"{written},Forum {n},Town hall" for n, (written, _, _) in enumerate(WRITTEN)]
    expected = [(first, last, f"Forum {n}", "Town hall") for n, (_, first, last) in enumerate(WRITTEN)]
    assert brought(desk, *rows) == expected


SAVED = [
    "\ufeffDate,Type,Location\n24 August 2023,Café talk,“The Lauries”\n".encode(),
    "Location;TYPE;Date\r\n“The Lauries”;Café talk;24 August 2023\r\n\r\n;;\r\n".encode(),
    'when,"Event","place",notes\n"24 August 2023","Café talk","“The  Lauries” ",x\n'.encode(),
    "date,type,location\n24 August 2023,Café talk,“The Lauries”\n".encode("cp1252"),
    "date\ttype\tlocation\n24 August 2023\tCafé talk\t“The Lauries”\n".encode("utf-16"),
]


def test_lists_as_spreadsheets_save_them_are_all_the_same_list(desk):
    assert all(events_log.is_log(data) for data in SAVED)
    assert [events_log.import_log(desk, data).added for data in SAVED] == [1, 0, 0, 0, 0]
    (found,) = every(desk)
    assert (found.date.isoformat(), found.title, found.place) == ("2023-08-24", "Café talk", "“The Lauries”")


BAD = [
    ("sometime,Forum,x", "Row 3: “sometime” is not a date"),
    ("24 August,Forum,x", "Row 3: “24 August” has no year"),
    ("31 June 2023,Forum,x", "Row 3: “31 June 2023” is not a day in the calendar"),
    ("31-1 October 2023,Forum,x", "Row 3: “31-1 October 2023” ends before it begins"),
    (",Forum,x", "Row 3: There is no date"),
    ("24 August 2023,,x", "Row 3 has no type"),
    ("24 August 2023", "Row 3 has no type"),
]


def test_a_bad_row_is_named_and_nothing_is_stored(desk):
    for row, said in BAD:
        with pytest.raises(UserError) as wrong:
            brought(desk, "23 August 2023,Forum,x", row)
        assert wrong.value.what.startswith(said)
        assert "xpected" in wrong.value.what
        assert "Nothing of this file was stored" in wrong.value.do
    assert not sessions.every(desk)


def test_text_is_text_whatever_it_looks_like(desk):
    nasty = "=cmd|' /C calc'!A0"
    assert brought(desk, f'24 August 2023,"{nasty}",../../etc/passwd')[0][2:] == (nasty, "../../etc/passwd")


@pytest.mark.parametrize(
    "data", [HOME_CARE.read_bytes(), b"", b"date,type\n1 May 2023,x", b"name,role\nA,carer", b"\xff\xfe\x00"]
)
def test_other_files_are_no_log(data):
    assert not events_log.is_log(data)


def test_a_list_without_a_column_or_a_row_is_refused(desk):
    for data in (b"date,type\n1 May 2023,x", b"", b"date,type,location\n"):
        with pytest.raises(UserError, match="stored"):
            events_log.import_log(desk, data)


def test_the_clock_does_not_change_what_a_written_year_means(desk):
    later = dataclasses.replace(desk, now=lambda: datetime.datetime(2031, 5, 1, tzinfo=datetime.UTC))
    assert brought(later, "24 August 2023,Forum,x")[0][0] == "2023-08-24"
