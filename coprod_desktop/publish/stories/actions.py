"""The public list of actions over all sessions: every promise once, what is late first, each with its session."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from coprod_desktop.domain.promises import Standing, score_of
from coprod_desktop.errors import UserError
from coprod_desktop.publish.calendar_days import follow_up_days
from coprod_desktop.publish.dates import in_words
from coprod_desktop.publish.document import Block, Bullets, Document, Heading, Paragraph, Run
from coprod_desktop.publish.easy.progress import actions
from coprod_desktop.publish.imprint import imprint
from coprod_desktop.publish.paper import Paper, Spreadsheet
from coprod_desktop.publish.snapshot import PublicSnapshot
from coprod_desktop.publish.stories import log
from coprod_desktop.publish.stories.promised import EARLIER, Promised, promised
from coprod_desktop.publish.stories.words import plain, quiet, sentence

KIND = "action-list"
TITLE = "What we promised, and how it stands"
COLUMNS = ("What we promised", "Who", "By when", "How it stands", "Why", "Promised at")
_PARTS = (
    ("Late, or not done", (Standing.OVERDUE,)),
    ("Not due yet", (Standing.NOT_DUE,)),
    ("Done", (Standing.KEPT, Standing.KEPT_LATE)),
    ("Changed to no", (Standing.CHANGED_TO_NO,)),
)


def action_list(snapshots: Sequence[PublicSnapshot], as_of: date) -> Paper:
    """Return the list, as a paper, as rows and as days. UserError when nothing was promised."""
    ordered = log.in_order(snapshots)
    found = promised(ordered)
    if not found:
        raise UserError("Nothing was promised in these sessions.", "Choose other dates. No list was made.")
    document = Document(
        title=TITLE,
        lang="en-GB",
        author=log.organisation(ordered),
        subject=f"{TITLE}, {log.period(ordered)}",
        blocks=(*_head(ordered, found, as_of), *_parts(found)),
        running_head=TITLE,
    )
    document = imprint(document, *ordered)
    return Paper(
        kind=KIND,
        document=document,
        sheet=Spreadsheet(title="Actions", columns=COLUMNS, rows=tuple(_row(p) for p in _sorted(found))),
        events=tuple(day for snapshot in ordered for day in follow_up_days(snapshot)),
        easy=replace(actions(ordered, as_of), fingerprint=document.fingerprint),
    )


def _head(snapshots: Sequence[PublicSnapshot], found: Sequence[Promised], as_of: date) -> Iterator[Block]:
    if name := log.organisation(snapshots):
        yield quiet(name)
    yield Heading(1, TITLE)
    yield Paragraph((Run(sentence(score_of([p.standing for p in found]) or ""), strong=True),))
    yield plain(f"Sessions from {log.period(snapshots)}. As things stood on {in_words(as_of)}.")


def _parts(found: Sequence[Promised]) -> Iterator[Block]:
    for heading, standings in _PARTS:
        if items := [p for p in _sorted(found) if p.standing in standings]:
            yield Heading(2, heading)
            yield Bullets(tuple(map(_item, items)))


def _sorted(found: Sequence[Promised]) -> list[Promised]:
    """Return promises by how they stand, late ones first, then by their day."""
    order = [standing for _, standings in _PARTS for standing in standings]
    return sorted(found, key=lambda p: (order.index(p.standing), p.due or date.max))


def _item(promise: Promised) -> Paragraph:
    parts = (
        promise.owner or "Nobody is named",
        f"By {in_words(promise.due)}" if promise.due else "No date was given",
        promise.stands,
        f"Why: {promise.why}" if promise.why else "",
        promise.promised_where,
    )
    rest = " ".join(dict.fromkeys(sentence(part) for part in parts if part))
    return Paragraph((Run(sentence(promise.what), strong=True), Run(f"\n{rest}")))


def _row(promise: Promised) -> tuple[str | date | None, ...]:
    return (promise.what, promise.owner, promise.due, promise.stands, promise.why, promise.promised_at or EARLIER)
