"""What a public paper tells of needs: how many were met and how many were not, as people said. Never whose, never which.

Counts under 5 are hidden, and with them any other that would give one away (practice D9).
"""

from __future__ import annotations

from collections.abc import Iterable

from coprod_desktop.domain import measures
from coprod_desktop.domain.came import who_came
from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.needs import CONTACT, in_group
from coprod_desktop.domain.record import Person

ASKED = "We asked people if they got what they needed."


def needs_told(people: Iterable[Person]) -> str:
    """Return it in short sentences; "" when too few were asked for any number to be told."""
    asked = [n.met for p in who_came(people) for n in p.needs if n.met is not None and not in_group(n.ais, CONTACT)]
    met, not_met = asked.count(True), asked.count(False)
    safe = measures.hidden((("met", met), ("not met", not_met)))
    if len(asked) < measures.SMALL or safe is None:
        return ""
    if safe[0].count is not None and safe[1].count is not None:
        told = [
            f"{counted(many, 'need was', 'needs were')} {how}."
            for how, many in (("met", met), ("not met", not_met))
            if many
        ]
        return " ".join([ASKED, *told])
    if safe[1].hidden_as == measures.FEWER:
        return f"{ASKED} {measures.FEWER.capitalize()} needs were not met. The others were."
    return f"{ASKED} {measures.FEWER.capitalize()} needs were met. The others were not."
