import dataclasses
import datetime
import json
import re

import pytest

from coprod_desktop.domain.words import SessionState
from coprod_desktop.errors import UserError
from coprod_desktop.services.bring_in import session_file
from coprod_desktop.services.bring_in.session_file_fields import to_pence
from tests.desks import EVALUATION, HOME_CARE, STEERING
from tests.uids import without_uids


def small(**more):
    return {
        "format": "coprod-session/1",
        "id": "s",
        "title": "T",
        "session": {"type": "forum", "date": "2026-09-17"},
        **more,
    }


def read(data):
    return session_file.read(json.dumps(data).encode())


@pytest.mark.parametrize("sample", [HOME_CARE, STEERING, EVALUATION], ids=lambda p: p.stem)
def test_a_sample_comes_out_as_it_went_in(sample):
    data = sample.read_bytes()

    assert without_uids(json.loads(session_file.write(session_file.read(data)))) == json.loads(data)


def test_unknown_keys_at_every_level_are_kept_and_named_once():
    data = small(
        colour="blue",
        people=[{"id": "p1", "name": "A", "role": "carer", "shoe": 5, "needs": [{"need": "loop", "bell": 1}]}],
        entries=[
            {"n": 1, "kind": "note", "text": "x", "mood": "fine"},
            {"n": 2, "kind": "note", "text": "y", "mood": 2},
        ],
        promises=[
            {"id": "1", "you_said": "x", "updates": [{"on": "2026-01-01", "state": "late", "by": "me"}], "hue": []}
        ],
        votes=[{"id": "v", "question": "q", "options": [{"id": "a", "label": "b", "votes": 1, "odd": None}]}],
    )
    data["session"]["weather"] = {"rain": True}
    record = read(data)

    assert without_uids(json.loads(session_file.write(record))) == data
    assert set(session_file.not_understood(record)) == {"colour", "weather", "shoe", "bell", "mood", "by", "hue", "odd"}


def test_a_key_of_our_own_with_another_kind_of_value_is_kept_as_not_understood():
    data = small(people=[{"id": "p1", "name": "A", "role": "r", "contact": {"mobile": 1}}])

    assert without_uids(json.loads(session_file.write(read(data)))) == data


@pytest.mark.parametrize(
    ("more", "place", "expected"),
    [
        ({"people": [{"id": "p1", "name": 4, "role": "r"}]}, "people[0].name", "text"),
        ({"entries": [{"n": 1, "kind": "shout", "text": "x"}]}, "entries[0].kind", '"contribution"'),
        (
            {"entries": [{"n": 1, "kind": "note", "text": "x", "speaker": "p9"}]},
            "entries[0].speaker",
            "the id of a person",
        ),
        (
            {"entries": [{"n": 1, "kind": "note", "text": "x", "said_for": "p9"}]},
            "entries[0].said_for",
            "the id of a person",
        ),
        (
            {"entries": [{"n": 1, "kind": "note", "text": "x", "duplicate_of": 7}]},
            "entries[0].duplicate_of",
            "the n of an",
        ),
        (
            {"entries": [{"n": 1, "kind": "note", "text": "x", "duplicate_of": 1}]},
            "entries[0].duplicate_of",
            "another entry",
        ),
        ({"entries": [{"n": 1, "kind": "note", "text": "x"}] * 2}, "entries[1].n", "no other row"),
        ({"promises": [{"id": "1", "you_said": "x", "from_entries": [3]}]}, "promises[0].from_entries[0]", "the n of"),
        ({"promises": [{"id": "1", "you_said": "x", "due": "2026-02-31"}]}, "promises[0].due", "a date that exists"),
        ({"promises": [{"id": "1"}]}, "promises[0]", '"you_said"'),
        ({"entries": [{"n": 1, "kind": "note", "text": "x", "at": "25:00"}]}, "entries[0].at", "time of day"),
        (
            {"people": [{"id": "p", "name": "x", "role": "r", "expenses": [["bus", 4.005]]}]},
            "people[0].expenses[0][1]",
            "two decimals",
        ),
        ({"entries": [{"n": 1, "kind": "note", "text": "half \ud83d"}]}, "entries[0].text", "whole characters"),
        ({"title": ""}, "title", "some text"),
        ({"format": "another-session/1"}, "format", "coprod-session/1"),
    ],
)
def test_what_is_wrong_is_refused_with_its_place_and_what_was_expected(more, place, expected):
    with pytest.raises(UserError) as refused:
        read(small(**more))

    assert f"at {place}: expected" in refused.value.what
    assert expected in refused.value.what
    assert "Nothing from this file was stored" in refused.value.do


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "it is empty"),
        (b"date,type,location\n", "curly bracket"),
        (HOME_CARE.read_bytes()[:4000], "half a file"),
        (b"\xff\xfe\x00", "UTF-8"),
        (b"[1, 2]", "curly bracket"),
        (b'{"format": NaN}', "not a number"),
        (b"[" * 100_000, ""),
    ],
)
def test_a_half_file_or_another_kind_of_file_is_refused(data, words):
    with pytest.raises(UserError) as refused:
        session_file.read(data)

    assert words in refused.value.what


@pytest.mark.parametrize(
    ("text", "place", "expected"),
    [
        ('"session": {"type": "t", "date": "2026-09-17", "attended": 1e400}', "session.attended", "too large"),
        ('"session": {"type": "t", "date": "2026-09-17", "stars": {"5": NaN}}', "session.stars.5", "not a number"),
        ('"session": {"type": "t", "date": "2026-09-17", "pot_pounds": -Infinity}', "session.pot_pounds", "too large"),
        ('"session": {"type": "t", "date": "2026-09-17", "pot_pounds": 1e12}', "session.pot_pounds", "1,000,000,000"),
        (f'"entries": [{{"n": {"9" * 5_000}, "kind": "note", "text": "x"}}]', "entries[0].n", "too large"),
        (f'"entries": [{{"n": {2**62}, "kind": "note", "text": "x"}}]', "entries[0].n", "999,999,999 or less"),
        (f'"colour": {{"deep": [1, {2**63}]}}', "colour.deep[1]", "too large"),
        ('"agenda": [{"title": "Tea", "minutes": 99999}]', "agenda[0].minutes", "10,080 or less"),
        ('"agenda": [{"title": "Tea", "minutes": 5.5}]', "agenda[0].minutes", "a whole number"),
        ('"entries": [{"n": 1, "kind": "note", "text": "x", "text": "y"}]', "entries[0].text", "each key once"),
        (f'"colour": {"[" * 50}{"]" * 50}', "colour[0][0]", "at most 40 lists and objects"),
    ],
)
def test_a_value_that_cannot_be_held_is_refused_with_its_exact_place(text, place, expected):
    start = '{"format": "coprod-session/1", "id": "s", "title": "T", '
    session = "" if '"session"' in text else '"session": {"type": "t", "date": "2026-09-17"}, '
    with pytest.raises(UserError) as refused:
        session_file.read(f"{start}{session}{text}}}".encode())

    assert f"at {place}" in refused.value.what
    assert expected in refused.value.what


def test_whole_numbers_written_as_5_0_are_whole_numbers_everywhere():
    about = {"Age": {"18 to 64": 6.0}, "Carers": 3.0}
    data = small(
        session={"type": "forum", "date": "2026-09-17", "attended": 12.0, "stars": {"5": 5.0}, "headcount": {"staff": 2.0},
                 "about_you_counts": about, "measure": {"before_people": 9.0, "before_percent": 44.5}, "odd": 1.0},
        agenda=[{"title": "Tea", "minutes": 15.0}],
        entries=[{"n": 1.0, "kind": "note", "text": "x"}, {"n": 2, "kind": "note", "text": "x", "duplicate_of": 1.0}],
        votes=[{"id": "v", "question": "q", "voters": 4.0, "options": [{"id": "a", "label": "b", "votes": 4.0}]}],
        promises=[{"id": "1", "you_said": "x", "from_entries": [1.0]}],
        rules_agreed={"by_how_many": 7.0},
        notices=[{"on": "2026-09-17", "at": "10:30", "when": "at the start", "heard_by": 9.0}],
    )  # fmt: skip
    written = session_file.write(read(data)).decode()

    assert without_uids(json.loads(written)) == data
    assert [part for part in re.findall(r"\d+\.\d+", written) if part not in {"44.5", "1.0"}] == []


@pytest.mark.parametrize(
    "notices", ["yes", {"a": 1}, [5], [{"on": 5, "at": "10:00", "when": "at the start"}], [{"on": "2026-09-17"}]]
)
def test_notices_of_another_program_are_kept_as_they_came(notices):
    data = small(notices=notices)

    assert without_uids(json.loads(session_file.write(read(data)))) == data


def test_what_was_cleared_here_can_be_brought_in_there():
    session = {"type": "forum", "date": "2026-09-17", "start": "10:30", "end": "12:00", "place": "Hall", "attended": 5,
               "format": "online", "as_of": "2026-09-18", "finish_by": "12:00", "stars": {"5": 1}, "pot_pounds": 5.0}  # fmt: skip
    data = small(
        session=session,
        people=[{"id": "p", "name": "x", "role": "r", "consents": {}, "needs": [{"need": "loop", "ais": "other"}]}],
        agenda=[{"title": "Tea", "minutes": 5, "kind": "break"}],
        votes=[{"id": "v", "question": "q", "method": "dots", "voters": 3,
                "options": [{"id": "a", "label": "b", "votes": 1, "cost": 3.0, "eligible": True}]}],
    )  # fmt: skip
    record = read(data)

    def cleared(row):
        empty = {f.name: None for f in dataclasses.fields(row) if "None" in str(f.type) and f.name != "sample"}
        return dataclasses.replace(row, **empty)

    record = dataclasses.replace(
        record,
        session=cleared(record.session),
        people=tuple(dataclasses.replace(cleared(p), needs=tuple(map(cleared, p.needs))) for p in record.people),
        agenda=tuple(map(cleared, record.agenda)),
        votes=tuple(dataclasses.replace(cleared(v), options=tuple(map(cleared, v.options))) for v in record.votes),
    )
    again = session_file.read(session_file.write(record))

    assert (again.session.start, again.session.place, again.votes[0].voters, again.agenda[0].kind) == (None,) * 4


ODD = [None, True, 5, 5.5, "x", [], {}, [[]], {"a": {}}, [None], "9" * 400]


@pytest.mark.parametrize("odd", ODD, ids=repr)
def test_what_goes_between_laptops_may_hold_anything_anywhere(odd):
    uid = "0198c5a0-0000-7000-8000-000000000001"
    rows = {
        "permissions": {"id": uid, "uid": uid, "of": "entry", "purpose": "quote", "circle": "anyone", "value": "yes",
                        "basis": "asked", "over": [], "on": "2026-09-17", "asked_by": "x", "helped": "x", "session": "x"},
        "revisions": {"noun": "entry", "uid": uid, "hlc": 5, "device": "d", "at": "2026", "old": {}},
        "gone": {"uid": uid, "noun": "entry", "key": "1", "why": "struck", "words": "x"},
        "tellings": {"uid": uid, "promise": uid, "told_on": "2026-09-17", "as_told": {}},
    }  # fmt: skip
    for name, row in rows.items():
        session_file.read_whole(json.dumps(small(**{name: odd})).encode())
        session_file.read_whole(json.dumps(small(**{name: [odd, row]})).encode())
        for key in row:
            session_file.read_whole(json.dumps(small(**{name: [row | {key: odd}]})).encode())


def test_letters_come_in_one_form():
    record = read(small(entries=[{"n": 1, "kind": "note", "text": "Si\u0061\u0302n"}]))

    assert record.entries[0].text == "Siân"


def test_money_is_whole_pence():
    assert [to_pence(x) for x in (9.9, 36.0, 0.1, 19.99)] == [990, 3600, 10, 1999]


def test_what_a_need_a_visit_and_a_story_say_travels_and_files_without_it_are_as_they_were():
    data = json.loads(HOME_CARE.read_bytes())
    person = next(p for p in data["people"] if p["needs"])
    person["needs"][0] |= {"why_not": "The lift broke", "review_by": "2027-01-31", "shared_on": "2026-11-26"}
    person["first_time"] = True
    data["entries"][0]["told_as"] = "Rosa"
    out = session_file.as_json(session_file.read(json.dumps(data).encode()))
    again = next(p for p in out["people"] if p["id"] == person["id"])
    assert {k: again["needs"][0][k] for k in ("why_not", "review_by", "shared_on")} == {
        "why_not": "The lift broke",
        "review_by": "2027-01-31",
        "shared_on": "2026-11-26",
    }
    assert (again["first_time"], out["entries"][0]["told_as"]) == (True, "Rosa")
    plain = json.dumps(session_file.as_json(session_file.read(HOME_CARE.read_bytes())))
    assert not any(f'"{key}"' in plain for key in ("why_not", "review_by", "shared_on", "first_time", "told_as"))


def test_what_a_session_tells_of_its_series_and_its_ways_travels_and_its_group_does_not():
    data = json.loads(HOME_CARE.read_bytes())
    told = {
        "series_n": 3, "series": "Home care year", "repeats": "Every second Tuesday", "state": "moved",
        "moved_from": "2026-09-10", "state_why": "Snow", "senior_listener": "Director", "host": "The library",
        "wrote_it": "Riverside Voices", "strands": ["Food", "Transport"], "ways": ["By post"], "days": ["2026-09-17"],
        "could_not_come": "We rang three people", "shuts_out": "People at work", "why_method": "Everybody is heard",
        "travel_note": "Bus 7", "print_note": "A3", "learnt": "Shorter", "for_whom": "Carers", "follows": "x",
    }  # fmt: skip
    data["session"] |= told
    data["promises"][0]["sorter"] = "some_help"
    record = session_file.read(json.dumps(data).encode())
    assert (record.session.state, record.session.days) == (SessionState.MOVED, (datetime.date(2026, 9, 17),))
    out = session_file.as_json(record)
    assert told.items() <= out["session"].items()
    assert out["promises"][0]["sorter"] == "some_help"
    with_group = dataclasses.replace(record, session=dataclasses.replace(record.session, group_id="a group"))
    assert "a group" not in json.dumps(session_file.as_json(with_group))
    plain = session_file.as_json(session_file.read(HOME_CARE.read_bytes()))["session"]
    assert told.keys().isdisjoint(plain)


@pytest.mark.parametrize(
    ("key", "wrong"),
    [("state", "lost"), ("days", ["soon"]), ("strands", [1]), ("series_n", -2), ("moved_from", "yesterday")],
)
def test_a_value_of_a_series_that_is_none_is_kept_as_it_came(key, wrong):
    data = json.loads(HOME_CARE.read_bytes())
    data["session"][key] = wrong
    assert session_file.as_json(session_file.read(json.dumps(data).encode()))["session"][key] == wrong
