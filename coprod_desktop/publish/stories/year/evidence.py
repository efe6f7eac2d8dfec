"""The CQC evidence pack, the self-assessment paragraph with its proof, the history of a group, the bank, and the law."""

from __future__ import annotations

from collections.abc import Iterator

from coprod_desktop.domain.promises import KEPT, score_of
from coprod_desktop.domain.words import Nation
from coprod_desktop.publish.dates import in_words
from coprod_desktop.publish.document import Block, Bullets, Paragraph, Run
from coprod_desktop.publish.public_year import PublicYear
from coprod_desktop.publish.snapshot import PublicPoint
from coprod_desktop.publish.stories.lines import how_many
from coprod_desktop.publish.stories.words import counted, listed, plain, quiet, quotation, sentence
from coprod_desktop.publish.stories.year.asked import Asked, item, under, web_address
from coprod_desktop.publish.stories.year.promised import of_year, stands
from coprod_desktop.publish.stories.you_said_we_did import how_it_stands

_MOST_SAID = 6
_MOST_WORDS = 3


# ---- the CQC


def about(_year: PublicYear, asked: Asked) -> Iterator[Block]:
    """Yield which list of statements this goes by, and that people's experience is needed for each."""
    cqc = asked.content.cqc
    yield plain(
        "Under each quality statement stands what is written down here. Where nothing is, it says so. "
        "People’s own words stand only where they said yes."
    )
    yield Paragraph(
        (
            Run(f"By the list of {in_words(cqc.as_of)}: {cqc.source}. "),
            web_address(cqc.address),
            Run(f". {cqc.note}"),
        )
    )


def said_on(year: PublicYear, themes: tuple[str, ...]) -> Iterator[Block]:
    """Yield points about these themes with their answers, and people's own words about them."""
    points = [p for one in year.told for p in one.points if p.theme and p.theme.casefold() in themes]
    for point in points[:_MOST_SAID]:
        answer = " ".join(sentence(part) for part in (point.text or "", _stands(point)) if part)
        yield Paragraph(
            (Run(f"You said: {sentence(point.you_said)}", strong=True), Run(f"\n{answer or 'No answer yet.'}"))
        )
        for quote in point.quotes[:1]:
            yield from quotation(quote)
    shown = {quote.words for point in points[:_MOST_SAID] for quote in point.quotes}
    for one in [one for one in year.bank.quotes if (one.theme or "").casefold() in themes][:_MOST_WORDS]:
        if one.quote.words not in shown:
            yield from quotation(one.quote)


def _stands(point: PublicPoint) -> str:
    return how_it_stands(point) if point.standing is not None else ""


# ---- one paragraph, each sentence with its proof


def paragraph(year: PublicYear, _asked: Asked) -> Iterator[Block]:
    """Yield the paragraph: each sentence carries the number of its proof. It says what is late and refused as well."""
    yield plain(" ".join(f"{words} [{n}]" for n, (words, _proof) in enumerate(_claims(year), start=1)))


def proof(year: PublicYear, _asked: Asked) -> Iterator[Block]:
    """Yield where each sentence of the paragraph is written down."""
    yield Bullets(tuple(plain(f"[{n}] {sentence(where)}") for n, (_words, where) in enumerate(_claims(year), start=1)))


def _claims(year: PublicYear) -> Iterator[tuple[str, str]]:
    who = year.group.name if year.group else "We"
    held = [one for one in year.held if one.held]
    many = year.told_of
    log = "the engagement log" + (f", {in_words(held[0].date)} to {in_words(held[-1].date)}" if held else "")
    with_whom = f" with {listed([one.label for one in year.came])}" if year.came else ""
    yield f"{who} held {counted(many, 'session', 'sessions')}{with_whom}.", log
    if year.times_came:
        yield f"People came {year.times_came} times in all.", "the lists of who came"
    if every := stands(year):
        yield (
            f"Promises: {score_of(every)}.",
            f"the list of actions, as things stood on {in_words(year.as_of)}",
        )
    if year.noes:
        told = counted(year.noes, "no was", "noes were")
        yield f"{told} told as a no, with the reason.", "the “You said, we will” papers of the sessions"
    if waiting := sum(how_many(one)[1] for one in year.told):
        waits = counted(waiting, "thing people said has", "things people said have")
        yield f"{waits} no answer yet.", "the papers of the sessions"
    for one in year.changes[:2]:
        yield f"{one.question.rstrip('.?')}: {sentence(one.sentence)}", one.source or "the measures written down"
    if final := [one for one in year.papers if one.final]:
        yield (
            f"{counted(len(final), 'paper is', 'papers are')} agreed with people.",
            "; ".join(one.title for one in final[:4]),
        )
    learnt = sum(line.kind == "learning" for line in year.log)
    if learnt:
        yield f"We wrote down {counted(learnt, 'thing', 'things')} we learnt.", "the log, under “We learnt”"


# ---- what this group has done


def done(year: PublicYear, asked: Asked) -> Iterator[Block]:
    """Yield, year by year, what was done: sessions, what was agreed, decided and kept."""
    found: dict[int, list[tuple[str, str]]] = {}
    for one in year.held:
        kind = one.type[:1].upper() + one.type[1:]
        words = f"{kind}{f': {one.title}' if one.title else ''}"
        state = f". {one.state}" if one.state else ""
        found.setdefault(one.date.year, []).append((one.date.isoformat(), f"{in_words(one.date)}. {words}{state}"))
    for paper in year.papers:
        if paper.final:
            found.setdefault(paper.on.year, []).append(
                (paper.on.isoformat(), f"{in_words(paper.on)}. Agreed: {paper.title}, version {paper.n}")
            )
    for line in year.log:
        if line.kind in {"decision", "acted_first", "procurement_stage", "training"}:
            words = f"{in_words(line.on)}. {line.words}"
            found.setdefault(line.on.year, []).append((line.on.isoformat(), words))
    kept = [one for one in of_year(year) if one.standing in KEPT]
    for number in sorted(found):
        yield under(asked, f"In {number}")
        yield Bullets(tuple(plain(sentence(words)) for _day, words in sorted(found[number])))
    if kept:
        yield under(asked, "Promises that were kept")
        yield Bullets(
            tuple(item(sentence(one.what), f"{sentence(one.stands)} {sentence(one.promised_where)}") for one in kept)
        )


# ---- the quotation bank


def bank_rules(year: PublicYear, _asked: Asked) -> Iterator[Block]:
    """Yield what may be done with the words, and how many more there are that may not."""
    again = sum(one.ask_again for one in year.bank.quotes)
    lines = [
        "Everybody here said yes to being quoted to anyone. Print the words as they stand, signed as they stand.",
        "Somebody can change their mind on any day. Make this list anew before you use it.",
    ]
    if again:
        told = counted(again, "yes is", "yeses are")
        lines.append(f"{told} 12 months old or more. Ask once more before you put the words into something new.")
    if year.bank.only_came:
        told = counted(year.bank.only_came, "more may", "more may")
        lines.append(f"{told} be quoted only to the people who came. Ask again before they go further.")
    if year.bank.withdrawn:
        lines.append(f"{counted(year.bank.withdrawn, 'line was', 'lines were')} taken back, and is in no list.")
    yield Bullets(tuple(map(plain, lines)))


def bank(year: PublicYear, asked: Asked) -> Iterator[Block]:
    """Yield the words by theme, each with the session, and since when they may be used."""
    if not year.bank.quotes:
        yield plain("There are no words yet that may be quoted to anyone.")
        return
    themes = sorted({one.theme or "" for one in year.bank.quotes}, key=lambda theme: (not theme, theme.casefold()))
    for theme in themes:
        if len(themes) > 1:
            yield under(asked, theme or "Other things")
        for one in year.bank.quotes:
            if (one.theme or "") == theme:
                yield from quotation(one.quote)
                since = (
                    f" Yes on {in_words(one.allowed_on)}." if one.allowed_on else " The day of the yes is not known."
                )
                again = " Ask again first." if one.ask_again else ""
                yield quiet(f"{one.session}, {in_words(one.said_on)}.{since}{again}")


# ---- the law


def law(year: PublicYear, asked: Asked) -> Iterator[Block]:
    """Yield what the law of the nation says, where it says so, and when that was put together."""
    nation = year.nation or Nation.ENGLAND
    notes = asked.content.law
    yield plain(f"In {nation.value}, as put together on {in_words(notes.as_of)}:")
    yield Bullets(
        tuple(
            Paragraph((Run(f"{note.says} "), Run(f"{note.law}. "), web_address(note.address)))
            for note in notes.by_nation.get(nation, ())
        )
    )
    yield quiet(notes.note)
