"""What every row is: compared and shown by its fields."""

from __future__ import annotations

import dataclasses
import importlib

import pytest

from coprod_desktop.domain.people_record import Rate, Unit
from coprod_desktop.domain.permission import Voices
from coprod_desktop.domain.record import ChangedSince, GroundRule, Need
from coprod_desktop.domain.words import WhoseWords
from tests.domain.making import entry, record

NEED = Need(id="1", need="large print", ais="information format")


def test_rows_are_alike_when_all_their_fields_are():
    assert Need(id="1", need="large print", ais="information format") == NEED
    assert dataclasses.replace(NEED, unknown={"x": 1}) == dataclasses.replace(NEED, unknown={"x": 1})
    for other in ({"id": "2"}, {"need": "large Print"}, {"met": False}, {"unknown": {"x": 1}}):
        assert dataclasses.replace(NEED, **other) != NEED
    assert GroundRule(id="1", text="Be kind") != Need(id="1", need="Be kind")
    assert NEED != "large print"


def test_a_row_says_what_it_holds_and_cannot_be_changed():
    assert "need='large print'" in repr(NEED)
    assert repr(NEED).startswith("Need(id='1'")
    rate = Rate(id="1", kind="mileage", pence=45, unit=Unit.MILE, from_on=None)
    with pytest.raises(dataclasses.FrozenInstanceError):
        rate.pence = 46
    with pytest.raises(dataclasses.FrozenInstanceError):
        del rate.pence


@pytest.mark.parametrize(
    ("fields", "wrong"), [({"id": "1"}, "need"), ({"id": "1", "need": "BSL", "nede": "BSL"}, "nede")]
)
def test_a_row_is_made_of_its_own_fields_and_all_that_it_must_have(fields, wrong):
    with pytest.raises(TypeError, match=f"Need: {wrong}"):
        Need(**fields)
    assert vars(Need(id="1", need="BSL")).keys() == {field.name for field in dataclasses.fields(Need)}


ROWS = (
    "record",
    "people_record",
    "session_record",
    "votes",
    "group_record",
    "log_record",
    "agreed_record",
    "looked_back_record",
    "easy_record",
)
SAID_BEFORE_ANYBODY_DID = {
    "Person.name_in_public": "not at all",
    "Entry.lang": "en-GB",
    "Entry.dir": "ltr",
    "Entry.publish": "no",
    "SessionRecord.circle": "anyone",
    "LogLine.publicity": "private",
    "PaperVersion.state": "draft",
    "Point.since_no": ChangedSince(),
}


def test_what_nobody_wrote_of_a_row_is_nothing_or_keeps_it_private():
    said = {}
    for name in ROWS:
        module = importlib.import_module(f"coprod_desktop.domain.{name}")
        for kind in vars(module).values():
            if isinstance(kind, type) and kind.__module__ == module.__name__ and dataclasses.is_dataclass(kind):
                for field in dataclasses.fields(kind):
                    made = field.default_factory
                    value = field.default if made is dataclasses.MISSING else made()
                    if value is not dataclasses.MISSING and value:
                        said[f"{kind.__name__}.{field.name}"] = value
    assert said == SAID_BEFORE_ANYBODY_DID
    assert not any(vars(said["Point.since_no"]).values())
    line = entry(1, "Nobody rang")
    assert (line.voices, record(line).session.headcount) == (Voices("e1", None, None, unconfirmed=False), {})
    assert Voices("e1", None, None).unconfirmed is False


@pytest.mark.parametrize(
    ("fields", "whose"),
    [
        ({}, "theirs"),
        ({"said_for": "p1"}, "a supporter's"),
        ({"said_for": "p1", "whose_words": WhoseWords.DESCRIPTION}, "our description"),
    ],
)
def test_words_are_the_persons_own_unless_somebody_said_them_for_them(fields, whose):
    assert entry(1, "Nobody rang", **fields).whose == whose
