"""Numbers on paper: promises of earlier papers, measures, evaluation. In full, with how many of how many."""

from __future__ import annotations

from collections.abc import Iterator

from coprod_desktop.domain.measures import FEWER, NOT_SHOWN
from coprod_desktop.publish.dates import in_words
from coprod_desktop.publish.document import Block, Bullets, Facts, Heading, Paragraph, Run, Table
from coprod_desktop.publish.snapshot import PublicEarlier, PublicEvaluation, PublicSnapshot
from coprod_desktop.publish.stories.figures import score_of_earlier
from coprod_desktop.publish.stories.words import aside, counted, plain, quiet, sentence


def earlier(snapshot: PublicSnapshot, *, scored: bool = True) -> Iterator[Block]:
    """Yield the promises of earlier papers and what became of each; the score first, unless it was told before."""
    if not snapshot.earlier:
        return
    yield Heading(2, "Our earlier promises")
    if scored:
        yield from score_of_earlier(snapshot)
    for promise in snapshot.earlier:
        yield Heading(3, promise.text)
        yield Facts(tuple(_earlier(promise)))


def _earlier(promise: PublicEarlier) -> Iterator[tuple[str, Paragraph]]:
    if promise.due:
        yield "Promised for", plain(in_words(promise.due))
    if promise.owner:
        yield "Who", plain(sentence(promise.owner))
    yield "How it went", plain(sentence(promise.said))
    reason = ". ".join(part.rstrip(". ") for part in (promise.reason_category, promise.reason) if part)
    if reason:
        yield "Why", plain(sentence(reason))


def measures(snapshot: PublicSnapshot) -> Iterator[Block]:
    """Yield numbers asked before and after, without a claim about what caused a change."""
    if not snapshot.measures:
        return
    yield Heading(2, "What we measured")
    for measure in snapshot.measures:
        yield Paragraph((Run(f"{measure.name}: ", strong=True), Run(f"{measure.sentence}.")))
        if measure.source:
            yield aside(quiet(sentence(measure.source)))
    yield plain("Other things changed in that time too. The numbers do not say what made the difference.")


def evaluation(snapshot: PublicSnapshot) -> Iterator[Block]:
    """Yield what people thought of it: how many answered of how many, stars, and counts that point at nobody."""
    found = snapshot.evaluation
    if found is None:
        return
    yield Heading(2, "What people thought of it")
    if found.forms is not None:
        yield plain(_answered(found))
    if found.stars:
        yield Table(
            "Stars people gave",
            ("Stars", "How many people"),
            tuple((counted(star, "star", "stars"), str(n)) for star, n in found.stars),
            aside=True,
        )
        yield plain(_mean(found))
    yield from _about_you(found)


def _answered(found: PublicEvaluation) -> str:
    forms = found.forms or 0
    if found.attended is None or forms > found.attended:
        return f"{counted(forms, 'person', 'people')} filled in a form."
    share = f" ({found.response_percent}%)" if forms != found.attended and found.response_percent is not None else ""
    left = found.attended - forms
    others = f" {counted(left, 'person', 'people')} did not." if left else ""
    return f"{forms} of {found.attended} people who came filled in a form{share}.{others}"


def _mean(found: PublicEvaluation) -> str:
    words = f"On average {found.mean} stars of 5." if found.mean is not None else ""
    good = sum(n for star, n in found.stars if star >= 4)
    rated = sum(n for _, n in found.stars)
    share = f" ({found.four_or_five_percent}%)" if good != rated and found.four_or_five_percent is not None else ""
    return f"{words} {good} of {rated} gave 4 or 5 stars{share}.".strip()


def _about_you(found: PublicEvaluation) -> Iterator[Block]:
    if not found.about_you and not found.about_you_withheld:
        return
    yield Heading(3, "About the people who filled in a form")
    hidden = {count.hidden_as for _, lines in found.about_you for count in lines if count.hidden_as}
    if hidden:
        why = f"Small numbers are shown as “{FEWER}”, so that they point at nobody."
        why += f" “{NOT_SHOWN}” stands where a number would give one of them away." * (NOT_SHOWN in hidden)
        yield aside(plain(why))
    for n, (heading, lines) in enumerate(found.about_you, start=1):
        rows = tuple((line.label, line.hidden_as or str(line.count)) for line in lines)
        yield Table(sentence(heading or f"Question {n}").rstrip("."), ("Answer", "How many people"), rows, aside=True)
    if found.about_you_withheld:
        yield Bullets((aside(plain("Some answers are not shown, because the numbers would point at someone.")),))
