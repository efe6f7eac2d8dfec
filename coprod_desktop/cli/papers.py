"""Commands that make papers."""

from __future__ import annotations

import argparse
import datetime
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from coprod_desktop.cli.desk import Commands, open_desk
from coprod_desktop.cli.findings import as_line
from coprod_desktop.domain.format_table import ALL, Formats
from coprod_desktop.domain.permission import Circle
from coprod_desktop.errors import UserError
from coprod_desktop.publish import paper_kinds
from coprod_desktop.publish.own import check_words as check_my_words
from coprod_desktop.publish.own import questions as questions_sheet
from coprod_desktop.services import asking, members_check, sessions
from coprod_desktop.services.making import check_words, circles, handouts, letters, papers, questions

_THEY_READ_IT = "whoever is known to read another way has said that they read this too: it is written down"


def add(commands: Commands, forms: Formats) -> None:
    """Add these commands to the parser's."""
    sheets = forms.also_for(check_my_words.KIND)

    export = commands.add_parser("export", help="make papers, or a private session file (json)")
    export.add_argument("session", metavar="SESSION")
    export.add_argument(
        "--format",
        type=partial(formats_in, known=forms.names),
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

    write = commands.add_parser("letters", help="write to each person who came, with our answers (private)")
    write.add_argument("session", metavar="SESSION")
    papers_only(write, None, forms)
    write.add_argument("--they-read-it", action="store_true", help=_THEY_READ_IT)
    write.set_defaults(run=_letters)

    words = commands.add_parser("check-words", help="a sheet for each person to check their own words on (private)")
    words.add_argument("session", metavar="SESSION")
    words.add_argument("--out", type=Path, required=True, metavar="DIR")
    words.add_argument(
        "--format",
        type=partial(formats_in, known=sheets),
        help=f"all, or any of {','.join(sheets)}, with commas; each person's own if it is not given",
    )
    words.add_argument(
        "--by",
        type=date_in,
        metavar="DATE",
        help=f"the day to give it back; {check_words.DAYS} days from now if not given",
    )
    words.add_argument("--they-read-it", action="store_true", help=_THEY_READ_IT)
    words.set_defaults(run=_check_words)

    ask = commands.add_parser("questions", help="a sheet for each who can answer, with people's own words and a day")
    ask.add_argument("session", metavar="SESSION")
    ask.add_argument("--out", type=Path, required=True, metavar="DIR")
    known = forms.also_for(questions_sheet.KIND)
    ask.add_argument(
        "--format",
        type=partial(formats_in, known=known),
        default=",".join(questions.USUAL),
        help=f"all, or any of {','.join(known)}",
    )
    ask.add_argument(
        "--by", type=date_in, metavar="DATE", help="the day for the reply; two weeks from now if not given"
    )
    ask.add_argument("--to", metavar="WHO", help="put every point without an answer to WHO, not to those written down")
    ask.add_argument("--asked", action="store_true", help="with --to: write down that they were asked today")
    ask.add_argument(
        "--compare", action="store_true", help="the co-chair's copy instead: old answers beside new (private)"
    )
    ask.set_defaults(run=_questions)


def papers_only(parser: argparse.ArgumentParser, default: str | None, forms: Formats, *, out: bool = True) -> None:
    """Add the formats of papers and the folder; without a default the formats are those that people read."""
    words = f"all, or any of {','.join(forms.papers)}, with commas"
    parser.add_argument(
        "--format",
        type=partial(formats_in, known=forms.papers),
        default=default,
        help=words if default else f"{words}; each person's own if it is not given",
    )
    parser.add_argument("--out", type=Path, required=out, metavar="DIR")


def formats_in(text: str, known: Sequence[str]) -> list[str]:
    """Return the formats a text names. ArgumentTypeError when one is not known."""
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


def date_in(text: str) -> datetime.date:
    """Return the day a text says. ArgumentTypeError when it is none."""
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date as 2026-04-01") from None


def _export(asked: argparse.Namespace) -> None:
    with open_desk(asked) as desk:
        session = sessions.find(desk, asked.session)
        if asked.reviewed:
            for finding in papers.review(desk, session, asked.circle):
                print(f"reviewed {desk.today():%Y-%m-%d}  {as_line(finding)}")
        if asked.kind in handouts.KINDS:
            if asked.circle is not Circle.ANYONE:
                raise UserError("What is handed out on the day is for nobody in particular.", "Leave out --circle.")
            made = handouts.make(desk, session, asked.kind, asked.out, asked.format, count=asked.slips)
        else:
            made = papers.make(desk, session, asked.format, asked.out, kind=asked.kind, circle=asked.circle)
        leaves = members_check.asks(sessions.record(desk, session), asked.kind)
    tell(made)
    if made.draft:
        print("The paper is a draft: something is not answered yet, or not complete.", file=sys.stderr)
    for found in leaves:
        print(f"Before it leaves: {found.why}. Note who looked with “looked”.", file=sys.stderr)


def _letters(asked: argparse.Namespace) -> None:
    with open_desk(asked) as desk:
        session = sessions.find(desk, asked.session)
        made = letters.make(desk, session, asked.out, formats=asked.format, they_read_it=asked.they_read_it)
    tell(made)


def _check_words(asked: argparse.Namespace) -> None:
    with open_desk(asked) as desk:
        session = sessions.find(desk, asked.session)
        made = check_words.make(
            desk, session, asked.out, formats=asked.format, back_by=asked.by, they_read_it=asked.they_read_it
        )
    tell(made)


def _questions(asked: argparse.Namespace) -> None:
    with open_desk(asked) as desk:
        session = sessions.find(desk, asked.session)
        if asked.compare:
            made = questions.compare(desk, session, asked.out, asked.format)
        else:
            waiting = [point.id for point in asking.points(desk, session) if point.answer is None]
            to: dict[str, Sequence[str]] | None = {asked.to: waiting} if asked.to else None
            made = questions.make(desk, session, asked.out, to, asked.format, reply_by=asked.by)
            if asked.to and asked.asked:
                asking.ask(desk, waiting, asked.to, desk.today(), asked.by or asking.default_day(desk, session))
    tell(made)


def tell(made: papers.Made) -> None:
    """Print the files that were made, and what there is to know of them. UserError when there are none."""
    for path in made.paths:
        print(path)
    for warning in made.warnings:
        print(warning, file=sys.stderr)
    if not made.paths:
        raise UserError("No file was made.", "Ask for another format.")
