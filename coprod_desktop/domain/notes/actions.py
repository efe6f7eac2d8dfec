"""What somebody is to do: "Action: CB to publish the rota by 20 March", "1 WILL … / Priti Vaghela / by 2026-12-18"."""

from __future__ import annotations

import datetime
import re

from coprod_desktop.domain.check.words import fold
from coprod_desktop.domain.notes.action_parts import BODIES, MODAL, SIGNS_BEFORE, SOON, said_parts
from coprod_desktop.domain.notes.days import ABOUT, DAY, MEETING, day_in, nearly_a_day
from coprod_desktop.domain.notes.known_words import NotesWords, plain
from coprod_desktop.domain.notes.labels import Labels
from coprod_desktop.domain.notes.values import Action
from coprod_desktop.domain.words import AnswerKind

_BY = re.compile(
    r"[\s,;(\[–—-]*\b(?:by|erbyn|b4|before|due(?: by| on)?|deadline|no later than|(?<!forward )from)\b[:\s]+(?P<when>[^.;()\[\]]{2,40}?)\s*[.)\]]*$",
    re.IGNORECASE,
)
_TO = re.compile(
    r"^(?P<who>.{1,50}?)\s+(?:to|i|will|is to|are to|'ll|has agreed to|agreed to)\s+(?P<what>.+)$", re.DOTALL
)
_DOES = re.compile(
    r"^(?P<who>[^\W\d_][^,.;:()?]{0,50}?)(?:\s*\([^()]{2,30}\))?\s+(?:is |are |has |have )?(?:agreed |undertook |promised |offered |volunteered )?(?:to|2)\s+"
    r"(?P<what>(?!me\b|my\b|the\b|a\b|her\b|him\b|us\b|them\b|you\b|this\b|that\b|be\b)[^\W\d_A-Z]\w+.*)$",
    re.DOTALL,
)
_AGREED = re.compile(
    r"^(?:it was\s+)?(?:agreed|resolved|decided|decision|promised)[:,]?\s+(?:that\s+)?(?P<who>[^,.;:()?]{1,50}?)\s+(?:would|will|should|to|is to|are to)\s+(?P<what>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST_NAME = 6
_LONGEST_WHO = 40
_DASHED = 3
_IN = re.compile(
    r"\s+(?:in|at|on|to|before|by|after|within)\s+(?P<when>(?:\d{1,3}|an?|two|three|four|six|the next \w+)\s+(?:hours?|days?|weeks?|months?|fortnight)|(?:the\s+)?new year|(?:the\s+|our\s+)?(?:next\s+(?:meeting|week|month|board|year)|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?:\s+(?:meeting|\d{4}))?)\s*\.?$",
    re.IGNORECASE,
)
_VERBS = r"(?:ask|send|write|ring|call|phone|find|fill|let|keep|check|book|bring|chase|share|email|contact|speak|talk|look|arrange|put|get|give|tell|invite|update|add|circulate|draft|report|raise|make|order|print|post)\b"
"""What people say they will do; behind a role or bare initials nothing else makes an action."""
_VERB = re.compile(_VERBS)
_WHO = r"^(?P<who>[^\W\d_][^,.;:()?]{0,50}?)(?:\s*\([^()]{2,30}\))?\s+"
_GOING = re.compile(rf"{_WHO}(?:is\s+)?(?:going to|gonna|gunna)\s+(?P<what>{_VERBS}.*)$", re.DOTALL)
_WILL = re.compile(rf"{_WHO}(?:will|must)\s+(?P<what>{_VERBS}.*)$", re.DOTALL)
_PROMISED = re.compile(
    r"(?:e-?mail|send|circulate|ring|contact|write to|chase|draft|arrange|find out)\b(?!\s+(?:me|us|you|him|her|them|my)\b)(?!.*\b(?:every|always|when|if|but|never)\b)"
)
"""What is promised even where no day is said: "Meera will email the hall"."""
_NAMED = re.compile(
    rf"^(?P<who>[^\W\d_][^,.;:()?]{{0,40}}?)\s*(?::|\s[-–—])\s+(?:to\s+)?(?P<what>{_VERBS}.*\bby\s.*)$", re.DOTALL
)
_LETTERS = re.compile(rf"^(?P<who>[A-Z]{{2,3}})\s+to\s+(?P<what>{_VERBS}.*)$", re.DOTALL)
_MINE = re.compile(
    r"^(?P<who>me|i)\s*[-–—:]\s+(?P<what>.+\bby\s+.+)$|^(?P<who2>I)\s+(?:promised to|agreed to|said I would|said I'd)\s+(?P<what2>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_AT_LAST = re.compile(r"(?:,\s+|\s[-–—]\s+|\s+\()(?P<when>(?:by |before )?[^,()–—-]{2,25})\)?$")
_SHORT_FOR = re.compile(r"^A(?:P|c|ct)?\d{0,2}\s*(?:[:.]|(?<=\d))\s+(?=\S)")
""""A: Jo to ring …": an action, where somebody is to do something."""
_ARROW = re.compile(r"^(?P<before>.+?)\s*(?:→|->|=>|-->)\s*(?P<what>\S.*)$", re.DOTALL)
_LAST = re.compile(r"^(?P<before>.*[.!?])\s+(?P<what>[^.!?]+?)\.?$", re.DOTALL)
_FIRST_WORD = re.compile(r"^(?P<who>[^\W\d_]+)\s+(?P<what>[a-z]{2,}\b.*)$", re.DOTALL)
_WHEN_ALONE = re.compile(
    rf"^(?P<when>(?:{DAY.pattern}|asap|(?:the )?(?:next|end of|w/c|before|this)\b.{{2,25}}|(?:mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun)(?:day)?))$",
    re.IGNORECASE,
)
_BRACKETED = re.compile(rf"^(?P<what>{_VERBS}[^()]*?)\s*\((?P<by>[^()]{{3,50}})\)\.?$", re.IGNORECASE)
_STRESSED = re.compile(r"^(?P<sign>\*\*|__)(?P<lead>[^*_]{2,20})(?P=sign)\s+")
_BY_ALONE = re.compile(r"^(?:by|before)\s+(?P<when>.{2,30})$", re.IGNORECASE)
_THE_WRITER = frozenset({"me", "us", "i"})
_ALL = frozenset({"all", "everyone", "everybody", "we", "whole group", "the group", "committee", "the committee"})
"""Who is to do it, where all are."""
_BEHIND = re.compile(r"^(?P<what>.+?)\s*[(\[](?P<who>[^()\[\]]{1,60})[)\]]\s*\.?$", re.DOTALL)
_PARTS = re.compile(r"\s+/\s+|\s*\|\s*|\t+")
_DASHES = re.compile(r"\s+[-–—]+\s+|:\s+")
_NUMBER = re.compile(r"^(?:\(?\d{1,3}[.):]?\s+)")


class ActionReader:
    """Reads actions of one text: `today` is the day of the meeting, where it is known."""

    def __init__(self, words: NotesWords, labels: Labels, today: datetime.date | None) -> None:
        self._words, self._labels, self._today = words, labels, today
        answers = sorted(words.answers, key=len, reverse=True)
        self._answer = re.compile(rf"(?:{'|'.join(map(re.escape, answers))})(?=[\s:–—-]|$)[:\s–—-]*")
        led = sorted(words.lists["actions"], key=len, reverse=True)
        self._led = re.compile(
            rf"^[\[(]?(?:{'|'.join(map(re.escape, led))})\s*\d{{0,3}}\s*(?:[:–—]|-\s|\]|\)|=>?|→)\s*"
        )
        self._bare = re.compile(rf"^(?:{'|'.join(map(re.escape, led))})\s*\d{{0,3}}\s+(?=\S)")
        self._whose = re.compile(
            rf"^(?:(?:{'|'.join(map(re.escape, led))})\s*\d{{0,2}}(?:\s*[-–—]\s*|\s+(?:for|by|on)\s+|\s+|\s*[(\[])(?P<who>[^:()\[\]]{{1,40}}?)[)\]]?|(?P<who2>[^:(]{{1,40}}?)(?:\s*[-–—]\s*|\s+)action)"
            rf"\s*(?:[:–—]|-\s)\s*(?=\S)"
        )
        self._later = re.compile(rf"(?<=[.;!?–—-])\s+(?:{'|'.join(map(re.escape, led))})\s*\d{{0,2}}\s*:\s*(?=\S)")
        self._inside = re.compile(rf"[(\[]\s*(?:{'|'.join(map(re.escape, led))})\s*[:–—-]\s*(?P<who>[^()\[\]]+)[)\]]")

    def led(self, line: str) -> str | None:
        """Return what follows "Action:" at the start of a line; None when it does not begin so."""
        stressed = _STRESSED.match(line) is not None
        line = SIGNS_BEFORE.sub("", _STRESSED.sub(r"\g<lead> ", line).strip())
        folded = fold(line)
        found = self._led.match(folded)
        sure = ":" in (found.group() if found else "") or plain(line).startswith(("to do", "todo"))
        bare = self._bare.match(folded)
        if found is None and bare is not None and (line[: bare.end()].isupper() or sure or stressed):
            rest = line[bare.end() :]  # "TODO Meera email …", "ACTION Meera to …", "**Action** Meera to …"
            if self.doing(rest, sure=True) is not None or self.pointed(rest) is not None:
                return rest
        short = _SHORT_FOR.match(line)
        if short is not None and self.doing(line[short.end() :]) is not None:
            return line[short.end() :]
        if found is None and (whose := self._whose.match(folded)) is not None:
            who = line[slice(*whose.span("who" if whose["who"] else "who2"))]
            if line[:1].isupper() and self._names_somebody(who):
                return f"{who}: {line[whose.end() :]}"  # "Action IP: …"
        if found is None or (line[:1].islower() and not sure):
            return None
        return line[found.end() :]

    def inside(self, line: str) -> re.Match[str] | None:
        """Return where "(Action: CB, April meeting)" stands in a line."""
        folded = fold(line)
        return self._inside.search(folded)

    def behind(self, line: str) -> tuple[str, Action] | None:
        """Return what stands before an action in the middle of a line, and the action: "… in reception. Action: SR"."""
        folded = fold(line)
        if self.labelled(line) is not None:
            return None
        found = self._later.search(folded)
        arrow = _ARROW.match(line)
        if found is None and arrow is not None and (doing := self.pointed(arrow["what"])) is not None:
            return arrow["before"], doing
        if (
            found is None
            and (last := _LAST.match(line)) is not None
            and _MINE.match(last["what"]) is None
            and (doing := self.doing(last["what"])) is not None
        ):
            return last["before"], doing
        if found is None or not found.start() or "(" in line[: found.start()][-2:]:
            return None
        before, body = line[: found.start()].strip(" .;–—-"), line[found.end() :].strip(" .")
        who, when = self._who_when(body)
        if who is not None and len(body) < _LONGEST_WHO:  # only who is to do what stands before
            what = re.split(r"(?<=[.!?])\s+", before)[-1]
            due = day_in(when, self._today)[1] if when else None
            return before[: -len(what)].strip(), Action(what=what, who=self._whole(who), when=when, due=due)
        return line[: found.start()].strip(), self.read(body)

    def answered(self, line: str) -> tuple[AnswerKind | None, str]:
        """Return the answer a line begins with in capitals ("PARTLY …"), and the rest."""
        body = _NUMBER.sub("", line)
        folded = fold(body)
        found = self._answer.match(folded)
        word = found.group().strip(" :–—-") if found else ""
        if found is None or not body[: len(word)].isupper():
            return None, body
        return self._words.answers[word], body[found.end() :]

    def doing(self, line: str, *, sure: bool = False) -> Action | None:
        """Return what somebody is to do where no sign says so: "LC to find out …", "It was agreed that LC would …".

        `sure` where it stands among actions: then any name may do it.
        """
        line = SIGNS_BEFORE.sub("", line)
        parts = [part.strip() for part in re.split(r"\s+[-–—]+\s+", line)]
        if (bracketed := _BRACKETED.match(line)) is not None:
            who, when = self._who_when(bracketed["by"])
            if who and when and self._names_somebody(who) and (DAY.search(when) or MEETING.search(when)):
                return Action(what=bracketed["what"], who=who, when=when, due=day_in(when, self._today)[1])
        if (
            len(parts) == _DASHED
            and (by := _BY_ALONE.match(parts[2]) or _WHEN_ALONE.match(parts[2]))
            and (parts[1].casefold() in _THE_WRITER or self._names_somebody(parts[1]))
        ):
            return Action(what=parts[0], who=parts[1], when=by["when"], due=day_in(by["when"], self._today)[1])
        if (labelled := self.labelled(line)) is not None:
            return labelled
        if (mine := _MINE.match(line)) is not None:
            told = self._told(mine["what"] or mine["what2"])
            return (
                Action(what=told.what, who=mine["who"] or mine["who2"], when=told.when, due=told.due)
                if mine["what2"] or told.when
                else None
            )
        will = _WILL.match(line)
        if will is not None and (self._labels.is_called(will["who"]) or BODIES.match(will["who"])):
            told = self._told(will["what"])
            if told.when is not None or (_PROMISED.match(told.what) and not BODIES.match(will["who"])):
                return Action(what=told.what, who=self._whole(will["who"]), when=told.when, due=told.due)
        matched = (pattern.match(line) for pattern in (_AGREED, _GOING, _DOES))
        found = next((one for one in matched if one is not None and self._may_do(one["who"], line, sure=sure)), None)
        if found is None:
            return None
        by_role = (
            BODIES.match(found["who"]) is not None
            or self._labels.shape(found["who"]) == "role"
            or found["who"].casefold() in _ALL
        ) and found["who"].casefold() not in _THE_WRITER
        if by_role and not sure and _VERB.match(found["what"]) is None:
            return None  # "Staff to patient ratio"
        told = self._told(found["what"])
        return Action(what=told.what, who=self._whole(found["who"]), when=told.when, due=told.due)

    def named(self, line: str) -> Action | None:
        """Return the action of a name, a verb and a day: "Fran - find out about the shelter, by Friday"."""
        found = _NAMED.match(SIGNS_BEFORE.sub("", line))
        if found is None or not self._names_somebody(found["who"]):
            return None
        told = self._told(found["what"])
        return Action(what=told.what, who=found["who"], when=told.when, due=told.due) if told.when is not None else None

    def labelled(self, line: str, *, led: bool = False) -> Action | None:
        """Return the action of "Owner: Tom | Task: ring the council | Due: Friday", in whatever order they stand.

        `led` where "Action:" stood before it: then what has no name at its beginning is what is to be done.
        """
        said = said_parts(line, led=led)
        if len(said) < 2 or "what" not in said:
            return None
        when = said.get("when")
        due = day_in(when, self._today)[1] if when else None
        return Action(what=said["what"], who=said.get("who"), when=when, due=due)

    def _may_do(self, who: str, line: str, *, sure: bool) -> bool:
        """Tell whether what stands before "to" is who is to do it."""
        if len(who.split()) > _LONGEST_NAME:
            return False
        somebody = self._names_somebody(who) or BODIES.match(who) is not None or _LETTERS.match(line) is not None
        return somebody or (sure and self._name(who) is not None)

    def pointed(self, words: str) -> Action | None:
        """Return the action behind an arrow: "Sal ring environmental health", "Kev to ask the users' group"."""
        doing = self.doing(words)
        if doing is not None:
            return doing
        first = _FIRST_WORD.match(words)
        if first is None or not (self._labels.is_somebody(first["who"]) or first["who"].casefold() in _THE_WRITER):
            return None
        return self._told(words)

    def _names_somebody(self, who: str) -> bool:
        """Tell whether these are people here, or have the first names of people."""
        several = re.split(r"\s*(?:/|&|\+|,|\band\b)\s*", who)
        sure = [one.casefold() in _ALL or self._labels.is_somebody(one) for one in several]
        return all(sure) or (
            any(sure) and all(self._labels.shape(one) in {"initials", "one", "name"} for one in several)
        )

    def _whole(self, who: str) -> str:
        return self._labels.known.get(plain(who)) or who

    def read(self, line: str) -> Action:
        """Return who does what by when, as far as the line says."""
        answer, body = self.answered(SIGNS_BEFORE.sub("", line))
        if (agreed := _AGREED.match(body)) is not None and self._name(agreed["who"]) is not None:
            body = f"{agreed['who']} to {agreed['what']}"
        made = (
            self.labelled(body, led=True)
            or self._in_parts(body)
            or self._behind(body)
            or self._dashed(body)
            or self._told(body)
        )
        return made if answer is None else Action(**{**made.__dict__, "answer": answer})

    def told_before(self, sentence: str, behind: str) -> Action:
        """Return the action of "CB will check. (Action: CB, April meeting)"."""
        who, when = self._who_when(behind)
        told = self._told(sentence)
        due = day_in(when, self._today)[1] if when else told.due
        return Action(what=told.what, who=who or told.who, when=when or told.when, due=due)

    def _in_parts(self, body: str) -> Action | None:
        parts = [part.strip() for part in _PARTS.split(body) if part.strip()]
        if len(parts) < 2:
            return None
        who = when = why = None
        what = [parts[0]]
        for part in parts[1:]:
            lead = plain(part).partition(" ")[0].rstrip(":")
            if lead == "why":
                why = part[3:].strip(" :–—-")
            elif lead in {"by", "due", "when", "before"} and when is None:
                when = part.split(None, 1)[-1].strip(" :")
            elif when is None and (DAY.fullmatch(part) or (who is not None and MEETING.search(part))):
                when = part
            elif who is None and len(part) < 80:
                who = re.sub(r"^(?:who|owner|lead)\s*:\s*", "", part, flags=re.IGNORECASE)
            else:
                what.append(part)
        return Action(
            what=" / ".join(what), who=who, when=when, due=day_in(when, self._today)[1] if when else None, why=why
        )

    def _behind(self, body: str) -> Action | None:
        found = _BEHIND.match(body)
        if found is None:
            return None
        who, when = self._who_when(found["who"])
        if who is None:
            return None
        return Action(
            what=found["what"].strip(" ."), who=who, when=when, due=day_in(when, self._today)[1] if when else None
        )

    def _dashed(self, body: str) -> Action | None:
        parts = [p.strip() for p in _DASHES.split(body) if p.strip()]
        if len(parts) < 2:
            return None
        first, last = self._name(parts[0]), parts[-1]
        last = re.sub(r"^(?:due|by|before|deadline)\b\s*:?\s*", "", last, flags=re.IGNORECASE)
        when = last if len(parts) > 2 and (DAY.search(last) or MEETING.search(last)) and len(last) < 40 else None
        rest = parts[1:-1] if when else parts[1:]
        if first is not None:
            told = self._told(" – ".join(rest))
            when = when or told.when
            return Action(what=told.what, who=first, when=when, due=day_in(when, self._today)[1] if when else None)
        if when is not None and len(parts) == 3 and (who := self._name(parts[1])) is not None:
            return Action(what=parts[0], who=who, when=when, due=day_in(when, self._today)[1])
        if len(parts) == 2 and (who := self._name(parts[1])) is not None:
            told = self._told(parts[0])
            return Action(what=told.what, who=who, when=told.when, due=told.due)
        who, when = self._who_when(parts[-1])
        if len(parts) == 2 and who and when and MEETING.search(when):  # "Email the hall: Meera by Friday"
            return Action(what=parts[0], who=who, when=when, due=day_in(when, self._today)[1])
        return None

    def _told(self, body: str) -> Action:
        body = body.strip()
        found = _TO.match(body.lower() if body.isupper() else body)
        if found is not None and body.isupper():
            return self._loud(body, found)
        who = self._name(found["who"]) if found is not None else None
        if who is None and found is not None and self._labels.is_called(found["who"]):
            who = found["who"]  # in small letters
        first = _FIRST_WORD.match(body) if who is None else None
        if first is not None and self._labels.is_somebody(first["who"]) and self._labels.shape(first["who"]) != "role":
            found, who = first, first["who"]  # "Anita ring the gym"
        if who is None and found is not None and BODIES.match(found["who"]):
            who = found["who"]
        what = found["what"] if found is not None and who is not None else body
        what = MODAL.sub("", what) if who is not None else what
        by = _BY.search(what)
        written = by["when"].strip() if by is not None else ""
        when = written or day_in(what, None)[0]
        if by is None and when and (about := re.search(rf"{ABOUT}{re.escape(when)}(?=\W*$)", what, re.IGNORECASE)):
            when, what = about.group(), what[: about.start()].rstrip(" ,;(–-")
        if (
            by is not None
            and (DAY.search(written) or MEETING.search(written))
            and not by.group().lower().lstrip(" ,;(–—-").startswith("from")
        ):
            what = what[: by.start()]
        elif by is not None:
            when = day_in(written, None)[0] or (written if MEETING.search(written) else None)
            if when is None and nearly_a_day(written):
                when, what = written, what[: by.start()]
        elif when is not None and what.endswith(when) and what[: -len(when)].rstrip()[-1:] in "([,;–-":
            what = what[: -len(when)].rstrip(" ([,;–-")
        elif when is None and (later := _IN.search(what)) is not None:
            when, what = later["when"], what[: later.start()]
        elif when is None and (soon := SOON.search(what)) is not None:
            when, what = soon["when"], what[: soon.start()]
        elif when is None and (last := _AT_LAST.search(what)) is not None and MEETING.search(last["when"]):
            when, what = last["when"], what[: last.start()]
        return Action(
            what=what.strip(" .,;–—-"), who=who, when=when, due=day_in(when, self._today)[1] if when else None
        )

    def _loud(self, body: str, found: re.Match[str]) -> Action:
        """Return the action of words that are all in capitals."""
        told = self._told(f"{body[: found.end('who')].title()} to {body[found.start('what') :].lower()}")
        at = found.start("what")
        when = body[body.lower().rindex(told.when) :][: len(told.when)] if told.when else None
        return Action(what=body[at : at + len(told.what)], who=told.who, when=when, due=told.due)

    def _who_when(self, text: str) -> tuple[str | None, str | None]:
        who: str | None = None
        when: list[str] = []
        for part in (p.strip() for p in re.split(r"[,;]|\s[-–—]\s|\bby\b", text) if p.strip()):
            if who is None and not when and (name := self._name(part)) is not None:
                who = name
            else:
                when.append(part)
        return who, " ".join(when) or None

    def _name(self, text: str) -> str | None:
        who = text.strip(" .*@")
        who = re.sub(r"^(?:and|then)\s+|\s*\([^()]{2,30}\)$", "", who, flags=re.IGNORECASE)
        listed = plain(who) in self._labels.known or self._labels.is_first_name(who)
        if DAY.fullmatch(who) or not who or (MEETING.fullmatch(who) and not listed):
            return None  # "(by Friday)"; April and June may be who
        several = re.split(r"\s*(?:/|&|\+|,|\band\b)\s*", who)
        names = [self._labels.shape(one) for one in several]
        return who if names and all(shape not in {"", "lower", "place"} for shape in names) else None
