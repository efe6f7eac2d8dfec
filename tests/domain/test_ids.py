import time
import uuid

from coprod_desktop.domain.ids import is_id, is_made_here, made_id, new_id


def test_a_new_id_is_a_uuid_that_sorts_by_time():
    first = new_id()
    time.sleep(0.002)
    second = new_id()
    assert first < second
    for one in (first, second):
        assert (uuid.UUID(one).version, uuid.UUID(one).variant) == (7, uuid.RFC_4122)
        assert is_id(one)
        assert is_made_here(one)
    born = int(first.replace("-", "")[:12], 16) / 1000
    assert abs(born - time.time()) < 60


def test_many_of_one_moment_differ_and_sort_as_they_were_made():
    made = [new_id() for _ in range(2000)]
    assert made == sorted(set(made))


def test_ids_go_on_when_the_clock_is_put_back(monkeypatch):
    before, now = new_id(), time.time_ns()
    monkeypatch.setattr(time, "time_ns", lambda: now - 3600 * 10**9)
    after = [new_id() for _ in range(3)]
    assert [before, *after] == sorted({before, *after})
    assert int(after[-1].replace("-", "")[:12], 16) < now // 10**6 + 1000  # not carried far into what is to come


def test_an_id_made_of_parts_is_the_same_everywhere_and_says_that_it_was_made():
    one = made_id("attendance", "s", "p")
    assert one == made_id("attendance", "s", "p") != made_id("attendance", "sp")
    assert made_id("ab", "c") != made_id("a", "bc")
    assert (uuid.UUID(one).version, uuid.UUID(one).variant) == (8, uuid.RFC_4122)
    assert not is_made_here(one)


def test_only_an_id_is_an_id():
    assert not is_id(None)
    assert not is_id(f"{new_id()}0")
    assert not is_id(new_id().replace("-", ""))
    assert not is_id(new_id().upper().replace("-", "_"))


def test_an_id_made_of_parts_is_the_same_in_every_version():
    assert made_id("attendance", "s", "p") == "86502354-b14c-8f97-87c0-feb794910447"
    assert made_id() == "e3b0c442-98fc-8c14-9afb-f4c8996fb924"
    assert made_id("\ud800") == "91a681b9-9855-8fb4-b547-9817b126c94e"


def test_new_ids_differ_in_all_that_is_not_time():
    ids = [new_id().replace("-", "") for _ in range(500)]
    assert {one[12] for one in ids} == {"7"}
    assert {one[16] for one in ids} == set("89ab")
    for place in (*range(13, 16), *range(17, 32)):
        assert len({one[place] for one in ids}) == 16
