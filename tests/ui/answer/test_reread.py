import subprocess
import sys

from coprod_desktop.domain.changes import Changes, Ref
from coprod_desktop.ui.answer.reread import MANY, Reread, reread


def changed(*refs, **more):
    return reread(Changes(changed=tuple(Ref(*ref) for ref in refs), **more), "s")


def test_it_needs_no_window():
    script = "import sys, coprod_desktop.ui.answer.reread; print([m for m in sys.modules if m.startswith('PySide6')])"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


def test_rows_of_this_session_are_read_each_once_and_others_not():
    asked = changed(
        ("point", "p", "s"), ("point", "p", "s"), ("entry", "e", "s"), ("entry", "x", "t"), ("need", "n", "s")
    )
    assert asked == Reread(points=("p",), entries=("e",))
    assert changed(("paper", "x", "s")) == Reread()


def test_what_went_is_read_too_so_that_it_goes_from_the_page():
    assert reread(Changes(removed=(Ref("entry", "e", "s"),)), "s") == Reread(entries=("e",))


def test_people_of_any_session_and_very_many_rows_ask_for_all_of_it():
    assert changed(("person", "bo", None)).whole
    assert changed(("attendance", "a", "s")).whole
    assert not changed(("attendance", "a", "t")).whole
    assert not changed(*(("entry", f"e{n}", "s") for n in range(MANY))).whole
    assert changed(*(("entry", f"e{n}", "s") for n in range(MANY + 1))).whole


def test_hard_words_are_looked_up_again_whatever_is_open():
    words = Changes(added=(Ref("plain_word", "w"),))
    assert reread(words, None) == Reread(plain_words=True)
    assert reread(words, "s") == Reread(plain_words=True)
