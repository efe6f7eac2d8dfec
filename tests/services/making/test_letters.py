import json

import pytest

from coprod_desktop.domain.check.names import first_name
from coprod_desktop.errors import UserError
from coprod_desktop.services import organisation, sessions
from coprod_desktop.services.bring_in import merge
from coprod_desktop.services.making import letters, papers
from tests.desks import EVALUATION, HOME_CARE, STEERING
from tests.unpack import everything_in, straight, words_in


def bring(desk, data):
    session = merge.import_file(desk, json.dumps(data).encode()).session
    papers.review(desk, session)
    return session


def made(desk, session, folder, key=None, formats=("html",)):
    """The letters of one session, or the words of that to one person."""
    who = [p.id for p in sessions.record(desk, session).people if p.key == key] if key else None
    done = letters.make(desk, session, folder, who, formats)
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
        "Dear Ana,",
        "Thank you for coming to Home care forum on Thursday 17 September 2026.",
        "Tell us who is coming",
        '"Rotas come on the day itself"',
        "We will. Everyone gets a rota on Friday.",
        "Who: Head of home care. By when: 6 November 2026.",
        "1 thing that made it hard to take part",
        "Tested before each session.",
        "You also told us something that we keep private.",
        "You also told us something that we left out of the paper. You can ask us why.",
        "You can change your mind",
        "Ring 01632 960 123",
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
        "Dear Ben,",
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

    assert "Dear Dai, Thank you for your part in Home care forum" in said
    assert "No. We cannot. We do not run the buses." in said
    assert "Why: The county runs them." in said


def test_who_said_nothing_is_thanked_and_asked(desk, tmp_path):
    session = everyday(desk)
    assert "We did not write anything down" not in made(desk, session, tmp_path, "e")
    home = bring(desk, json.loads(HOME_CARE.read_text("utf-8")))
    assert "We did not write anything down under your name." in made(desk, home, tmp_path, "p1")


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
    called = {p["id"]: first_name(p["name"]) or p["name"] for p in data["people"]}
    for person in data["people"]:
        done = letters.make(
            desk,
            session,
            tmp_path,
            [p.id for p in sessions.record(desk, session).people if p.key == person["id"]],
            ["html"],
        )
        inside, read = straight(everything_in(done.paths[0])), words_in(done.paths[0])
        assert f"Dear {straight(called[person['id']])}," in read
        for entry in data["entries"]:
            if entry["speaker"] != person["id"] and entry["kind"] != "staff_comment" and len(entry["text"]) > 12:
                assert straight(entry["text"]) not in inside
                assert straight(entry.get("public_text") or entry["text"]) not in inside
        for never in data["expected"]["must_not_appear"]:
            assert never not in inside.replace(f"Dear {straight(called[person['id']])},", "")


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
    assert "the manager shouted at me and [left out]" in said


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
