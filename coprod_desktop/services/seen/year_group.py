"""What a report reads beside the sessions: the group, lines of logs that may go out, agreed papers, measures, the ladder."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from coprod_desktop.domain import agreed, measures
from coprod_desktop.domain.agreed_record import AgreedPaper, PaperVersion
from coprod_desktop.domain.group_record import Member, Partner, WorkGroup, gave_and_got
from coprod_desktop.domain.log_record import LogTold
from coprod_desktop.domain.log_told import told
from coprod_desktop.domain.looked_back_record import GroupMeasure, LookedBack, LookedBy, Measured, MeasureUnit
from coprod_desktop.domain.report_kinds import CqcMap, ReportKind
from coprod_desktop.domain.roles import group_of
from coprod_desktop.domain.words import Group
from coprod_desktop.domain.year_record import GroupTold, MeasureTold, PaperTold, RungTold
from coprod_desktop.publish.dates import in_words
from coprod_desktop.publish.stories.words import pounds
from coprod_desktop.publish.stories.year.body import MONEY_LABEL
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.program.content import Content
from coprod_desktop.store import year_group as rows
from coprod_desktop.store.year import Chosen

MOST_LINES = 15
"""Lines of one kind that are told one by one."""
_BACK = "back"
"""The part of the story that tells looking back."""
LEVELS = {"one_to_one": "One to one", "team": "In a team", "strategic": "Strategic"}


@dataclass(frozen=True, kw_only=True)
class BesideSessions:
    """What was read."""

    group: GroupTold | None = None
    log: tuple[LogTold, ...] = ()
    log_more: Mapping[str, int] = field(default_factory=dict)
    papers: tuple[PaperTold, ...] = ()
    measures: tuple[MeasureTold, ...] = ()
    rungs: tuple[RungTold, ...] = ()
    back: Sequence[LookedBack] = ()
    """What was counted when people looked back, the newest first."""
    reported: tuple[tuple[str, datetime.date], ...] = ()


def read(desk: Desk, kind: ReportKind, chosen: Chosen, group: WorkGroup | None, today: datetime.date) -> BesideSessions:
    """Return what a report of this kind tells beside the sessions."""
    content, made = desk.content, desk.content.reports()
    reports_ = [one.name for one in made.kinds]
    names = [name for name in log_kinds(kind, made.cqc) if content.log.of(name).publish]
    with desk.store.read() as connection:
        lines = {name: rows.log(connection, chosen, name, MOST_LINES, members=kind.members) for name in names}
        papers = rows.papers(connection, chosen, reports_, but=True)
        before = rows.papers(connection, chosen, reports_, but=False)
        measured, looked = rows.measures(connection, chosen), rows.looked_back(connection, chosen)
        back = rows.all_looked_back(connection, chosen) if _BACK in kind.parts else ()
        members = rows.members(connection, group.id) if group else ()
        partners = rows.partners(connection, group.id) if group else ()
    return BesideSessions(
        group=_group(group, content.groups.words(group.kind), members, partners, today) if group else None,
        log=tuple(
            one
            for found in lines.values()
            for one in sorted(
                told(content.log, found.lines, members=kind.members), key=lambda line: line.on, reverse=True
            )
        ),
        log_more={name: found.of - len(found.lines) for name, found in lines.items()},
        papers=tuple(_papers(content, papers)),
        measures=tuple(_measures(measured)),
        rungs=tuple(_rungs(looked)),
        back=back,
        reported=tuple(
            (paper.title, version.published_on or version.agreed_on or version.on)
            for paper, version, _signed in before
            if agreed.is_final(version.state)
        ),
    )


def log_kinds(kind: ReportKind, cqc: CqcMap) -> tuple[str, ...]:
    """Return the kinds of log lines that a report tells."""
    found = [name for heading in kind.headings for name in heading.log]
    draws = kind.parts
    for part, kinds in NEEDS_LINES.items():
        if part in draws:
            found += kinds
    if "cqc" in draws:
        found += [name for statement in cqc.statements for name in statement.log]
    return tuple(dict.fromkeys(found))


NEEDS_LINES: Mapping[str, tuple[str, ...]] = {
    "reasons": ("decision",),
    "options": ("decision",),
    "background": ("evidence",),
    "paragraph": ("learning",),
    "proof": ("learning",),
    "done": ("decision", "acted_first", "procurement_stage", "training"),
}
"""Parts of the story that tell lines of the log, whatever the heading asks for."""


# ---- the group


def _group(
    group: WorkGroup,
    kind: str,
    every: Sequence[tuple[Member, str | None]],
    partners: Sequence[Partner],
    today: datetime.date,
) -> GroupTold:
    now = [(one, role) for one, role in every if one.left_on is None or one.left_on > today]
    mix = Counter(Group(one.mix) if one.mix in set(Group) else group_of(role or one.role or "") for one, role in now)
    chairs = [
        Group(one.mix) if one.mix in set(Group) else group_of(role or one.role or "")
        for one, role in now
        if one.co_chair
    ]
    return GroupTold(
        id=group.id,
        name=group.name,
        kind=kind,
        facts=tuple(_facts(group, kind)),
        mix=mix,
        members=len(now),
        co_chairs=len(chairs),
        only_staff_chair=bool(chairs) and set(chairs) == {Group.STAFF},
        partners=tuple((one.name, _what(one)) for one in partners),
        start=group.start,
        committee_on=group.committee_on,
        money_pence=group.money_pence,
    )


def _facts(group: WorkGroup, kind: str) -> Iterator[tuple[str, str]]:
    limit = f"Up to {pounds(group.money_pence)}" if group.money_pence is not None else ""
    money = ". ".join(part for part in (limit, group.money_words or "") if part)
    ends = in_words(group.end) if group.end else "No end date" if group.no_end else ""
    for label, words in (
        ("What it is", kind),
        ("What it is about", group.issue),
        ("Aim", group.aim),
        ("What it may decide", group.may_decide),
        (MONEY_LABEL, money),
        ("Why this many people", group.why_this_many),
        ("Level", LEVELS.get(group.level.value) if group.level else None),
        ("Service", group.area),
        ("Area", group.locality),
        ("Began", in_words(group.start) if group.start else None),
        ("Ends", ends),
    ):
        if words and words.strip():
            yield label, words


def _what(partner: Partner) -> str:
    tags = [words for words, yes in (("user-led", partner.user_led), ("independent", partner.independent)) if yes]
    does = ", ".join(part for part in (*tags, partner.part) if part)
    return ". ".join(part.rstrip(".") for part in (does, *gave_and_got(partner)) if part)


# ---- papers, measures, rungs


def _papers(content: Content, found: Sequence[tuple[AgreedPaper, PaperVersion, int]]) -> Iterator[PaperTold]:
    for paper, version, signed in sorted(found, key=lambda one: one[1].on):
        kind = content.agreed.of(paper.kind)
        yield PaperTold(
            id=paper.id,
            kind=kind.words,
            title=paper.title,
            n=version.n,
            how=agreed.says(version.state, version.agreed_on, None),
            on=version.agreed_on or version.on,
            final=agreed.is_final(version.state),
            review_by=version.review_by,
            signed=signed,
        )


def _measures(found: Sequence[GroupMeasure]) -> Iterator[MeasureTold]:
    """Yield each question with where it began and where it is, in the words every paper has for it."""
    by_question: dict[tuple[str, MeasureUnit], list[GroupMeasure]] = {}
    for one in found:
        by_question.setdefault((one.question.strip().casefold(), one.unit), []).append(one)
    for rows_ in by_question.values():
        if (words := _sentence(rows_)) is not None:
            last = rows_[-1]
            sources = dict.fromkeys(one.source for one in rows_ if one.source and one.what is not Measured.TARGET)
            yield MeasureTold(id=last.id, question=last.question, sentence=words, source="; ".join(sources) or None)


def _sentence(found: Sequence[GroupMeasure]) -> str | None:
    first = next((one for one in found if one.what is Measured.BASELINE), None)
    after = next((one for one in reversed(found) if one.what is Measured.AFTER), None)
    target = next((one for one in reversed(found) if one.what is Measured.TARGET), None)
    aim = f". The target is {_value(target)}{f' by {in_words(target.by)}' if target.by else ''}" if target else ""
    if first is None and after is None:
        return aim.removeprefix(". ") or None
    if any(0 < many < measures.SMALL for one in (first, after) if one for many in (one.asked, one.answered) if many):
        return f"{measures.FEW_ANSWERED}{aim}"
    if first is None or after is None:
        one = first or after
        assert one is not None
        return f"{_value(one)}{_of(one)} on {in_words(one.on)}{aim}"
    if first.unit is MeasureUnit.PERCENT:
        told_ = {
            "before_percent": _tenths(first), "before_people": _people(first),
            "after_percent": _tenths(after), "after_people": _people(after),
        }  # fmt: skip
        return f"{measures.change(told_)}{aim}"
    return f"from {_value(first)}{_of(first)} to {_value(after)}{_of(after)}{aim}"


def _tenths(one: GroupMeasure) -> Decimal:
    return Decimal(one.value) / 10


def _people(one: GroupMeasure) -> int | None:
    return one.answered if one.answered is not None else one.asked


def _value(one: GroupMeasure) -> str:
    shown = f"{_tenths(one):f}".removesuffix(".0")
    return {MeasureUnit.PERCENT: f"{shown}%", MeasureUnit.STARS: f"{shown} stars"}.get(one.unit, shown)


def _of(one: GroupMeasure) -> str:
    many = _people(one)
    return f" of {many:,} people" if many else ""


_BY = {LookedBy.SLIP: "people on slips", LookedBy.MEMBERS: "members", LookedBy.STAFF: "staff"}


def _rungs(found: Sequence[LookedBack]) -> Iterator[RungTold]:
    for one in found:
        yield RungTold(
            on=one.on,
            aimed=one.rung_aimed.value if one.rung_aimed else None,
            reached=one.rung_reached.value if one.rung_reached else None,
            by=_BY.get(one.by, "people"),
        )
