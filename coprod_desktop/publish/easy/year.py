"""Reports over many sessions in Easy Read: the same parts in short sentences, a topic a part."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice

from coprod_desktop.domain.measures import FEWER, NOT_SHOWN
from coprod_desktop.domain.promises import KEPT, Standing
from coprod_desktop.domain.report_kinds import ReportContent, ReportKind
from coprod_desktop.domain.words import Nation
from coprod_desktop.domain.year_numbers import PROMISES
from coprod_desktop.domain.year_record import Number
from coprod_desktop.publish.dates import in_words
from coprod_desktop.publish.easy import cover, signs
from coprod_desktop.publish.easy.leaf import code_of
from coprod_desktop.publish.easy.points import quoted, told
from coprod_desktop.publish.easy.progress import how_promises_stand, one_meeting, promises_by_standing, topic_of_no
from coprod_desktop.publish.easy.rest import done_about_it, topic
from coprod_desktop.publish.easy.telling import Sentence, Telling, Topic, plainly
from coprod_desktop.publish.for_whom import MEMBERS
from coprod_desktop.publish.public_year import PublicYear
from coprod_desktop.publish.stories.promised import noes
from coprod_desktop.publish.stories.words import counted
from coprod_desktop.publish.stories.year.promised import of_year, stands

_MOST = 6
"""Things of one sort; more make a paper nobody reads to its end."""
_SIGNS = {"Sessions": signs.PEOPLE, "People": signs.PEOPLE, "Paid": signs.MONEY}

_FIRST = ((frozenset({Standing.OVERDUE}), 6), (frozenset({Standing.CHANGED_TO_NO}), 4), (KEPT, 4))
"""Which promises are told one by one, and how many of each: the rest are in the numbers."""
Topics = Callable[[PublicYear], Iterator[Topic]]


def year_told(kind: ReportKind, year: PublicYear, content: ReportContent) -> Telling:
    """Return a report of this kind as Easy Read tells it."""
    draws = dict.fromkeys(name for heading in kind.headings for name in heading.draws)
    topics: list[Topic] = []
    for name in draws:
        if (part := _PARTS.get(name)) is not None:
            topics += part(year)
    if "law" in draws and len(draws) == 1:
        topics += _law(year, content)
    seen: dict[str, Topic] = {one.key: one for one in topics}
    whom = MEMBERS if kind.members else None
    return cover.of_paper(kind.title, _front(kind, year), seen.values(), year, year.whose, whom)


def _front(kind: ReportKind, year: PublicYear) -> Iterator[Sentence]:
    about = f"It is about {year.group.name}." if year.group else ""
    yield plainly(f"This paper is a report.\n{about}".strip(), signs.PAPER)
    if year.first and year.last and kind.months is not None:
        yield plainly(f"The first meeting was on {in_words(year.first)}.", code_of(year.first))
        if year.last != year.first:
            yield plainly(f"The last one was on {in_words(year.last)}.", code_of(year.last))
    yield cover.as_things_stood(year.as_of)
    yield from cover.whom_to_ask(year)


def _numbers(year: PublicYear) -> Iterator[Topic]:
    told_there = [one for one in year.numbers if one.source != PROMISES]  # promises have a part of their own
    yield from topic("numbers", "Our numbers", map(_number, told_there), told_there)


def _number(one: Number) -> Sentence:
    first = one.label.split()[0].rstrip(",")
    shown = "too small to show" if FEWER in one.shown or NOT_SHOWN in one.shown else one.shown
    return plainly(f"{one.label}:\n{shown}.", _SIGNS.get(first, signs.NUMBERS), fixed=True)


def _promises(year: PublicYear) -> Iterator[Topic]:
    """Yield how many there are, then what is late or was changed to no before what was kept: nothing bad is left out first."""
    found = of_year(year)
    yield from topic("stand", "Our promises", how_promises_stand(stands(year)), [one.uid for one in found])
    shown = [one for which, most in _FIRST for one in [p for p in found if p.standing in which][:most]]
    yield from promises_by_standing(shown)


def _noes(year: PublicYear) -> Iterator[Topic]:
    for n, one in enumerate(islice(noes(year.told), _MOST), start=1):
        yield topic_of_no(n, one)


def _log(year: PublicYear) -> Iterator[Topic]:
    headings = dict.fromkeys(line.heading for line in year.log)
    for heading in headings:
        lines = [line for line in year.log if line.heading == heading][:_MOST]
        rows = [row for line in lines for row in told(line.words)]
        yield from topic(f"log-{lines[0].kind}", heading, rows, [line.words for line in lines])


def _papers(year: PublicYear) -> Iterator[Topic]:
    found = [one for one in year.papers if one.final]
    rows = [row for one in found for row in told(f"We agreed on: {one.title}", signs.PAPER)]
    yield from topic("papers", "Papers we agreed on", rows, [one.title for one in found])


def _access(year: PublicYear) -> Iterator[Topic]:
    many = sum(one.access.how_many for one in year.told)
    if many:
        done = list(dict.fromkeys(text for one in year.told for text in one.access.what_was_done))
        hard = plainly(f"{counted(many, 'thing', 'things')} made it hard to take part.", signs.WARN)
        yield from topic("access", "Problems with taking part", (hard, *done_about_it(done[:_MOST])), done)


def _sessions(year: PublicYear) -> Iterator[Topic]:
    rows = [row for one in year.held for row in one_meeting(one)]
    yield from topic(
        "meetings", "Our meetings", rows, [(one.date, one.type, one.place, one.state) for one in year.held]
    )


def _bank(year: PublicYear) -> Iterator[Topic]:
    rows: list[Sentence] = [plainly("People said yes to these words being used.", signs.DONE)]
    if not year.bank.quotes:
        rows = [plainly("There are no words here yet.", signs.WAITING)]
    rows += [row for one in year.bank.quotes for row in quoted(one.quote)]
    yield from topic("bank", "What people said", rows, [one.quote.words for one in year.bank.quotes])


def _in_bank(year: PublicYear) -> Iterator[Topic]:
    """Yield how many are in the bank, of which groups, and of whom there are fewer than in the place."""
    if (found := year.in_bank) is None:
        return
    rows = [
        plainly("Some people told us what they like to do with us.\nWe call this the bank of people.", signs.PEOPLE)
    ]
    if not found.people:
        rows.append(plainly("Nobody is in it yet.", signs.WAITING))
    else:
        rows.append(plainly(f"How many people are in it:\n{found.people}.", signs.NUMBERS, fixed=True))
    rows += [
        plainly(f"{one.label[:1].upper()}{one.label[1:]}:\n{one.hidden_as}.", signs.PEOPLE, fixed=True)
        for one in found.groups
    ]
    yield from topic("in-bank", "The bank of people", rows, found.groups)
    few = [f"{one.asked}: {line.answer}" for one in found.compared for line in one.lines if line.fewer]
    rows = [row for words in few[:_MOST] for row in told(words, signs.WARN)]
    if rows:
        rows.insert(0, plainly("More of these people live here.\nFew of them came to us.", signs.PEOPLE))
    yield from topic("missing", "Who is missing", rows, few)


def _law(year: PublicYear, content: ReportContent) -> Iterator[Topic]:
    notes: Sequence[str] = [note.says for note in content.law.by_nation.get(year.nation or Nation.ENGLAND, ())]
    yield from topic("law", "What the law says", (row for says in notes for row in told(says, signs.RULES)), notes)


_PARTS: Mapping[str, Topics] = {
    "numbers": _numbers,
    "promises": _promises,
    "paragraph": _promises,
    "cqc": _promises,
    "done": _promises,
    "noes": _noes,
    "log": _log,
    "papers": _papers,
    "access": _access,
    "sessions": _sessions,
    "bank": _bank,
    "in_bank": _in_bank,
}
"""Part of the story -> the topics that tell it; others say what these say, or are for officers alone."""
