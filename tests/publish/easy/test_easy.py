"""A telling as pages: hard words explained, pictures chosen by people, a draft until a group has checked it."""

from __future__ import annotations

import datetime
import json

import pytest

from coprod_desktop import paths
from coprod_desktop.publish.document import Document, Heading, Paragraph, Picture, Pictured, Run, Tone
from coprod_desktop.publish.easy import pages, signs
from coprod_desktop.publish.easy.chosen import EasyRead, sentence_key
from coprod_desktop.publish.easy.pages import PartOf, easy_document
from coprod_desktop.publish.easy.pictures import picture
from coprod_desktop.publish.easy.points import offered
from coprod_desktop.publish.easy.telling import Part, Place, Sentence, Telling, Topic, plainly
from coprod_desktop.publish.easy.words import word_list
from tests.publish.easy.chopped import of_document
from tests.publish.render import papers

OWN = Picture(b"\x89PNG", "Our hall", 4, 3, "Ravi")


def paper(*sentences: Sentence, **more: object) -> Telling:
    topic = Topic("p1", "1. You said", (Part(Place.YOU_SAID, sentences),))
    cover = Topic("", "You said", (Part(Place.MORE, (plainly("This is the cover."),)),))
    return Telling(title="You said", subject="A session", cover=cover, topics=(topic,), **more)  # type: ignore[arg-type]


def rows(telling: Telling, **settings: object) -> list[Pictured]:
    made = easy_document(telling, EasyRead(**settings))  # type: ignore[arg-type]
    return [block for block in made.blocks if isinstance(block, Pictured)]


def said(telling: Telling, **settings: object) -> list[str]:
    return ["".join(run.text for run in row.words.runs) for row in rows(telling, **settings)]


def test_the_list_is_in_order_and_every_symbol_was_drawn():
    data = json.loads(paths.resource("content", "easy_words.json").read_text(encoding="utf-8"))
    codes = [row["code"] for row in data["pictures"]]
    words = [word for row in data["pictures"] for word in (*row["words"], *row.get("verbs", ()))]
    assert len(codes) == len(set(codes))
    assert sorted(words) == sorted(set(words)), "a word with two pictures"
    assert len(words) > 300
    assert max(len(word.split()) for word in (*words, *data["hard_words"])) <= 7
    assert len(data["hard_words"]) >= 40
    named = [value for name, value in vars(signs).items() if name.isupper() and isinstance(value, str)]
    for code in (*codes, *named):
        shown = picture(code)
        assert shown is not None
        assert shown.data.startswith(b"\x89PNG")
        assert shown.alt
        assert "CC BY-SA 4.0" in shown.credit
    assert sum(path.stat().st_size for path in paths.picture("").glob("*.png")) < 4_000_000
    assert picture("0000") is None
    assert picture("../../errors") is None


def test_the_key_of_a_sentence_holds_no_words():
    assert sentence_key("The  BUS is late.") == sentence_key("the bus is late.")
    assert sentence_key("The bus is late.") != sentence_key("The bus is not late.")
    assert "bus" not in sentence_key("bus")


def test_it_says_on_its_cover_and_on_every_page_that_nobody_has_checked_it():
    made = easy_document(paper(), EasyRead())
    assert any(row.startswith(pages.NOT_CHECKED) for row in said(paper()))
    assert made.title == "You said: A session - Easy Read draft"
    assert made.running_head == "Easy Read draft, not checked yet"


def test_once_a_group_has_checked_it_it_says_who_and_when():
    checked = {"checked_by": "Speaking Up", "checked_on": datetime.date(2026, 11, 2), "readers": "Ruby and Len"}
    made = easy_document(paper(), EasyRead(**checked))
    read = "Speaking Up checked this paper on 2 November 2026.\nThese people read it: Ruby and Len."
    assert any(row.startswith(read) for row in said(paper(), **checked))
    assert "draft" not in f"{made.title} {made.running_head}".lower()


def test_a_paper_that_is_not_finished_says_so_when_its_easy_read_is():
    made = easy_document(paper(unfinished="2 things not answered yet"), EasyRead(checked_by="Speaking Up"))
    assert made.running_head == "Draft: 2 things not answered yet"


def test_a_hard_word_is_bold_and_explained_once_in_the_next_sentence():
    rota = word_list().hard["rota"]
    told = rows(paper(offered("The rotas are late."), offered("A rota is late again.")))
    first, again = told[-2].words.runs, told[-1].words.runs
    assert [run.text for run in first if run.strong] == ["rotas"]
    assert "".join(run.text for run in first) == f"The rotas are late.\n{rota}"
    assert [run.text for run in again] == ["A rota is late again."]


def test_inside_a_quotation_nothing_is_bold_and_the_meaning_stands_after_it_in_a_row_of_its_own():
    quote = Sentence(Paragraph((Run("“The rota is wrong”"),), quote=True), fixed=True)
    said, means = rows(paper(quote))[-2:]
    assert said.words.runs == quote.words.runs
    assert [run.text for run in means.words.runs] == [word_list().hard["rota"]]
    assert not means.words.quote, "nobody is to think that the speaker said what it means"


def test_words_in_another_language_stay_as_they_are_and_are_not_explained():
    welsh = Sentence(Paragraph((Run("Mae rota a bus.", lang="cy"),)))
    row = rows(paper(welsh))[-1]
    assert row.words.runs == (Run("Mae rota a bus.", lang="cy"),)
    assert row.picture is None


def test_who_does_it_and_by_when_share_a_row_with_the_days_picture():
    row = rows(paper(plainly("Ash will do this."), plainly("We will do it by 6 May.", "day:2026-05-06", joins=True)))[
        -1
    ]
    assert "".join(run.text for run in row.words.runs) == "Ash will do this.\nWe will do it by 6 May."
    assert row.picture is not None
    assert row.picture.alt == "A calendar: Wednesday 6 May"


def test_a_chosen_picture_stands_for_the_suggested_one():
    key = sentence_key("I stay at home.")
    telling = paper(offered("I stay at home."))
    assert rows(telling)[-1].picture.alt == "A house"
    assert rows(telling, chosen={key: OWN})[-1].picture is OWN
    assert rows(telling, chosen={key: None})[-1].picture is None


def test_who_drew_the_pictures_is_said_once_on_the_cover():
    made = easy_document(
        paper(offered("I stay at home."), offered("The hall.")), EasyRead(chosen={sentence_key("The hall."): OWN})
    )
    first_topic = next(n for n, b in enumerate(made.blocks) if isinstance(b, Heading) and b.level == 2)
    last = made.blocks[first_topic - 1]
    assert isinstance(last, Pictured)
    assert last.words.runs[0].text == pages.NOT_CHECKED, "it is never alone on a page"
    assert last.words.runs[1] == Run("\nPictures: OpenMoji, openmoji.org, licence CC BY-SA 4.0; Ravi", Tone.QUIET)
    assert repr(made.blocks).count("Pictures: ") == 1


def test_a_part_says_which_it_is_on_its_cover_and_that_there_is_more_at_its_end():
    telling = paper(offered("I stay at home."))
    first, last = (
        ["".join(r.text for r in b.words.runs) for b in easy_document(telling, EasyRead(), None, part).blocks if isinstance(b, Pictured)]
        for part in (PartOf(1, 2), PartOf(2, 2))
    )  # fmt: skip
    assert first[0] == "This is part 1 of 2.\nEach part is a paper of its own."
    assert first[-1] == "There is more.\nGo on with part 2."
    assert last[0].startswith("This is part 2 of 2.")
    assert last[-1] == "I stay at home."


def test_a_symbol_that_comes_again_and_again_is_held_once():
    many = rows(paper(*(offered(f"The bus number {n} is late.") for n in range(50))))
    shown = [row.picture for row in many if row.picture is not None]
    assert len(shown) > 40
    assert len({id(one.data) for one in shown}) == len({one.data for one in shown})


@pytest.mark.parametrize(
    "document", [papers.rich(), papers.nasty(), papers.scripts(), papers.bare(), papers.long_words()]
)
def test_whatever_is_told_becomes_headings_and_rows_only(document: Document):
    made = easy_document(of_document(document), EasyRead())
    assert all(isinstance(block, (Heading, Pictured, Picture, Paragraph)) for block in made.blocks)
    assert made.fingerprint.startswith(document.fingerprint)
