"""For every test: no screen is needed, and the forms are those of forms/*.ui as they are now."""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import hatch_build

hatch_build.compile_forms()
