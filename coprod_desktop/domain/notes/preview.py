"""Notes on their way in: each line with who it is from, changed, joined, parted and ticked off before any is saved."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from coprod_desktop.domain.notes.days import day_in
from coprod_desktop.domain.notes.values import Cut, NotesRead
from coprod_desktop.domain.notes.whom import may_be
from coprod_desktop.domain.record import Person
from coprod_desktop.domain.words import ANONYMOUS, KIND_WORDS, EntryKind

NEW = "new"
"""Chosen for somebody on no list: they are put on the list with what notes call them."""
ASK = "ask"
"""Nobody has said yet which of several it is."""
NOBODY = ""
"""Not said who, or for nobody."""


@dataclass(frozen=True, kw_only=True)
class ComingLine:
    """One line as it would come in."""

    id: str
    cut: Cut
    taken: bool
    who: str = NOBODY
    """A person's id, ANONYMOUS, NEW, ASK or NOBODY."""
    for_whom: str = NOBODY
    who_may: tuple[str, ...] = ()
    """The ids of people it may be."""
    for_may: tuple[str, ...] = ()

    @property
    def asks(self) -> bool:
        """Whether something is to be said before it can come in."""
        return self.taken and self.cut.action is None and ASK in (self.who, self.for_whom)

    @property
    def kind_words(self) -> str:
        """What it is, in words."""
        return "To do" if self.cut.action is not None else KIND_WORDS[self.cut.kind]


def coming(read: NotesRead, people: Sequence[Person]) -> tuple[ComingLine, ...]:
    """Return the lines of notes with whom each is from. What is no line comes along, not ticked."""
    found: dict[str, tuple[str, ...]] = {}

    def ids(called: str) -> tuple[str, ...]:
        if called not in found:
            found[called] = tuple(person.id for person in may_be(called, people))
        return found[called]

    return tuple(_line(str(at), cut, ids) for at, cut in enumerate(read.cuts))


def _line(row: str, cut: Cut, ids: Callable[[str], tuple[str, ...]]) -> ComingLine:
    who_may = ids(cut.speaker) if cut.speaker and cut.speaker != ANONYMOUS else ()
    for_may = ids(cut.said_for) if cut.said_for else ()
    return ComingLine(
        id=row,
        cut=cut,
        taken=not cut.aside and bool(cut.text.strip()),
        who=ANONYMOUS
        if cut.speaker == ANONYMOUS
        else _chosen(who_may, called=cut.speaker, else_new=not _is_helper(cut)),
        for_whom=ASK if cut.interpreter else _chosen(for_may, called=cut.said_for, else_new=True),
        who_may=who_may,
        for_may=for_may,
    )


def _is_helper(cut: Cut) -> bool:
    """Tell whether who spoke is only named by what they do there, and somebody else's words are told."""
    return cut.interpreter or cut.said_for is not None


def _chosen(may: Sequence[str], *, called: str | None, else_new: bool) -> str:
    if not called:
        return NOBODY
    if len(may) > 1:
        return ASK
    if may:
        return may[0]
    return NEW if else_new else NOBODY


# ---- changed before they come in


def with_who(rows: Sequence[ComingLine], row: str, who: str) -> tuple[ComingLine, ...]:
    """Return the rows with who said one. Where only one may be meant by a name it holds for all it stands at.

    Two people of one name are never made one: where several may be meant, each line is asked about by itself.
    """
    chosen = _one(rows, row)
    called = chosen.cut.speaker
    alike = [r for r in rows if called and r.cut.speaker == called and r.who == chosen.who and len(chosen.who_may) < 2]
    touched = {r.id for r in alike} | {row}
    return tuple(replace(r, who=who) if r.id in touched else r for r in rows)


def with_whom(rows: Sequence[ComingLine], row: str, whom: str) -> tuple[ComingLine, ...]:
    """Return the rows with for whom one was said."""
    return tuple(replace(r, for_whom=whom) if r.id == row else r for r in rows)


def with_cut(rows: Sequence[ComingLine], row: str, cut: Cut) -> tuple[ComingLine, ...]:
    """Return the rows with one that was changed."""
    return tuple(replace(r, cut=cut) if r.id == row else r for r in rows)


def with_kind(rows: Sequence[ComingLine], row: str, kind: EntryKind) -> tuple[ComingLine, ...]:
    """Return the rows with what kind one is; a thing to do becomes a line of its own words."""
    return with_cut(rows, row, replace(_one(rows, row).cut, kind=kind, action=None, aside=False))


def with_todo(rows: Sequence[ComingLine], row: str, what: str, words: str) -> tuple[ComingLine, ...]:
    """Return the rows with who does one ("who"), by when ("when"), or what is done ("what"). A day is read as typed."""
    cut = _one(rows, row).cut
    assert cut.action is not None
    if what == "when":
        due = day_in(words, None)[1]
        return with_cut(rows, row, replace(cut, action=replace(cut.action, when=words or None, due=due)))
    if what == "who":
        return with_cut(rows, row, replace(cut, action=replace(cut.action, who=words or None)))
    return with_cut(rows, row, replace(cut, action=replace(cut.action, what=words)))


def ticked(rows: Sequence[ComingLine], row: str, *, taken: bool) -> tuple[ComingLine, ...]:
    """Return the rows with one that comes in, or does not."""
    return tuple(replace(r, taken=taken and bool(r.cut.text.strip())) if r.id == row else r for r in rows)


def joined(rows: Sequence[ComingLine], row: str) -> tuple[ComingLine, ...]:
    """Return the rows with one joined to the one before it; the first has none."""
    at = _place(rows, row)
    if at == 0:
        return tuple(rows)
    before, after = rows[at - 1], rows[at]
    action = before.cut.action
    if action is not None:
        action = replace(action, what=f"{action.what} {after.cut.text}".strip())
    cut = replace(
        before.cut,
        text=f"{before.cut.text}\n{after.cut.text}".strip(),
        action=action,
        machine=before.cut.machine or after.cut.machine,
        doubts=tuple(dict.fromkeys((*before.cut.doubts, *after.cut.doubts))),
    )
    whole = replace(before, cut=cut, taken=before.taken or after.taken)
    return (*rows[: at - 1], whole, *rows[at + 1 :])


def parted(rows: Sequence[ComingLine], row: str, at: int) -> tuple[ComingLine, ...]:
    """Return the rows with one parted at a place in its words; at its ends nothing is parted."""
    place = _place(rows, row)
    whole = rows[place]
    first, second = whole.cut.text[:at].strip(), whole.cut.text[at:].strip()
    if not first or not second:
        return tuple(rows)
    made = replace(whole, id=f"{row}.{at}", cut=replace(whole.cut, text=second, action=None))
    return (*rows[:place], replace(whole, cut=replace(whole.cut, text=first)), made, *rows[place + 1 :])


def first_open(rows: Iterable[ComingLine]) -> ComingLine | None:
    """Return the first line about which something is to be said still."""
    return next((row for row in rows if row.asks), None)


def _one(rows: Sequence[ComingLine], row: str) -> ComingLine:
    return rows[_place(rows, row)]


def _place(rows: Sequence[ComingLine], row: str) -> int:
    return next(at for at, one in enumerate(rows) if one.id == row)
