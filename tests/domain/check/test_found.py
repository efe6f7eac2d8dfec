"""What exactly is found in every phrasing, and what is left when it goes: phrasings/found.tsv.

A rule that changes changes lines here, and each of them is to be looked at: is it better so? Then write them again:

    python -m tests.domain.check.test_found
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from coprod_desktop.domain.check.leaving import leave_out
from coprod_desktop.domain.check.scan import Scanner
from coprod_desktop.domain.check.strangers import person_like
from coprod_desktop.domain.check.words import tidy
from tests.domain.making import person, record

FOLDER = Path(__file__).parent / "phrasings"
PEOPLE = {
    "disguises": (
        *("Gwenllian Prydderch", "Krzysztof Nowakowski", "Oluwaseun Adebayo-Price", "Harjinder Kaur Dhaliwal"),
        *("Margaret Thistlewood", "Nguyễn Thị Hoa", "Abdirahman Farah Warsame", "Edward Bartholomew"),
    ),
    "attack": (
        *("Ceri-Ann Rhydderch", "Barbara Lewandowska", "Chukwuemeka Nwachukwu", "Fadumo Jama", "Zhao Xiaoming"),
        *("Trần Văn Minh", "Khadija El-Masry", "José Da Silva Teixeira", "Lowri Bebb-Hughes", "Małgorzata Wójcik"),
        *("Gurdip Singh Sandhu", "Hodan Ali", "Đỗ Thị Lan", "Abdul Rahim", "Beatrice Hargreaves-Low", "Ffion Gwilym"),
    ),
    "ordinary": ("Will Sharpe", "May Thornton", "Mark Green", "Hope Summers", "Grace Hill", "Bill Wood", "Rose Field"),
}


def found() -> Iterator[tuple[str, ...]]:
    """Yield each phrasing with what is found in it and what is left without it, those in which anything is."""
    for name, names in PEOPLE.items():
        eyes = Scanner(record(*(person(str(n), one) for n, one in enumerate(names))))
        with (FOLDER / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
            texts = [row["text"] for row in csv.DictReader(file, delimiter="\t")]
        for text in map(tidy, texts):
            hits = eyes.hits(text)
            seen = " | ".join(f"{one.kind.value}: {text[one.start : one.end]}" for one in hits)
            owner = person_like(text)
            if hits or owner:
                yield text, seen, leave_out(text, hits) if hits else "", text[slice(*owner)] if owner else ""


def rows() -> list[tuple[str, ...]]:
    with (FOLDER / "found.tsv").open(encoding="utf-8", newline="") as file:
        return [tuple(row) for row in csv.reader(file, delimiter="\t")][1:]


def test_in_every_phrasing_the_same_is_found_as_before():
    now, before = list(found()), rows()
    assert [row for row in now if row not in before] == []
    assert [row for row in before if row not in now] == []


if __name__ == "__main__":
    with (FOLDER / "found.tsv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter="\t", lineterminator="\n").writerows([("text", "found", "left", "owner"), *found()])
