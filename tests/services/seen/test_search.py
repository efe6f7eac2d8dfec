"""Search finds whatever anybody wrote down, says where it stands, and never what was taken away."""

import dataclasses
import datetime
import json

import pytest

from coprod_desktop.domain.words import Outcome, Sort, UpdateState
from coprod_desktop.services import answers, capture, holds, people, promises, safeguarding, sessions, workspace
from coprod_desktop.services import bin as bins
from coprod_desktop.services.bring_in import merge
from coprod_desktop.services.capture import NewLine
from coprod_desktop.services.holds import Scope
from coprod_desktop.services.making import papers
from coprod_desktop.services.seen import search
from tests.desks import STEERING

DAY = datetime.date(2026, 9, 17)


@pytest.fixture
def session(desk):
    made, _ = sessions.new(desk, title="Nightingale forum", type="forum", date=DAY, place="Quarry Hall",
                           purpose="Talk about marigolds", project="Kingfisher project")  # fmt: skip
    return made


@pytest.fixture
def line(desk, session):
    line = NewLine(text="The rota comes late", theme="Sparrows", speaker_role="lighthouse keeper")
    return capture.add(desk, session, line).added[0].id


@pytest.fixture
def point(desk, session, line):
    made, _ = answers.add_point(desk, session, "You said the rota is a muddle", [line])
    answers.change_point(desk, made, answer="will", text="A pelican calendar on Fridays", owner="Head of foxgloves",
                         reason="Because of the dandelions", due=datetime.date(2027, 1, 1), look_again="at harvest")  # fmt: skip
    return made


def found(desk, typed):
    """What was found, as (noun, column, id)."""
    return [(hit.noun, hit.column, hit.id) for hit in search.search(desk, typed)]


@pytest.mark.parametrize(
    ("typed", "noun", "column"),
    [
        ("rota late", "entry", "text"),
        ("sparr", "entry", "theme"),
        ("lighthouse", "entry", "speaker_role"),
        ("muddle", "point", "you_said"),
        ("pelican cal", "point", "text"),
        ("foxgloves", "point", "owner"),
        ("dandelions", "point", "reason"),
        ("harvest", "point", "look_again"),
        ("nightingale", "session", "title"),
        ("quarry", "session", "place"),
        ("marigolds", "session", "purpose"),
        ("kingfisher", "session", "project"),
    ],
)
def test_it_is_found_wherever_it_stands_and_where_is_told(desk, session, line, point, typed, noun, column):
    (hit,) = [hit for hit in search.search(desk, typed) if hit.noun == noun]

    assert (hit.column, hit.id) == (column, {"entry": line, "point": point, "session": session}[noun])
    assert (hit.session, hit.title) == (session, "Nightingale forum")
    assert typed.split()[0] in hit.there.lower()


def test_a_theme_gives_its_lines_also_under_another_name_from_the_moment_it_has_it(desk, session, line):
    other = capture.add(desk, session, NewLine(text="Nobody rang", theme="Sparrows")).added[0].id
    assert {hit.id for hit in search.search(desk, "sparrows")} == {line, other}

    capture.rename_theme(desk, session, "Sparrows", "Waiting")
    assert found(desk, "sparrows") == []
    assert {hit.words for hit in search.search(desk, "waiting")} == {"The rota comes late", "Nobody rang"}


def test_an_update_is_found_with_its_promise_beside_the_promise_itself(desk, point, session):
    promises.add_update(desk, point, DAY, UpdateState.IN_HAND, "The pelican printer is broken")
    (update,) = [hit for hit in search.search(desk, "printer") if hit.noun == "promise_update"]

    assert (update.words, update.promise, update.session) == ("A pelican calendar on Fridays", point, session)
    assert {hit.noun for hit in search.search(desk, "pelican")} == {"point", "promise_update"}


def test_what_became_of_a_line_is_found(desk, line):
    capture.settle_outcomes(desk, [line], Outcome.PASSED_ON, "Hospital swallows team")
    assert found(desk, "swallows") == [("entry", "outcome_note", line)]


def test_a_role_finds_who_had_it_once_and_a_name_comes_first(desk, session):
    person = people.add(desk, session, "Zora Quill", "beekeeper")[0]
    later = sessions.new(desk, title="Later")[0]
    people.bring(desk, later, person, "beekeeper")
    (hit,) = search.search(desk, "beekeep")

    assert (hit.noun, hit.id, hit.words, hit.column, hit.there) == ("person", person, "Zora Quill", "role", "beekeeper")
    assert found(desk, "quill") == [("person", "name", person)]


def test_votes_and_their_choices_are_found_and_nothing_of_how_they_are_stored(desk):
    session = merge.import_file(desk, STEERING.read_bytes()).session
    vote = sessions.record(desk, session).votes[0]
    word = max((w for option in vote.options for w in option.label.split() if w.isalpha()), key=len)

    assert ("vote", "options", vote.id) in found(desk, word)
    assert ("vote", "question", vote.id) in found(desk, vote.question)
    assert found(desk, "label votes eligible") == []


def test_a_promise_of_which_only_later_papers_are_known_stands_where_it_was_told(desk):
    session = merge.import_file(desk, STEERING.read_bytes()).session
    told = sessions.record(desk, session).earlier
    assert told, "the sample tells of earlier promises"
    for one in told:
        (hit,) = [h for h in search.search(desk, one.text) if h.there == one.text]
        assert (hit.session, hit.promise) == (session, one.promise)
        assert any(p.id == one.promise for p in promises.up_to(desk, session))


def test_what_a_paper_told_in_other_words_is_found_and_the_same_words_once(desk, session, point):
    papers.review(desk, session)
    papers.make(desk, session, ["text"], desk.store.folder / "papers")
    assert [noun for noun, _, _ in found(desk, "pelican")] == ["point"]

    answers.change_point(desk, point, text="A heron calendar on Fridays")
    (hit,) = search.search(desk, "pelican")
    assert (hit.noun, hit.promise) == ("telling", point)


@pytest.mark.parametrize("typed", ["Żuraw", "zuraw", "ZUR", "zuraw cafe", "café ż"])
def test_accents_and_capitals_do_not_matter_and_where_is_still_told(desk, session, typed):
    entry = capture.add(desk, session, NewLine(text="x", theme="Café Żuraw")).added[0].id
    assert found(desk, typed) == [("entry", "theme", entry)]


# ---- what was taken away

WORDS = ("rota", "sparrows", "lighthouse")
PROMISED = ("muddle", "pelican", "foxgloves", "dandelions", "printer")


def nothing(desk, *words):
    return {word: found(desk, word) for word in words if found(desk, word)} == {}


def test_a_line_taken_away_is_not_found_until_it_is_put_back(desk, line):
    capture.remove(desk, line)
    assert nothing(desk, *WORDS)
    bins.put_back(desk, "entry", line)
    assert not any(nothing(desk, word) for word in WORDS)
    capture.remove(desk, line)
    bins.empty(desk, [("entry", line)])
    assert nothing(desk, *WORDS)


@pytest.mark.parametrize("held", [False, True])
def test_a_struck_line_is_not_found_and_no_index_knows_its_words(desk, session, line, held):
    if held:
        holds.place(desk, Scope.SESSION, session, "A complaint", "The complaints team")
    capture.strike(desk, line)
    assert nothing(desk, *WORDS)
    with desk.store.read() as connection:
        for word in WORDS:
            query = "SELECT count(*) FROM entry_fts WHERE entry_fts MATCH ?"
            assert connection.exec_driver_sql(query, (word,)).scalar() == 0


def test_a_sealed_line_is_not_found(desk, line):
    safeguarding.seal(desk, line)
    assert nothing(desk, *WORDS)


def test_a_point_taken_away_takes_its_answer_and_its_updates_along(desk, line, point):
    promises.add_update(desk, point, DAY, UpdateState.IN_HAND, "The printer is broken")
    answers.remove_point(desk, point)
    assert nothing(desk, *PROMISED)
    workspace.undo(desk)
    assert not any(nothing(desk, word) for word in PROMISED)


def test_nothing_of_a_session_in_the_bin_is_found_anywhere(desk, session, line, point):
    person = people.add(desk, session, "Zora Quill", "beekeeper")[0]
    promises.add_update(desk, point, DAY, UpdateState.IN_HAND, "The printer is broken")
    later = sessions.new(desk, title="Later", date=datetime.date(2026, 12, 1))[0]
    promises.tell(desk, later, [point])
    sessions.remove(desk, session)

    assert nothing(desk, *WORDS, *PROMISED, "nightingale", "quarry", "marigolds", "kingfisher", "beekeeper")
    assert nothing(desk, "quill"), "who is on no other list and said nothing elsewhere went with it"
    bins.put_back(desk, "session", session)
    assert found(desk, "quill") == [("person", "name", person)]
    assert not any(nothing(desk, word) for word in (*WORDS, *PROMISED, "nightingale", "beekeeper"))


def test_what_a_session_in_the_bin_told_of_an_earlier_promise_is_not_found(desk):
    session = merge.import_file(desk, STEERING.read_bytes()).session
    texts = [one.text for one in sessions.record(desk, session).earlier]
    sessions.remove(desk, session)
    assert nothing(desk, *texts)


def test_who_was_taken_off_a_list_is_not_found_by_what_they_were_there(desk, session):
    person = people.add(desk, session, "Zora Quill", "beekeeper")[0]
    people.remove(desk, session, person)
    assert nothing(desk, "beekeeper")


def test_everything_of_a_whole_file_is_found_and_after_the_bin_nothing(desk):
    data = json.loads(STEERING.read_bytes())
    session = merge.import_file(desk, STEERING.read_bytes()).session
    texts = [e["text"] for e in data["entries"]] + [e["theme"] for e in data["entries"] if e.get("theme")]
    texts += [p[key] for p in data["promises"] for key in ("you_said", "text", "owner", "reason") if p.get(key)]
    texts += [u["text"] for p in data["promises"] for u in p.get("updates", ()) if u.get("text")]
    texts += [p["role"] for p in data["people"]]
    missing = [text for text in texts if not search.search(desk, text)]
    assert missing == []

    sessions.remove(desk, session)
    assert [
        text for text in texts if any(hit.noun != "person" or hit.column == "role" for hit in search.search(desk, text))
    ] == []


def test_the_newest_are_found_first(desk, session):
    for n in range(60):
        capture.add(desk, session, NewLine(text=f"Walrus {n}"))
    hits = search.search(desk, "walrus", limit=5)
    assert [hit.words for hit in hits] == [f"Walrus {n}" for n in range(59, 54, -1)]


def test_a_desk_of_another_day_finds_the_same(desk, line):
    later = dataclasses.replace(desk, now=lambda: datetime.datetime(2031, 5, 1, tzinfo=datetime.UTC))
    assert found(later, "rota") == found(desk, "rota")


def test_a_sort_is_looked_for_by_its_word_alone_or_with_words_that_were_said(desk):
    session, _ = sessions.start_now(desk)
    wanted = [
        capture.add(desk, session, NewLine(text=text, sort=sort)).added[0].id
        for text, sort in (("A bus at night", Sort.IDEA), ("A ramp", Sort.IDEA), ("The bus is late", Sort.FEEDBACK))
    ]
    gone = capture.add(desk, session, NewLine(text="A bus at noon", sort=Sort.IDEA)).added[0].id
    capture.remove(desk, gone)

    def found(typed):
        return [hit.id for hit in search.search(desk, typed) if hit.noun == "entry"]

    assert found("idea") == [wanted[1], wanted[0]]
    assert found("Idea bu") == [wanted[0]]
    assert found("challenge") == []
