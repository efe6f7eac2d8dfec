"""Names of people that belong to a place, a charity or a firm: "St Mary's", "Marie Curie", "Holly Lodge"."""

from __future__ import annotations

import re

from coprod_desktop.domain.check import lists
from coprod_desktop.domain.check.words import Word

_FURTHEST = 3
SAYINGS = re.compile(
    r"(?i)\btom, dick (?:and|or) harry\b|\brob(?:bing)? peter to pay paul\b|\bbob's your uncle\b|\bhobson'?s choice\b|\bjack of all trades\b"
    r"|\bkeeping up with the joneses\b|\bbig brother\b|\bgordon bennett\b|\bmurphy's law\b|\bsod's law\b|\bjoe (?:public|bloggs)\b|\bjohn lewis\b"
    r"|\bsmart alec\b|\bplain jane\b|\baunt sally\b|\bjack the lad\b|\bbilly no mates\b|\bpunch and judy\b|\bromeo and juliet\b|\bpeter pan\b"
    r"|\bharry potter\b|\bmary poppins\b|\bdavid attenborough\b|\bking charles\b|\bjohn o'groats\b|\bmerry christmas\b|\bguy fawkes\b|\bmr bates v(?:s|ersus)?\b|\bst john ambulance\b|\bgreat ormond street\b|\bguy's and (?:st )?tom\w+'s\b|\bst john's wort\b|\bunion jack\b|\btai chi\b|\bmorris (?:danc\w+|minor|men)\b|\bblue peter\b|\bgirl guides?\b|\bsat ?navs?\b|\bjack frost\b|\bsanta claus\b|\bfather christmas\b|\bold king cole\b|\bjack russell\b|\bvictoria (?:sponge|line|wood)\b|\bthomas the tank engine\b|\bmarks (?:and|&) spencers?\b|\brobin hood\b|\bgrace darling\b"
)
"""Sayings and the famous, in which nobody from here is named."""


def is_place_or_body(text: str, words: list[Word], at: int) -> bool:
    """Tell whether what stands around a word makes a place or a body of it."""

    def gap(before: int) -> str:
        return text[words[before].end : words[before + 1].start].strip(" .&")

    def capital(n: int) -> bool:
        return text[words[n].start].isupper()

    token = words[at].token
    before = words[at - 1].token if at and not gap(at - 1) else ""
    if before in lists.PLACE_BEFORE:
        return True
    if before and capital(at - 1):
        street = token in lists.PLACE_AFTER and capital(at) and before not in lists.TITLES
        if street or token in lists.FAMOUS_AFTER:
            return True
    after = at + 1
    while after <= at + _FURTHEST and after < len(words) and not gap(after - 1):
        token = words[after].token
        body = token in lists.ORGANISATION_AFTER and capital(after)
        if body or token in lists.FAMOUS_AFTER or (token in lists.PLACE_AFTER and after == at + 1):
            return True
        if not capital(after):
            return False
        after += 1
    return False
