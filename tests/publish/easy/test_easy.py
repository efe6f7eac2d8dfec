"""A paper as Easy Read: one idea a row with a picture, nobody's words changed, a draft until a group has checked it."""

from __future__ import annotations

import datetime
import json

import pytest

from coprod_desktop import paths
from coprod_desktop.publish import easy
from coprod_desktop.publish.document import (
    Answer,
    Bar,
    Document,
    Facts,
    Figure,
    Heading,
    Mark,
    Paragraph,
    Picture,
    Pictured,
    Run,
    Table,
    Tone,
)
from coprod_desktop.publish.easy.rows import MARKS, SAID, Sentence
from coprod_desktop.publish.easy.words import word_list
from tests.publish.render import papers

HOUSE, BUS = "1F3E0", "1F68C"


def rows(document: Document, **settings: object) -> list[Pictured]:
    made = easy.easy_document(document, easy.EasyRead(**settings))  # type: ignore[arg-type]
    assert all(isinstance(block, (Heading, Pictured)) for block in made.blocks)
    return [block for block in made.blocks if isinstance(block, Pictured)]


def said(document: Document, **settings: object) -> list[str]:
    return ["".join(run.text for run in row.words.runs) for row in rows(document, **settings)]


def paper(*blocks) -> Document:
    return Document("You said", "en-GB", "", "", (Heading(1, "You said"), *blocks), running_head="You said")


def line(text: str, **kw) -> Paragraph:
    return Paragraph((Run(text, **kw),))


def test_the_list_is_in_order_and_every_symbol_was_drawn():
    data = json.loads(paths.resource("content", "easy_words.json").read_text(encoding="utf-8"))
    codes = [row["code"] for row in data["pictures"]]
    words = [word for row in data["pictures"] for word in (*row["words"], *row.get("verbs", ()))]
    assert len(codes) == len(set(codes))
    assert sorted(words) == sorted(set(words)), "a word with two pictures"
    assert len(words) > 300
    assert max(len(word.split()) for word in (*words, *data["hard_words"])) <= 7
    assert len(data["hard_words"]) >= 40
    for code in (*codes, *MARKS.values(), SAID, "1F4DD"):
        shown = easy.picture(code)
        assert shown is not None
        assert shown.data.startswith(b"\x89PNG")
        assert shown.alt
        assert "CC BY-SA 4.0" in shown.credit
    assert sum(path.stat().st_size for path in paths.picture("").glob("*.png")) < 4_000_000
    assert easy.picture("0000") is None
    assert easy.picture("../../errors") is None


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("The carers' rota is wrong", "carer"),
        ("We will ring you.", "ring"),
        ("Nobody asked about the buses", "bus"),
        ("She was crying", "sad"),
        ("Three people walked to the day centre", "day centre"),
        ("It is a co-chair’s job", "co-chair"),
        ("The toilets-and-lifts plan", "toilet"),
        ("I waited and waited", "wait"),
    ],
)
def test_a_sentence_gets_the_picture_of_what_it_is_about(sentence, word):
    symbol = word_list().symbols[easy.suggest(sentence)]
    assert word in (*symbol.words, *symbol.verbs)


@pytest.mark.parametrize("sentence", ["I am not happy", "This isn’t safe", "Never good enough for xyzzy", "Xyzzy."])
def test_a_picture_never_says_the_opposite(sentence):
    assert easy.suggest(sentence) is None or not word_list().symbols[easy.suggest(sentence)].mood


def test_the_key_of_a_sentence_holds_no_words():
    assert easy.sentence_key("The  BUS is late.") == easy.sentence_key("the bus is late.")
    assert easy.sentence_key("The bus is late.") != easy.sentence_key("The bus is not late.")
    assert "bus" not in easy.sentence_key("bus")


def test_it_begins_with_its_title_and_says_nobody_has_checked_it():
    made = easy.easy_document(paper(line("A house.")), easy.EasyRead())
    assert isinstance(made.blocks[0], Heading)
    assert said(paper())[0] == easy.NOT_CHECKED
    assert made.title == "You said - Easy Read draft"
    assert "draft" in made.running_head


def test_once_a_group_has_checked_it_it_says_who_and_when():
    checked = {"checked_by": "Speaking Up, Marrowdale", "checked_on": datetime.date(2026, 11, 2)}
    made = easy.easy_document(paper(), easy.EasyRead(**checked))
    assert said(paper(), **checked)[0] == "Checked by Speaking Up, Marrowdale on 2 November 2026."
    assert "draft" not in f"{made.title} {made.running_head}".lower()


def test_a_draft_of_a_paper_stays_a_draft_of_a_paper():
    unfinished = Document("T", "en-GB", "", "", (Heading(1, "T"),), running_head="Draft: 2 things not answered yet")
    assert "Draft: 2 things" in easy.easy_document(unfinished, easy.EasyRead()).running_head


def test_an_answer_says_what_was_said_how_it_was_answered_who_and_when_one_idea_a_row():
    document = paper(
        Answer(
            "“Tell us who comes. Two days before.”",
            (
                Paragraph((Run("“Six carers in two weeks. Six.”"), Run(" – Rose", Tone.QUIET)), quote=True),
                Paragraph(
                    (Run("No. We cannot.", Tone.NO, strong=True), Run(" Two of the firms have no staff. We asked.")),
                    mark=Mark.CROSS,
                ),
                Facts((("Who", line("Priya Nair")), ("By when", line("6 November 2026")))),
            ),
        )
    )
    assert said(document)[1:-1] == [
        "You said: “Tell us who comes. Two days before.”",
        "“Six carers in two weeks. Six.” – Rose",
        "No. We cannot. 2 of the firms have no staff. We asked.",
        "Who: Priya Nair.\nBy when: 6 November 2026.",
    ]
    no = rows(document)[3]
    assert no.picture is not None
    assert no.picture.alt == word_list().symbols[MARKS[Mark.CROSS]].shows
    assert no.words.runs[0].tone is Tone.NO


def test_a_hard_word_is_explained_once_right_after_its_first_use():
    told = said(paper(line("The rota is late."), line("Your assessments and rotas are late.")))
    rota, assessment = word_list().hard["rota"], word_list().hard["assessment"]
    assert told[1:3] == [f"The rota is late.\n{rota}", f"Your assessments and rotas are late.\n{assessment}"]


def test_a_hard_word_in_a_long_row_is_explained_in_the_row_after():
    long = f"“{'We waited at home for so long. ' * 4}The rota and the contract were wrong.”"
    hard = word_list().hard
    assert said(paper(line(long)))[1:3] == [long, f"{hard['rota']}\n{hard['contract']}"]


def test_numbers_of_a_table_stay_with_what_they_count():
    table = Table("Votes", ("Choice", "Votes", "Cost"), (("A bus", "11", "£20"), ("Tea", "7", "£3")))
    assert "A bus\nVotes: 11\nCost: £20" in said(paper(table))


def test_a_short_figure_is_its_words_and_a_long_one_a_row_a_bar():
    bars = tuple(Bar(f"Theme {n}", n, str(n)) for n in range(1, 4))
    assert "How many: 1 late, 2 kept." in said(paper(Figure("How many", bars, "1 late, 2 kept.")))
    assert "Theme 2: 2." in said(paper(Figure("How many", bars, " and ".join(["2 about Theme"] * 9))))


def test_words_in_another_language_stay_as_they_are_and_say_which():
    welsh = "Mae dau fws. Mae rota a bus."
    row, *more = rows(paper(line(welsh, lang="cy")))[1:]
    assert len(more) == 1, "an English word in it was explained"
    assert row.words.runs == (Run(welsh, lang="cy"),)
    assert row.picture is None


def test_links_and_addresses_stay_whole():
    told = rows(paper(Paragraph((Run("Write to "), Run("a@example.org", url="mailto:a@example.org")))))[1]
    assert told.words.runs[-1] == Run("a@example.org", url="mailto:a@example.org")
    assert said(paper(line("Write to a.b@example.org")))[1] == "Write to a.b@example.org"


def test_a_symbol_that_comes_again_and_again_is_held_once():
    said_often = [Paragraph((Run(f"The bus number {n} is late. We rang the home."),)) for n in range(50)]
    shown = [row.picture for row in rows(paper(*said_often)) if row.picture is not None]
    assert len(shown) > 20
    assert len({id(picture.data) for picture in shown}) == len({picture.data for picture in shown})


def test_a_chosen_picture_stands_for_the_suggested_one():
    own = Picture(b"\x89PNG", "Our hall", 4, 3, "Ravi")
    key = easy.sentence_key("The house is new.")
    document = paper(line("The house is new."))
    assert rows(document)[1].picture.alt == "A house"
    assert rows(document, chosen={key: own})[1].picture is own
    assert rows(document, chosen={key: None})[1].picture is None


def test_who_drew_the_pictures_is_said_once_at_the_end():
    own = Picture(b"\x89PNG", "Our hall", 4, 3, "Ravi")
    both = said(paper(line("The house."), line("The hall.")), chosen={easy.sentence_key("The hall."): own})
    assert both[-1] == "Pictures: OpenMoji, openmoji.org, licence CC BY-SA 4.0; Ravi"
    none = dict.fromkeys([easy.sentence_key("The house."), easy.sentence_key(easy.NOT_CHECKED)])
    assert any("OpenMoji" in text for text in said(paper(line("The house.")), chosen=none))


@pytest.mark.parametrize(
    "document", [papers.rich(), papers.nasty(), papers.scripts(), papers.bare(), papers.long_words()]
)
def test_any_paper_becomes_easy_read_and_loses_no_not(document):
    def words(blocks) -> str:
        return repr(blocks).lower()

    made = easy.easy_document(document, easy.EasyRead())
    assert all(isinstance(block, (Heading, Pictured)) for block in made.blocks)
    assert made.lang == document.lang
    assert made.fingerprint == document.fingerprint
    for word in (" not ", " no ", " nobody ", "n’t "):
        assert words(made.blocks).count(word) >= words(document.blocks).count(word)


def test_every_row_can_be_chosen_for():
    found = [row for row in easy.easy_rows(papers.rich()) if isinstance(row, Sentence)]
    assert len(found) > 20
    assert sum(row.suggested is not None for row in found) > len(found) * 0.7
