"""A paper with words that are read from the right, and among them names, numbers, money and dates that are not."""

from __future__ import annotations

from coprod_desktop.publish.document import (
    Answer,
    Bar,
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
from tests.publish.render.papers import paper, picture, said, words

ARABIC = (
    "لا أحد يتصل بي عندما تتأخر الحافلة Stagecoach 192 عن الساعة 10:30، وقد دفعت £4.50 يوم 18 September 2026 (مرتين)."
)
URDU = "مجھے کوئی فون نہیں کرتا جب بس 192 دیر سے آتی ہے، اور ٹکٹ £4.50 کا ہے۔ ڈرائیور نے کہا: NHS سے پوچھیں۔"
PERSIAN = "می‌خواهم کتاب‌ها و برنامه‌های شما را ۱۲ روز پیش‌تر ببینم؛ قیمت ٪۱۵ کمتر است."
POINTED = "اَلسَّلَامُ عَلَيْكُمْ وَرَحْمَةُ اللهِ وَبَرَكَاتُهُ. ١٢٣٤، ٤٫٥٠"


def told() -> Document:
    """Every kind of block with such words in it, alone and among English ones."""
    return paper(
        Heading(1, "You said, we will"),
        Heading(2, "ما قاله الناس عن الحافلات"),
        Answer(
            "الحافلة 45 تتأخر كل يوم ولا أحد يتصل بنا ليخبرنا بذلك",
            (
                Paragraph(
                    (Run(f"“{ARABIC}”", lang="ar", dir="rtl"), Run(" – Amina, carer", tone=Tone.QUIET)), quote=True
                ),
                Paragraph((Run("In English: ", tone=Tone.QUIET), Run("Nobody rings me when the bus is late."))),
                said("We will", "ask Stagecoach to ring (سنتصل بكم) by 6 November.", Tone.WE_WILL, Mark.CLOCK),
                Facts(
                    (("Who", words("مدير النقل")), ("Why", words(f"{ARABIC} {ARABIC}")), ("By", words("6 November")))
                ),
                Bullets(
                    (
                        words(URDU, lang="ur", dir="rtl"),
                        words("An English item"),
                        words(PERSIAN, lang="fa", dir="rtl"),
                    )
                ),
            ),
        ),
        Answer("بسوں کے بارے میں", (Paragraph((Run(f"“{URDU} {URDU}”", lang="ur", dir="rtl"),), quote=True),)),
        Paragraph((Run(URDU, lang="ur", dir="rtl"), Run("\nReema, who has it", tone=Tone.QUIET))),
        Paragraph((Run("See "), Run("صفحتنا على الويب", url="https://example.org/ar"), Run(" for more."))),
        Paragraph(
            (
                Run("انظر ", lang="ar", dir="rtl"),
                Run("صفحتنا", lang="ar", dir="rtl", url="https://example.org/ar"),
                Run(" للمزيد", lang="ar", dir="rtl"),
            )
        ),
        words("She said مرحبا بكم twice, and (شكرا) once. Ring 01632 960 123."),
        words(POINTED, lang="ar", dir="rtl"),
        Table(
            "جدول Ideas",
            ("Idea", "الثمن"),
            (("حافلة جديدة في المساء مع الكثير من الكلمات هنا لنرى كيف تنقسم السطور", "£2,400"), ("A rota", "£5")),
        ),
        Figure("كم شخصا جاء", (Bar("مقدمو الرعاية", 5, "5"), Bar("Staff", 3, "3")), "5 مقدمو الرعاية و 3 موظفين."),
        running_head="مسودة: Draft",
        fingerprint="3fa-9c1-d2e-4b7",
    )


def easy() -> Document:
    """Easy Read rows of each side."""
    door: Picture = picture("A front door", 618, 618)
    return paper(
        Heading(1, "سهل القراءة"),
        Pictured(door, words("لا أحد يتصل بي عندما تتأخر الحافلة 192.", lang="ar", dir="rtl")),
        Pictured(door, words("Nobody rings me when the bus is late.")),
        Pictured(None, words(URDU, lang="ur", dir="rtl")),
    )


def long_words() -> Document:
    """Twenty thousand characters in one breath."""
    return paper(Heading(1, "Long"), words(" ".join([URDU, ARABIC] * 100), lang="ur", dir="rtl"))
