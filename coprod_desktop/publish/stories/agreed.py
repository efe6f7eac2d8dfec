"""A paper people agreed on, as a document: what stands below its headings, who signed up, and document control."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from coprod_desktop.domain.agreed_kinds import AgreedKind, StartHeading
from coprod_desktop.publish.copy_code import copy_code
from coprod_desktop.publish.dates import in_words
from coprod_desktop.publish.document import (
    Block,
    Bullets,
    Document,
    Facts,
    Heading,
    Mark,
    Paragraph,
    Run,
    Table,
    Tone,
)
from coprod_desktop.publish.easy.agreed import in_easy_read
from coprod_desktop.publish.imprint import imprint
from coprod_desktop.publish.paper import Event, Paper, Spreadsheet
from coprod_desktop.publish.public_agreed import PartVoice, PublicAgreed
from coprod_desktop.publish.stories.words import plain, quiet, sentence, with_addresses

DRAFT = "Draft: not agreed yet"
NOT_WRITTEN = "Not written yet."
CONTROL = "About this paper"
_RULE = "_" * 40
_LINES = 3
"""Lines to write on below a heading of a form."""
_ITEM = re.compile(r"\s*[-–•*]\s+(?=\S)")


def agreed_paper(found: PublicAgreed) -> Paper:
    """Return the paper in the shapes its formats need. A draft says so on its face and at the head of every page."""
    document = Document(
        title=found.title,
        lang="en-GB",
        author=found.group or "",
        subject=f"{found.words}. Version {found.n}. {found.how}",
        blocks=(*_head(found), *_body(found), *_signed(found), *_control(found)),
        running_head=DRAFT if found.draft else found.title,
    )
    document = imprint(document, found)
    easy = replace(in_easy_read(found), fingerprint=document.fingerprint)
    return Paper(kind=found.kind, document=document, sheet=_sheet(found), events=tuple(_review(found)), easy=easy)


def blank_form(kind: AgreedKind, organisation: str) -> Paper:
    """Return a kind of paper as it comes, to be written on. It holds nobody's words but the program's."""
    blocks = (
        *((quiet(organisation),) if organisation else ()),
        Heading(1, kind.words),
        *((plain(kind.about),) if kind.ready else ()),
        *(block for one in kind.headings for block in _to_fill(one)),
    )
    document = Document(
        title=kind.words, lang="en-GB", author=organisation, subject="A form to fill in together", blocks=blocks,
        running_head=kind.words,
    )  # fmt: skip
    return Paper(kind=kind.name, document=replace(document, fingerprint=copy_code(blocks)))


def _to_fill(one: StartHeading) -> Iterator[Block]:
    yield Heading(2, one.heading)
    if one.start:
        yield from below(one.start)
        return
    yield quiet(one.hint)
    if one.asks:
        yield Facts(tuple((ask, plain(_RULE)) for ask in one.asks))
    else:
        yield from (plain(_RULE) for _ in range(_LINES))


def _head(found: PublicAgreed) -> Iterator[Block]:
    if found.group:
        yield quiet(found.group)
    yield Heading(1, found.title)
    if found.words.casefold() != found.title.casefold():
        yield quiet(found.words)
    if found.draft:
        by = f" It was checked by {sentence(found.checked_by)}" if found.checked_by else ""
        words = f"This is a draft. It is not agreed yet, and can still change.{by}"
        yield Paragraph((Run(words, tone=Tone.WAITING, strong=True),), mark=Mark.WARN)
    elif found.agreed_on:
        again = f" We look at it again by {in_words(found.review_by)}." if found.review_by else ""
        yield plain(f"Agreed on {in_words(found.agreed_on)}.{again}")
    if found.subject:
        yield plain(sentence(found.subject))


def _body(found: PublicAgreed) -> Iterator[Block]:
    for part in found.parts:
        if part.text is None:
            if found.headings_alone:
                yield Heading(2, part.heading)
            elif found.draft:
                yield Heading(2, part.heading)
                yield Paragraph((Run(NOT_WRITTEN, tone=Tone.WAITING),))
            continue
        yield Heading(2, part.heading)
        yield from below(part.text, part.voice, part.asks)


def below(text: str, voice: PartVoice = PartVoice.OURS, asks: Sequence[str] = ()) -> Iterator[Block]:
    """Yield the words below a heading: lines, lists, what was asked for with its answer, somebody else's as theirs."""
    if voice is PartVoice.QUOTED:
        words = text.strip().strip("“”\"‘’'").strip()
        yield replace(with_addresses(f"“{words}”"), quote=True, with_next=True)
        return
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    for kind, run in _runs(lines, asks):
        if kind == "item":
            yield Bullets(tuple(with_addresses(_ITEM.sub("", line, count=1)) for line in run))
        elif kind == "asked":
            yield Facts(tuple((label, with_addresses(value)) for label, value in map(_split, run) if value))
        else:
            yield from map(with_addresses, run)


def _runs(lines: Sequence[str], asks: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield lines that belong together: ("item" | "asked" | "line", the lines)."""
    kind, run = "", list[str]()
    for line in lines:
        now = "item" if _ITEM.match(line) else "asked" if _split(line)[0] in asks else "line"
        if run and now != kind:
            yield kind, run
            run = []
        kind = now
        run.append(line)
    if run:
        yield kind, run


def _split(line: str) -> tuple[str, str]:
    label, colon, value = line.partition(":")
    return (label.strip(), value.strip()) if colon else ("", line)


def _signed(found: PublicAgreed) -> Iterator[Block]:
    if not found.signed and not found.signed_more:
        return
    yield Heading(2, "Who signed up")
    named = [plain(f"{name}, {in_words(on)}") for name, on in found.signed]
    if found.signed_more:
        more = "more " if named else ""
        named.append(plain(sentence(f"{found.signed_more} {more}people signed up")))
    yield Bullets(tuple(named))


def _control(found: PublicAgreed) -> Iterator[Block]:
    rows = (
        ("Version", f"{found.n}. {found.how}"),
        ("Owner", found.owner),
        ("Approved by", found.approved_by),
        ("Checked by", found.checked_by),
        ("Published", in_words(found.published_on) if found.published_on else None),
        ("Looked at again", _every(found.review_months)),
        ("Next time", f"By {in_words(found.review_by)}" if found.review_by else None),
        ("What changed in this version", found.changed),
    )
    yield Heading(2, CONTROL)
    yield Facts(tuple((label, plain(sentence(text))) for label, text in rows if text))
    if found.before:
        newest_first = sorted(found.before, key=lambda one: -one.n)
        versions = tuple((str(one.n), one.how, one.changed or "") for one in newest_first)
        yield Table("Earlier versions", ("Version", "How it stood", "What changed"), versions)
    if found.subject_before:
        others = tuple((title, in_words(on)) for title, on in found.subject_before)
        yield Table("What else was agreed about this in three years", ("Paper", "Agreed on"), others)


def _every(months: int | None) -> str | None:
    if not months:
        return None
    if months % 12 == 0:
        return "Every year" if months == 12 else f"Every {months // 12} years"
    return "Every month" if months == 1 else f"Every {months} months"


def _sheet(found: PublicAgreed) -> Spreadsheet | None:
    """Return what was asked for below each heading as a list: of an improvement plan, its aims."""
    asks = tuple(dict.fromkeys(ask for part in found.parts for ask in part.asks))
    rows = []
    for part in found.parts:
        told = dict(_split(line) for line in (part.text or "").splitlines())
        if any(told.get(ask) for ask in asks):
            rows.append((part.heading, *(told.get(ask) or None for ask in asks)))
    return Spreadsheet(title="Aims", columns=("Heading", *asks), rows=tuple(rows)) if rows else None


def _review(found: PublicAgreed) -> Iterator[Event]:
    if found.review_by and not found.draft:
        yield Event(
            uid=f"{found.uid}-review",
            day=found.review_by,
            summary=f"Look again at: {found.title}",
            description=f"Version {found.n}. {sentence(found.how)}",
            remind_days=14,
        )
