"""What became of promises, every no with its reason, what people talked about, and what made it hard to take part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coprod_desktop.domain.promises import KEPT, Standing, score_of
from coprod_desktop.publish.dates import in_words
from coprod_desktop.publish.document import Block, Bullets, Facts, Paragraph
from coprod_desktop.publish.public_year import PublicOwn, PublicYear
from coprod_desktop.publish.stories import figures
from coprod_desktop.publish.stories.promised import EARLIER, Promised, noes, promised
from coprod_desktop.publish.stories.words import counted, plain, quiet, sentence
from coprod_desktop.publish.stories.year.asked import Asked, and_more, item, under

MOST = 12
_MOST_KEPT = 6
"""Promises told one by one of those that stand alike; the others are counted."""
_MOST_THEMES = 8
_ELSEWHERE = "they are in the list of actions"


def of_year(year: PublicYear) -> tuple[Promised, ...]:
    """Return the promises told one by one, as things stand: made at these sessions, and by groups in none."""
    return (*(one for one in promised(year.told) if one.session != EARLIER), *map(_own, year.own))


def _own(one: PublicOwn) -> Promised:
    where = f"{one.group or 'the group'}, {in_words(one.on)}"
    return Promised(
        session=where, promised_at=where, what=one.what, owner=one.owner, due=one.due, standing=one.standing,
        stands=one.stands, why=one.why, uid=one.uid,
    )  # fmt: skip


def stands(year: PublicYear) -> list[Standing]:
    """Return where every promise of the year stands, as the numbers count them."""
    return [stand for stand, n in year.stands.items() for _ in range(n)]


def promises(year: PublicYear, asked: Asked) -> Iterator[Block]:
    """Yield how many were kept, then those that are late, changed to no and kept, each with who and why."""
    every = stands(year)
    if not every:
        yield plain("No promises were made in this time.")
        return
    yield plain(f"{counted(len(every), 'promise was', 'promises were')} made.")
    if (figure := figures.kept("How the promises stand", every)) is not None:
        yield figure
    else:
        yield plain(sentence(score_of(every) or ""))
    found = of_year(year)
    for words, which in (
        ("Late or not done", (Standing.OVERDUE,)),
        ("Changed to no", (Standing.CHANGED_TO_NO,)),
        ("Kept", tuple(KEPT)),
    ):
        most = _MOST_KEPT if words == "Kept" else MOST
        yield from _list(year, asked, words, [one for one in found if one.standing in which], which, most)


def _list(
    year: PublicYear, asked: Asked, words: str, found: Sequence[Promised], which: Sequence[Standing], most: int
) -> Iterator[Block]:
    every = sum(year.stands.get(stand, 0) for stand in which)
    if not every:
        return
    shown = found[:most]
    if shown:
        yield under(asked, words)
        yield Bullets(tuple(map(_told, shown)))
        yield from and_more(every - len(shown), "promise", "promises", _ELSEWHERE)


def _told(one: Promised) -> Paragraph:
    due = f"By {in_words(one.due)}" if one.due and one.standing in {Standing.OVERDUE, Standing.NOT_DUE} else ""
    why = f"Why: {one.why}" if one.why else ""
    if one.standing is Standing.CHANGED_TO_NO and not one.why:
        why = "Why: not written down"
    parts = (one.owner or "Nobody is named", due, one.stands, why, one.promised_where)
    return item(sentence(one.what), " ".join(sentence(part) for part in parts if part))


def refused(year: PublicYear, asked: Asked) -> Iterator[Block]:
    """Yield every answer that was a no from the beginning, as large as any other, with its reason."""
    if not year.noes:
        if asked.kind.whole:
            yield plain("No answer was a no from the beginning.")
        return
    yield plain(f"{counted(year.noes, 'answer was', 'answers were')} no from the beginning.")
    shown = noes(year.told)[:MOST]
    for no in shown:
        yield under(asked, f"You said: {no.you_said}")
        again = no.look_again and sentence(no.look_again)
        rows = (("Our answer", no.answer), ("Why", no.why or "Not written down"), ("When we look again", again))
        yield Facts(tuple((label, plain(sentence(text))) for label, text in rows if text))
    yield from and_more(year.noes - len(shown), "no", "noes", "each is in the paper of its session")


def themes(year: PublicYear, asked: Asked) -> Iterator[Block]:
    """Yield what people said most about."""
    found = theme_counts(year)
    if not found:
        return
    if len(asked.heading.draws) > 1:
        yield plain("What people said most about:")
    shown, rest = found[:_MOST_THEMES], found[_MOST_THEMES:]
    yield Bullets(tuple(plain(f"{theme}: {counted(n, 'thing', 'things')}") for theme, n in shown))
    if rest:
        yield plain(f"People also talked about {counted(len(rest), 'other theme', 'other themes')}.")
    yield from only_told(year)


def theme_counts(year: PublicYear) -> list[tuple[str, int]]:
    """Return how many things were said by theme, most first."""
    counts: dict[str, tuple[str, int]] = {}
    for theme, n in (pair for one in year.told for pair in one.themes):
        name, before = counts.get(theme.casefold(), (theme, 0))
        counts[theme.casefold()] = (name, before + n)
    return sorted(counts.values(), key=lambda pair: -pair[1])


def only_told(year: PublicYear) -> Iterator[Block]:
    """Yield that words are from some of the sessions, where there are more than are read one by one."""
    if len(year.told) < year.told_of:
        yield quiet(
            f"Words are from {counted(len(year.told), 'session', 'sessions')} of {year.told_of:,}; numbers are from all."
        )


def access(year: PublicYear, _asked: Asked) -> Iterator[Block]:
    """Yield how many problems there were with taking part and what was done; never who."""
    many = sum(one.access.how_many for one in year.told)
    if not many:
        yield plain("No problem with taking part was written down.")
        return
    yield plain(f"{counted(many, 'thing', 'things')} made it hard for someone to take part.")
    done = dict.fromkeys(text for one in year.told for text in one.access.what_was_done)
    if done:
        yield plain("What was done, or will be done, about it:")
        yield Bullets(tuple(plain(sentence(text)) for text in list(done)[:MOST]))
    else:
        yield plain("We have not written down what was done about it.")


def score(year: PublicYear, _asked: Asked) -> Iterator[Block]:
    """Yield how promises stand in one sentence, and how many noes there were."""
    every = stands(year)
    if every:
        yield plain(f"Promises: {score_of(every)}.")
    if year.noes:
        yield plain(f"{counted(year.noes, 'answer was', 'answers were')} no from the beginning, each with its reason.")


def coming(year: PublicYear, _asked: Asked) -> Iterator[Block]:
    """Yield what is promised next, by its day."""
    found = sorted((one for one in of_year(year) if one.standing is Standing.NOT_DUE and one.due), key=_due)
    if found:
        yield plain("What we promised and is still to come:")
        yield Bullets(tuple(plain(f"By {in_words(one.due)}: {sentence(one.what)}") for one in found[:6] if one.due))


def _due(one: Promised) -> str:
    return one.due.isoformat() if one.due else ""
