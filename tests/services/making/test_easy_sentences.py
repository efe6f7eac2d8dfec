"""Sentences of the Easy Read as people left them: they stand while the answer does, and nothing private gets in by them."""

from __future__ import annotations

import pytest

from coprod_desktop.domain.check.settled import Decision
from coprod_desktop.domain.easy_record import EasyPlace, EasySentence, ReadersMark
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.permission import Purpose
from coprod_desktop.domain.words import NameInPublic
from coprod_desktop.errors import UserError
from coprod_desktop.publish.paper_kinds import YOU_SAID_WE_DID
from coprod_desktop.publish.paper_kinds import YOU_SAID_WE_WILL as KIND
from coprod_desktop.services import answers, capture, changed_mind, people, sessions
from coprod_desktop.services.capture import NewLine
from coprod_desktop.services.changed_mind import TakenBack
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import easy_kit, easy_paper, easy_read, easy_sentences, papers
from tests.desks import every_value
from tests.publish.render import looking

LONG = "Every person with home care"
SHORT = "You can choose a paper rota"


@pytest.fixture
def told(desk: Desk, home_care: str) -> str:
    papers.review(desk, home_care)
    return home_care


def at(desk: Desk, session: str, words: str, kind: str = KIND):
    paper = easy_paper.look(desk, session, kind)
    line = next(line for line in paper.lines if words in line.text)
    return line, paper.drafts[line.topic]


def texts(desk: Desk, session: str, topic: str) -> list[str]:
    return [line.text for line in easy_paper.rows(desk, session, KIND) if line.topic == topic]


def shortened(desk: Desk, session: str, words: str = f"{SHORT}."):
    line, topic = at(desk, session, LONG)
    assert line.hint.startswith("Too long")
    easy_sentences.change(desk, session, topic, line.at, words)
    return topic


def test_a_sentence_is_changed_in_place_and_the_others_stay(desk, told):
    line, topic = at(desk, told, LONG)
    before = texts(desk, told, topic.key)
    changes = easy_sentences.change(desk, told, topic, line.at, f" {SHORT}. ")
    assert changes.touch("easy_sentence", told)
    after = texts(desk, told, topic.key)
    assert after == [f"{SHORT}." if LONG in text else text for text in before]
    assert not at(desk, told, SHORT)[0].hint
    easy_sentences.change(desk, told, topic, line.at, "Once more.")
    assert "Once more." in texts(desk, told, topic.key)


def test_the_paper_prints_what_was_written(desk, told, tmp_path):
    shortened(desk, told)
    made = papers.make(desk, told, ["easy-read"], tmp_path)
    words = " ".join(" ".join("".join(looking.texts(path)).split()) for path in made.paths)
    assert SHORT in words
    assert LONG not in words
    assert "Four different carers last week" in words, "a quotation stays as it is"


def test_sentences_are_added_taken_out_and_moved_within_their_place(desk, told):
    line, topic = at(desk, told, LONG)
    easy_sentences.add(desk, told, topic, line.at, "It comes each Friday.")
    new, _ = at(desk, told, "It comes each Friday.")
    assert new.at == line.at + 1
    easy_sentences.move(desk, told, topic, new.at, -1)
    assert at(desk, told, "It comes each Friday.")[0].at == line.at
    easy_sentences.move(desk, told, topic, line.at, -1)
    assert at(desk, told, "It comes each Friday.")[0].at == line.at, "what we say does not go under You said"
    easy_sentences.remove(desk, told, topic, line.at)
    assert "It comes each Friday." not in texts(desk, told, topic.key)


def test_back_to_the_first_draft(desk, told):
    topic = shortened(desk, told)
    assert at(desk, told, SHORT)[0].written
    easy_sentences.first_draft(desk, told, topic)
    line, _ = at(desk, told, LONG)
    assert not line.written


def test_quotations_and_what_follows_from_the_day_cannot_be_changed(desk, told):
    assert at(desk, told, "Four different carers")[0].at is None
    assert at(desk, told, "The day was")[0].at is None
    assert at(desk, told, "3 people said this")[0].at is None


def test_a_changed_answer_makes_it_a_draft_again_and_the_words_wait(desk, told):
    topic = shortened(desk, told)
    point = next(p.id for p in sessions.record(desk, told).points if "Tell us who" in p.you_said)
    answers.change_point(desk, point, text="We will post a rota to everyone.")
    assert SHORT not in " ".join(texts(desk, told, topic.key))
    assert "We will post a rota to everyone." in texts(desk, told, topic.key)
    line, now = at(desk, told, "We will post a rota")
    assert now.source != topic.source
    assert not line.written


def test_the_update_has_its_own_sentences(desk, told):
    topic = shortened(desk, told)
    assert at(desk, told, LONG, YOU_SAID_WE_DID)[1].source != topic.source


def test_any_change_makes_a_checked_paper_a_draft_again(desk, told):
    code = easy_paper.look(desk, told, KIND).fingerprint
    easy_read.checked(desk, told, KIND, "Speaking Up", desk.today(), code)
    assert easy_read.standing(desk, told, KIND, code).still
    shortened(desk, told)
    assert not easy_read.standing(desk, told, KIND, code).still


def test_a_chosen_picture_stays_when_the_words_change(desk, told):
    line, topic = at(desk, told, LONG)
    easy_read.choose(desk, told, line.key, easy_read.symbol_choice("1F68C"))
    easy_sentences.change(desk, told, topic, line.at, f"{SHORT}.")
    assert at(desk, told, SHORT)[0].picture.alt == "A bus"


@pytest.mark.parametrize("words", ["Ring Bo on 07700 900481.", "Ask bo@example.org.", "Winifred Tattersall will ring."])
def test_what_is_private_is_refused(desk, told, words):
    people.add(desk, told, "Winifred Tattersall", "carer")
    line, topic = at(desk, told, LONG)
    with pytest.raises(UserError, match="something private"):
        easy_sentences.change(desk, told, topic, line.at, words)
    with pytest.raises(UserError, match="something private"):
        easy_sentences.add(desk, told, topic, line.at, words)
    assert LONG in " ".join(texts(desk, told, topic.key))


def test_a_name_stands_only_where_the_paper_has_it_anyway(desk, told):
    line, topic = at(desk, told, LONG)
    with pytest.raises(UserError, match="something private"):
        easy_sentences.change(desk, told, topic, line.at, "Mrs Blenkinsop will ring you.")
    easy_sentences.change(desk, told, topic, line.at, "Deshawn Okafor-Lyle will ring you.")
    assert "Deshawn Okafor-Lyle will ring you." in texts(desk, told, topic.key)


def test_nothing_empty_is_added_and_emptied_words_take_the_sentence_out(desk, told):
    line, topic = at(desk, told, LONG)
    with pytest.raises(UserError, match="Write the sentence"):
        easy_sentences.add(desk, told, topic, line.at, "  ")
    easy_sentences.change(desk, told, topic, line.at, " ")
    assert LONG not in " ".join(texts(desk, told, topic.key))


def test_who_changes_their_mind_about_their_name_is_gone_from_what_was_written(desk, told):
    who, _ = people.add(desk, told, "Zorah Quillfeather", "carer", name_in_public=NameInPublic.FULL)
    topic = shortened(desk, told, "Zorah Quillfeather asked for a paper rota.")
    assert "Zorah" in " ".join(texts(desk, told, topic.key))
    changed_mind.take_back(desk, told, who, TakenBack(purposes=(Purpose.NAME,), on=desk.today()))
    papers.review(desk, told)
    assert "Zorah" not in " ".join(texts(desk, told, topic.key))


def line_with(desk: Desk, session: str, words: str):
    return next(one for one in capture.lines(desk, session) if words in one.text)


@pytest.mark.parametrize("way", ["strike", "changed mind"])
def test_words_written_of_a_line_go_with_it_and_nothing_of_them_is_left(desk, told, way):
    topic = shortened(desk, told, "Six strangers frighten her.")
    easy_sentences.change(desk, told, topic, at(desk, told, "Six strangers")[0].at, "Too many new faces frighten her.")
    line = line_with(desk, told, "Four different carers")
    theirs = {one.id for one in capture.lines(desk, told) if one.speaker == line.speaker}
    untouched = [p for p in sessions.record(desk, told).points if theirs.isdisjoint(p.from_entries)]
    other, other_topic = at(desk, told, untouched[-1].text.split(".")[0])
    easy_sentences.change(desk, told, other_topic, other.at, "We do this.")
    if way == "strike":
        capture.strike(desk, line.id)
    else:
        taken = TakenBack(purposes=(Purpose.QUOTE, Purpose.OTHER_WORDS), on=desk.today())
        changed_mind.take_back(desk, told, line.speaker, taken)
    held = [(table, value) for table, value in every_value(desk) if "frighten her" in value]
    assert held == []
    assert at(desk, told, "We do this.")[0].written, "what was written of other points stays"


def test_who_is_named_in_the_easy_read_alone_is_known_when_they_change_their_mind(desk, told, tmp_path):
    reader, _ = people.add(desk, told, "Rubina Castellane", "carer", name_in_public=NameInPublic.FULL)
    paper = easy_paper.look(desk, told, KIND)
    easy_kit.mark(desk, told, KIND, 1, ReadersMark.GOOD, reader="Rubina Castellane")
    easy_read.checked(desk, told, KIND, "Speaking Up", desk.today(), paper.fingerprint)
    papers.make(desk, told, ["text"], tmp_path)
    assert papers.papers_naming(desk, told, reader) == []
    for form in ("easy-read", "easy-read-word", "easy-read-web"):
        papers.make(desk, told, [form], tmp_path)
    assert len(papers.papers_naming(desk, told, reader)) == 3


def test_health_in_a_changed_sentence_is_asked_about_and_leaving_it_out_brings_the_draft_back(desk, told):
    topic = shortened(desk, told, "My mum has epilepsy.")
    (asked,) = [f for f in papers.findings(desk, told) if f.subject_kind == "easy_sentence"]
    assert (asked.words, asked.is_open, asked.blocks) == ("My mum has epilepsy", True, False)
    assert "My mum has epilepsy." in texts(desk, told, topic.key), "it is asked about gently"
    papers.settle(desk, told, asked, Decision.FINE)
    assert "My mum has epilepsy." in texts(desk, told, topic.key)
    papers.settle(desk, told, asked, Decision.LEAVE_OUT)
    assert not any("epilepsy" in text for text in texts(desk, told, topic.key))
    assert any(LONG in text for text in texts(desk, told, topic.key))


def test_a_name_in_a_sentence_that_came_in_a_file_lets_itself_in_nowhere(desk, told):
    words = "Mrs Blenkinsop will ring you."
    line, topic = at(desk, told, LONG)
    with desk.store.write() as tx:
        came = EasySentence(id=new_id(), point="", place=EasyPlace.MORE, order=0, words=words, from_hash="x")
        tx.add(came, session=told)
    with pytest.raises(UserError, match="something private"):
        easy_sentences.change(desk, told, topic, line.at, words)


def test_a_sentence_of_which_a_strike_leaves_nothing_is_none_and_the_others_can_be_changed(desk, told):
    topic = shortened(desk, told, "The zebra crossing frightens us.")
    line, _ = at(desk, told, "The zebra")
    easy_sentences.add(desk, told, topic, line.at, "It comes each Friday.")
    said = capture.add(desk, told, NewLine(text="The zebra crossing frightens us.")).added[0].id
    capture.strike(desk, said)
    left = texts(desk, told, topic.key)
    assert not any("zebra" in text or not text.strip() for text in left)
    friday, now = at(desk, told, "It comes each Friday.")
    easy_sentences.change(desk, told, now, friday.at, "It comes on Fridays.")
    assert "It comes on Fridays." in texts(desk, told, topic.key)
    assert "It comes each Friday." not in texts(desk, told, topic.key)
