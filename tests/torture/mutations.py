"""Files as they arrive when something went wrong with them on the way: one chance, one damaged file."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Callable, Iterator
from typing import Any

_ODD: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 5.0, 5.5, -0.0, 1e300, 2**31, 2**53, 2**63 - 1, 2**63, -(2**63) - 1, 10**40),
    *("", " ", "anonymous", "5", "2026-09-17", "2026-02-30", "0000-01-01", "9999-12-31", "10000-01-01", "24:00", "9:5"),
    *("12 March", "TBC", "\x00", "words \x00 with a hole", "\u2028", "\ud800", "e\u0301" * 40, "🙂" * 50, "x" * 30_000),
    *([], {}, [[]], [None], [1, 2], ["a", 1], {"a": {}}, {"": ""}, {"5": 5.0}, {"yes": -3}, {"uid": "not an id"}),
    *(float("nan"), float("inf"), float("-inf")),
)
_AS_TYPED = (
    *("1e400", "-1e400", "9" * 5_000, "1" + "0" * 400, "0.1e-400", "00", "5.", "+1", "0x10", "Infinity"),
    *("[" * 500 + "]" * 500, '{"a":' * 500 + "1" + "}" * 500, "[" * 200_000, '{"a":' * 200_000),
)
"""What only the text of a file can hold."""
_HOLE = "\ue000a number goes here\ue000"
_CODINGS = ("utf-16", "utf-16-le", "utf-32", "cp1252", "latin-1", "cp037", "utf-8-sig", "shift_jis")


def damaged_session(chance: random.Random, sample: bytes) -> bytes:
    """Return a session file with one to four places damaged, and sometimes its bytes too."""
    data = json.loads(sample)
    is_gentle = chance.random() < 0.5
    for _ in range(chance.randint(1, 2 if is_gentle else 4)):
        chance.choice(_GENTLY if is_gentle else _IN_JSON)(chance, data)
    text = json.dumps(data, ensure_ascii=chance.random() < 0.5, indent=chance.choice((None, 1)))
    while (hole := json.dumps(_HOLE)) in text or (hole := f'"{_HOLE}"') in text:
        text = text.replace(hole, chance.choice(_AS_TYPED), 1)
    if is_gentle:
        return text.encode(errors="surrogatepass")
    return _bytes(chance, _key_twice(chance, text) if chance.random() < 0.1 else text)


def damaged_list(chance: random.Random, sample: bytes) -> bytes:
    """Return a list (CSV) with one to four places damaged, and sometimes its bytes too."""
    text = sample.decode("utf-8-sig", "replace")
    for _ in range(chance.randint(1, 4)):
        text = chance.choice(_IN_LIST)(chance, text)
    return _bytes(chance, text)


# ---- in the tree of a session file


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Yield every (container, key) below a value."""
    for key in value if isinstance(value, dict) else range(len(value)):
        yield value, key
        if isinstance(value[key], (dict, list)):
            yield from _places(value[key])


def _somewhere(chance: random.Random, data: Any) -> tuple[Any, Any]:
    return chance.choice(list(_places(data)) or [({"": None}, "")])


def _swapped(chance: random.Random, data: Any) -> None:
    holder, key = _somewhere(chance, data)
    holder[key] = copy.deepcopy(chance.choice(_ODD))


def _as_typed(chance: random.Random, data: Any) -> None:
    holder, key = _somewhere(chance, data)
    holder[key] = _HOLE


def _to_float(chance: random.Random, data: Any) -> None:
    numbers = [(h, k) for h, k in _places(data) if type(h[k]) is int]
    for holder, key in chance.sample(numbers, min(len(numbers), chance.randint(1, 5))):
        holder[key] = chance.choice((float(holder[key]), holder[key] + 0.5, holder[key] * 10**18, -holder[key]))


def _whole_floats(chance: random.Random, data: Any) -> None:
    for holder, key in [(h, k) for h, k in _places(data) if type(h[k]) is int]:
        holder[key] = float(holder[key])


def _other_words(chance: random.Random, data: Any) -> None:
    """Put other words where words are: of the right type, and odd."""
    texts = [(h, k) for h, k in _places(data) if isinstance(h[k], str)]
    for holder, key in chance.sample(texts, min(len(texts), chance.randint(1, 8))):
        holder[key] = chance.choice([word for word in _ODD if isinstance(word, str)])


def _unknown(chance: random.Random, data: Any) -> None:
    holders = [h[k] for h, k in _places(data) if isinstance(h[k], dict)]
    chance.choice(holders)[f"x-{chance.randint(0, 9)}"] = copy.deepcopy(chance.choice(_ODD))


def _from_elsewhere(chance: random.Random, data: Any) -> None:
    holder, key = _somewhere(chance, data)
    other, its = _somewhere(chance, data)
    holder[key] = copy.deepcopy(other[its])


def _taken_out(chance: random.Random, data: Any) -> None:
    holder, key = _somewhere(chance, data)
    if key in holder or isinstance(holder, list):
        del holder[key]


def _again(chance: random.Random, data: Any) -> None:
    holder, key = _somewhere(chance, data)
    if isinstance(holder, list):
        holder.insert(key, copy.deepcopy(holder[key]))
    else:
        holder[f"{key}{chance.choice(('', 's', '2'))}"] = copy.deepcopy(holder[key])


def _nested(chance: random.Random, data: Any) -> None:
    holder, key = _somewhere(chance, data)
    deep: Any = holder[key]
    for _ in range(chance.choice((3, 30, 60, 90))):
        deep = {"a": deep} if chance.random() < 0.5 else [deep]
    holder[key] = deep


def _own_key(chance: random.Random, data: Any) -> None:
    """Put something odd under a key of the program's own, which no schema speaks of."""
    rows = [data, data.get("session"), *(r for v in data.values() if isinstance(v, list) for r in v)]
    row = chance.choice([r for r in rows if isinstance(r, dict)])
    row[chance.choice(_OWN)] = chance.choice((copy.deepcopy(chance.choice(_ODD)), _HOLE, *copy.deepcopy(_ROWS)))


_OWN = (
    *("notices", "headcount", "lead_name", "safe_contact", "contact", "salutation", "whose_words", "speaker_role"),
    *("asked_on", "asked_who", "chased_on", "permissions", "revisions", "gone", "sealed", "tellings", "uid", "sample"),
    *("ground_rule_uids", "off_list", "role_in_public", "raw_notes", "rules_agreed", "about_you_counts", "measure"),
)
_ID = "0198c5a0-0000-7000-8000-000000000001"
_ROWS: tuple[Any, ...] = (
    {"carers": 3.0}, {"staff": "many"}, {"staff": 10**30}, {"write": "perhaps"}, {"opens_post": 7},
    [{"on": "2026-09-17", "at": {}, "when": "at the start"}], [{"on": 5, "at": "10:00", "when": "at the close"}],
    [{"on": "2026-09-17", "at": "10:00", "when": "never", "heard_by": 1e30}],
    [{"on": "2026-09-17", "at": "10:00", "when": "at the start", "heard_by": 2**70}],
    [{"id": _ID, "uid": _ID, "of": "entry", "purpose": 5, "circle": [], "value": {}, "basis": None, "over": "x"}],
    [{"id": _ID, "uid": _ID, "of": "person", "purpose": "quote", "circle": "anyone", "value": "yes", "on": 3}],
    [{"noun": "entry", "uid": _ID, "hlc": 2**63, "device": "d", "at": 3, "old": {}}],
    [{"noun": "entry", "uid": _ID, "hlc": 5.0, "device": "d", "at": 3, "old": {"text": {"a": 2**80}}}],
    [{"uid": _ID, "noun": [], "key": {}, "why": 9, "words": []}], [_ID, _ID, 5], {"percent": "most"},
    [{"uid": _ID, "promise": {}, "told_on": [], "as_told": [float("nan")]}],
)  # fmt: skip
_IN_JSON: tuple[Callable[[random.Random, Any], None], ...] = (
    *(_swapped, _swapped, _as_typed, _to_float, _from_elsewhere, _taken_out, _again, _nested, _own_key, _own_key),
)


_GENTLY = (_own_key, _own_key, _other_words, _whole_floats, _unknown)
"""What most programs that write such files get wrong: the file may well come in."""


def _key_twice(chance: random.Random, text: str) -> str:
    at = [i for i, sign in enumerate(text) if sign == "{"]
    if not at:
        return text
    first = chance.choice(at) + 1
    key = chance.choice(('"text"', '"n"', '"id"', '"name"', '"title"', '"format"'))
    return f'{text[:first]}{key}: 1, {key}: "again"{"" if text[first:].lstrip()[:1] == "}" else ","}{text[first:]}'


# ---- in the rows of a list


def _cells(text: str) -> list[list[str]]:
    return [line.split(",") for line in text.splitlines()]


def _cell_swapped(chance: random.Random, text: str) -> str:
    rows = _cells(text) or [[""]]
    row = chance.choice(rows)
    row[chance.randrange(len(row))] = chance.choice((*_CELLS, chance.choice(chance.choice(rows))))
    return "\n".join(map(",".join, rows))


_CELLS = (
    *("", "TBC", "31 February 2024", "1-0 May 2024", "99/99/9999", "5 May 10000", "0000-00-00", "9" * 400, "1e400"),
    *("=1+1", "\x00", "\u0663/\u0663/\u0662\u0660\u0662\u0664", "²/³/2024", "a" * 140_000, '"', '""', 'a"b', "\ufeff"),
    *("-", "1-2-3-4-5", "to", " to ", "w/c", "12-Mar-26 10:30", "24:61", "13/13/13", "32 1 2024", "\ud800x", "٣"),
)


def _cut(chance: random.Random, text: str) -> str:
    return text[: chance.randrange(len(text) + 1)]


def _line_moved(chance: random.Random, text: str) -> str:
    lines = text.splitlines() or [""]
    lines.insert(chance.randrange(len(lines) + 1), lines.pop(chance.randrange(len(lines))))
    return chance.choice(("\n", "\r\n", "\r", "\n\n", "\u2028", "\x0b")).join(lines)


def _other_marks(chance: random.Random, text: str) -> str:
    return text.replace(chance.choice((",", '"', "\n", " ")), chance.choice((";", "\t", "'", '"', ",", "\n", "|")))


def _much(chance: random.Random, text: str) -> str:
    return text + chance.choice((",", "\n", '"', "a,", "[", "\x00")) * chance.choice((10, 5_000))


_IN_LIST: tuple[Callable[[random.Random, str], str], ...] = (
    _cell_swapped, _cell_swapped, _cut, _line_moved, _other_marks, _much
)  # fmt: skip

# ---- in the bytes of either


def _bytes(chance: random.Random, text: str) -> bytes:
    data = bytearray(text.encode(errors="surrogatepass"))
    what = chance.random()
    if what < 0.1:
        data = bytearray(text.encode(chance.choice(_CODINGS), errors="replace"))
    elif what < 0.2:
        del data[chance.randrange(len(data) + 1) :]
    elif what < 0.3 and data:
        for _ in range(chance.randint(1, 6)):
            data[chance.randrange(len(data))] = chance.randrange(256)
    elif what < 0.35:
        data[:0] = chance.choice((b"\xef\xbb\xbf", b"\xff\xfe", b"PK\x03\x04", b"\x00", b"\x1f\x8b", b"%PDF-"))
    return bytes(data)
