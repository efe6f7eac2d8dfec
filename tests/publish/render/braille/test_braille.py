from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from coprod_desktop.publish.document import Answer, Bar, Bullets, Facts, Figure, Heading, Paragraph, Picture, Run, Table
from coprod_desktop.publish.render.braille.file import CHECK, braille_file, render_braille
from coprod_desktop.publish.render.braille.reading import BrailleReader, what_it_says
from coprod_desktop.publish.render.braille.words import BrailleWords
from tests.publish.render import papers
from tests.publish.render.papers import paper, words

FIGURE = Figure("Who came", (Bar("Carers", 4, "4"),), "4 carers came.")
PICTURE = Picture(b"\x89PNG", "A bus at the stop.", 10, 10)


def pages(content: bytes) -> list[list[str]]:
    return [page.split("\r\n")[:-1] for page in content.decode("ascii").split("\f")]


def cells(text: str, *, contracted: bool = False, **kw) -> str:
    lines = BrailleWords(contracted=contracted).lines((Run(text, **kw),))
    return "\n".join(" ".join(line) for line in lines)


def said(text: str, *, contracted: bool) -> str:
    return BrailleReader(contracted=contracted).read(cells(text, contracted=contracted))


def body(content: bytes) -> list[str]:
    """The lines of all pages but the first, without page numbers."""
    return [line for page in pages(content)[1:] for line in page[:-1]]


@pytest.mark.parametrize("contracted", [True, False])
@pytest.mark.parametrize(("width", "height"), [(40, 25), (32, 27), (20, 10)])
@pytest.mark.parametrize("document", [papers.rich(), papers.nasty(), papers.scripts(), papers.bare(), papers.many(12)])
def test_every_page_is_what_an_embosser_takes(document, width, height, contracted):
    content, _ = braille_file(document, contracted=contracted, cells=width, lines=height)
    for number, page in enumerate(pages(content), 1):
        assert len(page) == height
        assert max(map(len, page)) <= width
        assert re.fullmatch(rf" *#{number}", page[-1].translate(str.maketrans("ABCDEFGHIJ", "1234567890")))
        assert len(page[-1]) == width
        assert all(" " <= cell <= "_" for line in page for cell in line)


def test_a_size_no_page_can_have_is_brought_into_bounds():
    content, _ = braille_file(papers.rich(), contracted=True, cells=3, lines=1)
    assert len(pages(content)[0]) == 10
    assert len(pages(content)[0][-1]) == 20


def test_no_heading_stands_at_the_foot_of_a_page():
    blocks = [
        b for n in range(60) for b in (Heading(2 + n % 2, f"Part {n}"), words("Words that follow. " * (n % 5 + 1)))
    ]
    content, _ = braille_file(paper(Heading(1, "Title"), *blocks), contracted=False, lines=12)
    for page in pages(content)[1:]:
        last = next(line for line in reversed(page[:-1]) if line)
        assert not last.startswith(",PART")


def test_how_things_are_set():
    content, _ = braille_file(
        paper(
            Heading(1, "Rota"),
            words("one two three " * 6),
            Heading(2, "Next"),
            Bullets((words("four five six " * 6),)),
            Facts((("Who", words("Priya")),)),
            Answer("Ring us", (words("We will."),)),
        ),
        contracted=False,
    )
    lines = body(content)
    assert lines[0] == ",ROTA".center(40).rstrip()
    assert lines[1:4] == [
        "  ONE TWO THREE ONE TWO THREE ONE TWO",
        "THREE ONE TWO THREE ONE TWO THREE ONE",
        "TWO THREE",
    ]
    assert lines[4:8] == [
        "",
        ",NEXT",
        "FOUR FIVE SIX FOUR FIVE SIX FOUR FIVE",
        "  SIX FOUR FIVE SIX FOUR FIVE SIX FOUR",
    ]
    assert lines[9:13] == [",WHO3 ,PRIYA", "", ",YOU SAID3 ,RING US", "  ,WE WILL4"]


def test_a_word_is_split_only_when_no_line_holds_it():
    content, _ = braille_file(paper(words("short " + "x" * 95 + " after")), contracted=False)
    assert body(content)[1:5] == ["  SHORT", "X" * 39 + '"', "X" * 39 + '"', "X" * 17 + " AFTER"]
    assert "x" * 95 + " after" in what_it_says(content, contracted=False)


@pytest.mark.parametrize("contracted", [True, False])
def test_the_front_page_says_what_it_is_and_who_must_check_it(contracted):
    content, _ = braille_file(papers.rich(), contracted=contracted, cells=36, lines=26)
    front = " ".join(what_it_says(content, contracted).split("\f")[0].split())
    kind = "contracted" if contracted else "uncontracted"
    assert (
        front == f"You said, we will Marrowdale Council Unified English Braille, {kind}, 36 cells by 26 lines. {CHECK}"
    )


@pytest.mark.parametrize("contracted", [True, False])
def test_tables_figures_pictures_and_faces_are_words(contracted):
    document = paper(Table("Votes", ("Idea", "Votes"), (("A rota", "11"),)), FIGURE, PICTURE, words("Good 👍"))
    content, warnings = braille_file(document, contracted=contracted)
    text = what_it_says(content, contracted)
    assert (
        "  Votes\nA rota\n  Votes: 11\n  Who came: 4 carers came.\n  Picture: A bus at the stop.\n  Good (thumbs up)"
        in text
    )
    assert warnings == ("The braille has these signs as words: 👍 as “(thumbs up)”.",)


@pytest.mark.parametrize("contracted", [True, False])
@pytest.mark.parametrize("make", [papers.long_words, lambda: papers.many(20)])
def test_a_long_paper_reads_back_word_for_word(make, contracted):
    document = make()
    content, warnings = braille_file(document, contracted=contracted)
    text = re.sub(r"\s", "", what_it_says(content, contracted))
    for block in document.blocks:
        if isinstance(block, Answer):
            for part in block.blocks:
                if isinstance(part, Paragraph):
                    wanted = "".join(run.text for run in part.runs).replace("’", "'")
                    assert re.sub(r"\s", "", wanted) in text
    assert warnings == ()


@pytest.mark.parametrize("contracted", [True, False])
@pytest.mark.parametrize(
    "text",
    [
        "It costs £2,400.50, or 50% more – “in all”.",
        "The cost of Spanish lessons: log it, cosy since Monday.",
        "Abdirahim, Zaitseff, Connor, McDonald, O'Shaughnessy-Nwosu and T'Challa D'Arcy",
        "WE WILL NOT GO home. NHS, GPs and the NHS's A&E",
        "Siân, Bríd, Łódź, Țara, Zażółć gęślą jaźń, Tŷ, Ångström, naïve, São",
        "Ring 01632 960 123 between 10:30 and 3pm on 1/2/2026, or 1 000 000 times",
        "a b c x 3a 12th 10A B12 4x4 24/7 and/or A-level",
        "homecare@example.org https://example.org/a?b=1&c=2",
        "(brackets) [square] {curly} <angle> \\ / | _ ^ ~ # * + = − × ÷ @ & © ® ™ § ¶ † ° • ″ …",
        "Who? What! Was it us? In, was, his, were; be: enough.",
        "‘In,’ she said, ‘the carers' room isn't it'",
        "don't can't you'll it's they're we'd child's people's",
        "abs ref st ch sh ou xyz ll Fred aged alters",
        "Nobody here; everyone there, yourself and ourselves together tomorrow",
        "line one\nline two",
    ],
)
def test_words_come_back_as_they_were(text, contracted):
    plain = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "\u2007": " "})
    back = [BrailleReader(contracted=contracted).read(line) for line in cells(text, contracted=contracted).split("\n")]
    nearest = str.maketrans("Ţţ", "Țț")  # English braille has one mark for both
    assert "\n".join(back).translate(plain).translate(nearest) == text.translate(plain)


@pytest.mark.parametrize(
    ("text", "contracted", "wanted"),
    [
        ("The day centre on Mill Road closes at 3pm", True, ',! "D C5TRE ON ,MILL ,ROAD CLOSES AT #CPM'),
        ("You said, we will", True, ",Y SD1 WE W"),
        ("successful reader", True, "SU3ESS;L R1D]"),
        ("it cost 50%", True, "X CO/ #EJ.0"),
        ("b and x", True, ";B & ;X"),
        ("“why not in?”", True, "8:Y N IN80"),
        ("15-minute", True, "#AE-M9UTE"),
        ("Tŷ É 3a ?", False, ",T^%Y ,^/E #C;A ;8"),
        ("WE WILL NOT go", False, ",,,WE WILL NOT,' GO"),
        ("(OUR OWN RULES)", False, '"<,,,OUR OWN RULES">,\''),
        ("NHSs", False, ",,NHS,'S"),
        ("£5 & 5%", False, "@L#E @& #E.0"),
    ],
)
def test_cells_as_the_rules_have_them(text, contracted, wanted):
    assert cells(text, contracted=contracted) == wanted


def test_a_passage_in_our_letters_is_a_note_that_names_its_language():
    assert cells("Mae’n dda", lang="cy") == "@.<,IN ,WELSH3 ,MAE'N DDA@.>"
    assert cells("Mae’n dda", lang="cy", contracted=True) == "@.<,9 ,WEL%3 ;;;,MAE'N DDA;'@.>"
    text = (Run("She said "), Run("dziękuję", lang="pl"), Run(", and left."))
    made = BrailleWords(contracted=True)
    line = " ".join(made.lines(text)[0])
    assert line == ",%E SD @.<,9 ,POLI%3 ;;;DZI^&EKUJ^&E;'@.>1 & LEFT4"
    assert BrailleReader(contracted=True).read(line) == "She said [In Polish: dziękuję], and left."
    assert made.warnings[0].startswith("Words in Polish are in the braille letter by letter")
    assert "ę" in made.warnings[1]


def test_a_paper_in_another_language_is_not_taken_for_english_either():
    content, warnings = braille_file(paper(Heading(1, "Tŷ"), words("Mae’n dda"), lang="cy"), contracted=True)
    text = what_it_says(content, contracted=True)
    assert "[In Welsh: Mae'n dda]" in text
    assert "A braille reader must check" in text
    assert warnings == (
        "Words in Welsh are in the braille letter by letter, inside a note that says so. "
        "It is not Welsh braille: ask a reader of it.",
    )


@pytest.mark.parametrize(
    ("text", "lang", "name"),
    [
        ("مرحبا، أريد موعدا 12:30", "ar", "Arabic"),
        ("میرا نام NHS ہے", "ur", "Urdu"),
        ("Мы хотим знать", "ru", "Russian"),
        ("我们想知道谁会来。", "zh", "Chinese"),
        ("שלום", None, "Hebrew letters"),
    ],
)
def test_other_letters_are_never_taken_for_english(text, lang, name):
    made = BrailleWords(contracted=True)
    lines = made.lines((Run(text, lang=lang),))
    read = BrailleReader(contracted=True).read(" ".join(lines[0]))
    assert f"(Words in {name}: see the web page version)" in read
    assert made.warnings == (
        f"Words in {name} are not in the braille. It sends their readers to the web page, so give them that too.",
    )


@pytest.mark.parametrize("contracted", [True, False])
def test_whatever_is_typed_becomes_cells(contracted):
    dice = random.Random(3)
    spans = ((0, 0x250), (0x20, 0x7F), (0x370, 0x3000), (0x1F300, 0x1FB00))
    made = BrailleWords(contracted=contracted)
    for _ in range(400):
        text = "".join(chr(dice.randrange(*dice.choice(spans))) for _ in range(30)) + "İǰŉẞ"
        for line in made.lines((Run(text),)):
            assert all("!" <= cell <= "_" for chunk in line for cell in chunk), text


def test_a_run_that_fails_keeps_the_file_that_was_there(tmp_path: Path, monkeypatch):
    target = tmp_path / "paper.brf"
    render_braille(papers.rich(), target, contracted=True)
    before = target.read_bytes()
    monkeypatch.setattr("coprod_desktop.publish.render.braille.file.braille_file", lambda *_a, **_k: ("no bytes", ()))
    with pytest.raises(TypeError):
        render_braille(papers.rich(), target, contracted=True)
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [before]


def test_the_same_paper_is_the_same_file():
    assert braille_file(papers.rich(), contracted=True) == braille_file(papers.rich(), contracted=True)
