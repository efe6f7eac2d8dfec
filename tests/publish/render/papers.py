"""Documents the renderers are tried with. Made up, all of it."""

from __future__ import annotations

import datetime
import io
from dataclasses import replace
from typing import Literal

from PIL import Image, ImageDraw

from coprod_desktop.publish.dates import with_weekday
from coprod_desktop.publish.document import (
    Answer,
    Bar,
    Block,
    Bullets,
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

MADE_ON = datetime.datetime(2026, 9, 18, 9, 30, tzinfo=datetime.UTC)


def words(text: str, **kw: object) -> Paragraph:
    """Return a paragraph of one run."""
    return Paragraph((Run(text, **kw),))  # type: ignore[arg-type]


def said(lead: str, text: str, tone: Tone, mark: Mark | None = None) -> Paragraph:
    """Return an answer's sentence with its coloured words first."""
    return Paragraph((Run(f"{lead} ", tone=tone, strong=True), Run(text)), mark=mark)


def paper(*blocks: Block, title: str = "You said, we will", **kw: str) -> Document:
    """Return a document."""
    about = {"lang": "en-GB", "author": "Marrowdale Council", "subject": "Listening space: home care", **kw}
    return Document(title=title, blocks=blocks, **about)  # type: ignore[arg-type]


def rich() -> Document:
    """Every kind of block, in the order of a real paper."""
    return paper(
        words("Marrowdale Council. Draft: 5 things not answered yet", tone=Tone.QUIET),
        Heading(1, "You said, we will"),
        Paragraph((Run("Listening space: home care", strong=True),)),
        words("Thursday 17 September 2026, 10:30 to 12:30, St Cuthbert’s Hall, Marrowdale"),
        words(
            "16 people came: 9 draw on care, 4 carers, 3 staff. What could not change: this year’s money for home care."
        ),
        Paragraph(
            (
                Run("To ask about anything here ring Siân on 01632 960 123 or write to "),
                Run("homecare@example.org", url="mailto:homecare@example.org"),
                Run(". The web page is at "),
                Run("example.org/home-care", url="https://example.org/home-care?a=1&b=2"),
                Run("."),
            )
        ),
        Heading(2, "What you said and what we will do"),
        Answer(
            "Tell us who is coming and when, on paper if we want it",
            (
                Paragraph((Run("“I open the door to a stranger in my nightdress.”"),), quote=True),
                said(
                    "We will",
                    "Every person with home care can choose a paper rota, posted each Friday.",
                    Tone.WE_WILL,
                    Mark.CLOCK,
                ),
                Facts((("Who", words("home care provider manager")), ("By", words("6 November 2026")))),
            ),
        ),
        Answer(
            "15 minute calls feel like a job, not a person",
            (
                said(
                    "We will do part of it",
                    "No new 15-minute calls for personal care from 1 October.",
                    Tone.WE_WILL,
                    Mark.HALF,
                ),
                said("Why not all of it", "Changing every short call would cost about £410,000 a year.", Tone.NO),
                Facts((("Who", words("Head of commissioning")), ("By", words("1 October 2026")))),
            ),
        ),
        Answer(
            "Can we have the same carers at weekends",
            (
                said(
                    "No. We cannot",
                    "Two of the three firms have no weekend staff to spare. We look again in March 2027.",
                    Tone.NO,
                    Mark.CROSS,
                ),
            ),
        ),
        Answer(
            "Say sorry when nobody turns up",
            (
                said("We have done it", "A person rings within the hour, and says sorry.", Tone.DONE, Mark.TICK),
                said("We passed this on", "to the complaints team on 18 September.", Tone.WE_WILL, Mark.ARROW),
                said("Late", "The letter that should go with it is late.", Tone.WAITING, Mark.WARN),
                Bullets((words("Said by 4 people"), words("Agreed by the co-chairs"))),
            ),
        ),
        Heading(2, "Croeso: words in more than one language"),
        words("Mae’r gofalwyr yn garedig, ond nid ydyn nhw’n siarad Cymraeg â Mam.", lang="cy"),
        Paragraph((Run("She said "), Run("dziękuję bardzo", lang="pl"), Run(" and she meant it."))),
        words("مرحبا، أريد موعدا في الصباح", lang="ar", dir="rtl"),
        words("Someone wrote שלום עולם on a card, and 😀👍 under it."),
        Heading(2, "The vote"),
        Heading(3, "Which of these first?"),
        Table(
            "Votes for each idea. 21 people voted, 24 papers given.",
            ("Idea", "Cost", "Votes", "Share"),
            (
                ("A paper rota each Friday", "£2,400", "11", "52%"),
                ("The same carer two days in a row, wherever the firm has the people for it", "£38,000", "7", "33%"),
                ("A number that is answered at weekends", "£12,500", "3", "14%"),
            ),
        ),
        Table("Stars people gave", ("Stars", "How many"), (("5 stars", "9"), ("4 stars", "4"), ("3 stars", "1"))),
        Heading(2, "What next"),
        Bullets(
            (
                words(
                    "We write again by 18 December 2026, with every promise and how it is going, kept or not, in the same order as here."
                ),
                words("If you think an answer is wrong, tell Siân. The co-chairs look at it with her."),
                words("This paper is also in large print, as a web page, and read aloud."),
            )
        ),
        running_head="Draft: 5 things not answered yet",
    )


def nasty() -> Document:
    """Text that tries to be something else, and signs that no font has."""
    return paper(
        Heading(1, 'Ros & "Ben" <b>said</b> so'),
        words('<a href="javascript:alert(1)">click</a> & <script>alert("x")</script> \\(tj) 5 < 6 > 4'),
        Paragraph((Run("not a link", url="javascript:alert(1)"), Run(" and a link", url="https://example.org/x(y)"))),
        words("line one\r\nline two\rline three\u2028line four\ttab\x00\x07\x1b[31m"),
        words("soft\u00adhyphen zero\u200bwidth right\u202eto left\ufeff"),
        words("e\u0301 o\u0308 Ŵŵ Ŷŷ łódź ștefan Việt Nam Жанна Ελλάδα ẹ\u0301"),
        words("😀 👍🏽 🇬🇧 ❤️ ✓ → ☐ 1️⃣ 👩‍🦽 \U0001d5db\U0001d5f2\U0001d5f9\U0001d5f9\U0001d5fc ℃ \ue000 \ud800 😀😀😀!"),
        words("नमस्ते दुनिया and 中文字 and สวัสดี"),
        words("Urdu: میرا نام", lang="ur"),
        words("x" * 400),
        Answer("=cmd|' /C calc'!A0 \x1f& <i>", (said("We will", "../../etc/passwd <br/> &amp;", Tone.WE_WILL),)),
        Table("A < B & C", ("<th>", "&"), (("<td>", "“quoted” & more"), ("", ""))),
        Facts((("Who & why:", words("<owner>")),)),
        title='Ros & "Ben" <b>said</b> so \U0001f600',
        author="R&D <council>",
        subject="",
    )


def scripts() -> Document:
    """Passages in languages with letters of their own, and in our letters with other accents."""
    passages = (
        ("cy", "ltr", "Tŷ bach twt, a’r ŵyl yn y dref"),
        ("pl", "ltr", "Zażółć gęślą jaźń"),
        ("ro", "ltr", "Țara și oamenii își știu povestea"),
        ("vi", "ltr", "Tiếng Việt có nhiều dấu"),
        ("ru", "ltr", "Мы хотим знать, кто придёт"),
        ("el", "ltr", "Θέλουμε να ξέρουμε ποιος έρχεται"),
        ("so", "ltr", "Waan ku mahadsan tahay"),
        ("ar", "rtl", "نريد أن نعرف من سيأتي"),
        ("ur", "rtl", "ہم جاننا چاہتے ہیں کہ NHS سے کون آئے گا"),
        ("he", "rtl", "אנחנו רוצים לדעת מי בא"),
        ("bn", "ltr", "আমরা জানতে চাই কে আসছে"),
        ("pa", "ltr", "ਅਸੀਂ ਜਾਣਨਾ ਚਾਹੁੰਦੇ ਹਾਂ"),
        ("hi", "ltr", "हम जानना चाहते हैं"),
        ("ta", "ltr", "யார் வருகிறார்கள்"),
        ("zh", "ltr", "我们想知道谁会来。"),
        ("ja", "ltr", "誰が来るのか知りたい"),
    )
    blocks = [words(text, lang=lang, dir=direction) for lang, direction, text in passages]
    return paper(Heading(1, "Many languages"), Heading(2, "As they were said"), *blocks)


def bare() -> Document:
    """A paper with nothing in it."""
    return paper(title="Nothing yet", author="", subject="")


_WHOM = "the office", "my sister", "the surgery", "Donna’s firm", "next door", "the council", "nobody"
_WHAT = (
    *("the rota", "a bath", "my tablets", "the key safe", "breakfast"),
    *("a missed call", "the lift", "bins", "Monday"),
)
_THEN = (
    *("and waited", "and it rang out", "twice", "until dark", "from bed", "again", "and cried"),
    *("for an hour", "so", "", "!"),
)


def many(count: int = 200) -> Document:
    """A long paper: this many answers."""
    kinds = (
        ("We will", Tone.WE_WILL, Mark.CLOCK),
        ("We have done it", Tone.DONE, Mark.TICK),
        ("We will do part of it", Tone.WE_WILL, Mark.HALF),
        ("No. We cannot", Tone.NO, Mark.CROSS),
    )
    blocks: list[Block] = [Heading(1, "You said, we will"), Heading(2, "What you said and what we will do")]
    for number in range(count):
        lead, tone, mark = kinds[number % len(kinds)]
        whom, what, then = (part[number % len(part)] for part in (_WHOM, _WHAT, _THEN))
        day = datetime.date(2026, 11, 6) + datetime.timedelta(23 * number)
        told = (
            f"Every person who asks {whom} about {what} can choose to hear on paper, posted each week, and {what} is "
            f"looked at by {whom} when somebody waited {then}. "
        )
        blocks.append(
            Answer(
                f"Point {number + 1}: tell us about {what} and when {whom} comes, on paper, not {then}, the week before",
                (
                    words(f"“I asked {whom} for {what} {then}, as if I were the kettle.” Rose, who draws on care"),
                    said(lead, told * 2, tone, mark),
                    Facts((("Who", words(f"Priya Nair, {what}, for {whom}")), ("By", words(f"{with_weekday(day)}")))),
                ),
            )
        )
    return paper(*blocks)


def long_words() -> Document:
    """One person's 20,000 characters, as words under an answer, as its heading, and in a table."""
    parts = (_WHOM, _WHAT, _THEN)
    calls = (
        " ".join(("I rang", *(part[n * n // (k + 2) % len(part)] for k, part in enumerate(parts)))) + "."
        for n in range(900)
    )
    story = " ".join(calls)[:20_000]
    return paper(
        Heading(1, "One long story"),
        Answer("A story", (Paragraph((Run(f"“{story}”"),), quote=True), said("We will", "answer it.", Tone.WE_WILL))),
        Answer(story, (said("We will", "answer this too.", Tone.WE_WILL),)),
        Table("Long cells", ("Number", "Words", "Who"), (("1", story[:6000], "Ros"), ("2", "short", "Ben"))),
    )


def picture(
    alt: str = "A round sign",
    width: int = 120,
    height: int = 120,
    *,
    kind: Literal["PNG", "JPEG"] = "PNG",
    mode: str = "RGBA",
    credit: str = "",
) -> Picture:
    """Return a picture of a disc; around it is nothing, where the kind of picture has that."""
    image = Image.new("RGBA", (width, height), (0, 0, 0, 0) if kind == "PNG" else "white")
    ImageDraw.Draw(image).ellipse((width * 0.1, height * 0.1, width * 0.9, height * 0.9), fill=(10, 92, 96, 200))
    out = io.BytesIO()
    image.convert(mode).save(out, kind)
    return Picture(out.getvalue(), alt, width, height, credit)


def bars(*values: int, caption: str = "How many came", label: str = "Group") -> Figure:
    """Return a figure of these numbers."""
    made = tuple(Bar(f"{label} {n}", value, f"{value} people") for n, value in enumerate(values, 1))
    return Figure(caption, made, "; ".join(f"{value} of {label} {n}" for n, value in enumerate(values, 1)) + ".")


def promises() -> Figure:
    """Return a figure of several tones, each with its sign."""
    rows = (
        Bar("Kept", 5, "5 of 12", Tone.DONE, Mark.TICK),
        Bar("In hand", 4, "4 of 12", Tone.WE_WILL, Mark.CLOCK),
        Bar("Late", 2, "2 of 12", Tone.WAITING, Mark.WARN),
        Bar("Not kept", 1, "1 of 12", Tone.NO, Mark.CROSS),
        Bar("Changed", 0, "none", Tone.QUIET),
    )
    return Figure("How promises stand", rows, "Of 12 promises 5 are kept, 4 in hand, 2 late and 1 is not kept.")


def drawn() -> Document:
    """A paper with a logo, figures, a photo and signs in a list."""
    long = "The same carer two days in a row, wherever the firm has the people for it"
    return paper(
        picture("Logo of Marrowdale Council", 400, 160),
        Heading(1, "You said, we did"),
        Heading(2, "Who came"),
        bars(9, 4, 0),
        Heading(2, "How it stands"),
        promises(),
        Figure(
            "Votes",
            (Bar("A paper rota each Friday", 11, "11 of 21 people (52%)"), Bar(long, 7, "7 of 21 people (33%)")),
            "11 of 21 people chose the paper rota, 7 the same carer.",
        ),
        picture("People at round tables", 800, 600, kind="JPEG", mode="RGB"),
        Bullets((replace(said("Kept", "the rota is posted", Tone.DONE), mark=Mark.TICK), words("and read aloud"))),
        fingerprint="3fa-9c1-d2e-4b7",
        accent="#6A1B9A",
    )


def everything() -> Document:
    """Every block there is in one paper."""
    return replace(rich(), blocks=(*rich().blocks, *drawn().blocks[2:], *easy().blocks[1:]))


def easy(*rows: int) -> Document:
    """An Easy Read paper as it comes to be drawn: so many sentences under each heading, most with a picture."""
    sentences = (
        "You want to know who is coming to your home.",
        "The council will post a paper rota. A rota is a list of who comes, and when. It comes each Friday.",
        "Priya Nair will do this by 6 November 2026.",
    )
    pictures = picture("A front door", 618, 618), picture("A letter", 300, 200), None
    blocks: list[Block] = [Heading(1, "You said, we will")]
    for part, count in enumerate(rows or (3, 6, 5), 1):
        blocks.append(Heading(2, f"Part {part}"))
        blocks += [Pictured(pictures[n % 3], words(sentences[n % 3])) for n in range(count)]
    blocks.append(words("Pictures: OpenMoji, CC BY-SA 4.0."))
    return paper(*blocks, fingerprint="3fa-9c1-d2e-4b7")
