import pytest

from coprod_desktop.publish.document import Bar, Figure, Heading, Picture, Pictured, Tone
from coprod_desktop.publish.render.tagged.pdf import render_pdf
from tests.publish.render import looking, papers, structure


@pytest.fixture
def made(tmp_path):
    def make(*blocks, body_pt=14, **about):
        path = tmp_path / "paper.pdf"
        make.warnings = render_pdf(papers.paper(*blocks, **about), path, made_on=papers.MADE_ON, body_pt=body_pt)
        assert structure.faults(path) == []
        return path

    return make


TITLE = Heading(1, "Title")


WHITE, BLACK = (255, 255, 255), (0, 0, 0)


@pytest.mark.parametrize(
    ("mode", "corner"),
    [("RGBA", WHITE), ("LA", WHITE), ("L", BLACK), ("P", WHITE), ("1", BLACK), ("RGB", BLACK)],
)
def test_a_picture_of_any_kind_is_drawn_and_what_can_be_seen_through_is_white(made, mode, corner):
    path = made(papers.picture(mode=mode), TITLE)
    assert looking.images(path) == [("/FlateDecode", 120, 120, False)]
    page = looking.drawn(path)
    assert page.getpixel((79, 77)) == corner
    assert page.getpixel((100, 97)) not in (WHITE, BLACK) or mode == "1"


def test_a_logo_stands_modestly_above_the_title_and_is_said_first(made):
    path = made(papers.picture("Logo of the council", 400, 160), papers.words("words"), title="The title")
    ((alt, (left, bottom, right, top)),) = looking.figures(path)
    assert structure.spoken(path) == ["Logo of the council", "The title", "words"] == [alt, "The title", "words"]
    assert top - bottom == pytest.approx(48)
    assert right - left == pytest.approx(120)


def test_a_large_picture_keeps_its_shape_in_the_column(made):
    path = made(TITLE, papers.picture("A hall", 3000, 1500, kind="JPEG", mode="RGB"))
    ((_, (left, bottom, right, top)),) = looking.figures(path)
    assert (right - left) / (top - bottom) == pytest.approx(2, rel=0.01)
    assert right <= 595.28 - 60
    assert looking.images(path) == [("/DCTDecode", 1400, 700, False)]


def test_a_tall_picture_leaves_room_for_words(made):
    path = made(TITLE, papers.picture("A tower", 300, 3000), papers.words("after"))
    assert len(looking.texts(path)) == 1


def test_a_small_picture_is_not_blown_up(made):
    ((_, (left, _, right, _)),) = looking.figures(made(TITLE, papers.picture("A dot", 40, 40)))
    assert right - left == 30


def test_the_same_picture_is_in_the_file_once(made):
    first, again = papers.picture("A door"), papers.picture("Another door")
    path = made(TITLE, first, again, Pictured(first, papers.words("one")), Pictured(again, papers.words("two")))
    assert len(looking.images(path)) == 1
    assert [alt for alt, _ in looking.figures(path)] == ["A door", "Another door"] * 2


def test_a_picture_without_words_only_decorates(made):
    path = made(TITLE, papers.picture("  "), Pictured(papers.picture(""), papers.words("the words")))
    assert looking.figures(path) == []
    assert structure.spoken(path) == ["Title", "the words"]
    assert len(looking.images(path)) == 1


def test_a_damaged_picture_is_there_in_words_and_the_rest_of_the_paper_with_it(made):
    broken = Picture(b"\x89PNG\r\n\x1a\n nothing more", "Who sat where", 10, 10)
    path = made(TITLE, broken, Pictured(broken, papers.words("the words")))
    assert structure.spoken(path) == ["Title", "Picture: Who sat where", "the words"]
    assert made.warnings == ("A picture is damaged, so the PDF has only its words: Who sat where",)


def test_what_a_picture_shows_may_be_said_in_any_letters(made):
    path = made(TITLE, papers.picture("Drws Siân (tŷ) \\ 😀 مرحبا"))
    assert [alt for alt, _ in looking.figures(path)] == ["Drws Siân (tŷ) \\ 😀 مرحبا"]
    assert b"/Alt <feff00440072" in path.read_bytes()  # big end first, as PDF asks


def test_nothing_of_where_a_photo_was_taken_goes_into_the_file(tmp_path):
    from PIL import Image

    exif = Image.Exif()
    exif[0x010F] = "SecretPhone"
    Image.new("RGB", (60, 60), "red").save(tmp_path / "photo.jpg", exif=exif, comment="secret place")
    data = (tmp_path / "photo.jpg").read_bytes()
    assert b"SecretPhone" in data
    path = tmp_path / "paper.pdf"
    render_pdf(papers.paper(TITLE, Picture(data, "A photo", 60, 60)), path, made_on=papers.MADE_ON)
    assert b"SecretPhone" not in path.read_bytes()
    assert b"secret place" not in path.read_bytes()


def test_bars_begin_at_nothing_and_are_as_long_as_their_numbers(made):
    path = made(TITLE, papers.bars(10, 5, 0))
    ((_, (left, bottom, right, top)),) = looking.figures(path)
    page = looking.drawn(path, points=2)
    lengths = [
        sum(_is_teal(page.getpixel((x, y))) for x in range(int(2 * left), int(2 * right)))
        for y in range(int(2 * (841.89 - top)), int(2 * (841.89 - bottom)), 6)
    ]
    whole, half = sorted({length for length in lengths if length > 50}, reverse=True)
    assert half / whole == pytest.approx(0.5, abs=0.02)
    assert "0 people" in looking.texts(path)[0]


def _is_teal(pixel):
    red, green, blue = pixel
    return red < 60 and 70 < green < 120 and 70 < blue < 120


def test_a_figure_is_one_picture_that_says_its_words_to_who_cannot_see_it(made):
    path = made(TITLE, papers.promises())
    words = papers.promises().words
    assert structure.spoken(path) == ["Title", "How promises stand", words]
    assert [e.tag for e in looking.elements(path, "Sect")[0].elements] == ["Caption", "Figure"]
    assert "In hand 4 of 12 Late 2 of 12" in "".join(structure.spoken(path, alts=False))


def test_tones_are_told_apart_without_colour(made):
    looks = set()
    for tone in (Tone.DONE, Tone.NO, Tone.WAITING, Tone.QUIET, Tone.YOU_SAID):
        most = Bar("Most", 40, "40", Tone.WE_WILL)
        path = made(TITLE, Figure("", (most, Bar("Less", 10, "10", tone)), "words"))
        ((_, (_, bottom, _, top)),) = looking.figures(path)
        page = looking.drawn(path, points=3).convert("L")
        middle = 841.89 - bottom - (top - bottom) * 0.22
        bar = page.crop(((3 * 150), int(3 * (middle - 5)), (3 * 200), int(3 * (middle + 5))))
        looks.add(_black_and_white(bar))
    assert len(looks) == 5


def _black_and_white(bar):
    return bar.point(lambda grey: 255 * (grey < 160)).tobytes()


@pytest.mark.parametrize("body_pt", [14, 18, 36, 60])
def test_a_figure_of_many_bars_goes_on_over_the_page_with_its_words(made, body_pt):
    path = made(TITLE, Heading(2, "Part"), papers.bars(*range(1, 31)), body_pt=body_pt)
    seen = "".join(looking.texts(path))
    for value in range(1, 31):
        assert f"{value} people" in " ".join(seen.split())
    said = "".join(alt for alt, _ in looking.figures(path))
    assert all(f"Group {n}: {n} people" in said for n in range(1, 31))
    assert looking.page_of(path, "Part") == looking.page_of(path, "How many came")


def test_a_bar_too_tall_for_any_page_leaves_its_figure_in_words(made):
    path = made(TITLE, papers.bars(1, label="a long name " * 300))
    assert looking.figures(path) == []
    assert "How many came" in structure.spoken(path)


def test_a_figure_of_nothing_is_not_there(made):
    assert structure.spoken(made(TITLE, Figure(" ", (), ""))) == ["Title"]


def test_a_figure_without_words_is_said_by_its_labels(made):
    path = made(TITLE, Figure("Stars", (Bar("5 stars", 9, "9 people"), Bar("4 stars", 4, "4 people")), ""))
    assert structure.spoken(path) == ["Title", "Stars", "Stars. 5 stars: 9 people; 4 stars: 4 people"]


def test_less_than_nothing_is_drawn_as_nothing(made):
    path = made(TITLE, papers.bars(-4, 8))
    assert "-4 people" in looking.texts(path)[0]


def test_a_sign_on_an_item_of_a_list_is_drawn_in_place_of_its_bullet(made):
    path = made(*papers.drawn().blocks)
    (listed,) = looking.elements(path, "L")
    assert [[kid.tag for kid in item.elements] for item in listed.elements] == [["LBody"], ["Lbl", "LBody"]]
    assert "Kept the rota is posted" in " ".join(structure.spoken(path)).replace("  ", " ")


def test_the_organisations_colour_is_where_the_programs_own_would_be(made):
    def colours(path):
        return {pixel for _, pixel in looking.drawn(path).getcolors(1 << 20)}

    assert (0x6A, 0x1B, 0x9A) in colours(made(TITLE, accent="#6A1B9A"))
    assert (0x6A, 0x1B, 0x9A) not in colours(made(TITLE))


def test_a_colour_too_light_for_words_is_printed_darker(made):
    page = looking.drawn(made(TITLE, accent="#FFEE00"))
    assert (0xFF, 0xEE, 0x00) not in {pixel for _, pixel in page.getcolors(1 << 20)}


def test_every_foot_says_the_copy_code_and_none_is_read_aloud(made):
    path = made(TITLE, papers.words("\n".join(["line"] * 80)), fingerprint="3fa-9c1-d2e-4b7")
    pages = looking.texts(path)
    assert len(pages) > 2
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)} · Copy code 3fa-9c1-d2e-4b7" in page
    assert "Copy code" not in "".join(structure.spoken(path))


def test_the_dash_before_a_name_never_begins_a_line_nor_does_a_month(made):
    quote = "“We were told”"
    for more in range(0, 24, 2):
        path = made(TITLE, papers.words(f"{'w' * more} {quote * 3} – Rose, on {'v' * more} 6 November 2026"))
        for line in looking.texts(path)[0].splitlines():
            assert not line.startswith(("–", "November"))
