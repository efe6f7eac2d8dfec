"""The progress report for a committee: what was done over several sessions, and what became of each promise.

Built from public snapshots alone, so it holds no personal data (practice D30). The log of events is its appendix.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from coprod_desktop.domain.measures import in_fives, parts_in_fives
from coprod_desktop.domain.promises import KEPT, Standing, score_of
from coprod_desktop.domain.words import Group
from coprod_desktop.errors import UserError
from coprod_desktop.publish.calendar_days import follow_up_days
from coprod_desktop.publish.dates import in_words
from coprod_desktop.publish.document import YOU_SAID, Block, Bullets, Document, Facts, Heading, Paragraph, Run
from coprod_desktop.publish.easy.progress import progress
from coprod_desktop.publish.imprint import imprint
from coprod_desktop.publish.paper import Paper, Spreadsheet
from coprod_desktop.publish.snapshot import PublicSnapshot, PublicText
from coprod_desktop.publish.stories import figures, log
from coprod_desktop.publish.stories.contact import names_contact
from coprod_desktop.publish.stories.lines import how_many
from coprod_desktop.publish.stories.promised import BEFORE, EARLIER, Promised, came_back, noes, promised
from coprod_desktop.publish.stories.words import counted, plain, quiet, sentence

KIND = "progress-report"
_MOST_THEMES = 8
"""More are not read: the rest are counted."""
TITLE = "Progress report on co-production"


def progress_report(snapshots: Sequence[PublicSnapshot], as_of: date) -> Paper:
    """Return the report of these sessions as things stood on a day. UserError when there are none."""
    if not snapshots:
        raise UserError("There are no sessions to report on in that time.", "Choose other dates. No report was made.")
    ordered = log.in_order(snapshots)
    found = promised(ordered)
    blocks = (
        *_head(ordered, as_of),
        *_people(ordered),
        *_themes(ordered),
        *_promises(found),
        *_list_of("Kept", [p for p in found if p.standing in KEPT]),
        *_late(found),
        *_list_of("Not due yet", [p for p in found if p.standing is Standing.NOT_DUE]),
        *_noes(ordered, found),
        *_came_back(ordered),
        *_access(ordered),
        *_waiting(ordered),
        *_whom_to_ask(ordered),
        Heading(2, "Appendix: events that have taken place"),
        *log.table(ordered),
    )
    document = Document(
        title=TITLE,
        lang="en-GB",
        author=log.organisation(ordered),
        subject=f"{TITLE}, {log.period(ordered)}",
        blocks=blocks,
        running_head=TITLE,
    )
    document = imprint(document, *ordered)
    return Paper(
        kind=KIND,
        document=document,
        sheet=_sheet(found),
        events=tuple(day for s in ordered for day in follow_up_days(s)),
        easy=replace(progress(ordered, as_of), fingerprint=document.fingerprint),
    )


def _head(snapshots: Sequence[PublicSnapshot], as_of: date) -> Iterator[Block]:
    if name := log.organisation(snapshots):
        yield quiet(name)
    yield Heading(1, TITLE)
    yield Facts(
        (
            ("Time it covers", plain(log.period(snapshots))),
            ("Sessions", plain(str(len(snapshots)))),
            ("As things stood on", plain(in_words(as_of))),
        )
    )


def _people(snapshots: Sequence[PublicSnapshot]) -> Iterator[Block]:
    yield Heading(2, "Who took part")
    together = _together(snapshots)
    if together.came_in_all:
        yield plain(f"People came {in_fives(together.came_in_all)} times in all.")
        if parts := parts_in_fives(together.came):
            of_each = (f"{figures.GROUP_WORDS[group][1]}: {many}" for group, many in parts)
            yield Bullets(tuple(plain(sentence(words)) for words in of_each))
    else:
        yield plain("We have not written down how many people came.")
    if len(snapshots) > 1 and together.came_in_all:
        yield quiet("Someone who came to more than one session is counted each time.")
    nobody = sum(not figures.took_part(s) for s in snapshots)
    if nobody and together.came_in_all:
        yield plain(f"For {counted(nobody, 'session', 'sessions')} we have not written down who came.")


def _themes(snapshots: Sequence[PublicSnapshot]) -> Iterator[Block]:
    together = _together(snapshots)
    if not together.themes:
        return
    yield Heading(2, "What people said most about")
    if (figure := figures.what_was_said(together)) is not None:
        yield figure
        return
    shown, rest = together.themes[:_MOST_THEMES], together.themes[_MOST_THEMES:]
    yield Bullets(tuple(plain(f"{theme}: {counted(n, 'thing', 'things')}") for theme, n in shown))
    if rest:
        yield plain(f"People also talked about {counted(len(rest), 'other theme', 'other themes')}.")


def _together(snapshots: Sequence[PublicSnapshot]) -> PublicSnapshot:
    """Return the newest session with the people and the themes of all, so that one picture shows them."""
    themes: dict[str, tuple[PublicText, int]] = {}
    for theme, n in (pair for s in snapshots for pair in s.themes):
        name, before = themes.get(theme.casefold(), (theme, 0))
        themes[theme.casefold()] = (name, before + n)
    came = {group: sum(n for s in snapshots for g, n in s.came if g is group) for group in Group}
    return replace(
        snapshots[-1],
        came=tuple((group, n) for group, n in came.items() if n),
        came_in_all=sum(map(figures.took_part, snapshots)),
        votes=(),
        evaluation=None,
        rules_agreed_by=None,
        themes=tuple(sorted(themes.values(), key=lambda pair: -pair[1])),
    )


def _promises(found: Sequence[Promised]) -> Iterator[Block]:
    yield Heading(2, "Promises made, and what became of them")
    if not found:
        yield plain("No promises were made.")
        return
    yield plain(f"{counted(len(found), 'promise', 'promises')} {'was' if len(found) == 1 else 'were'} made.")
    stands = [p.standing for p in found]
    if (figure := figures.kept("How the promises stand", stands)) is not None:
        yield figure
    else:
        yield plain(sentence(score_of(stands) or ""))
    if before := sum(p.session == EARLIER for p in found):
        yield quiet(f"{before} of them {'was' if before == 1 else 'were'} promised before these sessions.")


def _late(found: Sequence[Promised]) -> Iterator[Block]:
    late = [p for p in found if p.standing is Standing.OVERDUE]
    if not found:
        return
    yield Heading(2, "Late or not done")
    if not late:
        yield plain("No promise is late.")
    for promise in late:
        yield from _told(promise)


def _list_of(heading: str, found: Sequence[Promised]) -> Iterator[Block]:
    """Yield promises of one standing, each with who, how it went, and the session it was made at."""
    if found:
        yield Heading(2, heading)
        yield Bullets(tuple(map(_in_short, found)))


def _in_short(promise: Promised) -> Paragraph:
    due = promise.due if promise.standing is Standing.NOT_DUE else None
    stands = f"{promise.stands}, by {in_words(due)}" if due else promise.stands
    parts = (promise.promised_where, promise.owner or "Nobody is named", stands)
    rest = " ".join(map(sentence, parts))
    return Paragraph((Run(sentence(promise.what), strong=True), Run(f"\n{rest}")))


def _told(promise: Promised) -> Iterator[Block]:
    yield Heading(3, promise.what.rstrip("."))
    rows = (
        ("Promised at", promise.promised_at or BEFORE),
        ("Who", promise.owner or "Nobody is named"),
        ("By when", in_words(promise.due) if promise.due else "No date was given"),
        ("How it went", sentence(promise.stands)),
        ("Why", promise.why and sentence(promise.why)),
    )
    yield Facts(tuple((label, plain(text)) for label, text in rows if text))


def _noes(snapshots: Sequence[PublicSnapshot], found: Sequence[Promised]) -> Iterator[Block]:
    changed = [p for p in found if p.standing is Standing.CHANGED_TO_NO]
    refused = noes(snapshots)
    if not (changed or refused):
        return
    yield Heading(2, "Where the answer is no")
    for promise in changed:
        yield Heading(3, promise.what.rstrip("."))
        yield Facts(
            (
                ("Promised at", plain(promise.promised_at or BEFORE)),
                ("Our answer", plain("Changed to no.")),
                ("Promised for", plain(in_words(promise.due) if promise.due else "No date was given")),
                ("Why", plain(sentence(promise.why or "Not written down"))),
            )
        )
    for no in refused:
        yield Heading(3, f"{YOU_SAID}: {no.you_said}")
        again = no.look_again and sentence(no.look_again)
        rows = (("Our answer", no.answer), ("Why", no.why or "Not written down"), ("When we look again", again))
        yield Facts(tuple((label, plain(sentence(text))) for label, text in rows if text))


def _came_back(snapshots: Sequence[PublicSnapshot]) -> Iterator[Block]:
    """Yield what people said no to when they had our answers, and what that changed. No score is made of it."""
    if found := came_back(snapshots):
        yield Heading(2, "What people told us was not right, and what we changed")
        yield Bullets(
            tuple(
                Paragraph((Run(f"{YOU_SAID}: {sentence(one.you_said)}", strong=True), Run(f"\n{one.at}. {one.told}")))
                for one in found
            )
        )


def _access(snapshots: Sequence[PublicSnapshot]) -> Iterator[Block]:
    yield Heading(2, "Problems with taking part")
    many = sum(s.access.how_many for s in snapshots)
    if not many:
        yield plain("None were written down.")
        return
    yield plain(f"{counted(many, 'thing', 'things')} made it hard for someone to take part.")
    done = dict.fromkeys(text for s in snapshots for text in s.access.what_was_done)
    if done:
        yield plain("What was done, or will be done, about it:")
        yield Bullets(tuple(plain(sentence(text)) for text in done))
    else:
        yield plain("We have not written down what was done about it.")


def _waiting(snapshots: Sequence[PublicSnapshot]) -> Iterator[Block]:
    many = sum(how_many(s)[1] for s in snapshots)
    if many:
        yield Heading(2, "Not answered yet")
        yield plain(f"{counted(many, 'thing', 'things')} people said {'has' if many == 1 else 'have'} no answer yet.")
    if asked := [p for s in snapshots for p in s.points if p.answer is None and p.silence]:
        yield Bullets(
            tuple(Paragraph((Run(f"{sentence(p.you_said)} ", strong=True), Run(p.silence or ""))) for p in asked)
        )


def _whom_to_ask(snapshots: Sequence[PublicSnapshot]) -> Iterator[Block]:
    """Yield whom to ask, unless the end of the paper says it."""
    if not any(map(names_contact, snapshots)):
        yield Heading(2, "To ask about this report")
        yield plain("Speak to whoever gave you this paper.")


def _sheet(found: Sequence[Promised]) -> Spreadsheet:
    return Spreadsheet(
        title="Promises",
        columns=("Session", "What we said", "Who", "By when", "How it went", "Why"),
        rows=tuple((p.promised_at or EARLIER, p.what, p.owner, p.due, p.stands, p.why) for p in found),
    )
