"""Papers people agree on when somebody is erased, has a line struck, or takes words back: no word of theirs is left."""

from coprod_desktop.domain.group_record import WorkGroup
from coprod_desktop.services import agreed, agreed_versions, capture, people, sessions
from coprod_desktop.services import bin as bins
from coprod_desktop.services.capture import NewLine
from coprod_desktop.services.making import agreed as making
from coprod_desktop.services.rights import erasure
from tests.desks import every_value

WHO = "Vashti Okonkwo-Bright"
WORDS = "Quinces ripen only beside the northern wall"


def setting(desk):
    session, _ = sessions.new(desk, title="Home care", start="10:30")
    with desk.store.write("x") as tx:
        tx.add(WorkGroup(id="g", name="Home care group", kind="steering"), session=None)
        tx.change("session", session, group_id="g")
    person, _ = people.add(desk, session, WHO, "carer")
    line = capture.add(desk, session, NewLine(text=WORDS, speaker=person)).added[0].id
    paper, _ = agreed.begin(desk, "charter", group="g")
    version = agreed.one(desk, paper).newest.id
    return session, person, line, paper, version


def held(desk, words):
    return [table for table, value in every_value(desk) if words.casefold() in value.casefold()]


def test_somebody_who_is_erased_leaves_no_signature_and_no_name_in_the_words(desk):
    _session, person, _line, paper, version = setting(desk)
    agreed.write(desk, version, "What we promise", f"{WHO} looks after this.\nWe answer within a week.")
    agreed.change(desk, paper, owner=WHO)
    agreed.say_changed(desk, version, f"{WHO} joined")
    agreed_versions.sign(desk, paper, WHO, person=person)
    agreed_versions.sign(desk, paper, "Healthwatch Northshire")
    agreed_versions.agree(desk, version)
    agreed_versions.new_version(desk, paper)
    erasure.erase(desk, person)
    now = agreed.one(desk, paper)
    assert [one.name for one in now.signed] == ["Healthwatch Northshire"]
    for one in now.versions:
        text = dict(one.parts)["What we promise"]
        assert "Vashti" not in text
        assert "Okonkwo" not in text
        assert "We answer within a week." in text
    assert held(desk, "Okonkwo") == []


def test_words_that_were_struck_leave_a_paper_that_repeats_them(desk):
    _session, _person, line, paper, version = setting(desk)
    agreed.write(desk, version, "What we promise", f"{WORDS}.\nWe answer within a week.")
    agreed_versions.agree(desk, version)
    agreed_versions.new_version(desk, paper)
    capture.strike(desk, line)
    for one in agreed.one(desk, paper).versions:
        assert "Quinces" not in dict(one.parts)["What we promise"]
    assert held(desk, "Quinces ripen") == []


def test_a_paper_that_is_emptied_from_the_bin_takes_versions_signatures_and_decisions_with_it(desk):
    _session, _person, _line, paper, version = setting(desk)
    agreed.write(desk, version, "What we promise", "Mark0001x and ring 07700 900481")
    agreed_versions.sign(desk, paper, "Mark0002x")
    found = [f for f in making.findings(desk, paper) if f.blocks and f.is_open]
    for one in found:
        making.settle(desk, paper, one, making.Decision.FINE)
    agreed.remove(desk, paper)
    (line,) = [one for one in bins.things(desk) if one.noun == "agreed_paper"]
    bins.empty(desk, [(line.noun, line.row)])
    assert held(desk, "Mark0001x") == []
    assert held(desk, "Mark0002x") == []
    with desk.store.read() as connection:
        left = connection.exec_driver_sql("SELECT count(*) FROM settlement WHERE subject = ?", (paper,)).scalar()
    assert left == 0
