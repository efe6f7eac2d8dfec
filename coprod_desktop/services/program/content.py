"""Starter content that ships with the program: checklists, ground rules, agendas, lists of words to pick from."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from coprod_desktop import paths
from coprod_desktop.domain.words import NoticeTime


@dataclass(frozen=True)
class Content:
    """What ships, as in resources/content/content.json."""

    data: Mapping[str, Any]

    def agendas(self) -> Mapping[str, Sequence[tuple[int, str]]]:
        """Return agenda templates: name -> (minutes, title) for each item."""
        return {name: [(m, t) for m, t in items] for name, items in self.data["agendas"].items()}

    def ground_rules(self) -> Sequence[str]:
        """Return the starter set of ground rules."""
        return list(self.data["ground_rules"])

    def notice(self, when: NoticeTime) -> Sequence[str]:
        """Return what is read out of what may become of people's words, a sentence or two at a time."""
        return list(self.data["notice"][when])

    def checklist(self, phase: str) -> Sequence[str]:
        """Return the access checklist of a phase ("before", "arrival", "during", "after")."""
        return list(self.data["access_checklist"][phase])

    def per_need(self) -> Mapping[str, Sequence[str]]:
        """Return what to arrange for each kind of need."""
        return dict(self.data["access_checklist"]["per_need"])

    def ladder(self) -> Sequence[tuple[str, str]]:
        """Return the ladder of co-production, bottom first: (rung, what it means in plain words)."""
        return [(name, meaning) for name, meaning in self.data["ladder"]]

    def themes(self) -> Sequence[str]:
        """Return themes to start from."""
        return list(self.data["themes"])

    def reasons(self) -> Sequence[str]:
        """Return reasons for a no."""
        return list(self.data["cannot_reasons"])

    def needs(self) -> Mapping[str, Sequence[str]]:
        """Return needs by group of the Accessible Information Standard (DAPB1605)."""
        return dict(self.data["ais"])

    def pick_list(self, name: str) -> Sequence[str]:
        """Return a pick list, "roles" or "session types"."""
        return list(self.data["lists"][name])


def load() -> Content:
    """Read the content that ships."""
    return Content(json.loads(paths.resource("content", "content.json").read_text("utf-8")))
