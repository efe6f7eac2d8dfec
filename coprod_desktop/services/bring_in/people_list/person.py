"""One row as a person: each cell read as what its column means, and every doubt said."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache, partial

from coprod_desktop.domain.list_words import EMPTY, LEFT, ListWords, Section, plain
from coprod_desktop.domain.needs import Needs
from coprod_desktop.domain.words import Attending
from coprod_desktop.services.bring_in.people_alike import folded
from coprod_desktop.services.bring_in.people_list import contact, couples, later, needing, notes, said
from coprod_desktop.services.bring_in.people_list.coding import undo
from coprod_desktop.services.bring_in.people_list.colours import CROSSED
from coprod_desktop.services.bring_in.people_list.columns import Taken
from coprod_desktop.services.bring_in.people_list.headings import ASKS_LEAVE, NAMES, PURPOSES, Head
from coprod_desktop.services.bring_in.people_list.names import Named, is_formula, named
from coprod_desktop.services.bring_in.people_list.notes import short
from coprod_desktop.services.bring_in.people_list.sheets import Row
from coprod_desktop.services.bring_in.people_list.values import Listed, Refused, part_of

_TOLD_APART = ("coming", "phone", "contact")
"""What is told apart by name where two stand in one row."""
_SENTENCE = 4
"""Words of a reply that is a sentence."""
_NUMBER = re.compile(r"no\.|nos?\.?:?#|№|no\s*[.:#]", re.I)
"""A heading for numbers of rows; a bare "No" may be for those who do not come."""
_PRICE = re.compile(r"\s*[(\[]\s*(?:free|complimentary|£\s*\d[\d.,]*)[^()\[\]]*[)\]]\s*$", re.I)
"""What a ticket costs is no part of what somebody is."""


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
        replied = self._places["coming"][:1]
        self._later = [
            head.place
            for head in heads
            if replied
            and head.place > replied[0]
            and (later.is_for_later(head.own) or taken.meanings.get(head.place) == "notes")
        ]
        said_there = {
            plain(row.cells[place]) for row in rows for place in self._places["coming"] if place < len(row.cells)
        }
        letters = {one for one in said_there if len(one) == 1 and one.isalpha()}
        self._plain = (
            {"y", "n"} if "y" in letters else frozenset[str]()
        )  # "M" beside them is a maybe, and they stay what they are
        self._is_code = bool(letters - {"y", "n", "x"}) and len(letters) > 1
        asked = " ".join(self._headings.get(place, "") for place in self._places["coming"])
        self._welsh = {"na": "no"} if "ie" in said_there or re.search(r"\bie\s*/\s*na\b", asked, re.I) else {}
        self._aside = {
            head.place: ASKS_LEAVE.search(head.text) is not None
            for head in heads
            if head.text and taken.meanings.get(head.place) == LEFT and taken.is_open(head.place)
        }
        self._attended = any(
            words.says("attendance", self._headings.get(place, "")) for place in self._places["coming"]
        )
        self._arrived = any(words.says("arrivals", self._headings.get(place, "")) for place in self._places["coming"])
        self._marked = self._marks(heads, rows)
        self._undo = lru_cache(maxsize=20_000)(undo)
        self._options = {
            place: needing.Options([row.cells[place] for row in rows if place < len(row.cells)], self._reader)
            for place in self._places["needs"]
        }

    def people(self, row: Row, section: Section) -> Sequence[Listed | Refused]:
        """Return a row as it would come in: nobody when nothing stands in a column that is read, two for "Dorothy & Ken"."""
        doubts: list[str] = []
        cells = self._cells(row, doubts)
        if not cells:
            return ()
        by = {key: [cells[place] for place in places if place in cells] for key, places in self._places.items()}
        typed, first, last, preferred = (" ".join(by.get(key, [])) for key in ("name", "first", "last", "preferred"))
        if not (typed or first or last) and any(self._places.get(key) for key in NAMES):
            typed, preferred = preferred, ""
        whole = " ".join(filter(None, (first, last))) if (first and last) or not typed else typed
        several = couples.apart(whole, self._words)
        if len(several) < 2:
            return (self._person(row, section, cells, by, named(typed, first, last, preferred, self._words), doubts),)
        made = []
        for part, name in enumerate(several):
            told = [*doubts, f"The list has “{short(whole)}” in one row. What it says is taken for each of them."]
            others = [other.split()[0] for other in several if other != name]
            own = partial(couples.own_part, name=name.split()[0], others=others)
            theirs = by | {key: list(map(own, by.get(key, ()))) for key in _TOLD_APART}
            one = self._person(row, section, cells, theirs, named(name, "", "", "", self._words), told)
            made.append(_part(one, part, others))
        return made

    def _person(
        self,
        row: Row,
        section: Section,
        cells: Mapping[int, str],
        by: Mapping[str, list[str]],
        who: Named,
        doubts: list[str],
    ) -> Listed | Refused:
        if who.why_not:
            return Refused(row.number, who.why_not)
        turned = any(
            note.isalpha() and note.istitle() for note in by.get("notes", [])
        )  # "Wheelchair - Joan"; not "Daisy"
        if turned and " " not in who.name and self._reader.is_known(who.name):
            who.ticked = False
            doubts.append(f"“{who.name}” looks like a need, and nobody's name.")
        by = {key: self._without_formulas(values, doubts) for key, values in by.items()}
        by["contact"] = [*by.get("contact", []), *contact.given(by.get("contact_ok", []))]
        refused = self._refused(cells, doubts)
        refused.update(self._left_behind(row, doubts))
        replies, kept = self._replies([*by.get("notes", []), *who.notes])
        for note in [*kept, *by.get("coming", [])]:
            refused.update(dict.fromkeys(sorted(said.refused_in(note))))
        told = notes.read(
            kept,
            self._reader,
            self._words,
            doubts,
            of=folded(who.name),
            role_too=not self._places["role"],
            beside=who.notes,
        )
        mails = contact.mails([*by.get("mail", []), *([who.mail] if who.mail else [])], self._words, doubts)
        if who.ticked and any(self._words.has("offices", mail.partition("@")[0]) for mail in mails):
            doubts.append("The address is an office's. This may be an organisation, and no person.")
        way = next(iter(by.get("way", [])), "")
        reach, way = contact.reached(
            mails,
            contact.phones(by.get("phone", []), self._words, doubts),
            contact.others(by.get("contact", []), self._words, doubts),
            "; ".join(told.reach),
            way if contact.is_said(way, self._words) else "",
            self._needs,
        )
        reply = self._reply(by.get("coming", []), doubts) or next(iter(replies), "") or who.reply
        wanted = [
            *self._wanted(cells, by, refused, doubts),
            *needing.ways(way),
            *self._food(by.get("food", []), doubts),
            *told.needs,
            *([needing.with_them(who.with_them, self._reader)] if who.with_them else []),
            *notes.of_reply(reply, self._words, self._reader, doubts),
        ]
        coming = self._coming(row, reply, doubts)
        for place in self._later:
            coming = later.after(
                coming, row.cells[place] if place < len(row.cells) else "", self._headings[place], self._words, doubts
            )
        if section.title:
            self._below_a_title(section.title, row, who, doubts, told=coming is not None)
        return Listed(
            number=row.number, name=who.name, role=self._role(cells, who, section) or told.role,
            ticked=who.ticked and not self._is_organisation(row, who, doubts),
            needs=needing.joined(wanted), contact=reach, attendance=None if who.crossed or any(CROSSED in note for note in kept) else coming or section.coming,
            refused=tuple(refused), doubts=tuple(dict.fromkeys([*who.doubts, *doubts])),
        )  # fmt: skip

    @staticmethod
    def _below_a_title(line: str, row: Row, who: Named, doubts: list[str], *, told: bool) -> None:
        """Doubt a line that may be a title and nobody, and whether those below it come."""
        if line in row.filled:
            who.ticked = False
            doubts.append(f"“{short(line)}” looks like a title, and nobody.")
        elif not told:
            what = line if line is EMPTY else f"“{short(line)}”"
            doubts.append(f"{what} above may begin another part of the list. Ask whether they come.")

    def _is_organisation(self, row: Row, who: Named, doubts: list[str]) -> bool:
        places = (*self._taken.kinds, *self._places["role"])
        said_so = any(
            place < len(row.cells) and self._words.has("kinds_of_organisation", row.cells[place]) for place in places
        )
        elsewhere = next((cell for cell in row.cells if cell and self._words.is_one("nobody_rows", cell)), "")
        if elsewhere and who.ticked:
            doubts.append(f"The list says “{short(elsewhere)}” of this, which is no person.")
        if said_so and who.ticked:
            doubts.append("The list has this as an organisation, and no person.")
        return said_so or bool(elsewhere)

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
        doubts += [f"“{short(words)}” is a formula and was left out." for words in values if is_formula(words)]
        return [words for words in values if not is_formula(words)]

    def _refused(self, cells: Mapping[int, str], doubts: list[str]) -> dict[str, None]:
        refused: dict[str, None] = {}
        for key, meaning in self._words.meanings.items():
            for place in self._places[key] if meaning.consent else ():
                cell, heading = cells.get(place, ""), self._headings.get(place, "")
                gives = key == "contact_ok" and contact.given([cell])
                if not is_formula(cell) and not gives and said.refused(cell, heading, meaning, self._words, doubts):
                    refused[meaning.consent] = None
                    also = PURPOSES.intersection(one for one, _ in self._words.headings(heading))
                    refused.update((self._words.meanings[one].consent, None) for one in sorted(also))
        return refused

    def _left_behind(self, row: Row, doubts: list[str]) -> dict[str, None]:
        """Return what is refused in columns that nobody knows to read. A no to something else in them, and a need, is asked about."""
        refused: dict[str, None] = {}
        for place, asks_leave in self._aside.items():
            cell = row.cells[place] if place < len(row.cells) else ""
            if not cell or is_formula(cell):
                continue
            noes = sorted(said.refused_in(cell))
            refused.update(dict.fromkeys(noes))
            no = asks_leave and (self._words.has("no", cell) or self._words.begins("negative", cell))
            way = contact.WAY.fullmatch(cell) is not None  # a number at home, beside a mobile
            if not noes and (no or way or (self._reader.is_known(cell) and not self._reader.says_nothing(cell))):
                doubts.append(f"Nothing was taken of “{short(cell)}” under “{short(self._headings[place])}”. Ask them.")
        return refused

    def _coming(self, row: Row, reply: str, doubts: list[str]) -> Attending | None:
        """Return whether they come; a tick under "Apologies" or "Not attending" says that they do not."""
        for place, answer in sorted(self._marked.items(), key=lambda one: one[1] is Attending.INVITED):
            cell = row.cells[place] if place < len(row.cells) else ""
            initial = cell.casefold() == self._headings.get(place, "")[:1].casefold()
            if cell and (initial or self._words.has("yes", cell)):
                return answer
        away = [row.cells[place] for place in self._away if place < len(row.cells)]
        if any(self._words.has("yes", cell) for cell in away):
            return Attending.APOLOGIES
        if self._attended and self._words.has("no", reply):
            return Attending.DID_NOT_COME
        if self._arrived and self._words.has("no", reply):
            return None  # nobody has come yet to a door that is not open
        return None if reply in away and self._words.has("no", reply) else said.attending(reply, self._words, doubts)

    def _marks(self, heads: Sequence[Head], rows: Sequence[Row]) -> Mapping[int, Attending]:
        """Return what a mark says in each of several columns, one an answer: "Present", "Apologies", "Absent"."""
        found = {
            head.place: answer
            for head in heads
            if self._taken.meanings.get(head.place) in {LEFT, "coming"}
            and said.is_answer(head.own, self._words)
            and not _NUMBER.fullmatch(head.own)
            and self._holds_marks(head, rows)
            and (answer := said.attending(head.own, self._words, [])) is not None
        }
        return found if len(set(found.values())) > 1 else {}

    def _holds_marks(self, head: Head, rows: Sequence[Row]) -> bool:
        """Tell whether nothing stands in a column but marks or answers; numbers of rows below "No" are none."""
        cells = {row.cells[head.place] for row in rows if head.place < len(row.cells)} - {""}
        return not any(cell.isdecimal() and cell not in {"0", "1"} for cell in cells)

    def _reply(self, cells: Sequence[str], doubts: list[str]) -> str:
        """Return what a column for replies says; single letters of a code that nobody explains say nothing: A, D, N."""
        reply = next(iter(cells), "")
        if self._is_code and len(reply) == 1 and reply.isalpha() and reply.casefold() not in self._plain:
            doubts.append(f"Whether they come is not sure: “{reply}”.")
            return ""
        return self._welsh.get(plain(reply), reply) if self._welsh else reply

    def _replies(self, told: Sequence[str]) -> tuple[list[str], list[str]]:
        """Return what notes say first of coming, "yes" of "yes, needs the loop", and the notes without it. A number may stand before it."""
        if len(self._places["notes"]) > 1 or set(self._taken.meanings.values()) & {"coming", "role"}:
            return [], list(told)
        ways = [found[0] if (found := contact.WAY.match(note)) else "" for note in told]
        parted = [
            said.reply_first(note[len(way) :].lstrip(" ,;:–-"), self._words)
            for note, way in zip(told, ways, strict=True)
        ]
        parted = [(reply, rest) if reply else said.reply_last(rest, self._words) for reply, rest in parted]
        if not any(self._headings.values()):
            parted = [(reply, rest) if reply else said.plainly_first(rest) for reply, rest in parted]
        replies = [reply for reply, rest in parted if reply and (rest or not self._is_bare(reply))]
        kept = [f"{way}; {rest}" if way else rest for way, (_, rest) in zip(ways, parted, strict=True)]
        return replies, [note for note in kept if note.strip("; ")]

    def _is_bare(self, reply: str) -> bool:
        """Tell whether a note says yes or no and nothing else, below a heading that asks something nobody knows."""
        return any(self._headings.values()) and any(self._words.has(key, reply) for key in ("yes", "no"))

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
                wanted += self._reader.needs(option) if option else []
                only_yes = only_yes or (
                    "" if option else f"The list says “{cell}” under “{self._headings.get(place, '')}”."
                )
                continue
            for piece in self._options[place].pieces(cell):
                piece = self._reader.under(self._headings.get(place, ""), piece)
                if self._is_of_another(piece, doubts) or self._is_only_a_reply(piece, doubts):
                    continue
                refusing = said.refused_in(piece)
                refused.update(dict.fromkeys(sorted(refusing)))
                found = [] if refusing and not self._reader.read(piece).known else self._reader.needs(piece)
                wanted += found
                if found and "?" in piece:
                    doubts.append(f"Nobody is sure about this need: “{short(piece)}”.")
        for words in by.get("format", []):
            wanted += needing.formats(words, self._reader)
        if only_yes and not wanted:
            doubts.append(f"{only_yes} Ask what they need.")
        return wanted

    def _is_only_a_reply(self, words: str, doubts: list[str]) -> bool:
        """Tell whether words below a question about needs only say that nobody knows them yet, or that somebody cannot come."""
        if self._is_to_follow(words, doubts):
            return True
        if self._reader.read(words).known or said.attending(words, self._words, []) is not Attending.APOLOGIES:
            return False
        if len(words.split()) < _SENTENCE or re.search(r"^(?:no|not|without)\b|\b(?:need|requir)", words, re.I):
            return False
        doubts.append(f"Whether they come is not sure: “{short(words)}”.")
        return True

    def _is_to_follow(self, words: str, doubts: list[str]) -> bool:
        """Tell whether words only say that what is asked is still to be told: "TBC", "will let you know"."""
        if self._reader.says_nothing(words) or not said.is_answer(words, self._words):
            return False
        if said.attending(words, self._words, []) is not Attending.INVITED:
            return False
        doubts.append(f"The list says “{short(words)}” of what they need. Ask them.")
        return True

    @staticmethod
    def _is_of_another(words: str, doubts: list[str]) -> bool:
        if not notes.is_of_somebody_else(words):
            return False
        doubts.append(f"This is about somebody else, and stays behind: “{short(words)}”.")
        return True

    def _food(self, cells: Sequence[str], doubts: list[str]) -> list[needing.Said]:
        wanted: list[needing.Said] = []
        for words in cells:
            if self._words.has("yes", words):
                doubts.append(f"The list says “{words}” about food. Ask what they need.")
            else:
                wanted += [
                    need
                    for need in needing.food(words, self._reader)
                    if not self._is_of_another(need[0][6:], doubts) and not self._is_to_follow(need[0][6:], doubts)
                ]
        return wanted

    def _role(self, cells: Mapping[int, str], who: Named, section: Section) -> str:
        said_so, asked = "", []
        for place in self._places["role"]:
            cell, option = cells.get(place, ""), self._taken.options.get(place, "")
            if option:
                asked += [option] if self._words.has("yes", cell) else []
            elif contact.is_said(cell, self._words) and not self._words.has("not_roles", cell) and not is_formula(cell):
                said_so = said_so or "; ".join(filter(None, map(str.strip, _PRICE.sub("", cell).split(";"))))
        return said_so or ", ".join(asked) or section.role or who.role


def _part(row: Listed | Refused, part: int, others: Sequence[str]) -> Listed | Refused:
    """Return one of the people of a row, without what is said of the other of two by name: "Ken - no dairy" is not Dorothy's."""
    number = part_of(row.number, part)
    if isinstance(row, Refused):
        return row._replace(number=number)
    kept = tuple(
        (words, group)
        for words, group in row.needs
        if not any(re.match(rf"(?:food: )?{re.escape(other)}\b\s*[-–:(]", words) for other in others)
    )
    return replace(row, number=number, needs=kept)
