import colorsys
import re

import pytest

from coprod_desktop.domain.colours import contrast, parsed, ratio_words, readable, takes

DARK = "#15191C"


@pytest.mark.parametrize(
    ("typed", "colour"),
    [
        ("#0a5c60", "#0A5C60"),
        ("0A5C60", "#0A5C60"),
        (" #08f ", "#0088FF"),
        ("teal", None),
        ("#12345", None),
        ("#1234567", None),
        ("", None),
        ("#GGGGGG", None),
        ("#٠٠٠", None),
        ("url(x)", None),
    ],
)
def test_colours_as_people_type_them(typed, colour):
    assert parsed(typed) == colour


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#FFFFFF", 21.0),
        ("#FFFFFF", "#FFFFFF", 1.0),
        ("#777777", "#FFFFFF", 4.48),  # values as published calculators give them
        ("#FFFFFF", "#0000FF", 8.59),
        ("#FF0000", "#FFFFFF", 4.0),
    ],
)
def test_contrast_is_that_of_wcag(one, other, ratio):
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)


def test_a_dark_colour_is_taken():
    assert takes("#0A5C60") is None
    assert takes("000") is None


def test_a_light_colour_is_refused_with_its_ratio_and_a_darker_one():
    why = takes("#f60")
    assert why.startswith("#FF6600 is too light for words on white paper: 2.9 to 1, and 7 to 1 is needed.")
    (darker,) = re.findall(r"#[0-9A-F]{6}", why)[1:]
    assert takes(darker) is None


def test_what_is_no_colour_is_refused_with_how_to_write_one():
    assert "such as #0A5C60" in takes("sea green")


def test_a_ratio_just_under_is_not_rounded_up_to_enough():
    assert contrast("#595959", "#FFFFFF") == pytest.approx(7.0, abs=0.01)
    assert takes("#5A5A5A") is not None
    assert ratio_words("#5A5A5A") == "6.8 to 1"


@pytest.mark.parametrize("colour", ["#FF6600", "#FFFF00", "#00FF00", "#FFFFFF", "#808080", "#F0A57E", "#0000FF"])
@pytest.mark.parametrize("ground", ["#FFFFFF", DARK])
def test_the_nearest_that_can_be_read_is_near_and_can_be_read(colour, ground):
    found = readable(colour, ground)
    assert contrast(found, ground) >= 7
    if found != colour:
        assert contrast(found, ground) < 7.25


@pytest.mark.parametrize("ground", ["#FFFFFF", DARK])
@pytest.mark.parametrize("colour", ["#FF6600", "#0A5C60", "#5A2C82"])
def test_the_hue_stays(colour, ground):
    def hue(of):
        return colorsys.rgb_to_hls(*(int(of[at : at + 2], 16) / 255 for at in (1, 3, 5)))[0]

    assert hue(readable(colour, ground)) == pytest.approx(hue(colour), abs=0.02)


@pytest.mark.parametrize(
    ("colour", "on_paper", "on_dark", "ratio"),
    [
        ("#FF6600", "#973D00", "#FF7F29", "2.9 to 1"),
        ("#FFFF00", "#5C5C00", "#FFFF00", "1 to 1"),
        ("#808080", "#595959", "#A3A3A3", "3.9 to 1"),
        ("#0000FF", "#0000FF", "#9999FF", "8.5 to 1"),
        ("#010203", "#010203", "#7CA7D3", "20.7 to 1"),
        ("#FF00FF", "#9F009F", "#FF5FFF", "3.1 to 1"),
    ],
)
def test_the_nearest_colour_and_the_ratio_that_is_told(colour, on_paper, on_dark, ratio):
    assert (readable(colour), readable(colour, DARK), ratio_words(colour)) == (on_paper, on_dark, ratio)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#0A0A0A", "#000000", 1.0607),
        ("#0B0B0B", "#000000", 1.0669),
        ("#00FF00", "#FFFFFF", 1.3722),
        ("#336699", "#FFFFFF", 5.9978),
    ],
)
def test_contrast_of_very_dark_and_of_mixed_colours(one, other, ratio):
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=0.0001)
