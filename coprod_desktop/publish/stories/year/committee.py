"""What a committee report asks for beyond the year itself: what is asked of the committee, why, options, papers, history."""

from __future__ import annotations

from collections.abc import Iterator

from coprod_desktop.domain.agreed import TO_FILL, TO_WRITE
from coprod_desktop.domain.promises import Standing
from coprod_desktop.publish.dates import in_words
from coprod_desktop.publish.document import Block, Bullets, Facts, Paragraph, Run, Table, Tone
from coprod_desktop.publish.public_year import PublicLogLine, PublicYear
from coprod_desktop.publish.stories.lines import how_many
from coprod_desktop.publish.stories.words import counted, listed, plain, quiet, sentence
from coprod_desktop.publish.stories.year.asked import Asked
from coprod_desktop.publish.stories.year.promised import access

_OPTIONS = "Options looked at"
"""What the log calls the options of a decision."""
_SOURCE = "What kind of source"
"""What the log calls where evidence is from."""
_HISTORY_YEARS = 3


def to_write(words: str) -> Paragraph:
    """Return a line that asks a person to write something."""
    return Paragraph((Run(TO_WRITE, tone=Tone.WAITING, strong=True), Run(words)))


def verified() -> Paragraph:
    """Return the line in which whoever looked at the implications is named."""
    return Paragraph(
        (Run("Implications verified by: ", strong=True), Run(f"name {TO_FILL}, job title {TO_FILL}, on {TO_FILL}"))
    )


def report_facts(year: PublicYear, _asked: Asked) -> Iterator[Block]:
    """Yield what stands at the head of a committee report: its day, whose it is, wards, key decision, who may read it."""
    committee = year.group.committee_on if year.group else None
    places = sorted({one.locality for one in year.held if one.locality})
    rows = (
        ("Committee", plain(f"{TO_FILL}{f', {in_words(committee)}' if committee else ''}")),
        ("Report of", plain(TO_FILL)),
        ("Wards and communities affected", plain(listed(places) if places else f"All, or which {TO_FILL}")),
        ("Key decision", plain(f"Key or non-key {TO_FILL}")),
    )
    yield Facts(rows)


def period(year: PublicYear) -> str:
    """Return the days a report covers, in words."""
    since, until = year.span.since or year.first, year.span.until or year.last
    return f"{in_words(since)} to {in_words(until)}" if since and until else f"Up to {in_words(year.as_of)}"


def purpose(year: PublicYear, _asked: Asked) -> Iterator[Block]:
    """Yield what the report is for, in three sentences."""
    who = f"{year.group.name} did" if year.group else "was done"
    yield Bullets(
        (
            plain(f"To tell what {who} in co-production, {period(year)}."),
            plain("To tell what became of every promise made to people, also where the answer was no."),
            plain("To ask the committee for what is recommended below."),
        )
    )


def asked_of(year: PublicYear, _asked: Asked) -> Iterator[Block]:
    """Yield what is asked of the committee: it follows from what is late, refused, or not answered."""
    late, noes = year.stands.get(Standing.OVERDUE, 0), year.noes + year.stands.get(Standing.CHANGED_TO_NO, 0)
    waiting = sum(how_many(one)[1] for one in year.told)
    found = ["To note what was done, and what became of the promises."]
    if late:
        each = "it" if late == 1 else "each"
        found.append(f"To ask why {counted(late, 'promise is', 'promises are')} late, and by when {each} is kept.")
    if noes:
        hold = "whether its reason holds" if noes == 1 else "whether the reasons hold"
        found.append(f"To look at {counted(noes, 'no', 'noes')}, and {hold}.")
    if waiting:
        found.append(f"To see that {counted(waiting, 'thing people said gets', 'things people said get')} an answer.")
    if any(one.access.how_many and not one.access.what_was_done for one in year.told):
        found.append("To ask what is done about what made it hard to take part.")
    found.append("To have a further report on progress in six months.")
    yield Bullets(tuple(map(plain, found)))


def reasons(year: PublicYear, _asked: Asked) -> Iterator[Block]:
    """Yield the reasons that decisions in the log give."""
    if lines := [line for line in year.log if line.kind == "decision"]:
        yield plain("Decided with people in this time:")
        yield Bullets(tuple(plain(f"{in_words(line.on)}: {sentence(line.words)}") for line in lines[:6]))


def options(year: PublicYear, _asked: Asked) -> Iterator[Block]:
    """Yield the options that were looked at before something was decided."""
    looked = [(line, text) for line in year.log for label, text in line.beside if label == _OPTIONS]
    if looked:
        yield Bullets(
            tuple(
                Paragraph((Run(f"{sentence(line.words)} ", strong=True), Run(sentence(text)))) for line, text in looked
            )
        )


def equality(year: PublicYear, asked: Asked) -> Iterator[Block]:
    """Yield what is known of who took part, as far as the numbers can be told, and what was done so that people could."""
    if year.came:
        yield plain(f"Who came, each time counted: {listed([f'{one.label} ({one.hidden_as})' for one in year.came])}.")
    yield from access(year, asked)


def _evidence(line: PublicLogLine) -> str:
    """Return what kind of source it is, what that says, and its day: "Our survey: six in ten …, 20 May 2025"."""
    source = next((f"{sentence(text).rstrip('.')}: " for label, text in line.beside if label == _SOURCE), "")
    return f"{source}{sentence(line.words).rstrip('.')}, {in_words(line.on)}"


def background(year: PublicYear, _asked: Asked) -> Iterator[Block]:
    """Yield the papers this report stands on: agreed ones, those of the sessions, evidence."""
    found = [f"{one.title}, version {one.n}, {in_words(one.on)}" for one in year.papers]
    found += [_evidence(line) for line in year.log if line.kind == "evidence"]
    if year.told:
        found.append(f"“You said, we will” papers of {counted(len(year.told), 'session', 'sessions')}")
    yield Bullets(tuple(map(plain, found or ["None."])))
    yield quiet("Say where each can be read, and whether any is exempt or protected by copyright.")


def history(year: PublicYear, _asked: Asked) -> Iterator[Block]:
    """Yield reports made on this subject in the last three years."""
    since = year.as_of.replace(year=year.as_of.year - _HISTORY_YEARS, day=min(year.as_of.day, 28))
    found = [(title, in_words(on)) for title, on in year.reported if on >= since]
    if found:
        yield Table("Reports before this one", ("Report", "Date"), tuple(found))
    else:
        yield plain("No report before this one is written down here.")
