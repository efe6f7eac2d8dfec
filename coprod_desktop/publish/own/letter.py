"""A page of thanks to one person, with the answers to what that person said. Private: it is for nobody else.

The snapshot it is told from is one person's: made by the gate from a record with only that person's lines in it. Other
people open post, so the letter hints at nothing that is not in it: it counts nothing, it holds no text with a gap in it
(“[name left out]”), and who has no answers to get reads the same few lines of thanks whatever the reason.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, TypeVar

from coprod_desktop.domain.check.kinds import has_gap
from coprod_desktop.domain.check.words import fold, tidy
from coprod_desktop.publish.dates import in_words
from coprod_desktop.publish.document import Answer, Block, Bullets, Document, Heading, Mark, Paragraph, Run, Tone
from coprod_desktop.publish.easy.letter import ToSomebody
from coprod_desktop.publish.easy.letter import letter as in_easy_read
from coprod_desktop.publish.gate.lines import something_said
from coprod_desktop.publish.imprint import headed
from coprod_desktop.publish.paper import Paper
from coprod_desktop.publish.snapshot import PublicParked, PublicPoint, PublicQuote, PublicSnapshot, PublicUnanswered
from coprod_desktop.publish.stories import asked, head
from coprod_desktop.publish.stories import lines as said
from coprod_desktop.publish.stories.contact import in_one_line
from coprod_desktop.publish.stories.words import language, listed, plain, quiet, sentence

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    Told = TypeVar("Told", bound=DataclassInstance)

KIND = "thank-you"
TITLE = "Our thanks, and our answers"
THANKS = "Our thanks"
ANSWERS = "Our answers"
"""Its name in Easy Read, where there are any."""
PRIVATE = "Private: for one person"
"""What stands in a paper where a name or a number was left out (domain.check.kinds.INSTEAD)."""
_GREETS = re.compile(
    r"(?:dear|annwyl|hello|helo|hi|hiya|hey|to|greetings|good (?:morning|afternoon|evening|day)|bore da|prynhawn da"
    r"|p?nawn da|sh?[ws']*mae|su'?mae|a chara|dia duit|salaam|as-?sala+m\w*|namaste|sat sri akal|kem cho)\b"
)


@dataclass(frozen=True, kw_only=True)
class Addressee:
    """Whom the letter is for. How they are greeted is private; it is nowhere but in the letter."""

    salutation: str | None
    """As they chose, when they chose."""
    came: bool


def letter(snapshot: PublicSnapshot, to: Addressee, co_chairs: Sequence[str], written_on: datetime.date) -> Paper:
    """Return the letter to one person. `co_chairs` are the names of those who sign."""
    snapshot = _without_gaps(snapshot)
    answers = tuple(_said(snapshot))
    title = TITLE if answers else THANKS
    blocks = (
        *((quiet(name),) if (name := _organisation(snapshot)) else ()),
        quiet(f"{PRIVATE}. {in_words(written_on)}"),
        Heading(1, title),
        plain(greeting(to.salutation)),
        _thanks(snapshot, to),
        *(answers or (plain("It takes time and strength to take part. We are glad that you did."),)),
        *(asked.three_questions(snapshot, in_a_letter=True) if answers else ()),
        _close(snapshot, bool(answers)),
        *_signature(snapshot, co_chairs),
    )
    document = Document(
        title=title,
        lang="en-GB",
        author=_organisation(snapshot),
        subject=PRIVATE,
        blocks=blocks,
        running_head=PRIVATE,
        warnings=tuple(snapshot.warnings),
    )
    to_somebody = ToSomebody(
        title=ANSWERS if answers else THANKS,
        private=PRIVATE,
        greeting=greeting(to.salutation),
        came=to.came,
        from_whom="\n".join(_names(snapshot, co_chairs, as_what=False)),
        waiting=[_to_them(something_said(one.kind, one.theme)) for one in snapshot.unanswered],
    )
    document = headed(document, snapshot)
    easy = replace(in_easy_read(snapshot, to_somebody), fingerprint=document.fingerprint)
    return Paper(kind=KIND, document=document, easy=easy)


def has_answers(snapshot: PublicSnapshot) -> bool:
    """Tell whether a letter told from this holds anything but thanks."""
    return next(_said(_without_gaps(snapshot)), None) is not None


def greeting(salutation: str | None) -> str:
    """Return the first line: as somebody chose to be greeted, else "Hello,".

    What they chose stands as it was typed. No name is made from the list: rules cut "Umm" and "Dr" from names.
    """
    chosen = " ".join(tidy(salutation or "").split()).rstrip(" ,")
    if not chosen:
        return "Hello,"
    words = chosen if _GREETS.match(fold(chosen)) else f"Dear {chosen}"
    return words if words[-1] in "!?…:" else f"{words},"


# ---- nothing with a gap in it


def _without_gaps(snapshot: PublicSnapshot) -> PublicSnapshot:
    """Return the snapshot without any text that something was left out of."""
    whole = _whole(snapshot, "title")
    return replace(
        whole,
        points=tuple(map(_whole_point, whole.points)),
        unanswered=tuple(_whole(replace(u, quote=_whole_quote(u.quote))) for u in whole.unanswered),
        also_said=_kept(whole.also_said),
        interests=_kept(whole.interests),
        also_told=tuple(t for t in whole.also_told if not has_gap(t)),
        parked=tuple(_whole(p) for p in whole.parked if not has_gap(p.text)),
        passed_on=tuple(_whole(p) for p in whole.passed_on if not has_gap(p.text)),
        access=replace(whole.access, what_was_done=tuple(t for t in whole.access.what_was_done if not has_gap(t))),
    )


def _whole(value: Told, *keep: str) -> Told:
    """Return a value without those of its texts that have a gap; the fields in `keep` stay as they are."""
    texts = {f.name: getattr(value, f.name) for f in fields(value) if f.name not in keep}
    gone = {name: None for name, text in texts.items() if isinstance(text, str) and has_gap(text)}
    return replace(value, **gone) if gone else value


def _whole_point(point: PublicPoint) -> PublicPoint:
    return replace(
        _whole(point, "you_said"),
        quotes=_kept(point.quotes),
        summaries=tuple(s for s in point.summaries if not has_gap(s)),
        updates=tuple(map(_whole, point.updates)),
    )


def _whole_quote(quote: PublicQuote | None) -> PublicQuote | None:
    return None if quote is None or has_gap(quote.words) else quote


def _kept(quotes: Iterable[PublicQuote]) -> tuple[PublicQuote, ...]:
    return tuple(q for q in quotes if _whole_quote(q) is not None)


# ---- what it says


def _organisation(snapshot: PublicSnapshot) -> str:
    return (snapshot.brand.name if snapshot.brand else None) or snapshot.organisation or ""


def _thanks(snapshot: PublicSnapshot, to: Addressee) -> Paragraph:
    held = Run("our session") if has_gap(snapshot.title) else Run(snapshot.title, strong=True)
    if to.came:
        return Paragraph((Run("Thank you for coming to "), held, Run(f" on {head.days(snapshot)}.")))
    return Paragraph((Run("Thank you for your part in "), held, Run(f", {head.days(snapshot)}.")))


def _said(snapshot: PublicSnapshot) -> Iterator[Block]:
    if snapshot.points:
        yield Heading(2, "What you told us")
        yield from (_answer(point, _under(snapshot, point)) for point in snapshot.points)
    if loose := [thing for thing in snapshot.unanswered if thing.point is None]:
        yield Heading(2, "We still owe you an answer")
        yield Bullets(tuple(map(_waiting, loose)))
    if also := tuple(_also(snapshot)):
        yield Heading(2, "You also told us")
        yield Bullets(also)
    yield from _elsewhere("Parked, and who has it now", snapshot.parked)
    yield from _elsewhere("Passed on", snapshot.passed_on)
    yield from _access(snapshot)


def _under(snapshot: PublicSnapshot, point: PublicPoint) -> list[Paragraph]:
    """Return their own words under a point without an answer, which stand nowhere else then."""
    things = [thing for thing in snapshot.unanswered if str(thing.point) == point.id]
    return [_waiting(thing) for thing in things if thing.quote is not None or thing.summary is not None]


def _answer(point: PublicPoint, waiting: Sequence[Paragraph]) -> Answer:
    """Return one answer, its facts on one line: the letter is meant to be one page."""
    facts = [(f"{label}: ", words) for label, words in said.answer_facts(point)]
    line = tuple(
        run
        for n, (label, words) in enumerate(facts)
        for run in (
            Run(f" {label}" if n else label, tone=Tone.QUIET),
            Run(sentence("".join(r.text for r in words.runs))),
        )
    )
    blocks = [*waiting, *map(_own_words, point.quotes), *map(plain, point.summaries), said.what_we_say(point)]
    blocks += [Paragraph(line)] if line else []
    blocks += [*asked.what_came_of_it(point), *asked.what_came_back(point)]
    blocks += [_going(point)] if point.going else []
    heading = "Something you told us" if has_gap(point.you_said) else point.you_said
    return Answer(heading, tuple(blocks), point.number)


def _going(point: PublicPoint) -> Paragraph:
    last = point.updates[-1].text if point.updates else None
    words = " ".join(sentence(part) for part in (point.going, last) if part)
    return Paragraph((Run("How is it going: ", strong=True), Run(words)), mark=Mark.WARN if point.late else None)


def _waiting(thing: PublicUnanswered) -> Paragraph:
    if thing.quote is not None:
        return _own_words(thing.quote)
    return plain(sentence(thing.summary or _to_them(something_said(thing.kind, thing.theme))))


def _to_them(kind: str) -> str:
    """Return the name of a thing without words ("Something said about Buses") as it is said to who said it."""
    return re.sub(r"^Something said\b", "Something you said", kind)


def _own_words(quote: PublicQuote) -> Paragraph:
    return Paragraph((Run(f"“{quote.words}”", lang=language(quote.lang), dir=quote.dir),), quote=True)


def _also(snapshot: PublicSnapshot) -> Iterator[Paragraph]:
    yield from (_own_words(quote) for quote in (*snapshot.also_said, *snapshot.interests))
    yield from (plain(text) for text in snapshot.also_told)
    if snapshot.what_works:
        yield plain("You told us about something that works well. Thank you.")
    if snapshot.heard:
        yield plain("Some of what you said needed no answer but this: thank you, we heard.")


def _elsewhere(heading: str, things: Sequence[PublicParked]) -> Iterator[Block]:
    if things:
        yield Heading(2, heading)
        yield Bullets(tuple(map(_has_it, things)))


def _has_it(thing: PublicParked) -> Paragraph:
    who = f"Who has it now: {sentence(thing.who_has_it)}" if thing.who_has_it else "Ask us who has it now."
    words = Run(_to_them(thing.text), lang=language(thing.lang), dir=thing.dir)
    return Paragraph((words, Run(f"\n{who}", tone=Tone.QUIET)))


def _access(snapshot: PublicSnapshot) -> Iterator[Block]:
    if not snapshot.access.how_many:
        return
    yield Heading(2, "What made it hard to take part")
    told = "You told us what made it hard to take part. We are sorry."
    if snapshot.access.what_was_done:
        yield plain(f"{told} What we did, or will do, about it:")
        yield Bullets(tuple(plain(sentence(done)) for done in snapshot.access.what_was_done))
    else:
        yield plain(f"{told} Ask us what was done about it.")


def _close(snapshot: PublicSnapshot, answered: bool) -> Paragraph:
    more = "If you want to tell us or ask us anything, please do."
    if answered:
        more = "Is an answer wrong? Tell us. You can change your mind about your words or your name."
    reach = in_one_line(snapshot) or head.whom_to_ask(snapshot)
    return Paragraph((Run(f"{more} "), *reach.runs), with_next=True)


def _signature(snapshot: PublicSnapshot, co_chairs: Sequence[str]) -> Iterator[Paragraph]:
    yield Paragraph((Run("With our thanks,"),), with_next=True)
    yield Paragraph((Run("\n".join(_names(snapshot, co_chairs)), strong=True),))


def _names(snapshot: PublicSnapshot, co_chairs: Sequence[str], *, as_what: bool = True) -> Sequence[str]:
    """Return who the letter is from: the named contact, co-chairs who allow it, the organisation; each said once."""
    contact = (snapshot.brand.contact_name if snapshot.brand else None) or ""
    chairs = [name for name in dict.fromkeys(co_chairs) if name != contact]
    role = "co-chair" if len(chairs) == 1 else "co-chairs"
    led = f"{listed(chairs)}, {role}" if chairs and as_what else listed(chairs)
    lines = (contact, led, _organisation(snapshot))
    return [line for line in dict.fromkeys(lines) if line] or ["Everyone who ran the session"]
