"""Three hundred lists spoilt at random: each comes in, or is refused in a sentence; nothing else ever happens."""

import random

import pytest

from coprod_desktop.cli.people import as_json
from coprod_desktop.errors import UserError
from coprod_desktop.services.bring_in.people_rows import read_list
from tests.services.bring_in.people_list.unseen.ruler import NEEDS, SETS, samples

MADE = [sample for of_set in SETS for sample in samples(of_set) if sample.kind != "xlsx"]


def spoilt(data, chance):
    """Return a list with some of what happens to lists: cut off, shuffled, doubled, other signs, other letters, holes."""
    lines = data.split(b"\n")
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(lines))
        match chance.randrange(9):
            case 0:
                del lines[at]
            case 1:
                lines.insert(at, chance.choice(lines))
            case 2:
                chance.shuffle(lines)
            case 3:
                lines[at] = lines[at].replace(b",", chance.choice([b";", b"\t", b"|", b",,", b""]))
            case 4:
                lines[at] = bytes(chance.randrange(256) for _ in range(20)) + lines[at]
            case 5:
                lines[at] = lines[at][: chance.randrange(len(lines[at]) + 1)]
            case 6:
                lines[at] = b'"' + lines[at]
            case 7:
                lines[at] = lines[at] * chance.randint(2, 40)
            case 8:
                lines[at] = chance.choice(
                    [b"{}", b'{"a": [1]}', b"=1+1", b" / ", b"&", b"()", "ﷺ\u202e".encode(), b"1) 2) 3)", b"Present:"]
                )
        lines = lines or [b""]
    return b"\n".join(lines)


def read(data, name):
    try:
        return read_list(data, NEEDS, name=name)
    except UserError as refused:
        return refused


@pytest.mark.parametrize("seed", range(10))
def test_a_spoilt_list_comes_in_or_is_refused_in_a_sentence(seed):
    chance = random.Random(seed)
    for _ in range(30):
        sample = chance.choice(MADE)
        data = spoilt(sample.data, chance)
        found = read(data, sample.file_name)
        if isinstance(found, UserError):
            assert found.what
            continue
        people = [as_json(row) for row in found.rows]
        assert all(person["name"].strip() for person in people)
        assert all(set(person["consents"].values()) <= {"no"} for person in people)
        numbers = [row.number for row in (*found.rows, *found.refused)]
        assert len({row.number for row in found.rows}) == len(found.rows), numbers
