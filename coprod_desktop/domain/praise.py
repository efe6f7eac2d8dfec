"""Praise: what people say that asks for nothing, so that it is thanked and not listed as still to be answered."""

from __future__ import annotations

import re

from coprod_desktop.domain.check.words import fold, tidy

_GOOD = (
    r"fine|good|great|lovely|nice|brilliant|excellent|wonderful|fantastic|amazing|perfect|super|superb|happy|kind|helpful|ok|okay"
    r"|friendly|ace|smashing|champion|grand|marvellous|fab|fabulous|magic|spot on|first class|top class|well run|well done"
)
_THANKS = (
    r"thank you|thanks|thankyou|ta|cheers|diolch|bless you|keep it up|carry on|no complaints|no problems?|no worries"
)
_SMALL = (
    r"all|it|is|was|are|were|i|i'm|im|we|we're|they|this|that|very|really|so|too|just|quite|pretty|absolutely|always|and|to|you|for|the"
    r"|everyone|everybody|everything|a|an|both|much|lot|lots|of|today|session|day|afternoon|morning|meeting|time|from|me|us|as|again"
)
_ONLY_PRAISE = re.compile(rf"(?=.*\b(?:{_GOOD}|{_THANKS})\b)(?:\b(?:{_GOOD}|{_THANKS}|{_SMALL})\b[\s,;:!.…'’–-]*)+")
_SOMETHING_IS_GOOD = re.compile(
    rf"(?:[a-z'’-]+ ){{1,6}}(?:is|was|are|were|has been|have been) (?:(?:so|very|really|just|absolutely|always) )*(?:{_GOOD})"
    rf"(?:[,.!]? (?:{_THANKS}))?[.! ]*"
)
_ASKS = re.compile(
    r"\?|\b(?:but|if|not|no|never|nobody|nothing|could|should|would|more|less|needs?|wants?|except|until|unless|when|used|than|only|why"
    r"|n.t|don'?t|doesn'?t|isn'?t|wasn'?t|weren'?t|can'?t|won'?t|didn'?t|sarcas\w*|supposed|meant|told|said|thought)\b|n[’']t\b"
)
_VERDICT = re.compile(rf"(?:{_GOOD})[\s.!…]*")
_MOST_WORDS = 12


def is_praise(text: str) -> bool:
    """Tell whether words praise or thank and do nothing else: "Thank you", "The van was brilliant." In doubt they do not.

    One word that only judges ("Fine.", "Good") is no praise: it may be the opposite, and is for somebody to look at.
    """
    said = " ".join(fold(tidy(text)).split())
    if len(said.split()) > _MOST_WORDS or _ASKS.search(re.sub(r"no (?:complaints|problems?|worries)", "", said)):
        return False
    if _VERDICT.fullmatch(said):
        return False
    return bool(_ONLY_PRAISE.fullmatch(said) or _SOMETHING_IS_GOOD.fullmatch(said))
