import re

import pytest

from coprod_desktop import paths
from coprod_desktop.publish.document import Mark, Tone
from coprod_desktop.publish.render.every_format.look import DARK, LIGHT, TONE
from coprod_desktop.publish.render.every_format.marks import BOX, PEN, STROKES
from coprod_desktop.ui.style import tokens


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_word_stands_out_seven_to_one(colours):
    for token in {*TONE.values(), "primary"}:
        assert contrast(colours[token], colours["paper"]) >= 7, token
    for token in ("line", "focus"):
        assert contrast(colours[token], colours["paper"]) >= 3, token


def test_every_tone_and_every_token_of_the_page_has_a_colour():
    assert set(TONE) == set(Tone)
    rules = paths.resource("styles", "paper.css").read_text(encoding="utf-8")
    assert set(re.findall(r"var\(--([a-z-]+)\)", rules)) <= set(LIGHT) == set(DARK)


@pytest.mark.parametrize(("paper", "window"), [(LIGHT, tokens.LIGHT), (DARK, tokens.DARK)], ids=["light", "dark"])
def test_paper_and_window_have_the_same_colours(paper, window):
    for name in ("text", "quiet", "line", "primary", "you-said", "we-will", "no", "waiting", "done", "focus"):
        assert paper[name] == getattr(window, name.replace("-", "_")), name


@pytest.mark.parametrize("mark", Mark)
def test_every_mark_is_drawn_inside_its_square(mark):
    numbers = [n for stroke in STROKES[mark] for _, points in stroke.steps for n in points]
    assert min(numbers) >= PEN / 2
    assert max(numbers) <= BOX - PEN / 2
