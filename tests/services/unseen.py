"""Sessions as somebody else would bring them: every private word is one of a kind and begins with "zz"."""

from __future__ import annotations

import itertools
import re
from typing import Any

Json = dict[str, Any]

SCRIPTS = (
    ("ar", "rtl", "لا أحد يتصل بنا عندما تتأخر الحافلة 45"),
    ("ur", "rtl", "مجھے کوئی فون نہیں کرتا اور بس دیر سے آتی ہے"),
    ("pa", "ltr", "ਬੱਸ ਹਮੇਸ਼ਾ ਦੇਰ ਨਾਲ ਆਉਂਦੀ ਹੈ"),
    ("zh", "ltr", "公共汽车总是迟到，没有人告诉我们"),
    ("cy", "ltr", "Mae'r bws yn hwyr bob dydd, ŵyr neb pam; tŷ Ŵyn"),
    ("pl", "ltr", "Autobus się spóźnia, nikt nie dzwoni: zażółć gęślą jaźń"),
    ("ro", "ltr", "Autobuzul întârzie și nimeni nu știe de ce; țară, Ș"),
)
LONG = " ".join(f"word{n}" for n in range(1, 300))[:2000]
HIDDEN = (
    "with Vashti Oddfellow here",
    "Oddfellow said",
    "VASHTI's",
    "告诉李小龙",
    "قال لمحمد الزهراء",
    "Vash\u00adti",
    "Odd\u200bfellow",
    "@VashtiOddfellow",
    "vashti_oddfellow",
    "V\u0301ashti Oddfellow-Smith",
    "\uff36ashti",
)
"""One name that may not be public in the ways it can be written, and two in other scripts."""
PARTS_OF_NAMES = ("ashti", "ddfellow", "李小龙", "小龙", "محمد", "زهراء")


def session(key: str, title: str, **parts: Any) -> Json:
    """Return a session file with these parts."""
    about = {"type": "workshop", "date": "2026-10-06", "as_of": "2026-11-20", **parts.pop("about", {})}
    return {"format": "coprod-session/1", "id": key, "title": title, "session": about, **parts}


def line(n: int, text: str, speaker: str | None = None, **more: Any) -> Json:
    """Return one thing said that may be published and quoted."""
    said = {"n": n, "kind": "contribution", "text": text, "publish": "yes", "quote_ok": True, **more}
    return said | ({"speaker": speaker} if speaker else {})


def secrets(data: Json) -> tuple[str, ...]:
    """Return every private word of a session."""
    return tuple(dict.fromkeys(re.findall(r"zz[a-z]+", repr(data), re.IGNORECASE)))


def one_of_each() -> Json:
    """People and lines of every kind that may not be printed, each with a word of its own."""
    people = [
        ("p1", "Zorah Quillfeather", "carer", "full name", {}),
        ("p2", "Ysolde Zzbrackwater", "carer", "first name", {}),
        ("p3", "Zzxanthe Zzmuckleroy", "carer", "role only", {}),
        ("p4", "Zzwilbert Zznottidge", "zzbeekeeper", "role only", {}),
        ("p5", "Zzvashti Zzoddfellow", "expert by experience", "not at all", {}),
        ("p6", "Zzulric Zzpennywhistle", "person who draws on care", None, {}),
        ("p7", "Zztamsin Zzquackenbush", "co-chair", "full name",
         {"consent_withdrawn_on": "2026-10-30", "withdrawn_words": "zzwithdrawn"}),
        ("p9", "Zzperpetua Zzvole", "co-chair", "full name", {"consents": {"name": "no"}}),
        ("p8", "Zzsorrel Zzrumbelow", "social worker", "not at all", {"attendance": "apologies"}),
    ]  # fmt: skip
    listed = [
        {"id": i, "name": name, "role": role, "attendance": "here", "contact": f"zzcontact{i}@example.org",
         "needs": [{"ais": "Specific information format", "need": "large print 24 point, zzneed", "who_arranges": "zzarranges"}],
         "expenses": [["zztaxi", 12.5]], "consents": {"photo": "zzconsent"}, "seat": "zzseat", "declared_interest": "zzinterest",
         "language": "zzlanguage", "zzkey": "zzvalue", **({"name_in_public": public} if public else {}), **more}
        for i, name, role, public, more in people
    ]  # fmt: skip
    entries = [
        line(1, "Buses one", "p1", theme="Buses"),
        line(2, "Buses two", "p2"),
        line(3, "Buses three", "p3"),
        line(4, "Buses four", "p4"),
        line(5, "zzrefused words", "p6", quote_ok=False, theme="Buses"),
        line(6, "zzunasked words", "p6", quote_ok=None),
        line(7, "zzunpublished words", "p5", publish="no", theme="zztheme", public_text="zzpublic", translation="zztranslation",
             outcome="passed_on", outcome_note="zznote"),
        line(8, "zzoriginal words", "p5", publish="edit", quote_ok=False, public_text="Edited words", translation="zzthis"),
        line(9, "zzunedited words", "p5", publish="edit"),
        line(10, "zztaken back", "p1", kind="story", withdrawn=True, theme="zzback", outcome_note="zzbacknote"),
        line(11, "zzgone words", "p7", theme="zzgonetheme"),
        line(12, "zzbehalf of one who left", "p1", said_for="p7"),
        line(13, "zznotes of the note taker", kind="note", theme="zznotetheme", outcome_note="zznotenote"),
        line(14, "zzloop did not work", "p5", kind="access_incident", theme="zzlooptheme", public_text="zzlooppublic",
             outcome_note="We borrowed a loop"),
        line(15, "zzring me on 07700 900123", "p5", kind="parking_lot", publish="edit", public_text="Someone wants a call"),
        line(16, "zzharm at home", "p6", flags=["safeguarding disclosure"]),
        line(17, "zzstaff comment", "p8", kind="staff_comment", quote_ok=False),
        line(18, "zzleftout question", "p6", kind="question", outcome="left_out", outcome_note="zzwhy"),
        line(19, "Said by a role", speaker_role="carer"),
        line(20, "Said by a rare role", speaker_role="zzrarerole"),
        line(21, "Said for another", "p8", said_for="p6"),
        line(22, "Said by one who said no to their name", "p9"),
    ]  # fmt: skip
    answers = [
        {"id": "zzid1", "you_said": "Buses are late", "from_entries": [1, 2, 3, 4, 5, 7, 8], "answer": "will",
         "text": "We will ask the bus company", "owner": "Zzvashti Zzoddfellow", "due": "2026-12-01", "owner_agreed": "2026-10-07",
         "updates": [{"on": "2026-11-01", "state": "in hand", "text": "Zzsorrel Zzrumbelow rang them", "zzkey": "zzvalue"},
                     {"on": "2027-01-01", "state": "done", "text": "zzfuture"}], "zzkey": "zzvalue"},
        {"id": "zzid2", "you_said": "Nobody rings back", "from_entries": [9, 21], "answer": "cannot", "text": "We cannot ring",
         "reason": "The money is not ours", "reason_category": "Money", "look_again": "when Zzwilbert Zznottidge is back"},
        {"id": "zzid3", "you_said": "What comes next", "answer": "not_decided", "asked_who": "Zzulric Zzpennywhistle",
         "asked_on": "2026-10-20", "due": "2027-01-10"},
    ]  # fmt: skip
    return session(
        "zzsession",
        "An afternoon about buses",
        people=listed,
        entries=entries,
        promises=answers,
        about={"lead_name": "Zzlead", "lead_phone": "zzphone", "zzkey": "zzvalue", "start": "10:00"},
        agenda=[
            {"title": "Welcome", "minutes": 10, "leads": "Zzvashti Zzoddfellow", "notes": "zzagenda", "zzkey": "zzvalue"},
            {"title": "Talk with Zzsorrel Zzrumbelow", "minutes": 20, "leads": "Zzsorrel Zzrumbelow"},
        ],
        ground_rules=["One at a time", "Ask Zzvashti Zzoddfellow before a photo"],
        checklist=[{"phase": "before", "text": "zzcheck", "who": "zzwho", "for_person": "p5", "note": "zznoted"}],
        votes=[{"id": "zzvote", "question": "Which one?", "options": [
            {"id": "zzoption", "label": "Zzulric Zzpennywhistle's plan", "votes": 4, "picture": "/zzfolder/zzpicture.png"}]}],
        previous_promises=[{"id": "zzold", "text": "Zzsorrel Zzrumbelow buys a bus", "status": "not done", "due": "2026-09-01"}],
        raw_notes="zzraw",
        expected={"zzmore": "zzexpected"},
        zztop="zzvalue",
    )  # fmt: skip


def names_everywhere() -> Json:
    """Names that may not be public in every text there is, in turn in each way of writing them."""
    turn = itertools.cycle(HIDDEN)

    def named() -> str:
        return f"Kept {next(turn)}"

    about = {
        key: named()
        for key in ("type", "place", "organisation", "locality", "project", "purpose", "cannot_change", "set_agenda", "contact")
    }  # fmt: skip
    measure = {"before_percent": 1, "before_people": 50, "after_percent": 3, "after_people": 60}
    about |= {
        "start": "10:00",
        "reply_by": "2026-12-01",
        "measure": {"name": named(), "source": named(), **measure},
        "about_you_counts": {named(): {named(): 9, named(): 8}, named(): 9},
        "evaluation_forms": 17,
    }
    kinds = ("contribution", "story", "question", "parking_lot", "access_incident", "what_works", "staff_comment")
    entries = [
        line(
            n,
            named(),
            "p4",
            kind=kind,
            theme=named(),
            translation=named(),
            outcome_note=named(),
            lang='x"><script>zzlang',
        )
        for n, kind in enumerate(kinds, 1)
    ]
    entries += [line(20 + n, "zzoriginal", "p4", publish="edit", public_text=named(), theme=named()) for n in range(6)]
    endings = ("will", "cannot", "partly", "already", "done", "not_decided", "will_not", "passed_on")
    answers = [
        {"id": f"Vashti Oddfellow {n}", "from_entries": [min(n, len(kinds))], "answer": ending, "due": "2026-12-01", "asked_on": "2026-10-10",
         "owner": next(turn), "asked_who": next(turn), "updates": [{"on": "2026-11-01", "state": "in hand", "text": named()}]}
        | {key: named() for key in ("you_said", "text", "reason", "reason_category", "look_again")}
        for n, ending in enumerate(endings, 1)
    ]  # fmt: skip
    return session(
        "names",
        "Vashti Oddfellow's afternoon",
        about=about,
        people=[
            {"id": "p1", "name": "Vashti Oddfellow", "role": "carer", "attendance": "here"},
            {"id": "p2", "name": "李小龙", "role": "carer", "attendance": "here"},
            {"id": "p3", "name": "محمد الزهراء", "role": "carer", "name_in_public": "role only", "attendance": "here"},
            {"id": "p4", "name": "Zorah Quillfeather", "role": "staff", "name_in_public": "full name", "attendance": "here"},
        ],
        entries=entries,
        promises=answers,
        agenda=[{"title": named(), "minutes": 10, "leads": way} for way in HIDDEN],
        ground_rules=[named() for _ in HIDDEN],
        votes=[{"id": "v", "question": named(), "method": named(), "settled_by": named(),
                "options": [{"id": str(n), "label": named(), "votes": n} for n in range(3)]}],
        previous_promises=[{"id": "x", "text": named(), "due": "2026-09-01", "status": "not done", "reason": named()}],
    )  # fmt: skip


def all_scripts() -> Json:
    """Seven languages in every text, and two thousand characters."""
    entries = [
        line(n, text, "p1", lang=lang, dir=way, translation=f"In English {n}", theme=text[:20])
        for n, (lang, way, text) in enumerate(SCRIPTS, 1)
    ]
    answers = [
        {"id": str(n), "you_said": f"S{n} {text}", "from_entries": [n], "answer": "partly", "text": f"T{n} {text}",
         "owner": text[:25], "due": f"2026-12-{n:02}", "reason": f"R{n} {text}", "reason_category": "Money"}
        for n, (_, _, text) in enumerate(SCRIPTS, 1)
    ]  # fmt: skip
    return session(
        "scripts",
        "جلسة / Buses / ਬੱਸ / 公共汽车 / tŷ 🚌",
        people=[{"id": "p1", "name": "فاطمة", "role": "carer", "name_in_public": "full name", "attendance": "here"}],
        entries=[*entries, line(50, LONG, "p1")],
        promises=[
            *answers,
            {"id": "50", "you_said": "A long one", "from_entries": [50], "answer": "already", "text": LONG},
        ],
        about={"place": "Neuadd Tŷ Ŵyn, مركز المدينة", "organisation": "Rada ŻŁĄ", "start": "10:00"},
        agenda=[{"title": text, "minutes": 20, "leads": text[:12]} for _, _, text in SCRIPTS],
        ground_rules=[text for _, _, text in SCRIPTS],
    )


def nothing_filled_in() -> Json:
    """Everything null, empty or missing that may be."""
    return session(
        "empty",
        "x",
        about=dict.fromkeys(("end_date", "organisation", "purpose", "contact", "measure", "baseline", "reply_by"))
        | {"type": "", "about_you_counts": {}, "stars": {}, "attended": 0, "evaluation_forms": 0},
        people=[],
        entries=[{"n": 1, "kind": "contribution", "text": ""}, {"n": 2, "kind": "question", "text": "why", "publish": "yes"}],
        promises=[{"id": "a", "you_said": ""}, {"id": "b", "you_said": "b", "answer": None, "owner": None, "due": None},
                  {"id": "c", "you_said": "c", "answer": "will"}],
        votes=[{"id": "v", "question": "", "options": []}],
        previous_promises=[{"id": "p", "text": "", "status": "on track", "due": None}],
        agenda=[{"title": "", "minutes": 0, "leads": None}],
        ground_rules=["", "   "],
        rules_agreed={},
    )  # fmt: skip


def nothing_at_all() -> Json:
    """A title, a type and a day."""
    return {
        "format": "coprod-session/1",
        "id": "t",
        "title": "Only",
        "session": {"type": "drop-in", "date": "2026-10-06"},
    }
