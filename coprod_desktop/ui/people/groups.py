"""The groups of a person's details, in their order. One more is one more line, and a file of its own that makes it."""

from __future__ import annotations

from coprod_desktop.services.program.content import Content
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.people import in_short
from coprod_desktop.ui.people.person_group import Group, PersonGroup


def _needs(context: Context, content: Content) -> PersonGroup:
    from coprod_desktop.ui.people.needs_part import NeedsPart

    return NeedsPart(context, content)


def _agreed(context: Context, content: Content) -> PersonGroup:
    from coprod_desktop.ui.people.agreed_part import AgreedPart

    return AgreedPart(context, content)


def _contact(context: Context, content: Content) -> PersonGroup:
    from coprod_desktop.ui.people.contact_part import ContactPart

    return ContactPart(context, content)


def _bank(context: Context, content: Content) -> PersonGroup:
    from coprod_desktop.ui.people.bank_part import BankPart

    return BankPart(context, content)


def _money(context: Context, content: Content) -> PersonGroup:
    from coprod_desktop.ui.people.money_part import MoneyPart

    return MoneyPart(context, content)


_OF_NEEDS = frozenset({"new_need", "need", "who_arranges", "by", "why_not", "shared_on", "review_by"})
GROUPS = (
    Group("Needs", "groupNeeds", _needs, in_short.needs, _OF_NEEDS),
    Group("Agreed", "groupAgreed", _agreed, in_short.agreed, frozenset({"helped"})),
    Group(
        "Contact", "groupContact", _contact, in_short.contact,
        frozenset({"contact", "language", "salutation", "safe_contact"}),
    ),
    Group(
        "Bank", "groupBank", _bank, in_short.bank,
        frozenset({"interests", "training", "trains", "terms", "review_on", "joined_on", "heard_by", "reason_offered"}),
    ),
    Group("Money", "groupMoney", _money, in_short.money),
)  # fmt: skip
