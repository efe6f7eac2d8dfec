"""Papers of the same shape and as many words: all of them in English, or in four languages, three of them read from the right."""

from __future__ import annotations

import random

from coprod_desktop.publish.document import Answer, Block, Document, Facts, Heading, Mark, Paragraph, Run, Tone
from tests.benchmarks.material import SPOKEN
from tests.publish.render.papers import paper, words

ARABIC = (
    "جاءت مقدمة الرعاية متأخرة مرة أخرى ولم يتصل بي أحد فجلست بمعطفي ساعتين سألنا العام الماضي عن الحافلات إلى المركز "
    "النهاري يكون الأمر جيدا عندما يأتي الشخص نفسه كل أسبوع من فضلكم اكتبوا الرسائل بكلمات سهلة أختي تملأ الاستمارات لأن "
    "الخط صغير ماذا يحدث عندما تمرض أريد أن أختار من يساعدني في الاغتسال كانت القاعة دافئة والشاي طيب لم يخبرنا أحد أن رقم "
    "الهاتف تغير لماذا لا تسألوننا أولا استغرقت المدفوعات المباشرة تسعة أشهر الموظفون لطفاء لكنهم دائما على عجل سيارات الأجرة قليلة"
)
URDU = (
    "دیکھ بھال کرنے والی پھر دیر سے آئی اور کسی نے مجھے فون نہیں کیا میں دو گھنٹے کوٹ پہنے بیٹھی رہی ہم نے پچھلے سال مرکز تک "
    "بسوں کے بارے میں پوچھا تھا جب ہر ہفتے وہی شخص آئے تو اچھا رہتا ہے براہ کرم خط آسان الفاظ میں لکھیں میری بہن فارم بھرتی ہے "
    "کیونکہ چھپائی چھوٹی ہے جب وہ بیمار ہو تو کیا ہوگا میں چننا چاہتی ہوں کہ نہانے میں میری مدد کون کرے ہال گرم تھا اور چائے اچھی "
    "تھی کسی نے نہیں بتایا کہ فون نمبر بدل گیا ہے پہلے ہم سے کیوں نہیں پوچھتے عملہ مہربان ہے مگر ہمیشہ جلدی میں ٹیکسیاں کم ہیں"
)
PERSIAN = (
    "مراقب دوباره دیر آمد و هیچ‌کس به من زنگ نزد دو ساعت با پالتو نشستم پارسال درباره اتوبوس‌ها تا مرکز روزانه پرسیدیم وقتی هر "
    "هفته همان شخص می‌آید خوب است لطفا نامه‌ها را با کلمات ساده بنویسید خواهرم فرم‌ها را پر می‌کند چون چاپ ریز است وقتی بیمار شود "
    "چه می‌شود می‌خواهم انتخاب کنم چه کسی در شستن کمکم کند سالن گرم بود و چای خوب کسی نگفت که شماره تلفن عوض شده چرا اول از ما "
    "نمی‌پرسید پرداخت مستقیم نه ماه طول کشید کارکنان مهربانند اما همیشه عجله دارند تاکسی‌هایی که صندلی چرخدار ببرند کم است"
)
LANGUAGES = {None: SPOKEN.split(), "ar": ARABIC.split(), "ur": URDU.split(), "fa": PERSIAN.split()}


def english(answers: int) -> Document:
    """So many answers, all in English."""
    return _paper([None] * answers)


def three_in_eight(answers: int) -> Document:
    """So many answers, of each eight one in Arabic, one in Urdu and one in Persian."""
    return _paper([("ar", None, "ur", None, "fa", None, None, None)[n % 8] for n in range(answers)])


def three_in_four(answers: int) -> Document:
    """So many answers, each in the next of the four languages."""
    return _paper([[*LANGUAGES][n % 4] for n in range(answers)])


def _paper(languages: list[str | None]) -> Document:
    chance = random.Random(len(languages))
    blocks: list[Block] = [Heading(1, "You said, we will")]
    for lang in languages:
        point, quote, will = (
            " ".join(chance.choice(LANGUAGES[lang]) for _ in range(most)) + " 45." for most in (16, 20, 30)
        )
        runs = (
            Run(f"“{quote}”", lang=lang, dir="rtl" if lang else "ltr"),
            Run(" – Rose, who draws on care", tone=Tone.QUIET),
        )
        answer = Run("We will ", tone=Tone.WE_WILL, strong=True), Run(will, lang=lang, dir="rtl" if lang else "ltr")
        told = Facts((("Who", words("Priya Nair, home care provider manager")), ("By", words("6 November 2026"))))
        blocks.append(Answer(point, (Paragraph(runs, quote=True), Paragraph(answer, mark=Mark.CLOCK), told)))
    return paper(*blocks)
