"""A version of an agreed paper as papers are told from it, before the gate; and what of such papers stands on agendas."""

from __future__ import annotations

from collections.abc import Iterable

from coprod_desktop.domain.agreed import AgreedWords, Signed, SubjectBefore, VersionBefore, for_agendas
from coprod_desktop.domain.agreed_record import PaperVersion
from coprod_desktop.store.agreed import PaperHeld


def of(held: PaperHeld, version: PaperVersion, same_subject: Iterable[PaperHeld] = ()) -> AgreedWords:
    """Return one version with all that is printed of it; `same_subject` are other papers that were agreed about it."""
    paper = held.paper
    return AgreedWords(
        id=paper.id,
        kind=paper.kind,
        title=paper.title,
        n=version.n,
        state=version.state,
        on=version.on,
        parts=version.parts,
        subject=paper.subject,
        group=held.group,
        owner=paper.owner,
        approved_by=paper.approved_by,
        changed=version.changed,
        checked_by=version.checked_by,
        agreed_on=version.agreed_on,
        published_on=version.published_on,
        review_by=version.review_by,
        review_months=paper.review_every_months,
        signed=tuple(Signed(name=one.name, on=one.on, person=one.person_id) for one in held.signed),
        before=tuple(
            VersionBefore(n=one.n, state=one.state, on=one.on, changed=one.changed, agreed_on=one.agreed_on)
            for one in held.versions
            if one.n < version.n
        ),
        subject_before=tuple(
            SubjectBefore(title=other.paper.title, agreed_on=holds.agreed_on)
            for other in same_subject
            if (holds := other.agreed) is not None and holds.agreed_on is not None
        ),
    )


def on_agendas(there: Iterable[PaperHeld]) -> tuple[AgreedWords, ...]:
    """Return what agendas show of papers: of each the version that was agreed last."""
    return tuple(for_agendas(of(held, held.agreed)) for held in there if held.agreed is not None)
