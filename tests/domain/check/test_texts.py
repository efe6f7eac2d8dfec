"""One list says which texts of a session are looked at, and the gate lets nothing else through."""

import dataclasses

import pytest

from coprod_desktop.domain.agreed import AgreedWords, Signed, SubjectBefore, VersionBefore
from coprod_desktop.domain.agreed_record import PaperState
from coprod_desktop.domain.check import texts
from coprod_desktop.domain.check.findings import CheckedSession, blocking, findings
from coprod_desktop.domain.check.scan import Where
from coprod_desktop.domain.check.texts import FIELDS, PrivateText
from coprod_desktop.domain.easy_record import EasyPlace, EasySentence
from coprod_desktop.domain.log_record import LogSaid, LogTold
from coprod_desktop.domain.record import (
    AgendaItem,
    GroundRule,
    SessionRecord,
    Telling,
    ToldText,
    Update,
    Vote,
    VoteOption,
)
from coprod_desktop.domain.week_after import Asking, AskingStep, FormatAsked, FormatState, MemberCheck
from coprod_desktop.domain.words import AnswerKind, EarlierStatus, Outcome, Publish, SessionState, UpdateState
from coprod_desktop.errors import UserError
from coprod_desktop.publish.gate import open_gate
from tests.domain.making import DAY, entry, point, record

PHONE = "07700 900481"


def full() -> SessionRecord:
    """A session in which every text that anybody can type is a word of its own: "mark0007x"."""
    made = record(
        entry(1, "", quote_ok=True, theme="", outcome_note="", translation="", lang="pl"),
        entry(2, "", publish="edit", public_text="", theme="", outcome=Outcome.PASSED_ON, outcome_note=""),
        entry(3, "", kind="parking_lot", quote_ok=True),
        entry(4, "", kind="access_incident", outcome_note="", done_about=""),
        entry(5, "", kind="note"),
        point(
            1, "", 1, answer="cannot", text="", reason="", reason_category="", look_again="", asked_who="Head of homes",
            asked_on=DAY, owner_agreed=DAY,
            owner="", updates=(Update(id="u", on=DAY, state=UpdateState.IN_HAND, text=""),),
            tellings=(Telling(id="b", text="", told_on=DAY, answer=AnswerKind.WILL),),
        ),
        measure={"name": "", "question": "", "source": "", "before": 1, "after": 2},
        about_you_counts={"": 7},
        **dict.fromkeys(
            ("purpose", "cannot_change", "project", "set_agenda", "place", "organisation", "locality", "contact"), ""
        ),
        **dict.fromkeys(("senior_listener", "for_whom", "could_not_come", "shuts_out", "why_method", "travel_note"), ""),
        **dict.fromkeys(("print_note", "learnt", "series", "state_why", "host", "wrote_it"), ""),
        ways=("",), strands=("",), state=SessionState.MOVED, evaluation_forms=7,
    )  # fmt: skip
    made = dataclasses.replace(
        made,
        ground_rules=(GroundRule(id="r", text=""),),
        agenda=(AgendaItem(id="a", title="", minutes=5, leads="", notes=""),),
        votes=(
            Vote(
                id="v", question="", options=(VoteOption(id="o", label="", votes=1, who="", why_not="", unknown={"declared_interest": ""}),), method="", eligible_rule="",
                settled_by="", left_becomes="",
            ),
        ),
        member_checks=(MemberCheck(id="m", kind="paper", who="", on=DAY, changed="", skipped=""),),
        formats_asked=(
            FormatAsked(id="f", format="", state=FormatState.CHECKED, on=DAY, where_is="https://film.example/one"),
        ),
        easy_sentences=(EasySentence(id="es", point="p1", place=EasyPlace.WE_WILL, order=0, words=""),),
        log=(
            LogTold(
                id="l", kind="decision", heading="Decisions", on=DAY, words="",
                said=(LogSaid(label="Who", text="", who=True), LogSaid(label="Options", text="")),
            ),
        ),
        agreed=(
            AgreedWords(
                id="ap", kind="principles", title="", n=2, state=PaperState.AGREED, on=DAY, parts=(("", ""),), subject="", group="",
                owner="", approved_by="", changed="", checked_by="", signed=(Signed(name="", on=DAY),),
                before=(VersionBefore(n=1, state=PaperState.AGREED, on=DAY, changed=""),),
                subject_before=(SubjectBefore(title="", agreed_on=DAY),),
            ),
        ),
        told=tuple(ToldText("tt", "", what) for what in ("written", "venue", "owner")),
        earlier=(Telling(id="t", text="", status=EarlierStatus.DONE, reason="", reason_category="", owner=""),),
    )  # fmt: skip
    return _marked(made)


def _marked(made):
    count = iter(range(10_000))

    def mark(value):
        if value == "":
            return f"mark{next(count):04}x"
        if isinstance(value, tuple):
            return tuple(map(mark, value))
        if isinstance(value, dict):
            return {mark(k) if k == "" else k: mark(v) for k, v in value.items()}
        if dataclasses.is_dataclass(value):
            kept = {
                "id",
                "row",
                "what",
                "key",
                "kind",
                "lang",
                "dir",
                "start",
                "end",
                "promise",
                "session",
                "made",
                "permissions",
            }
            new = {f.name: mark(getattr(value, f.name)) for f in dataclasses.fields(value) if f.name not in kept}
            if type(value) is SessionRecord:
                new["session"] = mark(value.session)
            return dataclasses.replace(value, **new)
        return value

    return mark(made)


def public_words(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from public_words(part)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from public_words(getattr(value, field.name))


def test_whatever_the_gate_lets_through_is_on_the_list():
    session = full()
    looked_at = {t.text for t in texts.texts(session)}
    looked_at |= {t.text for line in session.entries for t in texts.said_texts(line)}
    printed = " ".join(public_words(open_gate(session, (), DAY)))
    marks = {word.strip(".,:;“”") for word in printed.split() if "mark0" in word}
    marks = {m[m.index("mark0") : m.index("mark0") + 9] for m in marks}
    assert len(marks) > 25
    assert {m for m in marks if not any(m in text for text in looked_at)} == set()


def test_nothing_that_is_not_on_the_list_gets_through(monkeypatch):
    monkeypatch.setattr(texts, "FIELDS", tuple(f for f in FIELDS if (f.noun, f.field) != ("point", "text")))
    with pytest.raises(LookupError):
        open_gate(record(entry(1, "hello there"), point(1, "Ring", 1)), (), DAY)


WHOSE = {
    "session": ("s", "session"),
    "measure": ("s", "session"),
    "about_you": ("s", "session"),
    "ground_rule": ("r", "session"),
    "agenda_item": ("a", "session"),
    "vote": ("v", "vote"),
    "vote_option": ("v", "vote"),
    "interest": ("v", "vote"),
    "member_check": ("m", "session"),
    "format_asked": ("f", "session"),
    "easy_sentence": ("es", "easy_sentence"),
    "asking": ("p1", "point"),
    "earlier": ("t", "earlier"),
    "point": ("p1", "point"),
    "said_before": ("p1", "point"),
    "update": ("p1", "point"),
    **dict.fromkeys(("log_line", "log_said", "log_who"), ("l", "log_line")),
    "told": ("tt", "told"),
    **dict.fromkeys(("agreed", "agreed_part", "agreed_before", "agreed_subject", "signed"), ("ap", "agreed_paper")),
}
"""What a text of each noun is settled for: the row it can be changed in, and what that row is."""


@pytest.mark.parametrize("noun", sorted({one.noun for one in FIELDS} - {"entry"}))
def test_each_text_stands_at_the_row_it_is_changed_in(monkeypatch, noun):
    monkeypatch.setattr(texts, "FIELDS", tuple(one for one in FIELDS if one.noun == noun))
    found = list(texts.texts(full()))
    assert {(one.subject, one.subject_kind, one.entry) for one in found} == {(*WHOSE[noun], None)}
    assert {(one.field, one.where) for one in found} == {(one.field, one.where) for one in FIELDS if one.noun == noun}


def test_a_row_that_is_added_is_seen_by_check_and_gate(monkeypatch):
    item = AgendaItem(id="a", title="Lunch", minutes=5, notes=f"ring {PHONE}")
    session = dataclasses.replace(record(entry(1, "hello there")), agenda=(item,))
    assert blocking(findings(session)) == ()
    assert open_gate(session, (), DAY).agenda[0].title == "Lunch"
    monkeypatch.setattr(texts, "FIELDS", (*FIELDS, PrivateText("agenda_item", "notes")))
    assert [(f.subject, f.field, f.words) for f in blocking(findings(session))] == [("a", "notes", PHONE)]
    from coprod_desktop.publish import gate

    door = gate._Door(session, DAY, CheckedSession(session))
    with pytest.raises(UserError):
        door.written(item.id, item.notes)


@pytest.mark.parametrize("one", [f for f in FIELDS if f.noun == "entry"], ids=lambda f: f.field)
def test_each_field_of_a_line_is_looked_at(one):
    values = {"text": "Hello there", one.field: f"ring {PHONE}"}
    publish = "edit" if one.field == "public_text" else "yes"
    found = blocking(findings(record(entry(1, publish=publish, quote_ok=True, **values))))
    assert [(f.entry, f.field) for f in found] == [(1, one.field)]


def test_of_a_line_blank_fields_and_what_stands_in_for_others_are_not_looked_at():
    line = entry(1, "said", public_text="other", translation="told", theme=" ", outcome_note="note")
    assert [(one.field, one.text) for one in texts.said_texts(line)] == [
        *[("text", "said"), ("translation", "told"), ("outcome_note", "note")],
    ]
    edited = dataclasses.replace(line, publish=Publish.EDIT)
    assert [one.field for one in texts.said_texts(edited)] == ["text", "public_text", "outcome_note"]
    (first, *_) = texts.said_texts(line)
    assert (first.subject, first.subject_kind, first.entry) == ("e1", "entry", 1)


def easy(*words: str) -> tuple[EasySentence, ...]:
    return tuple(
        EasySentence(id=f"es{n}", point="p1", place=EasyPlace.YOU_SAID, order=n, words=one)
        for n, one in enumerate(words)
    )


def test_a_sentence_of_easy_read_is_asked_about_gently_unless_it_only_says_what_its_point_says():
    made = record(entry(1, "hello"), point(1, "My mum has epilepsy; the bus is late.", 1))
    written = easy("My mum has epilepsy.", "The bus is late.", "My mum has dementia.", f"Ring {PHONE}.")
    found = [f for f in findings(dataclasses.replace(made, easy_sentences=written)) if f.subject.startswith("es")]
    assert [(f.subject, f.words, f.blocks) for f in found] == [("es2", "My mum has dementia", False)]


def test_a_sentence_of_easy_read_that_says_what_two_texts_say_one_after_the_other_is_asked_about_there():
    made = record(point(1, "My mum has epilepsy", text="We ring her."))
    written = easy("My mum has epilepsy. We ring her!", "We ring her. My mum has epilepsy.")
    found = findings(dataclasses.replace(made, easy_sentences=written))
    assert [f.subject for f in found if f.subject.startswith("es")] == ["es1"]


def test_what_people_said_about_themselves_is_looked_at_with_what_stands_inside_it():
    made = record(about_you_counts={"Where": {"Town": {"North": 3}, "Sea": 2}, "carer": 9, 5: 1})
    assert [one.text for one in texts.texts(made) if one.field == "label"] == [
        *("Where", "Town", "North", "Sea", "carer", "5")
    ]


def test_of_a_point_only_what_is_printed_is_asked_about():
    """Whom nobody asked whether they may be named is not printed, and neither is it asked about."""
    steps = (
        Asking(id="a", point="p1", step=AskingStep.ASKED, to_whom="Director Jo Marsh", on=DAY),
        Asking(id="b", point="p1", step=AskingStep.REPLIED, to_whom="Jo Marsh", on=DAY),
    )
    made = point(1, "The rota", owner="Jo Marsh, Manager", asked_who="Jo Marsh", asked=steps)
    told = Telling(id="t", text="We print it", owner="Jo Marsh, Manager", made=made)
    rows = dataclasses.replace(record(made), earlier=(told,))
    owners = [(one.subject_kind, one.field, one.text) for one in texts.texts(rows) if one.where is Where.OWNER]
    assert owners == [
        ("earlier", "owner", "Manager"),
        ("point", "owner", "Manager"),
        ("point", "to_whom", "Director"),
    ]
    named = dataclasses.replace(made, owner_agreed=DAY)
    assert ("owner", "Jo Marsh, Manager") in {(one.field, one.text) for one in texts.texts(record(named))}
