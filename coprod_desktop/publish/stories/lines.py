"""What people said on paper: each point with its answer, what is not answered yet, what else was said, parked, access."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from coprod_desktop.domain import answers as table
from coprod_desktop.domain.answers import Look
from coprod_desktop.domain.words import UPDATE_WORDS, AnswerKind, EntryKind, UpdateState
from coprod_desktop.publish.dates import in_words
from coprod_desktop.publish.document import Answer, Block, Bullets, Facts, Heading, Mark, Paragraph, Run, Tone
from coprod_desktop.publish.snapshot import PublicParked, PublicPoint, PublicQuote, PublicSnapshot, PublicUpdate
from coprod_desktop.publish.stories.figures import points_kept
from coprod_desktop.publish.stories.words import aside, counted, language, plain, quiet, quotation, sentence

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
_THINGS = {EntryKind.QUESTION: ("A question", "questions"), EntryKind.STORY: ("A story", "stories")}


def answers(snapshot: PublicSnapshot) -> Iterator[Block]:
    """Yield every point with its answer, in the order of the paper; a "no" as large as a "yes"."""
    if snapshot.points:
        yield Heading(2, "What you said, and our answers")
        if figure := points_kept(snapshot):
            yield replace(figure, aside=True)
        printed: set[str] = set()
        for point in snapshot.points:
            yield _answer(point, _first_new(point, printed))


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
    blocks += list(_going(point))
    return Answer(point.you_said, tuple(blocks))


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
    """Yield what nobody has answered yet, each thing once."""
    if not snapshot.unanswered:
        return
    yield Heading(2, "Not answered yet")
    many = len(snapshot.unanswered)
    yield plain(f"{counted(many, 'thing', 'things')} people said {'has' if many == 1 else 'have'} no answer yet.")
    worded = [thing for thing in snapshot.unanswered if thing.quote is not None or thing.summary is not None]
    alike = Counter((thing.kind, thing.theme) for thing in snapshot.unanswered if thing not in worded)
    items = [_one_line(quotation(t.quote) if t.quote else (plain(t.summary or ""),)) for t in worded]
    yield Bullets((*items, *(plain(_summed_up(kind, theme, n)) for (kind, theme), n in alike.items())))


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
    """Yield words under no point, other words for lines that may not be quoted, and thanks for what was heard."""
    items = [_one_line(quotation(quote)) for quote in snapshot.also_said]
    items += [plain(told) for told in snapshot.also_told]
    if snapshot.what_works:
        n = snapshot.what_works
        items.append(plain(f"{counted(n, 'person', 'people')} told us about something that works well."))
    if snapshot.heard:
        things = counted(snapshot.heard, "thing", "things")
        items.append(plain(f"{things} you said needed no answer but this: thank you, we heard."))
    if items:
        yield Heading(2, "Also said")
        yield Bullets(tuple(items))


def parked(snapshot: PublicSnapshot) -> Iterator[Block]:
    """Yield what was not for this session, and who has it now."""
    if snapshot.parked:
        yield Heading(2, "Parked, and who has it now")
        yield Bullets(tuple(_parked(p, "Nobody has it yet.") for p in snapshot.parked))
    if snapshot.passed_on:
        yield Heading(2, "Passed on")
        yield Bullets(tuple(_parked(p, "We have not written down to whom.") for p in snapshot.passed_on))


def _parked(thing: PublicParked, nobody: str) -> Paragraph:
    who = f"Who has it now: {sentence(thing.who_has_it)}" if thing.who_has_it else nobody
    return Paragraph((Run(thing.text, lang=language(thing.lang), dir=thing.dir), Run(f"\n{who}", tone=Tone.QUIET)))


def access(snapshot: PublicSnapshot) -> Iterator[Block]:
    """Yield how many problems there were with taking part, and what was done."""
    many = snapshot.access.how_many
    if not many:
        return
    yield Heading(2, "Problems with taking part")
    yield plain(f"{counted(many, 'thing', 'things')} made it hard for someone to take part.")
    if snapshot.access.what_was_done:
        yield plain("What we did, or will do, about it:")
        yield Bullets(tuple(plain(done) for done in snapshot.access.what_was_done))
    else:
        yield plain("We have not written down what was done about it.")
