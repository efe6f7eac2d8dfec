"""The battery is read as each system tells it, and told of twice while it runs down."""

from __future__ import annotations

import pytest

from coprod_desktop.services.program import battery
from coprod_desktop.services.program.battery import Battery, of_linux, of_mac, of_windows, to_tell


def supply(folder, name, **says):
    (folder / name).mkdir()
    for what, words in says.items():
        (folder / name / what).write_text(f"{words}\n", "utf-8")


def test_the_files_of_the_kernel_are_read_and_a_mouse_is_not_the_laptop(tmp_path):
    supply(tmp_path, "AC", type="Mains", online=0)
    supply(tmp_path, "BAT0", type="Battery", capacity=64, status="Discharging", energy_full=50000)
    supply(tmp_path, "hid-1", type="Battery", capacity=9, status="Discharging", scope="Device")

    assert of_linux(tmp_path) == Battery(64, plugged_in=False)


def test_two_batteries_count_by_how_much_they_hold(tmp_path):
    supply(tmp_path, "BAT0", type="Battery", capacity=0, status="Not charging", energy_full=10000)
    supply(tmp_path, "BAT1", type="Battery", capacity=80, status="Discharging", energy_full=30000)

    assert of_linux(tmp_path) == Battery(60, plugged_in=False)


@pytest.mark.parametrize("status", ["Charging", "Full", "Not charging", "Unknown"])
def test_only_one_that_runs_down_wants_a_socket(tmp_path, status):
    supply(tmp_path, "BAT0", type="Battery", capacity=7, status=status)

    assert of_linux(tmp_path) == Battery(7, plugged_in=True)
    assert to_tell(None, of_linux(tmp_path)) == (None, None)


def test_a_computer_without_a_battery_has_none(tmp_path):
    supply(tmp_path, "AC", type="Mains", online=1)
    supply(tmp_path, "BAT0", type="Battery", status="Unknown")

    assert of_linux(tmp_path) is None
    assert of_linux(tmp_path / "not there") is None


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Now drawing from 'Battery Power'\n -InternalBattery-0 (id=1)\t18%; discharging; 1:02 remaining", (18, False)),
        ("Now drawing from 'AC Power'\n -InternalBattery-0 (id=1)\t95%; charging; 0:20 remaining", (95, True)),
        ("Now drawing from 'AC Power'\n -InternalBattery-0 (id=1)\t100%; charged; 0:00 remaining", (100, True)),
        ("Now drawing from 'AC Power'\n", None),
    ],
)
def test_what_a_mac_says(said, expected):
    found = of_mac(said)
    assert (found and (found.percent, found.plugged_in)) == expected


@pytest.mark.parametrize(
    ("line", "flag", "percent", "expected"),
    [
        (0, 0, 55, (55, False)),
        (1, 8, 55, (55, True)),
        (0, 4, 5, (5, False)),
        (1, 128, 255, None),
        (1, 255, 255, None),
    ],
)
def test_what_windows_says(line, flag, percent, expected):
    found = of_windows(line, flag, percent)
    assert (found and (found.percent, found.plugged_in)) == expected


def run_down(*percents):
    told, said = None, []
    for percent in percents:
        told, words = to_tell(told, percent if isinstance(percent, Battery) else Battery(percent, plugged_in=False))
        if words is not None:
            said.append(words.what)
    return said


def test_it_is_told_at_twenty_and_at_ten_and_not_in_between():
    said = run_down(22, 21, 20, 19, 15, 11, 10, 9, 5)

    assert said == [
        "The battery is at 20%. What you wrote is saved.",
        "The battery is at 10%. What you wrote is saved.",
    ]


def test_opened_late_it_is_told_once_and_after_a_charge_it_is_told_again():
    assert run_down(8, 7) == ["The battery is at 8%. What you wrote is saved."]
    assert len(run_down(20, Battery(20, plugged_in=True), 20)) == 2
    assert len(run_down(20, 21, 20, 21, 20)) == 1


def test_the_words_at_the_foot_of_the_window():
    assert Battery(64, plugged_in=False).words == "Battery 64%"
    assert Battery(100, plugged_in=True).words == "Battery 100%, plugged in"
    assert [Battery(n, plugged_in=False).is_low for n in (20, 21)] == [True, False]


def test_reading_never_fails():
    found = battery.read()
    assert found is None or 0 <= found.percent <= 100
