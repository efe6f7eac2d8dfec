"""What opens something: the figures of a key safe, a door, a card, a telephone; passwords; where a key lies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coprod_desktop.domain.check.kinds import FindingKind, Hit, hit
from coprod_desktop.domain.check.lists import word_set

_CODE = re.compile(
    r"(?:\b(?:pin|p\.i\.n|cvv|cvc|csc|key ?safe|keysafe|key ?pad|passcode|pass code|combination|security (?:code|number)|key ?box|lock ?box|(?:the|front|back) (?:gate|door)(?= (?:is|code)))\b"
    r"|\b(?:door|gate|entry|alarm|key|lock|safe|access|garage|building|house|unlock|phone|number pad)s?(?: (?:entry|number|key))?[ -]?(?:code|combination|pad|keypad|(?<=key )number|(?<=safe )number|(?<=lock )number)\b"
    r"|\b(?:burglar |house )?alarm\b)"
    r"(?:'s)?(?:[ ,:;='-]|s\b|\b(?:code|number|no|is|was|to|the|for|her|his|my|set|on|it|still|always|says|and|combination|now|back|front|card|of)\b){0,8}"
    r"(?P<number>[a-z]?\d(?:[ -]?\d){2,7}[a-z]?)\b"
)
_FIGURES = r"(?<![a-z\d'])(?:[b-hj-z] ?|star |\* ?)?\d(?:[ ,-]{0,2}\d){3,5}(?: ?[a-z#])?(?![\w,.]?\d)(?! ?(?:people|pounds|of us|times|words|homes)\b)\b"
_LOCK = r"key[ -]?pads?|key[ -]?safes?|(?:lock|key)[ -]?box|(?:digital|door|gate|combination|pad) ?locks?|door entry|entry ?phone|pad ?lock|intercom|buzzer|(?:burglar |house )?alarm|(?:the|my|her|his|mum's|dad's) safe(?='s|,| is| in| opens)"
_OPENS = re.compile(
    rf"\b(?:{_LOCK})\b[^.\n\d]{{0,32}}?(?<!in )(?<!since )(?P<lock>{_FIGURES})"
    rf"|(?<!sort )\b(?:codes?(?! of)|passcode|combination)\b[^.\n\d]{{0,52}}?(?<!in )(?<!since )(?P<code>{_FIGURES})"
    rf"|\b(?:opens?|unlocks?|lets? (?:you|me|him|her|them|yourself|themsel\w+|himself|herself) in|gets? in|getting in) (?:it |the \w+ )?(?:with|on|by|using)(?: the)?(?: code| number)? (?P<with>{_FIGURES})"
    rf"|(?P<opens>{_FIGURES}) (?:opens?|unlocks?|(?:gets?|lets?) (?:you|me|him|her|them|us|anyone) in)\b"
    rf"|(?P<for>{_FIGURES}) (?:is )?for the (?:\w+ )?(?:key[ -]?safe|door|gate|alarm|lock|safe|box|key[ -]?pad|flats)\b|\bputs? (?P<put>{_FIGURES}) in(?: to| on)? (?:the (?:box|pad|key[ -]?pad|lock|door|panel)|and)\b"
    rf"|\b(?:press|buzz|ring|punch in|punch|key in|tap in|dial in|enter|type|use) (?:in )?(?:[a-z],? (?:then |and )?)?(?P<press>{_FIGURES})(?=#|,? (?:and|then)\b[^.\n]{{0,16}}\b(?:turn|bell|call|sign|lock|hash|star|enter|door|push|pull)| (?:on|at|into) (?:the|her|his|my|that) (?:\w+ )?(?:panel|pad|keypad|door|gate|lock|buzzer|intercom|box))"
    rf"|\b(?:tap|punch|key) (?:in )?(?P<tap>(?!20\d\d\b){_FIGURES})|\b(?:button|press|code|lock)\b[^.\n\d]{{0,16}}?(?P<steps>\d(?:,? (?:then|and)(?: the)? \d){{2,6}})"
    rf"|\bpin\b[^.\n\d]{{0,40}}?(?P<pin>{_FIGURES})|\b(?:digits|numbers?|figures|code) on the back\b[^.\n\d]{{0,32}}?(?P<back>\d[ -]?\d[ -]?\d)(?!\d)"
    r"|\b(?:cod y drws|sifre\w*|parola\w*|kodu?|kodum|kode|haslo|senha|codigo|contrasena|geheimzahl|geheimnummer|turcode)\b[^.\n]{0,40}?\b(?P<abroad>[a-z]?\d(?:[ -]?[a-z]?\d){2,7})\b"
)
"""What opens something, by what it opens or what is done with it."""
_KEY_LIES = re.compile(
    r"\b(?:spare |front door |back door |house |door |her |his |my )?keys?(?:'s| is| are| lives?| under| behind| in)?\b[^.\n]{0,12}?\b(?:under|behind|beneath|below|inside|in|on|on top of|above)"
    r" (?:the|a|an|her|his|my|their|our|that|one of the) (?:\w+ ){0,2}?(?:mat|doormat|pots?|plant ?pot|flower ?pot|gnome|brick|stone|rock|step|bins?|wheelie bin|meter|meter box|shed|gutter|ledge|door ?frame|lintel|letter ?box|porch|urn|planter|hanging basket|greenhouse|bench|wellies|welly|log|logs|hedge|statue|frog|hook|coal ?hole|bird ?bath|drain ?pipe|down ?pipe|sill|window ?sill|tin|jar|dustbin|garage|tub|trough|flower ?bed)\b"
    r"|\bspare keys? (?:is |are )?(?:with|at|next door)\b[^.\n]{0,24}"
    r"|\b(?:front|back|side|kitchen|patio|her|his|my|our|their|\w+'s) (?:door|gate|window)s? (?:is|are|isn't|was|stays?|gets)? ?(?:always |usually |often |mostly )?(?:left )?(?:never locked|not locked|locked never|locked(?<=n't locked)|unlocked|on the latch|left open at night)\b"
    r"|\bspare keys? (?:(?:is|are) (?:kept|left|hidden)|hangs?|sits?|lives?|stays?|hidden|goes)\b[^.,\n]{0,48}"
    r"|\b(?:hides?|hid|hidden|hiding|stash\w*|keeps?|leaves?|hangs?|hung|tucks?|tucked|tapes?|taped|ties|tied|buries|buried) (?:the |a |her |his |my |their )?(?:(?:spare |back |front |door |house |side ){0,3}key|spare) (?:is )?(?:in|under|behind|on|inside|beneath|at|with|by|up|off|from|out of)\b[^.\n]{0,24}"
    r"|\bgets? (?:the |our |her |his |my )?(?:\w+ ){0,2}keys? off the \w+\b[^.\n]{0,24}"
    r"|\b(?:schlussel|allwedd\w*|klucz\w*|anahtar\w*|chabi|chaabi|chave|llave|fure|furah\w*|yaoshi)\b[^.\n]{0,60}?\b(?:liegt|unter|unterm|hinter|hangt|tu ol|o dan|dan|yn|pod|za|w|alt[iı]n\w*|arkas[iı]n\w*|icin\w*|neeche|niche|ke paas|debaixo|atras|dentro|embaixo|debajo|detras|hoosta|hooska)\b[^.\n]{0,24}"
)
"""Where a key lies, and which door is open."""
_PASSWORD = re.compile(
    r"\b(?:password|passwrd|pass ?word|passphrase|pw|pwd|log ?in|username|user name)\b(?:'s)?(?: (?:to|for|of|on) (?:\w+[ -]?){1,3}?(?= (?:is|was)\b|:))?(?:[ :=-]|\b(?:is|was|for|the|my|it)\b){1,6}"
    r"(?P<word>(?=[^\s]*[\d!?$@#*])[^\s,;]{4,30}|(?<=: )[^\s,;]{4,30})"
    r"|(?<!\S)(?P<before>(?=\S{0,30}\d)[^\s,;]{5,30}) (?:as|is) (?:the |a |my |her |his |their )?(?:password|passcode)\b"
    r"|\b(?:memorable|security|secret|safe) word(?:'s| is|:)? (?P<memorable>(?!is\b|was\b|for\b|that\b|and\b|to\b|so\b|when\b|if\b|they\b|on\b|with\b)[^\s,;.]{4,30})"
    r"|\b(?:log ?in|password|passcode)\b[^.\n]{0,48}?\b(?P<far>[a-z]{3,}\d{2,}[!?]?)(?![\w@])"
    r"|\bwi-?fi(?: code| key| password| pass)?(?: (?:at|in|for|to) (?:\w+ ){1,3}?(?=is\b|:))?(?: ?is|:|'s) (?P<wifi>(?=[a-z]*\d)\w{5,30})"
)
TRIGGERS = word_set("""
wifi wi-fi memorable word hides hid hidden hiding hang hangs hung tuck tucks tucked tape tapes taped tie ties tied bury buries buried stash stashed stashes
spare schlussel allwedd allwedda klucz klucze kluczyk anahtar anahtari chabi chaabi chave llave fure furah yaoshi
password passwrd pass passphrase pw pwd log login username user key keys unlocked locked latch night
""")
"""Words without which nothing of this is in a text that has no digits."""


def codes(folded: str) -> Iterator[Hit]:
    """Yield the figures that open something."""
    for m in _CODE.finditer(folded):
        yield hit(FindingKind.CODE, *m.span("number"))
    yield from (hit(FindingKind.CODE, *m.span(m.lastgroup or 0)) for m in _OPENS.finditer(folded))


def without_figures(folded: str) -> Iterator[Hit]:
    """Yield passwords, where a key lies, and which door is open."""
    yield from (hit(FindingKind.CODE, *m.span(m.lastgroup or 0)) for m in _PASSWORD.finditer(folded))
    yield from (hit(FindingKind.CODE, *m.span()) for m in _KEY_LIES.finditer(folded))
