import pytest
from docx.oxml.ns import qn

from coprod_desktop.publish.document import Answer, Bullets, Facts, Heading, Paragraph, Run, Table
from coprod_desktop.publish.render.word.xml import stretches
from tests.publish.render import papers
from tests.publish.render.word_file import has, text, value, write


def paper(tmp_path, *blocks, **about):
    return write(papers.paper(Heading(1, "Title"), *blocks, **about), tmp_path)


def test_the_papers_language_is_in_the_defaults_and_others_on_their_runs(tmp_path):
    file = write(papers.rich(), tmp_path)
    defaults = file.trees["word/styles.xml"].find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}")
    assert value(defaults, "rPr", "lang") == "en-GB"
    assert value(file.run("dziękuję bardzo"), "rPr", "lang") == "pl"
    assert value(file.run("and she meant it."), "rPr", "lang") is None
    (welsh,) = [r for r in file.body.iter(qn("w:r")) if "gofalwyr" in text(r)]
    assert value(welsh, "rPr", "lang") == "cy"


@pytest.mark.parametrize(("lang", "words"), [("ar", "نريد أن نعرف من سيأتي"), ("ur", "ہم جاننا چاہتے ہیں")])
def test_words_from_the_right_are_set_from_the_right(tmp_path, lang, words):
    file = paper(tmp_path, papers.words(words, lang=lang, dir="rtl"))
    assert has(file.paragraph(words), "pPr", "bidi")
    run = file.run(words)
    assert has(run, "rPr", "rtl")
    assert value(run, "rPr", "lang", name="bidi") == lang


@pytest.mark.parametrize(
    ("lang", "words", "kind"), [("hi", "हम जानना", "bidi"), ("zh", "我们想知道", "eastAsia"), ("pl", "Zażółć", "val")]
)
def test_word_is_told_the_language_where_it_looks_for_it(tmp_path, lang, words, kind):
    file = paper(tmp_path, papers.words(words, lang=lang))
    assert value(file.run(words), "rPr", "lang", name=kind) == lang
    assert not has(file.run(words), "rPr", "rtl")


@pytest.mark.parametrize(
    ("words", "rtl", "parts"),
    [
        ("plain", False, [("plain", False)]),
        ("", False, []),
        ("said שלום עולם on 3 cards", False, [("said ", False), ("שלום עולם", True), (" on 3 cards", False)]),
        ("من Stagecoach Bus 24 إلى", True, [("من ", True), ("Stagecoach Bus 24", False), (" إلى", True)]),
        ("الساعة 10:30 صباحا", True, [("الساعة 10:30 صباحا", True)]),
        ("اتصل 0800 111 222 الآن", True, [("اتصل ", True), ("\u200e0800 111 222\u200e", False), (" الآن", True)]),
        (
            "بـ £14.50، في 3 May 2026",
            True,
            [("بـ ", True), ("\u200e£14.50\u200e", False), ("، في ", True), ("\u200e3 May 2026\u200e", False)],
        ),
        ("“مرحبا” – Rose", True, [("“مرحبا” – ", True), ("Rose", False)]),
        ("plain", True, [("plain", False)]),
        ("...", True, [("...", True)]),
        ("قَالَ", False, [("قَالَ", True)]),
    ],
)
def test_a_run_has_one_direction(words, rtl, parts):
    assert stretches(words, rtl=rtl) == parts


def test_a_quotation_keeps_its_side_and_its_signature(tmp_path):
    words = (Run("“نريد أن نعرف من سيأتي”", lang="ar", dir="rtl"), Run(" – Amal"))
    file = paper(tmp_path, Paragraph(words, quote=True))
    quote = file.paragraph("Amal")
    assert has(quote, "pPr", "bidi")
    assert [has(run, "rPr", "rtl") for run in quote.iter(qn("w:r"))] == [True, False]


def test_english_with_a_few_other_words_stays_on_the_left(tmp_path):
    file = paper(tmp_path, Paragraph((Run("She said the word "), Run("سلام", lang="ur", dir="rtl"), Run(" twice."))))
    assert not has(file.paragraph("She said"), "pPr", "bidi")


def test_headings_cells_and_names_without_a_language_still_run_their_way(tmp_path):
    words = "الوصول والمساعدة"
    file = paper(
        tmp_path,
        Heading(2, words),
        Answer("قال", (Facts((("Who", papers.words("أمل")),)),)),
        Table("", ("سؤال", "x"), ((words, "1"),)),
    )
    assert list(file.faults()) == []
    for paragraph in (p for p in file.paragraphs if text(p) == words):
        assert has(paragraph, "pPr", "bidi")
    assert has(file.run("قال"), "rPr", "rtl")
    assert has(file.run("أمل"), "rPr", "rtl")
    assert not has(file.paragraph("You said"), "pPr", "bidi")


MIXED = "قالت إن حافلة Stagecoach لا تصل"


def test_a_quotation_and_its_translation_stand_on_their_own_sides(tmp_path):
    item = Paragraph((Run(MIXED, lang="ar", dir="rtl"), Run(" – Omar"), Run("\n"), Run("In English: The bus is late.")))
    file = paper(tmp_path, Bullets((item,)))
    (said,), (meant,) = file.styled("ListBullet"), file.styled("ListMore")
    assert (said, meant) == (f"{MIXED} – Omar", "In English: The bus is late.")
    assert has(file.paragraph("Omar"), "pPr", "bidi")
    assert not has(file.paragraph("In English"), "pPr", "bidi")


def test_lines_of_one_side_stay_one_paragraph(tmp_path):
    words = Run("نعم\nلا\n\nربما", lang="ar", dir="rtl")
    file = paper(tmp_path, Paragraph((words, Run("\nWho has it now: Siân."))))
    assert [text(p) for p in file.paragraphs[1:]] == ["نعم\nلا\n\nربما", "Who has it now: Siân."]


def test_a_bar_stands_where_the_words_begin(tmp_path):
    file = paper(tmp_path, Paragraph((Run(MIXED, lang="ar", dir="rtl"),), quote=True))
    assert file.styled("QuoteFromRight") == [MIXED]
    assert value(file.style("QuoteFromRight"), "pPr", "pBdr", "right") == "single"
    assert value(file.style("QuoteFromRight"), "pPr", "pBdr", "left") == "nil"


def test_a_fact_with_words_of_both_sides_has_them_below_its_label(tmp_path):
    file = paper(tmp_path, Facts((("Why", papers.words(MIXED, lang="ar", dir="rtl")), ("Who", papers.words("أمل")))))
    assert [text(p) for p in file.paragraphs[1:]] == ["Why: ", MIXED, "Who: أمل"]
    assert has(file.paragraph(MIXED), "pPr", "bidi")


def test_words_typed_without_a_language_begin_where_their_letters_do(tmp_path):
    file = paper(tmp_path, papers.words(MIXED), papers.words("Urdu: میرا نام"))
    assert has(file.paragraph(MIXED), "pPr", "bidi")
    assert not has(file.paragraph("Urdu"), "pPr", "bidi")
