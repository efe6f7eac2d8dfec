"""One person's words in Easy Read."""

from __future__ import annotations

import pytest

from coprod_desktop.domain.words import AnswerKind
from coprod_desktop.publish.easy.points import _DO, _USUAL, does, quoted
from coprod_desktop.publish.snapshot import PublicQuote, PublicText

URDU = PublicQuote(
    words=PublicText("رات کو کوئی نہیں آتا۔"),
    signed=PublicText("Shazia"),
    lang="ur",
    dir="rtl",
    translation=PublicText("Nobody comes at night."),
)


def test_words_read_from_the_right_and_their_english_have_a_row_each():
    theirs, english = quoted(URDU)
    assert {run.dir for run in theirs.words.runs} == {"rtl", "ltr"}
    assert theirs.text == "“رات کو کوئی نہیں آتا۔” – Shazia"
    assert {run.dir for run in english.words.runs} == {"ltr"}
    assert english.text == "In English: “Nobody comes at night.”\nNobody has checked these English words yet."
    assert (theirs.fixed, english.fixed, english.suggested) == (True, True, None)


@pytest.mark.parametrize(
    ("answer", "who"),
    [
        (AnswerKind.WILL, "Lena Fox will do this."),
        (AnswerKind.ALREADY, "Lena Fox does this."),
        (AnswerKind.DONE, "Lena Fox did this."),
        (AnswerKind.NOT_DECIDED, "Lena Fox will find out."),
    ],
)
def test_who_does_it_is_told_in_the_answers_own_time(answer, who):
    assert who == does(_DO.get(answer, _USUAL)[0], "Lena Fox").text
