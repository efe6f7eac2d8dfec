"""How one captured line is shown in the list."""

from __future__ import annotations
