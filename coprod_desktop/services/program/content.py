"""Content that ships with the program, each table read once: at start what the first line needs, the others when wanted."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from coprod_desktop import paths
from coprod_desktop.domain.content_table import TableRow, WrongContent
from coprod_desktop.domain.value import Value, value
from coprod_desktop.domain.words import NoticeTime, Phase

if TYPE_CHECKING:
    from coprod_desktop.domain.agreed_kinds import AgreedKinds
    from coprod_desktop.domain.format_table import Formats
    from coprod_desktop.domain.group_kinds import GroupKinds
    from coprod_desktop.domain.list_words import ListWords
    from coprod_desktop.domain.log_kinds import LogKinds
    from coprod_desktop.domain.looking_back import BackForms
    from coprod_desktop.domain.needs import Needs
    from coprod_desktop.domain.notes.known_words import NotesWords
    from coprod_desktop.domain.report_kinds import ReportContent


@value
class ChecklistLine(Value):
    """One line of the access checklist that ships; a basic one is on every session's list from the start."""

    text: str
    basic: bool = False
    lead: int = 0
    """Working days before the day by which it has to be done; 0 where any time will do."""


@value
class Content(Value):
    """What ships, as in resources/content/."""

    data: Mapping[str, Any]
    lines: Mapping[str, tuple[ChecklistLine, ...]]
    """Phase -> the lines of the access checklist."""
    agreed_kinds: AgreedKinds | None = None
    """Other kinds of papers than those that ship."""
    log_kinds: LogKinds | None = None
    """Other kinds of lines in the log of a group."""

    @property
    def needs(self) -> Needs:
        """What people can need, and what the words they say it in stand for."""
        return known_needs()

    @property
    def formats(self) -> Formats:
        """The formats of papers."""
        return known_formats()

    @property
    def agreed(self) -> AgreedKinds:
        """The kinds of papers people agree on."""
        return self.agreed_kinds or agreed_papers()

    @property
    def log(self) -> LogKinds:
        """Kinds of lines in the log of a group."""
        return self.log_kinds or log_lines()

    @property
    def groups(self) -> GroupKinds:
        """Kinds of groups."""
        return group_kinds()

    @property
    def notes(self) -> NotesWords:
        """The words and signs that notes go by."""
        return notes_words()

    def reports(self) -> ReportContent:
        """Return what reports over many sessions are made by."""
        return reports()

    def agendas(self) -> Mapping[str, Sequence[tuple[int, str]]]:
        """Return agenda templates: name -> (minutes, title) for each item."""
        return {name: [(m, t) for m, t in items] for name, items in self.data["agendas"].items()}

    def ground_rules(self) -> Sequence[str]:
        """Return the starter set of ground rules."""
        return list(self.data["ground_rules"])

    def notice(self, when: NoticeTime) -> Sequence[str]:
        """Return what is read out of what may become of people's words, a sentence or two at a time."""
        return list(self.data["notice"][when])

    def checklist(self, phase: str) -> Sequence[str]:
        """Return the access checklist of a phase ("before", "arrival", "during", "after")."""
        return [line.text for line in self.lines[phase]]

    def basics(self) -> Sequence[str]:
        """Return the lines that every session's checklist starts with, as the content marks them."""
        return [line.text for line in self.lines[Phase.BEFORE] if line.basic]

    def leads(self) -> Mapping[str, int]:
        """Return the lines of the checklist that take time -> how many working days before the day."""
        return {line.text: line.lead for line in self.lines[Phase.BEFORE] if line.lead}

    def ladder(self) -> Sequence[tuple[str, str]]:
        """Return the ladder of co-production, bottom first: (rung, what it means in plain words)."""
        return [(name, meaning) for name, meaning in self.data["ladder"]]

    def themes(self) -> Sequence[str]:
        """Return themes to start from."""
        return list(self.data["themes"])

    def reasons(self) -> Sequence[str]:
        """Return reasons for a no."""
        return list(self.data["cannot_reasons"])

    def about_you(self) -> Mapping[str, Sequence[str]]:
        """Return what forms can ask about the people who fill them in: question -> the answers to tick."""
        return {what: list(answers) for what, answers in self.data["about_you"].items()}

    def pick_list(self, name: str) -> Sequence[str]:
        """Return a pick list, "roles" or "session types"."""
        return list(self.data["lists"][name])


@cache
def load() -> Content:
    """Read what is needed at start. WrongContent, in a sentence, when a table cannot be what was meant."""
    return parse(_read("content.json"))


def read_rest() -> None:
    """Read what people, papers, groups and notes go by, so that a wrong table is told of soon after the start.

    WrongContent as for the rest.
    """
    known_needs(), log_lines(), group_kinds(), notes_words()


@cache
def known_formats() -> Formats:
    """Read the formats of papers. WrongContent as for the rest."""
    from coprod_desktop.domain.format_table import parse_formats
    from coprod_desktop.publish import renderers

    found = parse_formats(_read("formats.json"))
    renderers.check(found.rows)
    return found


@cache
def known_needs() -> Needs:
    """Read what people can need. WrongContent as for the rest."""
    from coprod_desktop.domain.needs import parse_needs

    return parse_needs(_read("needs.json"), known_formats().papers)


@cache
def log_lines() -> LogKinds:
    """Read the kinds of lines in the log of a group. WrongContent as for the rest."""
    from coprod_desktop.domain.log_kinds import parse_log_kinds

    data = load().data
    return parse_log_kinds(_read("log_kinds.json"), {**data["lists"], "themes": data["themes"]})


@cache
def group_kinds() -> GroupKinds:
    """Read the kinds of groups. WrongContent as for the rest."""
    from coprod_desktop.domain.group_kinds import parse_group_kinds

    return parse_group_kinds(_read("group_kinds.json"))


@cache
def notes_words() -> NotesWords:
    """Read the words and signs that notes go by. WrongContent as for the rest."""
    from coprod_desktop.domain.notes.known_words import parse_notes_words

    return parse_notes_words(_read("notes.json"))


@cache
def people_lists() -> ListWords:
    """Read what lists of people are read by. WrongContent as for the rest."""
    from coprod_desktop.domain.list_words import parse_list_words

    return parse_list_words(_read("people_lists.json"))


@cache
def agreed_papers() -> AgreedKinds:
    """Read the kinds of papers people agree on, reports that people finish among them. WrongContent as for the rest."""
    from coprod_desktop.domain.agreed_kinds import parse_agreed_kinds
    from coprod_desktop.domain.report_kinds import as_agreed, parse_report_kinds

    reports = as_agreed(parse_report_kinds(_read("reports.json")))
    return parse_agreed_kinds(_read("agreed_papers.json")).with_more(reports)


@cache
def looking_back() -> BackForms:
    """Read what is asked when a group looks back. WrongContent as for the rest."""
    from coprod_desktop.domain.looking_back import parse_looking_back

    return parse_looking_back(_read("looking_back.json"), [name.casefold() for name, _ in load().ladder()])


@cache
def reports() -> ReportContent:
    """Read what reports over many sessions are made by. WrongContent as for the rest."""
    from coprod_desktop.domain.report_kinds import parse_reports
    from coprod_desktop.publish.stories.year import PARTS

    return parse_reports(_read("reports.json"), _read("cqc.json"), _read("legal_notes.json"), frozenset(PARTS))


def parse(data: Mapping[str, Any]) -> Content:
    """Return the content from what its file holds."""
    listed = TableRow(data, "the starter content").sub("access_checklist", set(Phase))
    return Content(data, {phase.value: tuple(_lines(listed, phase)) for phase in Phase})


def _lines(listed: TableRow, phase: Phase) -> Sequence[ChecklistLine]:
    """Return the lines of one phase: each is its words, or its words with what is said of it."""
    return [
        ChecklistLine(line)
        if isinstance(line, str)
        else _marked(TableRow(line, f"the {phase} checklist", {"line", "basic", "lead"}))
        for line in listed.entries(phase)
    ]


def _marked(row: TableRow) -> ChecklistLine:
    return ChecklistLine(row.text("line"), row.yes("basic"), row.number("lead", 0))


def _read(name: str) -> Mapping[str, Any]:
    try:
        found: Mapping[str, Any] = json.loads(paths.resource("content", name).read_text("utf-8"))
    except (OSError, ValueError) as wrong:
        raise WrongContent(name, "it is missing, or it is not JSON") from wrong
    return found
