"""The papers of the assurance pack as documents: each claim with what bears it out, or that it is not so."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from coprod_desktop.domain.assurance import (
    TEST,
    Claim,
    PackPaper,
    PackPart,
    Put,
    Recorded,
    RunOfTests,
    Standing,
    filled,
)
from coprod_desktop.domain.keep_rules import KINDS
from coprod_desktop.publish.copy_code import copy_code
from coprod_desktop.publish.dates import in_words
from coprod_desktop.publish.document import (
    Block,
    Bullets,
    Document,
    Facts,
    Heading,
    Mark,
    Paragraph,
    Run,
    Table,
    Tone,
)
from coprod_desktop.publish.paper import Paper
from coprod_desktop.publish.stories.words import counted, listed, plain, quiet, sentence

NAME = "Co-production Desktop"
NOT_RECORDED = "not recorded for this version"
NETWORK_TESTS = "tests/test_no_network.py::"
_RULE = "_" * 40
YOURS = "For you to say"
_SO = {Standing.NOT: "Not so, or not done. ", Standing.YOURS: f"{YOURS}. "}


@dataclass(frozen=True, kw_only=True)
class PackFacts:
    """What the program knows of itself."""

    version: str
    day: datetime.date
    words: Mapping[str, str]
    """What stands in the place of "{recent}" and the like."""
    tested: RunOfTests
    tests: tuple[str, ...]
    """Every test that the pack names."""
    materials: tuple[tuple[str, str, str], ...]
    """Name, version and licence of each part."""
    places: tuple[tuple[str, str, str], ...]
    """Where something is written, what it is, and whether it is encrypted."""
    cipher: tuple[tuple[str, str], ...]
    papers: tuple[PackPaper, ...]


def assurance_paper(told: PackPaper, facts: PackFacts) -> Paper:
    """Return one paper of the pack."""
    whom = "" if told.brief else f" For {told.reader}."
    blocks = (
        quiet(f"{NAME} {facts.version}. Made by the program itself on {in_words(facts.day)}.{whom}"),
        Heading(1, told.title),
        *(plain(filled(text, facts.words)) for text in told.intro),
        *(() if told.brief else _tests_in_short(told, facts)),
        *(block for part in told.parts for block in _part(part, facts, brief=told.brief)),
    )
    document = Document(
        title=told.title,
        lang="en-GB",
        author=NAME,
        subject=f"{told.about} {NAME} {facts.version}",
        blocks=blocks,
        running_head=f"{NAME} {facts.version}: {told.title}",
    )
    return Paper(kind=told.name, document=replace(document, fingerprint=copy_code(blocks)))


def _tests_in_short(told: PackPaper, facts: PackFacts) -> Iterator[Block]:
    """Say once whether the tests that this paper names passed with this program."""
    named = {one for claim in told.claims() for one in claim.by if TEST.fullmatch(one)}
    if not named:
        return
    tested = facts.tested
    done = [one for one in named if tested.passed(one)]
    if not done:
        words = f"Whether the tests named here passed is {NOT_RECORDED}."
        yield Paragraph((Run(words, tone=Tone.WAITING, strong=True),), mark=Mark.WARN)
    elif len(done) < len(named):
        words = f"Of the {len(named)} tests named here {len(done)} passed with this program on {_day(tested)}. The others are marked."
        yield Paragraph((Run(words, tone=Tone.WAITING, strong=True),), mark=Mark.WARN)
    else:
        words = f"All {len(named)} tests named here passed with this program on {_day(tested)}."
        yield Paragraph((Run(words, tone=Tone.DONE, strong=True),), mark=Mark.TICK)


def _day(tested: RunOfTests) -> str:
    return in_words(datetime.date.fromisoformat(tested.on))


def _part(part: PackPart, facts: PackFacts, *, brief: bool) -> Iterator[Block]:
    yield Heading(2, part.heading)
    if part.put is not None:
        yield from _PUT[part.put](facts)
    if brief and part.claims:
        yield Bullets(tuple(_said(claim, facts) for claim in part.claims))
    else:
        for claim in part.claims:
            yield from _claim(claim, facts)
    if part.ask:
        if any(claim.question for claim in part.claims):
            yield Heading(3, YOURS)  # else it would read as the end of the last answer
        yield replace(quiet(part.ask), with_next=part.fill > 0)
    yield from (replace(plain(_RULE), with_next=left > 0) for left in reversed(range(part.fill)))


def _claim(claim: Claim, facts: PackFacts) -> Iterator[Block]:
    if claim.question:
        yield Heading(3, claim.question)
    yield replace(_said(claim, facts), with_next=bool(claim.by))
    if claim.by:
        yield quiet(_sources(claim.by, facts.tested))


def _said(claim: Claim, facts: PackFacts) -> Paragraph:
    begins = (Run(_SO[claim.standing], strong=True),) if claim.standing in _SO else ()
    mark = Mark.CROSS if claim.standing is Standing.NOT else None
    return Paragraph((*begins, Run(filled(claim.says, facts.words))), mark=mark)


def _sources(by: Sequence[str], ran: RunOfTests) -> str:
    """Return what bears a claim out as one reads it: tests by their sentences, file by file; files by words in them."""
    tests, files = dict[str, list[str]](), list[str]()
    for one in by:
        if TEST.fullmatch(one):
            path, _, name = one.partition("::")
            tests.setdefault(path, []).append(f"“{_sentence(name)}”{_state(one, ran)}")
        else:
            path, _, words = one.partition("#")
            files.append(f"“{words}” in {path}")
    said = [f"{listed(names)} in {path}" for path, names in tests.items()]
    told = [f"Tested: {'; '.join(said)}." if said else "", f"Written: {'; '.join(files)}." if files else ""]
    return " ".join(filter(None, told))


def _sentence(name: str) -> str:
    return name.removeprefix("test_").replace("_", " ")


def _state(test: str, ran: RunOfTests) -> str:
    if not ran.counts:
        return ""
    return {True: "", False: " (failed)", None: f" ({NOT_RECORDED})"}[ran.passed(test)]


# ---- what the program puts in


def _papers(facts: PackFacts) -> Iterator[Block]:
    """The papers by the numbers in their file names, a line each: the first page stays one page."""
    rows = ((f"{n}. {one.title}", one.about) for n, one in enumerate(facts.papers) if n)
    yield Facts(tuple((label, plain(words)) for label, words in rows))


def _materials(facts: PackFacts) -> Iterator[Block]:
    yield Table(counted(len(facts.materials), "part", "parts"), ("Part", "Version", "Licence"), facts.materials)


def _places(facts: PackFacts) -> Iterator[Block]:
    yield Table("Every place it writes to", ("Where", "What", "Encrypted"), facts.places)


def _cipher(facts: PackFacts) -> Iterator[Block]:
    yield Facts(tuple((label, plain(value)) for label, value in facts.cipher))


def _kept(_facts: PackFacts) -> Iterator[Block]:
    rows = tuple(
        (row.words, row.from_what, row.goes, counted(row.months, "month", "months") if row.months else "None")
        for row in KINDS
    )
    yield Table("Kinds of records", ("What", "Counted from", "What goes", "Suggested"), rows)
    sources = dict.fromkeys(f"{row.months}: {row.source}" for row in KINDS if row.months)
    yield quiet(f"Where the suggested months are from. {' '.join(map(sentence, sources))}")


def _tested(facts: PackFacts) -> Iterator[Block]:
    """Say what came of the tests as a whole."""
    ran = facts.tested
    if not ran.counts:
        yield from _run(ran)
        return
    passed = len([one for one in facts.tests if ran.passed(one)])
    failed = len([one for one in facts.tests if ran.passed(one) is False])
    rest = len(facts.tests) - passed - failed
    yield plain(
        f"On {_day(ran)} {passed} of the {len(facts.tests)} tests that the pack names passed, {failed} failed and {rest} "
        f"were not run ({ran.where}). See “Nothing connects”."
    )


def _run(tested: RunOfTests) -> Iterator[Block]:
    if tested.recorded is Recorded.NONE:
        words = "No run of the tests is recorded with this program."
    elif tested.recorded is Recorded.OTHER:
        words = "The run that is recorded is of another version or of other code. It does not count here."
    else:
        rows = [("Run on", _day(tested)), ("With", tested.where), ("Code", f"SHA-256 {tested.code}")]
        yield Facts(tuple((label, plain(value)) for label, value in rows))
        same = (
            "The code here was compared with the code the tests ran with: they are the same."
            if tested.recorded is Recorded.THIS
            else "This is a packed program. It holds no source to compare; the record was put in when it was packed."
        )
        yield plain(same)
        return
    yield Paragraph(
        (Run(f"{words} So whether the tests passed is {NOT_RECORDED}.", tone=Tone.WAITING, strong=True),),
        mark=Mark.WARN,
    )


def _network(facts: PackFacts) -> Iterator[Block]:
    tests = [one for one in facts.tests if one.startswith(NETWORK_TESTS)]
    states = [facts.tested.passed(one) for one in tests]
    if all(states):
        words, tone, mark = "Passed: nothing tried to connect while the tests ran.", Tone.DONE, Mark.TICK
    elif False in states:
        words, tone, mark = "Failed.", Tone.NO, Mark.CROSS
    else:
        words, tone, mark = f"The result is {NOT_RECORDED}.", Tone.WAITING, Mark.WARN
    yield Paragraph((Run(words, tone=tone, strong=True),), mark=mark)
    if facts.tested.counts:
        said = {True: "passed", False: "failed", None: NOT_RECORDED}
        named = (_sentence(one.partition("::")[2]) for one in tests)
        yield Bullets(
            tuple(plain(sentence(f"{name}: {said[state]}")) for name, state in zip(named, states, strict=True))
        )
    yield from _run(facts.tested)


_PUT: Mapping[Put, Callable[[PackFacts], Iterator[Block]]] = {
    Put.PAPERS: _papers,
    Put.MATERIALS: _materials,
    Put.TESTED: _tested,
    Put.NETWORK: _network,
    Put.CIPHER: _cipher,
    Put.PLACES: _places,
    Put.KEPT: _kept,
}


def texts(told: Sequence[PackPaper]) -> Iterator[str]:
    """Yield every text of the papers that may wait for a fact."""
    for paper in told:
        yield from paper.intro
        yield from (claim.says for claim in paper.claims())
