"""Rules of law and data protection, one test each, named after the rule: what is kept, why, how long, and for whom."""

from __future__ import annotations

import datetime
import json
import socket
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from coprod_desktop.domain.keep_rules import Kind
from coprod_desktop.domain.measures import safe_counts
from coprod_desktop.domain.permission import Purpose
from coprod_desktop.domain.privacy_notice import BASES, CONDITIONS, FIELDS, starting
from coprod_desktop.domain.words import Nation
from coprod_desktop.errors import AskFirst, UserError
from coprod_desktop.services import (
    about_you,
    backups,
    capture,
    changed_mind,
    evaluation,
    money,
    people,
    sessions,
    workspace,
)
from coprod_desktop.services.backups import Why
from coprod_desktop.services.bring_in import between_laptops, merge, session_file
from coprod_desktop.services.capture import NewLine
from coprod_desktop.services.changed_mind import TakenBack
from coprod_desktop.services.evaluation import Form
from coprod_desktop.services.making import about_person, handouts, papers, reports
from coprod_desktop.services.money import NewAmount
from coprod_desktop.services.rights import erasure, everything, finding, keeping, privacy
from coprod_desktop.store import schema, undo
from tests.desks import EVALUATION, every_value
from tests.rules.making import bring, every_paper, line
from tests.services.rights.test_erasure import plain_pages
from tests.unpack import everything_in, words_in


def test_d01_nothing_connects(tmp_path, monkeypatch):
    """Also held, over the whole job in a process of its own, by tests/test_no_network.py."""
    tried = []

    def shut(*args, **_kwargs):
        tried.append(args)
        raise OSError("no network")

    for name in ("connect", "connect_ex", "sendto", "bind"):
        monkeypatch.setattr(socket.socket, name, shut)
    monkeypatch.setattr(socket, "getaddrinfo", shut)
    workspace.create(tmp_path / "desk", None)
    desk = workspace.unlock(tmp_path / "desk", None)
    try:
        session = bring(desk, entries=[line(1, "The ferry is late", "p1")])
        every_paper(desk, session, tmp_path / "out", ("text", "html", "docx"))
        about_person.make(desk, finding.find_person(desk, "Vashti Oddfellow"), tmp_path / "out")
    finally:
        workspace.close(desk)
    assert tried == []


def test_d02_a_session_works_with_no_names_at_all(desk, tmp_path):
    session = bring(
        desk,
        people=[],
        entries=[line(n, f"Thing number {n} matters", "anonymous") for n in range(1, 4)],
        promises=[{"id": "1", "you_said": "Things matter", "from_entries": [1, 2], "answer": "cannot",
                   "reason_category": "Money", "reason": "There is none", "look_again": "in May"}],
    )  # fmt: skip
    assert people.on_list(desk, session) == ()
    told = " ".join(words_in(path) for path in every_paper(desk, session, tmp_path))
    assert "Thing number 1 matters" in told
    assert "There is none" in told


def test_d03_the_privacy_notice_has_every_part_filled_or_flagged(desk, tmp_path):
    empty = privacy.make(desk, tmp_path / "empty", ["html"])
    assert {
        f"Not filled in yet: {FIELDS[name][:1].lower()}{FIELDS[name][1:]}."
        for name in ("controller", "contact", "officer")
    } <= set(empty.warnings)
    privacy.change(desk, controller="Marrowdale Council", contact="01632 960001", officer="dpo@example.org",
                   agreed_on=desk.today())  # fmt: skip
    keeping.set_rule(desk, Kind.SIGN_IN, 1)
    made = privacy.make(desk, tmp_path / "whole", ["html"])
    assert made.warnings == ()
    told = words_in(made.paths[0])
    wanted = (
        "Who we are",
        "Whom to ask",
        "Why we ask",
        "What lets us do this",
        "How long we keep it",
        "Your rights",
        "30 days",
        "19 June 2026",
    )
    assert [part for part in wanted if part not in told] == []
    assert "How long we keep the rest is not decided yet" in told
    for kind in Kind:
        keeping.set_rule(desk, kind, 12)
    assert "not decided yet" not in words_in(privacy.make(desk, tmp_path / "all", ["html"]).paths[0])


def test_d04_no_default_text_says_that_coming_is_consent(desk, tmp_path):
    assert BASES[0].startswith("Public task")
    assert "consent" not in starting()["lawful_basis"].lower()
    told = words_in(privacy.make(desk, tmp_path, ["html"]).paths[0]).lower()
    assert "by attending" not in told
    assert "6(1)(e)" in told
    shipped = json.dumps(dict(desk.content.data), ensure_ascii=False).lower()
    assert "by attending" not in shipped
    assert "you consent" not in shipped


def test_d05_nothing_special_is_saved_before_a_condition_is_chosen(tmp_path):
    workspace.create(tmp_path / "bare", None)
    desk = workspace.unlock(tmp_path / "bare", None)
    try:
        session = sessions.start_now(desk)[0]
        person = people.add(desk, session, "Zora Quillfeather", "resident")[0]
        for save in (
            lambda: people.add_need(desk, session, person, "large print"),
            lambda: evaluation.add_form(desk, session, Form(about={"Disabled": "yes"})),
            lambda: about_you.add_form(desk, session, {"Religion or belief": "none"}),
        ):
            with pytest.raises(AskFirst):
                save()
        assert not any("large print" in value for _table, value in every_value(desk))
        privacy.choose_condition(desk, CONDITIONS[2])
        people.add_need(desk, session, person, "large print")
        about_you.add_form(desk, session, {"Religion or belief": "none"})
        assert privacy.privacy(desk).article9 == CONDITIONS[2]
    finally:
        workspace.close(desk)


def test_d06_each_consent_is_asked_by_itself_dated_and_can_be_taken_back(desk):
    session = sessions.start_now(desk)[0]
    person = people.add(desk, session, "Zora Quillfeather", "resident")[0]
    kinds = ("quote", "photo", "recording", "contact")

    def now() -> dict:
        return dict(people.on_list(desk, session)[0].consents or {})

    assert now() == {}
    assert people.on_list(desk, session)[0].name_in_public.value == "not at all"
    for at, kind in enumerate(kinds):
        people.agree(desk, session, person, kind, "2026-10-06")
        assert set(now()) == set(kinds[: at + 1])
    people.change(desk, session, person, name_in_public="first name")
    day = datetime.date(2026, 11, 2)
    changed_mind.take_back(desk, session, person, TakenBack(purposes=(Purpose.PHOTO,), on=day))
    assert now()["photo"] == "no"
    assert now()["recording"] == "2026-10-06"
    with desk.store.read() as connection:
        rows = connection.exec_driver_sql("select value, on_date from permission where purpose='photo'").all()
    assert ("yes", "2026-10-06") in {tuple(row) for row in rows}
    assert ("no", "2026-11-02") in {tuple(row) for row in rows}


WORDS = ("quinquereme", "marzipan", "oboe", "thimble")
HISTORY = st.lists(
    st.tuples(st.sampled_from(["say", "agree", "name", "edit", "point", "paper", "undo", "refuse"]), st.integers(0, 3)),
    min_size=1,
    max_size=10,
)


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck), phases=(Phase.generate,))
@given(history=HISTORY)
def test_d07_what_is_taken_back_leaves_every_new_paper_and_the_old_ones_are_listed(history, tmp_path_factory):
    folder = tmp_path_factory.mktemp("history")
    workspace.create(folder / "desk", None)
    desk = workspace.unlock(folder / "desk", None)
    try:
        session = bring(
            desk, entries=[line(1, "The quinquereme ferry never waits", "p1"), line(2, "Nobody rings back", "p2")]
        )
        vashti = finding.find_person(desk, "Vashti Oddfellow")
        made = live(desk, session, vashti, history, folder)
        held = {
            paper.id for paper in papers.made_before(desk, session) if set(paper.holds) & theirs(desk, session, vashti)
        }
        taken = TakenBack(purposes=changed_mind.ALL, on=desk.today())
        out = changed_mind.out_already(desk, session, vashti, taken)
        changed_mind.take_back(desk, session, vashti, taken)
        assert held <= {one.id for one in out.papers}
        assert len(out.papers) <= made
        told = " ".join(map(everything_in, every_paper(desk, session, folder / "after")))
        for word in (*WORDS, "Vashti", "Oddfellow"):
            assert word not in told
    finally:
        workspace.close(desk)


def theirs(desk, session, person) -> set[str]:
    return {e.id for e in sessions.record(desk, session).entries if e.speaker == person}


def live(desk, session, person, history, folder) -> int:
    """Live through a history. Returns how many papers were made in it."""
    made = 0
    for what, which in history:
        own = sorted(theirs(desk, session, person))
        try:
            if what == "say":
                capture.add(desk, session, NewLine(text=f"My {WORDS[which]} was lost on the stairs", speaker=person))
            elif what == "agree":
                people.agree(desk, session, person, "quote", "2026-10-06")
            elif what == "refuse":
                people.agree(desk, session, person, "quote", "no")
            elif what == "name":
                people.change(
                    desk, session, person, name_in_public=("full name", "first name", "role only", "not at all")[which]
                )
            elif what == "edit" and own:
                capture.change(desk, own[which % len(own)], text=f"And the {WORDS[which]} sank twice that week")
            elif what == "undo" and not next_is_the_import(desk):
                workspace.undo(desk)
            elif what == "paper":
                papers.review(desk, session)
                made += bool(papers.make(desk, session, ["text"], folder / f"out{made}").paths)
        except UserError:
            continue
    return made


def test_d08_equality_answers_are_apart_from_names_and_all_can_be_skipped(desk):
    session = bring(desk, entries=[line(1, "The ferry is late", "p1")])
    about_you.add_form(desk, session, {})
    for answer in ("yes", "no", "prefer not to say"):
        evaluation.add_form(
            desk, session, Form(stars=4, about={"Disabled": answer}, words=f"Words of one who ticked {answer}?")
        )
        about_you.add_form(desk, session, {"Sexual orientation": answer})
    evaluation.write_down(desk, session)
    about_you.write_down(desk, session)
    record = sessions.record(desk, session)
    told = json.loads(session_file.write(record, between_laptops.of(desk, record)))
    assert told["session"]["about_you_counts"]["Disabled"] == {"no": 1, "prefer not to say": 1, "yes": 1}
    for row in (*told["people"], *told["entries"]):
        assert "about" not in json.dumps(row)
        assert "Disabled" not in json.dumps(row)
    words = [row for row in told["entries"] if row["text"].startswith("Words of one")]
    assert all(row["speaker"] == "anonymous" and "at" not in row for row in words)
    assert all(q.answers[-1] == "prefer not to say" for q in about_you.questions(desk))


def test_d09_counts_under_five_are_hidden_and_what_gives_them_away(desk, tmp_path):
    session = merge.import_file(desk, EVALUATION.read_bytes()).session
    counts = sessions.record(desk, session).session
    groups, _ = safe_counts(counts.about_you_counts, counts.evaluation_forms)
    for group in groups:
        shown = [one for one in group.lines if one.count is not None]
        hidden = [one for one in group.lines if one.count is None]
        assert all(one.count >= 5 for one in shown if one.count)
        assert len(hidden) != 1, group
    table = {"Disabled": {"yes": 10, "no": 5, "prefer not to say": 2}}
    (group,), _ = safe_counts(table, 17)
    by_label = {one.label: one.count for one in group.lines}
    assert by_label["prefer not to say"] is None
    assert by_label["no"] is None  # else 17 - 10 - 5 would tell it
    told = " ".join(words_in(path) for path in every_paper(desk, session, tmp_path))
    assert "prefer not to say: 2" not in told


def test_d10_what_is_past_its_time_is_listed_and_really_deleted(desk, tmp_path):
    session = bring(desk, raw_notes="zzraw as typed", entries=[line(1, "The ferry is late", "p1")])
    keeping.set_rule(desk, Kind.SIGN_IN, 1)
    keeping.set_rule(desk, Kind.RAW_NOTES, 6)
    at = lambda month: replace(desk, now=lambda: datetime.datetime(2027, month, 20, 9, tzinfo=datetime.UTC))  # noqa: E731
    assert [str(one.past.kind) for one in keeping.due(at(1))] == ["sign_in"]
    then = at(6)
    due = keeping.due(then)
    assert [str(one.past.kind) for one in due] == ["sign_in", "raw_notes"]
    backups.make(desk, Why.ASKED)
    assert [copy.until > desk.today() for copy in keeping.copies(then, due)] == [
        True
    ]  # told which copy holds it, and until when
    keeping.let_go(then, due)
    assert keeping.due(then) == []
    assert b"zzraw" not in plain_pages(desk.store.folder, desk.store.raw_key())
    assert people.on_list(desk, session) == ()


def test_d11_everything_about_one_person_is_found_corrected_and_erased(desk, tmp_path):
    session = bring(desk, entries=[line(1, "The quinquereme is late", "p1"), line(2, "Ask Vashti about it", "p2")])
    person = finding.find_person(desk, "Vashti Oddfellow")
    told = repr(everything.everything(desk, person))
    assert "The quinquereme is late" in told
    assert "Ask Vashti about it" in told
    people.change(desk, session, person, contact="07700 900111")
    people.change(desk, session, person, contact="07700 900222")
    assert "07700 900111" in repr(everything.everything(desk, person).parts[-1])
    erasure.erase(desk, person)
    for gone in ("Vashti", "Oddfellow", "quinquereme", "07700 900"):
        assert not any(gone in value for _table, value in every_value(desk))
    assert [e.text for e in capture.lines(desk, session)] == ["Ask [name taken out] about it"]


def test_d19_sign_in_sheets_go_with_a_line_in_the_log_that_names_nobody(desk, tmp_path):
    session = bring(desk, entries=[line(1, "The ferry is late", "p1")])
    keeping.set_rule(desk, Kind.SIGN_IN, 0)
    later = replace(desk, now=lambda: datetime.datetime(2027, 1, 20, 9, tzinfo=datetime.UTC))
    keeping.let_go(later, keeping.due(later))
    (row,) = keeping.log(desk)
    assert (row.kind, row.how_many, row.by_rule) == ("sign_in", 4, True)
    assert people.on_list(desk, session) == ()  # the sheet itself is gone, and nothing can make it again
    (again,) = handouts.make(desk, session, handouts.SIGN_IN, tmp_path).paths
    assert "Oddfellow" not in everything_in(again)
    said = keeping.log_in_words(row) + repr(row)
    for name in ("Vashti", "Oddfellow", "Bram", "Ysolde", "Wilbert", "Ferries"):
        assert name not in said


def test_d25_nine_characteristics_are_offered_in_any_wording(desk):
    asked = {q.characteristic for q in about_you.questions(desk)}
    nine = {"age", "disability", "gender reassignment", "marriage and civil partnership", "pregnancy and maternity",
            "race", "religion or belief", "sex", "sexual orientation"}  # fmt: skip
    assert nine <= asked
    session = sessions.start_now(desk)[0]
    about_you.add_form(desk, session, {"Age": "25 to 44"})  # marriage and pregnancy left empty
    about_you.set_wording(desk, "sex", "What is your sex?", ["Female", "Male"], "GSS harmonised standard")
    assert about_you.as_asked(desk)["What is your sex?"] == ["Female", "Male", "prefer not to say"]


def test_d26_a_session_set_in_wales_never_says_care_act(desk, tmp_path):
    session = bring(desk, about={"nation": "Wales"}, entries=[line(1, "The ferry is late", "p1")])
    assert sessions.one(desk, session).nation is Nation.WALES
    for path in every_paper(desk, session, tmp_path / "papers", ("text", "html", "docx")):
        assert "Care Act" not in everything_in(path)
    for kind in ("legal-note", "committee-report", "annual-report"):
        made = reports.make(desk, kind, ["text", "html", "docx"], tmp_path / kind)
        assert not any("Care Act" in everything_in(path) for path in made.paths), kind
        if kind != "annual-report":
            assert "Social Services and Well-being (Wales) Act 2014" in words_in(made.paths[0])
    for path in privacy.make(desk, tmp_path / "notice", ["text", "html", "docx"], Nation.WALES).paths:
        assert "Care Act" not in everything_in(path)
        assert "Social Services and Well-being (Wales) Act 2014" in words_in(path) or "to-read-aloud" in path.name


JUDGING = (
    "score",
    "rating",
    "rank",
    "risk",
    "eligib",
    "credit",
    "grade",
    "priorit",
    "profile",
    "predict",
    "likel",
    "level",
)
_OF_SOMEBODY = {"person_id", "for_person", "speaker", "said_for", "person_a"}


def test_d31_nothing_scores_or_decides_about_a_person(desk, tmp_path):
    """No column beside a person judges them; and nothing that is told of somebody is worked out: it was written down."""
    tables = [
        t for t in schema.META.sorted_tables if _OF_SOMEBODY & set(t.c.keys()) or t.name in {"person", "permission"}
    ]
    assert {t.name for t in tables} >= {"person", "attendance", "need", "bank", "claim", "permission", "group_member"}
    columns = [f"{t.name}.{column.name}" for t in tables for column in t.c]
    judged = [name for name in columns if any(word in name for word in JUDGING)]
    assert judged == ["log_line.score"]  # of a bid, given by the panel
    session = bring(desk, entries=[line(1, "The ferry is late", "p1")])
    person = finding.find_person(desk, "Vashti Oddfellow")
    for n in range(3):  # whatever they said, refused, missed or were paid
        capture.add(desk, session, NewLine(text=f"The ferry is late again, {n}", speaker=person))
    people.agree(desk, session, person, "quote", "no")
    money.pay_now(desk, person, NewAmount(kind="travel", pence=440), session=session)
    labels = {
        label for part in everything.everything(desk, person).parts for one in part.kept for label, _ in one.facts
    }
    assert {"Amount", "Answer", "What was said"} <= labels
    assert [label for label in labels if any(word in label.lower() for word in JUDGING)] == []


def next_is_the_import(desk) -> bool:
    with desk.store.read() as connection:
        step = undo.next_undo(connection)
    return step is None or step.kind == undo.IMPORT
