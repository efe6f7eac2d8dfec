"""Kinds of lines in the log of a group: one table, from which buttons, forms, lists, commands, search and papers are made.

A kind that a newer program wrote is in no table here. It is kept as it is, shown by its own name, and never printed.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from coprod_desktop.domain.content_table import TableRow, WrongContent
from coprod_desktop.domain.log_record import Publicity

WHERE = "the kinds of log lines"
LEAST_TYPED = 8
"""So many letters of what a kind is called are enough to find its lines; of a shorter name all of it."""


class Printed(StrEnum):
    """How much of a field a paper may ever say."""

    WHOLE = "whole"
    JOB = "job"
    """The job or the team, and nobody's name."""
    NEVER = "never"


class Typed(StrEnum):
    """How a field is typed."""

    WORDS = "words"
    LONG = "long"
    WHOLE = "whole"
    DATE = "date"
    PICK = "pick"
    OPEN = "open"


PUBLICITY_WORDS: Mapping[Publicity, str] = {
    Publicity.PRIVATE: "Only us",
    Publicity.MEMBERS: "Members of the group",
    Publicity.ANYONE: "Anyone",
}


@dataclass(frozen=True, kw_only=True)
class LogField:
    """One field of a kind: a column of the line, and what it is called there."""

    field: str
    label: str
    how: Typed
    choices: tuple[str, ...] = ()
    least: int = 0
    printed: Printed = Printed.WHOLE


@dataclass(frozen=True)
class FollowUp:
    """When a line is to be looked at again: on the day in a field, or so many days after its own day, or another."""

    with_field: str | None = None
    days: int | None = None
    since: str | None = None
    """The field of the day that is counted from, while it is filled."""

    def day(self, on: datetime.date, values: Mapping[str, Any]) -> datetime.date | None:
        """Return the day by what a line holds; None when nothing says one."""
        named = values.get(self.with_field) if self.with_field else None
        if isinstance(named, datetime.date):
            return named
        begins = values.get(self.since) if self.since else None
        first = begins if isinstance(begins, datetime.date) else on
        return first + datetime.timedelta(days=self.days) if self.days is not None else None

    def goes_by(self, field: str) -> bool:
        """Tell whether the day may be another when this field is."""
        return field in {"on", self.with_field, self.since}


@dataclass(frozen=True, kw_only=True)
class LogKind:
    """One kind of line."""

    kind: str
    words: str
    many: str
    button: str
    asks: tuple[LogField, ...] = ()
    cues: tuple[re.Pattern[str], ...] = ()
    publish: bool = False
    """Whether a line of it may ever be on a paper."""
    publicity: Publicity = Publicity.PRIVATE
    follow_up: FollowUp = FollowUp()
    closed_by: str = ""
    """The field that, once it is filled, says that nothing more is to be done."""
    promise: bool = False
    no_names: bool = False
    shared: bool = False
    elsewhere: str = ""
    """The page it is written down on, where that is none of the four buttons."""
    known: bool = True

    def asked(self, field: str) -> LogField | None:
        """Return how a field stands in this kind; None where it is not asked."""
        return next((one for one in self.asks if one.field == field), None)

    def may_be(self, wanted: Publicity) -> bool:
        """Tell whether a line of it may go so far."""
        return self.publish or wanted is Publicity.PRIVATE

    def cued(self, line: str) -> int:
        """Return how many letters of a line speak for this kind."""
        return sum(len(found.group()) for cue in self.cues if (found := cue.search(line)) is not None)


@dataclass(frozen=True)
class LogButton:
    """One of the four buttons."""

    name: str
    words: str
    about: str
    line: str
    """What stands in the field to type in."""


@dataclass(frozen=True)
class LogKinds:
    """All kinds, in the order they stand everywhere."""

    buttons: tuple[LogButton, ...]
    rows: tuple[LogKind, ...]
    fields: Mapping[str, LogField]

    @cached_property
    def _by_name(self) -> Mapping[str, LogKind]:
        return {row.kind: row for row in self.rows}

    def of(self, kind: str) -> LogKind:
        """Return a kind by its name. One that is not known here is called by its own name, and is never printed."""
        return self._by_name.get(kind) or LogKind(kind=kind, words=_own(kind), many=_own(kind), button="", known=False)

    def names(self) -> tuple[str, ...]:
        """Return the names of all kinds."""
        return tuple(self._by_name)

    def under(self, button: str) -> tuple[LogKind, ...]:
        """Return the kinds that can be written down with a button."""
        return tuple(row for row in self.rows if row.button == button and not row.elsewhere)

    def written_here(self) -> tuple[LogKind, ...]:
        """Return every kind that one of the buttons writes down."""
        return tuple(row for row in self.rows if not row.elsewhere)

    def called(self, typed: str) -> tuple[str, ...]:
        """Return the kinds that go by what was typed, or by what begins with it: "risk", "what we lea"."""
        begun = " ".join(typed.casefold().split())
        return tuple(
            row.kind
            for row in self.rows
            for names in [(row.words.casefold(), row.many.casefold())]
            if begun in names or (len(begun) >= LEAST_TYPED and any(name.startswith(begun) for name in names))
        )

    def suggest(self, button: str, line: str) -> LogKind:
        """Return the kind that a line most likely is. Of a button nobody knows, of any."""
        among = self.under(button) or self.written_here()
        said = " ".join(line.lower().replace("’", "'").split())
        return max(among, key=lambda row: row.cued(said))  # of several alike the first


_TOP = frozenset({"how", "buttons", "lists", "fields", "kinds"})
_BUTTON = frozenset({"name", "words", "about", "line"})
_FIELD = frozenset({"label", "how", "list", "least", "print"})
_ASKED = frozenset({"field", "label", "list"})
_FOLLOW_UP = frozenset({"with", "days", "since"})
_KIND = frozenset(
    {
        *("kind", "words", "many", "button", "asks", "cues", "publish", "publicity", "follow_up"),
        *("closed_by", "promise", "no_names", "shared", "from"),
    }
)
_NAME = re.compile(r"[a-z][a-z_]*")
COLUMNS = frozenset(
    {
        *(
            "until",
            "who",
            "by",
            "theme",
            "asked_of",
            "answer",
            "answered_on",
            "options",
            "lived_present",
            "source_kind",
        ),
        *("misses", "asked_n", "tried", "route", "reached", "stage", "score", "trained", "watched_by", "how_often"),
    }
)
"""Columns of a line that a kind may ask for."""
_DATES = frozenset({"until", "by", "answered_on"})
_NUMBERS = frozenset({"asked_n", "reached"})


def parse_log_kinds(data: Any, lists: Mapping[str, Sequence[str]]) -> LogKinds:
    """Return the table from its file; `lists` are those it may name beside its own. WrongContent, in a sentence, else."""
    top = TableRow(data, WHERE, _TOP)
    own = top.sub("lists")
    choices = {name: tuple(found) for name, found in lists.items()} | {name: own.texts(name) for name in own.names()}
    buttons = tuple(
        LogButton(row.text("name"), row.text("words"), row.text("about"), row.text("line"))
        for row in top.rows("buttons", "name", _BUTTON)
    )
    declared = top.sub("fields", COLUMNS)
    fields = {name: _field(name, declared.sub(name, _FIELD), choices) for name in declared.names()}
    names = [button.name for button in buttons]
    rows = tuple(_kind(row, names, fields, choices) for row in top.rows("kinds", "kind", _KIND))
    for called, found in (("buttons", names), ("kinds", [row.kind for row in rows])):
        if twice := {name for name in found if found.count(name) > 1}:
            raise WrongContent(WHERE, f"two {called} are called “{min(twice)}”")
    made = LogKinds(buttons, rows, fields)
    if empty := [button.name for button in buttons if not made.under(button.name)]:
        raise WrongContent(WHERE, f"nothing stands under the button “{empty[0]}”")
    if not buttons:
        raise WrongContent(WHERE, "there is no button")
    return made


def _field(name: str, row: TableRow, choices: Mapping[str, tuple[str, ...]]) -> LogField:
    how = row.one_of("how", tuple(Typed))
    if (how == Typed.DATE) != (name in _DATES) or (how == Typed.WHOLE) != (name in _NUMBERS):
        raise row.wrong(f"“how” cannot be {how}: that is not what the column holds")
    listed = row.one_of("list", choices, "")
    if (how in {Typed.PICK, Typed.OPEN}) != bool(listed):
        raise row.wrong("a field that is chosen from a list needs its “list”, and no other has one")
    return LogField(
        field=name,
        label=row.text("label"),
        how=Typed(how),
        choices=choices.get(listed, ()),
        least=row.number("least", 0),
        printed=Printed(row.one_of("print", tuple(Printed))),
    )


def _kind(
    row: TableRow, buttons: Collection[str], fields: Mapping[str, LogField], choices: Mapping[str, tuple[str, ...]]
) -> LogKind:
    kind = row.text("kind")
    if not _NAME.fullmatch(kind):
        raise row.wrong("“kind” is small letters and _ between them")
    made = LogKind(
        kind=kind,
        words=row.text("words"),
        many=row.text("many"),
        button=row.one_of("button", buttons),
        asks=tuple(_asked(row, one, fields, choices) for one in row.entries("asks")),
        cues=tuple(map(_cue, row.texts("cues"))),
        publish=row.yes("publish"),
        publicity=Publicity(row.one_of("publicity", tuple(Publicity), Publicity.PRIVATE)),
        follow_up=_follow_up(row),
        closed_by=row.text("closed_by", ""),
        promise=row.yes("promise"),
        no_names=row.yes("no_names"),
        shared=row.yes("shared"),
        elsewhere=row.text("from", ""),
    )
    if not made.may_be(made.publicity):
        raise row.wrong("it starts as public, and may never be on a paper")
    for named in filter(None, (made.follow_up.with_field, made.follow_up.since, made.closed_by)):
        if made.asked(named) is None:
            raise row.wrong(f"it goes by “{named}”, which is not asked")
    asked = [one.field for one in made.asks]
    if twice := {name for name in asked if asked.count(name) > 1}:
        raise row.wrong(f"“{min(twice)}” is asked twice")
    return made


def _asked(row: TableRow, one: Any, fields: Mapping[str, LogField], choices: Mapping[str, tuple[str, ...]]) -> LogField:
    said = TableRow({"field": one} if isinstance(one, str) else one, f"{WHERE}, what “{row.text('kind')}” asks", _ASKED)
    name = said.one_of("field", fields)
    field, listed = fields[name], said.one_of("list", choices, "")
    if listed and field.how not in {Typed.PICK, Typed.OPEN}:
        raise said.wrong(f"“{name}” is not chosen from a list")
    return LogField(
        field=name,
        label=said.text("label", field.label) or field.label,
        how=field.how,
        choices=choices.get(listed, field.choices),
        least=field.least,
        printed=field.printed,
    )


def _follow_up(row: TableRow) -> FollowUp:
    if not row.has("follow_up"):
        return FollowUp()
    rule = row.sub("follow_up", _FOLLOW_UP)
    if not (rule.has("with") or rule.has("days")):
        raise rule.wrong("it says no day")
    return FollowUp(
        rule.one_of("with", _DATES, "") or None,
        rule.number("days") if rule.has("days") else None,
        rule.one_of("since", _DATES, "") or None,
    )


def _cue(words: str) -> re.Pattern[str]:
    ends = words.endswith(".") and len(words) > 1
    said = re.escape(words.rstrip(".").lower() if ends else words.lower())
    return re.compile((r"(?<!\w)" if words[0].isalnum() else "") + said + (r"(?!\w)" if ends else ""))


def _own(kind: str) -> str:
    return kind.replace("_", " ").strip().capitalize() or "Line"
