"""Money is recorded to the penny, by the organisation's own rates, and nothing is said of what it means for benefits."""

from __future__ import annotations

import ast
import dataclasses
import datetime
import re
import typing
import zipfile
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import coprod_desktop
from coprod_desktop import paths
from coprod_desktop.domain import money as rules
from coprod_desktop.domain.people_record import Claim, ClaimState, PaidHow, Rate, Reward, Unit
from coprod_desktop.domain.record import Need
from coprod_desktop.errors import UserError
from coprod_desktop.publish.own import money as papers
from coprod_desktop.publish.own import money_lists
from coprod_desktop.publish.room_view import RoomView
from coprod_desktop.publish.snapshot import PublicSnapshot
from coprod_desktop.services import bin as bin_verbs
from coprod_desktop.services import drafts, money, people, sessions, workspace
from coprod_desktop.services.making import money as making
from coprod_desktop.services.money import NewAmount
from coprod_desktop.services.seen import money as seen
from tests.desks import set_needs

DAY = datetime.date(2026, 11, 26)
FARE = NewAmount(kind="travel", pence=440, words="bus")
FEE = NewAmount(kind="payment for time", pence=2000, fee=True, state=ClaimState.OFFERED)


@pytest.fixture
def person(desk, home_care):
    return next(p.id for p in people.on_list(desk, home_care) if p.name == "Winifred Tattersall")


def one(desk, person):
    (found,) = money.every(desk, person=person)
    return found


def test_d28_no_rate_is_there_until_the_organisation_types_one_in(desk):
    assert money.rates(desk) == ()
    money.add_rate(desk, "travel", 45, Unit.MILE, review_on=DAY, cost_code="C12")
    (rate,) = money.rates(desk)
    assert (rate.pence, rate.unit, rate.from_on, rate.review_on) == (45, "mile", desk.today(), DAY)


def test_d28_no_amount_of_money_ships_as_a_fact():
    shipped = [*paths.resource("content").glob("*.json")]
    assert shipped
    assert len(shipped) > 10
    for file in (f for f in shipped if f.name != "easy_meanings.json"):  # what pictures mean, shown by sentences
        assert not re.search(r"£\s?\d|\d+p (?:a|per|for each) ", file.read_text("utf-8")), file.name


def texts():
    """Every text of the program that people may read, by file: strings of the code, forms, and content."""
    root = Path(coprod_desktop.__file__).parent
    for file in root.rglob("*.py"):
        if "_forms" in file.parts:
            continue
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield file.name, node.value
    for file in (*paths.resource("content").glob("*.json"), *(root.parent / "forms").glob("*.ui")):
        yield file.name, file.read_text("utf-8")


PROMISES = re.compile(
    r"vouchers? (?:do|does|will|are|is) (?:not|n't|safe|ignored|disregarded)|(?:do|does|will)(?:n't| not) (?:count|affect)"
    r"[^.]{0,40}(?:benefit|income|universal credit)|(?:benefit|income)s?[^.]{0,40}(?:not|never) (?:be )?(?:affected|count)"
    r"|disregard|tax[- ]free|earnings limit|permitted work|safe amount",
    re.IGNORECASE,
)


def test_d27_no_text_says_that_vouchers_or_any_amount_do_not_count():
    assert PROMISES.search("Vouchers do not count as income.")
    assert PROMISES.search("It will not affect your benefits")
    assert [(name, text[:80]) for name, text in texts() if PROMISES.search(text)] == []


def test_d27_what_you_will_get_tells_to_get_independent_advice_and_takes_less_and_no_for_answers(
    desk, home_care, person, tmp_path
):
    money.add(desk, person, FEE, session=home_care)
    money.add(desk, person, NewAmount(kind="voucher", pence=1000, reward=Reward.VOUCHER, state=ClaimState.OFFERED), session=home_care)  # fmt: skip
    for name in ("text", "easy-read-web"):
        made = making.make(desk, person, papers.WHAT_YOU_GET, tmp_path, [name], session=home_care)
        told = made.paths[0].read_text("utf-8").lower()
        for words in (
            "independent advice",
            "before you say yes",
            "no thank you",
            "less",
            "£20.00",
            "voucher",
            "charity",
        ):
            assert words in re.sub(r"<[^>]+>|\s+", " ", told), (name, words)
        assert all(path.parent.name == "private" and "private" in path.name for path in made.paths)


def test_d27_the_letter_states_facts_and_gives_no_advice(desk, home_care, person, tmp_path):
    money.pay_now(desk, person, FARE, session=home_care)
    money.pay_now(desk, person, NewAmount(kind="payment for time", pence=2000, fee=True), session=home_care)
    money.add(desk, person, NewAmount(kind="food", pence=999), session=home_care)
    (path,) = making.make(desk, person, papers.FACTS, tmp_path, ["docx"]).paths
    words = re.sub(r"<[^>]+>", " ", zipfile.ZipFile(path).read("word/document.xml").decode())
    assert "Winifred Tattersall" in words
    for told in ("£4.40", "£20.00", "gives no advice", "Listening space"):
        assert told in words
    for untold in ("£9.99", "should", "entitle", "benefit", "income"):
        assert untold not in words, untold


def test_an_offer_is_not_owed_until_they_say_yes(desk, home_care, person):
    money.add(desk, person, FEE, session=home_care)
    fee = one(desk, person)
    assert rules.sums([fee]) == rules.Sums(owed=0, paid=0, offered=2000)
    money.answer(desk, fee.id, ClaimState.ACCEPTED)
    assert rules.owed(one(desk, person)) == 2000
    money.answer(desk, fee.id, ClaimState.LESS, less=500)
    assert rules.owed(one(desk, person)) == 500
    with pytest.raises(UserError, match="less than was offered"):
        money.answer(desk, fee.id, ClaimState.LESS, less=2000)
    money.answer(desk, fee.id, ClaimState.DECLINED)
    assert rules.owed(one(desk, person)) == 0
    with pytest.raises(UserError, match="no thank you"):
        money.pay(desk, [fee.id], PaidHow.CASH)


def test_paid_in_part_the_rest_stays_owed(desk, home_care, person):
    made, _ = money.add(desk, person, FARE, session=home_care)
    money.pay(desk, [made], PaidHow.CASH, pence=300)
    found = money.every(desk, person=person)
    assert rules.sums(found) == rules.Sums(owed=140, paid=300, offered=0)
    workspace.undo(desk)
    assert rules.sums(money.every(desk, person=person)) == rules.Sums(owed=440, paid=0, offered=0)


def test_what_was_paid_is_not_changed_or_taken_away_by_mistake(desk, home_care, person):
    made, _ = money.pay_now(desk, person, FARE, session=home_care)
    for act in (
        lambda: money.change(desk, made, pence=1),
        lambda: money.remove(desk, made),
        lambda: money.pay(desk, [made], PaidHow.CASH),
        lambda: money.answer(desk, made, ClaimState.DECLINED),
    ):
        with pytest.raises(UserError, match="paid"):
            act()
    money.not_paid(desk, made)
    money.remove(desk, made)
    assert [thing.noun for thing in bin_verbs.things(desk)] == ["claim"]


@pytest.mark.parametrize("words", ["sort code 20-45-67", "12345678", "GB29 NWBK 6016 1331 9268 19"])
def test_bank_details_are_refused_in_every_field_and_nothing_is_stored(desk, home_care, person, words):
    made, _ = money.add(desk, person, FARE, session=home_care)
    for act in (
        lambda: money.add(desk, person, dataclasses.replace(FARE, words=words)),
        lambda: money.add(desk, person, dataclasses.replace(FARE, cost_code=words)),
        lambda: money.change(desk, made, words=words),
        lambda: money.answer(desk, made, ClaimState.CHARITY, charity=words),
        lambda: money.add_rate(desk, "travel", 45, Unit.MILE, cost_code=words),
    ):
        with pytest.raises(UserError, match="Nothing of the kind is kept"):
            act()
    assert one(desk, person).words == "bus"


@pytest.mark.parametrize("field", ["money:s p:words", "claim:c:words", "rate:new:words"])
def test_bank_details_that_are_being_typed_are_kept_as_no_draft_either(desk, field):
    drafts.keep(desk, field, "bus, 20-45-6")
    assert [one.words for one in drafts.every(desk)] == ["bus, 20-45-6"]
    drafts.keep(desk, field, "bus, 20-45-67")
    assert drafts.every(desk) == ()
    drafts.keep(desk, "capture:s", "the code on the door is 20-45-67")
    assert len(drafts.every(desk)) == 1


def test_a_day_that_is_still_to_come_is_no_day_of_payment(desk, home_care, person):
    made, _ = money.add(desk, person, FARE, session=home_care)
    with pytest.raises(UserError, match="still to come"):
        money.pay(desk, [made], PaidHow.FINANCE, on=desk.today() + datetime.timedelta(1))


def test_home_says_what_is_owed_and_what_is_late(desk, home_care, person):
    for claim in money.every(desk):
        money.pay(desk, [claim.id], PaidHow.CASH)
    assert seen.owed_in_words(seen.owed(desk)) == ""
    money.add(desk, person, FARE, session=home_care)
    assert seen.owed_in_words(seen.owed(desk)) == "£4.40 is owed to 1 person."
    late = dataclasses.replace(FARE, pence=1000, due=desk.today() - datetime.timedelta(1))
    money.add(desk, person, late, session=home_care)
    found = seen.owed(desk)
    assert seen.owed_in_words(found) == "£10.00 owed to 1 person is late. £14.40 is owed in all."
    assert (found.session, found.person) == (home_care, person)


# ---- never public


def kinds_in(kind, seen_kinds):
    if kind in seen_kinds or not isinstance(kind, type):
        for part in typing.get_args(kind):
            kinds_in(part, seen_kinds)
        return seen_kinds
    seen_kinds.add(kind)
    if dataclasses.is_dataclass(kind):
        for hint in typing.get_type_hints(kind).values():
            kinds_in(hint, seen_kinds)
    return seen_kinds


def test_nothing_public_has_a_place_for_money_of_people():
    for public in (PublicSnapshot, RoomView):
        found = kinds_in(public, set())
        assert len(found) > 2
        assert Claim not in found
        assert not any("people_record" in kind.__module__ for kind in found)


def test_only_private_papers_know_what_an_amount_is():
    publish = Path(coprod_desktop.__file__).parent / "publish"
    knowing = {
        str(file.relative_to(publish))
        for file in publish.rglob("*.py")
        if re.search(r"\bClaim\b|domain import money|domain\.money", text := file.read_text("utf-8"))
        and "domain.assurance import" not in text  # what the assurance pack claims is no money
    }
    assert knowing == {"own/money.py", "own/money_lists.py"}


# ---- a year, to the penny


AMOUNT = st.fixed_dictionaries(
    {
        "kind": st.sampled_from([*rules.EXPENSES, rules.FEES[0]]),
        "pence": st.integers(1, 250_000),
        "state": st.sampled_from(list(ClaimState)),
        "paid": st.booleans(),
        "who": st.integers(0, 3),
        "session": st.integers(0, 2),
        "code": st.sampled_from([None, "C100", "C200"]),
    }
)


@pytest.fixture(scope="module")
def year(tmp_path_factory, empty_workspace):
    import shutil

    folder = Path(shutil.copytree(empty_workspace, tmp_path_factory.mktemp("year") / "year"))
    desk = workspace.unlock(folder, None)
    held = []
    for month in (2, 6, 10):
        session = sessions.new(desk, title=f"Meeting {month}", date=datetime.date(2026, month, 10))[0]
        held.append(session)
    names = ["Ann Aske", "Bo Beck", "Cy Cole", "Di Dean"]
    ids = [people.add(desk, held[0], name, "carer")[0] for name in names]
    for session in held[1:]:
        for person in ids:
            people.bring(desk, session, person, "carer")
    yield desk, held, dict(zip(ids, names, strict=True))
    workspace.close(desk)


def put(desk, amounts, held, ids):
    for one_of in amounts:
        person, session = ids[one_of["who"]], held[one_of["session"]]
        new = NewAmount(
            kind=one_of["kind"], pence=one_of["pence"], fee=one_of["kind"] in rules.FEES, cost_code=one_of["code"],
            state=ClaimState.OFFERED,
        )  # fmt: skip
        made, _ = money.add(desk, person, new, session=session)
        if one_of["state"] is ClaimState.LESS:
            money.answer(desk, made, ClaimState.LESS, less=one_of["pence"] // 3)
        elif one_of["state"] is not ClaimState.OFFERED:
            money.answer(desk, made, one_of["state"])
        if one_of["paid"] and one_of["state"] is not ClaimState.DECLINED:
            money.pay(desk, [made], PaidHow.FINANCE)


def wanted(amounts, key=lambda _a: None):
    """Added up by hand, from what was typed."""
    found = {}
    for one_of in amounts:
        state, pence = one_of["state"], one_of["pence"]
        due = {ClaimState.DECLINED: 0, ClaimState.LESS: pence // 3}.get(state, pence)
        paid = due if one_of["paid"] and state is not ClaimState.DECLINED else 0
        owed = 0 if paid or one_of["paid"] or state in (ClaimState.DECLINED, ClaimState.OFFERED) else due
        before = found.get(key(one_of), (0, 0))
        found[key(one_of)] = (before[0] + owed, before[1] + paid)
    return {k: v for k, v in found.items() if any(v)}


def told(claims, key):
    return {k: (s.owed, s.paid) for k, s in rules.sums_by(claims, key).items() if s.owed or s.paid}


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(amounts=st.lists(AMOUNT, min_size=1, max_size=25))
def test_a_year_of_amounts_adds_up_to_the_penny_wherever_it_is_told(year, tmp_path_factory, amounts):
    desk, held, names = year
    ids, folder = list(names), tmp_path_factory.mktemp("sheets")
    with desk.store.write("Begin again") as tx:
        tx.connection.exec_driver_sql("DELETE FROM claim")
    put(desk, amounts, held, ids)
    claims = money.every(desk)
    assert told(claims, lambda c: c.person_id) == wanted(amounts, lambda a: ids[a["who"]])
    assert told(claims, lambda c: c.session_id) == wanted(amounts, lambda a: held[a["session"]])
    assert told(claims, lambda c: c.kind) == wanted(amounts, lambda a: a["kind"])
    assert told(claims, lambda c: c.cost_code) == wanted(amounts, lambda a: a["code"])
    whole = wanted(amounts).get(None, (0, 0))
    assert (rules.sums(claims).owed, rules.sums(claims).paid) == whole

    if any(whole):
        (path,) = making.make_for_finance(desk, folder).paths
        page = openpyxl.load_workbook(path).active
        heads = {cell.value: at for at, cell in enumerate(page[1])}
        rows = list(page.iter_rows(min_row=2))
        for what, pence in (("Pounds owed", whole[0]), ("Pounds paid", whole[1])):
            cells = [row[heads[what]] for row in rows]
            assert all(cell.data_type == "n" for cell in cells)
            assert sum(Decimal(str(cell.value)) for cell in cells) * 100 == pence
        assert all(row[heads["Person"]].data_type == "s" for row in rows)

    for at, session in enumerate(held):
        due = sum(v[0] for k, v in wanted(amounts, lambda a: a["session"]).items() if k == at)
        there = [claim for claim in claims if claim.session_id == session]
        sheet = money_lists.cash_list(sessions.one(desk, session), names, there)
        assert sum(int(p.replace(",", "").replace(".", "")) for n in sheet.names for p in re.findall(r": £([\d,]+\.\d\d) ", n)) == due  # fmt: skip

    for person in ids:
        theirs = [claim for claim in claims if claim.person_id == person]
        owed, paid = wanted(amounts, lambda a: ids[a["who"]]).get(person, (0, 0))
        purse = papers.Purse(
            name=names[person], salutation=None, claims=theirs, rates=(), sessions={}, session=None,
            organisation=None, written_on=DAY,
        )  # fmt: skip
        statement = repr(papers.paper(papers.STATEMENT, purse).document)
        assert f"'{rules.pounds(paid)}'" in statement
        assert f"'{rules.pounds(owed)}'" in statement


def test_what_you_will_get_is_one_page(desk, home_care, person, tmp_path):
    import pypdfium2

    money.add_rate(desk, "travel", 45, Unit.MILE)
    money.add_rate(desk, "carer cover", 1500, Unit.HOUR)
    money.add(desk, person, dataclasses.replace(FEE, due=DAY), session=home_care)
    for reward in (Reward.VOUCHER, Reward.CERTIFICATE):
        money.add(
            desk, person, NewAmount(kind=reward, pence=0, reward=reward, state=ClaimState.OFFERED), session=home_care
        )
    made = making.make(desk, person, papers.WHAT_YOU_GET, tmp_path, ["pdf"], session=home_care)
    assert len(pypdfium2.PdfDocument(made.paths[0])) == 1
    assert [warning.split(". ")[-1] for warning in made.warnings] == ["Ask them before it goes to them."]


def test_the_cash_list_has_a_line_to_sign_for_each_who_is_owed(desk, home_care, person, tmp_path):
    made = making.make_cash_list(desk, home_care, tmp_path)
    assert made.paths[0].is_file()
    for claim in money.every(desk):
        money.pay(desk, [claim.id], PaidHow.CASH)
    with pytest.raises(UserError, match="Nothing is to be paid"):
        making.make_cash_list(desk, home_care, tmp_path)


def test_a_session_of_which_money_is_owed_may_go_and_the_money_stays_owed(desk, home_care, person):
    money.add(desk, person, FARE, session=home_care)
    sessions.remove(desk, home_care)
    bin_verbs.empty(desk, [("session", home_care)])
    assert rules.sums(money.every(desk)).owed == 440 + 4000
    found = seen.owed(desk)
    assert (found.session, found.people) == (None, 2)
    assert seen.read(desk, None, person).people == [("Winifred Tattersall", person)]


@pytest.mark.parametrize(("words", "pence"), [
    ("22 miles", 990), ("22.5 miles", 1013), ("1,200 miles", 54000), ("bus 9 to town, 3 miles", 135), ("22,5 miles", None),
    ("2 x 11 miles", None), ("1e3 miles", None), ("-3 miles", None), ("22.505 miles", None), ("5 miles there, 5 miles back", None),
    ("11 miles each way", None), ("half a mile", None), ("1 200 miles", None), ("２２ miles", None), ("1,23,456 miles", None),
])  # fmt: skip
def test_an_amount_by_rate_is_worked_out_only_of_a_number_that_cannot_be_another(words, pence):
    rate = rules_of("r", 45, DAY)
    found = seen.by_rate(words, "travel", [rate])
    assert (found and found[1]) == pence


def rules_of(row, pence, day):
    return Rate(id=row, kind="travel", fee=False, words="", pence=pence, unit=Unit.MILE, from_on=day)


def test_what_happened_before_a_rate_changed_is_paid_by_the_rate_of_its_day(desk, home_care, person):
    held, today = sessions.one(desk, home_care).date, desk.today()
    day = datetime.timedelta(days=1)
    for pence, since in ((40, held - 300 * day), (45, held), (55, held + day)):
        money.add_rate(desk, "travel", pence, Unit.MILE, from_on=since)
    money.add_rate(desk, "parking", 300, Unit.DAY, from_on=today)
    assert [(r.kind, r.pence) for r in seen.read(desk, home_care, person).rates] == [("travel", 45), ("parking", 300)]
    assert {r.pence for r in seen.read(desk, None, person).rates} == {55 if held < today else 45, 300}


@pytest.mark.parametrize("kind", sorted({*making.TO_A_PERSON} - {papers.FACTS}))
def test_nobody_is_given_a_paper_about_money_they_cannot_read_without_being_asked(
    desk, home_care, person, tmp_path, kind
):
    set_needs(desk, home_care, person, [Need(id="", need="braille", ais="information format")])
    money.add_rate(desk, "travel", 45, Unit.MILE)
    money.add(desk, person, FEE, session=home_care)
    asked = making.make(desk, person, kind, tmp_path, ["pdf"], session=home_care)
    to_ask = (
        "Winifred Tattersall reads braille. This is something else: Standard print. Ask them before it goes to them."
    )
    assert to_ask in asked.warnings
    theirs = making.make(desk, person, kind, tmp_path / "theirs", session=home_care)
    as_they_read = any(path.suffix == ".brf" for path in theirs.paths)
    assert as_they_read != any("This is something else" in words for words in theirs.warnings)


def test_a_letter_of_facts_is_for_somebody_else_to_read(desk, home_care, person, tmp_path):
    set_needs(desk, home_care, person, [Need(id="", need="braille", ais="information format")])
    money.add(desk, person, FARE, session=home_care)
    made = making.make(desk, person, papers.FACTS, tmp_path, session=home_care)
    assert not any("This is something else" in words for words in made.warnings)
