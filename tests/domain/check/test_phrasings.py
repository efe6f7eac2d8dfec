"""How much check sees of what people disguise, and how often it cries wolf: phrasings in TSV, all made up.

"kept" were put aside before anything was tried on them, and nothing was changed because of one of them.
"""

import csv
import time
from collections import Counter
from pathlib import Path

import pytest

from coprod_desktop.domain.check.findings import findings
from coprod_desktop.domain.check.kinds import GENTLE
from coprod_desktop.domain.check.scan import Scanner
from coprod_desktop.domain.check.words import tidy
from tests.domain.making import entry, person, record

FOLDER = Path(__file__).parent / "phrasings"
ROOM = (
    "Gwenllian Prydderch",
    "Krzysztof Nowakowski",
    "Oluwaseun Adebayo-Price",
    "Harjinder Kaur Dhaliwal",
    "Margaret Thistlewood",
    "Nguyễn Thị Hoa",
    "Abdirahman Farah Warsame",
    "Edward Bartholomew",
)
OTHER_ROOM = (
    *(
        "Ceri-Ann Rhydderch",
        "Barbara Lewandowska",
        "Babatunde Ogunbanjo",
        "Chukwuemeka Nwachukwu",
        "Manpreet Kaur Gill",
    ),
    *("Fadumo Jama", "Zhao Xiaoming", "Trần Văn Minh", "Khadija El-Masry", "José Da Silva Teixeira"),
)
SECOND_ROOM = (
    *(
        "Lowri Bebb-Hughes",
        "Małgorzata Wójcik",
        "Temitope Akinwande-Cole",
        "Gurdip Singh Sandhu",
        "Hodan Ali",
        "Wang Li",
    ),
    *("Đỗ Thị Lan", "Abdul Rahim", "Rashida Begum", "João Ferreira", "Beatrice Hargreaves-Low"),
)
THIRD_ROOM = (
    *("Ffion Gwilym", "Bartosz Zieliński", "Ngozi Eze", "Rupinder Kaur Bains", "Hassan Mohamud", "Phạm Quốc Bảo"),
    *("Hu Ya-Ting", "Tânia Rocha"),
)
EVERYDAY_NAMES = (
    "Will Sharpe",
    "May Thornton",
    "Mark Green",
    "Hope Summers",
    "Ray King",
    "Grace Hill",
    "Bill Wood",
    "Rose Field",
    "Art Price",
    "Joy Case",
    "Christopher Lane",
    "Precious Dlamini",
    "Mohamed Abdi Warsame",
    "Wei Chen",
    "Siân Llŷr Ŵyn",
)
"""Names that are everyday words too, in whose sessions ordinary lines are said."""
GOALS = {"small group": 0.6, "medical": 0.6}
GOAL = 0.85


def read(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def people(names):
    return [person(str(n), name) for n, name in enumerate(names)]


def scanner(names) -> Scanner:
    return Scanner(record(*people(names)))


@pytest.mark.parametrize(
    ("name", "part", "room"),
    [
        ("disguises.tsv", "tried", ROOM),
        ("disguises.tsv", "kept", ROOM),
        ("attack.tsv", "first", OTHER_ROOM),
        ("attack.tsv", "second", SECOND_ROOM),
        ("attack.tsv", "third", THIRD_ROOM),
    ],
)
def test_of_each_kind_enough_is_seen(name, part, room):
    eyes = scanner(room)
    every, missed = Counter(), {}
    for row in read(name):
        if row["part"] == part:
            every[row["kind"]] += 1
            if not eyes.hits(tidy(row["text"])):
                missed.setdefault(row["kind"], []).append(row["text"])
    assert len(every) == 14
    short = {k: missed[k] for k in missed if len(missed[k]) > (1 - GOALS.get(k, GOAL)) * every[k]}
    assert short == {}


@pytest.mark.parametrize("part", ["tried", "kept", "again", "once more"])
@pytest.mark.parametrize("room", [ROOM, OTHER_ROOM, EVERYDAY_NAMES], ids=["room", "other room", "everyday names"])
def test_at_most_one_ordinary_line_in_twelve_is_asked_about(part, room):
    eyes = scanner(room)
    lines = [row["text"] for row in read("ordinary.tsv") if row["part"] == part]
    asked = {line: [one.kind.value for one in hits] for line in lines if (hits := eyes.hits(tidy(line)))}
    assert sum(len(set(kinds)) for kinds in asked.values()) <= len(lines) / 12, asked


@pytest.mark.parametrize(
    "line",
    [
        "I have been waiting 12 weeks, 3 letters and £41.20 in bus fares",
        "Route 43 stops at 6.15",
        "Buses 4, 4A and 14, and the X5",
        "Fares went from £2 to £3.20, then £4.50 return",
        "26 weeks, 9 months, 14 days and 3 hours",
        "the 437, 438 and 439 all stop at 10.15, 10.45 and 11.15",
        "It was £1,500 in 2024/25 and £20,000 in 2025/26",
    ],
)
def test_weeks_fares_and_bus_routes_are_no_secrets(line):
    assert scanner(ROOM).hits(line) == ()


def test_ordinary_lines_are_never_asked_about_hard():
    """What blocks a paper is found in hardly any ordinary line."""
    eyes = scanner(ROOM)
    lines = [row["text"] for row in read("ordinary.tsv")]
    blocked = [line for line in lines if any(one.kind not in GENTLE for one in eyes.hits(tidy(line)))]
    assert len(blocked) <= len(lines) / 40, blocked


def lines(how_many: int) -> list:
    said = [row["text"] for row in read("ordinary.tsv")]
    return [
        entry(n + 1, f"{said[n % len(said)]} {n % 9} times, said {n // len(said)}", theme="Call times", quote_ok=True)
        for n in range(how_many)
    ]


def seconds(how_many: int) -> float:
    session = record(*people((*ROOM, *OTHER_ROOM)), *lines(how_many))
    start = time.process_time()
    findings(session)
    return time.process_time() - start


def test_it_takes_little_time_and_twice_the_lines_take_twice():
    seconds(50)  # reads the lists of words
    assert seconds(200) < 0.3  # about 0.04 s here; the limit is for a busy machine
    one, two = min(seconds(1000) for _ in range(2)), min(seconds(2000) for _ in range(2))
    assert two < 3 * one
