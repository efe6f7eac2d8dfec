import json
import re

import pypdfium2
import pytest

from coprod_desktop.errors import UserError
from coprod_desktop.services import organisation, people, sessions
from coprod_desktop.services.bring_in import merge
from coprod_desktop.services.making import letters, papers
from coprod_desktop.store import strike
from tests.desks import EVALUATION, HOME_CARE, STEERING
from tests.unpack import everything_in, straight, words_in

HINTS = ("private.", "left out", "withheld", "did not write", "written down", "cannot print", "1 thing", "Dear")
"""What no letter says of what is not in it."""


def bring(desk, data):
    session = merge.import_file(desk, json.dumps(data).encode()).session
    papers.review(desk, session)
    return session


def made(desk, session, folder, key=None, formats=("html",)):
    """The letters of one session, or the words of that to one person."""
    who = [p.id for p in sessions.record(desk, session).people if p.key == key] if key else None
    done = letters.make(desk, session, folder, who, formats, they_read_it=True)
    return words_in(done.paths[0]) if key else done


def everyday(desk):
    """People and what became of what they said: everything a letter has to tell apart."""

    def line(n, speaker, text, **more):
        return {
            "n": n,
            "kind": "contribution",
            "speaker": speaker,
            "text": text,
            "publish": "yes",
            "quote_ok": True,
            **more,
        }

    return bring(
        desk,
        {
            "format": "coprod-session/1",
            "id": "s",
            "title": "Home care forum",
            "session": {"type": "forum", "date": "2026-09-17", "as_of": "2026-10-01", "contact": "Ring 01632 960 123"},
            "people": [
                {"id": "a", "name": "Ana Quist", "role": "carer", "name_in_public": "not at all", "needs": []},
                {"id": "b", "name": "Ben Oakes", "role": "draws on care", "name_in_public": "not at all", "needs": []},
                {"id": "c", "name": "Cerys Vale", "role": "carer", "name_in_public": "not at all", "needs": [],
                 "consent_withdrawn_on": "2026-09-20"},
                {"id": "d", "name": "Dai Pugh", "role": "draws on care", "name_in_public": "not at all", "needs": [],
                 "attendance": "apologies"},
                {"id": "e", "name": "Eve Lunt", "role": "team manager", "name_in_public": "not at all", "needs": [
                    {"ais": "information format", "need": "large print 24 point"}]},
            ],
            "entries": [
                line(1, "a", "Rotas come on the day itself"),
                line(2, "b", "same as she says", duplicate_of=1),
                line(3, "b", "The lift smells of paint", theme="Building"),
                line(4, "a", "My neighbour drinks", publish="no"),
                line(5, "b", "Words that may not be quoted", quote_ok=False, kind="question", theme="Charges"),
                line(6, "a", "loop off, I could not hear", kind="access_incident", outcome_note="Tested before each session"),
                line(7, "b", "steps at the door", kind="access_incident", outcome_note="A ramp is there now"),
                line(8, "a", "for Dai: buses stop at five", said_for="d", checked_with_person=True),
                line(9, "b", "the night team is great", kind="what_works", quote_ok=False),
                line(10, "a", "a thing nobody asked about", outcome="left_out"),
                line(11, "c", "I take it all back"),
                line(12, "e", "we have a login", kind="staff_comment"),
                line(13, "b", "potholes on the hill", kind="parking_lot", outcome_note="Highways team"),
            ],
            "promises": [
                {"id": "1", "you_said": "Tell us who is coming", "from_entries": [1], "answer": "will",
                 "text": "Everyone gets a rota on Friday.", "owner": "Head of home care", "due": "2026-11-06"},
                {"id": "2", "you_said": "Later buses", "from_entries": [8], "answer": "cannot",
                 "text": "We do not run the buses.", "reason": "The county runs them"},
                {"id": "3", "you_said": "Noise at night", "from_entries": [4], "answer": "will",
                 "text": "We will ask about it.", "owner": "Head of home care", "due": "2026-11-06"},
            ],
        },
    )  # fmt: skip


def test_a_letter_thanks_and_answers_what_this_person_said(desk, tmp_path):
    said = made(desk, everyday(desk), tmp_path, "a")

    for words in (
        "Private: for one person",
        "Hello,",
        "Thank you for coming to Home care forum on Thursday 17 September 2026.",
        "Tell us who is coming",
        '"Rotas come on the day itself"',
        "We will. Everyone gets a rota on Friday.",
        "Who: Head of home care. By when: 6 November 2026.",
        "You told us what made it hard to take part.",
        "Tested before each session.",
        "You can change your mind",
        "To ask or tell us anything: ring 01632 960 123",
    ):
        assert words in said, words
    for never in (
        "neighbour",
        "Noise at night",
        "lift",
        "ramp",
        "buses",
        "login",
        "Ben",
        "could not hear",
        "We still owe",
        *HINTS,
    ):
        assert never not in said, never


def test_the_letter_says_in_one_line_how_to_reach_the_named_contact(desk, tmp_path):
    session = everyday(desk)
    organisation.change(
        desk,
        name="Us",
        contact_name="Siân Howells",
        phone="01632 960 123 (weekdays)",
        mail="care@example.org",
        post="1 Hall\nTown",
    )
    done = made(desk, session, tmp_path, formats=("html", "text"))
    web, plain, _aloud = done.paths[:3]

    assert (
        "To reach Siân Howells, call 01632 960 123 (weekdays). Or email care@example.org. Or write to 1 Hall, Town."
        in words_in(plain)
    )
    assert 'href="mailto:care@example.org"' in web.read_text("utf-8")


def test_who_said_the_same_gets_the_same_answer_and_no_words_of_the_other(desk, tmp_path):
    said = made(desk, everyday(desk), tmp_path, "b")

    for words in (
        "Hello,",
        "Everyone gets a rota on Friday.",
        "We still owe you an answer",
        '"The lift smells of paint"',
        "A question about Charges.",
        "A ramp is there now.",
        "You told us about something that works well. Thank you.",
        "Who has it now: Highways team.",
    ):
        assert words in said, words
    for never in ("on the day itself", "may not be quoted", "Tested before", "Ana", "private.", "night team"):
        assert never not in said, never


def test_words_said_for_someone_are_answered_to_that_person(desk, tmp_path):
    said = made(desk, everyday(desk), tmp_path, "d")

    assert "Hello, Thank you for your part in Home care forum" in said
    assert "No. We cannot. We do not run the buses." in said
    assert "Why: The county runs them." in said


def of_one_line(desk, folder, who="b", **line):
    """The letter to Ben, who said one line, or nothing."""
    data = {
        "format": "coprod-session/1",
        "id": f"s-{folder.name}",
        "title": "Forum",
        "session": {"type": "forum", "date": "2026-09-17", "as_of": "2026-10-01"},
        "people": [{"id": "a", "name": "Ana Quist", "role": "carer"}, {"id": "b", "name": "Ben Oakes", "role": "carer"}],
        "entries": [
            {"n": 1, "kind": "contribution", "speaker": who, "text": "The gate is locked", "publish": "yes",
             "quote_ok": True, **line},
        ],
    }  # fmt: skip
    return made(desk, bring(desk, data), folder, "b", ("text",))


WITHHELD = [
    {"publish": "no"},
    {"withdrawn": True},
    {"outcome": "left_out"},
    {"kind": "note"},
    {"flags": ["safeguarding"]},
    {"publish": "edit"},
]


@pytest.mark.parametrize("line", WITHHELD, ids=str)
def test_of_whom_nothing_may_be_told_gets_the_letter_of_one_who_said_nothing(desk, tmp_path, line):
    nothing = of_one_line(desk, tmp_path / "nothing", who="a")
    assert "Thank you for coming to Forum on Thursday 17 September 2026." in nothing
    assert "It takes time and strength to take part. We are glad that you did." in nothing
    assert "answer" not in nothing
    assert not [hint for hint in HINTS if hint in nothing]
    assert "locked" in of_one_line(desk, tmp_path / "told")
    assert without_code(of_one_line(desk, tmp_path / "kept", **line)) == without_code(nothing)


def without_code(words):
    return re.sub(r"Copy code: \S+", "", words)


def test_a_sealed_line_leaves_no_trace_in_the_letter(desk, tmp_path):
    nothing = of_one_line(desk, tmp_path / "nothing", who="a")
    of_one_line(desk, tmp_path / "before")
    session = sessions.find(desk, "s-before")
    (line,) = sessions.record(desk, session).entries
    with desk.store.write("Someone may be at risk") as tx:
        strike.seal(tx, line.id)
    assert without_code(made(desk, session, tmp_path / "after", "b", ("text",))) == without_code(nothing)


def test_nobody_is_written_to_only_because_of_what_may_not_be_told(desk, tmp_path):
    data = {
        "format": "coprod-session/1",
        "id": "s",
        "title": "Forum",
        "session": {"type": "forum", "date": "2026-09-17", "as_of": "2026-10-01"},
        "people": [
            {"id": "a", "name": "Ana Quist", "role": "carer"},
            {"id": "b", "name": "Ben Oakes", "role": "carer", "attendance": "apologies"},
            {"id": "c", "name": "Cai Moss", "role": "carer", "attendance": "apologies"},
        ],
        "entries": [
            {"n": 1, "kind": "contribution", "speaker": "a", "said_for": "b", "text": "It is cold", "publish": "no"},
            {"n": 2, "kind": "contribution", "speaker": "a", "said_for": "c", "text": "It is far", "publish": "yes"},
        ],
    }
    session = bring(desk, data)
    assert len(made(desk, session, tmp_path).paths) == 2
    assert "Thank you for your part in Forum" in made(desk, session, tmp_path, "b")


def test_who_ran_the_session_gets_no_letter_unless_they_are_chosen_or_get_an_answer(desk, tmp_path):
    home = bring(desk, json.loads(HOME_CARE.read_text("utf-8")))
    done = made(desk, home, tmp_path)
    assert "No letter was made for Bríd O'Shaughnessy-Nwosu, who ran the session." in done.warnings
    chosen = made(desk, home, tmp_path, "p1")
    assert "Hello," in chosen
    assert not re.search("writ|wrote|Dear", chosen)


def test_whoever_chose_a_greeting_is_greeted_so(desk, tmp_path):
    session = everyday(desk)
    ana = next(p for p in people.on_list(desk, session) if p.key == "a")
    people.change(desk, session, ana.id, salutation="Mrs Quist")
    assert "Dear Mrs Quist, Thank you" in made(desk, session, tmp_path, "a")


def test_a_letter_says_who_it_is_from(desk, tmp_path):
    data = json.loads(STEERING.read_text("utf-8"))
    session = bring(desk, data)
    (ruby, alasdair, *_) = people.on_list(desk, session)
    people.change(desk, session, ruby.id, name_in_public="full name")
    people.change(desk, session, alasdair.id, name_in_public="not at all")
    organisation.change(desk, name="Marrow Together", contact_name="Siân Howells")
    said = made(desk, session, tmp_path, "p3", ("text",))
    assert "With our thanks, Siân Howells Ruby Castellanos, co-chair Marrow Together" in said
    assert "MacNeill" not in said
    own = made(desk, session, tmp_path, "p1", ("text",))
    assert "With our thanks, Siân Howells Marrow Together" in own  # nobody is thanked by themselves
    organisation.change(desk, name=None, contact_name=None)
    assert "With our thanks, Everyone who ran the session" in of_one_line(desk, tmp_path)


def test_the_signature_is_never_alone_on_a_page(desk, tmp_path):
    session = bring(desk, json.loads(HOME_CARE.read_text("utf-8")))
    organisation.change(desk, contact_name="Siân Howells", phone="01632 960 123 (weekdays)", mail="care@example.org")
    winifred = next(p.id for p in people.on_list(desk, session) if p.key == "p4")
    with pypdfium2.PdfDocument(
        letters.make(desk, session, tmp_path, [winifred], ["pdf"], they_read_it=True).paths[0]
    ) as pdf:
        pages = [page.get_textpage().get_text_bounded() for page in pdf]
    assert len(pages) == 2  # else it shows nothing
    assert "Is an answer wrong?" in pages[1]
    assert "Siân Howells" in pages[1]


@pytest.mark.parametrize(
    ("safe", "why"),
    [
        ({"write": False}, "it is not safe to write to them. Tell them our answers in person."),
        ({"write": "not sure"}, "it is not safe to write to them. Tell them our answers in person."),
        ({"opens_post": "her husband"}, "someone else opens their post. Tell them our answers in person."),
        ({"opens_post": "They do"}, None),
        ({"write": True, "opens_post": "herself"}, None),
    ],
)
def test_no_letter_where_it_is_not_safe_and_it_is_said_by_name(desk, tmp_path, safe, why):
    session = everyday(desk)
    ana = next(p for p in people.on_list(desk, session) if p.key == "a")
    people.change(desk, session, ana.id, safe_contact=safe)
    done = made(desk, session, tmp_path / "all", formats=("text",))
    hers = [path for path in done.paths if "rota on Friday" in words_in(path) and "lift" not in words_in(path)]
    assert bool(hers) is (why is None)
    assert (f"No letter was made for Ana Quist: {why}" in done.warnings) is (why is not None)
    if why is not None:
        with pytest.raises(UserError, match="Ana Quist"):
            made(desk, session, tmp_path / "chosen", "a")
        assert not (tmp_path / "chosen").exists()


def test_no_letter_to_who_said_no_to_being_contacted(desk, tmp_path):
    session = everyday(desk)
    ana = next(p for p in people.on_list(desk, session) if p.key == "a")
    people.agree(desk, session, ana.id, "contact", "no")
    done = made(desk, session, tmp_path)
    assert "No letter was made for Ana Quist: they said no to being contacted." in done.warnings
    assert len(done.paths) == 3


def test_what_was_allowed_among_those_who_came_is_in_their_own_letter_only(desk, tmp_path):
    session = everyday(desk)
    ana = next(p for p in people.on_list(desk, session) if p.key == "a")
    people.agree(desk, session, ana.id, "quote", "people who came")
    assert '"Rotas come on the day itself"' in made(desk, session, tmp_path, "a")
    public = papers.snapshot(desk, session)
    assert "Rotas come" not in str(public)
    people.agree(desk, session, ana.id, "quote", "no")
    assert "Rotas come" not in made(desk, session, tmp_path, "a")


def test_who_changed_their_mind_gets_no_letter_and_the_facilitator_is_told(desk, tmp_path):
    session = everyday(desk)
    done = made(desk, session, tmp_path)

    assert len(done.paths) == 4
    assert done.warnings == ("No letter was made for 1 person who has changed their mind.",)
    assert not any("Cerys" in everything_in(path) or "take it all back" in everything_in(path) for path in done.paths)
    with pytest.raises(UserError, match="changed their mind"):
        made(desk, session, tmp_path, "c")


def test_each_gets_the_format_they_read_in_their_size_and_file_names_tell_nothing(desk, tmp_path):
    done = letters.make(desk, everyday(desk), tmp_path)
    names = sorted(path.name for path in done.paths)

    assert {path.parent for path in done.paths} == {tmp_path / "private"}
    assert all(name.startswith("2026-09-17-private-thank-you-") for name in names)
    assert [name for name in names if "large-print" in name] == names[-1:]
    for path in done.paths:
        assert not any(word in path.name.lower() for word in ("ana", "quist", "ben", "eve", "forum"))
        assert path.suffix == ".pdf"


def test_asked_formats_go_before_and_one_there_is_nothing_for_is_no_file(desk, tmp_path):
    done = made(desk, everyday(desk), tmp_path, formats=("text", "csv", "ics"))
    assert {path.suffix for path in done.paths} == {".txt"}
    with pytest.raises(UserError, match="no format"):
        made(desk, everyday(desk), tmp_path, formats=("json",))


def test_no_letter_while_something_private_is_not_settled(desk, tmp_path):
    data = json.loads(HOME_CARE.read_text("utf-8"))
    data["entries"][1]["text"] = "Ring me on 07700 900481 about the rota"
    session = merge.import_file(desk, json.dumps(data).encode()).session
    with pytest.raises(UserError, match="look at first"):
        letters.make(desk, session, tmp_path)
    assert not list(tmp_path.rglob("*thank*"))


@pytest.mark.parametrize("sample", [HOME_CARE, STEERING, EVALUATION], ids=lambda p: p.stem)
def test_no_letter_of_the_samples_holds_words_of_another_or_what_must_not_appear(desk, tmp_path, sample):
    data = json.loads(sample.read_text("utf-8"))
    session = bring(desk, data)
    for person in data["people"]:
        done = letters.make(
            desk,
            session,
            tmp_path,
            [p.id for p in sessions.record(desk, session).people if p.key == person["id"]],
            ["html"],
            they_read_it=True,
        )
        inside, read = straight(everything_in(done.paths[0])), words_in(done.paths[0])
        assert "Hello," in read
        assert not [hint for hint in HINTS if hint in read]
        for entry in data["entries"]:
            if entry["speaker"] != person["id"] and entry["kind"] != "staff_comment" and len(entry["text"]) > 12:
                assert straight(entry["text"]) not in inside
                assert straight(entry.get("public_text") or entry["text"]) not in inside
        for never in data["expected"]["must_not_appear"]:
            assert never not in inside


def test_a_letter_holds_no_words_that_somebody_else_took_back_or_keeps(desk, tmp_path):
    data = {
        "format": "coprod-session/1",
        "id": "s",
        "title": "Forum",
        "session": {"type": "forum", "date": "2026-09-17", "as_of": "2026-10-01"},
        "people": [{"id": "a", "name": "Ana Quist", "role": "carer"}, {"id": "b", "name": "Ben Oakes", "role": "carer"}],
        "entries": [
            {"n": 1, "kind": "contribution", "speaker": "a", "text": "we wait", "publish": "yes", "quote_ok": True},
            {"n": 2, "kind": "contribution", "speaker": "b", "text": "my husband drinks every single night", "publish": "no"},
            {"n": 3, "kind": "contribution", "speaker": "b", "text": "the manager shouted at me", "publish": "yes"},
        ],
        "promises": [
            {"id": "1", "from_entries": [1, 2, 3], "answer": "will", "text": "We will look.", "due": "2026-12-01",
             "you_said": "“the manager shouted at me” and my husband drinks every single night"},
        ],
    }  # fmt: skip
    said = made(desk, bring(desk, data), tmp_path, "a")
    assert "drinks" not in said
    assert '"the manager shouted' not in said
    assert "left out" not in said  # a gap is a hint
    assert "shouted" not in said
    assert "Something you told us" in said
    assert "We will look." in said


def test_nobody_gets_standard_print_in_place_of_what_they_read(desk, tmp_path):
    def reads(need):
        return [{"ais": "Specific information format", "need": need}]

    data = {
        "format": "coprod-session/1",
        "id": "s",
        "title": "Forum",
        "session": {"type": "forum", "date": "2026-09-17"},
        "people": [
            {"id": "a", "name": "Ana Quist", "role": "carer", "needs": reads("BSL video")},
            {"id": "b", "name": "Ben Oakes", "role": "carer", "needs": reads("braille, and a BSL film")},
            {"id": "c", "name": "Cerys Vale", "role": "carer", "contact": "cerys@example.org"},
            {"id": "d", "name": "Dai Pugh", "role": "carer"},
        ],
    }
    done = made(desk, bring(desk, data), tmp_path, formats=None)

    assert sorted(path.suffix for path in done.paths) == [".brf", ".brf", ".html", ".pdf"]
    assert "No letter was made for Ana Quist: they read “BSL video”, and only people can make it." in done.warnings
    assert any(w.startswith("Ben Oakes also reads “Braille, and a BSL film”") for w in done.warnings)
