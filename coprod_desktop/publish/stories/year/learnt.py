"""What logs, agreed papers, measures, the ladder and people's own words tell of a year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coprod_desktop.publish.dates import in_words
from coprod_desktop.publish.document import Block, Bullets, Paragraph
from coprod_desktop.publish.public_year import PublicLogLine, PublicPaperAt, PublicRungAt, PublicYear
from coprod_desktop.publish.snapshot import PublicQuote, PublicSnapshot
from coprod_desktop.publish.stories.words import plain, quotation, sentence
from coprod_desktop.publish.stories.year.asked import Asked, and_more, item, under

MOST_QUOTES = 8


def log(year: PublicYear, asked: Asked) -> Iterator[Block]:
    """Yield the lines of the kinds that stand under this heading, newest first; of several kinds each with its own heading."""
    yield from lines(year, asked, asked.heading.log)


def lines(year: PublicYear, asked: Asked, kinds: Sequence[str]) -> Iterator[Block]:
    """Yield lines of these kinds, and what sessions say they learnt where that is asked for."""
    groups = [(kind, [line for line in year.log if line.kind == kind]) for kind in kinds]
    groups = [(kind, found) for kind, found in groups if found]
    for kind, found in groups:
        if len(groups) > 1:
            yield under(asked, found[0].heading)
        yield Bullets(tuple(map(_line, found)))
        yield from and_more(year.log_more.get(kind, 0), "line", "lines", "they are in the log")
    if "learning" in kinds and (learnt := [(one, one.learnt) for one in year.held if one.learnt]):
        yield plain("What sessions taught us:")
        yield Bullets(tuple(plain(f"{in_words(one.date)}: {sentence(words)}") for one, words in learnt))


def _line(line: PublicLogLine) -> Paragraph:
    beside = " ".join(f"{label}: {sentence(text)}" for label, text in line.beside)
    return item(sentence(line.words), " ".join(part for part in (f"{in_words(line.on)}.", beside) if part))


def papers(year: PublicYear, asked: Asked) -> Iterator[Block]:
    """Yield the papers that were agreed, with their version and when they are looked at again."""
    if final := [one for one in year.papers if one.final]:
        yield Bullets(tuple(map(_paper, final)))
    elif asked.kind.whole:
        yield plain("None.")


def _paper(one: PublicPaperAt) -> Paragraph:
    again = f"To be looked at again by {in_words(one.review_by)}." if one.review_by else ""
    signed = sentence(f"{one.signed} people signed up to it") if one.signed else ""
    same = one.kind.casefold() in one.title.casefold()
    what = one.title if same else f"{one.kind}: {one.title}"
    return item(what, " ".join(part for part in (f"Version {one.n}.", sentence(one.how), signed, again) if part))


def measures(year: PublicYear, asked: Asked) -> Iterator[Block]:
    """Yield what was measured: from where to where, of how many people, by which source; no cause is claimed."""
    found = [(one.question, one.sentence, one.source and f"Where it comes from: {one.source}") for one in year.changes]
    found += [(one.name, one.sentence, one.source) for session in year.told for one in session.measures]
    if found and len(asked.heading.draws) > 1:
        yield under(asked, "What was measured")
    for what, words, source in found:
        yield item(sentence(what), " ".join(sentence(part) for part in (words, source) if part))


def rungs(year: PublicYear, _asked: Asked) -> Iterator[Block]:
    """Yield the rung of the ladder that was aimed for and reached, over time, and who said so."""
    if not year.rungs:
        return
    yield Bullets(tuple(map(_rung, _that_differ(year.rungs))))
    yield plain("The rungs are those of the ladder of co-production by Think Local Act Personal.")


def _rung(one: PublicRungAt) -> Paragraph:
    aimed = f"aimed for {one.aimed}." if one.aimed else ""
    reached = f"{'R' if aimed else 'r'}eached {one.reached}, as {one.by} said." if one.reached else ""
    return plain(f"{in_words(one.on)}: {' '.join(part for part in (aimed, reached) if part)}")


def _that_differ(found: Sequence[PublicRungAt]) -> list[PublicRungAt]:
    """Return the rungs that are others than the same people said before: a year of the same is one line."""
    last: dict[str, tuple[str | None, str | None]] = {}
    kept = []
    for one in found:
        if last.get(one.by) != (one.aimed, one.reached):
            kept.append(one)
        last[one.by] = (one.aimed, one.reached)
    return kept


def quotes(year: PublicYear, _asked: Asked) -> Iterator[Block]:
    """Yield a few of people's own words, signed as they chose: one a session first, the newest sessions first."""
    found = [one for session in reversed(year.told) for one in (*session.also_said, *_in_points(session))[:2]]
    for one in found[:MOST_QUOTES]:
        yield from quotation(one)


def _in_points(session: PublicSnapshot) -> tuple[PublicQuote, ...]:
    return tuple(quote for point in session.points for quote in point.quotes)
