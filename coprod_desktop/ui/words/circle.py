"""For whom a paper is, as the window says it."""

from __future__ import annotations

from coprod_desktop.domain.permission import Circle

CIRCLE_WORDS = {Circle.ANYONE: "For anyone", Circle.CAME: "For the people who came"}
"""The closed one asks that the paper is not passed on; more people's words may be in it."""
