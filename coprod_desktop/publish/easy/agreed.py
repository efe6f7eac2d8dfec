"""A paper people agreed on, in Easy Read: a first draft for people to shorten and check, told from the same words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from coprod_desktop.publish.dates import in_words
from coprod_desktop.publish.document import Paragraph, Picture, Run
from coprod_desktop.publish.easy import cover, signs
from coprod_desktop.publish.easy.leaf import code_of
from coprod_desktop.publish.easy.points import told
from coprod_desktop.publish.easy.shorten import without_brackets, without_gaps
from coprod_desktop.publish.easy.telling import Part, Place, Sentence, Telling, Topic, plainly, source_of
from coprod_desktop.publish.imprint import accent_of
from coprod_desktop.publish.public_agreed import PartVoice, PublicAgreed, PublicPart
from coprod_desktop.publish.stories.words import sentence, with_addresses

_ITEM = re.compile(r"^\s*(?:[-–•*]|\d+[.)])\s+")


def in_easy_read(found: PublicAgreed) -> Telling:
    """Return the paper as Easy Read tells it: what it is, a topic a heading, who signed up."""
    topics = tuple(topic for n, part in enumerate(found.parts) if (topic := _topic(n, part)) is not None)
    alone = [part.heading for part in found.parts if part.text is None] if found.headings_alone else []
    if alone:
        rows = tuple(sentence for heading in alone for sentence in told(heading))
        topics = (*topics, Topic("alone", found.words, (Part(Place.MORE, rows),), source=source_of(alone)))
    signed = tuple(_signed(found))
    if signed:
        topics = (*topics, Topic("signed", "Who signed up", (Part(Place.MORE, signed),), source=source_of(signed)))
    front = tuple(_front(found))
    logo = found.brand.logo if found.brand else None
    return Telling(
        title=found.title,
        subject=f"{found.words}, version {found.n}",
        cover=Topic("", found.title, (Part(Place.MORE, front),), source=source_of(found.title, found.how)),
        topics=topics,
        author=found.group or (found.brand and found.brand.name) or "",
        running_head="Not agreed yet" if found.draft else "",
        unfinished="not agreed yet" if found.draft else "",
        accent=accent_of(found.brand),
        logo=Picture(logo.data, logo.alt, logo.width, logo.height) if logo else None,
    )


def _front(found: PublicAgreed) -> Iterator[Sentence]:
    what = found.easy or "This is a paper of our group."
    title = without_brackets(without_gaps(found.title))
    words = Paragraph((Run(title, strong=True), Run(f"\n{what}")))
    yield Sentence(words, signs.PAPER, ours=True, fixed=True)
    if found.draft:
        yield plainly("Nobody has agreed to this paper yet.\nIt can still change.", signs.WAITING, fixed=True)
    elif found.agreed_on:
        yield plainly(f"We agreed on this paper on {in_words(found.agreed_on)}.", code_of(found.agreed_on), fixed=True)
    if found.review_by and not found.draft:
        day = f"We look at it again by {in_words(found.review_by)}."
        yield plainly(f"{day}\nThen it can change.", code_of(found.review_by), fixed=True)
    yield from told(found.subject, signs.ABOUT)
    yield from cover.whom_to_ask(found)


def _topic(n: int, part: PublicPart) -> Topic | None:
    if part.text is None:
        return None
    rows = tuple(_sentences(part))
    if not rows:
        return None
    return Topic(f"part-{n}", part.heading, (Part(Place.MORE, rows),), source=source_of(part.heading, part.text))


def _sentences(part: PublicPart) -> Iterator[Sentence]:
    text = part.text or ""
    if part.voice is PartVoice.QUOTED:
        words = text.strip().strip("“”\"‘’'").strip()
        yield plainly("Other people wrote these words. We chose them.", signs.SAID, fixed=True)
        yield Sentence(replace(with_addresses(f"“{words}”"), quote=True), None, fixed=True)
        return
    for line in text.splitlines():
        line = _ITEM.sub("", line).strip()
        label, colon, value = line.partition(":")
        if colon and label in part.asks:
            if value.strip():
                yield from map(_linked, told(f"{label}: {value.strip()}"))
        else:
            yield from map(_linked, told(line))


def _linked(row: Sentence) -> Sentence:
    """Return a sentence whose web addresses are links; one with none stays as it is."""
    return replace(row, words=with_addresses(row.text)) if "://" in row.text else row


def _signed(found: PublicAgreed) -> Iterator[Sentence]:
    for name, on in found.signed:
        yield plainly(f"{name} signed up on {in_words(on)}.", signs.DONE)
    if found.signed_more:
        more = "more " if found.signed else ""
        yield plainly(sentence(f"{found.signed_more} {more}people signed up"), signs.PEOPLE)
