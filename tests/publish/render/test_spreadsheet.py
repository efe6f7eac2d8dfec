import csv
import datetime
import io
import zipfile

import pytest
from openpyxl import load_workbook

from coprod_desktop.publish.paper import Spreadsheet
from coprod_desktop.publish.render import spreadsheet as renderer
from coprod_desktop.publish.render.spreadsheet import THE_REST, render_csv, render_xlsx
from tests.publish.render.papers import MADE_ON

DAY = datetime.date(2026, 11, 6)
ACTING = (
    '=HYPERLINK("http://evil.example","click")',
    "+44 1632 960 123",
    "-2 steps",
    "@SUM(1+1)",
    "\t=1+1",
    "\r=1+1",
    " =1+1",
    "＝1+1",
)
WORDS = (
    "#N/A",
    "TRUE",
    "00123",
    "1e5",
    "6/11/2026",
    "<w:p>]]>&amp;",
    "a\x00b\x1f \ud800 😀",
    "مرحبا ہم جاننا Ŵŷ łódź țș",
    "two\nlines",
    'quoted "so", with commas; and semicolons',
    "_x0041_",
)


def a_sheet(*rows, columns=("You said", "By when", "How many"), title="Promises"):
    return Spreadsheet(title=title, columns=columns, rows=rows)


def tidied(text):
    return (
        text.replace("\x00", "").replace("\x1f", "").replace("\ud800", "\ufffd").replace("\t", " ").replace("\r", "\n")
    )


def as_csv(tmp_path, sheet):
    path = tmp_path / "list.csv"
    render_csv(sheet, path)
    return path.read_bytes()


def rows_of(data):
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def as_xlsx(tmp_path, sheet, name="list", made_on=MADE_ON):
    path = tmp_path / f"{name}.xlsx"
    render_xlsx(sheet, path, made_on=made_on)
    return path


def page_of(path):
    return load_workbook(path).active


def test_csv_opens_as_utf8_with_dates_any_program_knows(tmp_path):
    data = as_csv(tmp_path, a_sheet(("Siân’s rota", DAY, 3), (None, None, None)))
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.endswith(b"\r\n")
    assert data.count(b"\r\n") == 3
    assert rows_of(data) == [["You said", "By when", "How many"], ["Siân’s rota", "2026-11-06", "3"], ["", "", ""]]


@pytest.mark.parametrize("words", ACTING)
def test_csv_words_that_would_act_are_held_back(tmp_path, words):
    data = as_csv(tmp_path, a_sheet((words, None, None), columns=(words, "b", "c")))
    for row in rows_of(data):
        assert row[0] == f"'{tidied(words)}"


@pytest.mark.parametrize("words", WORDS)
def test_csv_other_words_are_as_typed(tmp_path, words):
    assert rows_of(as_csv(tmp_path, a_sheet((words, None, None))))[1][0] == tidied(words)


@pytest.mark.parametrize("words", [*ACTING, *WORDS])
def test_xlsx_every_text_is_text(tmp_path, words):
    cell = page_of(as_xlsx(tmp_path, a_sheet((words, DAY, 3), columns=(words, "b", "c"))))["A2"]
    assert cell.data_type == "s"
    assert cell.value.replace("_x005F_", "_") == tidied(words)
    assert cell.quotePrefix == words.strip().startswith(("=", "+", "-", "@", "＝"))


def test_xlsx_holds_no_formula_and_reaches_nowhere(tmp_path):
    path = as_xlsx(tmp_path, a_sheet(*((words, None, None) for words in ACTING)))
    with zipfile.ZipFile(path) as parts:
        assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")
        assert not [name for name in parts.namelist() if "external" in name or "vba" in name]
        assert b"hyperlink" not in parts.read("xl/worksheets/sheet1.xml")


def test_xlsx_dates_are_dates_and_numbers_numbers(tmp_path):
    page = page_of(as_xlsx(tmp_path, a_sheet(("a", DAY, 3), (None, None, 0))))
    assert page["B2"].value == datetime.datetime(2026, 11, 6)
    assert page["B2"].is_date
    assert page["B2"].number_format == "d mmm yyyy"
    assert [page["C2"].value, page["C3"].value, page["A3"].value] == [3, 0, None]


def test_xlsx_header_stays_in_sight_and_rows_can_be_filtered(tmp_path):
    page = page_of(as_xlsx(tmp_path, a_sheet(("word " * 60, DAY, 3), ("short", DAY, 3))))
    assert page.freeze_panes == "A2"
    assert page.auto_filter.ref == "A1:C3"
    assert page.print_title_rows == "$1:$1"
    assert page["A1"].font.b
    assert not page["A2"].font.b
    assert page["A2"].alignment.wrap_text
    assert 12 <= page.column_dimensions["A"].width <= 40
    assert page.row_dimensions[2].height >= 8 * 15
    assert page.row_dimensions[3].height < 30
    assert not page.merged_cells.ranges


def test_xlsx_says_what_it_is_and_nobodys_name(tmp_path):
    path = as_xlsx(tmp_path, a_sheet(("a", DAY, 3)))
    about = load_workbook(path).properties
    assert (about.title, about.creator) == ("Promises", "Co-production Desktop")
    assert about.created == about.modified == MADE_ON.replace(tzinfo=None)
    assert (about.lastModifiedBy, about.description, about.subject, about.keywords) == (None, None, None, None)


def test_the_same_list_made_at_the_same_time_is_the_same_file(tmp_path):
    first, second = (as_xlsx(tmp_path, a_sheet(("a", DAY, 3)), name).read_bytes() for name in ("one", "two"))
    assert first == second
    with zipfile.ZipFile(tmp_path / "one.xlsx") as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {(part.create_system, part.external_attr) for part in parts.infolist()} == {(0, 0x20)}


@pytest.mark.parametrize("words", ["a word " * 6000, "😀" * 20_000, "x" * 32_768])
def test_words_no_cell_has_room_for_are_cut_and_say_so(tmp_path, words):
    sheet = a_sheet((words, None, None))
    shown = page_of(as_xlsx(tmp_path, sheet))["A2"].value
    assert rows_of(as_csv(tmp_path, sheet))[1][0] == shown
    assert shown.endswith(THE_REST)
    assert words.startswith(shown.removesuffix(THE_REST))
    assert 32_760 < len(shown.encode("utf-16-le")) // 2 <= 32_767


def test_words_that_just_fit_are_whole(tmp_path):
    words = "x" * 32_767
    assert page_of(as_xlsx(tmp_path, a_sheet((words, None, None))))["A2"].value == words
    held_back = rows_of(as_csv(tmp_path, a_sheet((f"={words[1:]}", None, None))))[1][0]
    assert held_back.startswith("'=")
    assert len(held_back) <= 32_767


@pytest.mark.parametrize("title", ["What: [all] / some?*\\ 'x'", "", "word " * 40, "😀\x00"])
def test_any_title_makes_a_tab_that_excel_takes(tmp_path, title):
    name = page_of(as_xlsx(tmp_path, a_sheet(title=title))).title
    assert 0 < len(name) <= 31
    assert not set(name) & set("[]:*?/\\'")


def test_a_list_without_rows_has_its_header(tmp_path):
    assert [cell.value for cell in page_of(as_xlsx(tmp_path, a_sheet()))[1]] == ["You said", "By when", "How many"]


def test_a_run_that_fails_leaves_the_file_that_was_there(tmp_path, monkeypatch):
    path = tmp_path / "list.xlsx"
    path.write_bytes(b"the old one")
    monkeypatch.setattr(renderer, "write_steady", lambda made, target: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        render_xlsx(a_sheet(), path, made_on=MADE_ON)
    assert path.read_bytes() == b"the old one"
    assert list(tmp_path.iterdir()) == [path]
