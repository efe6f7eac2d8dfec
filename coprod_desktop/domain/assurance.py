"""The papers that get the program onto a council's laptop: tables in which no claim stands without what bears it out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from coprod_desktop.domain.content_table import TableRow

TEST = re.compile(r"tests/[\w/]+\.py::test_\w+")
"""A test that bears something out: its file and its name."""
FILE = re.compile(r"(?!tests/)[\w./-]+#.+")
"""A file of the program that bears something out, and words that stand in it."""
_HOLE = re.compile(r"\{(\w+)\}")


class Standing(StrEnum):
    """How something stands: it is so and borne out, it is not so or was not done, or it is for the organisation to say."""

    SO = "so"
    NOT = "not"
    YOURS = "yours"


class Put(StrEnum):
    """What the program puts into a part out of what it knows of itself."""

    PAPERS = "papers"
    MATERIALS = "materials"
    TESTED = "tested"
    NETWORK = "network"
    CIPHER = "cipher"
    PLACES = "places"
    KEPT = "kept"


@dataclass(frozen=True, kw_only=True)
class Claim:
    """One thing said of the program; `question` is what it answers, "" for none."""

    says: str
    question: str = ""
    by: tuple[str, ...] = ()
    """Tests as "tests/file.py::test_name", files as "file#words that stand in it"."""
    standing: Standing = Standing.SO


@dataclass(frozen=True, kw_only=True)
class PackPart:
    """What stands below one heading. `fill` is how many lines are left there to write on."""

    heading: str
    ask: str = ""
    """What somebody who fills it in is asked."""
    claims: tuple[Claim, ...] = ()
    put: Put | None = None
    fill: int = 0


@dataclass(frozen=True, kw_only=True)
class PackPaper:
    """One paper of the pack. `reader` is who looks at it first; `about` is its line on the first page."""

    name: str
    title: str
    reader: str
    about: str
    intro: tuple[str, ...]
    parts: tuple[PackPart, ...]
    brief: bool = False
    """It is one page: what bears a claim out is told in the papers it names, and by a test here too."""

    def claims(self) -> tuple[Claim, ...]:
        """Return all its claims."""
        return tuple(claim for part in self.parts for claim in part.claims)


_PAPER = frozenset(PackPaper.__dataclass_fields__)
_PART = frozenset(PackPart.__dataclass_fields__)
_CLAIM = frozenset({"q", "a", "by", "is"})
NAMES = ("index", "security", "data", "impact", "equality", "accessibility", "decisions", "network", "materials")
"""The papers of the pack, in their order; each is a file of its name in resources/content/assurance/."""


def parse_paper(name: str, data: Any) -> PackPaper:
    """Return one paper from its file. WrongContent, in a sentence, when it cannot be what was meant."""
    top = TableRow(data, f"the assurance paper “{name}”", _PAPER)
    if top.text("name") != name:
        raise top.wrong("“name” is not that of its file")
    return PackPaper(
        name=name,
        title=top.text("title"),
        reader=top.text("reader"),
        about=top.text("about"),
        intro=top.texts("intro", ()),
        parts=tuple(map(_part, top.rows("parts", "heading", _PART))),
        brief=top.yes("brief"),
    )


def _part(source: TableRow) -> PackPart:
    put = source.one_of("put", tuple(Put), "")
    claims = source.rows("claims", "q", _CLAIM) if source.has("claims") else ()
    return PackPart(
        heading=source.text("heading"),
        ask=source.text("ask", ""),
        claims=tuple(map(_claim, claims)),
        put=Put(put) if put else None,
        fill=source.number("fill", 0),
    )


def _claim(source: TableRow) -> Claim:
    standing, by = source.one_of("is", tuple(Standing), Standing.SO), source.texts("by", ())
    if standing == Standing.SO and not by:
        raise source.wrong("it says that something is so, and nothing bears it out")
    for one in by:
        if not TEST.fullmatch(one) and not FILE.fullmatch(one):
            raise source.wrong(f"“{one}” is neither a test nor a file with words that stand in it")
    return Claim(says=source.text("a"), question=source.text("q", ""), by=by, standing=Standing(standing))


def named_tests(papers: tuple[PackPaper, ...]) -> tuple[str, ...]:
    """Return the tests that bear anything out, each once, by name."""
    named = {one for paper in papers for claim in paper.claims() for one in claim.by if TEST.fullmatch(one)}
    return tuple(sorted(named))


def holes(text: str) -> tuple[str, ...]:
    """Return the facts a text waits for, as in "the newest {recent} backups"."""
    return tuple(_HOLE.findall(text))


def filled(text: str, facts: Mapping[str, str]) -> str:
    """Return the text with the program's own facts in it. KeyError for one that it does not know."""
    return _HOLE.sub(lambda hole: facts[hole[1]], text)


class Recorded(StrEnum):
    """Of which program the recorded run of the tests is."""

    NONE = "none"
    OTHER = "other"
    """Of another version, or of other code: it does not count."""
    THIS = "this"
    PACKED = "packed"
    """Of this version, and put into a packed program, which holds no source to compare it with."""


@dataclass(frozen=True, kw_only=True)
class RunOfTests:
    """What is recorded of the tests: which passed, with which code, where and when."""

    recorded: Recorded = Recorded.NONE
    code: str = ""
    """The SHA-256 of all that ships, as the tests ran with it."""
    on: str = ""
    """The day, as "2026-11-27"."""
    where: str = ""
    results: Mapping[str, bool] = field(default_factory=dict)
    """Test -> whether it passed; one that is not here was not run."""

    @property
    def counts(self) -> bool:
        """Whether it is of this program."""
        return self.recorded in (Recorded.THIS, Recorded.PACKED)

    def passed(self, test: str) -> bool | None:
        """Tell whether a test passed with this program; None when that is not recorded."""
        return self.results.get(test) if self.counts else None
