"""The changes are what they say, one at a time, and a test that looks notices them."""

import subprocess
import sys
from pathlib import Path

from tests.mutate.mutants import mutants

SOURCE = '''"""What it is."""

WORDS = {"bus", "tram"}


def far(steps: int, *, most: int = 9) -> bool:
    """Tell whether it is far."""
    if steps > most and not steps == 20:
        return "far".strip() in WORDS or steps % 2 < 1
    raise ValueError("This is a sentence.")
'''


def changes() -> list[str]:
    return [f"{one.was} -> {one.now}" for one in mutants("far.py", SOURCE)]


def test_signs_numbers_conditions_and_steps_are_changed():
    found = changes()
    for change in (
        "steps > most -> (steps >= most)",
        "9 -> 10",
        "steps == 20 -> (steps != 20)",
        "not steps == 20 -> (steps == 20)",
        "steps % 2 -> (steps + 2)",
        "\"far\".strip() -> ('far')",
        "\"far\" -> 'XXfar'",
        'raise ValueError("This is a sentence.") -> pass',
    ):
        assert change in found


def test_sentences_tables_types_and_what_documents_are_left_alone():
    assert not [
        change for change in changes() if "sentence" in change.split(" -> ")[1] or "bus" in change or "int" in change
    ]
    assert mutants("none.py", '"""Only words."""\nfrom os import path\n') == []


def test_a_row_of_letters_loses_one_and_none_is_as_false():
    found = mutants("row.py", 'def f(a):\n    if a.strip(".") in "xyz":\n        return False\n    return a\n')
    assert [(one.was, one.now) for one in found if one.was in {'"."', '"xyz"', "False", "a"}] == [
        *[('"."', "''"), ('"xyz"', "'yz'"), ("False", "True"), ("a", "None")]
    ]


def test_each_change_is_one_change_that_python_can_read():
    for one in mutants("far.py", SOURCE):
        made = one.made_in(SOURCE)
        assert made is not None
        assert made != SOURCE
        assert len(made.splitlines()) == len(SOURCE.splitlines())


def test_the_same_change_twice_in_one_place_is_told_apart():
    keys = [one.key for one in mutants("two.py", "def two(a):\n    return (a + 1, a + 1)\n")]
    assert len(set(keys)) == len(keys)


def test_a_module_is_swapped_before_it_is_imported(tmp_path: Path):
    (tmp_path / "far.py").write_text("STEPS = 1\n", "utf-8")
    script = "from tests.mutate import swap; swap.put('far', 'STEPS = 2'); import far; print(far.STEPS)"
    env = {"PYTHONPATH": f"{tmp_path}:{Path(__file__).parents[2]}"}
    ran = subprocess.run([sys.executable, "-c", script], env=env, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "2"
