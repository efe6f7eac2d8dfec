import re

import pikepdf
import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.publish.document import Answer, Bullets, Facts, Heading, Paragraph, Run, Table, Tone
from coprod_desktop.publish.render.tagged.easy_read import draw_easy_read
from coprod_desktop.publish.render.tagged.fonts import Faces
from coprod_desktop.publish.render.tagged.lines import Span
from coprod_desktop.publish.render.tagged.pdf import render_pdf
from coprod_desktop.publish.render.tagged.turned import mirrored, turned_lines
from tests.publish.render import from_right, looking, papers, structure

FACES = Faces()
LEFT, RIGHT = 76, 595 - 64
"""Edges of the column in points."""


def spans(text, *, right):
    return [Span(part, face, 14.0, "#000000", None, from_right=right) for face, part in FACES.split(text)]


def lines_of(text, width=1e6, *, right=True):
    return turned_lines(spans(text, right=right), width, 0.0, right=right, aligned=True)


def seen(line):
    """Return what stands on a line from left to right."""
    placed = sorted(line.placed(), key=lambda one: (one[0], one[1].span.place))
    return "".join(bit.text[::-1] if bit.span.backwards else bit.text for _, bit in placed)


def read(lines):
    return " ".join("".join(bit.text for bit in line.bits) for line in lines)


@pytest.mark.parametrize(
    ("typed", "seen_from_left"),
    [
        ("ابت Stagecoach 192 جدو", "ودج Stagecoach 192 تبا"),
        ("ابت 192 جدو", "ودج 192 تبا"),
        ("ابت £4.50 جدو", "ودج £4.50 تبا"),
        ("ابت 18 September 2026 جدو", "ودج 18 September 2026 تبا"),
        ("ابت 18\xa0September جدو", "ودج 18\xa0September تبا"),
        ("رقم 01632 960 123", "01632 960 123 مقر"),
        ("ابت 10:30، جدو", "ودج ،10:30 تبا"),
        ("ابت (NHS) جدو.", ".ودج )NHS( تبا"),
        ("ابت ۴۵ جدو", "ودج ۴۵ تبا"),
    ],
)
def test_names_numbers_money_and_dates_keep_their_own_order(typed, seen_from_left):
    (line,) = lines_of(typed)
    assert seen(line) == seen_from_left
    assert read([line]) == typed


def test_words_from_the_right_in_an_english_sentence_turn_by_themselves():
    (line,) = turned_lines(
        [*spans("She said ", right=False), *spans("ابت 12", right=True), *spans(", twice", right=False)],
        1e6,
        0.0,
        right=None,
        aligned=True,
    )
    assert seen(line) == "She said 12 تبا, twice"
    assert not line.from_right


def test_lines_are_broken_first_and_turned_then():
    lines = lines_of(from_right.ARABIC, 250)
    assert len(lines) > 2
    assert read(lines) == from_right.ARABIC
    assert "".join(bit.text for bit in lines[0].bits).startswith("لا أحد يتصل")
    for line in lines:
        assert line.width <= 250
        assert line.shift == pytest.approx(250 - line.width)


LETTERS = st.sampled_from([*"ابتثسلاگےں", *"abcXYZ", *"0189", *" ()[].,:;-–“”'/%£", *"٠١۴", "َ", "\u200c"])


@given(st.lists(LETTERS, min_size=1, max_size=40).map("".join), st.booleans())
def test_the_unseen_signs_that_count_change_nothing(text, right):
    # what keeps an order of its own is put between signs of its own, which the plain text has not
    typed = text.replace("£", "").replace("\u200c", "").strip()
    if not typed or any(digits in typed for digits in (" 0", " 1", " 8", " 9")):
        return
    (line,) = lines_of(typed, right=right)
    assert seen(line) == get_display(typed, base_dir="R" if right else "L")


@given(st.lists(LETTERS, max_size=60).map("".join), st.booleans(), st.sampled_from([30, 80, 200]))
def test_no_letter_is_lost_or_moved_to_another_line(text, right, width):
    lines = lines_of(text, width, right=right)
    said = "".join(bit.text for line in lines for bit in line.bits)
    assert "".join(said.split()) == "".join(text.split())


def test_what_opens_closes_and_is_opened_at_the_right():
    assert mirrored("“(a") == "a)”"


def test_letters_join():
    face = FACES.arabic
    alone, joined = face.width("ب", 14), face.width("ببب", 14)
    assert joined < 2 * alone
    assert face.width("لا", 14) < face.width("ل", 14) + face.width("ا", 14)
    assert [glyph.letters for glyph in face.glyphs("اب")][-1] == "ا"  # from left to right


@pytest.mark.parametrize("text", [from_right.ARABIC, from_right.URDU, from_right.PERSIAN, from_right.POINTED])
def test_a_line_is_shaped_as_its_words_are(text):
    for passage in filter(None, re.split(r"\s*[!-~]+\s*", text)):
        words = passage.split(" ")
        drawn = FACES.arabic.glyphs(words[-1], "ur")
        for word in reversed(words[:-1]):
            drawn += FACES.arabic.glyphs(" ", "ur") + FACES.arabic.glyphs(word, "ur")
        assert [glyph[0:1] + glyph[2:] for glyph in FACES.arabic.glyphs(passage, "ur")] == [
            glyph[0:1] + glyph[2:] for glyph in drawn
        ]


@pytest.mark.parametrize("word", ["بَيْتٌ", "كتاب ", "پچژ", "مُحَمَّدٌ", "لَّا"])
def test_each_glyph_is_drawn_in_its_place_and_the_pen_stands_behind_the_word(word):
    face = Faces().arabic
    file = object.__new__(type("File", (), {"fontMapping": {}, "delayedFonts": []}))
    file.fontMapping, file.delayedFonts = {}, []
    drawn, _ = face.words([word], ("", True, 14.0), "", file)
    subset, pen, places = face.font.state[file].subsets[0], 0.0, []
    for shown, move in re.findall(r"<([0-9a-f]+)>|(-?\d+)", "".join(re.findall(r"\[.*?\]", drawn))):
        pen -= float(move or 0)
        for code in bytes.fromhex(shown):
            places.append(pen)
            pen += face.font.face.charWidths[subset[code]]
    wanted, at = [], 0.0
    for glyph in face.glyphs(word):
        wanted.append(at + glyph.right)
        at += glyph.advance
    assert places == pytest.approx(wanted, abs=2)
    assert pen == pytest.approx(face.width(word, 1000), abs=1)


def test_urdu_has_forms_of_its_own():
    glyphs = {lang: [glyph.number for glyph in FACES.arabic.glyphs("۴۶۷", lang)] for lang in ("fa", "ur")}
    assert glyphs["fa"] != glyphs["ur"]


@pytest.mark.parametrize(
    "letters", ["ٹڈڑںےھہۂۓگپچژکی", "پچژگکی", "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي", "۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩،؛؟٪٫٬ـ"]
)
def test_every_letter_of_arabic_persian_and_urdu_is_drawn(letters):
    assert all(map(FACES.has, letters))
    for strong in (False, True):
        for face, part in FACES.split(letters, strong=strong):
            assert all(glyph.number for glyph in face.glyphs(part))


@pytest.fixture
def made(tmp_path):
    def make(*blocks, **how):
        path = tmp_path / "paper.pdf"
        make.warnings = render_pdf(papers.paper(*blocks), path, made_on=papers.MADE_ON, **how)
        assert structure.faults(path) == []
        return path

    return make


TITLE = Heading(1, "Title")


def below_title(path):
    """Return the left and right edge of all ink below the title, above the foot of the page."""
    page = looking.drawn(path).convert("L").crop((0, 120, 595, 760))
    box = page.point(lambda grey: 255 * (grey < 200)).getbbox()
    return box[0], box[2]


def test_the_paper_says_every_word_in_the_order_it_is_read_and_in_its_language(made):
    path = made(TITLE, papers.words(from_right.URDU, lang="ur", dir="rtl"), papers.words("after"))
    assert structure.spoken(path) == ["Title", from_right.URDU, "after"]
    assert [element.lang for element in looking.elements(path, "P")] == ["ur", ""]
    with pikepdf.open(path) as pdf:
        marked = [
            operands[1]
            for operands, operator in pikepdf.parse_content_stream(pdf.pages[0])
            if str(operator) == "BDC" and "/ActualText" in operands[1]
        ]
    assert [(str(one.ActualText), str(one.Lang)) for one in marked] == [(from_right.URDU, "ur")]
    assert made.warnings == ()


def test_words_whose_bytes_are_signs_of_the_file_are_read_as_they_are(made):
    words = "بيت (كبير) \N{ARABIC DATE SEPARATOR} ساعة \\ حب\N{ARABIC VOWEL SIGN DOT BELOW}"
    assert {0x28, 0x29, 0x5C, 0x0D} <= set(words.encode("utf-16-be"))
    assert structure.spoken(made(TITLE, papers.words(words, lang="ar", dir="rtl"))) == ["Title", words]


def test_words_from_the_right_stand_at_the_right(made):
    left, right = below_title(made(TITLE, papers.words("شكرا جزيلا", lang="ar", dir="rtl")))
    assert left > 400
    assert right == pytest.approx(RIGHT, abs=3)


def test_words_with_some_from_the_right_in_them_stay_at_the_left(made):
    left, right = below_title(made(TITLE, papers.words("She said شكرا once")))
    assert left == pytest.approx(LEFT, abs=3)
    assert right < 300


def test_a_bullet_stands_before_its_words_on_their_side(made):
    plain = below_title(made(TITLE, papers.words("شكرا", lang="ar", dir="rtl")))
    path = made(TITLE, Bullets((papers.words("شكرا", lang="ar", dir="rtl"),)))
    left, right = below_title(path)
    assert left < plain[0]
    assert right == pytest.approx(RIGHT, abs=6)
    assert structure.spoken(path)[1:] == ["•", "شكرا"]


def test_the_line_beside_a_quotation_and_its_signature_are_on_its_side(made):
    quote = Paragraph((Run("“شكرا”", lang="ar", dir="rtl"), Run(" – Amina", tone=Tone.QUIET)), quote=True)
    path = made(TITLE, quote)
    left, right = below_title(path)
    assert left > 350
    assert right == pytest.approx(RIGHT - 1.2 * 14, abs=3)
    assert _grey(path, RIGHT - 2) > 10
    assert _grey(path, LEFT + 1) == 0


def test_you_said_stands_before_its_words_on_their_side(made):
    path = made(TITLE, Answer("الحافلة 45 تتأخر", ()))
    page = looking.drawn(path)
    rows = [[x for x in range(LEFT, RIGHT) if _is_violet(page.getpixel((x, y)))] for y in range(120, 300)]
    label = [x for row in rows if len(row) < 100 for x in row]  # the rule above goes all the way across
    assert min(label) > 400
    assert structure.spoken(path)[1] == "You said الحافلة 45 تتأخر"


def _is_violet(pixel):
    red, green, blue = pixel
    return blue - green > 40 and red - green > 20


def _grey(path, x):
    """Return how many points of a column below the title are not white."""
    page = looking.drawn(path).convert("L")
    return sum(page.getpixel((x, y)) < 250 for y in range(110, 300))


def test_a_cell_of_a_table_has_its_words_at_its_own_right(made):
    long = "A long row about buses in the evening"
    path = made(TITLE, Table("", ("Idea", "Cost"), ((long, "5"), ("حافلة", "7"))))
    page = looking.drawn(path, points=2).convert("L").crop((0, 250, 1190, 1500)).point(lambda grey: 255 * (grey < 80))
    bottom = page.getbbox()[3]
    left, _, right, _ = page.crop((0, bottom - 16, 2 * 330, bottom)).getbbox()
    assert left > 2 * 200  # the column is as wide as the longest row
    assert right > 2 * 300


def test_a_fact_in_one_line_stays_with_the_others_and_a_longer_one_turns(made):
    path = made(TITLE, Facts((("Who", papers.words("مدير النقل")), ("By", papers.words("6 November")))))
    assert below_title(path)[1] < 250
    path = made(TITLE, Facts((("Why", papers.words(from_right.ARABIC)),)))
    assert below_title(path)[1] == pytest.approx(RIGHT, abs=3)


def test_easy_read_has_the_picture_before_the_words_on_their_side(tmp_path):
    path = tmp_path / "easy.pdf"
    draw_easy_read(from_right.easy(), path, made_on=papers.MADE_ON, is_draft=True)
    assert structure.faults(path) == []
    (_, first), (_, second) = looking.figures(path)
    assert first[0] > 400
    assert second[0] < 100
    assert structure.spoken(path)[-1] == from_right.URDU


def test_a_link_among_words_from_the_right_can_be_clicked_where_it_is_seen(made):
    runs = tuple(
        Run(text, lang="ar", dir="rtl", url=url)
        for text, url in (("انظر ", None), ("صفحتنا", "https://example.org/ar"), (" للمزيد", None))
    )
    path = made(TITLE, Paragraph(runs))
    with pikepdf.open(path) as pdf:
        ((left, _, right, _),) = [[float(n) for n in one.Rect] for one in pdf.pages[0].Annots]
    whole = below_title(path)
    assert whole[0] < left < right < whole[1]
    assert "".join(structure.spoken(path)[1:]) == "انظر صفحتنا للمزيد"


@pytest.mark.parametrize("body_pt", [14, 18, 36])
def test_nothing_stands_beside_the_page_in_any_size(made, body_pt):
    path = made(*from_right.told().blocks, body_pt=body_pt)
    for page in range(len(looking.texts(path))):
        left, _, right, _ = looking.inked(path, page)
        assert left > 10
        assert right < 585


def test_only_the_glyphs_that_are_drawn_are_in_the_file(made):
    path = made(TITLE, papers.words("شكرا", lang="ar", dir="rtl"))
    with pikepdf.open(path) as pdf:
        fonts = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary) and "/FontFile2" in thing]
        (arabic,) = [font for font in fonts if "Arabic" in str(font.FontName)]
        assert len(arabic.FontFile2.read_bytes()) < 12_000


def test_the_same_paper_gives_the_same_bytes(tmp_path):
    paths = [tmp_path / "one.pdf", tmp_path / "two.pdf"]
    for path in paths:
        render_pdf(from_right.told(), path, made_on=papers.MADE_ON)
        render_pdf(from_right.easy(), tmp_path / "between.pdf", made_on=papers.MADE_ON)
    assert paths[0].read_bytes() == paths[1].read_bytes()


def test_a_paper_without_such_words_takes_in_nothing_for_them(tmp_path):
    import subprocess
    import sys

    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from coprod_desktop.publish.render.tagged.pdf import render_pdf\n"
        "from tests.publish.render import papers\n"
        f"render_pdf(papers.many(2), Path({str(tmp_path / 'paper.pdf')!r}), made_on=papers.MADE_ON)\n"
        "assert not {'bidi', 'coprod_desktop.publish.render.tagged.joined'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
