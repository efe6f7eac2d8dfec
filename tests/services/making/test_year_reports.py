"""Reports over a year: each kind against the headings of the sources, on a year that was lived by verbs."""

from __future__ import annotations

import datetime
import re
import subprocess

import pytest

from coprod_desktop.domain.log_record import Publicity
from coprod_desktop.domain.promises import Standing
from coprod_desktop.domain.report_span import Span, year_span
from coprod_desktop.domain.year_record import PromiseAt, SessionHeld
from coprod_desktop.errors import UserError
from coprod_desktop.publish.document import Bullets, Figure, Heading, Table
from coprod_desktop.publish.stories.year.as_text import as_text
from coprod_desktop.services import capture, groups, log, sessions
from coprod_desktop.services.making import reports
from coprod_desktop.services.making.year import of_year
from coprod_desktop.services.seen.year import to_tell
from tests import years
from tests.publish.telling_papers import told
from tests.years import lived_workspace, year

__all__ = ["lived_workspace", "year"]

DAY = datetime.date
IN_2025 = year_span("2025")
TOLD_FROM_WORDS = (
    "annual-report",
    "committee-report",
    "cqc-evidence",
    "self-assessment",
    "group-history",
    "quotations",
)


def drawn(year, kind, span=IN_2025, group=years.GROUP):
    return reports.drawn(year.desk, kind, span, group)[0]


def words(year, kind, span=IN_2025, group=years.GROUP):
    return as_text(drawn(year, kind, span, group).document.blocks)


def test_the_annual_report_says_what_an_organisation_gave_and_got_back(year):
    partner, _ = groups.add_partner(year.desk, year.group, "Riverside Network", "Runs the peer group.")
    groups.change_partner(year.desk, partner, gave="The hall, six times", got="A course in minutes")
    line = "- Riverside Network: Runs the peer group. Gave: The hall, six times. Got back: A course in minutes"
    assert line in words(year, "annual-report").splitlines()


def headings(paper):
    return [block.text for block in paper.document.blocks if isinstance(block, Heading) and block.level == 2]


def below(paper, heading):
    """Return the blocks that stand below one heading."""
    blocks = list(paper.document.blocks)
    first = next(n for n, b in enumerate(blocks) if isinstance(b, Heading) and b.text == heading) + 1
    last = next(
        (n for n, b in enumerate(blocks) if n >= first and isinstance(b, Heading) and b.level == 2), len(blocks)
    )
    return blocks[first:last]


# ---- the annual report


def test_the_annual_report_tells_sessions_people_promises_money_and_learning(year):
    """Features: "annual report" (sessions, people, promises kept/late/no, money, learning)."""
    said = words(year, "annual-report")
    for part in (
        "Sessions: 12", "38 of 60 kept (33 on time), 11 overdue, 5 changed to no, 6 not due yet",
        "6 answers were no from the beginning", "Why: Money. There is no money for it this year: £64,000.",
        "People with lived experience: 40 to 44.", "Two questions are enough for an hour",
        "A shorter agenda leaves time for the quiet ones", "Moved the chairs, and put it on the checklist",
    ):  # fmt: skip
        assert part in said
    (table,) = [b for b in below(drawn(year, "annual-report"), "The year in numbers") if isinstance(b, Table)]
    assert table.header == ("What", "How many", "Where it comes from")
    assert ("Sessions cancelled", "1", "The sessions") in table.rows
    assert all(source for _what, _many, source in table.rows)


def test_the_annual_report_draws_the_year_and_tells_how_people_looked_back(year):
    """Features: "'of the moment' intelligence" (theme counts over time), "takes account of the four Thurrock localities"."""
    paper = drawn(year, "annual-report")
    said = below(paper, "What people said most about")
    (figure,) = [b for b in said if isinstance(b, Figure)]
    assert "about Direct payments" in figure.words  # for who hears the paper
    tables = [b for b in said if isinstance(b, Table)]
    assert tables[0].header == (
        "Theme",
        "Jan to Mar 2025",
        "Apr to Jun 2025",
        "Jul to Sep 2025",
        "Oct to Dec 2025",
        "In all",
    )
    assert "In all" in tables[1].header
    assert next(b for b in below(paper, "Looking back") if isinstance(b, Table)).header[:3] == (
        "Question",
        "Members",
        "Staff",
    )


def test_every_promise_is_counted_once_and_told_or_counted(year):
    public, _ = of_year(
        year.desk, year.desk.content.reports().kind("annual-report"), IN_2025, reports.group(year.desk, years.GROUP)
    )
    assert sum(public.stands.values()) == 60
    told_of = [p.standing for one in public.told for p in one.points if p.standing]
    assert {stand: told_of.count(stand) for stand in Standing} == dict(public.stands)
    kept = next(b for b in below(drawn(year, "annual-report"), "What became of our promises") if isinstance(b, Bullets))
    assert len(kept.items) == 11
    assert "And 32 more promises: they are in the list of actions." in words(year, "annual-report")


def test_what_the_group_promised_in_no_session_is_counted_and_told(year):
    """Features: "Senior leaders will be asked to sign up to work together" (pledges tracked as promises)."""
    promised = years.on(year.desk, DAY(2025, 9, 1))
    log.add(
        promised, "I will answer every letter in two weeks, the Director of Adult Care", group=year.group, kind="pledge"
    )
    (line,) = [one for one in log.lines(year.desk, group=year.group) if one.kind == "pledge"]
    log.change(year.desk, line.id, "who", "Director of Adult Care")
    log.change(year.desk, line.id, "by", DAY(2025, 10, 1))
    log.confirm(year.desk, line.id)
    said = words(year, "annual-report")
    assert "61 promises were made" in said
    assert "I will answer every letter in two weeks" in said
    assert f"Promised at {years.GROUP}, 1 September 2025" in said
    assert "61 promises were made" not in words(year, "annual-report", Span(DAY(2025, 9, 2), DAY(2025, 12, 31)))


def test_a_group_is_told_alone_and_all_together(year):
    assert "Workshop of project" not in words(year, "group-history")
    project = words(year, "group-history", group=years.PROJECTS[0])
    assert "Workshop of project 1" in project
    assert "Meeting 1 of the year" not in project
    every = words(year, "annual-report", group=None)
    assert "Sessions: 15" in every


def test_no_name_of_a_member_and_nothing_private_is_in_any_report(year, tmp_path):
    """Tender questions and scores, lines that are not for everyone, and who left and why, have no way out."""
    for kind in reports.names():
        made = reports.make(
            year.desk, kind, ["text", "html", "docx", "csv"], tmp_path / kind,
            since=IN_2025.since, until=IN_2025.until, of_group=years.GROUP,
        )  # fmt: skip
        for path in made.paths:
            assert not re.search("bramley|marsh|private", path.name, re.I)
        found = subprocess.run(["cat", *map(str, made.paths)], capture_output=True, check=True).stdout
        for never in (years.SECRET, years.SCORE, "keep the same carer", "moving house"):
            assert never.encode() not in found, (kind, never)
        if not year.desk.content.reports().kind(kind).members:
            assert b"minutes are shorter" not in found, kind
        for name in ("Qadir", "Feeney", "Winterbourne", "Lamplugh", "Petheram", "Drummond", "Marsh", "Tudor-Pugh"):
            assert name.encode() not in found, (kind, name)


def test_small_numbers_are_hidden_also_by_what_is_left(year):
    said = words(year, "annual-report")
    assert "Members: 10 to 14 people. Among them" in said
    assert "numbers under five are not told" in said
    paid = sum(440 + 2_500 for _ in range(72)) / 100
    assert f"£{paid:,.2f}" in said


def test_money_is_not_told_when_fewer_than_five_people_were_paid(year):
    from coprod_desktop.domain.year_numbers import paid_words
    from coprod_desktop.domain.year_record import Money

    assert paid_words(Money(paid=10_000, people=4)) == "not shown (fewer than 5 people)"
    assert paid_words(Money(paid=10_000, people=5)) == "£100.00"
    assert paid_words(Money()) == ""


# ---- the committee report


COMMITTEES = {
    "Nottinghamshire": (
        "Purpose of the Report", "Information", "Other Options Considered", "Reason/s for Recommendation/s",
        "Statutory and Policy Implications", "Financial Implications", "Implications for Service Users",
        "RECOMMENDATION/S", "Background Papers and Published Documents", "Electoral Division(s) and Member(s) Affected",
        "Constitutional Comments", "Financial Comments",
    ),
    "Wirral": (
        "REPORT SUMMARY", "RECOMMENDATION/S", "REASON/S FOR RECOMMENDATION/S", "OTHER OPTIONS CONSIDERED",
        "BACKGROUND INFORMATION", "FINANCIAL IMPLICATIONS", "LEGAL IMPLICATIONS",
        "RESOURCE IMPLICATIONS: STAFFING, ICT AND ASSETS", "RELEVANT RISKS", "ENGAGEMENT/CONSULTATION",
        "EQUALITY IMPLICATIONS", "ENVIRONMENT AND CLIMATE IMPLICATIONS", "COMMUNITY WEALTH IMPLICATIONS",
        "REPORT AUTHOR", "APPENDICES", "BACKGROUND PAPERS", "TERMS OF REFERENCE", "SUBJECT HISTORY (last 3 years)",
    ),
    "Thurrock": (
        "Wards and communities affected", "Key Decision", "Executive Summary", "Recommendation",
        "Introduction and Background", "Issues, Options and Analysis of Options", "Reasons for Recommendation",
        "Financial", "Legal", "Diversity and Equality", "Risks", "Background papers used in preparing the report",
        "Appendices to the report", "Report Author",
    ),
}  # fmt: skip
"""The headings of the committee reports of the sources."""


@pytest.mark.parametrize("council", sorted(COMMITTEES))
def test_every_heading_of_a_committees_report_has_its_place(year, council):
    """Features: "Other Options Considered" (committee report export)."""
    kind = year.desk.content.reports().kind("committee-report")
    known = {words.casefold() for one in kind.headings for words in (one.heading, *one.also)}
    assert {heading for heading in COMMITTEES[council] if heading.casefold() not in known} == set()


def test_the_committee_report_has_every_heading_and_asks_who_verified_what(year):
    """Features: "consideration of implications in respect of crime and disorder" (implications checklist)."""
    paper = drawn(year, "committee-report")
    kind = year.desk.content.reports().kind("committee-report")
    assert headings(paper)[: len(kind.headings)] == [one.heading for one in kind.headings]
    said = as_text(paper.document.blocks)
    assert said.count("Implications verified by: name [to write]") == sum(one.verified for one in kind.headings) == 9
    assert "Wards and communities affected: North Bramley and Vale Side" in said
    assert "Committee: [to write], 4 March 2026" in said
    assert "Nine, eleven, or in the evening" in told_below(paper, "Other options considered")
    assert "Progress on co-production" in told_below(paper, "History of this subject (last 3 years)")
    assert "Two teams were put together in January" in told_below(paper, "Questions of scrutiny")
    assert "Taxis are booked first" in told_below(paper, "Risks")
    assert paper.document.running_head.startswith("Draft")
    assert "- Our survey: Six in ten people did not know whom to ring, 20 May 2025" in told_below(
        paper, "Background papers"
    )
    assert "- Healthwatch Bramley: independent, reads our evidence" in told_below(
        paper, "Community wealth implications"
    )
    measured = told_below(paper, "What became of our promises").partition("What was measured")[2]
    assert "Where it comes from: Our survey of people who draw on care." in measured
    assert "To tell what Bramley Vale Steering Group did in co-production, " in said


def told_below(paper, heading):
    return as_text(below(paper, heading))


def test_a_private_question_is_not_told_as_if_there_were_none(year):
    """What only the group may read can stand in the log: the report says what it may tell, not that there is nothing."""
    group = next(line for line in groups.every(year.desk) if line.name == years.GROUP)
    for line in log.lines(year.desk, group=group.id, kinds=["scrutiny_question"]):
        log.change(year.desk, line.id, "publicity", Publicity.PRIVATE)
    assert "None that this report may tell of" in told_below(drawn(year, "committee-report"), "Questions of scrutiny")


def test_the_log_of_sessions_is_date_type_location_as_committees_print_it(year):
    """Features: "The table below outlines the engagement events that have taken place"; "1-31 October 2023"."""
    sessions.change(year.desk, year.sessions[0], date=DAY(2025, 1, 1), end_date=DAY(2025, 1, 31))
    rows = drawn(year, "engagement-log").sheet.rows
    assert ("1-31 January 2025", "Steering group", "Bramley Vale Library") in rows
    assert ("13 July 2025", "Workshop", "Corner Hall (home care providers)") in rows
    assert ("25 August 2025", "Drop-in. Cancelled: the heat warning", "Corner Hall") in rows
    assert ("13 October 2025", "Steering group. Moved from 6 October 2025: the lift was out of order", "Online") in rows


def test_read_as_pdf_the_reports_say_it_in_reading_order(year, tmp_path):
    for kind in ("annual-report", "committee-report"):
        (path,) = reports.make(
            year.desk, kind, ["pdf"], tmp_path, since=IN_2025.since, until=IN_2025.until, of_group=years.GROUP
        ).paths
        text = " ".join(
            subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True, text=True).stdout.split()
        )
        at = 0
        for heading in headings(drawn(year, kind)):
            at = text.index(heading, at) + len(heading)
        assert "38 of 60 kept" in text or "60 promises were made" in text
        info = subprocess.run(["pdfinfo", path], capture_output=True, check=True, text=True).stdout
        assert years.GROUP in info
        assert not any(name in info for name in year.names)


# ---- the CQC, the paragraph, the bank, the law


def test_the_nine_quality_statements_stand_in_the_evidence(year):
    """Features: "capturing 'the voice of the user' is a key part" (CQC evidence pack, B12)."""
    paper = drawn(year, "cqc-evidence")
    statements = [
        b.text for b in below(paper, "The nine quality statements") if isinstance(b, Heading) and b.level == 3
    ]
    assert statements == [one.statement for one in year.desk.content.reports().cqc.statements]
    assert len(statements) == 9
    said = told(paper.document)
    assert "By the list of 26 November 2026" in said
    assert "No case is told here, and none is counted." in said
    assert "You said: Send the rota to people each Friday, please." in said
    assert "Nothing about this is written down here." in said


def test_the_paragraph_has_a_proof_for_each_sentence_and_tells_what_is_late(year):
    """Features: "self-assessment, it has been identified that Co-production" (paragraph with linked proof)."""
    paper = drawn(year, "self-assessment")
    said = told_below(paper, "Co-production")
    numbers = re.findall(r"\[(\d)\]", said)
    assert numbers == [str(n) for n in range(1, len(numbers) + 1)]
    (proof,) = [b for b in below(paper, "Proof") if isinstance(b, Bullets)]
    assert len(proof.items) == len(numbers)
    assert "11 overdue" in said
    assert "6 noes were told as a no" in said


def test_the_bank_holds_only_what_may_be_quoted_and_says_when_to_ask_again(year):
    """Features: "Comments included:" (quotation bank with permission, name choice, withdrawn state)."""
    public, _ = of_year(
        year.desk, year.desk.content.reports().kind("quotations"), IN_2025, reports.group(year.desk, years.GROUP)
    )
    bank = public.bank
    assert 20 < len(bank.quotes) < 72
    assert {one.quote.signed for one in bank.quotes} <= {
        "Ottoline", "Desmond Achebe", "Bronwen, draws on care", "Draws on care", "Solveig Haraldsen", None,
    }  # fmt: skip
    assert any(one.ask_again for one in bank.quotes)
    assert not all(one.ask_again for one in bank.quotes)
    said = words(year, "quotations")
    assert "12 months old or more. Ask once more" in said


def test_somebody_who_changed_their_mind_is_in_no_new_report(year):
    from coprod_desktop.services import people

    before = drawn(year, "quotations")
    assert "– Ottoline" in told(before.document)
    for session in year.sessions:
        people.agree(year.desk, session, year.co_chair, "quote", "no")
        break
    after = told(drawn(year, "quotations").document)
    assert "– Ottoline" not in after
    assert "– Desmond Achebe" in after


@pytest.mark.parametrize(
    ("nation", "law", "other"),
    [("Wales", "Social Services and Well-being (Wales) Act 2014", "Care Act"), ("England", "Care Act 2014", "(Wales)")],
)
def test_the_law_is_that_of_the_nation_with_source_and_date(year, nation, law, other):
    """Features: "Co-production is contained within the Care Act 2014's statutory guidance" (nation-aware); rule D26."""
    from coprod_desktop.domain.words import Nation

    for session in year.sessions:
        sessions.change(year.desk, session, nation=Nation(nation))
    said = words(year, "legal-note")
    assert law in said
    assert other not in said
    assert "as put together on 26 November 2026" in said
    assert "not legal advice" in said


def test_what_the_group_has_done_goes_from_the_beginning(year):
    """Features: "Three major projects have been undertaken by the group" (what this group has done)."""
    said = words(year, "group-history", Span())
    done = told_below(drawn(year, "group-history", Span()), "Year by year")
    assert done.index("13 January 2025") < done.index("Agreed: Our charter") < done.index("13 December 2025")
    assert "Cancelled: the heat warning" in said
    assert "Promises that were kept" in said


# ---- days, and what is wrong


def test_a_report_looks_back_from_the_day_it_has_to_be_cleared(year):
    """Features: "report on progress be brought to the Committee in six months", counted back from the clearance day."""
    kinds = year.desk.content.reports()
    group = reports.group(year.desk, years.GROUP)
    span = reports.span_of(year.desk, kinds.kind("progress-report"), group, Span())
    assert span == Span(DAY(2025, 8, 12), DAY(2026, 2, 11))
    alone = reports.span_of(year.desk, kinds.kind("progress-report"), None, Span())
    assert alone == Span(DAY(2025, 7, 16), years.LAST_DAY)
    words_ = reports.days_without_choice(year.desk, kinds.kind("progress-report"), group.id)
    assert "up to the day it has to be cleared for the committee on 4 March 2026" in words_


def test_reports_that_were_there_before_are_of_a_group_too_and_leave_out_what_was_cancelled(year):
    for kind in ("progress-report", "action-list", "accessible-information"):
        said = words(year, kind)
        assert "Workshop of project" not in said
        assert "Summer drop-in" not in said
    assert "Sessions: 12" in words(year, "progress-report")
    assert "Sessions: 15" in words(year, "progress-report", group=None)


def test_of_very_many_sessions_those_with_something_late_or_refused_are_read_first():
    held = [SessionHeld(id=str(n), date=DAY(2025, 1, 1), title="", type="") for n in range(100)]
    late = [PromiseAt(id="a", session="3", standing=Standing.OVERDUE, due=None)]
    noes = [PromiseAt(id="b", session="7", standing=None, due=None)]
    kept = [PromiseAt(id="c", session="5", standing=Standing.KEPT, due=None)]
    assert to_tell(held, [*late, *noes, *kept]) == ("3", "7", *(str(n) for n in range(62, 100)))
    assert to_tell(held[:40], kept) == tuple(str(n) for n in range(40))


def test_it_says_how_many_sessions_are_read_and_stops_when_nobody_wants_it(year, tmp_path):
    told_, wanted = [], iter([True] * 5 + [False] * 99)
    days = {"since": IN_2025.since, "until": IN_2025.until, "of_group": years.GROUP}
    with pytest.raises(UserError, match=r"Stopped\. No report was made"):
        reports.make(
            year.desk, "annual-report", ["html"], tmp_path / "out", **days,
            progress=lambda *step: told_.append(step), wanted=lambda: next(wanted),
        )  # fmt: skip
    assert told_ == [(n, 12, "Reading sessions") for n in range(4)]
    assert not (tmp_path / "out").exists()


def test_what_is_still_to_come_is_in_no_number(year):
    sessions.new(year.desk, title="Next one", type="steering group", date=DAY(2026, 2, 3), group_id=year.group)
    said = words(year, "annual-report", Span(DAY(2025, 1, 1), DAY(2026, 12, 31)))
    assert "Sessions: 12" in said
    assert "3 February 2026" not in said


@pytest.mark.parametrize("kind", TOLD_FROM_WORDS)
def test_no_sessions_in_those_months_is_a_sentence(year, kind, tmp_path):
    with pytest.raises(UserError, match="no sessions to report on"):
        reports.make(year.desk, kind, ["pdf"], tmp_path / "out", since=DAY(2001, 1, 1), until=DAY(2001, 2, 1))
    assert not (tmp_path / "out").exists()


def test_days_the_wrong_way_round_an_unknown_kind_and_an_unknown_group_are_sentences(year, tmp_path):
    with pytest.raises(UserError, match="first day comes after the last"):
        reports.make(year.desk, "annual-report", ["pdf"], tmp_path, since=DAY(2025, 2, 1), until=DAY(2025, 1, 1))
    with pytest.raises(UserError, match="no kind of report called “gossip”"):
        reports.make(year.desk, "gossip", ["pdf"], tmp_path)
    with pytest.raises(UserError, match="no group or project called “Nobody”"):
        reports.make(year.desk, "annual-report", ["pdf"], tmp_path, of_group="Nobody")
    with pytest.raises(UserError, match="not a year"):
        year_span("25")
    assert year_span("2025-26") == Span(DAY(2025, 4, 1), DAY(2026, 3, 31))


def test_what_is_not_settled_of_a_session_is_named_and_a_line_of_the_log_is_left_out(year, tmp_path):
    from coprod_desktop.domain.ids import new_id
    from coprod_desktop.domain.log_record import LogLine, Publicity

    with year.desk.store.write() as tx:
        tx.add(
            LogLine(
                id=new_id(), kind="learning", confirmed=True, on=DAY(2025, 5, 1), group_id=year.group,
                words="Ring Yusra Qadir on 07700 900481 first", publicity=Publicity.ANYONE,
            ),
            session=None,
        )  # fmt: skip
    said = words(year, "annual-report")
    assert "900481" not in said
    assert "1 text is left out here until somebody has looked at what may be private there" in said
    made = reports.make(
        year.desk, "annual-report", ["text"], tmp_path, since=IN_2025.since, until=IN_2025.until, of_group=years.GROUP
    )
    where = "the log, under “What we learnt”, on 1 May 2025"
    assert made.warnings == (f"Left out until somebody has looked at it: words in {where}.",)
    capture.add(year.desk, year.sessions[0], capture.NewLine(text="My number is 07700 900482", quote_ok=True))
    assert "900482" not in words(year, "quotations")


def test_a_group_that_decided_something_and_met_nobody_has_a_report_all_the_same(year):
    group, _ = groups.add(year.desk, "A group that has only begun", "steering_group")
    line, _ = log.add(year.desk, "Agreed to meet where people already are", "decided", group=group, on=DAY(2025, 6, 2))
    log.confirm(year.desk, line, "decision")
    log.change(year.desk, line, "publicity", Publicity.ANYONE)
    told_ = words(year, "committee-report", group=group)
    assert "Agreed to meet where people already are" in told_
    assert "Sessions: 0" in told_
    pledged, _ = groups.add(year.desk, "A group that has only promised", "steering_group")
    line, _ = log.add(year.desk, "We answer letters in two weeks", "decided", group=pledged, on=DAY(2025, 6, 2))
    log.change(year.desk, line, "who", "Director of Adult Care")
    log.confirm(year.desk, line, "pledge")
    assert "1 promise was made." in words(year, "annual-report", group=pledged)
