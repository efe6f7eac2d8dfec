"""The commands without a window: composition root. Exit 0 done, 1 refused with a sentence, 2 wrong usage."""

from __future__ import annotations

import argparse
import contextlib
import datetime
import getpass
import json
import os
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from coprod_desktop.domain.check.settled import Finding
from coprod_desktop.domain.format_table import ALL, Formats
from coprod_desktop.domain.permission import Circle
from coprod_desktop.errors import UserError
from coprod_desktop.publish import paper_kinds
from coprod_desktop.publish.own import check_words as check_my_words
from coprod_desktop.services import promises, sessions, workspace
from coprod_desktop.services.bring_in import events_log, files, merge
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import check_words, circles, handouts, letters, papers, reports
from coprod_desktop.services.program import content, fault, selfcheck
from coprod_desktop.services.seen import preview

PASSPHRASE = "COPROD_PASSPHRASE"


def main(arguments: Sequence[str]) -> int:
    """Run one command. Returns the exit code."""
    try:
        parser = _parser()
        asked = parser.parse_args(arguments)
        if asked.workspace is None and asked.command != "selfcheck":
            parser.error("say which workspace: --workspace DIR before the command")
        asked.run(asked)
    except UserError as wrong:
        print(f"{wrong.what} {wrong.do}".strip(), file=sys.stderr)
        return 1
    except BrokenPipeError:
        return 0
    except Exception as bug:
        print(
            "Something in the program went wrong. What was saved is safe. These details hold nobody's words:",
            fault.details(bug),
            sep="\n",
            file=sys.stderr,
        )
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    forms = content.load().formats
    sheets = forms.also_for(check_my_words.KIND)
    parser = argparse.ArgumentParser(
        prog="coprod-desktop", description="Co-production Desktop. Without a command it opens the window."
    )
    parser.add_argument("--workspace", type=Path, metavar="DIR", help="the folder of the workspace")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    new = commands.add_parser("new", help="make an empty workspace")
    new.add_argument("--no-passphrase", action="store_true", help="anyone with this laptop can read it")
    new.set_defaults(run=_new)

    bring = commands.add_parser("import", help="bring session files in")
    bring.add_argument("files", nargs="+", type=Path, metavar="FILE")
    bring.set_defaults(run=_import)

    every = commands.add_parser("sessions", help="list the sessions")
    every.add_argument("--json", action="store_true")
    every.set_defaults(run=_sessions)

    promised = commands.add_parser("promises", help="list what was promised in every session, and where each stands")
    promised.add_argument("--json", action="store_true")
    promised.set_defaults(run=_promises)

    check = commands.add_parser("check", help="list what to look at before a paper is made")
    check.add_argument("session", metavar="SESSION")
    check.add_argument("--json", action="store_true")
    check.set_defaults(run=_check)

    export = commands.add_parser("export", help="make papers, or a private session file (json)")
    export.add_argument("session", metavar="SESSION")
    export.add_argument(
        "--format",
        type=partial(_formats, known=forms.names),
        default="pdf,html",
        help=f"all, or any of {','.join(forms.names)}, with commas",
    )
    export.add_argument(
        "--kind",
        choices=(*paper_kinds.NAMES, *handouts.KINDS),
        default=paper_kinds.YOU_SAID_WE_WILL,
        help="which paper",
    )
    export.add_argument(
        "--circle",
        type=_circle,
        default=Circle.ANYONE,
        metavar="{anyone,came}",
        help="for anyone, or only for the people who came: then every paper says so",
    )
    export.add_argument(
        "--slips", type=_slips, metavar="N", help="how many slips; one for each who is coming, and 5 more"
    )
    export.add_argument("--out", type=Path, required=True, metavar="DIR")
    export.add_argument("--reviewed", action="store_true", help="settle what check lists as seen and fine, dated")
    export.set_defaults(run=_export)

    report = commands.add_parser("report", help="make a report over many sessions")
    report.add_argument("kind", choices=reports.KINDS, metavar="KIND", help=" or ".join(reports.KINDS))
    _papers_only(report, "pdf,html", forms)
    report.add_argument("--since", type=_date, metavar="DATE", help="sessions from this day on, such as 2026-04-01")
    report.add_argument("--until", type=_date, metavar="DATE", help="sessions up to this day; today if it is not given")
    report.set_defaults(run=_report)

    write = commands.add_parser("letters", help="write to each person who came, with our answers (private)")
    write.add_argument("session", metavar="SESSION")
    _papers_only(write, None, forms)
    write.set_defaults(run=_letters)

    words = commands.add_parser("check-words", help="a sheet for each person to check their own words on (private)")
    words.add_argument("session", metavar="SESSION")
    words.add_argument("--out", type=Path, required=True, metavar="DIR")
    words.add_argument(
        "--format",
        type=partial(_formats, known=sheets),
        help=f"all, or any of {','.join(sheets)}, with commas; each person's own if it is not given",
    )
    words.add_argument(
        "--by",
        type=_date,
        metavar="DATE",
        help=f"the day to give it back; {check_words.DAYS} days from now if not given",
    )
    words.set_defaults(run=_check_words)

    own = commands.add_parser("selfcheck", help="is everything here that the program rests on?")
    own.set_defaults(run=_selfcheck)
    return parser


def _papers_only(parser: argparse.ArgumentParser, default: str | None, forms: Formats) -> None:
    """Add the formats of papers and the folder; without a default the formats are those that people read."""
    words = f"all, or any of {','.join(forms.papers)}, with commas"
    parser.add_argument(
        "--format",
        type=partial(_formats, known=forms.papers),
        default=default,
        help=words if default else f"{words}; each person's own if it is not given",
    )
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")


def _formats(text: str, known: Sequence[str]) -> list[str]:
    names = list(dict.fromkeys(name.strip().lower() for name in text.split(",") if name.strip()))
    if not names:
        raise argparse.ArgumentTypeError(f"no format is named; these are: all, {', '.join(known)}")
    if ALL in names:
        return list(known)
    if unknown := [name for name in names if name not in known]:
        raise argparse.ArgumentTypeError(f"there is no format {unknown[0]!r}; these are: {', '.join(known)}")
    return names


def _circle(text: str) -> Circle:
    if text not in circles.NAMES:
        raise argparse.ArgumentTypeError(f"there is no circle {text!r}; these are: {', '.join(circles.NAMES)}")
    return circles.NAMES[text]


def _slips(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= handouts.MOST_SLIPS:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 to {handouts.MOST_SLIPS}")
    return int(text)


def _date(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date as 2026-04-01") from None


def _folder(asked: argparse.Namespace) -> Path:
    return Path(asked.workspace).expanduser().absolute()


@contextlib.contextmanager
def _desk(asked: argparse.Namespace) -> Iterator[Desk]:
    folder = _folder(asked)
    passphrase = None
    if workspace.state(folder) == "locked":
        passphrase = os.environ.get(PASSPHRASE) or _ask("Passphrase: ")
    desk = workspace.unlock(folder, passphrase)
    try:
        yield desk
    finally:
        workspace.close(desk)


def _ask(prompt: str) -> str:
    if not sys.stdin.isatty():
        raise UserError("This workspace needs a passphrase.", f"Type it at a terminal, or set {PASSPHRASE}.")
    return getpass.getpass(prompt)


def _new(asked: argparse.Namespace) -> None:
    folder, passphrase = _folder(asked), None
    if workspace.state(folder) != "none":
        raise UserError(f"There is a workspace in {folder} already.", "It was left as it is.")
    if not asked.no_passphrase:
        passphrase = os.environ.get(PASSPHRASE)
        if passphrase is None:
            passphrase = _ask("Passphrase (forgetting it means everything is lost): ")
            if _ask("The same again: ") != passphrase:
                raise UserError("The two are not the same.", "Nothing was made. Try again.")
    if worry := workspace.worry(folder):
        print(worry, file=sys.stderr)
    workspace.create(folder, passphrase)
    print(f"Made a workspace in {folder}")


def _import(asked: argparse.Namespace) -> None:
    with _desk(asked) as desk:
        for file in asked.files:
            data = files.bytes_of(file)
            try:
                if files.is_log(desk, data, file.name):
                    brought = events_log.import_log(desk, data)
                    print(f"Added {brought.added} sessions of a log; {brought.here_already} were here already")
                    for told in brought.left_out:
                        print(f"  {told}")
                    if brought.unused:
                        print(f"  columns with no place here, not brought in: {', '.join(brought.unused)}")
                    continue
                done = merge.import_file(desk, data)
            except UserError as wrong:
                raise UserError(f"{file.name}: {wrong.what}", wrong.do) from wrong
            print(f"{'Added' if done.new else 'Brought up to date'}: {done.title} ({done.session})")
            for place in done.differ:
                print(f"  changed here and in the file, ours kept: {place}")
            for doubt in done.doubts:
                print(f"  {doubt}")
            if done.not_understood:
                print(f"  not understood, kept: {', '.join(done.not_understood)}")


def _sessions(asked: argparse.Namespace) -> None:
    with _desk(asked) as desk:
        lines = sessions.every(desk)
    if asked.json:
        rows = [
            {
                "id": s.id, "exchange_id": s.key, "title": s.title, "type": s.type, "date": s.date, "place": s.place,
                "entries": s.entries, "people": s.people, "points": s.points, "answered": s.answered,
            }
            for s in lines
        ]  # fmt: skip
        print(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for s in lines:
        print(f"{s.date}  {s.title}  ({s.entries} lines, {s.answered} of {s.points} points answered)  {s.id}")
    if not lines:
        print("There are no sessions yet.")


def _promises(asked: argparse.Namespace) -> None:
    with _desk(asked) as desk:
        lines = promises.lines(desk)
    if asked.json:
        rows = [
            {
                "id": p.id, "what": p.what, "you_said": p.you_said, "who": p.who, "due": p.due,
                "standing": p.standing, "state": p.state, "days_late": p.days_late,
                "session": p.session, "made_on": p.session_date, "told_in": sorted(p.told_in),
                "updates": [{"on": u.on, "state": u.state, "text": u.text} for u in p.updates],
            }
            for p in lines
        ]  # fmt: skip
        print(json.dumps(rows, ensure_ascii=False, indent=1, default=str))
        return
    for p in lines:
        due = f" (by {p.due})" if p.due else ""
        print(
            f"{p.state}: {p.what}{due}  {p.who or 'Nobody named has it'}  {p.session_title or 'From an earlier paper'}"
        )
    if not lines:
        print("No promises yet.")


NOT_NEEDED = "not needed"


def _check(asked: argparse.Namespace) -> None:
    with _desk(asked) as desk:
        session = sessions.find(desk, asked.session)
        found, otherwise = papers.findings(desk, session), preview.told_before(desk, session)
    if asked.json:
        print(json.dumps([_finding(f) for f in found], ensure_ascii=False, indent=1))
    for f in () if asked.json else found:
        print(_finding_line(f))
    for sentence in otherwise:  # these are of the paper and no findings, so they are not in the list
        print(f"{'notice':10}  {sentence}", file=sys.stderr if asked.json else sys.stdout)
    if not found and not otherwise and not asked.json:
        print("There is nothing to look at.")


def _finding(f: Finding) -> dict[str, object]:
    return {
        "entry": f.entry,
        "kind": f.kind,
        "severity": f.severity.value,
        "words": f.words,
        "why": f.why,
        "blocks": f.blocks,
        "text": f.text,
        "field": f.field,
        "settled": _how_settled(f),
    }


def _how_settled(f: Finding) -> dict[str, str | None] | None:
    """What is asked gently waits for no decision: it prints as it is until somebody decides otherwise."""
    if f.settled is not None:
        return {"decision": f.settled.decision.value, "on": f.settled.on.isoformat()}
    return None if f.blocks else {"decision": NOT_NEEDED, "on": None}


def _finding_line(f: Finding) -> str:
    where = f"line {f.entry}" if f.entry is not None else f.subject_kind
    done = (
        f", settled: {f.settled.decision.value}"
        if f.settled
        else ""
        if f.blocks
        else ", asked: prints as it is meanwhile"
    )
    return f"{f.severity.value:10}  {where}: {f.why} ({f.words}){done}"


def _export(asked: argparse.Namespace) -> None:
    with _desk(asked) as desk:
        session = sessions.find(desk, asked.session)
        if asked.reviewed:
            for finding in papers.review(desk, session, asked.circle):
                print(f"reviewed {desk.today():%Y-%m-%d}  {_finding_line(finding)}")
        if asked.kind in handouts.KINDS:
            if asked.circle is not Circle.ANYONE:
                raise UserError("What is handed out on the day is for nobody in particular.", "Leave out --circle.")
            made = handouts.make(desk, session, asked.kind, asked.out, asked.format, count=asked.slips)
        else:
            made = papers.make(desk, session, asked.format, asked.out, kind=asked.kind, circle=asked.circle)
    _tell(made)
    if made.draft:
        print("The paper is a draft: something is not answered yet, or not complete.", file=sys.stderr)


def _report(asked: argparse.Namespace) -> None:
    with _desk(asked) as desk:
        made = reports.make(desk, asked.kind, asked.format, asked.out, since=asked.since, until=asked.until)
    _tell(made)


def _letters(asked: argparse.Namespace) -> None:
    with _desk(asked) as desk:
        made = letters.make(desk, sessions.find(desk, asked.session), asked.out, formats=asked.format)
    _tell(made)


def _check_words(asked: argparse.Namespace) -> None:
    with _desk(asked) as desk:
        session = sessions.find(desk, asked.session)
        made = check_words.make(desk, session, asked.out, formats=asked.format, back_by=asked.by)
    _tell(made)


def _tell(made: papers.Made) -> None:
    for path in made.paths:
        print(path)
    for warning in made.warnings:
        print(warning, file=sys.stderr)
    if not made.paths:
        raise UserError("No file was made.", "Ask for another format.")


def _selfcheck(asked: argparse.Namespace) -> None:
    folder = _folder(asked) if asked.workspace else Path.cwd()
    rows = selfcheck.selfcheck(folder)
    for row in rows:
        print(f"{'ok' if not row.do else 'LOOK':5} {row.name}: {row.found}{' ' + row.do if row.do else ''}")
    if any(row.do for row in rows):
        raise UserError("Not everything is as it should be.", "See the lines marked LOOK.")
