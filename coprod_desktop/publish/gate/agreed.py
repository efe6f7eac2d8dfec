"""What may be printed of a paper people agreed on. It goes through the same door as everything people read."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from coprod_desktop.domain import agreed
from coprod_desktop.domain.agreed import AgreedWords
from coprod_desktop.domain.agreed_kinds import AgreedKind, StartHeading
from coprod_desktop.domain.measures import in_fives
from coprod_desktop.publish.gate.door import Door
from coprod_desktop.publish.gate.people import People
from coprod_desktop.publish.public_agreed import PartVoice, PublicAgreed, PublicPart, PublicVersion
from coprod_desktop.publish.public_text import PublicText
from coprod_desktop.publish.snapshot import PublicOnAgenda


def view(door: Door, words: AgreedWords, kind: AgreedKind, people: People) -> PublicAgreed:
    """Return a version as it may be printed. UserError while something in it is not settled."""

    def written(text: str | None) -> PublicText | None:
        return door.written(words.id, text)

    checked = written(words.checked_by)
    named = tuple(_signed(door, words, people))
    return PublicAgreed(
        kind=words.kind,
        words=door.own(kind.words),
        easy=door.own(kind.easy),
        title=written(words.title) or door.own(kind.words),
        subject=written(words.subject),
        group=written(words.group),
        n=words.n,
        how=door.own(agreed.says(words.state, words.agreed_on, checked)),
        draft=not kind.ready and not agreed.is_final(words.state),
        on=words.on,
        agreed_on=words.agreed_on,
        published_on=words.published_on,
        review_by=words.review_by,
        review_months=words.review_months,
        owner=door.named(words.id, words.owner),
        approved_by=door.named(words.id, words.approved_by),
        checked_by=checked,
        changed=written(words.changed),
        parts=tuple(_parts(door, words, kind)),
        headings_alone=kind.agenda,
        before=tuple(
            PublicVersion(
                n=one.n, on=one.agreed_on or one.on, how=door.own(agreed.says(one.state, one.agreed_on, None)),
                changed=written(one.changed),
            )
            for one in words.before
        ),
        subject_before=tuple(
            (written(one.title) or door.own("Another paper"), one.agreed_on) for one in words.subject_before
        ),
        signed=named,
        signed_more=in_fives(more) if (more := len(words.signed) - len(named)) else "",
        uid=words.id,
    )  # fmt: skip


def _parts(door: Door, words: AgreedWords, kind: AgreedKind) -> Iterator[PublicPart]:
    for heading, text in words.parts:
        said = kind.heading(heading)
        yield PublicPart(
            heading=door.written(words.id, heading) or door.own("Something else"),
            text=door.written(words.id, text),
            voice=_voice(said),
            asks=tuple(map(door.own, said.asks if said else kind.asks)),
        )


def _voice(said: StartHeading | None) -> PartVoice:
    if said is None or not (said.quote or said.source):
        return PartVoice.OURS
    return PartVoice.QUOTED if said.quote else PartVoice.SOURCE


def _signed(door: Door, words: AgreedWords, people: People) -> Iterator[tuple[PublicText, datetime.date]]:
    """Yield who signed up and is printed: people as they chose, everyone else as they signed."""
    for one in words.signed:
        if not one.person:
            found = door.named(words.id, one.name)
        else:
            called = people.called(one.person)
            found = door.own(called) if called else None
        if found:
            yield found, one.on


def on_agenda(door: Door, words: AgreedWords) -> PublicOnAgenda:
    """Return what an agenda shows of it."""
    headings = (door.written(words.id, heading) for heading, _text in words.parts)
    return PublicOnAgenda(
        title=door.written(words.id, words.title) or door.own("What we agreed"),
        headings=tuple(heading for heading in headings if heading is not None),
        agreed_on=words.agreed_on,
    )
