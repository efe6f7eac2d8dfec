"""Lines of the log on the paper of their session: what anyone may read, looked at by check; of the rest no trace."""

import datetime

import pytest

from coprod_desktop.domain.check.findings import blocking
from coprod_desktop.domain.check.settled import Decision
from coprod_desktop.errors import UserError
from coprod_desktop.services import log
from coprod_desktop.services.making import papers
from tests.publish.telling_papers import told
from tests.unpack import everything_in, words_in

PRIVATE = {
    "a private decision": {"kind": "decision"},
    "a tender question about staffing": {"kind": "tender_question"},
    "a line nobody confirmed": {},
}


@pytest.fixture
def session(desk, home_care):
    """The sample session with lines of the log in it, of which two may be read by anyone."""
    for words, how in PRIVATE.items():
        log.add(desk, words, "stuck", session=home_care, **how)
    for words, kind, fields in (
        ("We keep the phone line", "decision", {"who": "Director Jo Marsh", "options": "Online only"}),
        (
            "Specification read by four members",
            "procurement_stage",
            {"score": "SECRET 4 of 5", "stage": "specification"},
        ),
    ):
        line, _ = log.add(desk, words, session=home_care, kind=kind)
        for name, value in fields.items():
            log.change(desk, line, name, value)
        log.change(desk, line, "publicity", "anyone")
    return home_care


def settled(desk, session):
    for finding in blocking(papers.findings(desk, session)):
        papers.settle(desk, session, finding, Decision.LEAVE_OUT)


def test_what_anyone_may_read_stands_on_the_paper_and_nothing_else(desk, session):
    settled(desk, session)
    text = told(papers.paper(desk, session, "you-said-we-will"))
    assert "What we decided and learnt" in text
    assert "We keep the phone line." in text
    assert "Who decided: Director." in text
    assert "Options looked at: Online only." in text
    assert "Stage: Specification." in text
    for words in (*PRIVATE, "SECRET", "Jo Marsh"):
        assert words not in text


def test_no_format_has_a_trace_of_the_rest(desk, session, tmp_path):
    """002 "including people with lived experience in the evaluation of tenders": scores never go out."""
    settled(desk, session)
    made = papers.make(desk, session, ["text", "html", "braille", "easy-read-web", "epub", "docx", "pdf"], tmp_path)
    for path in made.paths:
        data = everything_in(path)
        assert "phone line" in words_in(path) or path.suffix == ".brf"
        for words in (*PRIVATE, "SECRET", "Jo Marsh"):
            assert words not in data, path.name


def test_check_looks_at_the_words_of_the_log_and_nothing_leaves_before_it_is_settled(desk, session):
    settled(desk, session)
    line, _ = log.add(desk, "Ring 07700 900123 about the loop", session=session, kind="decision")
    assert not blocking(papers.findings(desk, session))
    log.change(desk, line, "publicity", "anyone")
    (found,) = blocking(papers.findings(desk, session))
    assert (found.subject, found.words) == (line, "07700 900123")
    with pytest.raises(UserError, match="to look at first"):
        papers.snapshot(desk, session)
    log.change(desk, line, "words", "Ring the office about the loop")
    assert not blocking(papers.findings(desk, session))
    assert "Ring the office about the loop." in told(papers.paper(desk, session, "you-said-we-will"))


def test_the_code_of_a_paper_changes_with_its_log(desk, session):
    from coprod_desktop.publish.paper import fingerprint

    settled(desk, session)
    before = fingerprint(papers.snapshot(desk, session))
    line = next(one for one in log.lines(desk, session=session) if one.words == "We keep the phone line")
    log.change(desk, line.id, "on", desk.today() - datetime.timedelta(3))
    assert fingerprint(papers.snapshot(desk, session)) != before
    log.change(desk, line.id, "publicity", "private")
    assert "phone line" not in str(papers.snapshot(desk, session).log)
