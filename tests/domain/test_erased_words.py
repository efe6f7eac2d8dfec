"""Which lines of a list are somebody's by how they begin."""

from __future__ import annotations

import datetime

from coprod_desktop.domain.erased_words import begins_with_one, blank, is_blank


def test_a_line_is_somebodys_when_their_name_and_a_colon_begin_it():
    names = ("Vashti Oddfellow", "Vash", "")
    assert begins_with_one("vashti oddfellow: large print", names)
    assert begins_with_one("Vash: ask what is still open", names)
    for other in ("Ring Vashti Oddfellow: taxi", "Vashtine: loop", ": loop", "Hearing loop"):
        assert not begins_with_one(other, names)


def test_what_an_erasure_left_says_so_and_its_day():
    left = blank(datetime.date(2026, 9, 17))
    assert left == "Words taken out on 17 September 2026"
    assert is_blank(left)
    assert not is_blank("He said: words taken out on Friday")
    assert not is_blank(None)
