from __future__ import annotations

from pathlib import Path

import pytest

from coprod_desktop.publish.document import Answer, Bar, Bullets, Facts, Figure, Heading, Paragraph, Picture, Run, Table
from coprod_desktop.publish.render.text.aloud import as_said
from coprod_desktop.publish.render.text.text import as_text, render_script, render_text
from tests.publish.render import papers
from tests.publish.render.papers import paper, words

FIGURE = Figure("Who came", (Bar("Carers", 4, "4"),), "4 carers came.")
PICTURE = Picture(b"\x89PNG", "A bus at the stop.", 10, 10)
TABLE = Table("Votes", ("Idea", "Votes"), (("A rota", "11"), ("A bell", "3")))


def script(tmp_path: Path, *blocks) -> tuple[list[str], list[str]]:
    warnings = render_script(paper(Heading(1, "Title"), *blocks), tmp_path / "script.txt")
    text = (tmp_path / "script.txt").read_bytes().decode("utf-8-sig")
    return text.split("\r\n"), list(warnings)


def test_a_phone_number_stands_once_however_it_is_spaced():
    numbers = [
        Run("01632 960 123", url="tel:01632960123"),
        Run("+44 (0)1632-960 123", url="tel:+441632960123"),
        Run("Ring us", url="tel:01632960123"),
    ]
    said = [as_text(paper(Paragraph((run,)))).strip().split("\n")[-1] for run in numbers]
    assert said == ["01632 960 123", "+44 (0)1632-960 123", "Ring us (01632960123)"]


def test_windows_programs_see_utf_8_and_line_ends(tmp_path):
    render_text(paper(words("Tŷ costs £5")), tmp_path / "paper.txt")
    content = (tmp_path / "paper.txt").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.decode("utf-8-sig") == "You said, we will\r\n\r\nTŷ costs £5\r\n"


def test_a_paragraph_is_one_line_however_long():
    story = "I rang the office and it rang out. " * 60
    assert story.strip() in as_text(paper(words(story))).split("\n")


def test_headings_stand_alone_and_parts_are_listed_to_search_for():
    text = as_text(paper(Heading(1, "T"), *(b for n in "123" for b in (Heading(2, f"Part {n}"), words(f"Words {n}")))))
    assert "Parts of this paper:\n* Part 1\n* Part 2\n* Part 3\n\n\nPart 1\n\nWords 1" in text
    assert "==" not in text
    assert "--" not in text


def test_what_is_said_answered_and_listed():
    text = as_text(
        paper(
            Answer(
                "Tell us who comes",
                (
                    Paragraph((Run("“I never know” – Ros"),), quote=True),
                    words("We will."),
                    Facts((("Who :", words("Priya")), ("By when", words("6 November 2026")), ("Empty", words(" ")))),
                ),
            ),
            Bullets((words("one\ntwo"), words(" "), words("three"))),
        )
    )
    assert (
        "You said: Tell us who comes\n\n“I never know” – Ros\n\nWe will.\n\nWho: Priya\nBy when: 6 November 2026\n"
        in text
    )
    assert "* one\n  two\n* three\n" in text
    assert "Empty" not in text


def test_tables_figures_and_pictures_are_words():
    text = as_text(paper(TABLE, FIGURE, PICTURE))
    assert "Votes\n\n* A rota\n  Votes: 11\n* A bell\n  Votes: 3\n" in text
    assert "Who came: 4 carers came." in text
    assert "Picture: A bus at the stop." in text


def test_links_tell_their_address_once():
    runs = (
        Run("The page", url="https://example.org/a?b=1"),
        Run(" or "),
        Run("homecare@example.org", url="mailto:homecare@example.org"),
        Run(" or "),
        Run("not this", url="javascript:alert(1)"),
    )
    assert "The page (https://example.org/a?b=1) or homecare@example.org or not this\n" in as_text(
        paper(Paragraph(runs))
    )


def test_another_language_is_named_before_its_words():
    text = as_text(
        paper(
            Paragraph((Run("She said "), Run("dziękuję", lang="pl"), Run(" and left."))),
            words("مرحبا", lang="ar", dir="rtl"),
            words("Colour", lang="en-US"),
        )
    )
    assert "She said (in Polish) dziękuję and left.\n\n(in Arabic) مرحبا\n\nColour\n" in text


@pytest.mark.parametrize("document", [papers.rich(), papers.nasty(), papers.scripts(), papers.bare()])
def test_any_words_can_be_written(document, tmp_path):
    render_text(document, tmp_path / "a.txt")
    render_script(document, tmp_path / "b.txt")
    for name in ("a.txt", "b.txt"):
        text = (tmp_path / name).read_bytes().decode("utf-8-sig")
        assert all(char >= " " or char in "\r\n" for char in text)


def test_the_script_begins_with_how_to_use_it_and_how_long_it_takes(tmp_path):
    lines, _ = script(tmp_path, words("one two three four five " * 120))
    assert lines[0] == "A script for reading this paper aloud, or recording it."
    assert lines[1] == "It takes about 4 minutes, at about 150 words a minute."
    assert lines[-3:] == ["(pause)", "End of the paper.", ""]


def test_parts_answers_and_quotations_are_announced(tmp_path):
    quote = Paragraph((Run("“I rang. Nobody came. It was Fri.”"), Run(" – Ros, who draws on care")), quote=True)
    lines, _ = script(
        tmp_path,
        Heading(2, "What you said"),
        Answer("Ring us back", (quote, words("We will."))),
        Heading(2, "Also said"),
        Bullets((Paragraph((Run("“It rang out”"),)), words("5 of 7 kept"))),
    )
    text = "\n".join(lines)
    assert "(pause)\nPart 1 of 2: What you said.\n" in text
    assert (
        "(pause)\nYou said: Ring us back.\nRos, who draws on care said:\nI rang.\nNobody came.\nIt was Fri.\nEnd of what they said.\nWe will.\n"
        in text
    )
    assert "A list of 2.\nSomeone said:\nIt rang out\nEnd of what they said.\n5 of 7 kept.\n" in text


def test_a_part_that_is_the_only_one_has_no_number(tmp_path):
    lines, _ = script(tmp_path, words("Hello."), Heading(2, "What happens next"), words("We ring."))
    assert "What happens next." in lines
    assert "Part 1" not in "\n".join(lines)


def test_whoever_reads_is_told_of_other_languages(tmp_path):
    lines, warnings = script(tmp_path, words("Mae’n dda. Diolch.", lang="cy"), words("“مرحبا”", lang="ar", dir="rtl"))
    text = "\n".join(lines)
    assert "The next words are in Welsh.\nMae’n dda.\nDiolch.\nHere the English goes on.\n" in text
    assert "Someone said, in Arabic:\nمرحبا\nEnd of what they said." in text
    assert warnings == [
        "The script has words in Welsh. Ask someone who speaks Welsh to read them.",
        "The script has words in Arabic. Ask someone who speaks Arabic to read them.",
    ]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("NHS staff and GPs", "N H S staff and G Ps"),
        ("WE WILL NOT. OK.", "WE WILL NOT. OK."),
        ("A&E and R&D", "A and E and R and D"),
        ("£18.50, £1, £2m and £2,400", "18 pounds 50, 1 pound, 2 million pounds and 2,400 pounds"),
        ("21 March 2026", "the 21st of March 2026"),
        ("on 2, 12 and 27 October", "on the 2nd, the 12th and the 27th of October"),
        ("10:00 to 13:45", "10 o’clock in the morning to quarter to 2 in the afternoon"),
        ("12:30 – bring lunch", "half past 12 in the afternoon, bring lunch"),
        ("Ring 01632 960 123", "Ring 0 1 6 3 2, 9 6 0, 1 2 3"),
        ("in 2026 16 people", "in 2026 16 people"),
        ("a@b.org or example.org/home-care.", "a at b dot org or example dot org slash home dash care."),
        ("Copy code: 3fa-9c1-d2e-4b7.", "Copy code: 3 f a, 9 c 1, d 2 e, 4 b 7."),
        ("Good 👍, ŵyl", "Good (thumbs up), ŵyl"),
        ("52% of staff/carers", "52 percent of staff or carers"),
    ],
)
def test_words_as_a_voice_says_them(written, said):
    assert as_said(written) == said
