"""What a paper holds: whose words and whose names, noted when it is made, so that it is found when somebody changes their mind."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import NamedTuple

from coprod_desktop.domain.check.printable import PrintableLines
from coprod_desktop.domain.format_table import Format, MadeOf
from coprod_desktop.domain.permission import Circle
from coprod_desktop.domain.record import SessionRecord
from coprod_desktop.publish import paper_kinds
from coprod_desktop.publish.named_on import named_on
from coprod_desktop.publish.paper import Paper, fingerprint
from coprod_desktop.publish.snapshot import PublicSnapshot
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import easy_read

NAMES_NOTED = "names"
"""Stands in what a paper holds when it was also noted whom it names; of older papers nobody knows."""


class ToNote(NamedTuple):
    """What is noted of a paper once it is made."""

    session: str
    kind: str
    circle: Circle
    formats: tuple[str, ...]
    told_from: str
    copy_code: str
    draft: bool
    as_of: datetime.date
    holds: tuple[str, ...]


def to_note(desk: Desk, record: SessionRecord, public: PublicSnapshot, paper: Paper, forms: Sequence[Format]) -> ToNote:
    """Return what is to be noted of a paper in these formats: what it is called, whose words and names it may hold."""
    return ToNote(
        session=record.session.id,
        kind=paper.kind,
        circle=public.circle,
        formats=tuple(form.name for form in forms if not form.private),
        told_from=fingerprint(public),
        copy_code=paper.document.fingerprint,
        draft=public.draft and paper.kind not in paper_kinds.BEFORE,
        as_of=public.as_of,
        holds=tuple(by_paper(desk, record, public, paper, forms)),
    )


def by_paper(
    desk: Desk, record: SessionRecord, public: PublicSnapshot, paper: Paper, formats: Sequence[Format]
) -> list[str]:
    """Return the ids of lines whose words a paper may hold, then NAMES_NOTED and the ids of people it names.

    Easy Read has sentences that people wrote, readers who wished to be named, and words for pictures: it is looked at too.
    """
    said = PrintableLines(record)
    lines = [e.id for e in record.entries if said.may_print(e) and paper.kind not in paper_kinds.BEFORE]
    more: tuple[object, ...] = ()
    if paper.easy is not None and any(form.made_of is MadeOf.EASY_READ for form in formats):
        from coprod_desktop.publish.easy.pages import checked
        from coprod_desktop.publish.easy.written import of_paper

        easy = easy_read.easy_read(desk, record.session.id, paper.kind, fingerprint(public))
        more = (of_paper(paper, easy.written).pages, checked(easy), tuple(easy.chosen.values()))
    return [*lines, NAMES_NOTED, *named_on(record, public, paper.document, *more)]
