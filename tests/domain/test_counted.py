import re
from pathlib import Path

import pytest

from coprod_desktop.domain.counted import counted

PACKAGE = Path(__file__).parents[2] / "coprod_desktop"


@pytest.mark.parametrize(
    ("n", "words", "said"),
    [
        (0, ("thing",), "0 things"),
        (1, ("thing",), "1 thing"),
        (2, ("thing",), "2 things"),
        (2000, ("thing",), "2,000 things"),
        (1, ("person is", "people are"), "1 person is"),
        (3, ("person is", "people are"), "3 people are"),
    ],
)
def test_a_number_and_what_it_counts_agree(n, words, said):
    assert counted(n, *words) == said


def test_nobody_counts_by_themselves():
    own = re.compile(r'f?"(?:1|\{\w+\}) [^"]*"(?:\.strip\(\))? if [^\n]* == 1 else f"\{')
    places = {path.name for path in PACKAGE.rglob("*.py") if own.search(path.read_text("utf-8"))}
    assert places <= {"counted.py"}
