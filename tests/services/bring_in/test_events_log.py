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
from tests.publish.year_of import year_of

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
    log = engagement_log(year_of([papers.snapshot(desk, s.id) for s in every(desk)]))

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
    ("12-Mar-26", "2026-03-12", None),
    ("w/c 9 March 2026", "2026-03-09", None),
    ("Week commencing Monday 9 March 2026", "2026-03-09", None),
    ("WC: 09/03/2026", "2026-03-09", None),
    ("46093", "2026-03-12", None),
    ("12/03/2026 10:30", "2026-03-12", None),
    ("2026-03-12T10:30:00Z", "2026-03-12", None),
    ("2026-03-12 00:00:00", "2026-03-12", None),
    ("Thurs 12th of March 2026 at 2pm", "2026-03-12", None),
    ("Weds 11 Mar 2026", "2026-03-11", None),
    ('"March 12, 2026"', "2026-03-12", None),
    ("12.03.26", "2026-03-12", None),
    ("12 Mar. '26 (Thu)", "2026-03-12", None),
    ("2026/3/12", "2026-03-12", None),
    ("12-Mar-26 - 14-Mar-26", "2026-03-12", "2026-03-14"),
    ("from 12 to 14 March 2026", "2026-03-12", "2026-03-14"),
    ("12-14/03/2026", "2026-03-12", "2026-03-14"),
    ("12th & 13th March 2026", "2026-03-12", "2026-03-13"),
    ("12/13 March 2026", "2026-03-12", "2026-03-13"),
    ("12 March 2026 until 2 April 2026", "2026-03-12", "2026-04-02"),
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
    ("sometime,Forum,x", "Row 3 was left out: “sometime” is not a date"),
    ("24 August,Forum,x", "Row 3 was left out: “24 August” has no year"),
    ("31 June 2023,Forum,x", "Row 3 was left out: “31 June 2023” is not a day in the calendar"),
    ("31-1 October 2023,Forum,x", "Row 3 was left out: “31-1 October 2023” ends before it begins"),
    ("March 2024,Forum,x", "Row 3 was left out: “March 2024” is not a day"),
    ("TBC,Forum,x", "Row 3 was left out: “TBC” is not a date"),
    ("12 and 26 March 2024,Forum,x", "Row 3 was left out: “12 and 26 March 2024” is not a date"),
    ("03/25/2024,Forum,x", "Row 3 was left out: “03/25/2024” is not a date"),
    ("Monday 12 March 2024,Forum,x", "Row 3 was left out: 12 March 2024 is a Tuesday, not a Monday"),
    (",Forum,x", "Row 3 was left out: There is no date"),
    ("24 August 2023,,x", "Row 3 was left out: It has no type"),
    ("24 August 2023", "Row 3 was left out: It has no type"),
]


@pytest.mark.parametrize(("row", "said"), BAD)
def test_a_row_that_is_not_clear_is_named_and_the_rest_comes_in(desk, row, said):
    done = events_log.import_log(desk, f"date,type,location\n23 August 2023,Forum,x\n{row}\n".encode())

    (left,) = done.left_out
    assert left.startswith(said)
    assert "xpected" in left
    assert (done.added, len(sessions.every(desk))) == (1, 1)


def test_when_no_row_is_clear_nothing_is_stored(desk):
    for row, _ in BAD:
        with pytest.raises(UserError) as wrong:
            brought(desk, row)
        assert wrong.value.what.startswith("Row 2")
        assert "Nothing of this file was stored" in wrong.value.do
    assert not sessions.every(desk)


def test_a_list_that_was_put_right_comes_in_again_with_only_what_was_missing(desk):
    events_log.import_log(desk, b"date,type,location\n23 August 2023,Forum,x\nTBC,Drop-in,x\n")
    again = events_log.import_log(desk, b"date,type,location\n23 August 2023,Forum,x\n2 May 2024,Drop-in,x\n")

    assert (again.added, again.here_already, again.left_out) == (1, 1, ())


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


TIMES = [
    ("10:30", "10:30", None),
    ("10.30am - 12.30pm", "10:30", "12:30"),
    ("2-4pm", "14:00", "16:00"),
    ("10-2pm", "10:00", "14:00"),
    ("9:30 to 12 noon", "09:30", "12:00"),
    ("10:30:00", "10:30", None),
    ("0.4375", "10:30", None),
    ("22:00-01:30", "22:00", "01:30"),
    ("2.00-4.00", "14:00", "16:00"),
    ("02:00", "02:00", None),
    ("all day", None, None),
    ("", None, None),
]


@pytest.mark.parametrize(("written", "start", "end"), TIMES)
def test_a_column_of_times_says_when_it_started_and_ended(desk, written, start, end):
    done = events_log.import_log(desk, f"Date,Time,Event,Venue\n12/03/2026,{written},Forum,Hall\n".encode())
    (found,) = every(desk)

    assert (found.start, found.end) == (start, end)
    told = {"all day": "“all day” is not one", "2.00-4.00": "read as the afternoon"}.get(written)
    assert told in done.left_out[0] if told else done.left_out == ()


def test_a_time_behind_the_day_and_a_column_of_its_own_for_the_end_are_read(desk):
    data = b"Date,End,Event,Venue\n12/03/2026 10:30,12:30,Forum,Hall\n13 March 2026 2-4pm,,Forum,Hall\n"
    events_log.import_log(desk, data)

    assert sorted((s.start, s.end) for s in every(desk)) == [("10:30", "12:30"), ("14:00", "16:00")]


def test_title_rows_above_the_headings_are_passed_over_and_what_has_no_place_is_told(desk):
    data = (
        "Engagement log 2025/26 – Adult Social Care,,,,\r\n,,,,\r\nDate,Event,Venue,Numbers,Notes\r\n"
        "12/03/2026,Carers listening space,Online,5,rain\r\n13/03/2026,Forum,Hall,about 12,\r\n"
        "Date,Event,Venue,Numbers,Notes\r\nTotal,,,17,\r\n"
    ).encode()
    assert events_log.is_log(data)
    done = events_log.import_log(desk, data)

    assert sorted((s.title, s.place, s.attended) for s in every(desk)) == [
        ("Carers listening space", "Online", 5),
        ("Forum", "Hall", None),
    ]
    assert done.unused == ("Notes",)
    assert done.left_out[0] == "Row 5: how many came, “about 12”, is no number, and was left out."
    assert done.left_out[1].startswith("Row 7 was left out: It has no type.")


def test_an_event_and_its_type_are_title_and_type_and_two_on_one_day_differ_by_their_time(desk):
    rows = "12/03/2026,10:00,Carers,Workshop,Hall\n12/03/2026,14:00,Carers,Workshop,Hall\n"
    data = f"Date,Time,Event,Type,Location\n{rows}".encode()

    assert events_log.import_log(desk, data).added == 2
    assert events_log.import_log(desk, data).added == 0
    assert {(s.title, s.type) for s in every(desk)} == {("Carers", "Workshop")}


def test_the_clock_does_not_change_what_a_written_year_means(desk):
    later = dataclasses.replace(desk, now=lambda: datetime.datetime(2031, 5, 1, tzinfo=datetime.UTC))
    assert brought(later, "24 August 2023,Forum,x")[0][0] == "2023-08-24"


@pytest.mark.parametrize(
    ("written", "day", "start", "end"),
    [
        ("Thu 15 January 2026 10.30-12", 15, "10:30", "12:00"),
        ("20 January 2026 10.30 to 12", 20, "10:30", "12:00"),
        ("Friday, 23rd of January 2026", 23, None, None),
    ],
)
def test_days_and_times_as_people_write_them_in_one_cell(desk, written, day, start, end):
    events_log.import_log(desk, f'Date,Event,Venue\n"{written}",Forum,Hall\n'.encode())
    (found,) = every(desk)
    assert (found.date.day, found.start, found.end) == (day, start, end)
