"""The room screen's picture can be read from the back of a hall, and cuts no word."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QFontMetricsF, QImage, QPainter

from coprod_desktop.domain.colours import contrast
from coprod_desktop.domain.room import RoomShows
from coprod_desktop.publish.room_view import BLANK, RoomLine, RoomView
from coprod_desktop.publish.snapshot import PublicText
from coprod_desktop.ui.room_screen.picture import CAPITALS, RoomLook, RoomPicture
from coprod_desktop.ui.style.theme import Scheme

SIZES = [
    QSizeF(1280, 720),
    QSizeF(1024, 768),
    QSizeF(1920, 1080),
    QSizeF(640, 360),
    QSizeF(3840, 2160),
    QSizeF(720, 1280),
]
SCHEMES = [Scheme.LIGHT, Scheme.DARK, Scheme.HIGH_CONTRAST]
LONG = " ".join(f"word{n}" for n in range(300))


def view(*words, heading="What is working?", corner="Break at 11:10", foot="Did we get your words right?", **kw):
    lines = tuple(RoomLine(words=PublicText(w), said=True, **kw) for w in words)
    around = (PublicText(heading), PublicText(corner), PublicText(foot))
    return RoomView(shows=RoomShows.WORDS, heading=around[0], corner=around[1], foot=around[2], lines=lines)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_capitals_are_at_least_a_twenty_fifth_of_the_height(dressed, size):
    picture = RoomPicture(view("A"), size, RoomLook())
    assert picture.capitals >= size.height() * CAPITALS
    for words in (picture._heading, picture._corner, picture._foot):
        assert QFontMetricsF(words.layout.font()).capHeight() >= size.height() * CAPITALS


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("shows", [RoomShows.WORDS, RoomShows.MESSAGE])
def test_words_that_do_not_fit_go_on_on_the_next_page(dressed, size, shows):
    lines = tuple(RoomLine(words=PublicText(w)) for w in ("First.", LONG, "Last."))
    picture = RoomPicture(RoomView(shows=shows, lines=lines), size, RoomLook())
    said = " ".join(picture.words(page) for page in range(picture.pages)).split()
    assert said == f"First. {LONG} Last.".split()
    assert picture.pages > 1


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=300), max_size=5)
)
def test_no_letter_is_lost_and_nothing_is_painted_off_the_page(dressed, texts):
    size = QSizeF(1280, 720)
    picture = RoomPicture(view(*texts, foot="The foot"), size, RoomLook())
    said = "".join("".join(picture.words(page).splitlines()[2:-1]) for page in range(picture.pages))
    assert said == "".join(t.strip() for t in texts)
    for page in picture._pages:
        high = sum(piece.height for piece in page) + picture._gap * (len(page) - 1)
        assert high <= picture._bottom - picture._top + 0.01
        for piece in page:
            for words, number, _high in piece.lines:
                assert words.layout.lineAt(number).naturalTextWidth() <= size.width()


@pytest.mark.parametrize("scheme", SCHEMES)
def test_nothing_is_faded(scheme):
    colours = RoomLook(scheme).colours
    for ink in (colours.text, colours.primary):
        assert contrast(ink, colours.background) >= 7
    assert contrast(colours.you_said, colours.background) >= 3


def test_it_is_light_where_nobody_chose():
    assert RoomLook().colours == RoomLook(Scheme.LIGHT).colours == RoomLook(Scheme.SYSTEM).colours


def painted(picture: RoomPicture, page: int = 0) -> QImage:
    image = QImage(picture.size.toSize(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    picture.paint(painter, QRectF(image.rect()), page)
    painter.end()
    return image


def test_blank_is_one_colour(dressed):
    image = painted(RoomPicture(BLANK, QSizeF(320, 180), RoomLook()))
    assert {image.pixel(x, y) for x in range(0, 320, 3) for y in range(0, 180, 3)} == {image.pixel(0, 0)}


def test_words_from_right_to_left_begin_on_the_right(dressed):
    size = QSizeF(1280, 720)
    line = RoomLine(words=PublicText("رات کو"), dir="rtl", lang="ur", said=True)
    image = painted(RoomPicture(RoomView(shows=RoomShows.WORDS, lines=(line,)), size, RoomLook()))
    ground = image.pixel(0, 0)
    inked = [x for x in range(0, 1280, 2) for y in range(0, 720, 4) if image.pixel(x, y) != ground]
    assert min(inked) > 640


@pytest.mark.parametrize("where", ["heading", "foot"])
def test_a_heading_or_foot_as_long_as_a_page_is_read_once_as_words(dressed, where):
    picture = RoomPicture(view("A line", **{where: LONG}), QSizeF(1280, 720), RoomLook())
    said = " ".join(picture.words(page) for page in range(picture.pages))
    assert said.count("word299") == 1
    assert "A line" in said
