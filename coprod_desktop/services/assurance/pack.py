"""The assurance pack, written from the installed version. It needs no workspace and reads none."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from coprod_desktop import paths
from coprod_desktop.domain.assurance import NAMES, PackPaper, PackPart, named_tests, parse_paper
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.content_table import WrongContent
from coprod_desktop.domain.format_table import Format, MadeOf
from coprod_desktop.errors import UserError
from coprod_desktop.publish import press
from coprod_desktop.publish.assurance import PackFacts, assurance_paper
from coprod_desktop.publish.filenames import file_name
from coprod_desktop.publish.press import Pressed, PressSettings
from coprod_desktop.publish.render.every_format.whole import whole_file
from coprod_desktop.services.assurance import facts as known
from coprod_desktop.services.assurance import materials, tested
from coprod_desktop.services.making import papers
from coprod_desktop.services.making.papers import Made, Progress, Wanted
from coprod_desktop.services.program import about, content
from coprod_desktop.services.program.about import LicensedPart

FORMATS = ("docx", "html")
_ALSO = {"word": "docx"}
_EQUALITY, _KIND = "equality", "equality-assessment"
_LINES = 3
_BODY = 12.0
"""Points of plain text in Word: papers for offices, as small as clear print may be."""


def load() -> tuple[PackPaper, ...]:
    """Read the papers of the pack. WrongContent when a table cannot be what was meant."""
    return tuple(_with_headings(parse_paper(name, _read(name))) for name in NAMES)


def _read(name: str) -> Any:
    try:
        return json.loads(paths.resource("content", "assurance", f"{name}.json").read_text("utf-8"))
    except (OSError, ValueError) as wrong:
        raise WrongContent(f"assurance/{name}.json", "it is missing, or it is not JSON") from wrong


def _with_headings(told: PackPaper) -> PackPaper:
    """Return the equality assessment with the headings and hints that groups have for theirs: they have one home."""
    if told.name != _EQUALITY:
        return told
    filled = {part.heading: part for part in told.parts}
    headings = content.agreed_papers().of(_KIND).headings
    if others := filled.keys() - {one.heading for one in headings}:
        raise WrongContent(f"assurance/{_EQUALITY}.json", f"the assessment has no heading “{min(others)}”")
    parts = (
        replace(filled.get(one.heading, PackPart(heading=one.heading)), ask=one.hint, fill=_LINES) for one in headings
    )
    return replace(told, parts=tuple(parts))


def formats() -> tuple[str, ...]:
    """Return the names of the formats the pack can be made in: those that are drawn from a document."""
    return tuple(form.name for form in content.load().formats.rows if form.made_of is MadeOf.DOCUMENT)


def _chosen(names: Sequence[str]) -> tuple[Format, ...]:
    wanted = [_ALSO.get(name, name) for name in names]
    for name in wanted:
        if name not in formats():
            raise UserError(
                f"There is no format called {name!r} for the assurance pack.", f"These are: {', '.join(formats())}."
            )
    return content.load().formats.among(wanted)


def make(
    folder: Path,
    names: Sequence[str] = FORMATS,
    *,
    now: Callable[[], datetime.datetime],
    progress: Progress = lambda *_: None,
    wanted: Wanted = lambda: True,
) -> Made:
    """Write the whole pack into the folder, each paper in these formats, and the bill of materials as JSON."""
    forms, told, moment, listed = _chosen(names), load(), now(), materials.parts()
    facts = facts_of(told, moment.date(), listed)
    settings = PressSettings(made_on=moment, body_pt=_BODY)
    named = partial(_path, folder, moment.date(), facts.version)
    work: list[tuple[str, Callable[[], Pressed]]] = []
    for n, paper in enumerate(told):
        for form in forms:
            place = partial(named, f"{n}-{paper.name}")
            work.append((paper.title, partial(_press, paper, facts, form, settings, place)))
    last = f"{len(told) - 1}-{told[-1].name}"
    work.append(("Bill of materials", partial(_write_bill, named(last, "", "json"), moment, listed)))
    pressed = papers.run(work, folder, progress, wanted)
    return Made(paths=pressed.paths, draft=False, warnings=pressed.warnings, changes=Changes())


def _path(folder: Path, day: datetime.date, version: str, name: str, apart: str, ending: str) -> Path:
    kind = "-".join(part for part in ("assurance", name, apart) if part)
    return folder / file_name(day, version, ending, kind)


def _press(told: PackPaper, facts: PackFacts, form: Format, settings: PressSettings, named: press.NameOf) -> Pressed:
    return press.press(assurance_paper(told, facts), form, settings, named)


def _write_bill(path: Path, now: datetime.datetime, listed: Sequence[LicensedPart]) -> Pressed:
    text = json.dumps(materials.bill(now, listed), ensure_ascii=False, indent=1)
    with whole_file(path) as part:
        part.write_text(f"{text}\n", encoding="utf-8", newline="\n")
    return Pressed((path,))


def facts_of(told: tuple[PackPaper, ...], day: datetime.date, listed: Sequence[LicensedPart]) -> PackFacts:
    """Return what the program knows of itself, with these parts."""
    return PackFacts(
        version=about.version() or "(not installed)",
        day=day,
        words=known.words(),
        tested=tested.read(),
        tests=named_tests(told),
        materials=tuple((part.name, part.version, part.licence) for part in listed),
        places=known.places(),
        cipher=known.cipher(),
        papers=told,
    )
