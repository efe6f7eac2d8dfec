"""Running totals of forms in words, and what is written down already."""

from __future__ import annotations

from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.record import Session
from coprod_desktop.services.evaluation import Tallies


def running(tallies: Tallies) -> str:
    """Return how many forms are typed in, and how many ticked what."""
    if not tallies.forms:
        return "No form is typed in yet."
    lines = [f"{counted(tallies.forms, 'form')} typed in, not written down yet."]
    lines += [f"{counted(int(star), 'star')}: {n}" for star, n in tallies.stars.items()]
    for what, ticked in tallies.about.items():
        lines.append(f"{what}: {', '.join(f'{answer} {n}' for answer, n in ticked.items())}")
    return "\n".join(lines)


def written_down(session: Session) -> str:
    """Return what is written down already, which these forms come beside; "" when nothing is."""
    forms = session.evaluation_forms
    if forms is None and not session.stars:
        return ""
    many = forms if forms is not None else sum((session.stars or {}).values())
    is_are = "is" if many == 1 else "are"
    return f"{counted(many, 'form')} {is_are} written down already. These come beside them."
