"""Makes the record of everything about one person, and the covered draft, as files of one's own."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from coprod_desktop.domain.changes import Changes
from coprod_desktop.publish import press
from coprod_desktop.publish.filenames import file_name
from coprod_desktop.publish.own.about_person import AboutPerson, about_person, as_json
from coprod_desktop.publish.press import Pressed, PressSettings
from coprod_desktop.publish.render.every_format.whole import whole_file
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import papers
from coprod_desktop.services.making.papers import Made, Progress
from coprod_desktop.services.rights.covering import covered
from coprod_desktop.services.rights.everything import everything

FORMATS = ("docx", "html", "json")


def make(
    desk: Desk,
    person: str,
    folder: Path,
    *,
    progress: Progress = lambda *_: None,
    wanted: Callable[[], bool] = lambda: True,
    looked: Callable[[float], None] = lambda _done: None,
) -> Made:
    """Make both in Word, as a web page and as JSON, in the private folder inside `folder`. `looked` hears how far the looking is."""
    whole = everything(desk, person, looked)
    work: list[tuple[str, Callable[[], Pressed]]] = []
    for about in (whole, covered(desk, person, whole)):
        work += _work(desk, about, person, folder / "private")
    pressed = papers.run(work, folder / "private", progress, wanted)
    return Made(paths=pressed.paths, draft=False, warnings=pressed.warnings, changes=Changes())


def _work(desk: Desk, about: AboutPerson, person: str, folder: Path) -> Sequence[tuple[str, Callable[[], Pressed]]]:
    paper = about_person(about)
    settings = PressSettings(made_on=desk.now())

    def named(apart: str, ending: str) -> Path:
        kind = f"{paper.kind}-{apart}" if apart else paper.kind
        return folder / file_name(about.on, person, ending, kind, private=True)

    forms = desk.content.formats.among(FORMATS[:2])
    work = [(form.name, partial(press.press, paper, form, settings, named)) for form in forms]
    return [*work, ("json", partial(_json, about, named("", "json")))]


def _json(about: AboutPerson, target: Path) -> Pressed:
    text = json.dumps(as_json(about), ensure_ascii=False, indent=1)
    with whole_file(target) as part:
        part.write_text(text + "\n", encoding="utf-8")
    return Pressed((target,))
