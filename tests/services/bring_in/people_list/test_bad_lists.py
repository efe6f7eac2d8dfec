"""Files that are no list, or mean harm: a sentence each, in little time and memory; nothing is run and nothing stored."""

import csv
import io
import time
import tracemalloc
import zipfile

import openpyxl
import pytest

from coprod_desktop.errors import UserError
from coprod_desktop.services import people, sessions
from coprod_desktop.services.bring_in import people as people_in
from coprod_desktop.services.bring_in.people_rows import read_list
from coprod_desktop.services.program import content
from tests.services.bring_in.people_list.made_lists import saved, workbook

NEEDS = content.load().needs
ROWS = [["Name", "Mobile"], ["Owain Pask", "07700 900721"]]


def rewritten(data, **parts):
    """Return a package with some parts replaced or added: `xl_vbaProject_bin` is xl/vbaProject.bin."""
    made = io.BytesIO()
    new = {name.replace("__", "/").replace("_DOT_", "."): body for name, body in parts.items()}
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name in old.namelist():
            package.writestr(name, new.pop(name, None) or old.read(name))
        for name, body in new.items():
            package.writestr(name, body)
    return made.getvalue()


def sheet_xml(rows):
    return (
        '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:C1048576"/><sheetData>'
        f"{rows}</sheetData></worksheet>"
    )


def cells(number, *texts):
    inside = "".join(f'<c r="{chr(65 + n)}{number}" t="inlineStr"><is><t>{text}</t></is></c>' for n, text in enumerate(texts))  # fmt: skip
    return f'<row r="{number}">{inside}</row>'


def million_rows():
    empty = "".join(f'<row r="{n}" spans="1:3"/>' for n in range(3, 1_048_577))
    rows = cells(1, "Name", "Mobile") + cells(2, "Owain Pask", "07700 900721") + empty
    return rewritten(workbook(People=ROWS), xl__worksheets__sheet1_DOT_xml=sheet_xml(rows))


def far_corner():
    rows = cells(1, "Name", "Mobile") + cells(2, "Owain Pask", "07700 900721")
    rows += '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>far</t></is></c></row>'
    return rewritten(workbook(People=ROWS), xl__worksheets__sheet1_DOT_xml=sheet_xml(rows))


def bomb():
    return rewritten(workbook(People=ROWS), xl__sharedStrings_DOT_xml=b" " * (80 * 1024 * 1024))


def growing_words():
    lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    body = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "lol">{lol}]><office:document-content xmlns:office="o">&l9;</office:document-content>'
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("content.xml", body)
    return made.getvalue()


def ole(*names):
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512 + b"".join(name.encode("utf-16-le") for name in names)


NO_LISTS = {
    "empty": (b"", "This file is empty."),
    "only blanks": (b"\xef\xbb\xbf \r\n\r\n", "This file is empty."),
    "PDF": (b"%PDF-1.7\n1 0 obj", "This is a PDF"),
    "picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "This is a picture."),
    "photo": (b"\xff\xd8\xff\xe0\0\x10JFIF", "This is a photo."),
    "photo of a telephone": (b"\0\0\0\x18ftypheic\0\0", "This is a photo."),
    "program": (b"MZ\x90\0\x03\0\0\0", "It was not run."),
    "locked workbook": (ole("EncryptionInfo", "EncryptedPackage"), "locked with a password"),
    "old workbook": (ole("Workbook"), "an old Excel workbook"),
    "old Word": (ole("WordDocument"), "an old Word document"),
    "mail": (ole("__substg1.0_001A001E"), "a mail from Outlook"),
    "packed folder": (rewritten(workbook(A=ROWS))[:0] or b"PK\x03\x04", "damaged"),
    "cut off": (workbook(A=ROWS)[:3000], "damaged"),
    "words that grow": (growing_words(), "damaged"),
    "zip bomb": (bomb(), "far larger inside"),
    "transcript": (b"WEBVTT\n\n00:01.000 --> 00:02.000\nhello", "a transcript"),
    "session": (b'{"format": "coprod-session/1"}', "data for a program"),
    "page without a table": (b"<html><body><p>Hello</p></body></html>", "without a table"),
    "no names": (b"Item,Cost\nTea,4\nHall,20\n", "no column for names"),
    "prose": (b"We met at ten and talked about the rota. Nobody knew who was coming.\nThen we had tea.\n", "no column for names"),
    "noise": (bytes(range(256)) * 40, "not a list in plain text"),
    "one quotation mark": (b'Name,Role\n"' + b"x,\n" * 100_000, "stops making sense"),
    "very wide": (b"Name" + b"," * 40_000 + b"\n", "columns"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "said"), NO_LISTS.values(), ids=NO_LISTS)
def test_what_is_no_list_is_refused_in_a_sentence_and_nothing_is_stored(desk, data, said):
    csv.field_size_limit(1_000_000)  # as reading notes leaves it
    session = sessions.new(desk, title="Steering group")[0]
    with pytest.raises(UserError) as wrong:
        people_in.look(desk, data)
    assert said in f"{wrong.value.what} {wrong.value.do}"
    assert wrong.value.do
    assert people.on_list(desk, session) == ()


@pytest.mark.parametrize("make", [million_rows, far_corner])
def test_a_million_empty_rows_take_neither_time_nor_memory(make):
    data = make()
    tracemalloc.start()
    begun = time.process_time()
    try:
        (row,) = read_list(data, NEEDS).rows
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert (row.name, row.contact) == ("Owain Pask", "07700 900721")
    assert most < 100 * 1024 * 1024
    assert time.process_time() - begun < 10  # a second where nobody counts memory


def test_of_forty_sheets_the_list_is_read_and_the_others_can_be_chosen():
    sheets = {f"Sheet_{n}": [["Month", "Cost"], ["May", n]] for n in range(39)}
    data = workbook(**sheets, Delegates=[*ROWS, ["Hana Yusuf", None]], Other_people=[["Name"], ["Kofi Mensah"]])
    found = read_list(data, NEEDS)
    assert [row.name for row in found.rows] == ["Owain Pask", "Hana Yusuf"]
    assert found.where.sheet == "Delegates"
    assert len(found.where.others) == 40
    assert "There are 41 sheets or tables in this file. “Delegates” was read." in found.doubts
    assert [row.name for row in read_list(data, NEEDS, sheet="Other people").rows] == ["Kofi Mensah"]
    with pytest.raises(UserError, match="no sheet “Gone”"):
        read_list(data, NEEDS, sheet="Gone")


def test_macros_are_not_run_and_that_is_said():
    found = read_list(rewritten(workbook(People=ROWS), xl__vbaProject_DOT_bin=b"Attribute VB_Name"), NEEDS)
    assert found.doubts == ("There are macros in this workbook. They were not run.",)


def test_a_formula_is_no_name_and_its_last_value_is_read_where_it_has_one():
    book = openpyxl.Workbook()
    for row in [["Name", "Needs"], ['=HYPERLINK("http://example.org","Jo")', "loop"], ["=A9", ""], ["Owain Pask", "=WEBSERVICE(A1)"]]:  # fmt: skip
        book.active.append(row)
    found = read_list(saved(book), NEEDS)
    assert [refused.why for refused in found.refused] == ["The name is a formula, not a name."] * 2
    assert [(row.name, row.needs) for row in found.rows] == [("Owain Pask", ())]
    assert found.rows[0].doubts == ("“=WEBSERVICE(A1)” is a formula and was left out.",)


@pytest.mark.parametrize("typed", ["=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-HYPERLINK(A1)", "=cmd|'/C x'!A1"])
def test_a_cell_that_a_spreadsheet_would_work_out_is_no_name(typed):
    found = read_list(f'Name,Role\n"{typed}",carer\nJo,"{typed}"\n'.encode(), NEEDS)
    assert [(row.name, row.role) for row in found.rows] == [("Jo", "")]
    assert found.refused[0].why == "The name is a formula, not a name."


def test_a_name_of_twenty_thousand_characters_is_none():
    found = read_list(f"Name,Role\n{'x' * 20_000},carer\nJo,carer\n".encode(), NEEDS)
    assert [row.name for row in found.rows] == ["Jo"]
    assert found.refused[0].why == "The name has more than 10,000 characters: that is no name."


@pytest.mark.parametrize(
    "damaged", ["x" * 30_000, "Ann Lee " * 4_000, "Ann Lee, yes\n" + "1-" * 15_000, "a@b " * 8_000]
)
def test_a_line_that_never_ends_is_refused_at_once(damaged):
    begun = time.process_time()
    with pytest.raises(UserError, match=r"no column for names|no people|stops making sense"):
        read_list(damaged.encode(), NEEDS)
    assert time.process_time() - begun < 5  # minutes, when every character was tried with every other


def test_marks_that_turn_the_direction_of_writing_are_left_out_of_names():
    (row,) = read_list("Name,Role\n\u202eksaP niawO\u202c\u200b,carer\n".encode(), NEEDS).rows
    assert row.name == "ksaP niawO"


def test_reading_can_be_stopped_and_says_how_far_it_is():
    data = "Name,Role\n" + "".join(f"Ann{n} Bell,carer\n" for n in range(2_000))
    told = []

    def progress(part, words):
        told.append((part, words))
        if len(told) == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_list(data.encode(), NEEDS, progress=progress)
    assert [words for _, words in told[1:]] == ["Row 250 of 2,000", "Row 500 of 2,000", "Row 750 of 2,000"]
