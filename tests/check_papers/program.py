"""What the program itself makes of real sessions: every kind of paper in every format it can be had in."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from coprod_desktop.domain.format_table import Format
from coprod_desktop.publish import paper_kinds, press
from coprod_desktop.publish.own.letter import KIND as LETTER
from coprod_desktop.publish.own.posting_list import Posted, posting_list
from coprod_desktop.publish.paper import Paper
from coprod_desktop.services import (
    agreed,
    agreed_versions,
    group_sessions,
    groups,
    log,
    organisation,
    people,
    prepare,
    sessions,
)
from coprod_desktop.services import workspace as workspaces
from coprod_desktop.services.bring_in import merge
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import agreed as agreed_making
from coprod_desktop.services.making import handouts, letters, money, papers, reports
from coprod_desktop.services.making.papers import Made
from coprod_desktop.services.program import content
from tests.desks import EVALUATION, HOME_CARE, STEERING
from tests.publish.render import branded
from tests.publish.render.papers import picture

FORMATS = content.load().formats

POSTING_LIST = "posting-list"
AGREED = tuple(kind.name for kind in content.load().agreed.rows if not kind.home)
SOME_AGREED = ("charter", "definition", "improvement-plan")
KINDS = (*paper_kinds.NAMES, LETTER, *reports.names(), *handouts.KINDS, *money.TO_A_PERSON, *AGREED, POSTING_LIST)
NOW = datetime.datetime(2026, 11, 23, 10, 0, tzinfo=datetime.UTC)
File = tuple[str, str, Path, Paper | None]
"""(name, format, path, the paper)"""


def prepared(folder: Path, *, short: bool) -> None:
    """Make a workspace with the sample sessions in it: agenda, rules, and an organisation with a logo."""
    workspaces.create(folder, None)
    with _open(folder) as desk:
        sent_by = branded.organisation()
        for name in ("name", "contact_name", "phone", "text_number", "mail", "post", "colour"):
            organisation.change(desk, **{name: getattr(sent_by, name)})
        organisation.set_logo(desk, picture("", 400, 160).data, sent_by.logo_alt or "")
        starter = content.load()
        for sample in (HOME_CARE,) if short else (HOME_CARE, STEERING, EVALUATION):
            session = merge.import_file(desk, sample.read_bytes()).session
            prepare.use_agenda(desk, session, next(iter(starter.agendas().values())))
            if not sessions.record(desk, session).ground_rules:
                prepare.use_rules(desk, session, starter.ground_rules())
            papers.review(desk, session)
        for kind in SOME_AGREED if short else AGREED:
            _agree(desk, kind)


def _agree(desk: Desk, kind: str) -> None:
    """Have a paper of this kind written, agreed and signed up to, with a version before it."""
    paper, _ = agreed.begin(desk, kind)
    for words in (
        "We keep to this.",
        "We keep to this, and to more:\n- one thing\n- another, see https://example.org/more",
    ):
        version = agreed.one(desk, paper).newest
        for heading, text in version.parts:
            if heading not in dict(starter := desk.content.agreed.of(kind).starting()) or not dict(starter)[heading]:
                agreed.write(desk, version.id, heading, words)
            elif text.endswith(": "):
                agreed.write(desk, version.id, heading, text.replace(": ", ": something"))
        agreed.say_changed(desk, version.id, "The words are clearer")
        agreed_versions.agree(desk, version.id)
        if version.n == 1:
            agreed_versions.new_version(desk, paper)
    agreed_versions.sign(desk, paper, "Healthwatch Northshire")


def _group(desk: Desk, session: str) -> str:
    """Return the id of a group with this session and a line in its log, the same when all is made again."""
    for there, _ in reports.groups(desk):
        return there
    group, _ = groups.add(desk, "Standing group", "forum")
    log.add(desk, "Buses come later on Sundays", group=group, kind="learning")
    group_sessions.put_into(desk, session, group)
    return group


def make(folder: Path, workspace: Path, *, short: bool) -> Iterator[File]:
    """Make every kind of paper of every session in the workspace, in every format there is of it."""
    with _open(workspace) as desk, _seen_at_the_press() as seen:

        def done(name: str, made: Made) -> Iterator[File]:
            pressed = {path: (form, paper) for paper, form, paths in seen for path in paths}
            yield from (
                (name, form, path, paper) for path in made.paths for form, paper in [pressed.get(path, _drawn(path))]
            )

        lines = sessions.every(desk)
        of_one = _group(desk, lines[0].id)
        for number, line in enumerate(lines, start=1):
            for kind in paper_kinds.NAMES:
                name = f"{kind} {number}"
                yield from done(name, papers.make(desk, line.id, FORMATS.papers, folder / name, kind=kind))
            for kind in handouts.KINDS:
                made = handouts.make(desk, line.id, kind, folder / f"{kind} {number}", FORMATS.also_for(kind))
                yield from done(f"{kind} {number}", made)
            for kind in money.TO_A_PERSON:
                person = next(p.id for p in people.on_list(desk, line.id))
                where = folder / f"{kind} {number}"
                yield from done(kind, money.make(desk, person, kind, where, FORMATS.also_for(kind), session=line.id))
            for person in _some_people(desk, line.id, 1 if short else 2):
                yield from done(
                    LETTER,
                    letters.make(desk, line.id, folder / LETTER / person, [person], FORMATS.papers, they_read_it=True),
                )
        for held in agreed.every(desk, everywhere=True):
            kind = held.paper.kind
            yield from done(kind, agreed_making.make(desk, held.paper.id, FORMATS.papers, folder / kind))
            name = f"{kind} blank"
            yield from done(name, agreed_making.make_blank(desk, kind, FORMATS.papers, folder / name))
        for kind in desk.content.reports().kinds:
            made = reports.make(
                desk, kind.name, FORMATS.papers, folder / kind.name, of_group=of_one if kind.members else None
            )
            yield from done(kind.name, made)
    path = folder / f"{POSTING_LIST}.pdf"
    posting_list(path, kind="You said, we will", code="3fa-9c1-d2e-4b7", made_on=NOW, posted=_posted())
    yield POSTING_LIST, POSTING_LIST, path, None


@contextmanager
def _open(folder: Path) -> Iterator[Desk]:
    desk = workspaces.unlock(folder, None)
    try:
        yield dataclasses.replace(desk, now=lambda: NOW)
    finally:
        workspaces.close(desk)


@contextmanager
def _seen_at_the_press() -> Iterator[list[tuple[Paper, str, tuple[Path, ...]]]]:
    """Note which paper each file is of: what the services return are the files alone."""
    seen: list[tuple[Paper, str, tuple[Path, ...]]] = []
    pressing: Callable[..., press.Pressed] = press.press

    def noting(paper: Paper, form: Format, settings: press.PressSettings, name_of: press.NameOf) -> press.Pressed:
        made = pressing(paper, form, settings, name_of)
        seen.append((paper, form.name, made.paths))
        return made

    press.press = noting
    try:
        yield seen
    finally:
        press.press = pressing


def _drawn(path: Path) -> tuple[str, None]:
    """Return the format of a file that goes to no press."""
    return "large-print" if "large-print" in path.name else path.suffix[1:], None


def _some_people(desk: Desk, session: str, how_many: int) -> Sequence[str]:
    """Return people a letter can be written to."""
    people = sessions.record(desk, session).people
    return [p.id for p in people if p.consent_withdrawn_on is None][:how_many]


def _posted() -> tuple[Posted, ...]:
    one = Posted(name="Ana Quist", pack="01-a1b2", way="post", where="", formats=(), missing=())
    large = ("Large print (PDF), 20 point", "Braille files")
    return (
        dataclasses.replace(one, name="Siân Ŵyn", where="1 Mill Road\nMarrowdale MD1 1AA", formats=large),
        dataclasses.replace(one, name="Łukasz <b>Żak</b>", way="email", where="l@example.org", formats=("Web page",)),
        dataclasses.replace(one, missing=("Nobody has asked how Ana reads.",)),
        dataclasses.replace(one, name="ہم جاننا", missing=("No address.",)),
    )
