"""Lines that could not be saved go in again in the order in which they were said, each in its own session."""

from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.ui.listen.typed_line import LineBeingTyped
from coprod_desktop.ui.listen.waiting import Waiting


def ids(lines):
    return [held.line_id for held in lines]


@given(st.lists(st.lists(st.booleans(), max_size=6), max_size=6))
def test_however_often_they_fail_they_go_in_in_their_order(rounds):
    """Each round: a line is entered, and of what is then tried some fail."""
    waiting, said, saved = Waiting(), 0, set()
    for fails in rounds:
        tried = waiting.entered("s", LineBeingTyped(str(said)), f"{said}", None)
        said += 1
        assert ids(tried) == sorted(ids(tried), key=int)
        failed = dict(zip(ids(tried), fails, strict=False))
        for held in reversed(tried):
            if failed.get(held.line_id):
                waiting.hold("s", held.said, held.line_id, again=True)
            else:
                saved.add(held.line_id)
        assert waiting.count("s") == said - len(saved)
    last = waiting.again("s")
    assert ids(last) == sorted(ids(last), key=int)
    assert {*ids(last), *saved} == {str(n) for n in range(said)}


def test_what_somebody_has_to_shorten_is_not_tried_by_itself_and_is_kept_in_a_draft():
    waiting = Waiting()
    waiting.entered("s", LineBeingTyped("long"), "a", None)
    waiting.entered("s", LineBeingTyped("short"), "b", None)
    assert waiting.hold("s", LineBeingTyped("long"), "a", again=False) == "capture:s:a"
    assert waiting.hold("s", LineBeingTyped("short"), "b", again=True) is None
    assert ids(waiting.again("s", by_itself=True)) == ["b"]
    assert waiting.count("s") == 1
    (long,) = waiting.again("s")
    assert (long.line_id, long.draft) == ("a", "capture:s:a")


def test_each_session_has_its_own():
    waiting = Waiting()
    waiting.entered("s", LineBeingTyped("here"), "a", None)
    waiting.hold("s", LineBeingTyped("here"), "a", again=True)
    assert ids(waiting.entered("t", LineBeingTyped("there"), "b", "its draft")) == ["b"]
    assert (waiting.count("s"), waiting.count("t")) == (1, 0)


def test_it_says_how_many_wait():
    waiting = Waiting()
    assert waiting.words("s") == ""
    for line in "ab":
        waiting.entered("s", LineBeingTyped(line), line, None)
    waiting.hold("s", LineBeingTyped("a"), "a", again=True)
    assert waiting.words("s") == "1 line waits as it was; the next Enter saves it too."
    waiting.hold("s", LineBeingTyped("b"), "b", again=True)
    assert waiting.words("s") == "2 lines wait as they were; the next Enter saves them too."
