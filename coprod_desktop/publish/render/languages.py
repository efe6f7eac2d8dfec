"""What languages are called in English, for formats that say in words which language comes next."""

from __future__ import annotations

import re
import unicodedata

_TAG = re.compile("[a-z]{2,3}")
_NAMES = {
    "am": "Amharic",
    "ar": "Arabic",
    "bg": "Bulgarian",
    "bn": "Bengali",
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
    "gu": "Gujarati",
    "gv": "Manx",
    "he": "Hebrew",
    "hi": "Hindi",
    "hr": "Croatian",
    "hu": "Hungarian",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "kw": "Cornish",
    "lt": "Lithuanian",
    "lv": "Latvian",
    "ml": "Malayalam",
    "ne": "Nepali",
    "nl": "Dutch",
    "pa": "Punjabi",
    "pl": "Polish",
    "ps": "Pashto",
    "pt": "Portuguese",
    "ro": "Romanian",
    "rom": "Romani",
    "ru": "Russian",
    "si": "Sinhala",
    "sk": "Slovak",
    "so": "Somali",
    "sq": "Albanian",
    "sr": "Serbian",
    "sw": "Swahili",
    "ta": "Tamil",
    "te": "Telugu",
    "th": "Thai",
    "ti": "Tigrinya",
    "tl": "Tagalog",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "vi": "Vietnamese",
    "yi": "Yiddish",
    "yo": "Yoruba",
    "yue": "Cantonese",
    "zh": "Chinese",
}
_SCRIPTS = {
    "CJK": "Chinese",
    "HIRAGANA": "Japanese",
    "KATAKANA": "Japanese",
    "HANGUL": "Korean",
    "ARABIC": "Arabic letters",
    "CYRILLIC": "Cyrillic letters",
    "GREEK": "Greek",
    "HEBREW": "Hebrew",
}


def language_name(lang: str | None) -> str | None:
    """Return "Welsh" for "cy" or "cy-GB"; the tag itself if it has no name here; None for English or no language.

    What is no language tag but other words somebody wrote there is no language either, and is not printed.
    """
    tag = (lang or "").lower().split("-")[0]
    return None if tag == "en" or not _TAG.fullmatch(tag) else _NAMES.get(tag, f"the language marked {tag}")


def is_our_letter(char: str) -> bool:
    """Tell whether a character is no letter, or one of the Latin alphabet."""
    return (
        char < "\u0250"
        or unicodedata.category(char)[0] != "L"
        or _first_name(char) in ("LATIN", "MODIFIER", "FEMININE")
    )


def letters_name(char: str) -> str:
    """Return what letters that are not Latin are called: "Arabic letters", "Chinese"."""
    first = _first_name(char)
    return _SCRIPTS.get(first, f"{first.capitalize()} letters")


def _first_name(char: str) -> str:
    return unicodedata.name(char, "LATIN").split(" ")[0].partition("-")[0]
