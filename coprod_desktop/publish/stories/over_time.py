"""Blocks that tell a group over time in any report: themes by quarter and by area, and looking back, from public values alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from coprod_desktop.domain.over_time import Said, Themes, by_place, by_quarter, quarter_of
from coprod_desktop.publish.document import Bar, Block, Bullets, Figure, Heading, Paragraph, Run, Table, Tone
from coprod_desktop.publish.public_looked_back import PublicLookedBack
from coprod_desktop.publish.snapshot import PublicSnapshot
from coprod_desktop.publish.stories.words import counted, listed, plain, quiet, sentence

_MOST = 12
"""More themes are not read: the rest are counted."""
_WORTH_DRAWING = 5


def themes_by_quarter(snapshots: Sequence[PublicSnapshot], as_of: date, level: int = 2) -> Iterator[Block]:
    """Yield themes by quarter as a table, a picture of all of them, and what is new this quarter; nothing without any."""
    themes = by_quarter(_said(snapshots), as_of)
    if not themes.lines:
        return
    yield Heading(level, "What people talked about, by quarter")
    if (figure := _drawn(themes)) is not None:
        yield figure
    yield _table("How many things were said about it, by quarter", themes)
    if quarter_of(as_of) in {
        quarter_of(one.date) for one in snapshots
    }:  # a report of last year tells nothing of this quarter
        yield plain(f"New this quarter: {listed(themes.new)}." if themes.new else "No theme is new this quarter.")


def themes_by_place(snapshots: Sequence[PublicSnapshot], level: int = 2) -> Iterator[Block]:
    """Yield themes by area as a table; nothing while all was said in one."""
    themes = by_place(_said(snapshots))
    if themes.lines:
        yield Heading(level, "What people talked about, by area")
        yield _table("How many things were said about it, by area", themes)


def looked_back(found: PublicLookedBack, level: int = 2) -> Iterator[Block]:
    """Yield what people said looking back: slips, then members and staff where they differ; nothing without any."""
    if found.slips:
        yield Heading(level, "What people said after sessions")
        yield quiet(sentence(f"{found.slip_forms} slips came back"))
        yield Bullets(
            tuple(
                Paragraph(
                    (
                        Run(f"{one.question} ", strong=True),
                        Run(sentence(", ".join(f"{a}: {n}" for a, n in one.answers))),
                    )
                )
                for one in found.slips
            )
        )
    if not found.year:
        return
    yield Heading(level, "Looking back, by members and by staff")
    yield quiet(_forms(found))
    rows = tuple(
        (one.question, one.members or "too few to tell", one.staff or "too few to tell", "yes" if one.differ else "")
        for one in found.year
    )
    yield Table("What most said", ("Question", "Members", "Staff", "They differ"), rows)
    differ = [one.question for one in found.year if one.differ]
    if differ:
        yield plain(f"Members and staff see {counted(len(differ), 'thing', 'things')} differently.")
    if found.never:
        yield plain(f"Never done together, as staff say: {listed(found.never)}.")


def _forms(found: PublicLookedBack) -> str:
    parts = [f"{found.members_forms} forms from members"] if found.members_forms else []
    parts += [f"{found.staff_forms} forms from staff"] if found.staff_forms else []
    return f"{sentence(listed(parts))} What fewer than 5 people said is not shown."


def _said(snapshots: Sequence[PublicSnapshot]) -> list[Said]:
    return [Said(s.date, s.locality or "", theme, n) for s in snapshots for theme, n in s.themes]


def _table(caption: str, themes: Themes) -> Table:
    shown, rest = themes.lines[:_MOST], themes.lines[_MOST:]
    rows = [
        (f"{line.theme} (new)" if line.is_new else line.theme, *map(str, line.many), str(line.total)) for line in shown
    ]
    if rest:
        sums = [sum(line.many[at] for line in rest) for at in range(len(themes.columns))]
        others = counted(len(rest), "other theme", "other themes")
        rows.append((others, *map(str, sums), str(sum(line.total for line in rest))))
    return Table(caption, ("Theme", *themes.columns, "In all"), tuple(rows))


def _drawn(themes: Themes) -> Figure | None:
    lines = themes.lines[:8]
    if len(lines) < 2 or lines[0].total < _WORTH_DRAWING:
        return None
    bars = tuple(Bar(line.theme, line.total, str(line.total), tone=Tone.YOU_SAID) for line in lines)
    words = sentence(listed([f"{line.total} about {line.theme}" for line in lines]))
    return Figure("How many things people said about it", bars, words, aside=True)
