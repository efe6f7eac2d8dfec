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


def test_two_of_the_same_moment_differ():
    assert len({new_id() for _ in range(500)}) == 500


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
