import dataclasses
from io import BytesIO

import docx
from docx.oxml.ns import qn
from PIL import Image

from coprod_desktop.publish.document import Bar, Bullets, Figure, Heading, Picture, Pictured, Table, Tone
from coprod_desktop.publish.render.word.document import render_word
from tests.publish.render import papers
from tests.publish.render.word_file import WordFile, has, text, value, write

ALT = "A bus with its doors open"


def picture(width=300, height=200, **about):
    made = BytesIO()
    Image.new("RGB", (width, height), "#0A5C60").save(made, about.pop("kind", "PNG"))
    return Picture(made.getvalue(), about.pop("alt", ALT), width, height, **about)


def figure(*bars, caption="What people talked about", words="9 things were about buses, 4 about steps."):
    return Figure(caption, bars or (Bar("Buses", 9, "9"), Bar("Steps", 4, "4")), words)


def paper(tmp_path, *blocks):
    return write(papers.paper(Heading(1, "Title"), *blocks), tmp_path)


def drawings(file):
    return list(file.body.iter(qn("wp:inline")))


def test_a_picture_says_what_it_shows_and_fits(tmp_path):
    file = paper(tmp_path, picture(), picture(4000, 100), picture(10, 4000), picture(kind="JPEG"))
    assert [d.find(qn("wp:docPr")).get("descr") for d in drawings(file)] == [ALT] * 4
    assert len({d.find(qn("wp:docPr")).get("id") for d in drawings(file)}) == 4
    for shape in docx.Document(str(file.path)).inline_shapes:
        assert shape.width.mm <= 166.1
        assert shape.height.mm <= 90
        assert shape.width > 0


def test_the_same_picture_is_in_the_file_once_and_nothing_says_where_it_was(tmp_path):
    file = paper(tmp_path, *[picture()] * 5)
    assert [name for name in file.parts if "media" in name] == ["word/media/image1.png"]
    names = {d.find(f".//{qn('pic:cNvPr')}").get("name") for d in drawings(file)}
    assert names == {f"Picture {n}" for n in range(1, 6)}


def test_a_picture_that_cannot_be_read_leaves_its_words_and_a_warning(tmp_path):
    path = tmp_path / "paper.docx"
    broken = Picture(b"\x89PNG broken", ALT, 30, 30)
    (warning,) = render_word(papers.paper(broken, Heading(1, "Title")), path, made_on=papers.MADE_ON)
    assert ALT in warning
    assert f"Picture: {ALT}" in WordFile(path).words


def test_who_drew_it_is_said_once_at_the_end(tmp_path):
    credit = "Pictures: OpenMoji, CC BY-SA 4.0"
    file = paper(tmp_path, picture(credit=credit), picture(credit=credit), papers.words("The last line"))
    assert file.words.count(credit) == 1
    assert file.words.endswith(credit)


def test_a_logo_is_modest_and_above_the_title(tmp_path):
    file = write(papers.paper(picture(900, 900), papers.words("Marrowdale"), Heading(1, "Title")), tmp_path)
    assert file.body[0].find(f".//{qn('wp:inline')}") is not None
    assert docx.Document(str(file.path)).inline_shapes[0].height.mm < 25


def cells(table):
    rows = table.iter(qn("w:tr"))
    return [["|".join(text(p) for p in cell.iter(qn("w:p"))) for cell in row.iter(qn("w:tc"))] for row in rows]


def test_rows_of_easy_read_have_their_picture_on_the_left_and_their_words_on_the_right(tmp_path):
    rows = (Pictured(picture(), papers.words("The bus stops here.")), Pictured(None, papers.words("Ok.")))
    file = paper(tmp_path, *rows)
    (table,) = file.body.iter(qn("w:tbl"))
    assert cells(table) == [["", "Title"], ["", "The bus stops here."], ["", "Ok."]]
    first, last = list(table.iter(qn("w:tr")))[1:]
    assert len(list(first.iter(qn("wp:inline")))) == 1
    assert list(last.iter(qn("wp:inline"))) == []
    assert [d.find(qn("wp:docPr")).get("descr") for d in drawings(file)] == [ALT]
    assert list(table.iter(qn("w:gridSpan"))) == [], "no merged cells"


def test_the_heading_heads_its_column_and_each_row_stays_whole(tmp_path):
    said = Heading(2, "1. You said", new_page=True, tone=Tone.YOU_SAID)
    will = Heading(3, "We will", tone=Tone.WE_WILL)
    row = Pictured(picture(), papers.words("Yes."))
    file = paper(tmp_path, row, said, row, row, will, row)
    tables = list(file.body.iter(qn("w:tbl")))
    heads = [next(table.iter(qn("w:tr"))) for table in tables]
    named = ["Title", "1. You said", "We will"]
    assert [text(p) for head in heads for p in head.iter(qn("w:p")) if text(p)] == named
    for head in heads:
        assert head.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
    assert all(r.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for r in file.body.iter(qn("w:tr")))
    assert [t.find(f"{qn('w:tblPr')}/{qn('w:tblCaption')}").get(qn("w:val")) for t in tables] == named
    breaks = [p for p in file.body.iter(qn("w:p")) if p.find(f"{qn('w:pPr')}/{qn('w:pageBreakBefore')}") is not None]
    assert [p.getnext() for p in breaks] == [tables[1]], "a point begins a page of its own"
    colours = {t.find(f"{qn('w:tblPr')}/{qn('w:tblBorders')}/{qn('w:top')}").get(qn("w:color")) for t in tables}
    assert len(colours) == 3, "what was said and what we say have frames of their own"


def test_a_picture_of_a_row_that_cannot_be_read_leaves_its_words(tmp_path):
    path = tmp_path / "paper.docx"
    broken = Pictured(Picture(b"\x89PNG broken", ALT, 30, 30), papers.words("Yes."))
    (warning,) = render_word(papers.paper(Heading(1, "Title"), broken), path, made_on=papers.MADE_ON)
    assert ALT in warning
    assert f"Picture: {ALT}" in WordFile(path).words


def test_a_figure_is_drawn_and_said(tmp_path):
    file = paper(tmp_path, figure())
    assert file.styled("Caption") == ["What people talked about"]
    assert "9 things were about buses" not in file.words
    (drawing,) = drawings(file)
    assert drawing.find(qn("wp:docPr")).get("descr") == "9 things were about buses, 4 about steps."


def test_bars_are_as_long_as_their_numbers_and_dark_without_colour(tmp_path):
    file = paper(tmp_path, figure(Bar("a", 8, "8"), Bar("b", 4, "4"), Bar("c", 0, "0")))
    grey = Image.open(BytesIO(file.parts["word/media/image1.png"])).convert("L")
    longest = [longest_dark_run(grey, y) for y in range(grey.height)]
    bars = [length for length, before in zip(longest[1:], longest, strict=False) if length > 100 and before <= 100]
    assert len(bars) == 2
    assert abs(bars[0] - 2 * bars[1]) <= 4


def longest_dark_run(image, y):
    row = image.crop((0, y, image.width, y + 1)).tobytes()
    return max(map(len, bytes(b"#"[0] if dot < 110 else b" "[0] for dot in row).split()), default=0)


def test_a_long_label_is_broken_and_none_of_it_cut(tmp_path):
    short = paper(tmp_path, figure(Bar("a", 1, "1")))
    long = paper(tmp_path, figure(Bar("short calls and people who are rushed " * 6 + "x" * 200, 1, "1")))
    heights = [Image.open(BytesIO(f.parts["word/media/image1.png"])).height for f in (short, long)]
    assert heights[1] > heights[0] + 4 * 60


def test_letters_our_fonts_lack_leave_the_words_and_a_warning(tmp_path):
    path = tmp_path / "paper.docx"
    document = papers.paper(Heading(1, "Title"), figure(Bar("المواصلات", 3, "3"), words="3 about المواصلات."))
    (warning,) = render_word(document, path, made_on=papers.MADE_ON)
    assert "What people talked about" in warning
    file = WordFile(path)
    assert drawings(file) == []
    assert "3 about المواصلات." in file.words


def test_more_bars_than_a_page_holds_are_words(tmp_path):
    file = paper(tmp_path, figure(*(Bar(f"Theme {n}", n, str(n)) for n in range(60)), words="60 themes"))
    assert drawings(file) == []
    assert "60 themes" in file.words


def test_a_table_repeats_its_header_and_is_described(tmp_path):
    file = write(papers.rich(), tmp_path)
    table = next(file.body.iter(qn("w:tbl")))
    rows = table.findall(qn("w:tr"))
    assert [has(row, "trPr", "tblHeader") for row in rows] == [True, False, False, False]
    assert all(has(row, "trPr", "cantSplit") for row in rows)
    assert value(table, "tblPr", "tblCaption") == "Votes for each idea. 21 people voted, 24 papers given."
    assert value(table, "tblPr", "tblDescription") == "3 rows. Columns: Idea, Cost, Votes, Share."
    assert file.styled("RowHead")[0] == "A paper rota each Friday"
    assert has(file.style("RowHead"), "rPr", "b")
    assert (
        value(table, "tblPr", "tblLook", name="firstColumn") == value(table, "tblPr", "tblLook", name="firstRow") == "1"
    )
    assert not any(list(table.iter(qn(tag))) for tag in ("w:gridSpan", "w:vMerge", "w:hMerge"))
    widths = [int(column.get(qn("w:w"))) for column in table.iter(qn("w:gridCol"))]
    assert sum(widths) <= 9412
    assert widths[0] > 2 * widths[2]


def test_a_row_longer_than_a_page_goes_on_over_it(tmp_path):
    file = paper(tmp_path, Table("Long", ("a", "b"), (("word " * 2000, "x"), ("short", "y"))))
    rows = file.body.find(qn("w:tbl")).findall(qn("w:tr"))
    assert [has(row, "trPr", "cantSplit") for row in rows] == [True, False, True]


def test_uneven_rows_lose_nothing_and_tables_stay_apart(tmp_path):
    uneven = Table("", ("a",), (("1", "2", "3"), ()))
    file = paper(tmp_path, uneven, dataclasses.replace(uneven), Bullets((papers.words("after"),)), uneven)
    assert list(file.faults()) == []
    assert file.words.count("123") == 3
    assert value(file.paragraph("after"), "pPr", "spacing", name="before") == "240"


def test_pictures_of_a_long_paper_have_numbers_of_their_own_though_what_was_before_them_is_written_down(tmp_path):
    blocks = [papers.words(f"Line {n}.") if n % 100 else picture() for n in range(2000)]
    file = paper(tmp_path, *blocks)
    assert len({d.find(qn("wp:docPr")).get("id") for d in drawings(file)}) == 20
    said = [text(element) for element in file.body]
    assert [line for line in said if line.startswith("Line")] == [f"Line {n}." for n in range(2000) if n % 100]
    assert file.body[-1].tag == qn("w:sectPr")
