"""What people said on paper: each point with its answer, what is not answered yet, what else was said, parked, access."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from coprod_desktop.domain import answers as table
from coprod_desktop.domain import sorters
from coprod_desktop.domain.answers import Look
from coprod_desktop.domain.words import UPDATE_WORDS, AnswerKind, EntryKind, UpdateState
from coprod_desktop.publish.dates import in_words
from coprod_desktop.publish.document import Answer, Block, Bullets, Facts, Heading, Mark, Paragraph, Run, Tone
from coprod_desktop.publish.snapshot import (
    PublicParked,
    PublicPoint,
    PublicQuote,
    PublicSnapshot,
    PublicUnanswered,
    PublicUpdate,
)
from coprod_desktop.publish.stories.asked import what_came_back, what_came_of_it
from coprod_desktop.publish.stories.figures import score_of_points
from coprod_desktop.publish.stories.words import aside, counted, language, listed, plain, quiet, quotation, sentence

_LOOKS: dict[Look, tuple[Tone, Mark | None]] = {
    Look.DONE: (Tone.DONE, Mark.TICK),
    Look.WE_WILL: (Tone.WE_WILL, Mark.TICK),
    Look.PART: (Tone.WE_WILL, Mark.HALF),
    Look.WAITING: (Tone.WAITING, Mark.CLOCK),
    Look.NO: (Tone.NO, Mark.CROSS),
    Look.PASSED_ON: (Tone.WE_WILL, Mark.ARROW),
    Look.INFO: (Tone.QUIET, None),
}
_UPDATE_LOOKS: dict[UpdateState, tuple[Tone, Mark]] = {
    UpdateState.IN_HAND: (Tone.WAITING, Mark.CLOCK),
    UpdateState.LATE: (Tone.WAITING, Mark.WARN),
    UpdateState.DONE: (Tone.DONE, Mark.TICK),
    UpdateState.PART_DONE: (Tone.WE_WILL, Mark.HALF),
    UpdateState.NOT_DONE: (Tone.NO, Mark.CROSS),
    UpdateState.CHANGED_TO_NO: (Tone.NO, Mark.CROSS),
}
_NOT_IN_WORDS = {"Something said": "One thing", "A question": "One question", "A story": "One story"}
_BARE = frozenset(_NOT_IN_WORDS)
"""What the gate says of a thing without words and without a theme."""
_NAMES = {EntryKind.QUESTION: "question", EntryKind.STORY: "story"}
_SEVERAL = {"story": "stories"}
_THINGS = {EntryKind.QUESTION: ("A question", "questions"), EntryKind.STORY: ("A story", "stories")}


def how_many(snapshot: PublicSnapshot) -> tuple[int, int]:
    """Return how many things people said have an answer, and how many have none yet.

    They can be counted on the paper: each point with its answer is one, and so is each thing that is not answered.
    """
    answered = sum(point.answer is not None for point in snapshot.points)
    waiting = len(snapshot.unanswered) + sum(p.answer is None and not p.waits for p in snapshot.points)
    return answered, waiting


def count_of_answers(snapshot: PublicSnapshot) -> Iterator[Block]:
    """Yield the one number that comes first: how many things were said, how many have an answer, how many not yet."""
    answered, waiting = how_many(snapshot)
    if not answered and not waiting:
        return
    said = Run(f"{counted(answered + waiting, 'thing', 'things')} you said. ", strong=True)
    not_yet = f"{waiting} {'has' if waiting == 1 else 'have'} no answer yet."
    if not waiting:
        rest = "It has an answer here." if answered == 1 else f"All {answered} have an answer here."
    elif not answered:
        rest = not_yet if waiting > 1 else "It has no answer yet."
    else:
        rest = f"{answered} {'has' if answered == 1 else 'have'} an answer here. {not_yet}"
    yield Paragraph((said, Run(rest)))


def answers(snapshot: PublicSnapshot) -> Iterator[Block]:
    """Yield every point that has an answer, in the order of the paper; a "no" as large as a "yes"."""
    answered = [point for point in snapshot.points if point.answer is not None]
    if answered:
        yield Heading(2, "What you said, and our answers")
        printed: set[str] = set()
        for point in answered:
            yield _answer(point, _first_new(point, printed))
        yield from score_of_points(snapshot)


def _first_new(point: PublicPoint, printed: set[str]) -> PublicQuote | None:
    """Return the first words under a point that stand under none before: those that Easy Read has, too."""
    first = next((quote for quote in point.quotes if quote.words not in printed), None)
    if first is not None:
        printed.add(first.words)
    return first


def _answer(point: PublicPoint, first: PublicQuote | None) -> Answer:
    blocks: list[Paragraph | Bullets | Facts] = []
    if point.said_by:
        blocks.append(quiet(f"{counted(point.said_by, 'person', 'people')} said this."))
    blocks += [p if quote is first else aside(p) for quote in point.quotes for p in quotation(quote)]
    blocks += [plain(summary) for summary in point.summaries]
    blocks.append(what_we_say(point))
    if rows := tuple(answer_facts(point)):
        blocks.append(Facts(rows))
    blocks += [*what_came_of_it(point), *what_came_back(point), *_going(point)]
    return Answer(point.you_said, tuple(blocks), point.number)


def what_we_say(point: PublicPoint) -> Paragraph:
    """Return the answer in its own words, with its sign."""
    if point.answer is None:
        return Paragraph((Run("Not answered yet.", tone=Tone.WAITING, strong=True),), mark=Mark.CLOCK)
    row = table.row(point.answer)
    tone, mark = _LOOKS[row.look]
    rest = (Run(f" {sentence(point.text)}"),) if point.text else ()
    return Paragraph((Run(sentence(row.words), tone=tone, strong=True), *rest), mark=mark)


def answer_facts(point: PublicPoint) -> Iterator[tuple[str, Paragraph]]:
    """Yield who, by when and why, each with its label."""
    reason = ". ".join(part.rstrip(". ") for part in (point.reason_category, point.reason) if part)
    row = table.row(point.answer or AnswerKind.WILL)
    yield from (
        (row.ask(field).paper, plain(text))
        for field, text in (
            ("owner", point.owner),
            ("due", _when(point)),
            ("asked", point.asked and not point.no_date and sentence(point.asked)),
            ("reason", reason and sentence(reason)),
            ("look_again", point.look_again),
        )
        if text
    )
    if point.sorter:
        yield "Who can do this", plain(sentence(sorters.WORDS[point.sorter]))
    if point.before:
        yield "What we said before", plain(sentence(point.before))
    if point.missing:
        yield "Not said yet", plain(sentence(point.missing))


def _when(point: PublicPoint) -> str | None:
    """Return the day, or in its place whom we asked for one."""
    if point.asked and point.no_date:
        return sentence(point.asked)
    return in_words(point.due) if point.due else None


def _going(point: PublicPoint) -> Iterator[Paragraph]:
    """Yield how the promise is going; the promise itself stays as it was made, above."""
    if point.going:
        warn = Mark.WARN if point.late else None
        yield Paragraph((Run("How is it going: ", strong=True), Run(sentence(point.going))), mark=warn)
    for update in point.updates:
        yield update_line(update)


def update_line(update: PublicUpdate) -> Paragraph:
    """Return one dated line on how a promise is going."""
    tone, mark = _UPDATE_LOOKS[update.state]
    runs = [Run(f"{in_words(update.on)}: "), Run(sentence(UPDATE_WORDS[update.state]), tone=tone, strong=True)]
    if update.text:
        runs.append(Run(f" {sentence(update.text)}"))
    return Paragraph(tuple(runs), mark=mark)


def waiting(snapshot: PublicSnapshot) -> Iterator[Block]:
    """Yield what nobody has answered yet, each thing once: points first, each with what it was written from."""
    points = [point for point in snapshot.points if point.answer is None]
    loose = [thing for thing in snapshot.unanswered if thing.point is None]
    if not points and not loose:
        return
    yield Heading(2, "Not answered yet")
    for point in points:
        yield _not_answered(point, [t for t in snapshot.unanswered if str(t.point) == point.id])
    if items := tuple(_waiting_items(loose)):
        yield Bullets(items)


def _not_answered(point: PublicPoint, things: list[PublicUnanswered]) -> Answer:
    quotes = [p for thing in things if thing.quote for p in quotation(thing.quote)]
    words = [plain(thing.summary) for thing in things if thing.summary and not thing.quote]
    said = _answer(replace(point, answer=None), None).blocks
    return Answer(point.you_said, (*quotes, *words, *said), point.number)


def _waiting_items(things: list[PublicUnanswered]) -> Iterator[Paragraph]:
    """Yield what is said in words, then what may not be, summed up by its theme; the rest is one sentence."""
    worded = [thing for thing in things if thing.quote is not None or thing.summary is not None]
    yield from (_one_line(quotation(t.quote) if t.quote else (plain(t.summary or ""),)) for t in worded)
    alike = Counter((thing.kind, thing.theme) for thing in things if thing not in worded)
    yield from (plain(_summed_up(kind, theme, n)) for (kind, theme), n in alike.items() if theme)
    if bare := Counter({kind: n for (kind, theme), n in alike.items() if not theme}):
        yield plain(_without_words(bare, "more" if worded or len(alike) > len(bare) else ""))


def _without_words(bare: Counter[EntryKind], more: str) -> str:
    """Sum up what has neither words to print nor a theme: "2 more questions and 1 story, which we may not print."."""
    parts: Counter[str] = Counter()
    for kind, n in bare.items():
        parts[_NAMES.get(kind, "thing")] += n
    words = [counted(n, f"{name}", _SEVERAL.get(name, f"{name}s")) for name, n in parts.items()]
    if more:
        first, _, rest = words[0].partition(" ")
        words[0] = f"{first} {more} {rest}"
    return f"{listed(words)}. We have not been told that we may print the words."


def _summed_up(kind: EntryKind, theme: str | None, n: int) -> str:
    """Sum up what may not be quoted: "3 questions about Charges.", "A story."""
    one, several = _THINGS.get(kind, ("Something said", "things said"))
    what = one if n == 1 else f"{n} {several}"
    return sentence(f"{what} about {theme}" if theme else what)


def _one_line(paragraphs: tuple[Paragraph, ...]) -> Paragraph:
    """Set a quotation and its translation into one list item."""
    runs = list(paragraphs[0].runs)
    for more in paragraphs[1:]:
        runs += [Run("\n"), *more.runs]
    return Paragraph(tuple(runs))


def also_said(snapshot: PublicSnapshot) -> Iterator[Block]:
    """Yield words under no point, other words for lines that may not be quoted, and thanks for all of it."""
    items = [_one_line(quotation(quote)) for quote in snapshot.also_said]
    items += [plain(told) for told in snapshot.also_told]
    if not items and not snapshot.what_works and not snapshot.heard:
        return
    yield Heading(2, "Also said")
    if items:
        yield plain("Thank you for this. We heard it:")
        yield Bullets(tuple(items))
    if snapshot.what_works or snapshot.heard:
        yield plain(_thanks(snapshot, "more " if items else ""))


def _thanks(snapshot: PublicSnapshot, more: str) -> str:
    """Thank people for what is printed in nobody's words."""
    many, works = snapshot.what_works + snapshot.heard, snapshot.what_works
    things = f"{many} {more}{'thing' if many == 1 else 'things'}"
    if not works:
        about = ""
    elif many == works:
        about = " about what works well"
    else:
        about = f", {works} of them about what works well"
    return f"Thank you for {things} you told us{about}. We heard {'it' if many == 1 else 'them'}."


def parked(snapshot: PublicSnapshot) -> Iterator[Block]:
    """Yield what was not for this session, and who has it now."""
    if snapshot.parked:
        yield Heading(2, "Parked, and who has it now")
        yield Bullets(tuple(_elsewhere(snapshot.parked, "Nobody has it yet.")))
    if snapshot.passed_on:
        yield Heading(2, "Passed on")
        yield Bullets(tuple(_elsewhere(snapshot.passed_on, "We have not written down to whom.")))


def _elsewhere(things: tuple[PublicParked, ...], nobody: str) -> Iterator[Paragraph]:
    """Yield each thing with who has it; what says neither in words is one line."""
    bare = [t for t in things if t.text in _BARE and not t.who_has_it]
    yield from (_parked(thing, nobody) for thing in things if thing not in bare)
    if bare:
        more = "more " if len(bare) < len(things) else ""
        many = f"{len(bare)} {more}{'thing' if len(bare) == 1 else 'things'}"
        nobody = nobody if len(bare) == 1 else nobody.replace("has it", "has them")
        yield plain(f"{many}, not printed in words. {nobody}")


def _parked(thing: PublicParked, nobody: str) -> Paragraph:
    who = f"Who has it now: {sentence(thing.who_has_it)}" if thing.who_has_it else nobody
    if thing.text in _BARE:
        return Paragraph((Run(f"{_NOT_IN_WORDS[thing.text]}, not printed in words."), Run(f"\n{who}", tone=Tone.QUIET)))
    return Paragraph((Run(thing.text, lang=language(thing.lang), dir=thing.dir), Run(f"\n{who}", tone=Tone.QUIET)))


def access(snapshot: PublicSnapshot) -> Iterator[Block]:
    """Yield whether people got what they needed, how many problems there were with taking part, and what was done."""
    many, needs = snapshot.access.how_many, snapshot.access.needs
    if not many and not needs:
        return
    yield Heading(2, "Problems with taking part" if many or snapshot.access.not_met else "What people needed")
    if needs:
        yield plain(needs)
    if many:
        yield plain(f"{counted(many, 'thing', 'things')} made it hard for someone to take part.")
    if not many and not snapshot.access.not_met:
        return
    if snapshot.access.what_was_done:
        yield plain("What we did, or will do, about it:")
        yield Bullets(tuple(plain(done) for done in snapshot.access.what_was_done))
    else:
        yield plain("We have not written down what was done about it.")
