"""A point for Easy Read: what people said, and what we say, on one page, in two to four short sentences each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from coprod_desktop.domain import answers
from coprod_desktop.domain.words import UPDATE_WORDS, AnswerKind
from coprod_desktop.publish.dates import day_of, in_words
from coprod_desktop.publish.document import YOU_SAID, Paragraph, Run, Tone
from coprod_desktop.publish.easy import signs
from coprod_desktop.publish.easy.leaf import code_of
from coprod_desktop.publish.easy.meanings import meanings
from coprod_desktop.publish.easy.shorten import ended, shorter, without_gaps
from coprod_desktop.publish.easy.telling import (
    MOST_WORDS,
    Part,
    Place,
    Sentence,
    Topic,
    plainly,
    source_of,
    word_count,
)
from coprod_desktop.publish.snapshot import PublicPoint, PublicQuote, PublicUnanswered
from coprod_desktop.publish.stories.words import counted, language

_REASONS = {
    "money": "We do not have enough money.",
    "staffing": "We do not have enough staff.",
    "staff": "We do not have enough staff.",
    "the law or a contract": "The law or a contract does not let us.",
    "safety": "It may not be safe.",
    "not ours to decide": "It is not for us to decide.",
    "not part of this project": "It is not part of this project.",
    "decided before we asked": "It was decided before we asked you. We should have said so.",
    "the room decided": "The people in the room decided.",
    "it would make things worse for someone else": "It would make things worse for someone else.",
    "it cannot be built or bought yet": "Nobody can build it or sell it yet.",
    "we tried and it did not work": "We tried it. It did not work.",
    "we do not agree": "We do not agree.",
}
"""The kinds of reason of practice B6, each as a sentence."""
_DO = {
    AnswerKind.DONE: ("{} did this.", "We did it on {}."),
    AnswerKind.ALREADY: ("{} does this.", "We will do it by {}."),
    AnswerKind.NOT_DECIDED: ("{} will find out.", "We will tell you by {}."),
    AnswerKind.PASSED_ON: ("{} has it now.", "We gave it to them on {}."),
}
_USUAL = ("{} will do this.", "We will do it by {}.")


def point_topic(point: PublicPoint, printed: set[str], *, kind: str, waiting: Sequence[PublicUnanswered] = ()) -> Topic:
    """Return a point as a page. `printed` holds the quotations that stand somewhere already; its own is added."""
    words = tuple(_you_said(point))
    has_sign = any(sentence.suggested == signs.SAID for sentence in words)
    quotes = (replace(q, suggested=None) if has_sign else q for q in _quotes(point, printed))
    theirs = (sentence for thing in waiting for sentence in _of_waiting(thing))
    said = Part(Place.YOU_SAID, (*words, *said_by(point), *quotes, *theirs))
    return Topic(
        key=point.uid,
        title=f"{point.number}. {YOU_SAID}" if point.number else YOU_SAID,
        tone=Tone.YOU_SAID,
        parts=(said, _answer(point)),
        source=source_of(kind, replace(point, going=None, id="")),
    )


def _of_waiting(thing: PublicUnanswered) -> Iterator[Sentence]:
    """Yield the words of a line that a point without an answer was written from."""
    if thing.quote is not None:
        yield from (replace(sentence, suggested=None) for sentence in quoted(thing.quote))
    elif thing.summary is not None:
        yield from told(thing.summary)


def offered(text: str, otherwise: str | None = None) -> Sentence:
    """Return one sentence of people's or staff's own, with the picture of its sense."""
    return Sentence(Paragraph((Run(text),)), meanings().offer(text) or otherwise)


def told(text: str | None, first: str | None = None, *, theirs: bool = False) -> Iterator[Sentence]:
    """Yield a text as short sentences; `first` is the picture of the first when its sense has none."""
    for piece in shorter(text, theirs=theirs) if text else ():
        yield offered(piece, first)
        first = None


def _you_said(point: PublicPoint) -> Iterator[Sentence]:
    yield from told(point.you_said, signs.SAID, theirs=True)
    if not point.quotes:
        for summary in point.summaries[:1]:
            yield from told(summary)


def said_by(point: PublicPoint) -> Iterator[Sentence]:
    """Yield how many people said it, from three up."""
    if point.said_by:
        yield plainly(f"{counted(point.said_by, 'person', 'people')} said this.", signs.PEOPLE, fixed=True, joins=True)


def _quotes(point: PublicPoint, printed: set[str]) -> Iterator[Sentence]:
    first = next((quote for quote in point.quotes if quote.words not in printed), None)
    if first is not None:
        printed.add(first.words)
        yield from quoted(first)


def quoted(quote: PublicQuote) -> Iterator[Sentence]:
    """Yield somebody's own words between quotation marks, as they are, and who said them; then what they are in English.

    The English has a row of its own: the two may be read from different sides.
    """
    runs = [Run(f"“{quote.words}”", lang=language(quote.lang), dir=quote.dir)]
    if quote.signed:
        runs.append(Run(f" – {without_gaps(quote.signed)}", tone=Tone.QUIET))
    yield Sentence(Paragraph(tuple(runs), quote=True), signs.TALK, fixed=True)
    if quote.translation:
        english = [Run("In English: ", tone=Tone.QUIET), Run(f"“{quote.translation}”")]
        if not quote.translation_checked:
            english.append(Run("\nNobody has checked these English words yet.", tone=Tone.QUIET))
        yield Sentence(Paragraph(tuple(english), quote=True), fixed=True)


# ---- our answer


def _answer(point: PublicPoint) -> Part:
    if point.answer is None:
        words = plainly("We have no answer yet.", signs.WAITING, tone=Tone.WAITING)
        return Part(Place.WE_WILL, (words, *silence(point), *missing(point)), "Not answered yet", Tone.WAITING)
    row = answers.row(point.answer)
    tone, sign = signs.OF_LOOK[row.look]
    sentences = [*told(point.text), *_who_and_when(point), *why(point), *silence(point), *_before(point)]
    sentences += [*missing(point), *going(point)]
    if not sentences:
        sentences = [plainly(f"{row.words}.")]
    if sentences[0].suggested is None:
        sentences[0] = replace(sentences[0], suggested=sign)
    return Part(Place.WE_WILL, tuple(sentences), row.words, tone)


def _who_and_when(point: PublicPoint) -> Iterator[Sentence]:
    answer = point.answer or AnswerKind.WILL
    if answers.is_no(answer):
        return
    who, when = _DO.get(answer, _USUAL)
    if point.tells and answer in {AnswerKind.WILL, AnswerKind.PARTLY}:
        when = "We will tell you more by {}."
    if point.owner:
        yield does(who, point.owner)
    if point.no_date and point.asked:
        yield from asked(point.asked)
    elif point.due:
        yield replace(on_day(when, point.due), joins=bool(point.owner))


def does(words: str, who: str) -> Sentence:
    """Return who does it: "Priti Vaghela will do this."; a long list of people on a line of its own."""
    who = without_gaps(who).strip().rstrip(".")
    line = words.format(f"{who[:1].upper()}{who[1:]}" if words.startswith("{}") else who)
    return plainly(line if word_count(line) <= MOST_WORDS else ended(who))


def on_day(words: str, day: date) -> Sentence:
    """Return a sentence with a date and that day's own picture."""
    return plainly(words.format(in_words(day)), code_of(day))


def asked(text: str) -> Iterator[Sentence]:
    """Yield whom we asked, and by when we tell: the snapshot has it as one sentence."""
    text = text.removeprefix("No date given: ")
    first, _, by = text.partition(", and will tell you by ")
    first, _, again = first.partition(", and again on ")
    yield plainly(ended(first), signs.WAITING)
    if again:
        yield plainly(f"We asked again on {again}.", joins=True)
    if (day := day_of(by)) is not None:
        yield on_day("We will tell you by {}.", day)


def why(point: PublicPoint) -> Iterator[Sentence]:
    """Yield the reason, and when we look at it again."""
    part = point.answer is AnswerKind.PARTLY and (point.reason or point.reason_category)
    lines = ["We cannot do all of it."] * bool(part)
    if point.reason_category:
        lines.append(reason(point.reason_category))
    if lines:
        yield plainly("\n".join(lines))
    yield from told(point.reason)
    if point.look_again:
        yield from look_again(point.look_again)


def because(text: str | None) -> Iterator[Sentence]:
    """Yield a reason that begins with its kind, as papers over several meetings have it: "Money. It would cost £9."."""
    kind, _, rest = (text or "").partition(". ")
    if kind.rstrip(".").casefold() in _REASONS:
        yield plainly(reason(kind))
        text = rest
    yield from told(text)


def reason(category: str) -> str:
    """Return a kind of reason as a sentence."""
    kind = category.strip().rstrip(".")
    return _REASONS.get(kind.casefold()) or ended(f"The reason is: {without_gaps(kind)}")


_WHEN = re.compile(
    r"(?:when|once|if|after|before|as soon as|in|on|at|by|next|every|each|early|late|during|until|this)\b",
    re.IGNORECASE,
)
_IN = re.compile(
    r"(?:(?:early |mid[ -]?|late )?(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December|spring|summer|autumn|winter)(?: \d{4})?|\d{4})\.?",
    re.IGNORECASE,
)


def look_again(words: str) -> Iterator[Sentence]:
    """Yield when a no is looked at again, as one whole sentence: "in February 2027", "when the contract ends"."""
    day = day_of(words)
    if day is not None:
        yield on_day("We will look at this again on {}.", day)
        return
    again, when = "We will look at this again", shorter(words)
    first = " ".join(when).rstrip(".")
    if _IN.fullmatch(first):
        yield plainly(f"{again} in {first[:1].lower() if first[0] in 'SAW' else first[:1]}{first[1:]}.", signs.AGAIN)
    elif _WHEN.match(first) and len(when) == 1 and word_count(f"{again} {first}") <= MOST_WORDS:
        yield plainly(f"{again} {first[:1].lower()}{first[1:]}.", signs.AGAIN)
    else:
        yield plainly(f"{again}.", signs.AGAIN)
        yield from _this_is_when(when)


def _this_is_when(sentences: Sequence[str]) -> Iterator[Sentence]:
    """Yield when something is to be, after a word that says so: what was typed may be no sentence."""
    if sentences:
        yield plainly("This is when:", joins=True)
        yield from (replace(offered(one), joins=True) for one in sentences)


def silence(point: PublicPoint) -> Iterator[Sentence]:
    """Yield whom we asked and who did not answer."""
    if point.silence:
        words = f"We asked {point.silence[6:]}" if point.silence.startswith("Asked ") else point.silence
        yield from told(words, signs.WAITING)
    yield from told(point.said_back, signs.CHANGED)


def _before(point: PublicPoint) -> Iterator[Sentence]:
    if point.before:
        yield plainly("Before this we gave another answer.", signs.CHANGED)
        yield from told(point.before)


def missing(point: PublicPoint) -> Iterator[Sentence]:
    """Yield what the answer does not say yet, while it is a draft."""
    if point.missing:
        yield plainly(f"We still have to say: {point.missing}.", signs.WAITING, fixed=True)


def going(point: PublicPoint) -> Iterator[Sentence]:
    """Yield how the promise is going by the paper's day, and what was heard of it. It follows from the day: nobody changes it."""
    if point.going:
        yield from standing(point.going, signs.WARN if point.late else None)
    for update in point.updates:
        heard = " ".join(plain_standing(UPDATE_WORDS[update.state]))
        yield plainly(f"{in_words(update.on)}:\n{heard}", code_of(update.on), fixed=True)
        for one in told(update.text):
            yield replace(one, fixed=True)


def standing(words: str, sign: str | None) -> Iterator[Sentence]:
    """Yield how a promise stands, as one row of short sentences."""
    yield plainly("\n".join(plain_standing(words)), sign, fixed=True)


def plain_standing(words: str) -> Iterator[str]:
    """Yield what the other papers say of a promise ("Done, 70 days late") in plain whole sentences."""
    for piece in _PARTS.split(words):
        told_so = next((found for found in ((p.fullmatch(piece), say) for p, say in _STANDS) if found[0]), None)
        if told_so is not None and told_so[0] is not None:
            yield told_so[0].expand(told_so[1])
        elif piece.strip():
            yield ended(piece)


_PARTS = re.compile(r"\.\s+|\.$|, (?=not due yet|no date was given|and nobody)")
_STANDS = tuple(
    (re.compile(pattern, re.IGNORECASE), say)
    for pattern, say in (
        (r"done, on time", "We did this on time."),
        (r"done, (\d+ days?) late", r"We did this \1 late."),
        (r"done", "We did this."),
        (r"part done", "We did part of this."),
        (r"in hand", "We are working on this."),
        (r"late", "This is late."),
        (r"not done yet", "We have not done this yet."),
        (r"we did part of this, not all", "We did part of this.\nWe did not do all of it."),
        (r"it is (\d+ days?) late", r"It is \1 late."),
        (r"no word about it for (\d+ days?)", r"We heard nothing about it for \1."),
        (r"not due yet", "The day has not come yet."),
        (r"no date was given", "Nobody has given a day."),
        (r"changed to no", "The answer is now no."),
        (r"the date passed (\d+ days?) ago", r"The day was \1 ago."),
        (r"and nobody has said whether it is done", "Nobody has told us if we did it."),
    )
)
"""What domain.promises says of a promise, and the same in whole short sentences."""
