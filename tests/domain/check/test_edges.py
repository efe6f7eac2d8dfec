"""Sentences at the edge of each rule of check, and what is found in them: phrasings/edges.tsv.

Each stands just inside or just outside a rule: one letter fewer, one word further, a capital more. A rule that changes
changes lines here, and each of them is to be looked at: is it better so? Then write them again:

    python -m tests.domain.check.test_edges
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from coprod_desktop.domain.check.kinds import Hit
from coprod_desktop.domain.check.leaving import leave_out
from coprod_desktop.domain.check.scan import Scanner, Where
from coprod_desktop.domain.check.strangers import person_like
from coprod_desktop.domain.check.words import tidy
from tests.domain.making import person, record

EDGES = Path(__file__).parent / "phrasings" / "edges.tsv"
PUBLIC = {
    **{"May Bright": "role only", "Ivy Marsh": "role only", "Mo'nique Adeyemi": "first name"},
    **{"Gareth D'Arcy": "full name", "王小明": "full name", "Priti Khan": "full name"},
}
NAMES = (
    *("Bríd O'Shaughnessy-Nwosu", "Will Hart", "May Bright", "Siân Llŷr Ŵyn", "Mo'nique Adeyemi", "Gareth D'Arcy"),
    *("Resident A", "Len", "Ivy Marsh", "Jo Li", "Dr Anita Khan", "José García Márquez", "Krzysztof Nowakowski"),
    *("Margaret Thistlewood", "Иван Петров", "Fatima Hassan", "Edward Bartholomew", "Mark Green", "Rose Field"),
    *("Ceri-Ann Rhydderch", "محمد الزهراء", "李小龙", "ਗੁਰਪ੍ਰੀਤ ਕੌਰ", "王小明", "山田 太郎", "สมชาย ใจดี"),
    *("Jean Quarrendon", "Oluwaseun Adebayo-Price", "Nguyễn Thị Hoa", "Hope Grace Obuya", "Priti Khan"),
)
COLUMNS = ("text", "found", "left", "owner", "of a place")


def eyes() -> Scanner:
    return Scanner(
        record(*(person(str(n), name, public=PUBLIC.get(name, "not at all")) for n, name in enumerate(NAMES)))
    )


def rows() -> list[dict[str, str]]:
    with EDGES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def seen(texts: list[str]) -> Iterator[tuple[str, ...]]:
    """Yield each text with what is found, what is left without it, who it is as an owner, and what is found in a place."""
    scanner = eyes()
    for text in texts:
        plain = tidy(text)
        hits, owner = scanner.hits(plain), person_like(plain)
        told, there = _told(plain, hits), _told(plain, scanner.hits(plain, Where.VENUE))
        left = leave_out(plain, hits) if hits else ""
        yield text, told, left, plain[slice(*owner)] if owner else "", "as said" if there == told else there


def _told(text: str, hits: tuple[Hit, ...]) -> str:
    return " | ".join(f"{one.kind.value}: {text[one.start : one.end]}" for one in hits)


def test_on_either_side_of_each_edge_the_same_is_found_as_before():
    before = rows()
    now = [dict(zip(COLUMNS, row, strict=True)) for row in seen([row["text"] for row in before])]
    assert [row for row in now if row not in before] == []


if __name__ == "__main__":
    found = list(seen(list(dict.fromkeys(row["text"] for row in rows()))))
    with EDGES.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter="\t", lineterminator="\n").writerows([COLUMNS, *found])
