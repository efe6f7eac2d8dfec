"""Every field of coprod-session/1 that a facilitator could fill has a control in the window, or a reason why not."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from coprod_desktop import paths
from coprod_desktop.services import seldom
from coprod_desktop.services.bring_in.session_file_rows import SESSION
from coprod_desktop.services.group_sessions import Choices
from coprod_desktop.ui.dialogs import row_facts
from coprod_desktop.ui.evaluation import figures
from coprod_desktop.ui.get_ready import taking_part
from coprod_desktop.ui.get_ready.series_part import series_part
from coprod_desktop.ui.voting import facts
from coprod_desktop.ui.widgets.fact_form import control_name

FORMS = Path(__file__).parents[2] / "forms"
WHY = {
    "format": "the same in every file",
    "id": "made by the program",
    "fictional": "says of a file that its people are made up",
    "tests": "for those who check files",
    "expected": "for those who check files",
    "raw_notes": "notes as they were typed elsewhere, kept with the file they came in; notes are taken apart on Listen",
    "people.id": "made by the program",
    "people.off_list": "written when somebody is taken off the list who said something",
    "sample": "marks the sample session",
    "ground_rule_uids": "made by the program",
    **dict.fromkeys(
        ("permissions", "revisions", "gone", "sealed", "tellings"), "goes between laptops, from what was done"
    ),
    "people.consent_withdrawn_on": "written by “Someone has changed their mind”, with the day they said so",
    "entries.n": "counted by the program",
    "entries.at": "the time at which the line was entered; an older one can be typed before its words",
    "entries.withdrawn": "written by “Someone has changed their mind”",
    "entries.duplicate_of": "chosen from the lines: “It says the same as…”",
    "votes.id": "made by the program",
    "votes.options.id": "made by the program",
    "promises.id": "made by the program",
    "promises.from_entries": "chosen on Answer, by the lines a point is made of",
    "agenda.started": "written by going on to the next part",
    "agenda.finished": "written by going on to the next part",
    "session.measure.percent": "of one number alone, which stands under “Where we start from”",
    "session.measure.people": "as percent",
    "session.measure.date": "as percent",
    "session.baseline.before_percent": "of two numbers, which stand under “before and after”",
    "session.baseline.before_people": "as before_percent",
    "session.baseline.before_date": "as before_percent",
    "session.baseline.after_percent": "as before_percent",
    "session.baseline.after_people": "as before_percent",
    "session.baseline.after_date": "as before_percent",
    "previous_promises.*": "typed under “Promised somewhere else” on Follow up (words and day), told from the promises of earlier sessions, or came with a paper made elsewhere; how one goes is "
    "written as an update on Follow up",
}
"""Place in the schema -> why there is no control to fill it. A star stands for every field below."""
CONTROLS = {
    "title": "sessionTitle", "session.type": "sessionType", "session.date": "sessionDate", "session.end_date": "alsoEndDate",
    "session.start": "sessionStart", "session.end": "sessionEnd", "session.finish_by": "finishBy", "session.place": "place",
    "session.format": "sessionFormat", "session.organisation": "organisation", "session.locality": "whatLocality",
    "session.nation": "nation", "session.ladder_aim": "ladderAim", "session.ladder_actual": "ladderLadderActual",
    "session.scie_elements": "alsoScieElementsCoDesign", "session.set_agenda": "setAgenda", "session.purpose": "purpose",
    "session.cannot_change": "cannotChange", "session.project": "alsoProject", "session.as_of": "alsoAsOf",
    "session.reply_by": "replyBy", "session.contact": "contact", "session.pot_pounds": "sessionPotPence",
    "session.max_bid_pounds": "sessionMaxBidPence", "session.attended": "cameAttended",
    "session.evaluation_forms": "addForm", "session.stars.*": "stars", "session.about_you_counts.*": "addOffered",
    **{f"session.measure.{key}": f"measureMeasure{key.title().replace('_', '')}" for key in (
        "name", "before_percent", "before_people", "before_date", "after_percent", "after_people", "after_date",
        "source", "question", "target_percent", "target_date")},
    **{f"session.baseline.{key}": f"baselineBaseline{key.title().replace('_', '')}" for key in (
        "name", "source", "question", "percent", "people", "date", "target_percent", "target_date")},
    "people.name": "personName", "people.role": "personRole", "people.name_in_public": "nameInPublic",
    "people.needs.ais": "needGroup", "people.needs.need": "needWords", "people.needs.who_arranges": "needWho",
    "people.needs.by": "needBy", "people.needs.met": "needMet", "people.needs.reviewed": "personMoreReviewed",
    "people.expenses": "newPounds", "people.language": "language", "people.consents.*": "consent_quote",
    "people.attendance": "attending", "people.seat": "personMoreSeat",
    "people.declared_interest": "personDeclaredInterest", "people.withdrawn_words": "personMoreWithdrawnWords",
    "ground_rules": "newRule", "rules_agreed.at": "rulesAgree", "rules_agreed.by_how_many": "howMany",
    "agenda.title": "itemTitle", "agenda.minutes": "itemMinutes", "agenda.kind": "itemBreak", "agenda.leads": "itemLeads",
    "agenda.notes": "itemNotes", "checklist.phase": "linePhase", "checklist.text": "lineText", "checklist.who": "lineWho",
    "checklist.by": "lineBy", "checklist.done": "lineDone", "checklist.for_person": "checklistItemMoreForPerson",
    "checklist.note": "checklistItemMoreNote", "entries.kind": "kindPicker", "entries.outcome": "outcome_heard", "entries.publish": "publish_yes", "entries.speaker": "whoPicker",
    "entries.text": "captureWords", "entries.whose_words": "whosePicker", "notices": "noticeRead",
    "people.salutation": "salutation", "people.safe_contact": "safeWrite", "people.role_in_public": "nameInPublic", "entries.theme": "themePicker", "entries.lang": "entryMoreLang", "entries.dir": "entryMoreDir",
    "entries.public_text": "publicText", "entries.quote_ok": "quotePicker", "entries.flags": "entryMoreFlags",
    "entries.translation": "entryMoreTranslation", "entries.translation_checked": "entryMoreTranslationChecked",
    "entries.said_for": "whosePicker", "entries.checked_with_person": "entryMoreCheckedWithPerson",
    "entries.outcome_note": "outcomeNote", "votes.question": "voteQuestion", "votes.method": "voteMethod",
    "votes.votes_each": "voteVotesEach", "votes.dots_each": "voteDotsEach", "votes.papers_given": "votePapersGiven",
    "votes.voters": "voteVoters", "votes.spoilt": "voteSpoilt", "votes.eligible_rule": "voteEligibleRule",
    "votes.settled_by": "voteSettledBy", "votes.options.label": "newChoice", "votes.options.votes": "choiceVotes",
    "votes.options.cost": "choiceCostPence", "votes.options.eligible": "choiceEligible",
    "votes.options.picture": "choicePicture", "promises.you_said": "youSaid", "promises.answer": "choices",
    "promises.text": "answerText", "promises.owner": "owner", "promises.owner_agreed": "agreed", "promises.due": "due",
    "promises.reason_category": "category", "promises.reason": "reason", "promises.look_again": "lookAgain",
    "promises.updates.on": "on", "promises.updates.state": "how", "promises.updates.text": "words",
}  # fmt: skip
"""Place in the schema -> the objectName of what fills it."""
OWN_CONTROLS = {
    "headcount": "cameHeadcountCarers", "ladder_members": "ladderLadderMembers", "ladder_staff": "ladderLadderStaff",
    "lead_name": "leadName", "lead_phone": "leadPhone", "series": "whatSeries", "series_n": "seriesSeriesN",
    "senior_listener": "whatSeniorListener", "for_whom": "whatForWhom", "days": "whatDays", "strands": "whatStrands",
    "ways": "waysWaysOnline", "shuts_out": "cannotShutsOut", "could_not_come": "cannotCouldNotCome",
    "why_method": "whyWhyMethod", "travel_note": "whyTravelNote", "print_note": "whyPrintNote", "learnt": "learntLearnt",
    "repeats": "seriesRepeats", "follows": "seriesFollows", "host": "seriesHost", "wrote_it": "seriesWroteIt",
    "state": "cancelIt", "state_why": "why", "moved_from": "movedTo",
}  # fmt: skip
"""Key that is the program's own, of a session -> the objectName of what fills it."""
OWN_WHY: dict[str, str] = {}


def places(schema: dict, at: str = "") -> Iterator[str]:
    """Every place in a schema that holds a value; a star for names that a file is free to choose."""
    for either in schema.get("anyOf", ()):
        if "properties" in either or "items" in either:
            yield from places(either, at)
            return
    own = schema.get("properties", {})
    if schema.get("type") == "array" and schema["items"].get("properties"):
        yield from places(schema["items"], at)
    elif own:
        for key, part in own.items():
            yield from places(part, f"{at}.{key}" if at else key)
    elif isinstance(schema.get("additionalProperties"), dict) or (schema.get("type") == "object" and at != "expected"):
        yield f"{at}.*"
    else:
        yield at


def every_place() -> set[str]:
    return set(places(json.loads(paths.resource("coprod-session-1.schema.json").read_text("utf-8"))))


def every_control() -> set[str]:
    """Every objectName of the forms, and of forms that are made from tables."""
    names = {name for form in FORMS.glob("*.ui") for name in re.findall(r'name="(\w+)"', form.read_text("utf-8"))}
    tables = [
        ("vote", facts.VOTE), ("choice", facts.CHOICE), ("session", facts.MONEY), ("person", facts.INTEREST),
        *((prefix, lines) for _heading, prefix, lines, _said in figures.PARTS),
        *((prefix, lines) for _heading, prefix, lines in taking_part.parts()), ("learnt", taking_part.LEARNT),
        ("series", series_part("s", Choices((), (), ())).lines),
        *((f"{of.noun}More", of.facts) for of in (
            row_facts.of_people("s", ()), row_facts.of_lines(()), row_facts.of_checks((), seldom.Rows and ()))),
    ]  # fmt: skip
    names |= {control_name(prefix, fact.field) for prefix, lines in tables for line in lines for fact in line}
    return names | {"choiceVotes"}  # one a row: ui/voting/choice_row.py


def _reason(place: str) -> bool:
    return place in WHY or place.rpartition(".")[2] == "uid" or f"{place.partition('.')[0]}.*" in WHY


def test_every_field_of_the_format_has_a_control_or_a_reason():
    wanted = every_place()
    assert {place for place in wanted if place not in CONTROLS and not _reason(place)} == set()
    assert {place for place in CONTROLS if place not in wanted} == set(), "no longer in the format"
    assert not CONTROLS.keys() & WHY.keys()


def test_each_control_is_there():
    there = every_control()
    assert {place: name for place, name in CONTROLS.items() if name not in there} == {}


def test_every_key_of_our_own_of_a_session_has_a_control_or_a_reason():
    own = {field.key for field in SESSION if field.own is not None}
    assert own - OWN_CONTROLS.keys() - OWN_WHY.keys() == set()
    assert (OWN_CONTROLS.keys() | OWN_WHY.keys()) - own == set(), "no longer in the format"
    there = every_control()
    assert {key: name for key, name in OWN_CONTROLS.items() if name not in there} == {}
