"""Who came, what was said by theme, how promises stand: a sentence, or a picture where one is easier to look at.

A picture takes the place of its sentence: `words` says the same to who hears or feels the paper, and is not printed
beside the bars. Small numbers are quicker read than drawn, so there is no picture whose every bar is short.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from coprod_desktop.domain.promises import Standing, score_of
from coprod_desktop.domain.words import Group
from coprod_desktop.publish.document import Bar, Block, Bullets, Figure, Heading, Mark, Paragraph, Run, Tone
from coprod_desktop.publish.snapshot import PublicSnapshot
from coprod_desktop.publish.stories.words import aside, counted, listed, plain, sentence

GROUP_WORDS = {
    Group.LIVED_EXPERIENCE: ("person with lived experience", "people with lived experience"),
    Group.CARERS: ("carer", "carers"),
    Group.STAFF: ("member of staff", "staff"),
    Group.OTHERS: ("advocate, supporter or guest", "advocates, supporters and guests"),
}
_WORTH_DRAWING = 5
"""A figure has a bar as long as this at least; shorter ones are read quicker as numbers."""
_MOST_BARS = 8
"""More than these make a list to work through, not a picture; the rest is one bar."""
_STANDINGS: dict[Standing, tuple[str, Tone, Mark]] = {
    Standing.KEPT: ("Kept on time", Tone.DONE, Mark.TICK),
    Standing.KEPT_LATE: ("Kept late", Tone.DONE, Mark.TICK),
    Standing.OVERDUE: ("Overdue", Tone.WAITING, Mark.WARN),
    Standing.CHANGED_TO_NO: ("Changed to no", Tone.NO, Mark.CROSS),
    Standing.NOT_DUE: ("Not due yet", Tone.QUIET, Mark.CLOCK),
}


# ---- who came


def who_came(snapshot: PublicSnapshot) -> Iterator[Block]:
    """Yield how many came and from which groups, as a picture or a sentence; nothing when nobody wrote it down."""
    if (figure := figure_of_who_came(snapshot)) is not None:
        yield figure
    elif words := words_of_who_came(snapshot):
        yield plain(words)


def words_of_who_came(snapshot: PublicSnapshot) -> str:
    """Say how many people came, by group as far as it is known."""
    if not took_part(snapshot):
        return ""
    groups = listed(_groups(snapshot))
    if not groups:
        return f"{how_many_came(snapshot)}."
    return f"{how_many_came(snapshot)}{_among(snapshot)}{groups}."


def figure_of_who_came(snapshot: PublicSnapshot) -> Figure | None:
    """Return how many people came by role; None when a sentence says it as well."""
    bars = [Bar(_capital(GROUP_WORDS[group][n != 1]), n, str(n)) for group, n in snapshot.came]
    return _drawn(f"{how_many_came(snapshot)}{_among(snapshot).rstrip()}", bars, sentence(listed(_groups(snapshot))))


def _among(snapshot: PublicSnapshot) -> str:
    return ": " if took_part(snapshot) == sum(n for _, n in snapshot.came) else ", among them "


def how_many_came(snapshot: PublicSnapshot) -> str:
    """Say how many came. Where more voted or filled in a form than are known to have come, at least so many took part."""
    many = took_part(snapshot)
    if many > snapshot.came_in_all:
        return f"At least {counted(many, 'person', 'people')} took part"
    return f"{counted(many, 'person', 'people')} came"


def took_part(snapshot: PublicSnapshot) -> int:
    """Return how many took part by the largest number on the paper, so that no two contradict each other."""
    forms = snapshot.evaluation.forms if snapshot.evaluation else None
    others = [vote.voters for vote in snapshot.votes] + [forms, snapshot.rules_agreed_by]
    return max([snapshot.came_in_all, *filter(None, others)])


def _groups(snapshot: PublicSnapshot) -> list[str]:
    return [f"{n} {GROUP_WORDS[group][n != 1]}" for group, n in snapshot.came]


# ---- what was said


def themes(snapshot: PublicSnapshot) -> Iterator[Block]:
    """Yield what people talked about, most first; beside a theme how many different people, from three up."""
    if not snapshot.themes:
        return
    many = dict(snapshot.theme_people)
    yield Heading(2, "What people talked about")
    bars = sorted((Bar(theme, n, str(n), tone=Tone.YOU_SAID) for theme, n in many.items()), key=lambda bar: -bar.value)
    figure = _drawn("How many different people talked about it", bars, _said_by(bars))
    if figure is not None and len(bars) <= _MOST_BARS:
        yield replace(figure, aside=True)
    elif bars:
        yield Bullets(tuple(plain(f"{bar.label}: {bar.shown} people") for bar in bars))
    if rest := [theme for theme, _ in snapshot.themes if theme not in many]:
        yield plain(f"People {'also ' if bars else ''}talked about: {'; '.join(rest)}.")
    yield from _read_back(snapshot)


def _read_back(snapshot: PublicSnapshot) -> Iterator[Block]:
    """Yield what the room said when its themes were read back to it: those it said the same to together, small."""
    by_answer: dict[str, list[str]] = {}
    for theme, answer in snapshot.read_back:
        by_answer.setdefault(answer, []).append(theme)
    for said, named in by_answer.items():
        yield aside(plain(f"{listed(named)}: the room heard this back and said: {said}."))


def _said_by(bars: Sequence[Bar]) -> str:
    return sentence(listed([f"{bar.shown} people about {bar.label}" for bar in bars]))


def what_was_said(snapshot: PublicSnapshot) -> Figure | None:
    """Return how many things were said by theme, for a report; None when a list says it as well."""
    shown, rest = _most(snapshot.themes)
    total = sum(n for _, n in snapshot.themes)
    bars = [Bar(theme, n, str(n), tone=Tone.YOU_SAID) for theme, n in shown]
    said = [f"{n} about {theme}" for theme, n in shown]
    if rest:
        others, n = counted(len(rest), "other theme", "other themes"), sum(n for _, n in rest)
        bars.append(Bar(_capital(others), n, str(n), tone=Tone.QUIET))
        said.append(f"{n} about {others}")
    return _drawn(f"{total} things people said, by theme", bars, sentence(listed(said)))


def _most(
    found: Sequence[tuple[str, int]],
) -> tuple[Sequence[tuple[str, int]], Sequence[tuple[str, int]]]:
    """Return the themes with a bar each, and the rest; one theme alone is never "1 other theme"."""
    if len(found) <= _MOST_BARS:
        return found, ()
    return found[: _MOST_BARS - 1], found[_MOST_BARS - 1 :]


# ---- how promises stand


def score_of_points(snapshot: PublicSnapshot) -> Iterator[Block]:
    """Yield how many promises in this paper were kept; nothing before anything is due."""
    yield from score("How the promises in this paper stand", _of_points(snapshot))


def score_of_earlier(snapshot: PublicSnapshot) -> Iterator[Block]:
    """Yield how many promises of earlier papers were kept; nothing before anything is due."""
    yield from score("", [promise.standing for promise in snapshot.earlier])


def score(caption: str, stands: Sequence[Standing]) -> Iterator[Block]:
    """Yield how promises of any kind stand, as a picture or a sentence; nothing when there is nothing to tell yet."""
    if (figure := kept(caption or "How many were kept", stands)) is not None:
        yield replace(figure, aside=True)
    elif stands and any(stand is not Standing.NOT_DUE for stand in stands):
        before = (Run(f"{caption}: "),) if caption else ()
        yield aside(Paragraph((*before, Run(sentence(score_of(stands) or ""), strong=True))))


def kept(caption: str, stands: Sequence[Standing]) -> Figure | None:
    """Return a figure of promises from where each stands; None when a sentence says it as well."""
    if all(stand is Standing.NOT_DUE for stand in stands):
        return None
    # a promise kept is looked for first: it has its bar even when there is none
    shown = [s for s in Standing if s in stands or (s is Standing.KEPT and Standing.KEPT_LATE not in stands)]
    bars = []
    for stand in shown:
        words, tone, mark = _STANDINGS[stand]
        n = stands.count(stand)
        bars.append(Bar(words, n, str(n), tone=tone, mark=mark))
    return _drawn(caption, bars, sentence(score_of(stands) or ""))


def _of_points(snapshot: PublicSnapshot) -> list[Standing]:
    return [point.standing for point in snapshot.points if point.standing is not None]


def _drawn(caption: str, bars: Sequence[Bar], words: str) -> Figure | None:
    """Return the figure if it is worth drawing: two bars at least, one of them long."""
    if len(bars) < 2 or max(bar.value for bar in bars) < _WORTH_DRAWING:
        return None
    return Figure(caption, tuple(bars), words)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
