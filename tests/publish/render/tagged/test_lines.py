import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.publish.render.tagged.fonts import Faces
from coprod_desktop.publish.render.tagged.lines import Span, break_lines

FACES = Faces()


def span(text, size=14.0, *, strong=False):
    return Span(text, FACES.semibold if strong else FACES.regular, size, "#000000", None)


def texts(lines):
    return ["".join(bit.text for bit in line.bits) for line in lines]


def test_words_are_broken_only_at_spaces():
    lines = break_lines([span("co-production is for 50/50 partners")], 110)
    assert texts(lines) == ["co-production", "is for 50/50", "partners"]
    assert [line.spaced for line in lines] == [True, True, False]


def test_a_word_in_two_faces_stays_together():
    parts = [span("we said "), span("never", strong=True), span("theless and more")]
    room = FACES.regular.width("we said never", 14)
    assert texts(break_lines(parts, room)) == ["we said", "nevertheless", "and more"]


def test_a_new_line_is_kept_and_words_stay_apart():
    lines = break_lines([span("one\n\ntwo")], 500)
    assert texts(lines) == ["one", "", "two"]
    assert lines[0].spaced


def test_a_no_break_space_does_not_break():
    lines = break_lines([span("in 10\xa0000 words")], FACES.regular.width("in 10 000", 14) - 1)
    assert texts(lines)[:2] == ["in", "10\xa0000"]


def test_only_a_word_wider_than_the_line_is_cut_and_no_space_is_put_in():
    lines = break_lines([span("see " + "x" * 100)], 200)
    assert texts(lines)[0] == "see"
    assert "".join(texts(lines)[1:]) == "x" * 100
    assert all(line.width <= 200 for line in lines)
    assert not any(line.spaced for line in lines[1:])


def test_a_word_wider_than_the_line_is_cut_after_its_own_signs_where_that_will_do():
    lines = break_lines([span("see co-production-and-commissioning")], 112)
    assert texts(lines) == ["see", "co-production-", "and-", "commissioning"]
    assert not any(line.spaced for line in lines[1:])


@given(st.lists(st.text("ab \n", max_size=30), max_size=6), st.floats(20, 300))
def test_no_word_is_lost_and_no_line_too_wide(parts, width):
    lines = break_lines([span(part) for part in parts if part], width)
    assert "".join(texts(lines)).replace(" ", "") == "".join(parts).replace(" ", "").replace("\n", "")
    assert all(line.width <= width + 1e-6 for line in lines)


@pytest.mark.parametrize("strong", [False, True])
def test_a_letter_lexend_lacks_comes_from_noto_with_its_accents(strong):
    parts = list(FACES.split("Siân и Ọ\u0301lá", strong=strong))
    assert "".join(text for _, text in parts) == "Siân и Ọ\u0301lá"
    assert [(face.name, text.strip()) for face, text in parts][1:3] == [
        ("NotoSans-Regular", "и"),
        (FACES.semibold.name if strong else FACES.regular.name, ""),
    ]
    assert all("\u0301" not in text or face.name == "NotoSans-Regular" for face, text in parts)
