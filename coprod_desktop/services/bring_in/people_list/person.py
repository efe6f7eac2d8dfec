"""One row as a person: each cell read as what its column means, and every doubt said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from coprod_desktop.domain.list_words import LEFT, ListWords, Section, plain
from coprod_desktop.domain.needs import Needs
from coprod_desktop.domain.roles import group_of
from coprod_desktop.domain.words import Attending, Group
from coprod_desktop.services.bring_in.people_list import contact, needing, said
from coprod_desktop.services.bring_in.people_list.coding import undo
from coprod_desktop.services.bring_in.people_list.columns import NAMES, Head, Taken
from coprod_desktop.services.bring_in.people_list.names import Named, is_formula, named
from coprod_desktop.services.bring_in.people_list.sheets import Row
from coprod_desktop.services.bring_in.people_list.values import Listed, Refused

_SHORTEST_SHOWN = 80


class People:
    """Reads the rows of one body of a table."""

    def __init__(
        self, heads: Sequence[Head], taken: Taken, rows: Sequence[Row], words: ListWords, needs: Needs
    ) -> None:
        self._words, self._needs, self._taken = words, needs, taken
        self._reader = needing.Reader(needs, words)
        self._headings = {head.place: head.text for head in heads}
        self._places: dict[str, list[int]] = defaultdict(list)
        for place, key in sorted(taken.meanings.items()):
            if key != LEFT:
                self._places[key].append(place)
        self._away = [
            head.place
            for head in heads
            if taken.meanings.get(head.place) in {LEFT, "coming"} and said.asks_who_stays_away(head.own, words)
        ]
        self._undo = lru_cache(maxsize=20_000)(undo)
        self._options = {
            place: needing.Options([row.cells[place] for row in rows if place < len(row.cells)], self._reader)
            for place in self._places["needs"]
        }

    def person(self, row: Row, section: Section) -> Listed | Refused | None:
        """Return a row as it would come in; None when nothing of it stands in a column that is read."""
        doubts: list[str] = []
        cells = self._cells(row, doubts)
        if not cells:
            return None
        by = {key: [cells[place] for place in places if place in cells] for key, places in self._places.items()}
        typed, first, last, preferred = (" ".join(by.get(key, [])) for key in ("name", "first", "last", "preferred"))
        if not (typed or first or last) and any(self._places.get(key) for key in NAMES):
            typed, preferred = preferred, ""
        who = named(typed, first, last, preferred, self._words)
        if who.why_not:
            return Refused(row.number, who.why_not)
        by = {key: self._without_formulas(values, doubts) for key, values in by.items()}
        refused = self._refused(cells, doubts)
        replies, notes = self._replies(by.get("notes", []))
        note, told, of_note = self._notes(notes, refused, doubts)
        mails = contact.mails([*by.get("mail", []), *([who.mail] if who.mail else [])], doubts)
        phones = contact.phones(by.get("phone", []), doubts)
        way = next(iter(by.get("way", [])), "")
        reach, way = contact.reached(
            mails,
            phones,
            [words.removeprefix("'") for words in by.get("contact", [])],
            note,
            way if contact.is_said(way, self._words) else "",
            self._needs,
        )
        wanted = [
            *self._wanted(cells, by, refused, doubts),
            *needing.ways(way),
            *self._food(by.get("food", []), doubts),
            *told,
        ]
        coming = self._coming(row, next(iter(by.get("coming") or replies), ""), doubts)
        return Listed(
            number=row.number, name=who.name, role=self._role(by.get("role", []), who, section) or of_note, ticked=who.ticked,
            needs=needing.joined(wanted), contact=reach, attendance=coming or section.coming,
            refused=tuple(refused), doubts=tuple(dict.fromkeys([*who.doubts, *doubts])),
        )  # fmt: skip

    def _cells(self, row: Row, doubts: list[str]) -> dict[int, str]:
        """Return what stands in the columns that are read, with letters that were read wrongly before put right."""
        found: dict[int, str] = {}
        for places in self._places.values():
            for place in places:
                if place < len(row.cells) and row.cells[place]:
                    found[place], doubt = self._undo(row.cells[place])
                    doubts += [doubt] if doubt else []
        return found

    @staticmethod
    def _without_formulas(values: Sequence[str], doubts: list[str]) -> list[str]:
        doubts += [f"“{_short(words)}” is a formula and was left out." for words in values if is_formula(words)]
        return [words for words in values if not is_formula(words)]

    def _refused(self, cells: Mapping[int, str], doubts: list[str]) -> dict[str, None]:
        refused: dict[str, None] = {}
        for key, meaning in self._words.meanings.items():
            for place in self._places[key] if meaning.consent else ():
                cell = cells.get(place, "")
                if not is_formula(cell) and said.refused(
                    cell, self._headings.get(place, ""), meaning, self._words, doubts
                ):
                    refused[meaning.consent] = None
        return refused

    def _coming(self, row: Row, reply: str, doubts: list[str]) -> Attending | None:
        """Return whether they come; a tick under "Apologies" or "Not attending" says that they do not."""
        away = [row.cells[place] for place in self._away if place < len(row.cells)]
        if any(self._words.has("yes", cell) for cell in away):
            return Attending.APOLOGIES
        return None if reply in away and self._words.has("no", reply) else said.attending(reply, self._words, doubts)

    def _replies(self, notes: Sequence[str]) -> tuple[list[str], list[str]]:
        """Return what notes say first of coming, "yes" of "yes, needs the loop", and the notes without it."""
        if len(self._places["notes"]) != 1 or set(self._taken.meanings.values()) & {"coming", "role"}:
            return [], list(notes)
        parted = [said.reply_first(note, self._words) for note in notes]
        return [reply for reply, _ in parted if reply], [rest for _, rest in parted if rest]

    def _notes(
        self, notes: Sequence[str], refused: dict[str, None], doubts: list[str]
    ) -> tuple[str, list[needing.Said], str]:
        """Return what notes say of reaching somebody, what they need, and their role. The rest stays behind, and is said."""
        reach: list[str] = []
        role = ""
        told: list[needing.Said] = []
        for note in (part for cell in notes for part in map(str.strip, cell.split(";")) if part):
            refused.update(dict.fromkeys(sorted(said.refused_in(note))))
            if found := self._reader.of_note(note):
                told += found
                doubts.append(f"This note was taken for a need: “{_short(note)}”.")
            elif not self._places["role"] and len(note) < 60 and group_of(note) is not Group.OTHERS:
                role = note
            elif contact.says_how(note):
                reach.append(note)
            elif not said.is_answer(note, self._words):
                doubts.append(f"This note has no place here and stays behind: “{_short(note)}”.")
        return "; ".join(reach), told, role

    def _wanted(
        self, cells: Mapping[int, str], by: Mapping[str, Sequence[str]], refused: dict[str, None], doubts: list[str]
    ) -> list[needing.Said]:
        wanted: list[needing.Said] = []
        only_yes = ""
        for place in self._places["needs"]:
            cell, option = cells.get(place, ""), self._taken.options.get(place, "")
            if not cell or is_formula(cell):
                continue
            if option and cell.isdecimal() and len(cell) == 2:  # a size, as "Large print (size)" asks for
                wanted += self._reader.needs(f"{option} {cell} point")
                continue
            if self._words.has("yes", cell) or plain(cell) == plain(option) != "":
                wanted += [(self._reader.tidy(option), self._reader.read(option).group)] if option else []
                only_yes = only_yes or (
                    "" if option else f"The list says “{cell}” under “{self._headings.get(place, '')}”."
                )
                continue
            for piece in self._options[place].pieces(cell):
                piece = self._reader.under(self._headings.get(place, ""), piece)
                refusing = said.refused_in(piece)
                refused.update(dict.fromkeys(sorted(refusing)))
                found = [] if refusing and not self._reader.read(piece).known else self._reader.needs(piece)
                wanted += found
                if found and "?" in piece:
                    doubts.append(f"Nobody is sure about this need: “{_short(piece)}”.")
        for words in by.get("format", []):
            wanted += needing.formats(words, self._reader)
        if only_yes and not wanted:
            doubts.append(f"{only_yes} Ask what they need.")
        return wanted

    def _food(self, cells: Sequence[str], doubts: list[str]) -> list[needing.Said]:
        wanted: list[needing.Said] = []
        for words in cells:
            if self._words.has("yes", words):
                doubts.append(f"The list says “{words}” about food. Ask what they need.")
            else:
                wanted += needing.food(words, self._reader)
        return wanted

    def _role(self, roles: Sequence[str], who: Named, section: Section) -> str:
        role = next((role for role in roles if contact.is_said(role, self._words)), "")
        if self._words.has("not_roles", role):
            role = ""
        return role or section.role or who.role


def _short(words: str) -> str:
    return words if len(words) <= _SHORTEST_SHOWN else f"{words[:_SHORTEST_SHOWN].rstrip()}…"
