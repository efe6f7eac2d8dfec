"""Whatever is pasted: no word is lost, nothing is said twice, and every kind and time is one there is."""

import re
import time

import pytest
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


TABLES = (
    "Name\tComment\t\nJo\tThe bus is late\tzanzibar quokka\nMo\tYes it is\t\n",
    "Name,,Comment\nJo,zanzibar quokka,The bus is late\nMo,,Yes it is\n",
    "Name,Category,Comment\nJo,Transport,The bus is late\nMo,Housing,Yes it is\n",
    "Name,Category,Comment\nJo,What works,The bus\nMo,Housing,Yes it is\n",
    "Discussion\tAction\tOwner\tDue\nThe bus\tRing the firm\tJo\tFriday\nTea was cold\t\tzanzibar\tmarmalade\n",
    "Item\tAction\tOwner\tDue\nBuses\tRing the firm\tJo\tFriday\nTea\tBuy pots\tZed\tMonday\n",
    "Topic,Action,Owner\nBuses,None,Zed\nTea,Buy pots,Jo\n",
    "Time,Name,Comment\nafter lunch,Jo,The bus is late\n10:30,Mo,Yes it is\n",
    "zanzibar\nJo | The bus is late | again\nMo | Yes it is | always\nquokka marmalade\n",
)


@pytest.mark.parametrize("table", TABLES)
def test_every_cell_of_a_table_is_in_a_line_or_is_shown(table):
    told = " ".join(
        " ".join(filter(None, (cut.text, cut.speaker, cut.sheet, cut.part, cut.kind.value.replace("_", " "))))
        for cut in read(table).cuts
    )
    assert set(re.findall(r"[a-z]+", table.casefold())) <= set(re.findall(r"[a-z]+", told.casefold()))


def test_days_numbers_and_kinds_in_columns_are_not_shown_once_more():
    table = "Date\tName\tType\tComment\n12/03/2026\tJo\tQuestion\tWhere is it?\n12 Mar 2026\tMo\tStory\tI sat there\n"
    assert [cut.text for cut in read(table).cuts[1:]] == ["Where is it?", "I sat there"]


def test_notes_below_or_between_subtitles_are_shown():
    cues = "WEBVTT\n\nNOTE Confidence 0.9\n\n{}\n00:00:01.000 --> 00:00:02.000\n<v Jo>The bus is late.\n\n{}"
    more = "{}\n00:00:05.000 --> 00:00:06.000\n<v Mo>Yes.\n\n{}"
    text = cues.format("ab-1/2", "") + more.format("7", "\nMy own notes\n\nMo: the tea was cold\n")
    assert [(cut.text, cut.aside) for cut in read(text).cuts] == [
        ("The bus is late.", False), ("Yes.", False), ("My own notes", True), ("Mo: the tea was cold", True),
    ]  # fmt: skip


@pytest.mark.parametrize("bullet", ["-", "•", "*", "1."])
def test_a_bullet_with_nothing_behind_it_above_who_came_is_read(bullet):
    found = read(f"{bullet} \nPresent: Priti Vaghela, Tom Ray\n\nPriti: The bus is late\nTom: Yes")
    assert [cut.text for cut in found.lines][-2:] == ["The bus is late", "Yes"]


@pytest.mark.parametrize("run", ["*", " ", "\t", " \t", "\u00a0 ", "-", "."])
def test_thousands_of_one_sign_in_a_row_are_read_at_once(run):
    begun = time.process_time()
    found = read(f"Jo: tea{run * 10_000}cake\n{run * 10_000}\nMo: Yes")
    assert time.process_time() - begun < 1
    assert {"tea", "cake", "yes"} <= set(re.findall(r"[a-z]+", " ".join(c.text for c in found.cuts).casefold()))
