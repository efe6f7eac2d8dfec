"""The command that makes a report over many sessions."""

from __future__ import annotations

import argparse
from pathlib import Path

from coprod_desktop.cli.desk import Commands, open_desk
from coprod_desktop.cli.papers import date_in, papers_only, tell
from coprod_desktop.domain.check.settled import Decision
from coprod_desktop.domain.format_table import Formats
from coprod_desktop.domain.report_span import Span, year_span
from coprod_desktop.errors import UserError
from coprod_desktop.services import agreed, report_drafts
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import report_looking, reports
from coprod_desktop.services.seen.look_first import to_look


def add(commands: Commands, forms: Formats) -> None:
    """Add this command to the parser's."""
    report = commands.add_parser("report", help="make a report over many sessions")
    report.add_argument(
        "kind",
        type=_kind,
        metavar="KIND",
        help="engagement-log, annual-report, committee-report …: an unknown one lists all",
    )
    papers_only(report, "pdf,html", forms, out=False)
    report.add_argument("--group", metavar="GROUP", help="only of this group or project: its name or its id")
    when = report.add_argument_group("when", "without any, as far as the kind of report looks back")
    when.add_argument("--year", type=_year, metavar="YEAR", help="2026, or 2026-27 for 1 April to 31 March")
    when.add_argument(
        "--from", "--since", dest="since", type=date_in, metavar="DATE", help="from this day on, such as 2026-04-01"
    )
    when.add_argument(
        "--to", "--until", dest="until", type=date_in, metavar="DATE", help="up to this day; today if it is not given"
    )
    report.add_argument("--draft", action="store_true", help="begin it as a paper to finish by hand, in place of files")
    report.add_argument(
        "--template",
        type=Path,
        metavar="FILE",
        help="your council’s own Word template, to be filled where headings match",
    )
    report.add_argument(
        "--check", action="store_true", help="say what is left out until somebody has looked at it, in place of files"
    )
    report.add_argument(
        "--settle", type=_decision, metavar="{leave-out,fine}", help="with --check: how all of it is settled"
    )
    report.set_defaults(run=_report)


def _kind(text: str) -> str:
    if text not in reports.names():
        raise argparse.ArgumentTypeError(f"there is no report {text!r}; these are: {', '.join(reports.names())}")
    return text


def _decision(text: str) -> Decision:
    try:
        return {"leave-out": Decision.LEAVE_OUT, "fine": Decision.FINE}[text]
    except KeyError:
        raise argparse.ArgumentTypeError(f"{text!r} is neither leave-out nor fine") from None


def _year(text: str) -> Span:
    try:
        return year_span(text)
    except UserError as wrong:
        raise argparse.ArgumentTypeError(f"{wrong.what} {wrong.do}") from None


def _report(asked: argparse.Namespace) -> None:
    if asked.year and (asked.since or asked.until):
        raise UserError("A year is given, and a day too.", "Give one of them. No report was made.")
    span = asked.year or Span(asked.since, asked.until)
    if asked.settle and not asked.check:
        raise UserError("--settle goes with --check, which says what there is to settle.", "Nothing was changed.")
    with open_desk(asked) as desk:
        if asked.check:
            _look(desk, asked.kind, span, asked.group, asked.settle)
            return
        if asked.draft:
            paper, _changes = report_drafts.begin(desk, asked.kind, span, asked.group)
            print(f"{paper}\t{agreed.one(desk, paper).paper.title}")
            return
        if asked.out is None:
            raise UserError("Say into which folder: --out DIR.", "Or --draft, to finish it by hand. Nothing was made.")
        made = reports.make(
            desk, asked.kind, asked.format, asked.out, since=span.since, until=span.until, of_group=asked.group, template=asked.template,
        )  # fmt: skip
    tell(made)


def _look(desk: Desk, kind: str, span: Span, group: str | None, decision: Decision | None) -> None:
    """Say what to look at, a line each: what waits for a decision, or is only asked; then how it was settled, if it was."""
    for one in to_look(report_looking.findings(desk, kind, span, group)):
        if decision is not None:
            report_looking.settle(desk, one.places, decision, reviewed=True)
        state = f"settled: {decision.value}" if decision else "to settle" if one.must else "asked"
        print(f"{state}\t{one.title}\t{one.detail}")
