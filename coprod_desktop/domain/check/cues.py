"""Names in scripts without capitals, found by what stands before and after them: Mr, Dr, Auntie, my brother."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ARABIC_WORD = r"[\u0620-\u065f\u066e-\u06d3\u06fa-\u06ff]{2,}"
_NOT_A_NAME = r"(?!(?:لم|لا|ما|من|في|على|عن|هو|هي|كان|كانت|قال|قالت|الذي|التي|نے|کو|کی|کا|کے|ہے|ہیں|سے|میں|پر|نہیں|اور|بھی|تھا|تھی)\b)"
_BEFORE = (
    r"السيدة|السيد|سيدة|سيد|الأستاذة|الأستاذ|أستاذة|أستاذ|استاذ|الدكتورة|الدكتور|دكتورة|دكتور|الشيخ|الحاجة|الحاج|الآنسة"
    r"|المهندس|الممرضة|أخي|أختي|اختي|ابني|ابنتي|زوجي|زوجتي|جارتي|جاري|عمتي|عمي|خالتي|خالي|أبو|ابو|أم|اسمها|اسمه|اسمي"
    r"|محترمہ|محترم|جناب|ڈاکٹر|مسز|مسٹر|حضرت|باجی|آپا|خالہ|چاچا|ماموں|بھائی|بہن|میرے بھائی|میری بہن|خانم|آقای|دکتر"
)
_AFTER = r"صاحبہ|صاحب|بیگم|بھائی|باجی|جی|خان|خانم|آغا|جان"
_ARABIC = re.compile(
    rf"(?:(?<![\u0620-\u06ff])[وبلف]?(?:{_BEFORE})\s+(?P<before>{_NOT_A_NAME}{_ARABIC_WORD}(?:\s+ال{_ARABIC_WORD})?)"
    rf"|(?P<after>{_NOT_A_NAME}{_ARABIC_WORD})\s+(?:{_AFTER})(?![\u0620-\u06ff]))"
)
_INDIC_WORD = r"[\u0900-\u0dff]{2,}"
_INDIC = re.compile(
    rf"(?:(?:श्रीमती|श्री|डॉक्टर|डॉ\.?|सुश्री|ਸ੍ਰੀਮਤੀ|ਸ੍ਰੀ|ਸ਼੍ਰੀ|ਡਾਕਟਰ|ਡਾ\.?|ਭੈਣ|ਭਾਈ|ਬੀਬੀ|জনাব|জনাবা|ডাক্তার|ডা\.?|মিসেস|শ্রী|শ্রীমতী|શ્રી|શ્રીમતી|ડૉક્ટર|திரு|திருமதி)\s+"
    rf"(?P<before>{_INDIC_WORD})|(?P<after>{_INDIC_WORD})\s+(?:जी|भाई|बहन|दीदी|साहब|ਜੀ|ਭਾਜੀ|ਆਂਟੀ|ਭੈਣ|ভাই|আপা|সাহেব|દીદી|ભાઈ|બહેન)(?![\u0900-\u0dff]))"
)
_HAN = r"[\u3400-\u9fff]"
_CHINESE = re.compile(
    rf"(?:(?P<after>(?:(?:欧阳|司马|上官|诸葛)|[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤罗毕郝邬安常乐于时傅卞齐康伍余元卜顾孟平黄和穆萧尹姚邵汪祁毛禹狄米贝明臧计成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路江童颜郭梅盛林钟徐邱骆高夏蔡田樊胡凌霍虞万柯管卢莫房丁邓郁单洪包左石崔吉龚程邢陆曾黎梁叶鄧陳張黃劉刘吳趙錢鄭馮蔣韓楊許呂嚴謝鄒蘇潘馬湯羅畢鄔樂時傅齊賀倪葉盧莊龍龙]"
    rf"){_HAN}{{0,2}}?)(?:先生|女士|小姐|太太|医生|醫生|老师|老師|护士|護士|阿姨|叔叔|大夫|经理|經理|主任|教授|律师|律師|师傅|師傅|奶奶|爷爷|大姐|大哥)"
    rf"|(?:我叫|名叫|叫做|他叫|她叫)(?P<before>{_HAN}{{2,3}})|(?<!{_HAN})(?P<small>[小老阿][\u3400-\u9fff])(?=[说說告来來没沒在是把给給]))"
)
_JAPANESE = re.compile(r"(?P<after>[\u3400-\u9fff\u30a0-\u30ff]{2,4})(?:さん|様|先生|ちゃん|くん)")
_KOREAN = re.compile(r"(?P<after>[\uac00-\ud7af]{2,4})\s?(?:씨|님|선생님|아주머니|할머니|할아버지)")
_HEBREW = re.compile(r"(?:מר|גברת|גב׳|ד\"ר|ד״ר|דוקטור|הרב|אחותי|אחי)\s+(?P<before>[\u05d0-\u05ea]{2,})")
_GREEK = re.compile(r"(?:κύριος|κύριο|κυρία|κ\.|κα|γιατρός)\s+(?P<before>[\u0370-\u03ff\u1f00-\u1fff]{3,})", re.I)
_BY_SCRIPT = (
    ("\u0600", "\u06ff", (_ARABIC,)),
    ("\u0900", "\u0dff", (_INDIC,)),
    ("\u3040", "\u9fff", (_CHINESE, _JAPANESE)),
    ("\uac00", "\ud7af", (_KOREAN,)),
    ("\u0590", "\u05ff", (_HEBREW,)),
    ("\u0370", "\u03ff", (_GREEK,)),
)


def cued(text: str) -> Iterator[tuple[int, int]]:
    """Yield where names stand that a title or a relation shows, in scripts without capitals (and in Greek)."""
    if text.isascii():
        return
    for first, last, patterns in _BY_SCRIPT:
        if any(first <= char <= last for char in text):
            for pattern in patterns:
                for m in pattern.finditer(text):
                    group = next(name for name, found in m.groupdict().items() if found)
                    yield m.span(group)
