"""Pictures where people would rather look: who came, what was said by theme, promises kept.

Each is made from the snapshot alone, so it holds only numbers that may be printed anyway. Its caption and its words
say the same numbers as the bars, so nobody needs to see it; a paper that has the figure leaves out the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from coprod_desktop.domain.promises import Standing, score_of
from coprod_desktop.domain.words import Group
from coprod_desktop.publish.document import Bar, Block, Figure, Heading, Mark, Tone
from coprod_desktop.publish.snapshot import PublicSnapshot
from coprod_desktop.publish.stories.words import counted, listed, sentence

GROUP_WORDS = {
    Group.LIVED_EXPERIENCE: ("person with lived experience", "people with lived experience"),
    Group.CARERS: ("carer", "carers"),
    Group.STAFF: ("member of staff", "staff"),
    Group.OTHERS: ("other person", "other people"),
}
_LEAST_THEMES, _LEAST_SAID = 2, 5
_MOST_BARS = 8
"""More than these make a list to work through, not a picture; the rest is one bar."""
_STANDINGS: dict[Standing, tuple[str, Tone, Mark]] = {
    Standing.KEPT: ("Kept on time", Tone.DONE, Mark.TICK),
    Standing.KEPT_LATE: ("Kept late", Tone.DONE, Mark.TICK),
    Standing.OVERDUE: ("Overdue", Tone.WAITING, Mark.WARN),
    Standing.CHANGED_TO_NO: ("Changed to no", Tone.NO, Mark.CROSS),
    Standing.NOT_DUE: ("Not due yet", Tone.QUIET, Mark.CLOCK),
}


def words_of_who_came(snapshot: PublicSnapshot) -> str:
    """Say how many people came, by group as far as it is known."""
    groups = _groups(snapshot)
    known, total = sum(n for _, n in snapshot.came), snapshot.came_in_all
    if not total:
        return ""
    came = _came(snapshot)
    if known == total:
        return f"{came}: {listed(groups)}."
    return f"{came}. Of {known} we know more: {listed(groups)}." if known else f"{came}."


def figure_of_who_came(snapshot: PublicSnapshot) -> Figure | None:
    """Return how many people came by role; None when there is only one group to show."""
    if len(snapshot.came) < 2:
        return None
    rest = snapshot.came_in_all - sum(n for _, n in snapshot.came)
    bars = [Bar(_capital(GROUP_WORDS[group][n != 1]), n, str(n)) for group, n in snapshot.came]
    groups = _groups(snapshot)
    if rest > 0:
        bars.append(Bar("Nobody wrote down in which role", rest, str(rest), tone=Tone.QUIET))
        groups.append(f"{counted(rest, 'person', 'people')} whose role nobody wrote down")
    return Figure(_came(snapshot), tuple(bars), sentence(listed(groups)))


def what_was_said(snapshot: PublicSnapshot) -> Figure | None:
    """Return how many things were said by theme; None when there are too few for a picture to tell anything."""
    total = sum(n for _, n in snapshot.themes)
    if len(snapshot.themes) < _LEAST_THEMES or total < _LEAST_SAID:
        return None
    shown, rest = _most(snapshot.themes)
    bars = [Bar(theme, n, str(n), tone=Tone.YOU_SAID) for theme, n in shown]
    said = [f"{n} about {theme}" for theme, n in shown]
    if rest:
        others, n = counted(len(rest), "other theme", "other themes"), sum(n for _, n in rest)
        bars.append(Bar(_capital(others), n, str(n), tone=Tone.QUIET))
        said.append(f"{n} about {others}")
    return Figure(f"{total} things people said, by theme", tuple(bars), sentence(listed(said)))


def theme_section(snapshot: PublicSnapshot) -> Iterator[Block]:
    """Yield what people talked about under a heading of its own; nothing when there is no figure of it."""
    figure = what_was_said(snapshot)
    if figure is not None:
        yield Heading(2, "What people talked about")
        yield replace(figure, aside=True)


def points_kept(snapshot: PublicSnapshot) -> Figure | None:
    """Return how many promises in this paper were kept; None when there is nothing to tell yet."""
    return kept("How the promises in this paper stand", _of_points(snapshot))


def earlier_kept(snapshot: PublicSnapshot) -> Figure | None:
    """Return how many promises of earlier papers were kept; None when there is nothing to tell yet."""
    return kept("How many were kept", _of_earlier(snapshot))


def kept(caption: str, stands: Sequence[Standing]) -> Figure | None:
    """Return a figure of promises of any kind, from where each stands; None when there is nothing to tell yet."""
    if len(stands) < 2 or all(stand is Standing.NOT_DUE for stand in stands):
        return None
    # a promise kept is looked for first: it has its bar even when there is none
    shown = [s for s in Standing if s in stands or (s is Standing.KEPT and Standing.KEPT_LATE not in stands)]
    bars = []
    for stand in shown:
        words, tone, mark = _STANDINGS[stand]
        n = stands.count(stand)
        bars.append(Bar(words, n, str(n), tone=tone, mark=mark))
    return Figure(caption, tuple(bars), sentence(score_of(stands) or ""))


def _of_points(snapshot: PublicSnapshot) -> list[Standing]:
    return [point.standing for point in snapshot.points if point.standing is not None]


def _of_earlier(snapshot: PublicSnapshot) -> list[Standing]:
    return [promise.standing for promise in snapshot.earlier]


def _most(
    themes: Sequence[tuple[str, int]],
) -> tuple[Sequence[tuple[str, int]], Sequence[tuple[str, int]]]:
    """Return the themes with a bar each, and the rest; one theme alone is never "1 other theme"."""
    if len(themes) <= _MOST_BARS:
        return themes, ()
    return themes[: _MOST_BARS - 1], themes[_MOST_BARS - 1 :]


def _came(snapshot: PublicSnapshot) -> str:
    return f"{counted(snapshot.came_in_all, 'person', 'people')} came"


def _groups(snapshot: PublicSnapshot) -> list[str]:
    return [f"{n} {GROUP_WORDS[group][n != 1]}" for group, n in snapshot.came]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
