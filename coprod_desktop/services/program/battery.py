"""How full this computer's battery is: Linux tells it in files, Windows by a call, macOS by a command of its own.

Reading it may take a moment on some laptops, so it is read where nobody waits. Where nothing tells it, there is none.
"""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from coprod_desktop.errors import UserError

SUPPLIES = Path("/sys/class/power_supply")
TOLD_AT = (20, 10)
"""Per cent at which it is told, once each while it runs down."""
_WAIT_S = 5
_PER_CENT = re.compile(r"(\d{1,3})%;\s*([a-z ]+)", re.IGNORECASE)
_NO_BATTERY, _UNKNOWN = 128, 255
"""What Windows says in BatteryFlag, and in BatteryLifePercent, where there is none."""


@dataclass(frozen=True)
class Battery:
    """How full it is, in per cent, and whether the computer has power from the wall."""

    percent: int
    plugged_in: bool

    @property
    def words(self) -> str:
        """How it stands, for the foot of the window."""
        return f"Battery {self.percent}%{', plugged in' if self.plugged_in else ''}"

    @property
    def is_low(self) -> bool:
        """Whether it wants looking at."""
        return not self.plugged_in and self.percent <= TOLD_AT[0]


def read() -> Battery | None:
    """Return how the battery stands; None where there is none, or nothing tells."""
    try:
        if sys.platform == "win32":
            return _of_windows()
        return of_mac(_pmset()) if sys.platform == "darwin" else of_linux(SUPPLIES)
    except (OSError, ValueError, subprocess.SubprocessError):
        return None


def of_linux(supplies: Path) -> Battery | None:
    """Return what the kernel's files tell (Documentation/ABI/testing/sysfs-class-power); a mouse's battery is not ours."""
    full, discharging = [], False
    for supply in sorted(supplies.glob("*")):
        if _said(supply, "type") != "Battery" or _said(supply, "scope") == "Device":
            continue
        if (percent := _said(supply, "capacity")).isdigit():
            full.append((int(percent), int(_said(supply, "energy_full") or _said(supply, "charge_full") or 1)))
            discharging = discharging or _said(supply, "status") == "Discharging"
    room = sum(size for _percent, size in full)
    if not room:
        return None
    return Battery(min(100, round(sum(percent * size for percent, size in full) / room)), not discharging)


def _said(supply: Path, what: str) -> str:
    try:
        return (supply / what).read_text("utf-8").strip()
    except OSError:
        return ""


def of_mac(said: str) -> Battery | None:
    """Return what `pmset -g batt` tells."""
    found = _PER_CENT.search(said)
    return Battery(min(100, int(found[1])), "'AC Power'" in said or "discharging" not in found[2]) if found else None


def _pmset() -> str:
    asked = ["/usr/bin/pmset", "-g", "batt"]
    return subprocess.run(asked, capture_output=True, text=True, timeout=_WAIT_S, check=False).stdout


def _of_windows() -> Battery | None:
    import ctypes

    class Status(ctypes.Structure):
        """SYSTEM_POWER_STATUS."""

        _fields_ = (
            ("line", ctypes.c_ubyte), ("flag", ctypes.c_ubyte), ("percent", ctypes.c_ubyte),
            ("saver", ctypes.c_ubyte), ("left", ctypes.c_ulong), ("whole", ctypes.c_ulong),
        )  # fmt: skip

    status = Status()
    if sys.platform != "win32" or not ctypes.windll.kernel32.GetSystemPowerStatus(ctypes.byref(status)):
        return None
    return of_windows(status.line, status.flag, status.percent)


def of_windows(line: int, flag: int, percent: int) -> Battery | None:
    """Return what GetSystemPowerStatus tells: ACLineStatus, BatteryFlag, BatteryLifePercent."""
    if percent == _UNKNOWN or (flag != _UNKNOWN and flag & _NO_BATTERY):
        return None
    return Battery(min(100, percent), line == 1)


def to_tell(told: int | None, battery: Battery | None) -> tuple[int | None, UserError | None]:
    """Return what was told of by now (20, 10, or None after it was plugged in), and what to say, if anything."""
    if battery is None or battery.plugged_in or battery.percent > TOLD_AT[0] + 2:
        return None, None
    mark = next((at for at in reversed(TOLD_AT) if battery.percent <= at), None)
    if mark is None or (told is not None and told <= mark):
        return told, None
    return mark, UserError(
        f"The battery is at {battery.percent}%. What you wrote is saved.",
        "Plug the laptop in when you can." if mark == TOLD_AT[0] else "Plug the laptop in now, if there is a socket.",
    )
