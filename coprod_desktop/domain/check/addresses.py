"""Where somebody lives: street and number, flat, room, house name, postcode, "the house with the red door"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coprod_desktop.domain.check import known, lists
from coprod_desktop.domain.check.kinds import FindingKind, Hit, hit
from coprod_desktop.domain.check.lists import word_set
from coprod_desktop.domain.check.words import fold

_AREAS = word_set("""
ab al ba bb bd bh bl bn br bs bt ca cb cf ch cm co cr ct cv cw da dd de dg dh dl dn dt dy ec eh en ex fk fy gl gu gy
ha hd hg hp hr hs hu hx ig im ip iv je ka kt kw ky la ld le ll ln ls lu me mk ml mr ne ng nn np nr nw ol ox pa pe ph
pl po pr rg rh rm sa se sg sk sl sm sn so sp sr ss st sw sy ta td tf tn tq tr ts tw ub wa wc wd wf wn wr ws wv yo ze
""")
_POSTCODE = re.compile(
    r"\b(?:gir ?0aa|[a-z]{1,2}\d[a-z\d]?[ -]{0,2}(?P<inner>\d[abd-hjlnp-uw-z]{2}))\b"  # C I K M O V never stand at the end
)
_ORDINAL = re.compile(r"1st|2nd|3rd|\dth")
_HALF = re.compile(r"(?<![\w.-])(?:(?P<out>[a-z]{2}\d\d?[a-z]?)|(?P<in>\d[abd-hjlnp-uw-z]{2}))(?![\w.-])")
_UNITS = word_set("""
ft lb gb st nd rd th hr pt tb yr ad pp bn ph
""")
_POSTCODE_SPELT = re.compile(
    r"\bpost ?code\b[^.\n]{0,14}?(?P<code>(?:[a-z] ?){1,2}\d{1,2} ?\d ?[a-z] ?[a-z]\b|(?:[a-z] ?){1,2}\d{2,3}(?: ?[a-z]){2}\b|[a-z]{1,2}\d{1,2}\b|\d[a-z]{2}\b)"
)
_STREET = (
    r"street|road|rd|avenue|ave|lane|crescent|cres|terrace|gardens|gdns|grove|mews|villas|parade|wynd|brae|croft|boulevard"
    r"|spinney|paddock|covert|copse|gables"
)
_STREET_TOO = (
    r"st|close|cl|drive|dr|court|ct|place|pl|way|square|sq|hill|rise|row|walk|park|view|green|meadow|meadows|mount|house"
    r"|lodge|fold|yard|end|bank|vale|field|fields|gate|hall|ln|bungalow|cottage|cottages|farm|barn|orchard|wharf|quay|garth"
)
_WELSH = (
    r"heol|ffordd|stryd|lon|llys|maes|clos|bryn|tan-y|pen-y|rhodfa|cae|parc|trem|coed|erw|gerddi|rue|calle|via|ulica|ul"
)
_NUMBER_IN_STREET = r"(?<![\d£.,:/-])(?:(?:flat|apartment|apt|unit) ?\d{1,3}[a-z]?,? )?(?:no\.? ?|number )?\d{1,4}(?:[a-z]|/\d{1,2})?,? "
_ADDRESS = re.compile(
    _NUMBER_IN_STREET
    + rf"(?P<name>(?:[a-z][\w'-]+\.? ){{1,3}}?)(?:(?P<sure>{_STREET})|(?P<maybe>{_STREET_TOO}))\b(?! ?\d)"
)
_WORD = re.compile(r"\S+")
_NAMED_HOUSE = re.compile(
    _NUMBER_IN_STREET
    + rf"(?P<place>(?:{_WELSH})(?: [\w'-]+){{1,3}}|the [a-z]\w+|[a-z]{{4,}}(?:croft|wood|field|holme|garth|lea|side|dene|ridge|hurst|view|bank|gate)\b)"
)
_FLAT = re.compile(
    r"\b(?:[\w'’-]+ ){1,2}(?:house|court|tower|lodge|grange|manor|heights),? (?:room|flat|number) \d{1,3}[a-z]?\b|\b(?:flat|apartment|apt) (?:no\.? ?|number )?(?:\d{1,3}(?:/\d{1,2})?[a-z]?|(?<=flat )[a-h]\d{0,2}(?=[,.;]|$)|(?<=apartment )[a-h](?=[,.;]|$))(?![\w-])"
    r"|\b(?:block|tower) [a-h1-9],? (?:flat|apt)\b"
)
_PITCH = re.compile(r"\b(?:pitch|plot|caravan|mooring|chalet|lot) (?:no\.? ?|number )?\d{1,3}[a-z]?\b")
_ROOM = re.compile(
    r"\b(?:room|bed|unit) \d{1,3}[a-z]?(?= (?:at|in) (?:the )?(?P<home>[a-z]))|^room \d{1,3}[a-z]?\W*$|\b(?:my|his|her|mum's|dad's|am in|i'm in|is in|he's in|she's in|live in|lives in) room (?P<lived>\d{1,3}[a-z]?)\b(?= ?(?:[,.]|$))"
)
_COTTAGE = re.compile(
    r"(?P<name>(?:[a-z][\w'’-]+ ){1,2})(?:cottage|bungalow|farmhouse|farm|barn|croft|villa|barns|cottages)\b|\bthe old (?:rectory|vicarage|school ?house|forge|mill|chapel|police house|post office|bakery)\b"
)
_NAMED_HOUSES = r"villa|villas|grange|manor|mansions?|heights|laurels|beeches|elms|firs|limes|willows|hollies|gables|nook|brow|side|dene|lea|croft|ridge|holme|nest|haven|cottages?|lodge|farm|barn|bungalow|mount|rise|view|bank|end|fold|yard|garth"
"""What houses are called and halls, parks and surgeries are not."""
_HOUSE_LAST = re.compile(rf" (?:house|{_NAMED_HOUSES})$")
_LIVES_AT = re.compile(
    rf"\b(?:(?:live|lives|living|lived|staying|stays|moved(?: in)?|delivered|(?:home|house|flat|place|room|bungalow|address)(?: is)?) (?:at|in|into|to)|(?:home|house|address) is|(?:home|house|place|bungalow|cottage|flat),|called|(?:parcels?|letters?) (?:go|goes|come) to|(?:send|sent|post) it to) (?:a house called )?"
    rf"(?P<name>(?:the )?(?:[a-z][\w'’-]+ ){{1,2}}(?:{_STREET_TOO}|{_NAMED_HOUSES}|tower)|the (?:{_NAMED_HOUSES}))\b"
)
_WHERE_BEFORE = re.compile(r"\b(?:at|lives?|living|address|no|number|from|to|of|is|visit|house)\b[ ,.:#]*$")
_NUMBER_NINE = re.compile(
    r"\b(?P<at>(?:at|from|in|of|lives? at|living at|to)) (?:number|no\.?|nos?) ?\d{1,3}[a-z]?\b(?! (?:of|on the list|in the|bus|service))"
    r"|\b(?:woman|man|lady|family|couple|lad|girl|neighbours?|people|them) (?:at|from|in) \d{1,3}[a-z]?\b(?! ?(?:am|pm|o'clock|years|months|weeks|past))"
    r"|^(?:at )?no\. ?\d{1,3}[a-z]? with\b"
)
_DWELLING = r"\b(?:the|that|her|his|my|our|their|last|end|first|corner) (?:\w+ ){0,1}?(?:house|bungalow|cottage|flat|caravan|terrace|maisonette|semi|one)"
_POINTED = re.compile(
    rf"{_DWELLING} (?:that is |which is )?(?:with the|opposite|next to|next door to|behind|beside|above|over|by|across from|down the side of) (?:the |that )?[\w'’]+(?: (?:door|gate|roof|fence|hedge|windows?|ramp|shop|chapel|church|school|pub|\w+))?(?: (?:on|in) [\w'’ ]{{2,24}})?"
    r"|\b(?:first|second|third|last|end|next) (?:house|bungalow|flat|cottage|door|caravan) (?:on|past|along|up|down|from|after|before|in) [\w' ]{2,24}"
    r"|\b(?:live|lives|living) (?:above|over|behind|next to|next door to|opposite|beside) (?:the |a )?[\w'’]+(?: (?:in|on) [\w'’]+)?"
    rf"|\b(?:next door to|opposite|above|over|behind) (?:the )?[\w'’]+ (?:on|in) [\w' ]{{2,20}}?(?:{_STREET}|row|drive|street)\b"
    rf"|\b(?:first|second|third|fourth|last|end|middle|corner) one (?:in|on|along|up|down) [\w' ]{{2,24}}?(?:{_STREET}|row|close|drive|street)\b"
    rf"|{_DWELLING} on (?P<street>[\w' ]{{2,30}}?(?:{_STREET}|row|close|drive|street))\b"
)
_LIVES_ON = re.compile(
    rf"(?<!supported )(?<!assisted )(?<!independent )\b(?:live|lives|living|am|house|home|flat|bungalow) (?:is )?(?:on|in|at|up|down) (?P<name>(?:[\w'’-]+ ){{1,3}}?)(?:{_STREET}|row|close|drive|street|way|square|hill)\b"
)
_STREET_THE_ONE = re.compile(
    rf"(?P<numbered>(?:[a-z][\w'’-]+ ){{1,2}})(?:{_STREET}|row|close|drive),? (?:number|no\.?) \d{{1,3}}[a-z]?\b|"
    rf"(?P<name>(?:[a-z][\w'’-]+ ){{1,2}})(?:{_STREET}|row|close|drive|end),? (?:the )?(?:end|last|first|corner|third|second|middle)(?: one| house)?\b"
)
_HOUSE_IN = re.compile(
    rf"(?:(?P<house>[a-z][\w'’-]+(?: [a-z][\w'’-]+)?), |(?P<named>the [a-z][\w'’-]+s|[a-z][\w'’-]+ (?:{_NAMED_HOUSES})) (?:in|on|off|up|down) )"
    rf"(?P<street>(?:[a-z][\w'’-]+ ){{1,2}}(?:{_STREET}|end|row|close|hill|drive|street|way))\b"
)
_NO_STREET_NAME = re.compile(
    r"\b(?:the|a|an|of|on|to|in|at|and|or|for|from|per|min|mins|minute|minutes|hour|hours|hrs|day|days|week|weeks|month"
    r"|months|year|years|yrs|people|person|times|metres|miles|mile|yards|steps|new|old|more|am|pm|different|other|our|my"
    r"|care|carers|members|councils?|stars?|out|by|is|was|are|with|this|that|up|down|went|car|cars|bus|houses|weeks|we"
    r"|i|it|they|you|he|she|did|had|have|not|no|side|main)\b"
)
TRIGGERS = word_set("""
cottage cottages bungalow farm farmhouse barn barns croft villa rectory vicarage schoolhouse school forge mill
chapel police post bakery flat apartment apt block tower house caravan terrace live lives living postcode one end
last am home maisonette semi row close drive lane road street grange manor heights lodge villas gables mansions
staying stays moved
""")
"""Words without which, and without digits, no address is in a text."""
_NAMED_BY = 2
"""Words that name a house at least: "The Beeches", "Heol Fawr"."""
_ORDINARY_HOMES = word_set("""
care nursing residential funeral own council show old new open safe half full
""")


def addresses(folded: str, text: str, *, numbered: bool, dwells: bool) -> Iterator[Hit]:
    """Yield addresses in a folded text; `text` is the same with its capitals.

    `numbered`: there are digits in it; `dwells`: a word of TRIGGERS is.
    """
    if numbered:
        yield from _postcodes(folded, text)
        yield from _numbered(folded, text)
    if dwells:
        yield from (hit(FindingKind.ADDRESS, *m.span()) for m in _FLAT.finditer(folded))
        for m in _COTTAGE.finditer(folded):
            if m["name"] is None:
                yield hit(FindingKind.ADDRESS, *m.span())
                continue
            named = next((w for w in _WORD.finditer(text, *m.span("name")) if w.group()[0].isupper()), None)
            if named and fold(named.group()) not in _ORDINARY_HOMES | {"the", "a"}:
                yield hit(FindingKind.ADDRESS, named.start(), m.end())
        yield from _pointed(folded, text)


def _postcodes(folded: str, text: str) -> Iterator[Hit]:
    for m in _POSTCODE.finditer(folded):
        if not (m["inner"] and _ORDINAL.fullmatch(m["inner"]) and text[m.end() - 1].islower()):
            yield hit(FindingKind.POSTCODE, *m.span())
    for m in _POSTCODE_SPELT.finditer(folded) if "post" in folded else ():
        yield hit(FindingKind.POSTCODE, *m.span("code"))
    for m in _HALF.finditer(folded):
        written = text[m.start() : m.end()]
        out = m["out"] and m["out"][:2] in _AREAS
        inner = m["in"] and m["in"][1:] not in _UNITS
        if written.isupper() and (out or inner):
            yield hit(FindingKind.POSTCODE, *m.span())


def _numbered(folded: str, text: str) -> Iterator[Hit]:
    for m in _ADDRESS.finditer(folded):
        capital = text[m.start("name")].isupper()
        street = not _NO_STREET_NAME.search(m["name"]) and (m["sure"] or _WHERE_BEFORE.search(folded[: m.start()]))
        alone = m.start() == 0 and m.end() >= len(folded.rstrip(" .")) and not _NO_STREET_NAME.search(m["name"])
        if capital or street or alone:
            yield hit(FindingKind.ADDRESS, *m.span())
    for m in _NAMED_HOUSE.finditer(folded):
        words = [w for w in _WORD.finditer(text, *m.span("place")) if w.group()[0].isupper()]
        capitals = [w.end() for n, w in enumerate(words) if n < _NAMED_BY or not known.is_capital(fold(w.group()))]
        if capitals:  # "12 Heol Fawr now": the name ends with its last capital
            yield hit(FindingKind.ADDRESS, m.start(), capitals[-1])
    yield from (hit(FindingKind.ADDRESS, *m.span()) for p in (_PITCH, _NUMBER_NINE) for m in p.finditer(folded))
    for m in _ROOM.finditer(folded):
        if m["home"] is None or text[m.start("home")].isupper():
            yield hit(FindingKind.ADDRESS, *m.span())


def _pointed(folded: str, text: str) -> Iterator[Hit]:
    for m in _POINTED.finditer(folded):
        yield hit(FindingKind.ADDRESS, *m.span())
    for m in _LIVES_ON.finditer(folded):
        if text[m.start("name")].isupper() and not _NO_STREET_NAME.search(m["name"]):
            yield hit(FindingKind.ADDRESS, m.start("name"), m.end())
    for m in _STREET_THE_ONE.finditer(folded):
        if named := next((w for w in _WORD.finditer(text, *m.span(m.lastgroup or 0)) if w.group()[0].isupper()), None):
            yield hit(FindingKind.ADDRESS, named.start(), m.end())
    for m in _LIVES_AT.finditer(folded):
        if text[m.start("name")].isupper() or text[m.start("name") + len("the ")].isupper():
            yield hit(FindingKind.ADDRESS, *m.span("name"))
    for m in _HOUSE_IN.finditer(folded):
        name = m["house"] or m["named"]
        capitals = text[m.start()].isupper() and text[m.start("street")].isupper()
        words = _HOUSE_LAST.sub("", name).split()  # "Ivy Bank" is a house, and no bank
        body = any(known.is_capital(w) or w in lists.ORGANISATION_AFTER for w in words)
        if capitals and not body:
            yield hit(FindingKind.ADDRESS, *m.span())
