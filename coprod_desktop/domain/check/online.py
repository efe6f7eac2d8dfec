"""Mail addresses, plain and disguised, and names by which somebody is found on the internet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coprod_desktop.domain.check import known
from coprod_desktop.domain.check.kinds import FindingKind, Hit, hit
from coprod_desktop.domain.check.lists import word_set

_MAIL = re.compile(r"[\w.+'-]+ ?@ ?[\w-]+(?: ?\.[\w-]+)* ?\.\w\w+")
_AT = r"(?: ?[(\[{<] ?(?:at|@) ?[)\]}>] ?| at | @ ?| ?@ )"
_DOT = r"(?: ?[(\[{<] ?(?:dot|\.|punkt|point) ?[)\]}>] ?| dot |\.)"
_END = r"(?:com|org|net|uk|co|gov|ac|nhs|info|pl|ie|eu|de|fr|wales|cymru|scot)"
_SPOKEN_MAIL = re.compile(rf"\b[\w.+-]+(?:{_DOT}[\w+-]+)*{_AT}[\w-]+(?:{_DOT}[\w-]+)*{_DOT}{_END}(?:{_DOT}uk)?\b")
_HOUSES = r"(?:gmail|googlemail|hotmail|outlook|yahoo|icloud|btinternet|btopenworld|aol|ymail|live|msn|protonmail|proton|sky|talktalk|virginmedia|ntlworld|gmx|wp|onet)"
_USUAL_MAIL = re.compile(
    rf"\b[\w.+-]+(?:{_AT}| (?:at|on|then|with)(?: the)?(?: usual)? | (?:the )?usual ){_HOUSES}\b"
    rf"|\be-?mail(?:'s| is|:| me| address is)?[^.\n]{{0,40}}\b{_HOUSES}\b"
    rf"|\b(?:my|his|her|our|their) {_HOUSES}(?:'s| address)?(?: is|:) [\w.+-]+"
    rf"|\b[\w.+-]*(?:\d|_)[\w.+-]*[^.\n]{{0,16}}\b{_HOUSES}\b"
)
_SITES = (
    r"facebook|fb|insta|instagram|ig|twitter|tiktok|tik tok|snapchat|snap|linkedin|youtube|discord|telegram|signal|reddit"
    r"|messenger|pinterest|threads|mastodon|bluesky|twitch|skype|nextdoor|wechat|viber|steam|xbox|psn|playstation|roblox|onlyfans|tinder|grindr|bumble|hinge|kik"
    r"|mumsnet|gransnet|netmums|trustpilot|etsy|ebay|vinted|depop|patreon|soundcloud|gofundme|vk|weibo|clubhouse|strava"
)
_URL = re.compile(
    rf"(?:https?://)?(?:www\.|m\.)?(?:{_SITES}|t|wa|fb|x)\.(?:com|me|tv|org|net|gg|social|app|uk)/[^\s,;)]+"
    r"|https?://\S+/(?:profile|user|users|people|in|u)/\S+"
)
_HANDLE = re.compile(r"(?<![\w@.])@(?=[\w.]*[a-z])[\w.]{3,30}\b")
_TAGGED = re.compile(r"\b[a-z][\w.]{1,30}#\d{3,5}\b")
_ON_SITE = re.compile(
    rf"(?:\b(?:{_SITES})\b(?: (?:name|handle|account|page|tag))?(?:'s| is| ist| to|:|,| [-–])? ?(?:is )?)(?P<name>(?=[^\s,;]*[\d._])[\w.#-]{{3,30}}\w)"
)
_CALLED_THERE = re.compile(
    rf"\b(?:handle|user ?name|user|screen ?name|gamer ?tag|profile name|nickname online)\b(?:'s| is| was|:|,| on (?:it|there|\w+) is)? (?P<handle>[\w.@-]{{3,30}}\w)"
    rf"|\bonline (?:as|under|name|i am|i'm|she is|he is) (?P<online>[\w.@-]{{3,30}}\w)|\b(?P<reddit>u/\w{{3,}})"
    rf"|\b(?:{_SITES})\b[^.\n]{{0,16}}?\b(?:look|search|ask) for (?P<look>[\w.@-]{{3,30}}\w)|\b(?:{_SITES})(?: me)?(?: [-–]|:) ?(?P<dash>[\w.@-]{{3,30}}\w)|(?<![\w@.])(?P<on>[\w.-]{{3,30}}\w),? (?:on|over on) (?:{_SITES}|insta|there)\b(?! (?:day|groups?|pages?)\b)"
)
_IN_WORDS = re.compile(
    rf"\b(?:{_SITES}|(?:my|her|his|their) (?:blog|podcast))\b[^.\n]{{0,16}}?(?: channel| page| profile| account| shop| name)?(?:'s| is| was)? called (?!for\b|the\b|an?\b)(?P<called>[^.,\n]{{3,40}})"
    rf"|\b(?:forums?|mumsnet|netmums|gransnet)\b[^.\n]{{0,20}}?\b(?:known as|i'm|i am|go by|goes by|she's|he's) (?P<known>(?!(?:an?|the|very|not|so|going)\b)[^.,\n]{{3,40}})"
    rf"|\b(?:{_SITES})(?: is| was)? at (?P<at>(?!(?:the|a|an|my|our|home|work|night|all|her|his|their|least|first|once|times|this|that)\b)[a-z]\w+ [a-z]\w+)(?=,|$|\.)"
    rf"|\b(?:{_SITES}) dot com slash (?P<slash>\w+)|\b(?:{_SITES})\b[^.\n]{{0,24}}?(?<![\w.])(?P<dotted>[a-z]{{3,}}[._][a-z]{{3,}}[\w.]*\w)"
)
"""Names somebody has on a site, when they are words like others: "the channel is called Two Sticks"."""
_NUMBERED = re.compile(r"(?<![\w/.@#-])([a-z]{5,})\d{2,4}(?![\w@/-])")
_HUMPED = re.compile(r"(?<![\w/.@#-])(?:[A-Z][a-z]+){3,}\d*[A-Za-z]*(?![\w@])")
"""Words nobody says: "sugarwheels99", "TiredOfTamworth"."""
_SPELT = re.compile(
    r"\b\w+(?: (?:dot|dash|hyphen) \w+)* under ?score(?: (?:\w+ (?:under ?score|dot|dash|hyphen) )*\w+| \d+)|\bat[ -]sign,? (?P<at>[\w.-]*[-_.\d][\w.-]*\w)"
)
"""A name on the internet as it is read out: "geordie underscore gran"."""
_SPELT_MAIL = re.compile(
    rf"(?<![^\s,.])[^\s,.]{{1,40}},?(?: then)?(?: the)? at[ -]sign\b[^.\n]{{0,16}}?\b(?:[\w-]+{_DOT}{_END}(?:{_DOT}uk)?|{_HOUSES})\b"
)
_JOINED = re.compile(r"(?<![\w/.@-])[a-z][a-z\d]*_[a-z\d_]*[a-z\d](?![\w@])")
"""A word that nobody says: "soft_sally"."""
_BLOG = re.compile(
    r"\b\w+ dot (?:wordpress|blogspot|tumblr|substack|wixsite|weebly|carrd|bandcamp)(?: dot \w+)?|\b[\w-]+\.(?:wordpress|blogspot|tumblr|substack|wixsite|weebly|livejournal|carrd|bandcamp|bsky|deviantart)\.\w+"
)
_FIND_ME = re.compile(
    rf"\b(?:find|add|follow|dm|message|inbox|pm|friend|look|tag|search|ping|snap|text|contact|reach) (?:me|us|him|her|them)\b(?: up)?[^.\n]{{0,20}}?\b(?:{_SITES}|whatsapp)\b(?P<name>[^.\n]*)"
    rf"|\b(?:i am|i'm|im|we are|she is|he is|she's|he's|am) (?:on )?(?:{_SITES}) (?:as|called|under)(?P<as>[^.\n]*)"
    rf"|\b(?:on )(?:{_SITES}|x) (?:as|under)(?P<under> [^.\n]*)"
    rf"|\b(?:{_SITES}) (?P<as2>[a-z][\w.]+(?: [A-Z]\w+)*) (?:is me|that's me)"
)
_SITE_AND_NAME = re.compile(
    rf"\b(?:{_SITES}|Etsy|[Ee][Bb]ay|Vinted|Depop)\b[:,]?(?: (?:name|profile|user|shop|store|channel|page|account))?,? (?P<name>[A-Z@][\w.@]+(?: [A-Z][\w.]*){{0,3}}|[a-z]+\d*[a-z\d]*)(?=[\s,.;]|$)"
)
_GROUP = re.compile(
    r"\b(?:whatsapp|facebook|fb|telegram|signal|messenger)\b[^.\n]{0,24}\bgroup\b ?(?:is |called |named |for |, )*(?P<name>['‘\"“][^'’\"”\n]{2,40}['’\"”])|\bwhatsapp me\b[^.\n]*"
)


def online(folded: str, text: str) -> Iterator[Hit]:
    """Yield mail addresses and names on the internet; `text` is the folded text with its capitals."""
    if "@" in folded or "at" in folded or "mail" in folded or "yahoo" in folded or "outlook" in folded:
        for pattern in (_MAIL, _SPOKEN_MAIL, _USUAL_MAIL, _SPELT_MAIL):
            yield from (hit(FindingKind.EMAIL, *m.span()) for m in pattern.finditer(folded))
    for pattern in (_URL, _BLOG, _TAGGED, _ON_SITE, _FIND_ME, _GROUP, _SPELT, _IN_WORDS):
        yield from (hit(FindingKind.HANDLE, *m.span()) for m in pattern.finditer(folded) if _names_something(m))
    if "@" in folded:
        yield from (hit(FindingKind.HANDLE, *m.span()) for m in _HANDLE.finditer(folded))
    for m in _CALLED_THERE.finditer(folded):
        start, end = m.span(m.lastgroup or 0)
        plain_name = m.lastgroup == "on" and text[start:end].istitle()  # "Fadumo on Facebook" is only a person
        if _is_odd(folded[start:end]) and not plain_name:
            yield hit(FindingKind.HANDLE, start, end)
    for m in _SITE_AND_NAME.finditer(text):
        name = m["name"]
        if _is_odd(name.lower()) or (" " in name and not known.is_word(name.split()[0].lower())):
            yield hit(FindingKind.HANDLE, *m.span())


def joined(folded: str, text: str) -> Iterator[Hit]:
    """Yield words that stand on the internet only; `text` is the folded text with its capitals."""
    yield from (hit(FindingKind.HANDLE, *m.span()) for m in _NUMBERED.finditer(folded) if _is_odd(m[1]))
    yield from (hit(FindingKind.HANDLE, *m.span()) for m in _HUMPED.finditer(text))
    if "_" in folded:
        yield from (hit(FindingKind.HANDLE, *m.span()) for m in _JOINED.finditer(folded))


def _is_odd(name: str) -> bool:
    first = name.split()[0]
    return not known.is_word(name) and not known.is_capital(first) and not known.is_place(first)


def _names_something(m: re.Match[str]) -> bool:
    """Tell whether "find me on Facebook" goes on to say under which name."""
    found = [value for value in m.groupdict().values() if value is not None]
    return not found or any(char.isalnum() for value in found for char in value)


TRIGGERS = word_set("""
facebook fb insta instagram ig twitter tiktok tik snapchat snap linkedin youtube discord telegram signal reddit
messenger pinterest threads mastodon bluesky twitch skype nextdoor wechat viber steam xbox psn playstation roblox onlyfans tinder grindr bumble hinge kik x whatsapp gmail googlemail hotmail
outlook yahoo icloud btinternet btopenworld aol ymail live msn protonmail proton sky talktalk virginmedia ntlworld
gmx wp onet handle username screenname gamertag online blog podcast forum forums wordpress underscore score sign at-sign user etsy ebay vinted depop patreon soundcloud gofundme mumsnet gransnet netmums trustpilot there vk weibo clubhouse strava blogspot tumblr substack bsky email e-mail dot at com
""")
"""Words without which, and without "@", "#" and "/", nothing of this is in a text."""
