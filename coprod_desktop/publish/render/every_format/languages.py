"""What languages are called in English, for formats that say in words which language comes next."""

from __future__ import annotations

import re
import unicodedata

_TAG = re.compile("[a-z]{2,3}")
_IN_A_PDF = {
    "ar": "Arabic",
    "bg": "Bulgarian",
    "ckb": "Kurdish",
    "cs": "Czech",
    "cy": "Welsh",
    "de": "German",
    "el": "Greek",
    "es": "Spanish",
    "et": "Estonian",
    "fa": "Persian",
    "fi": "Finnish",
    "fr": "French",
    "ga": "Irish",
    "gd": "Scottish Gaelic",
    "gv": "Manx",
    "hr": "Croatian",
    "hu": "Hungarian",
    "it": "Italian",
    "kw": "Cornish",
    "lt": "Lithuanian",
    "lv": "Latvian",
    "nl": "Dutch",
    "pl": "Polish",
    "ps": "Pashto",
    "pt": "Portuguese",
    "ro": "Romanian",
    "rom": "Romani",
    "ru": "Russian",
    "sd": "Sindhi",
    "sk": "Slovak",
    "so": "Somali",
    "sq": "Albanian",
    "sr": "Serbian",
    "sw": "Swahili",
    "tl": "Tagalog",
    "tr": "Turkish",
    "ug": "Uyghur",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "vi": "Vietnamese",
    "yo": "Yoruba",
}
"""Written in letters that stand side by side as they are, or in Arabic ones: a PDF can set them."""
_NOT_IN_A_PDF = {
    "am": "Amharic",
    "as": "Assamese",
    "bn": "Bengali",
    "dv": "Dhivehi",
    "gu": "Gujarati",
    "he": "Hebrew",
    "hi": "Hindi",
    "ja": "Japanese",
    "ka": "Georgian",
    "km": "Khmer",
    "kn": "Kannada",
    "ko": "Korean",
    "lo": "Lao",
    "ml": "Malayalam",
    "mr": "Marathi",
    "my": "Burmese",
    "ne": "Nepali",
    "or": "Odia",
    "pa": "Punjabi",
    "si": "Sinhala",
    "ta": "Tamil",
    "te": "Telugu",
    "th": "Thai",
    "ti": "Tigrinya",
    "yi": "Yiddish",
    "yue": "Cantonese",
    "zh": "Chinese",
}
_NAMES = _IN_A_PDF | _NOT_IN_A_PDF
_SCRIPTS = {
    "CJK": "Chinese",
    "HIRAGANA": "Japanese",
    "KATAKANA": "Japanese",
    "HANGUL": "Korean",
}


def language_name(lang: str | None) -> str | None:
    """Return "Welsh" for "cy" or "cy-GB"; the tag itself if it has no name here; None for English or no language.

    What is no language tag but other words somebody wrote there is no language either, and is not printed.
    """
    tag = (lang or "").lower().split("-")[0]
    return None if tag == "en" or not _TAG.fullmatch(tag) else _NAMES.get(tag, f"the language marked {tag}")


def name_in_other_letters(lang: str | None) -> str | None:
    """Return what a language is called that is written in letters a PDF cannot set; None for all others."""
    return _NOT_IN_A_PDF.get((lang or "").lower().split("-")[0])


def is_our_letter(char: str) -> bool:
    """Tell whether a character is no letter, or one of the Latin alphabet."""
    return (
        char < "\u0250" or unicodedata.category(char)[0] != "L" or first_name(char) in ("LATIN", "MODIFIER", "FEMININE")
    )


def letters_name(char: str) -> str:
    """Return what letters that are not Latin are called: "Arabic letters", "Chinese"."""
    first = first_name(char)
    return _SCRIPTS.get(first, f"{first.capitalize()} letters")


def first_name(char: str) -> str:
    """Return the first word of a character's name in Unicode, which tells of a letter what script it is of."""
    return unicodedata.name(char, "LATIN").split(" ")[0].partition("-")[0]
