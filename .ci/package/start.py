"""The first thing the frozen program runs. What it starts itself must not inherit the way to the frozen libraries."""

import os
import sys

for name in ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"):
    before = os.environ.pop(f"{name}_ORIG", None)
    os.environ.pop(name, None)
    if before:
        os.environ[name] = before
for name in ("QT_PLUGIN_PATH", "QML2_IMPORT_PATH"):  # Qt knows its own place without
    os.environ.pop(name, None)
# when it locks it starts itself, which then must find its libraries as any start does: not as a part of this one
os.environ["PYINSTALLER_RESET_ENVIRONMENT"] = "1"
for stream in ("stdout", "stderr"):  # a window program of Windows has neither
    if getattr(sys, stream) is None:
        setattr(sys, stream, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115

from coprod_desktop.__main__ import main  # noqa: E402

sys.exit(main())
