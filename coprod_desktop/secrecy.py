"""What is in memory stays there: a crash leaves no picture of it on the disk.

The window is not made "undumpable" (PR_SET_DUMPABLE): that shuts out the portals of Linux desktops, which look into
/proc/PID/root of whoever asks, and a file dialog or the dark look would fail without a word (xdg-desktop-portal 785,
1490). An empty core-dump filter keeps memory out of every dump, also of those that a crash handler is piped.
"""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path

_FILTER = Path("/proc/self/coredump_filter")
"""Linux: which kinds of memory a dump holds; none of them. A program started from here has it too (core(5))."""
_NO_REPORT = 0x0001 | 0x0002
"""Windows: SEM_FAILCRITICALERRORS and SEM_NOGPFAULTERRORBOX: a crash is not handed to error reporting."""


def keep_out_of_dumps() -> None:
    """Have no core dump written, and nothing of memory in one that is. What a system does not know is left out."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.kernel32.SetErrorMode(_NO_REPORT)
        return
    import resource

    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform.startswith("linux"):
        with contextlib.suppress(OSError):
            _FILTER.write_text("0", encoding="ascii")
