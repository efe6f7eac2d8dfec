"""Which lines of a list are somebody's by how they begin."""

from __future__ import annotations

from coprod_desktop.domain.erased_words import begins_with_one


def test_a_line_is_somebodys_when_their_name_and_a_colon_begin_it():
    names = ("Vashti Oddfellow", "Vash", "")
    assert begins_with_one("vashti oddfellow: large print", names)
    assert begins_with_one("Vash: ask what is still open", names)
    for other in ("Ring Vashti Oddfellow: taxi", "Vashtine: loop", ": loop", "Hearing loop"):
        assert not begins_with_one(other, names)
