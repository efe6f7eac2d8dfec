"""The contractions of Unified English Braille (The Rules, section 10 and appendix 1)."""

from __future__ import annotations

_STRONG = {
    "&": "and",
    "=": "for",
    "(": "of",
    "!": "the",
    ")": "with",
}
_LETTER_WORDS = {
    "B": "but",
    "C": "can",
    "D": "do",
    "E": "every",
    "F": "from",
    "G": "go",
    "H": "have",
    "J": "just",
    "K": "knowledge",
    "L": "like",
    "M": "more",
    "N": "not",
    "P": "people",
    "Q": "quite",
    "R": "rather",
    "S": "so",
    "T": "that",
    "U": "us",
    "V": "very",
    "W": "will",
    "X": "it",
    "Y": "you",
    "Z": "as",
}
_SIGN_WORDS = {
    "*": "child",
    "%": "shall",
    "?": "this",
    ":": "which",
    "\\": "out",
    "/": "still",
    "2": "be",
    "5": "enough",
    "7": "were",
    "8": "his",
    "9": "in",
    "0": "was",
}
WORDS = _STRONG | _LETTER_WORDS | _SIGN_WORDS
"""Signs that stand for a whole word when they stand alone."""

GROUPS = (
    _STRONG
    | {"*": "ch", "<": "gh", "%": "sh", "?": "th", ":": "wh", "$": "ed", "]": "er", "\\": "ou", "[": "ow"}
    | {"/": "st", "+": "ing", ">": "ar", "5": "en", "9": "in"}
    | {'"D': "day", '"E': "ever", '"F': "father", '"H': "here", '"K': "know", '"L': "lord", '"M': "mother"}
    | {'"N': "name", '"O': "one", '"P': "part", '"Q': "question", '"R': "right", '"S': "some", '"T': "time"}
    | {'"U': "under", '"W': "work", '"Y': "young", '"!': "there", '"*': "character", '"?': "through"}
    | {'":': "where", '"\\': "ought"}
    | {"^U": "upon", "^W": "word", "^!": "these", "^?": "those", "^:": "whose"}
    | {"_C": "cannot", "_H": "had", "_M": "many", "_S": "spirit", "_W": "world", "_!": "their"}
    | {".D": "ound", ".E": "ance", ".N": "sion", ".S": "less", ".T": "ount"}
    | {";E": "ence", ";G": "ong", ";L": "ful", ";N": "tion", ";S": "ness", ";T": "ment", ";Y": "ity"}
)
"""Contractions inside words. Those that begin with . or ; come after a letter only."""

LOWER_FIRST = {"2": "be", "3": "con", "4": "dis"}
LOWER_INSIDE = {"1": "ea", "2": "bb", "3": "cc", "6": "ff", "7": "gg"}

SHORT_FORMS = {
    "AB": "about",
    "ABV": "above",
    "AC": "according",
    "ACR": "across",
    "AF": "after",
    "AFN": "afternoon",
    "AFW": "afterward",
    "AG": "again",
    "AG/": "against",
    "ALM": "almost",
    "ALR": "already",
    "AL": "also",
    "AL?": "although",
    "ALT": "altogether",
    "ALW": "always",
    "2C": "because",
    "2F": "before",
    "2H": "behind",
    "2L": "below",
    "2N": "beneath",
    "2S": "beside",
    "2T": "between",
    "2Y": "beyond",
    "BL": "blind",
    "BRL": "braille",
    "*N": "children",
    "3CV": "conceive",
    "3CVG": "conceiving",
    "CD": "could",
    "DCV": "deceive",
    "DCVG": "deceiving",
    "DCL": "declare",
    "DCLG": "declaring",
    "EI": "either",
    "F/": "first",
    "FR": "friend",
    "GD": "good",
    "GRT": "great",
    "H]F": "herself",
    "HM": "him",
    "HMF": "himself",
    "IMM": "immediate",
    "XS": "its",
    "XF": "itself",
    "LR": "letter",
    "LL": "little",
    "M*": "much",
    "M/": "must",
    "MYF": "myself",
    "NEC": "necessary",
    "NEI": "neither",
    '"OF': "oneself",
    "\\RVS": "ourselves",
    "PD": "paid",
    "P]CV": "perceive",
    "P]CVG": "perceiving",
    "P]H": "perhaps",
    "QK": "quick",
    "RCV": "receive",
    "RCVG": "receiving",
    "RJC": "rejoice",
    "RJCG": "rejoicing",
    "SD": "said",
    "%D": "should",
    "S*": "such",
    "!MVS": "themselves",
    "?YF": "thyself",
    "TD": "today",
    "TGR": "together",
    "TM": "tomorrow",
    "TN": "tonight",
    "WD": "would",
    "YR": "your",
    "YRF": "yourself",
    "YRVS": "yourselves",
}
SHORT_ENDINGS = {
    "S": "s",
    "LY": "ly",
    "D": "d",
    "R": "r",
    "$": "ed",
    "]": "er",
    "]S": "ers",
    "+": "ing",
    "+S": "ings",
    ";S": "ness",
    "NESS": "ness",
    ";L": "ful",
    "%IP": "ship",
    "%IPS": "ships",
    "E/": "est",
    "LI]": "lier",
    "LY'S": "ly's",
    "RS": "rs",
    "Y": "y",
    "NT": "nt",
    "BYE": "bye",
    "H&": "hand",
    "5": "en",
    "5S": "ens",
    "5$": "ened",
    "5+": "ening",
    "SIDE": "side",
    "W>D": "ward",
    "W>DS": "wards",
    "M1N+": "meaning",
    "NEI<B\\R": "neighbour",
    "N'T": "n't",
}
"""What may follow a short form inside one word."""
NEVER_LONGER = frozenset(
    {"AB", "AC", "AF", "AG", "AL", "ALM", "ALT", "CD", "EI", "FR", "HM", "PD", "SD", "TD", "WD", "XF", "XS", "YR"}
)
"""Short forms that no ending of a contraction makes longer: the letters are another word ("Fred", "aged")."""
SHORT_BEGINNINGS = {
    "UN": "un",
    "MIS": "mis",
    "OV]": "over",
    "GR&": "grand",
    "/EP": "step",
    "GOD": "god",
    "BOY": "boy",
    "GIRL": "girl",
    "NEWS": "news",
    "D1F": "deaf",
    "LUN*": "lunch",
    "H]E": "here",
    '"H': "here",
    "!RE": "there",
    '"!': "there",
    '":': "where",
}
"""What may stand before one."""
