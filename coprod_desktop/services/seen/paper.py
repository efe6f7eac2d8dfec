"""What the Paper page decides: which question is next, what is said of it, and which formats stand where."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from coprod_desktop.domain import other_formats
from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.format_table import Format, Formats, MadeOf
from coprod_desktop.domain.formats import Wish
from coprod_desktop.domain.other_formats import STATE_WORDS
from coprod_desktop.domain.week_after import FormatAsked
from coprod_desktop.services.seen.looking import SAID, Choice, LookItem, State

NOTHING_OPEN = "Nothing is open"
_NONE_OF_IT = {MadeOf.LIST: "No list in it", MadeOf.DATES: "No dates in it", MadeOf.EASY_READ: "Not in Easy Read"}


class Questions:
    """The questions of one session, one at a time. Holds no decision: those are on the disk before the next is shown."""

    def __init__(self) -> None:
        self.session = ""
        self.items: tuple[LookItem, ...] = ()
        self._open: frozenset[str] = frozenset()
        self._put_off: list[str] = []
        self._chosen = ""

    def show(self, session: str, items: Sequence[LookItem]) -> None:
        """Take the questions as they stand now. One that is open again, as after undo, comes first."""
        known = self._open if session == self.session else None
        if known is None:
            self._put_off, self._chosen = [], ""
        self.session, self.items = session, tuple(items)
        self._open = frozenset(one.id for one in items if one.state is not State.SETTLED)
        again = next((one.id for one in items if known is not None and one.id in self._open - known), "")
        if again:
            self._put_off = [one for one in self._put_off if one != again]
        self._chosen = again or (self._chosen if self._chosen in self._open else "")

    @property
    def waiting(self) -> tuple[LookItem, ...]:
        """What is still to be looked at, in its order: what was put off and must be settled comes round again.

        What comes only before the paper leaves waits in the row below: members look at the page, so it is shown first.
        """
        first = (one for one in self.items if one.state is not State.LEAVES)
        waits = [one for one in first if one.id in self._open and one.id not in self._put_off]
        by_id = {one.id: one for one in self.items}
        round_again = (by_id[one] for one in self._put_off if one in self._open)
        return (*waits, *(one for one in round_again if one.state is State.MUST))

    @property
    def now(self) -> LookItem | None:
        """The question that is shown; None when there is nothing more to look at."""
        chosen = next((one for one in self.items if one.id == self._chosen), None)
        return chosen or next(iter(self.waiting), None)

    def choose(self, item: str) -> None:
        """Go to one of them, also one that is settled."""
        self._chosen = item

    def put_off(self, item: LookItem) -> None:
        """Go on without deciding: nothing is settled by this."""
        self._chosen = ""
        if item.state is not State.SETTLED:
            self._put_off = [*(one for one in self._put_off if one != item.id), item.id]

    def settled(self) -> None:
        """The one that was shown is decided: the next comes by itself."""
        self._chosen = ""

    def heading(self) -> str:
        """Say what one is asked for."""
        return "Look at this again" if self.now not in self.waiting else "Look at this first"

    def left(self) -> str:
        """Say how many are left to look at; nothing when what is shown was looked at before."""
        many = len(self.waiting)
        return f"{many} left" if many else "" if self.now is not None else NOTHING_OPEN

    def after(self, choice: Choice) -> str:
        """Return what is said once something was chosen: what became of it, how many are left, and the next."""
        now = self.now
        parts = [f"{SAID[choice]}." if choice in SAID else "", f"{self.left()}." if self.left() else ""]
        return " ".join(part for part in (*parts, now.spoken() if now is not None else "") if part)

    def looked(self) -> tuple[str, str]:
        """Return how it all stands as a state and a sentence, for the one row that opens; ("", "") for nothing at all.

        What is still to be asked is not told there: the question itself stands above.
        """
        settled = [one for one in self.items if one.state is State.SETTLED]
        later = [one for one in self.items if one.state is not State.SETTLED and one not in self.waiting]
        gaps = [one.title.rstrip(".") for one in later if one.state is State.GAP]
        leaves = [one.why for one in later if one.state is State.LEAVES]
        asked = len(later) - len(gaps) - len(leaves)
        parts = [f"The paper says “draft”: {gaps[0]}{_and_more(len(gaps) - 1)}"] if gaps else []
        parts += [f"{counted(asked, 'thing')} put off"] if asked else []
        parts += [f"{len(settled)} settled"] if settled else []
        parts += [f"Before it leaves: {why[:1].lower()}{why[1:]}" for why in leaves]
        return ("waiting" if later else "done", ". ".join(parts)) if parts else ("", "")


def _and_more(many: int) -> str:
    return f", and {many} more" if many else ""


# ---- formats


class Shelves(NamedTuple):
    """Which formats stand where, by name."""

    read: tuple[str, ...]
    """What people here read: they are ticked."""
    more: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Standing:
    """How one format stands for one paper."""

    name: str
    words: str
    """On its tick box."""
    note: str
    """How many people read it, or why there is nothing of it."""
    there: bool
    ticked: bool


def shelves(forms: Formats, wishes: Iterable[Wish]) -> Shelves:
    """Return what the people who came read, with what is always made; and the rest."""
    read_by = {wish.format for wish in wishes}
    read = tuple(form.name for form in forms.rows if form.ticked or form.name in read_by)
    return Shelves(read, tuple(name for name in forms.names if name not in read))


def standing(form: Format, wishes: Iterable[Wish], made: Collection[str], large_pt: int) -> Standing:
    """Return how a format stands: `made` are those there is something for, `large_pt` is the size of large print."""
    people = next((wish.people for wish in wishes if wish.format == form.name), 0)
    there = form.private or form.name in made
    note = counted(people, "person", "people") if people else ""
    return Standing(
        name=form.name,
        words=f"{form.short}, {large_pt} pt" if form.sized else form.short,
        note=note if there else _NONE_OF_IT.get(form.made_of, "Nothing in it"),
        there=there,
        ticked=form.ticked or bool(people),
    )


def by_people_words(wishes: Iterable[Wish], tracked: Sequence[FormatAsked]) -> str:
    """Say who reads what only people make, and how far each of these is; "" when there is nothing of the kind."""
    stands = {other_formats.same(row): STATE_WORDS[row.state] for row in tracked}
    wanted = [(wish.words, wish.people) for wish in wishes if not wish.format]
    lines, waits = [], False
    for words, people in wanted:
        how = stands.pop(words.casefold(), "")
        waits = waits or not how
        lines.append(f"{words}: {counted(people, 'person', 'people')}." + (f" {how}." if how else ""))
    names = {other_formats.same(row): other_formats.called(row) for row in tracked}
    lines += [f"{names[same]}: {how[:1].lower()}{how[1:]}." for same, how in stands.items()]
    return "\n".join([*lines, *(["This is not made here. Ask someone who can."] if waits else [])])


def more_words(forms: Formats, shelf: Shelves, chosen: Collection[str]) -> str:
    """Return the words of what opens the rest: "More", and how many of them are ticked."""
    ticked = sum(form.name in chosen for form in forms.among(shelf.more))
    return f"More: {ticked} ticked" if ticked else "More"


def make_words(forms: Formats, chosen: Sequence[str]) -> str:
    """Return the words of the main button."""
    what = "paper" if all(not form.private for form in forms.among(chosen)) else "file"
    return f"Make {counted(len(chosen), what)}" if chosen else "Tick what to make"
