import dataclasses
import datetime
import json
import re

import pytest

from coprod_desktop.errors import UserError
from coprod_desktop.publish.render.braille import reading as braille
from coprod_desktop.services import sessions
from coprod_desktop.services.bring_in import events_log, merge
from coprod_desktop.services.making import papers, reports
from coprod_desktop.services.program import content
from tests.desks import EVALUATION, HOME_CARE, SAMPLES, STEERING
from tests.unpack import everything_in, words_in

FORMATS = content.load().formats

NOW = datetime.datetime(2026, 11, 23, 10, 0, tzinfo=datetime.UTC)


@pytest.fixture
def still(desk):
    """The desk on one day."""
    return dataclasses.replace(desk, now=lambda: NOW)


def bring(desk, *samples):
    found = [merge.import_file(desk, sample.read_bytes()).session for sample in samples]
    for session in found:
        papers.review(desk, session)
    return found


def unsettled(desk):
    data = json.loads(HOME_CARE.read_text("utf-8"))
    data["entries"][1]["text"] = "Ring me on 07700 900481 about the rota"
    return merge.import_file(desk, json.dumps(data).encode()).session


def test_the_log_is_made_in_every_format_with_every_row(still, tmp_path):
    data = (SAMPLES / "wirral-engagement-events.csv").read_bytes()
    events_log.import_log(still, data)
    done = reports.make(still, "engagement-log", FORMATS.papers, tmp_path)

    assert done.warnings[:1] == ("This paper has no dates in it, so this was not made: Dates for a calendar.",)
    assert {path.suffix for path in done.paths} == {".pdf", ".html", ".epub", ".docx", ".txt", ".brf", ".csv", ".xlsx"}
    (listed,) = [path for path in done.paths if path.suffix == ".csv"]
    assert listed.read_text("utf-8-sig").splitlines()[1:] == data.decode().splitlines()[1:]
    for path in done.paths:
        if path.suffix in {".html", ".docx", ".xlsx"} and "easy-read" not in path.name:
            assert "1-31 October 2023" in words_in(path)
            assert "Wirral Older Peoples' Parliament" in words_in(path)


def test_a_log_that_was_made_comes_in_again_and_adds_nothing(still, tmp_path):
    bring(still, HOME_CARE, STEERING)
    (path,) = reports.make(still, "engagement-log", ["csv"], tmp_path).paths
    again = events_log.import_log(still, path.read_bytes())

    assert (again.added, again.here_already) == (0, 2)


def test_what_must_not_appear_is_in_no_format_of_no_report(still, tmp_path):
    bring(still, HOME_CARE, STEERING, EVALUATION)
    never = [
        n for s in (HOME_CARE, STEERING, EVALUATION) for n in json.loads(s.read_bytes())["expected"]["must_not_appear"]
    ]
    for kind, formats in (("engagement-log", ("html", "csv")), ("progress-report", FORMATS.papers)):
        for path in reports.make(still, kind, formats, tmp_path / kind).paths:
            inside = everything_in(path).lower()
            if path.suffix == ".brf":
                inside += braille.what_it_says(path.read_bytes(), contracted="uncontracted" not in path.name).lower()
            for word in never:
                assert word.lower() not in inside, (path.name, word)


def test_the_report_tells_of_all_sessions_as_things_stand_today(still, tmp_path):
    bring(still, HOME_CARE, STEERING, EVALUATION)
    (path,) = reports.make(still, "progress-report", ["html"], tmp_path).paths
    said = words_in(path)

    for words in (
        "17 September 2026 to 19 November 2026",
        "As things stood on: 23 November 2026",
        "The date passed 53 days ago, and nobody has said whether it is done.",
        "It is 327 days late.",
        "The software would cost £18,000 a year.",
        "Our contract pays in blocks until March 2028.",
        "St Cuthbert's Hall, Marrowdale",
    ):
        assert words in said, words


def test_file_names_have_the_day_they_were_made_and_no_title(still, tmp_path):
    bring(still, HOME_CARE)
    names = [p.name for p in reports.make(still, "progress-report", ["pdf", "large-print"], tmp_path).paths]

    assert [name.rpartition("-")[0] for name in names] == [
        "2026-11-23-progress-report",
        "2026-11-23-progress-report-large-print",
    ]


def test_large_print_is_as_large_as_anyone_asked_for(still):
    assert reports.settings_of(still, ()).large_pt == 18
    assert reports.settings_of(still, bring(still, HOME_CARE, STEERING)).large_pt == 20


def test_from_one_day_to_another_and_nothing_that_is_still_to_come(still, tmp_path):
    events_log.import_log(still, (SAMPLES / "wirral-engagement-events.csv").read_bytes())
    sessions.new(still, title="Not held yet", type="forum", date=datetime.date(2027, 1, 5))

    def listed(**dates):
        (path,) = reports.make(still, "engagement-log", ["csv"], tmp_path, **dates).paths
        return [line.split(",")[0] for line in path.read_text("utf-8-sig").splitlines()[1:]]

    assert len(listed()) == 17
    assert listed(since=datetime.date(2023, 11, 7)) == ["7 November 2023", "20 November 2023", "18 December 2023"]
    assert listed(until=datetime.date(2023, 9, 7)) == ["24 August 2023", "7 September 2023"]
    assert listed(since=datetime.date(2027, 1, 1), until=datetime.date(2027, 2, 1)) == ["5 January 2027"]
    some = [s.id for s in sessions.every(still)][:1]
    assert listed(sessions=some) == ["5 January 2027"]
    with pytest.raises(UserError, match="no sessions"):
        listed(since=datetime.date(2029, 1, 1))


def test_a_session_that_is_not_settled_is_named_and_nothing_is_made(still, tmp_path):
    unsettled(still)
    bring(still, STEERING)
    with pytest.raises(UserError) as wrong:
        reports.make(still, "progress-report", ["html"], tmp_path)

    assert "listening space on 17 September 2026" in wrong.value.what
    assert "steering group" not in wrong.value.what
    assert not list(tmp_path.glob("*.html"))


def test_stopping_leaves_no_half_file(still, tmp_path):
    bring(still, HOME_CARE)
    with pytest.raises(UserError, match="Stopped"):
        reports.make(
            still, "progress-report", ["html", "text"], tmp_path, wanted=lambda: not list(tmp_path.glob("*.html"))
        )
    assert [path.suffix for path in tmp_path.iterdir() if path.is_file() and "report" in path.name] == [".html"]


def test_a_format_nobody_knows_is_refused(still, tmp_path):
    with pytest.raises(UserError, match="no format"):
        reports.make(still, "progress-report", ["json"], tmp_path)


def test_easy_read_of_a_report_has_its_code_and_three_characters_more(still, tmp_path):
    bring(still, HOME_CARE, STEERING)
    for kind in [one.name for one in reports.kinds(still) if not one.members]:
        made = reports.make(still, kind, ["text", "easy-read-web"], tmp_path / kind).paths
        plain, easy = (words_in(next(path for path in made if path.suffix == end)) for end in (".txt", ".html"))
        code = re.search(r"[0-9a-f]{3}(?:-[0-9a-f]{3}){3}", plain)[0]
        assert re.search(rf"{code}-[0-9a-f]{{3}}", easy), kind
