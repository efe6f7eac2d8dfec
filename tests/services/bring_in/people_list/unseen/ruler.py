"""Reads sets of lists with their right values, and says what a reader of lists got wrong: person by person.

`python -m tests.services.bring_in.people_list.unseen.ruler [SET …]` prints the figures of each set.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from coprod_desktop.cli.people import as_json
from coprod_desktop.errors import UserError
from coprod_desktop.services.bring_in.people_rows import read_list
from coprod_desktop.services.program import content
from tests.services.bring_in.people_list import made_lists as made

HERE = Path(__file__).parent
SETS = tuple(sorted(path.stem for path in HERE.glob("*.txt")))
NEEDS = content.load().needs
_COMING = {"C": "coming", "A": "apologies", "N": "no", "": None}
_TITLE = re.compile(r"^(?:mr|mrs|miss|ms|mx|dr|cllr|councillor|rev|revd|canon|prof)\.? (?=\S+ )", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Person:
    """What is right for one person: each field as it stands in the set, with its alternatives."""

    name: str
    role: str = ""
    coming: str = ""
    contact: str = ""
    needs: str = ""
    no: str = ""


@dataclass(slots=True)
class Sample:
    """One list of a set: its bytes, who comes in, and whom or what it must never bring in."""

    title: str
    kind: str
    lines: list[str] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    never: list[str] = field(default_factory=list)

    @property
    def data(self) -> bytes:
        """Return the list as the program that wrote it would have: text, or a workbook of its sheets."""
        text = "\n".join(self.lines) + "\n"
        if self.kind == "xlsx":
            return _workbook(self.lines)
        if self.kind == "docx":
            return made.document(*_parts_of_a_document(self.lines))
        return text.encode({"utf-16": "utf-16", "windows": "cp1252"}.get(self.kind, "utf-8"))

    @property
    def file_name(self) -> str:
        return f"list.{ {'utf-16': 'csv', 'windows': 'csv'}.get(self.kind, self.kind) }"


def samples(of_set: str) -> list[Sample]:
    """Return the lists of a set, in their order."""
    found: list[Sample] = []
    right = True
    for line in (HERE / f"{of_set}.txt").read_text("utf-8").split("\n"):
        if line.startswith("=== "):
            title, kind = line[4:].rsplit("|", 1)
            found.append(Sample(title.strip(), kind.strip()))
            right = False
        elif line == "---" and not right:
            right = True
        elif not right:
            found[-1].lines.append(line)
        elif not found:
            continue
        elif line.startswith("+ "):
            found[-1].people.append(Person(*(cell.strip() for cell in line[2:].split("|"))))
        elif line.startswith("! "):
            found[-1].never.append(line[2:].strip())
    return found


def faults(sample: Sample) -> list[tuple[str, list[str]]]:
    """Return what came in wrong: each person (or row nobody wanted) with what is wrong of it; `!` begins what is dangerous."""
    try:
        rows = [as_json(row) for row in read_list(sample.data, NEEDS, name=sample.file_name).rows]
    except UserError as error:
        return [(person.name, [f"not read: {error}"]) for person in sample.people]
    came = {_plain(row["name"]): row for row in rows if row["ticked"]}
    found = [(p.name, wrong) for p in sample.people if (wrong := _wrong(p, _came(p, came)))]
    found += [(row["name"], ["comes in and should not"]) for row in came.values()]
    everything = " ; ".join(f"{row['name']} ; {row['contact']}" for row in rows if row["ticked"])
    needed = " ; ".join(need for row in rows if row["ticked"] for need in row["needs"])
    for never in sample.never:
        if _plain(never) in map(_plain, everything.split(" ; ")) or _squeezed(never) in _squeezed(everything):
            found.append((never, ["! must never come in"]))
        elif f" {never.lower()} " in f" {needed.lower()} ":
            found.append((never, ["! is not their need"]))
    return found


def _came(person: Person, came: dict[str, dict]) -> dict | None:
    names = (_plain(name) for name in person.name.split("/"))
    return next((came.pop(name) for name in names if name in came), None)


def _wrong(person: Person, row: dict | None) -> list[str]:
    if row is None:
        return ["is not brought in"]
    wrong = []
    if not _one_of(person.role, row["role"]):
        wrong.append(f"role {row['role']!r}, not {person.role!r}")
    coming = {_COMING[c.strip("?")] for c in person.coming.split("/")} | (
        {None} if person.coming.endswith("?") else set()
    )
    if row["coming"] not in coming:
        danger = "! " if row["coming"] == "apologies" and "A" not in person.coming else ""
        wrong.append(f"{danger}coming {row['coming']!r}, not {person.coming!r}")
    wrong += _parts("contact", person.contact, row["contact"].split(";"))
    wrong += _parts("need", person.needs, row["needs"])
    noes = {no.strip() for no in person.no.split(";") if no.strip()}
    sure = {no for no in noes if not no.endswith("?")}
    if not sure <= set(row["consents"]) <= {no.strip("?") for no in noes}:
        danger = "! " if sure - set(row["consents"]) else ""
        wrong.append(f"{danger}no to {sorted(row['consents'])}, not {person.no!r}")
    return wrong


def _parts(what: str, wanted: str, came: list[str]) -> list[str]:
    """Compare parts: each wanted one stands in one that came (a need may stand in its sentence), and none came beside."""
    wrong, left = [], [part for part in came if part.strip()]
    for part in (p.strip() for p in wanted.split(";") if p.strip()):
        plain = _squeezed(part.removesuffix("?"))
        hit = [c for c in came if plain in _squeezed(c) and (what == "need" or plain == _squeezed(c))]
        if not hit and not part.endswith("?"):
            wrong.append(f"{'! ' if what == 'need' else ''}{what} {part!r} is lost: {came}")
        left = [c for c in left if c not in hit]
    if left := [c for c in left if _squeezed(c) not in _squeezed(wanted)]:
        wrong.append(f"{what} too many: {left}")
    return wrong


def _one_of(wanted: str, came: str) -> bool:
    if came in ("",) and (wanted.endswith("?") or not wanted):
        return True
    return came.casefold() in {w.strip().casefold() for w in wanted.strip("?").split("/")} | {
        wanted.strip("?").casefold()
    }


def _plain(name: str) -> str:
    return _TITLE.sub("", name).casefold().strip()


def _squeezed(text: str) -> str:
    return re.sub(r"[\s()]|^\s*food:", "", text.casefold())


def _parts_of_a_document(lines: list[str]) -> Iterator[str | list[list[str]]]:
    for is_row, some in groupby(lines, lambda line: line.startswith("T|")):
        if is_row:
            yield [line.split("|")[1:] for line in some]
        else:
            yield from some


def _workbook(lines: list[str]) -> bytes:
    sheets: dict[str, list[str]] = {}
    title = "Sheet1"
    for line in lines:
        if line.startswith("## "):
            title = line[3:]
        else:
            sheets.setdefault(title, []).append(line)
    return made.workbook(
        **{title: [[_cell(c) for c in row] for row in csv.reader(rows)] for title, rows in sheets.items()}
    )


def _cell(text: str) -> object:
    if text.startswith("#") and text[1:].isdigit():
        return int(text[1:])
    return text or None


def measured(of_set: str) -> tuple[int, int, int, int, list[str]]:
    """Return a set's figures: people entirely right, people, others who come in and should not, dangers, and the faults as lines."""
    right = everyone = others = dangers = 0
    told = []
    for sample in samples(of_set):
        wrong = faults(sample)
        named = {name for name, _ in wrong}
        everyone += len(sample.people)
        others += sum("comes in and should not" in ws for _, ws in wrong)
        right += sum(p.name not in named for p in sample.people)
        dangers += sum(w.startswith("! ") for _, ws in wrong for w in ws)
        told += [f"{sample.title} ({sample.kind}): {name}: {'; '.join(ws)}" for name, ws in wrong]
    return right, everyone, others, dangers, told


def main() -> None:
    for of_set in sys.argv[1:] or SETS:
        right, everyone, others, dangers, told = measured(of_set)
        print(
            *told,
            f"{of_set}: {right} of {everyone} people entirely right; {others} others come in; {dangers} dangerous",
            "",
            sep="\n",
        )


if __name__ == "__main__":
    main()
