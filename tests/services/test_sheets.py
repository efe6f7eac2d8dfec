"""Sheets: lines without times, and photos that are cleaned, kept until their day, and then nowhere."""

import base64
import datetime
import io

import pytest
from PIL import Image

from coprod_desktop.domain.live_hour import SheetPhoto
from coprod_desktop.errors import UserError
from coprod_desktop.services import capture, holds, sessions, sheets, undo_words
from coprod_desktop.services.bring_in import between_laptops, session_file
from coprod_desktop.services.capture import NewLine
from coprod_desktop.store import reading
from tests.desks import every_value


@pytest.fixture
def session(desk):
    return sessions.new(desk, title="Steering group")[0]


def photo_with_a_place() -> bytes:
    picture = Image.effect_noise((90, 60), 90).convert("RGB")
    exif = picture.getexif()
    exif[0x010F] = "MARROWDALE-CAMERA"
    out = io.BytesIO()
    picture.save(out, "JPEG", exif=exif)
    return out.getvalue()


def photos(desk, session):
    with desk.store.read() as connection:
        return reading.rows(connection, SheetPhoto, session)


def test_lines_of_sheets_have_no_time_and_go_on_where_one_stopped(desk, session):
    for n in (1, 2):
        capture.add(desk, session, NewLine(text=f"words {n}", sheet=f"Slip {n}"))
    seen = sheets.seen(desk, session)
    assert [(line.sheet, line.at, line.text) for line in seen.lines] == [
        ("Slip 1", None, "words 1"),
        ("Slip 2", None, "words 2"),
    ]
    assert seen.sheet == "Slip 3"


def test_a_photo_is_kept_without_what_a_camera_writes_into_it(desk, session):
    sheets.add_photo(desk, session, "Table 3", photo_with_a_place(), None)
    (photo,) = photos(desk, session)
    kept = base64.b64decode(photo.picture)
    assert b"MARROWDALE" not in kept
    assert Image.open(io.BytesIO(kept)).size == (90, 60)


def test_a_photo_taken_out_is_nowhere_and_does_not_come_back(desk, session):
    made, _ = sheets.add_photo(desk, session, "Table 3", photo_with_a_place(), None)
    words = photos(desk, session)[0].picture
    sheets.take_photo_out(desk, made)
    assert photos(desk, session) == ()
    assert not [value for _table, value in every_value(desk) if words[:60] in value]
    assert "photo" not in (undo_words.next_undo(desk).before if undo_words.next_undo(desk) else "")


def test_a_photo_goes_for_good_when_its_day_is_over(desk, session):
    day = desk.today() + datetime.timedelta(days=3)
    sheets.add_photo(desk, session, "Table 3", photo_with_a_place(), day)
    sheets.add_photo(desk, session, "Table 4", photo_with_a_place(), None)
    assert not list(sheets.take_out_past(desk).all())
    later = type(desk)(desk.store, lambda: desk.now() + datetime.timedelta(days=4), desk.rescue, desk.content)
    sheets.take_out_past(later)
    assert [photo.sheet for photo in photos(desk, session)] == ["Table 4"]


def test_a_hold_keeps_a_photo(desk, session):
    made, _ = sheets.add_photo(desk, session, "Table 3", photo_with_a_place(), None)
    hold, _ = holds.place(desk, holds.Scope.SESSION, session, "A complaint", "Legal")
    with pytest.raises(UserError, match="hold"):
        sheets.take_photo_out(desk, made)
    holds.end(desk, hold)
    sheets.take_photo_out(desk, made)
    assert photos(desk, session) == ()


def test_a_photo_is_in_no_session_file(desk, session):
    sheets.add_photo(desk, session, "Table 3", photo_with_a_place(), None)
    (photo,) = photos(desk, session)
    record = sessions.record(desk, session)
    assert photo.picture[:60].encode() not in session_file.write(record, between_laptops.of(desk, record))


@pytest.mark.parametrize(
    ("data", "sheet", "days"), [(b"no picture", "Slip 1", 1), (None, " ", 1), (None, "Slip 1", -1)]
)
def test_what_cannot_be_kept_is_refused_in_a_sentence(desk, session, data, sheet, days):
    day = desk.today() + datetime.timedelta(days=days)
    with pytest.raises(UserError):
        sheets.add_photo(desk, session, sheet, data or photo_with_a_place(), day)
    assert photos(desk, session) == ()
