"""Running totals of looking back in words, and what is written down already."""

from __future__ import annotations

from coprod_desktop.domain import dates
from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.looking_back import in_order
from coprod_desktop.services.looking_back import BackSeen


def running(seen: BackSeen) -> str:
    """Return how many forms are typed in, what was answered so far, and what is written down of earlier ones."""
    running = seen.running
    lines = [
        f"{counted(running.forms, 'form')} typed in, not written down yet."
        if running.forms
        else "No form is typed in yet."
    ]
    for question in seen.form.questions[:3]:
        if answers := running.answers.get(question.key):
            given = ", ".join(f"{answer} {n}" for answer, n in in_order(question, answers) if n)
            lines.append(f"{question.ask} {given}")
    if seen.written:
        last = seen.written[0]
        lines.append(f"Written down on {dates.plain(last.on)}: {counted(last.forms, 'form')}.")
    return "\n".join(lines)
