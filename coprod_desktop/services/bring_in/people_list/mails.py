"""Mails as a list: whom one was sent to, or who answered it, each with their answer, what they need, and how they signed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from coprod_desktop.domain.check.known import is_first_name, is_word
from coprod_desktop.domain.check.words import fold
from coprod_desktop.domain.list_words import ListWords
from coprod_desktop.domain.notes import email
from coprod_desktop.services.bring_in.people_alike import folded
from coprod_desktop.services.bring_in.people_list import addresses, chats, contact, plain
from coprod_desktop.services.bring_in.people_list.headings import Headings
from coprod_desktop.services.bring_in.people_list.sheets import Opened, of_rows, tidy

KIND, KIND_OF_SEVERAL = "a mail", "mails"
_FIELD = re.compile(r"^\**(from|to|cc|bcc|subject)\**\s*:\**\s*(.*)", re.I)
_HEAD = re.compile(r"^[\s>*]*from[\s*]*:.*\n(?:.+\n){0,3}?[\s>*]*(?:to|subject)[\s*]*:", re.I | re.M)
_WROTE = re.compile(r"^On\b.{6,60}?,?\s(?:at\s[\d:.apm ]+,\s)?([^,<>\d]+(?:<[^<>]+@[^<>]+>)?)\s*wrote:\s*$")
_QUOTED = re.compile(r"^(?:>\s?)+")
_RULED = re.compile(r"^[\s_=*-]{5,}$|^-+\s*(?:original|forwarded) message\s*-+$", re.I)
_ANSWERS = re.compile(r"^\s*(?:re|aw|antw|fw|fwd)\s*:", re.I)
_SENDS_ON = re.compile(r"^\s*(?:fw|fwd)\s*:", re.I)
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
_OF_SELF = re.compile(r"\b(?:i|i['’](?:ll|m|d|ve)|me|we|we['’](?:ll|re|d))\b", re.I)
_AND_I = re.compile(
    r"\b(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?) and I (?:will|both|can(?:no|['’])?t?|are|would|won['’]t|['’]?ll|hope|plan)\b"
)
"""Somebody answers for another by name: "Una and I will both be there"."""
_GREETING = 4
"""Words."""
_FIRST = 20_000
"""Characters among which the head of a mail stands."""
_TOLD = "Whoever was only sent a copy (Cc) is left out: {}."
_GOT = "“{}” got this mail, and is left out."
_WITH = "“{}” is named in the mail of {}, who answers for both. Ask how to reach them."
_SENT = "“{}” sent this mail, and is left out."


@dataclass(frozen=True)
class _Who:
    name: str
    mail: str

    def is_one_of(self, others: Iterable[_Who]) -> bool:
        """Tell whether this is one of those, by the address, or by the name where one has none."""
        return any(
            self.mail == one.mail if self.mail and one.mail else folded(self.name) == folded(one.name) for one in others
        )


@dataclass
class _Mail:
    sender: _Who
    to: list[_Who] = field(default_factory=list)
    copied: list[_Who] = field(default_factory=list)
    subject: str | None = None
    words: Sequence[str] = ()
    signed: Sequence[str] = ()


def is_mail(text: str) -> bool:
    """Tell whether a text has the head of a mail: from whom it is, and to whom or of what."""
    return _HEAD.search(text[:_FIRST]) is not None


def of_mails(text: str, headings: Headings) -> Opened | None:
    """Return a mail as the list of whom it was sent to, and answers to one as the list of who answered or was asked; None for other texts."""
    mails = list(_mails(text)) if is_mail(text) else []
    if not mails:
        return None
    if len(mails) == 1 and len(mails[0].to) < 2:  # "Hi, here are the names:"
        listed = plain.of_names("\n".join(mails[0].words), headings.words)
        if listed is not None and len(listed.sheets[0].read(2)) > 1:
            return listed
    asked = None if _is_own_answer(mails, headings) else _first(mails)
    replies = [mail for mail in mails if mail.words and mail is not asked and not _SENDS_ON.match(mail.subject or "")]
    askers = [mail.sender for mail in mails if mail is asked or _SENDS_ON.match(mail.subject or "")]
    if asked is None:
        askers += [who for who in replies[0].to if all(who.is_one_of(mail.to) for mail in replies)] if replies else []
    if asked is not mails[0]:
        replies.reverse()  # the newest stands first
    replies = [mail for mail in replies if not mail.sender.is_one_of(askers)]
    people: list[_Who] = []
    for who in [*(asked.to if asked else ()), *(one for mail in replies for one in (mail.sender, *mail.to))]:
        people += [] if who.is_one_of([*people, *askers]) else [who]
    nobody_says = len(mails) == 1 and asked is None and not _answer(mails, headings)[0]
    if nobody_says or not any(who.mail for who in people):
        return None
    rows = [tidy(1, ("Name", "Email", "Phone", "Reply", "Notes"))]
    left = _SENT if not replies else chats.ASKED if asked is not None or len(mails) > 1 else _GOT
    doubts = [left.format(who.name) for who in dict.fromkeys(askers)]
    for who in people:
        told = [mail for mail in replies if mail.sender.is_one_of([who])]
        said, beside = _answer(told, headings)
        ways = "; ".join(_ways(told[-1], headings.words)) if told else ""
        rows.append(tidy(len(rows) + 1, (who.name, who.mail, ways, said, beside)))
        doubts += [chats.CHANGED.format(who.name)] if len(told) > 1 else []
        for name, answer, more in _with_them(said, beside, people):
            rows.append(tidy(len(rows) + 1, (name, "", "", answer, more)))
            doubts.append(_WITH.format(name, who.name))
    copied = {who.name: None for mail in mails for who in mail.copied if not who.is_one_of([*people, *askers])}
    doubts += [_TOLD.format(", ".join(copied))] if copied else []
    kind = KIND if len(mails) < 2 else KIND_OF_SEVERAL
    return Opened(kind, (of_rows(rows),), doubts=tuple(doubts), means=("name", "mail", "phone", "coming", "notes"))


def _is_own_answer(mails: Sequence[_Mail], headings: Headings) -> bool:
    """Tell whether one mail alone is somebody's answer: they say of themselves whether they come, and ask nobody."""
    said, beside = _answer(mails, headings)
    asks = any(chats.asks_who(one, headings) for one in [*said.split("\n"), *beside.split("\n")])
    return len(mails) == 1 and len(mails[0].to) < 2 and not asks and _OF_SELF.search(said) is not None


def _first(mails: Sequence[_Mail]) -> _Mail | None:
    """Return the mail that the others answer; None where all of them answer one that is not there."""
    for mail in mails:
        if mail.subject is not None and not _ANSWERS.match(mail.subject):
            return mail
    return mails[-1] if mails[-1].subject is None else None


def _answer(told: Sequence[_Mail], headings: Headings) -> tuple[str, str]:
    """Return what the last of somebody's mails says of coming, and all else that they wrote."""
    said: list[str] = []
    beside: list[str] = []
    for mail in told:
        sentences = [part.strip() for part in _SENTENCE.split(email.unbroken(mail.words)) if part.strip()]
        answers = [one for one in sentences if chats.is_answer(one, headings)]
        said = answers or said
        beside += [one for one in sentences if one not in answers]
    return " ".join(said), "\n".join(beside)


def _with_them(said: str, beside: str, people: Sequence[_Who]) -> Iterator[tuple[str, str, str]]:
    """Yield whom an answer names as coming too, or not, with it and with what else is said of them; nobody who is here by themselves."""
    for sentence in _SENTENCE.split(said):
        found = _AND_I.search(sentence)
        first = fold(found["name"].split()[0]) if found else ""
        here = found is not None and any(folded(found["name"]) <= folded(who.name) for who in people)
        if found and not here and (is_first_name(first) or not is_word(first)):
            more = (one for one in _SENTENCE.split(beside) if found["name"].split()[0] in one)
            yield found["name"], sentence, "\n".join(more)


def _ways(mail: _Mail, words: ListWords) -> Iterator[str]:
    """Yield the numbers that stand below somebody's name, and are not said to be another's."""
    of = folded(mail.sender.name)
    for line in mail.signed:
        if not contact.is_of_others(line, words, of):
            yield from (found for found in contact.WAY.findall(line) if "@" not in found)


def _mails(text: str) -> Iterator[_Mail]:
    lines = _unfolded(text)
    for _, head, words in email.each(lines) or [("", lines, [])]:
        parted = email.parted([*head, *words])
        above, words, below = parted or ([*head, *words], [], [])
        made = _Mail(_Who("", ""))
        for line in above:
            if found := _FIELD.match(line.strip()):
                people = list(_people(found[2])) if found[1].casefold() != "subject" else []
                match found[1].casefold():
                    case "from":
                        made.sender = people[0] if people else _Who(found[2], "")
                    case "to" | "bcc":
                        made.to += people
                    case "cc":
                        made.copied += people
                    case _:
                        made.subject = found[2]
        if made.sender.name:
            end = next((at for at, line in enumerate(words) if _signs(line, made.sender)), len(words))
            begin = next((at for at, line in enumerate(words) if line.strip()), 0)
            begin += begin < end and _greets(words[begin], made.to)
            made.words, made.signed = words[begin:end], [*words[end:], *below]
            yield made


def _greets(line: str, to: Sequence[_Who]) -> bool:
    """Tell whether a line is short and names whom the mail is to: "Afternoon Olwen"."""
    said = folded(line)
    return 0 < len(line.split()) <= _GREETING and any(said & folded(who.name) for who in to)


def _signs(line: str, who: _Who) -> bool:
    """Tell whether a line is nothing but the name of who wrote, or a part of it."""
    return set() < folded(line) <= folded(who.name)


def _unfolded(text: str) -> list[str]:
    """Return the lines of mails without signs of quoting and rules, and with addresses that run over several lines on one."""
    lines: list[str] = []
    for line in text.splitlines():
        bare = _QUOTED.sub("", line).rstrip()
        to = bool(lines) and (found := _FIELD.match(lines[-1].strip())) is not None and found[1].casefold() != "subject"
        if wrote := _WROTE.match(bare):
            lines += [f"From: {wrote[1].strip()}", "Sent:"]
        elif to and "@" in bare and not _FIELD.match(bare.strip()) and (bare[:1].isspace() or lines[-1][-1:] in ";,"):
            lines[-1] += f" {bare.strip()}"
        elif not _RULED.match(bare):
            lines.append(bare)
    return lines


def _people(told: str) -> Iterator[_Who]:
    for name, mail in addresses.named_in(told):
        yield _Who(name, mail.casefold())
