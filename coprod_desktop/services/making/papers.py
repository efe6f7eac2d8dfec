"""Papers: what to look at first, how it was settled, and making the files. The gate is the only way out."""

from __future__ import annotations

import datetime
import gc
import io
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.check.findings import blocking, questions, still_found
from coprod_desktop.domain.check.kinds import WHY, FindingKind
from coprod_desktop.domain.check.settled import Decision, Finding
from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.format_table import Format, MadeOf
from coprod_desktop.domain.formats import LARGE, largest_print, print_size
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.permission import Circle
from coprod_desktop.domain.record import Organisation, Person, Session, SessionRecord
from coprod_desktop.domain.words import Publish
from coprod_desktop.errors import UserError
from coprod_desktop.publish import paper_kinds, press
from coprod_desktop.publish.document import Document
from coprod_desktop.publish.filenames import file_name
from coprod_desktop.publish.paper import Paper
from coprod_desktop.publish.press import Pressed, PressSettings
from coprod_desktop.publish.render.every_format.whole import whole_file
from coprod_desktop.publish.snapshot import PublicSnapshot
from coprod_desktop.services import drafts, members_check, promises, still_there
from coprod_desktop.services.bring_in import between_laptops, session_file
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import circles, easy_read, held, letting_go
from coprod_desktop.store import formats as stored
from coprod_desktop.store import papers as kept
from coprod_desktop.store import reading

Making = TypeVar("Making", bound=Callable[[], Pressed])
Progress = Callable[[int, int, str], None]
"""(done, of how many, what is being made)"""
Wanted = Callable[[], bool]
"""Says whether to go on."""


_MANY_LINES = 500
_LONG = 200_000
"""Bytes of files that took tens of megabytes to make."""


class Unsettled(UserError):
    """Something private is not settled: what to look at is on the Paper page."""


@dataclass(frozen=True, kw_only=True)
class Made:
    """What was made: the files, whether the paper is a draft, and what could not be drawn as typed."""

    paths: tuple[Path, ...]
    draft: bool
    warnings: tuple[str, ...]
    changes: Changes


def findings(desk: Desk, session: str, circle: Circle = Circle.ANYONE) -> tuple[Finding, ...]:
    """Return what to look at before a paper for this circle is made; settled ones stay listed."""
    source = circles.read(desk, session, circle)
    return source.findings()


def settle(desk: Desk, session: str, finding: Finding, decision: Decision, other_words: str | None = None) -> Changes:
    """Settle what a finding asks, wherever the same words stand: leave it out, print other words, or it is fine as it is.

    "It is fine" knows of the decisions that the finding was shown with. Other words that still hold what was found are
    refused with a sentence.
    """
    words = (other_words or "").strip()
    places = _places(desk, session, finding, words) if decision is Decision.OTHER_WORDS else ()
    with desk.store.write("Settled something to look at") as tx:
        still_there.session(tx, session)
        for place in places:
            tx.change("entry", place, publish=Publish.EDIT, public_text=other_words)
            drafts.saved(tx, "entry", place, ("public_text",))
        if decision is not Decision.OTHER_WORDS:
            tx.insert("settlement", settlement(desk, session, finding, decision, reviewed=False))
    return tx.changes


def _places(desk: Desk, session: str, finding: Finding, words: str) -> tuple[str, ...]:
    """Return the lines that say these words, which get other words together. UserError while the words will not do."""
    if finding.subject_kind != "entry" or not words:
        raise UserError("Write the words to print instead.", "Nothing was changed.")
    source = circles.read(desk, session, Circle.ANYONE)
    seen = still_found(source.record, source.settled, finding, words)
    if seen:
        raise UserError(
            f"These words still hold “{seen}”: {WHY[FindingKind(finding.kind)]}.",
            "Write it without that, or choose “Leave out”. Nothing was changed.",
        )
    asked = (finding, *source.findings())
    return tuple(
        dict.fromkeys(f.subject for f in asked if f.question == finding.question and f.subject_kind == "entry")
    )


def review(desk: Desk, session: str, circle: Circle = Circle.ANYONE) -> tuple[Finding, ...]:
    """Settle all that check asks about privacy as seen and fine, dated, once for the same words. Returns what was settled.

    It opens no door: what may not be published, quoted or named stays out whatever was reviewed.
    """
    open_ones = tuple(same[0] for same in questions(f for f in findings(desk, session, circle) if f.is_open))
    if open_ones:
        with desk.store.write("Reviewed what to look at") as tx:
            for finding in open_ones:
                tx.insert("settlement", settlement(desk, session, finding, Decision.FINE, reviewed=True))
    return open_ones


def settlement(desk: Desk, session: str, finding: Finding, decision: Decision, *, reviewed: bool) -> dict[str, object]:
    """Return the row of a decision; `session` may be an agreed paper, whose settlements are its own."""
    knowing = finding.stricter if decision is Decision.FINE and not reviewed else ()
    return {
        "id": new_id(),
        "session_id": session,
        "subject": finding.subject,
        "kind": finding.kind,
        "words_hash": finding.words_hash,
        "decision": decision.value,
        "on": desk.today().isoformat(),
        "reviewed": int(reviewed),
        "over": json.dumps(knowing),
    }


def snapshot(
    desk: Desk,
    session: str,
    as_of: datetime.date | None = None,
    circle: Circle = Circle.ANYONE,
    kind: str | None = None,
) -> PublicSnapshot:
    """Return what the papers of a session may hold, as things stand on its own day or on `as_of` (see circles.Source).

    Raises Unsettled while something private is unsettled.
    """
    return passed(desk, circles.read(desk, session, circle), as_of, kind)


def opened(
    desk: Desk, session: str, circle: Circle = Circle.ANYONE, kind: str | None = None
) -> tuple[SessionRecord, PublicSnapshot]:
    """Return a session's record and what its papers may hold. Raises Unsettled while something private is unsettled."""
    source = circles.read(desk, session, circle)
    return source.record, passed(desk, source, kind=kind)


def passed(
    desk: Desk, source: circles.Source, as_of: datetime.date | None = None, kind: str | None = None
) -> PublicSnapshot:
    """Return what papers of a session that was read may hold. Raises Unsettled."""
    waiting = questions(blocking(source.findings()))
    if waiting:
        things = counted(len(waiting), "thing")
        raise Unsettled(
            f"{things} to look at first: something private could be printed. No paper was made.",
            "Choose for each: leave it out, other words, or it is fine.",
        )
    return source.public(desk.today(), as_of, kind)


def paper(
    desk: Desk, session: str, kind: str = paper_kinds.YOU_SAID_WE_WILL, circle: Circle = Circle.ANYONE
) -> Document:
    """Return a paper of a session as a document tree."""
    return paper_kinds.paper(kind, snapshot(desk, session, circle=circles.fitting(kind, circle), kind=kind)).document


def draw(document: Document, made_on: datetime.datetime) -> bytes:
    """Draw a document as the PDF to show on the screen. It is never on the disk."""
    from coprod_desktop.publish.render.tagged.file import Layout, write_file

    drawn = io.BytesIO()
    write_file(document, drawn, made_on=made_on, layout=Layout())
    return drawn.getvalue()


def make(
    desk: Desk,
    session: str,
    formats: Sequence[str],
    folder: Path,
    *,
    kind: str = paper_kinds.YOU_SAID_WE_WILL,
    circle: Circle = Circle.ANYONE,
    progress: Progress = lambda *_: None,
    wanted: Wanted = lambda: True,
    own_ending: str = "",
) -> Made:
    """Make files in these formats, all from one snapshot, for anyone or for the people who came.

    `own_ending` is what the name of the session file ends in, where that is not the format's own.
    A failed or cancelled run (`wanted` says no) leaves no half file and keeps the old ones.
    """
    forms = chosen(desk, formats)
    circles.refuse_before(kind, circle)
    public = None
    if any(not form.private for form in forms):
        record, public = opened(desk, session, circle=circle, kind=kind)
    else:
        with desk.store.read() as connection:
            record = reading.session_record(connection, session)
    work: list[tuple[str, Callable[[], Pressed]]] = [
        (form.name, partial(_own, desk, record, folder, own_ending or form.ending)) for form in forms if form.private
    ]
    noted: held.ToNote | None = None
    without: tuple[str, ...] = ()
    if public:
        made = paper_kinds.paper(kind, public)
        there = [form for form in forms if press.can_press(made, form)]
        noted, without = held.to_note(desk, record, public, made, there), press.left_out(made, forms)
        work += _pressing(made, there, settings_for(desk, record, kind, noted.told_from), folder, record)
        del made
    is_long = len(record.entries) > _MANY_LINES
    del record, public  # each format holds what it is made of, and no longer than until it is
    if is_long:
        letting_go.before_drawing(desk)
    pressed = run(work, folder, progress, wanted)
    changes = keep(desk, noted, pressed.paths) if noted else Changes()
    return Made(
        paths=pressed.paths, draft=bool(noted and noted.draft), warnings=(*without, *pressed.warnings), changes=changes
    )


def _pressing(
    paper: Paper, forms: Sequence[Format], settings: PressSettings, folder: Path, record: SessionRecord
) -> list[tuple[str, Callable[[], Pressed]]]:
    """Return the making of each format, which holds what that is made of and no more: of a long paper it is much."""
    named, plain = partial(path_of, folder, record.session, paper.kind), replace(paper, easy=None)
    rows = replace(plain, document=replace(plain.document, blocks=()))
    other = replace(settings, easy_parts=[])
    of = {MadeOf.EASY_READ: (paper, settings), MadeOf.DOCUMENT: (plain, other)}
    return [
        (form.name, partial(press.press, made, form, how, named))
        for form in forms
        for made, how in [of.get(form.made_of, (rows, other))]
    ]


def chosen(desk: Desk, names: Sequence[str], known: Sequence[str] | None = None, what: str = "") -> tuple[Format, ...]:
    """Return the formats of these names. UserError when one is none of `known`: all of them, if it is not given."""
    listed = desk.content.formats.names if known is None else known
    for name in names:
        if name not in listed:
            raise UserError(f"There is no format called {name!r}{what}.", f"These are: {', '.join(listed)}.")
    return desk.content.formats.among(names)


def settings_for(
    desk: Desk, record: SessionRecord, kind: str, code: str, reader: Person | None = None
) -> PressSettings:
    """Return how the formats are set: as this organisation wants, with the pictures chosen.

    Large print is as large as anyone who came asked for, or as `reader` did, who is the only one to get it.
    """
    needs = desk.content.needs
    with desk.store.read() as connection:
        ours = stored.organisation(connection) or Organisation(id="")
    return PressSettings(
        made_on=desk.now(),
        large_pt=largest_print(record.people, needs) if reader is None else max(LARGE, print_size(reader, needs)),
        cells=ours.braille_cells or PressSettings.cells,
        lines=ours.braille_lines or PressSettings.lines,
        easy=easy_read.easy_read(desk, record.session.id, kind, code),
    )


def run(work: list[tuple[str, Making]], folder: Path, progress: Progress, wanted: Wanted) -> Pressed:
    """Do one format after another, saying how far it is. Each file is whole; UserError when stopped or not writable.

    Each is taken off the list when its turn comes: what it alone is made of is let go with it.
    """
    of = len(work)
    paths: list[Path] = []
    warnings: list[str] = []
    gc.freeze()  # what was there before is not looked through again and again
    try:
        if folder.exists() and not folder.is_dir():
            raise UserError(
                f"{folder} could not be written to: it is a file, and papers go into a folder. "
                "Your words are safe in the workspace.",
                "Choose a folder.",
            )
        folder.mkdir(parents=True, exist_ok=True)
        for i in range(of):
            if not wanted():
                raise UserError(
                    "Stopped. The papers made so far are whole.", "Make the papers again when you are ready."
                )
            name, make_one = work.pop(0)
            progress(i, of, name)
            one = make_one()
            del make_one
            if sum(path.stat().st_size for path in one.paths) > _LONG:
                letting_go.give_back()
            paths += one.paths
            warnings += [w for w in one.warnings if w not in warnings]
    except OSError as wrong:
        raise UserError(
            f"The folder {folder} could not be written to ({wrong.strerror}). Your words are safe in the workspace.",
            "Choose another folder.",
        ) from wrong
    finally:
        gc.unfreeze()
    progress(of, of, "")
    return Pressed(tuple(paths), tuple(warnings))


def path_of(folder: Path, session: Session, kind: str, apart: str, ending: str) -> Path:
    """Return where a file of a paper goes; `apart` tells files of one paper apart."""
    name = f"{kind}-{apart}" if apart else kind
    return folder / file_name(session.date, session.id, ending, name)


def _own(desk: Desk, record: SessionRecord, folder: Path, ending: str) -> Pressed:
    """Write the session file: a record of one's own, never public."""
    if record.session.sample:
        raise UserError("This is the sample session, with made-up people.", "It stays here. No file was made.")
    private = folder / "private"
    private.mkdir(exist_ok=True)
    path = private / file_name(record.session.date, record.session.id, ending, "session", private=True)
    with whole_file(path) as part:
        part.write_bytes(session_file.write(record, between_laptops.of(desk, record)))
    return Pressed((path,), (between_laptops.GROUP_STAYS,) if record.session.group_id else ())


def keep(desk: Desk, noted: held.ToNote, paths: Sequence[Path]) -> Changes:
    """Note that a paper was made. No undo step."""
    with desk.store.write() as tx:
        tx.insert(
            "paper",
            {
                "id": new_id(),
                "session_id": noted.session,
                "made_on": desk.now().isoformat(timespec="seconds"),
                "formats": json.dumps(noted.formats),
                "file_names": json.dumps(list(dict.fromkeys(p.name for p in paths if p.parent.name != "private"))),
                "fingerprint": noted.copy_code,
                "kind": noted.kind,
                "circle": noted.circle.value,
                "draft": int(noted.draft),
                "holds": json.dumps(noted.holds),
            },
        )
        if noted.kind not in paper_kinds.BEFORE:
            promises.print_told(tx, noted.session, noted.as_of)
    return tx.changes


def sent(desk: Desk, session: str, paper_id: str, people: Sequence[str], form: str, on: datetime.date) -> Changes:
    """Note that these people got a paper, in which format and when; one step. UserError while nobody looked at it."""
    if not people:
        raise UserError("Nobody is ticked yet.", "Tick those who got it.")
    row = {"session_id": session, "paper_id": paper_id, "format": form, "on": on.isoformat()}
    with desk.store.write("Noted who got a paper") as tx:
        still_there.session(tx, session)
        members_check.cannot_leave(tx, session, paper_id)
        for person in people:
            tx.insert("sent", row | {"id": new_id(), "person_id": person})
    return tx.changes


def made_before(desk: Desk, session: str) -> Sequence[kept.PaperLine]:
    """Return the papers made of a session, newest first."""
    with desk.store.read() as connection:
        return kept.papers(connection, session)


def sent_before(desk: Desk, session: str) -> Sequence[kept.SentLine]:
    """Return who got which paper."""
    with desk.store.read() as connection:
        return kept.sent(connection, session)


def papers_with(desk: Desk, session: str, entries: Sequence[str]) -> Sequence[kept.PaperLine]:
    """Return the papers that may hold the words of any of these lines."""
    return [p for p in made_before(desk, session) if set(p.holds) & set(entries)]


def papers_naming(desk: Desk, session: str, person: str) -> Sequence[kept.PaperLine]:
    """Return the papers that printed someone's name, and those of which nobody noted whom they name."""
    return [p for p in made_before(desk, session) if person in p.holds or held.NAMES_NOTED not in p.holds]


def circle_of(paper: kept.PaperLine) -> Circle:
    """Return for whom a paper was made."""
    return Circle(paper.circle) if paper.circle else Circle.ANYONE
