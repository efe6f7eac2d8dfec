"""What is no table: names one on a line or between commas, in a letter, or scrawled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from coprod_desktop.domain.check.known import is_first_name, is_word
from coprod_desktop.domain.contact_marks import MAIL
from coprod_desktop.domain.list_words import ListWords
from coprod_desktop.domain.roles import is_role
from coprod_desktop.services.bring_in.people_list import around
from coprod_desktop.services.bring_in.people_list.lines import MARKED, lines_of
from coprod_desktop.services.bring_in.people_list.looks import is_name
from coprod_desktop.services.bring_in.people_list.said import begins_with_reply, speaks_of_coming
from coprod_desktop.services.bring_in.people_list.sheets import Opened, Row, of_rows, tidy
from coprod_desktop.services.bring_in.people_list.titles import Title, refuses, section_of, title

_BULLET = re.compile(r"^\s*(?:[-–—•*·▪o]\s+|\(?\d{1,3}[.)]\s*|\[[ xX]?\]\s*)")
_BETWEEN = re.compile(r"\s+[–—-]\s+|\t+|\s*:\s+| {3,}")
_PARTED = re.compile(r"(?:[,;]|\s+and\s+)(?![^()]*\))")
_BEHIND_BRACKETS = re.compile(r"([^()]+\([^()]*\))\s+[-–—,:]?\s*([a-z].*)")
"""A name with brackets, and what goes on behind them: "Miss Grant (flat 3) large print please"."""
_THUMB = re.compile(r"^([👍✅✔☑🙋👎❌✗✘🙅❔❓🤷])\W*\s+(?=\w)")
_THUMB_FIRST = re.compile(_THUMB.pattern + "(.+)")
_THUMB_INSIDE = re.compile(r"([^,:👍✅✔☑🙋👎❌✗✘🙅❔❓🤷]+)([👍✅✔☑🙋👎❌✗✘🙅❔❓🤷])[\ufe0f\s]*(.*)")
"""A name, its answer, and what else is said: "Tony ❌ working"."""
_ANSWER_LAST = re.compile(r" (?:yes|no|maybe|coming|tbc)$", re.I)
_NAME = r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){1,2}"
_IN_A_SENTENCE = re.compile(rf"{_NAME}(?:\s*,\s*{_NAME})+(?:\s*,?\s+(?:and|&)\s+{_NAME})?")
_OWN_ROLE = re.compile(r"^((?:an? )?(?:(?:family|unpaid|parent|young|former) )?carer)\s*,\s*(?=[+(]?\d)", re.I)
"""What somebody is, between their name and their number: "Ann Lee, carer, 07700 900123"."""
_LABEL_INSIDE = re.compile(r"(?<=[.;])\s+(?=[A-Z][A-Za-z ]{2,30}:)")
"""Where one more label may begin on the same line: "Present: Ann Lee. Apologies: Bo Marsh"."""
_PHONE = re.compile(r"\+?\(?\d[\d ()-]{8,}")
_CAPITALS = re.compile(r"(?:[A-Z][\w'’.-]*\s+(?:&|and)?\s*){1,4}[A-Z][\w'’.-]*")
_COMMA = re.compile(r",(?![^()]*\))")
_IN_BRACKETS = re.compile(r"\([^()]*\)?")
_RECEIVED = re.compile(
    r"(?:apologies|regrets)(?: for absence)?(?: (?:were|have been|was))?(?: received| noted| given| sent)? (?:from|by)\b:?\s*(.+)",
    re.I,
)
_COUNTED = re.compile(
    r"\d+ (?:guests?|people|yes|no|maybe|awaiting|going|invited|attending|responses?|members?)\b", re.I
)
_THUMBS = dict.fromkeys("👎❌✗✘🙅", "No") | dict.fromkeys("❔❓🤷", "Maybe")
_DATED = "Days stand beside the names. They were taken for days of reply and left out."
_MOST_OF_A_NAME = 5
_LONGEST_LINE = 20_000
"""Characters: of names between commas, more than a thousand."""
_SHORT, _MOSTLY = 4, 0.75
"""Words of what somebody is called, and which part of the lines of a scrawled list are as short."""


def of_names(text: str, words: ListWords) -> Opened | None:
    """Return a list of names, one on a line or between commas, with what stands beside each; None when it is none."""
    told, dated = lines_of(text)
    parts = [(n, part) for n, line in told for part in _by_labels(line, words)]
    filled = [(n, line) for n, line in parts if line]
    if not filled or len(filled) > 20_000 or max(len(line) for _, line in filled) > _LONGEST_LINE:
        return None
    named = [] if _is_all_marked(filled, words) else _below_labels(parts, words)
    marked = [] if named else _numbered(filled, words)
    beside, left = around.told(filled, marked, words) if marked else ([], [])
    rows = (
        named
        or [*marked, *beside]
        or _one_a_line(filled, words)
        or _on_one_line(filled)
        or _short_lines(filled)
        or _in_a_sentence(filled)
    )
    if not rows:
        return None
    doubts = (_DATED, *left) if dated else tuple(left)
    return Opened("a list of names", (of_rows(_counted(rows)),), doubts=doubts, has_headings=False)


def _counted(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield rows with a number each, where several may stand on one line; a gap between lines stays one."""
    number = last = 0
    for row in rows:
        number += 2 if number and row.number - last > 1 else 1
        last = row.number
        yield row._replace(number=number)


def _by_labels(line: str, words: ListWords) -> list[str]:
    """Return the parts of a line that names several groups of people, each behind its label; one part of any other line."""
    parts = _LABEL_INSIDE.split(line)
    return parts if len(parts) > 1 and all(_label(part, words)[0] for part in parts) else [line]


def _one_a_line(lines: list[tuple[int, str]], words: ListWords) -> list[Row]:
    """Return the rows of lines that are mostly names; none of them when they are something else."""
    rows: list[Row] = []
    names = 0
    of_all = lines[0][1].endswith(":") and not _is_heading(lines[0][1], words) and len(lines) > 2
    lines = lines[1:] if of_all else lines  # what follows are those it speaks of
    bullets = [bool(_BULLET.match(line)) for _, line in lines]
    if sum(bullets) > 1 and not bullets[0] and all(bullets[1:]) and not _is_heading(lines[0][1], words):
        lines = lines[1:]  # what the list is called
    for at, (number, line) in enumerate(lines):
        told, beside = _split(_BULLET.sub("", line))
        if words.has("not_roles", line) or _COUNTED.match(line):
            continue  # "Organiser", below a name; "5 guests"
        if rows and len(rows[-1].cells) == 1 and begins_with_reply(line, words):
            rows[-1] = tidy(rows[-1].number, (rows[-1].cells[0], line))
        elif rows and _is_note(lines, at, words):
            rows[-1] = _with_note(rows[-1], line)
        elif _is_heading(told, words) and not beside:
            rows.append(tidy(number, (told,)))
        elif _is_heading(told, words):
            rows.append(tidy(number, (told,)))
            many = _listed(beside)
            rows += [tidy(number, (name, "")) for name in many]
            names += sum(is_name(name, words) for name in many)
        elif beside and (part := _unknown(line, [], words))[0]:
            rows += [tidy(number, (part[0],)), *(tidy(number, (name, "")) for name in _listed(part[1]))]
            names += len(_listed(part[1]))
        elif len(many := _listed(line)) > 1 and all(is_name(name, words) for name in many):
            rows += [tidy(number, (name, "")) for name in many]
            names += len(many)
        else:
            names += is_name(told, words) or (bool(_BULLET.match(line)) and bool(beside) and _is_one_name(told))
            rows.append(tidy(number, (told, beside)))
    return [] if names < (0.5 if of_all else 0.6) * len(rows) or not names or _is_table(lines) else rows


def _below_labels(lines: list[tuple[int, str]], words: ListWords) -> list[Row]:
    """Return the people of minutes: those named behind "Present:" and "Apologies:", or on the lines below; nobody else."""
    rows: list[Row] = []
    inside = empty = alone = named = False
    for at, (number, line) in enumerate(lines):
        label, rest = _label(line, words) if not _is_note(lines, at, words) else ("", "")
        if rows and not label and (":" in line or not inside or line[:1].islower()):
            label, rest = _unknown(line, [below for _, below in lines[at + 1 : at + 3] if below], words)
        if label:
            rows.append(tidy(number, (label,)))
            named = False
            inside, empty, alone = True, not rest, not rest
        elif not line:
            inside = inside and empty  # a blank line may stand between a label and its names, and ends them
            continue
        elif not inside:
            if not rows and _is_person(line, words):
                return []  # people stand above the first label too
            if not (named and _is_person(line, words)):
                named = False
                continue
            inside, rest = True, line  # behind a blank line
        elif not alone and MARKED.match(line):
            inside = False  # "1. Matters arising"
            continue
        else:
            rest = line
        if rows and inside and not label and _is_note(lines, at, words):
            rows[-1] = _with_note(rows[-1], line)
            continue
        several = len(many := _listed(rest)) > 1 and all(_is_person(one, words) and not is_role(one) for one in many)
        people = [_person(_BULLET.sub("", rest), words)] if alone and rest and not several else _people(rest)
        if people and all(told for told, _ in people):
            rows += [tidy(number, person) for person in people]
            empty, named = False, alone
        elif not label:
            inside = named = False
    return rows if any(not _is_heading(row.cells[0], words) for row in rows) else []


def _is_note(lines: Sequence[tuple[int, str]], at: int, words: ListWords) -> bool:
    """Tell whether a line that only says no to something is about the one right above it, and heads nobody: no gap, no colon, and nobody below stands above too."""
    line = lines[at][1]
    if not refuses(line) or line.endswith(":") or not at or not lines[at - 1][1] or lines[at][0] - lines[at - 1][0] > 1:
        return False
    named = {name for _, above in lines[:at] for name in (above, *_listed(above), _split(_BULLET.sub("", above))[0])}
    below = next((line for _, line in lines[at + 1 :] if line), "")
    return _is_person(lines[at - 1][1], words) and named.isdisjoint(_listed(_BULLET.sub("", below)))


def _with_note(row: Row, note: str) -> Row:
    return tidy(row.number, (row.cells[0], "; ".join([*row.cells[1:], note])))


def _people(line: str) -> list[tuple[str, str]]:
    """Return those named behind a label, each with what stands in brackets or behind a dash; "" for what is no name."""
    found = [_split(_BULLET.sub("", piece)) for piece in _listed(line)]
    return [(told if _may_be_named(told) or _is_called(told) else "", beside) for told, beside in found]


def _person(line: str, words: ListWords) -> tuple[str, str]:
    """Return who stands on a line of their own, and what they are: "Trish Lomax, parent carer"; "" when nobody does."""
    told, beside = _split(line)
    first, comma, rest = _COMMA.sub("\0", told, count=1).partition("\0")
    if comma and len(first.split()) > 1:
        told, beside = first, "; ".join(filter(None, (rest.strip(), beside)))
    named = _may_be_named(told) or _is_called(told)
    return (told if named and not _label_like(told, words) else "", beside)


def _is_person(line: str, words: ListWords) -> bool:
    told = _split(_BULLET.sub("", line))[0]
    return (
        not line.endswith(":")
        and is_name(told, words)
        and not told.isupper()
        and not words.says("organisations", told)
        and title(told, words, stands_out=True) is Title.NO
    )


def _label_like(told: str, words: ListWords) -> bool:
    return words.has("not_roles", told) or told.endswith(":")


def _is_called(piece: str) -> bool:
    """Tell whether a piece in small letters may be what somebody is called: "big Dave", "ann lee"; not "matters arising"."""
    parts = piece.split()
    small = piece.islower() and len(parts) in {2, 3} and all(map(str.isalpha, parts))
    named = small and (is_first_name(parts[0]) or not all(map(is_word, parts)))
    return named or bool(re.fullmatch(r"[^\W\d_][\w'’-]*(?: [A-Z][\w'’-]*){1,2}", piece))


def _label(line: str, words: ListWords) -> tuple[str, str]:
    """Return which part of the people a line of minutes begins with, and what follows it; "" when it is none."""
    if found := _RECEIVED.match(line):
        return "Apologies", found[1]
    if found := _THUMB.match(line):
        return _THUMBS.get(found[1], "Yes"), line[found.end() :]
    label, mark, rest = line.partition(":")
    if not mark:
        label, mark, rest = line.partition("\t")
    return (label.strip(), rest.strip()) if _is_heading(label, words) else ("", "")


def _unknown(line: str, below: list[str], words: ListWords) -> tuple[str, str]:
    """Return a title nobody knows, and those it names; "" where nobody is named behind its colon or on the line below."""
    label, mark, rest = line.partition(":")
    if MARKED.match(line) or title(label + mark, words, stands_out=True) is Title.NO:
        return "", ""
    named = all(_is_person(piece, words) for piece in _listed(rest) or below[:1])
    return (label + mark, rest.strip()) if named and (rest or below) else ("", "")


def _is_all_marked(lines: Sequence[tuple[int, str]], words: ListWords) -> bool:
    """Tell whether everybody stands on marked lines, some of them below titles, and nothing else names people as minutes do."""
    titled = [at for at in range(len(lines)) if around.heads(lines, at)]
    others = [line for at, (_, line) in enumerate(lines) if at not in titled and not MARKED.match(line)]
    marked = [line for _, line in lines if MARKED.match(line)]
    return (
        bool(titled)
        and all(_is_person(line, words) for line in marked)
        and not any(_label(line, words)[0] or _is_person(line, words) for line in others)
    )


def _numbered(lines: list[tuple[int, str]], words: ListWords) -> list[Row]:
    """Return the people of the lines that are numbered or have a dot, when those around them only tell of the list."""
    marked = [at for at, (_, line) in enumerate(lines) if MARKED.match(line)]
    if len(marked) < 2 or any(_is_person(line, words) for _, line in (*lines[: marked[0]], *lines[marked[-1] + 1 :])):
        return []
    rows: list[Row] = []
    for at, (number, line) in enumerate(lines):
        told, beside = _split(_BULLET.sub("", line))
        if around.heads(lines, at) and not _is_person(line, words):
            titled = around.head(line, words, first=not rows)
            rows += [tidy(number, (titled,))] if titled else []
        elif not marked[0] <= at <= marked[-1]:
            continue
        elif _is_heading(told, words) and not beside:
            rows.append(tidy(number, (told,)))
        elif rows and not MARKED.match(line) and (line[0].islower() or begins_with_reply(line, words)):
            rows[-1] = _with_note(rows[-1], line)
        elif not MARKED.match(line) and not _is_person(line, words) and speaks_of_coming(line, words):
            rows.append(tidy(number, (around.OTHERS,)))  # a title, or of the one above
        elif _may_be_named(_IN_BRACKETS.sub(" ", told)):
            rows.append(tidy(number, (told, beside)))
        elif MARKED.match(line):
            return []  # points of notes
    return rows + _labelled(lines[marked[-1] + 1 :], words)


def _labelled(lines: list[tuple[int, str]], words: ListWords) -> list[Row]:
    """Return those whom lines below a list name behind a label: "Apologies: Ann Lee, Bo Marsh"."""
    rows: list[Row] = []
    for number, line in lines:
        label, rest = _label(line, words)
        people = _people(rest) if label else []
        if people and all(told for told, _ in people):
            rows += [tidy(number, (label,)), *(tidy(number, person) for person in people)]
    return rows


def named_around(parts: Sequence[Sequence[str]], words: ListWords, after: int) -> list[Row]:
    """Return those whom lines around tables name behind a label, or below one, as one more table, below the label: rows that follow on `after`."""
    rows: list[Row] = []
    for part in parts:
        lines = [(n, line) for n, line in enumerate(part) if not words.begins("not_the_person", line)]
        below = _below_labels(lines, words) if any(_is_heading(line, words) for _, line in lines[:-1]) else []
        rows += below or _labelled(lines, words)
    heads = ("Name", "Notes")
    cells = [
        part
        for row in rows
        for part in ((row.cells, heads) if len(row.cells) == 1 and _is_heading(row.cells[0], words) else (row.cells,))
    ]
    return [Row(after + n, part) for n, part in enumerate(cells, 1)]


def _on_one_line(lines: list[tuple[int, str]]) -> list[Row]:
    """Return the people of one line: "Bev, Colin W, +44 7700 900312, You", as a group of a messenger has them."""
    pieces = [piece.lstrip("~ ") for piece in _listed(lines[0][1])]
    if len(lines) > 1 or len(pieces) < 3 or not all(map(_may_be_named, pieces)):
        return []
    return [tidy(1, (piece, "")) for piece in pieces]


def _short_lines(lines: list[tuple[int, str]]) -> list[Row]:
    """Return the people of lines that are all as short as what somebody is called: "Nell", "Archie B"."""
    split = [(number, *_split(_THUMB_FIRST.sub(_behind, _BULLET.sub("", line)))) for number, line in lines]

    def is_short(told: str) -> bool:
        return _may_be_named(told) and "," not in told and len(_IN_BRACKETS.sub(" ", told).split()) <= _SHORT

    short = len(lines) > 3 and sum(map(is_short, (told for _, told, _ in split))) >= _MOSTLY * len(lines)
    return [tidy(number, (told, beside)) for number, told, beside in split] if short else []


def _behind(found: re.Match[str]) -> str:
    return f"{found[2]} - {_THUMBS.get(found[1], 'Yes')}"


def _in_a_sentence(lines: list[tuple[int, str]]) -> list[Row]:
    """Return the people whom one sentence of a message lists: "so far Marion Teale, Len Fitch and Babs Okoro"."""
    text = " ".join(line for _, line in lines)
    run = _IN_A_SENTENCE.search(text) if len(lines) < 6 else None
    names = _listed(run[0]) if run else []
    return [tidy(1, (name, "")) for name in names] if len(names) > 2 else []


def _may_be_named(piece: str) -> bool:
    """Tell whether a piece is as short as a name, and begins like one; a number counts, as of somebody not named."""
    bare = _IN_BRACKETS.sub(" ", piece).strip(" ?.")
    few = 0 < len(bare.split()) <= _MOST_OF_A_NAME
    return few and (bool(re.fullmatch(r"\+?[\d ()-]{8,}", bare)) or (bare[0].isalpha() and not bare[0].islower()))


def _is_table(lines: list[tuple[int, str]]) -> bool:
    """Tell whether every line has as many commas as the first: then they stand between cells, not between names."""
    commas = {line.count(",") for _, line in lines}
    return len(lines) > 1 and len(commas) == 1 and commas != {0} and commas != {1}


def _split(line: str) -> tuple[str, str]:
    """Return a name and what stands beside it: "Ngozi Eze – carer", "Ngozi Eze, 07700 900512"."""
    if (found := _THUMB_INSIDE.fullmatch(line)) and any(map(str.isalnum, found[1])):
        answer, rest = _THUMBS.get(found[2], "Yes"), found[3].strip()
        if rest.startswith("+"):
            return f"{found[1].strip()} {rest}", answer
        return found[1].strip(), ", ".join(filter(None, (answer, rest)))
    reached = min((found.start() for found in (MAIL.search(line), _PHONE.search(line)) if found), default=-1)
    before, comma, behind = line.partition(",")
    if comma and reached > len(before) and _CAPITALS.fullmatch(before):
        return before.strip(), _OWN_ROLE.sub(r"\1; ", behind.strip(" >)"))
    if reached > 0 and (opened := line.rfind("(", 0, reached)) > 0 and ")" not in line[opened:reached]:
        return line[:opened].strip(), line[opened:].strip("() ")
    if found := MAIL.search(line):
        return line[: found.start()].strip(" ,–—-<(:"), line[found.start() :].strip(" >)")
    if found := _BEHIND_BRACKETS.fullmatch(line):
        return found[1].strip(), found[2].strip()
    said_of = behind.strip()[:1]
    if comma and (said_of.islower() or said_of.isdigit()) and _is_called_so(before):
        return before.strip(), behind.strip()
    parts = _BETWEEN.split(line, maxsplit=1)
    if len(parts) == 2:
        return parts[0].strip(), parts[1].strip()
    if number := _PHONE.search(line):
        return line[: number.start()].strip(" ,–—-("), line[number.start() :].strip()
    return line, ""


def _listed(line: str) -> list[str]:
    """Return what stands between commas, semicolons and "and"; not those inside brackets."""
    return [part for part in (re.sub(r"^(?:and|&)\s+", "", p.strip(" .")) for p in _PARTED.split(line)) if part]


def _is_heading(line: str, words: ListWords) -> bool:
    return section_of(line, words) is not None


def _is_called_so(before: str) -> bool:
    """Tell whether what stands before a comma is a name, or one with its answer: "Ida Crisp yes"."""
    name = _ANSWER_LAST.sub("", before)
    return _CAPITALS.fullmatch(name) is not None or _is_one_name(name)


def _is_one_name(text: str) -> bool:
    return text.isalpha() and text.istitle() and len(text) < 25
