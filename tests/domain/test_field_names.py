"""Every field that two laptops can both change has a plain name."""

from coprod_desktop.domain.field_names import ANYWHERE, HERE, ROWS, field_name, row_name
from coprod_desktop.store import schema
from coprod_desktop.store.merging import _NOT_MERGED

_OWN = {"seq", "created_at", "updated_at", "hlc", "device", "deleted_at", "session_id", "person_id", "point_id"}


def test_every_field_that_is_merged_has_a_plain_name():
    left_out = []
    for noun in ROWS:
        skip = _NOT_MERGED | _OWN | schema.FOLDED.get(noun, frozenset())
        for column in {c.name for c in schema.META.tables[noun].columns} - skip:
            if column not in ANYWHERE and (noun, column) not in HERE:
                left_out.append((noun, column))
    assert left_out == []


def test_a_row_and_a_field_nobody_named_are_still_words():
    assert (row_name("some_thing"), field_name("some_thing", "other_day")) == ("Some thing", "Other day")
