"""Votes, evaluation and measures, in full but for counts that could point at someone."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from coprod_desktop.domain import bidding, measures, voting
from coprod_desktop.domain.came import count_who_came
from coprod_desktop.domain.check.printable import words
from coprod_desktop.domain.measures import Counts
from coprod_desktop.domain.record import Vote
from coprod_desktop.publish.dates import in_words
from coprod_desktop.publish.gate.door import Door
from coprod_desktop.publish.snapshot import (
    PublicCount,
    PublicEvaluation,
    PublicMeasure,
    PublicOption,
    PublicText,
    PublicVote,
)


def votes(door: Door) -> tuple[PublicVote, ...]:
    """Return every vote in full; a tie stays a tie."""
    return tuple(_vote(door, vote) for vote in sorted(door.record.votes, key=lambda v: v.order))


def _vote(door: Door, vote: Vote) -> PublicVote:
    about = (*bidding.said_of_vote(vote), *(words(e) for e in door.said.entries if door.said.may_print(e)))
    options = tuple(
        PublicOption(
            label=door.written(vote.id, o.label) or door.own("(no name)"),
            votes=o.votes,
            cost_pence=o.cost_pence,
            eligible=o.eligible,
            out=bidding.is_out(o, about),
            interest=door.written(vote.id, bidding.interest_in_file(o.unknown)),
            who=door.written(vote.id, o.who),
            why_not=door.written(vote.id, o.why_not),
        )
        for o in vote.options
    )
    allowed = [o for o in options if o.eligible is not False and not o.out]
    most = max((o.votes for o in allowed), default=0)
    first = tuple(o.label for o in allowed if o.votes == most) if most else ()
    return PublicVote(
        question=door.written(vote.id, vote.question) or door.own("Vote"),
        method=door.written(vote.id, vote.method),
        voters=vote.voters,
        papers_given=vote.papers_given,
        spoilt=vote.spoilt,
        eligible_rule=door.written(vote.id, vote.eligible_rule),
        settled_by=door.written(vote.id, vote.settled_by),
        options=options,
        tied=first if len(first) > 1 else (),
        interest=door.written(vote.id, bidding.interest_in_file(vote.unknown)),
        by_post=_few(door, vote.by_post),
        by_supporter=_few(door, vote.by_supporter),
        too_many=vote.too_many,
        over=door.own(over) if vote.too_many and (over := voting.too_many_words(vote)) else None,
        left_becomes=door.written(vote.id, vote.left_becomes),
    )


def _few(door: Door, many: int | None) -> PublicText | None:
    """Return how many voted in a way that could point at one of them."""
    if not many:
        return None
    return door.own(measures.FEWER if many < measures.SMALL else str(many))


def evaluation(door: Door) -> PublicEvaluation | None:
    """Return stars, how many answered of how many came, and the counts that are safe; None without any."""
    session = door.record.session
    stars = measures.star_counts(session.stars)
    forms = session.evaluation_forms if session.evaluation_forms is not None else sum(stars.values()) or None
    groups, withheld = measures.safe_counts(session.about_you_counts, forms)
    if forms is None and not session.about_you_counts:
        return None
    rated = sum(stars.values())
    counted = count_who_came(session, door.record.people)
    came = counted.total if forms and counted.total >= forms and (counted.seen or session.attended) else None
    about = tuple(_about(door, group) for group in groups)
    return PublicEvaluation(
        forms=forms,
        attended=came,
        response_percent=measures.percent(forms, came) if forms and came else None,
        stars=tuple((int(star), n) for star, n in stars.items()),
        mean=measures.mean_stars(stars),
        four_or_five_percent=measures.percent(stars.get("5", 0) + stars.get("4", 0), rated),
        about_you=about,
        about_you_withheld=withheld,
    )


def _about(door: Door, group: Counts) -> tuple[PublicText, tuple[PublicCount, ...]]:
    session = door.record.session.id
    lines = tuple(
        PublicCount(
            label=door.written(session, line.label) or door.own("(no name)"),
            count=line.count,
            hidden_as=door.own(line.hidden_as) if line.hidden_as else None,
        )
        for line in group.lines
    )
    from_a_label = any(group.heading in line.label for line in lines)
    heading = door.own(group.heading) if from_a_label else door.written(session, group.heading)
    return heading or door.own(""), lines


def all_measures(door: Door) -> tuple[PublicMeasure, ...]:
    """Return the numbers asked before and after, and where we start from."""
    session = door.record.session
    found = (_measure(door, m) for m in (session.measure, session.baseline) if m)
    return tuple(m for m in found if m is not None)


def _measure(door: Door, measure: Mapping[str, Any]) -> PublicMeasure | None:
    change = measures.change(measure)
    start = measures.baseline(measure)
    sentence = change or (f"we start from {start}" if start else None)
    if sentence is None:
        return None
    if measures.of_few(measure):
        sentence = measures.FEW_ANSWERED
    aim, by = measures.target(measure), _day(measure.get("target_date"))
    if aim:
        sentence += f"; we aim for {aim}" + (f" by {in_words(by)}" if by else "")
    session = door.record.session.id
    name = door.written(session, _text(measure, "name")) or door.written(session, _text(measure, "question"))
    return PublicMeasure(
        name=name or door.own("What we measured"), sentence=door.own(sentence), source=_source(door, measure)
    )


def _source(door: Door, measure: Mapping[str, Any]) -> PublicText | None:
    days = [d for key in ("before_date", "date", "after_date") if (d := _day(measure.get(key))) is not None]
    asked = "Asked on " + " and ".join(in_words(d) for d in days) if days else ""
    source = door.written(door.record.session.id, _text(measure, "source"))
    both = ". ".join(part for part in (asked, f"Where it comes from: {source}" if source else "") if part)
    return door.own(both) if both else None


def _text(measure: Mapping[str, Any], key: str) -> str | None:
    value = measure.get(key)
    return value if isinstance(value, str) else None


def _day(value: Any) -> date | None:
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        return None
