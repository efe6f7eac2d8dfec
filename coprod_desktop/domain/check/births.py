"""Dates of birth, in figures and in words (turned into figures before: spoken.turned)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coprod_desktop.domain.check.kinds import FindingKind, Hit, hit

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
DATE = re.compile(
    rf"(?<!\d)(?:(?:0?[1-9]|[12]\d|3[01])[ ]?[/.-][ ]?(?:0?[1-9]|1[0-2])[ ]?[/.-][ ]?(?P<y1>(?:19|20)?\d\d)"
    rf"|(?P<y2>(?:19|20)\d\d)-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
    rf"|{_DAY}(?: of)? {_MONTH}\.?,? (?P<y3>(?:19|20)?\d\d)|{_MONTH} (?:the )?{_DAY},? (?P<y4>(?:19|20)?\d\d))(?!\d)"
)
"""A day with its year."""
_DAY_MONTH = rf"(?:{_DAY}(?: of)? {_MONTH}|{_MONTH} (?:the )?{_DAY})"
_BARE_DATE = re.sub(r"\?P<y\d>", "?:", DATE.pattern)
_BORN_ABROAD = r"geboren|nacid[oa]|nascid[oa]|ganwyd|ganed|urodz\w+|dogum\w*|dogdu\w*|syntyn\w+|paidaish|peidaish|narozen\w*|szulet\w+|fodd|nascut\w*"
_BORN = re.compile(
    r"(?:\b(?:born(?: on| in)?|d\.? ?o\.? ?b\b\.?|date of birth|birth ?date|birthday(?:'s)?|birthdays?|birth year|year of birth"
    rf"|{_BORN_ABROAD}|nee?|nasc\.?|nato|nata)|(?<![\w.])(?:b|ur|geb|n)\.(?= ?\d))"
    r"(?:[ :,]|\b(?:is|was|on|in|falls|the|le|el|am|em|al|w|roku|dnia|sie|pe|la|a|it|comes|year|back)\b){0,8}"
    rf"(?P<when>{_BARE_DATE}|{_DAY_MONTH}|{_DAY}\.?(?: of| de| o| di)? [a-z]{{3,12}}\.?(?: de| di)? (?:19|20)?\d\d"
    rf"|{_DAY} of the (?:{_DAY}|first|second)[ ,]+(?:19|20)?\d\d"
    r"|(?:19|20)\d\d|\d\d(?!\d|[ ]?(?:years|people|of|st|nd|rd|th|am|pm|min))|\d{4,8})(?!\d)"
)
_BORN_WHEN = re.compile(
    rf"\b(?:born|{_BORN_ABROAD})(?! (?:before|after|since|between|until|from)\b)(?! (?:in |on )?\d) (?P<when>[^.\n\d]{{0,32}}?(?:(?:19|20)\d\d|'\d\d))(?!\d)"
)
_BORN_ELSEWHERE = re.compile(
    r"(?:出生|生日|生于|生於|مواليد|تاريخ الميلاد|الميلاد|ولدت|ولد|پیدائش|پيدائش|ਜਨਮ|जन्म|জন্ম|родил\w*|народ\w*)[^\d\n]{0,14}(?P<when>\d[\d/.年月日 -]{1,14}\d?)"
)
_IS_BIRTHDAY = re.compile(
    rf"(?P<when>{_DAY_MONTH})(?:,? (?:19|20)\d\d)?(?: (?:is|was|for|will be|on)\b[^.\n]{{0,10}})? (?:my|his|her|mum's|dad's|their|our) (?:\w+ )?birthday"
)
_FEAST = r"hogmanay|eid|diwali|vaisakhi|hanukkah|passover|christmas(?: eve| day)?|boxing day|new year(?:'s)?(?: eve| day)?|hallowe'?en|(?:good|easter|pancake|may|bonfire|burns|midsummer|valentine'?s|st \w+'?s)(?: (?:friday|sunday|monday|tuesday|day|night|eve))"
_ON_A_FEAST = re.compile(
    rf"\b(?:birthday|born)\b[^.\n]{{0,24}}?\b(?P<when>{_FEAST}|(?:last|first) day of {_MONTH})|\b(?P<is>{_FEAST}) (?:is|was) (?:my|his|her|mum's|dad's|their|our) (?:\w+ )?birthday"
)
_BIRTHDAY_ON = re.compile(
    rf"\b(?:birthday|date of birth|birth ?date|dob)\b[^.\n]{{0,24}}?(?P<when>{_DAY_MONTH}|{_DAY} ?/ ?(?:0?[1-9]|1[0-2])\b)"
)
_TURNS = re.compile(
    rf"\b(?:turn|turns|turned|turning|be|i'm|am|is|was|became|reach|reached|ill be|i'll be)?\b ?(?P<when>\d{{2,3}} on (?:the )?(?:{_DAY_MONTH}|{_DAY} of (?:this|last|next) month|{_FEAST}))"
)
_COMING_AGE = re.compile(
    rf"\b(?:he|she|i|mum|dad|nan|gran|grandad|son|daughter|brother|sister|wife|husband|partner|friend|our \w+)(?:'ll|'s|'m| will| is| am|s)?(?: be| going to be| turns?| turned| turning| hits| reaches)? (?P<comes>\d{{2,3}} (?:come|at|by|in|next|this|around|just before|just after) (?:the )?(?:{_FEAST}|{_DAY_MONTH}|{_MONTH})\b)"
    rf"|\b(?:my|his|her|their|our|\w+'s) (?P<nth>\d{{2,3}}(?:st|nd|rd|th)(?: is| was| falls)? on (?:the )?{_DAY_MONTH})"
    r"|\b(?P<vintage>(?:19|20)\d\d)(?: |-)(?:woman|man|lass|lad|girl|boy|lady|bairn|baby|born|child|kid|vintage|model)\b"
    rf"|\b(?:baby|bairn|child)\b,? (?:born )?(?:on |first of )?(?:the )?(?P<baby>{_BARE_DATE}|{_DAY_MONTH})|\b(?:her|him|me|mum|dad|us) down as (?P<down>(?:19|20)\d\d)\b|\byob:? (?P<yob>(?:19|20)?\d\d)\b"
    r"|\b(?P<year>19\d\d)\b[^.\n\d]{0,48}\b(?:he|she|i|mum|dad|nan) was born\b"
    r"|\b(?:i'm|im|i am|he's|she's|he is|she is|he'll be|she'll be|i'll be|turns?) (?P<soon>\d{2,3} in (?:\w+ )?(?:a )?(?:weeks?|days?|months?|fortnight))\b"
    r"|\b(?:konczy\w*|skonczy\w*|wird|werde|cumple|faz|faco|compie|fyller) (?P<abroad>\d{2,3} (?:lat|jahre|anos|anni|ar)\b)|\b(?P<yas>\d{2,3} ?(?:yas[iı]na (?:gir|bas)\w*))"
)
"""An age with the day it comes on, and a year somebody is a child of."""
_AGE_TO_THE_DAY = re.compile(
    r"\b(?:am|i'm|im|is|was|she's|he's|turn|turns|turned|turning|i'll be|will be|she'll be|he'll be) (?P<when>\d{2,3}(?: years old)? (?:and (?:a|1|one) day|today|yesterday|tomorrow|last week|next week|next month|(?:on|last|this|next|come) (?:mon|tues|wednes|thurs|fri|satur|sun)day))\b"
)
_OF_THE = re.compile(r"\b(?P<when>\d{1,2}(?:st|nd|rd|th) of the \d{1,2}(?:st|nd|rd|th)?[ ,]+(?:19|20)?\d\d)\b")
_MAY_BE = re.compile(
    rf"{_BORN_ABROAD}|"
    r"born|birth|\bd\.? ?o\.? ?b\b|geb|nacid|nascid|\bnee?\b|gan[we]|urodz|\bur\.|\bb\.|\bn\.|dogum|dogdu|nasc|nat[oa]\b"
    r"|yob|down as|\b19\d\d\b|baby|child|\d (?:come|at|by|in|next|this|around|just|lat|jahre|anos|anni|ar|yas)\b|\d(?:st|nd|rd|th) (?:is |was |falls )?on |\d[ -](?:bairn|baby|child|kid|vintage|model)"
    r"|\d on |\d (?:and (?:a|1|one) day|years old|today|yesterday|tomorrow|last )|of the \d|[^\x00-\x7f]"
)
"""Without any of these no pattern can match."""
_GROWN = 18
_LONG_AGO = re.compile(r"(?<!\d)1[5-8]\d\d$")
"""What was born then is a society or a law."""


def on_a_feast(folded: str) -> Iterator[Hit]:
    """Yield days of birth that need no figure: "on Boxing Day"."""
    yield from (hit(FindingKind.BIRTH_DATE, *m.span(m.lastgroup or 0)) for m in _ON_A_FEAST.finditer(folded))


def births(folded: str, year: int) -> Iterator[Hit]:
    """Yield dates on which somebody was born. `year` is the session's."""
    for pattern in (
        ()
        if not _MAY_BE.search(folded)
        else (
            _BORN,
            _BORN_WHEN,
            _BORN_ELSEWHERE,
            _IS_BIRTHDAY,
            _BIRTHDAY_ON,
            _TURNS,
            _COMING_AGE,
            _AGE_TO_THE_DAY,
            _OF_THE,
        )
    ):
        for m in pattern.finditer(folded):
            start, end = m.span("when" if "when" in pattern.groupindex else m.lastgroup or 0)
            if not _LONG_AGO.search(folded[start:end]):
                yield hit(FindingKind.BIRTH_DATE, start, end)
    for m in DATE.finditer(folded):
        found = m["y1"] or m["y2"] or m["y3"] or m["y4"]
        long_ago = int(found) <= year - _GROWN if len(found) == 4 else int(found) > year % 100 + 10
        if long_ago:
            yield hit(FindingKind.BIRTH_DATE, *m.span())
