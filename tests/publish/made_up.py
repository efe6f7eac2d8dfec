"""Sessions made up by a seed, of every shape and length: for looking at many papers. Nobody in them exists."""

from __future__ import annotations

import datetime
import functools
import random
from dataclasses import replace

from coprod_desktop.domain.check.findings import findings
from coprod_desktop.domain.record import Organisation, SessionRecord, Telling, Update, Vote, VoteOption
from coprod_desktop.domain.words import AnswerKind, Attending, EarlierStatus, Outcome, Rung, UpdateState
from coprod_desktop.publish.gate import open_gate
from coprod_desktop.publish.snapshot import PublicSnapshot
from tests.domain.making import entry, person, point, record, settle

_WORDS = [
    "the",
    "rota",
    "comes",
    "late",
    "and",
    "nobody",
    "rings",
    "back",
    "when",
    "buses",
    "stop",
    "early",
    "so",
    "people",
    "wait",
    "in",
    "the",
    "cold",
    "hall",
    "for",
    "a",
    "hot",
    "meal",
    "or",
    "a",
    "seat",
    "by",
    "the",
    "door",
    "while",
    "staff",
    "look",
    "for",
    "keys",
    "to",
    "rooms",
    "that",
    "are",
    "shut",
    "and",
    "the",
    "lift",
    "waits",
    "too",
    "which",
    "makes",
    "visits",
    "short",
    "and",
    "mornings",
    "long",
    "for",
    "everyone",
    "who",
    "needs",
    "transport",
    "information",
    "about",
    "charges",
    "contracts",
    "weekends",
    "evenings",
    "communication",
    "responsibilities",
]
_THEMES = (
    "Rotas",
    "Transport",
    "Charges",
    "Information",
    "Call times",
    "Weekends",
    "The hall",
    "Food",
    "Trust",
    "Same faces",
)
_KINDS = (
    "contribution",
    "contribution",
    "contribution",
    "question",
    "story",
    "what_works",
    "parking_lot",
    "access_incident",
)
_ROLES = ("draws on care", "draws on care", "family carer", "home care manager", "advocate", "")
_FIRST = datetime.date(2026, 1, 5)


def session(seed: int) -> tuple[SessionRecord, datetime.date, Organisation | None]:
    """Return a session, the day its paper speaks from, and who the paper comes from."""
    chance = random.Random(seed)
    date = _FIRST + datetime.timedelta(chance.randrange(300))
    as_of = date + datetime.timedelta(chance.choice((1, 40, 200)))
    lines = [_entry(chance, n) for n in range(1, chance.choice((2, 8, 20, 45)))]
    people = [_person(chance, n) for n in range(chance.choice((0, 3, 12)))]
    points = [_point(chance, n, len(lines), date) for n in range(1, chance.choice((0, 3, 8, 20)) + 1)]
    made = record(
        *lines,
        *people,
        *points,
        title=_said(chance, 6),
        date=date,
        place=_said(chance, 3) if chance.random() < 0.7 else None,
        purpose=_said(chance, 14) if chance.random() < 0.5 else None,
        cannot_change=_said(chance, 10) if chance.random() < 0.5 else None,
        ladder_actual=chance.choice((None, *Rung)),
        attended=chance.choice((None, 30)),
        reply_by=chance.choice((None, date + datetime.timedelta(30))),
        pot_pence=chance.choice((None, 2_000_000)),
        stars=chance.choice(({}, {"5": 7, "4": 3, "1": 1})),
    )
    votes = tuple(_vote(chance, n) for n in range(chance.choice((0, 0, 1, 3))))
    earlier = tuple(_earlier(chance, n, date) for n in range(chance.choice((0, 0, 4, 9))))
    reached = Organisation(id="o", name="Marrowdale Council", phone="01632 960 123", mail="say@example.org")
    return replace(made, votes=votes, earlier=earlier), as_of, chance.choice((None, reached))


@functools.cache
def snapshot(seed: int) -> PublicSnapshot:
    """Return what the papers of a made-up session may hold: the same for every paper of it, and looked through once."""
    made, as_of, ours = session(seed)
    return open_gate(made, [settle(found) for found in findings(made)], as_of, ours)


def _said(chance: random.Random, many: int) -> str:
    text = " ".join(chance.choice(_WORDS) for _ in range(chance.randint(max(1, many // 2), many)))
    return text[:1].upper() + text[1:]


def _entry(chance: random.Random, n: int):
    kind = chance.choice(_KINDS)
    return entry(
        n,
        _said(chance, chance.choice((6, 15, 40))),
        kind=kind,
        theme=chance.choice((None, *_THEMES)),
        quote_ok=chance.choice((None, True, True)),
        outcome=chance.choice((None, None, None, None, Outcome.HEARD, Outcome.PASSED_ON))
        if kind == "contribution"
        else None,
        outcome_note=_said(chance, 4) if chance.random() < 0.5 else None,
    )


def _person(chance: random.Random, n: int):
    coming = chance.choice((Attending.HERE, Attending.HERE, Attending.APOLOGIES))
    return person(f"q{n}", f"Zzyx{n} Qwort", chance.choice(_ROLES), attendance=coming)


def _point(chance: random.Random, n: int, lines: int, date: datetime.date):
    answer = chance.choice((*AnswerKind, *AnswerKind, None))
    binds = answer in {AnswerKind.WILL, AnswerKind.PARTLY, AnswerKind.DONE, AnswerKind.NOT_DECIDED}
    days = sorted(chance.sample(range(10, 190), chance.choice((0, 0, 1, 3))))
    return point(
        n,
        _said(chance, chance.choice((5, 12, 30))),
        *chance.sample(range(1, lines + 1), min(lines, chance.choice((0, 1, 2, 4)))),
        answer=answer.value if answer else None,
        text=_said(chance, chance.choice((8, 20, 60))) if answer else None,
        owner=chance.choice(("Head of home care", "Contracts team", "Director of adult social care"))
        if answer
        else None,
        due=date + datetime.timedelta(chance.choice((14, 60, 300))) if binds else None,
        reason=_said(chance, 20) if answer else None,
        look_again="next spring" if answer and chance.random() < 0.3 else None,
        updates=tuple(
            Update(
                id=f"u{n}-{day}",
                on=date + datetime.timedelta(day),
                state=chance.choice((UpdateState.IN_HAND, UpdateState.LATE, UpdateState.DONE, UpdateState.NOT_DONE)),
                text=_said(chance, 12),
            )
            for day in days
            if binds
        ),
    )


def _vote(chance: random.Random, n: int) -> Vote:
    options = tuple(
        VoteOption(
            id=f"o{n}-{at}",
            label=_said(chance, 5),
            votes=chance.randrange(40),
            cost_pence=chance.choice((499_999, 250_000, 1_250_050)) if n % 2 == 0 else None,
        )
        for at in range(chance.choice((2, 4, 12)))
    )
    return Vote(
        id=f"v{n}",
        question=_said(chance, 8),
        options=options,
        voters=chance.choice((None, 21)),
        method="dots",
        eligible_rule=_said(chance, 12) if chance.random() < 0.5 else None,
        order=n,
    )


def _earlier(chance: random.Random, n: int, date: datetime.date) -> Telling:
    return Telling(
        id=f"t{n}",
        text=_said(chance, 12),
        status=chance.choice(tuple(EarlierStatus)),
        due=date - datetime.timedelta(chance.choice((10, 100))),
        owner="Head of home care",
        order=n,
    )
