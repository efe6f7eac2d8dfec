"""What each reader of notes makes of one line by itself: lines.tsv.

Each line stands just inside a rule or just outside: a word more, a sign other, a capital fewer. A rule that changes
changes lines here, and each of them is to be looked at: is it better so? Then write them again:

    python -m tests.domain.notes.test_lines
"""

from __future__ import annotations

import csv
import dataclasses
import datetime
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from coprod_desktop.domain.notes import before_reading, columns, days, email, headings, marks, pieces
from coprod_desktop.domain.notes.actions import ActionReader
from coprod_desktop.domain.notes.known_words import NotesWords
from coprod_desktop.domain.notes.labels import Labels
from coprod_desktop.domain.notes.listed import in_columns, legend, named_by_initials, people_listed, roles_listed
from coprod_desktop.domain.notes.shapes import TITLES
from coprod_desktop.domain.notes.values import Action
from coprod_desktop.domain.words import AnswerKind
from coprod_desktop.services.program import content

LINES = Path(__file__).with_name("lines.tsv")
_OF_WHO = ("is_somebody", "is_here", "is_called", "are_initials", "known_at")
DAY = datetime.date(2026, 3, 2)
HERE = "Present: Jo Marsh, Kit Lonsdale (KL), Mr Lister\n\nJo: bus\nKL: tea\nPriti - loop\nzed: no\nzed: yes\nJo: no\nRB went\nRB came"


@cache
def readers() -> tuple[NotesWords, ActionReader, Labels, ActionReader, Labels]:
    """Return what reads a line where nobody is known, and in a text with a list of who came."""
    words = content.load().notes
    alone, here = Labels(words), before_reading.labels_of(pieces.of_lines(HERE.split("\n")), words)
    return words, ActionReader(words, alone, DAY), alone, ActionReader(words, here, DAY), here


def told(line: str) -> Iterator[tuple[str, object]]:
    """Yield what each reader says of a line."""
    words, actions, labels, actions_here, labels_here = readers()
    alone = dict(_told_of(line, actions, labels))
    yield from alone.items()
    yield from (
        (f"{name} here", now) for name, now in _told_of(line, actions_here, labels_here) if now != alone.get(name)
    )
    for where, apart in (("apart", True), ("below", False)):
        if (head := headings.read(line, words, stands_apart=apart)) is not None:
            yield f"heading {where}", [head.words, head.under.name, head.kind, head.sheet, head.sure]
    if (head := headings.above_bullets(line)) is not None:
        yield "above bullets", [head.words, head.sure]
    yield "place", headings.place_in(line, words)
    yield "people", [*people_listed(line)]
    yield "roles", roles_listed(line)
    yield "legend", legend(line)
    initials = named_by_initials(people_listed(line))
    yield "initials", {short: initials[short] for short in sorted(initials) if short.split()[0] not in TITLES - {"ms"}}
    yield "columns", in_columns(line)
    yield "day", days.day_in(line, DAY)[1] or days.day_in(line, None)[0]
    yield "day without year", days.day_in(line, None)[1]
    yield "nearly a day", days.nearly_a_day(line)
    yield "head of column", columns.what_of(line, words)
    for name, (kind, rest) in (("mark", marks.at_start(line, words)), ("mark behind", marks.at_end(line, words))):
        yield name, [kind, rest] if kind is not None or rest != line else None
    yield "lead", before_reading.lead_of(line)[0]
    yield "where", before_reading.where_in(line)[0]
    yield "dated title", before_reading.is_dated_title(line)
    yield "titles", before_reading.titles_before(pieces.of_lines([line, "Jo: the bus", "Mo: tea"]), words)
    yield "closes", email.closed_at(["Jo: the bus", line, "x"]) == 1


def _told_of(line: str, actions: ActionReader, labels: Labels) -> Iterator[tuple[str, object]]:
    """Yield who begins a line and what is to be done in it, where these people are here."""
    if (parted := labels.parted(line)) is not None:
        label, sign, rest = parted
        taken = labels.take(line)[0] is not None
        yield "label", [sign, *dataclasses.astuple(label), labels.shape(label.who), rest, taken]
    yield "no sign", labels.without_sign(line)
    yield "somebody", [name for name in _OF_WHO if getattr(labels, name)(line)]
    yield "led", actions.led(line)
    yield "doing", _action(actions.doing(line))
    yield "among actions", _action(actions.doing(line, sure=True))
    yield "named", _action(actions.named(line))
    yield "pointed", _action(actions.pointed(line))
    if (behind := actions.behind(line)) is not None:
        yield "behind", [behind[0], _action(behind[1])]
    if (inside := actions.inside(line)) is not None:
        yield "inside", [inside["who"], _action(actions.told_before("Jo will check", inside["who"]))]
    action = actions.read(line)
    if action.who or action.when or action.answer is not AnswerKind.WILL:
        yield "action", _action(action)


def _action(action: Action | None) -> list[object] | None:
    return (
        None if action is None else [action.what, action.who, action.when, action.due, action.why, action.answer.value]
    )


def said(line: str) -> str:
    return " | ".join(f"{name}: {_plain(value)}" for name, value in told(line) if value)


def _plain(value: object) -> str:
    if isinstance(value, list | tuple):
        return " ; ".join("" if one is None else _plain(one) for one in value)
    if isinstance(value, dict):
        return ", ".join(f"{name} = {one}" for name, one in value.items())
    return str(value).replace("\t", "\\t")


def rows() -> list[tuple[str, str]]:
    with LINES.open(encoding="utf-8", newline="") as file:
        found = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [(row[0].replace("\\t", "\t"), row[1] if len(row) > 1 else "") for row in found]


def test_of_every_line_each_reader_says_the_same_as_before():
    before = rows()
    now = [(line, said(line)) for line, _ in before]
    assert [row for row in now if row not in before] == []


if __name__ == "__main__":
    every = [(line, said(line)) for line, _ in rows()]
    LINES.write_text("".join(f"{_plain(line)}\t{what}\n" for line, what in every), "utf-8")
