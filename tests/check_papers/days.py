"""Checks of calendar files with another reader than the library they are made with."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from pathlib import Path

import vobject

from coprod_desktop.publish.paper import Event
from tests.check_papers.files import Made

LONGEST = 75
"""Octets of a line, RFC 5545, 3.1."""


def own(files: Sequence[Made]) -> list[str]:
    """Whether every day of a paper is in its file once, in words, and the file is put together as the format asks."""
    return [
        f"{one.path.name}: {fault}"
        for one in files
        if one.paper is not None
        for fault in faults(one.path, one.paper.events)
    ]


def faults(path: Path, events: Sequence[Event]) -> Iterator[str]:
    """Say what is wrong with a calendar file of these days."""
    data = path.read_bytes()
    lines = data.split(b"\r\n")
    if lines.pop() or any(b"\n" in line or b"\r" in line for line in lines):
        yield "a line does not end as it should"
    if any(len(line) > LONGEST for line in lines):
        yield "a line is too long"
    entries = vobject.readOne(data.decode("utf-8")).contents.get("vevent", [])
    found = {entry.uid.value.partition("@")[0]: entry for entry in entries}
    if len(found) != len(entries) or set(found) != {event.uid for event in events}:
        yield "not every day once"
        return
    for event in events:
        entry = found[event.uid]
        start = entry.dtstart.value
        if (start.date() if isinstance(start, datetime.datetime) else start) != event.day:
            yield f"{event.uid} is on another day"
        if "".join(entry.summary.value.split()) != "".join(event.summary.split()):
            yield f"{event.uid} says something else"
