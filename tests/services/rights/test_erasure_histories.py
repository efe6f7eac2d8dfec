"""Whatever was done before: after an erasure no word of the person's, and no form of their name, is in any page."""

from __future__ import annotations

import shutil
from pathlib import Path

from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from coprod_desktop.domain.permission import Circle, Voices
from coprod_desktop.domain.words import AnswerKind
from coprod_desktop.errors import UserError
from coprod_desktop.services import answers, capture, drafts, join_and_split, people, permissions, sessions, workspace
from coprod_desktop.services.bring_in import between_laptops, merge, session_file
from coprod_desktop.services.capture import NewLine
from coprod_desktop.services.making import papers
from coprod_desktop.services.permissions import Answer
from coprod_desktop.services.rights import erasure, finding
from coprod_desktop.store import schema, undo
from tests.desks import every_value
from tests.rules.making import bring, line
from tests.services.rights.test_erasure import plain_pages

WORDS = ("quinquereme", "marzipan", "oboe", "thimble")
NAMES = ("Vashti", "Oddfellow")
FOR_OTHERS = ("kazoo", "zither", "ocarina", "bagpipe")
"""Words that she said for somebody else: theirs, and never lost."""
OTHERS = ("As {} said, the bus is late", "{} left early again", "Ask {} and her sister")
ACTS = (
    *(
        "say",
        "say for",
        "speak for",
        "speak, then for",
        "refuse for",
        "edit",
        "other names",
        "need",
        "contact",
        "agree",
        "point",
        "answer",
        "draft",
        "join",
        "split",
    ),
    *("paper", "undo", "remove", "theme", "purpose", "again"),
)
HISTORY = st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 3)), min_size=2, max_size=14)


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)
@example(history=[("speak for", 0), ("edit", 0), ("refuse for", 1), ("again", 0)])
@example(history=[("speak, then for", 2), ("remove", 2), ("again", 0), ("undo", 0)])
@example(history=[("need", 0), ("again", 0)])
@example(history=[("say", 0), ("point", 1), ("remove", 2), ("again", 0)])  # told from a line in the Bin
@given(history=HISTORY)
def test_after_any_history_nothing_of_the_person_is_left(history, tmp_path_factory, empty_workspace):
    folder = tmp_path_factory.mktemp("erased")
    desk = workspace.unlock(Path(shutil.copytree(empty_workspace, folder / "desk")), None)
    try:
        session = bring(
            desk, entries=[line(1, "The quinquereme ferry never waits", "p1"), line(2, "Nobody rings back", "p2")]
        )
        vashti = finding.find_person(desk, "Vashti Oddfellow")
        files = [exported(desk, session)]
        for what, which in history:
            try:
                act(desk, session, vashti, what, which, folder)
            except UserError:
                continue
            if what == "again":
                files.append(exported(desk, session))
        theirs = said_for_bram(desk, vashti)
        erasure.erase(desk, vashti)
        nothing_is_left(desk)
        assert {row: words for row, (words, _) in said_for_bram(desk).items()} == {r: w for r, (w, _) in theirs.items()}
        for data in files:
            merge.import_file(desk, data)
        nothing_is_left(desk)
        now = said_for_bram(desk)
        assert {row: words for row, (words, _) in now.items() if row in theirs} == {
            r: w for r, (w, _) in theirs.items()
        }
        assert all(not may for row, (_, may) in now.items() if row in theirs and not theirs[row][1])
        assert any(e.text == "Nobody rings back" for e in capture.lines(desk, session)) or removed(desk, session)
    finally:
        workspace.close(desk)


def said_for_bram(desk, by=None):
    """Return id: (words, whether they may be quoted) of every line said for him by her (by somebody, when nobody is given)."""
    with desk.store.read() as connection:
        rows = connection.execute(schema.entry.select().where(schema.entry.c.said_for.is_not(None))).mappings().all()
    bram = finding.find_person(desk, "Bram Tolliver")
    mine = [row for row in rows if row["said_for"] == bram and (by is None or row["speaker"] == by)]
    assert by is not None or all(row["speaker"] is None for row in mine)
    found = {}
    for row in mine:
        answers = sessions.record(desk, row["session_id"]).permissions
        voices = Voices(row["id"], row["speaker"], row["said_for"])
        found[row["id"]] = (row["text"], answers.may_quote(voices, Circle.ANYONE))
    return found


def nothing_is_left(desk) -> None:
    parts = (*WORDS, *NAMES, *(name.lower() for name in NAMES))
    left = [(table, value[:120]) for table, value in every_value(desk) if any(part in value for part in parts)]
    assert left == []
    desk.store.checkpoint()
    plain = plain_pages(desk.store.folder, desk.store.raw_key())
    assert [part for part in parts if part.encode() in plain] == []


def exported(desk, session) -> bytes:
    record = sessions.record(desk, session)
    return session_file.write(record, between_laptops.of(desk, record))


def removed(desk, session) -> bool:
    with desk.store.read() as connection:
        return bool(
            connection.exec_driver_sql(
                "select 1 from entry where text='Nobody rings back' and deleted_at is not null"
            ).first()
        )


def newest(changes) -> str:
    return next(ref.id for ref in changes.added if ref.noun == "entry")


def act(desk, session, person, what: str, which: int, folder: Path) -> None:
    lines = capture.lines(desk, session)
    own = [e.id for e in lines if person == (e.said_for or e.speaker)]
    bram = finding.find_person(desk, "Bram Tolliver")
    word = WORDS[which]
    match what:
        case "say":
            capture.add(desk, session, NewLine(text=f"My {word} was lost on the stairs", speaker=person))
        case "say for":
            capture.add(desk, session, NewLine(text=f"She needs her {word} every day", speaker=bram, said_for=person))
        case "speak for":
            said = NewLine(text=f"He lost his {FOR_OTHERS[which]} there", speaker=person, said_for=bram)
            made = newest(capture.add(desk, session, said))
            permissions.ask_lines(desk, session, {made: Answer(allowed=True)})
        case "speak, then for":
            made = newest(capture.add(desk, session, NewLine(text=f"His {FOR_OTHERS[which]} went", speaker=person)))
            capture.change(desk, made, said_for=bram)
        case "refuse for":
            people.agree(desk, session, person, ("quote", "other words")[which % 2], "no")
        case "edit" if own:
            capture.change(desk, own[which % len(own)], text=f"And the {word} sank twice that week")
        case "other names":
            said = OTHERS[which % len(OTHERS)].format(NAMES[which % 2])
            capture.add(desk, session, NewLine(text=said, speaker=bram))
        case "need":
            people.add_need(desk, session, person, f"{word} in large print")
        case "contact":
            people.change(desk, session, person, contact=f"{word}@example.org", salutation="Ms Oddfellow")
        case "agree":
            people.agree(desk, session, person, "quote", "no" if which % 2 else "2026-10-06")
        case "point" if own:
            answers.add_point(desk, session, f"The {word} was lost", [own[which % len(own)]])
        case "answer":
            points = sessions.record(desk, session).points
            if points:
                answers.change_point(
                    desk, points[which % len(points)].id, answer=AnswerKind.WILL, text="We ask Vashti Oddfellow again",
                    owner="Sam",
                )  # fmt: skip
        case "draft":
            drafts.keep(desk, f"capture:{session}", f"Vashti says the {word}", session=session)
        case "join" if len(own) > 1:
            join_and_split.join(desk, own[1])
        case "split" if own:
            text = capture.one(desk, own[0]).text
            half = text.find(" ", len(text) // 2)
            if half > 0:
                join_and_split.split(desk, own[0], text[:half], text[half:])
        case "theme" if own:
            capture.change(desk, own[0], theme="Oddfellow's stairs")
        case "purpose":
            sessions.change(desk, session, purpose="What Vashti began")
        case "remove" if lines:
            capture.remove(desk, lines[which % len(lines)].id)
        case "paper":
            papers.review(desk, session)
            papers.make(desk, session, ["text"], folder / "papers")
        case "undo":
            with desk.store.read() as connection:
                step = undo.next_undo(connection)
            if step is not None and step.kind != undo.IMPORT:
                workspace.undo(desk)
