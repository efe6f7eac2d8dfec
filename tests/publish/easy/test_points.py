"""One person's words in Easy Read."""

from __future__ import annotations

from coprod_desktop.publish.easy.points import quoted
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
