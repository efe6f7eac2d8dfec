import datetime
import io

import pypdfium2
import pytest
from PIL import Image

from coprod_desktop.publish.own.recovery_sheet import qr_code, recovery_sheet
from coprod_desktop.services.making import recovery_sheet as making

WORDS = ("abandon", "ability", "able", "about", "above", "absent", "absorb", "abuse", "access", "acid", "act", "zebra")
NOW = datetime.datetime(2026, 11, 26, 9, 30, tzinfo=datetime.UTC)


@pytest.fixture(scope="module")
def pages():
    document = pypdfium2.PdfDocument(making.pdf(WORDS, NOW))
    return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]


def test_every_word_stands_on_the_first_page_with_its_number(pages):
    assert all(f"{number}. {word}" in pages[0] for number, word in enumerate(WORDS, 1))
    assert len(pages) == 2


def test_it_says_what_it_is_for_where_to_keep_it_and_how_to_use_it(pages):
    said = " ".join(pages)
    for words in ("Private", "26 November 2026", "If the passphrase is forgotten", "Where to keep it", "How to use it"):
        assert words in said


def test_there_is_nothing_in_it_of_this_computer_or_anyone(pages):
    assert recovery_sheet(WORDS, NOW.date()).author == ""
    document = pypdfium2.PdfDocument(making.pdf(WORDS, NOW))
    assert document.get_metadata_dict()["Author"] == ""


def test_the_same_words_stand_in_the_qr_code():
    """A square of dots with a finder in three of its corners and white around, for each of which a reader looks."""
    picture = Image.open(io.BytesIO(qr_code(" ".join(WORDS)).data)).convert("1")
    dots = picture.resize((picture.width // 4,) * 2, Image.Resampling.NEAREST)
    size = dots.width - 8
    finder = ["1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111"]

    def seen(column, row):
        rows = range(row + 4, row + 11)
        return [
            "".join("1" if not dots.getpixel((x, y)) else "0" for x in range(column + 4, column + 11)) for y in rows
        ]

    assert (size - 17) % 4 == 0
    for corner in ((0, 0), (size - 7, 0), (0, size - 7)):
        assert seen(*corner) == finder
    assert all(dots.getpixel((x, 0)) for x in range(dots.width))
    assert qr_code("a").data != qr_code("b").data
