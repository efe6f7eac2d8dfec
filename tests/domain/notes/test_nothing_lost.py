"""Whatever is pasted: no word is lost, nothing is said twice, and every kind and time is one there is."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from coprod_desktop.domain.words import EntryKind
from tests.domain.notes.ruler import SAMPLES, SESSIONS, of_file, of_sample, read

MARKED = {"staff", "anon", "story", "park", "access"}
"""Words that become a kind or a speaker."""
NAMES = ["Len", "Joy Tan", "SB", "anon", "فاطمہ", "Mr Akhtar", "Table 3", "Interpreter"]
MARKS = ["", "Q ", "STORY ", "? ", "+ ", "PARK - ", "ACCESS!! ", "(staff) ", "nb "]
TIMES = ["", "1036 ", "10:36 ", "[10.36] ", "2.15pm ", "25:61 ", "- ", "• "]
SIGNS = [": ", " - ", " – ", "\t", " "]
words = st.lists(st.from_regex(r"[a-z]{3,9}", fullmatch=True), min_size=1, max_size=8).map(" ".join)
line = st.builds(
    lambda time, who, sign, mark, text: f"{time}{who}{sign if who else ''}{mark}{text}",
    st.sampled_from(TIMES), st.sampled_from(["", *NAMES]), st.sampled_from(SIGNS), st.sampled_from(MARKS), words,
)  # fmt: skip
notes = st.lists(st.one_of(line, st.just(""), words), min_size=1, max_size=30).map("\n".join).filter(str.strip)


@given(notes)
@settings(deadline=None, max_examples=100)
def test_every_word_of_typed_notes_is_in_the_cuts(text):
    found = read(text)
    told = " ".join(
        " ".join(filter(None, (cut.text, cut.speaker, cut.said_for, cut.sheet, cut.role, cut.part)))
        for cut in found.cuts
    )
    kept = set(re.findall(r"[^\W\d_]{3,}", told.casefold()))
    said = set(re.findall(r"[a-z]{3,}", text.casefold())) - MARKED
    assert said <= kept


@given(st.text(max_size=400).filter(lambda text: text.strip(" \n\t\r\x00") != ""))
@settings(deadline=None, max_examples=100)
def test_any_text_at_all_comes_apart_or_is_refused_in_a_sentence(text):
    from coprod_desktop.errors import UserError

    try:
        found = read(text)
    except UserError:  # nothing in it can be seen
        return
    for cut in found.cuts:
        assert cut.kind in EntryKind
        assert cut.at is None or re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", cut.at)


@given(st.data())
@settings(deadline=None, max_examples=40)
def test_lines_mixed_with_lines_of_real_notes_are_still_there(data):
    every = [of_sample(p)[0] for p in sorted(SAMPLES.glob("*.json")) if '"raw_notes"' in p.read_text("utf-8")]
    every += [of_file(p)[0] for p in sorted(SESSIONS.glob("*.txt"))[:3]]
    lines = data.draw(st.sampled_from(every)).split("\n")
    at = data.draw(st.integers(0, len(lines)))
    found = read("\n".join([*lines[:at], "zanzibar quokka marmalade", *lines[at:]]))
    assert sum("zanzibar quokka marmalade" in cut.text for cut in found.cuts) >= 1
