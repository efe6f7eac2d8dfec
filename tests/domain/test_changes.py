from coprod_desktop.domain.changes import Changes, Ref

LINE, POINT, GONE = Ref("entry", "e", "s"), Ref("point", "p", "s"), Ref("need", "n", "t")
CHANGES = Changes(added=(LINE,), changed=(POINT,), removed=(GONE,))


def test_all_of_it_is_what_was_added_changed_and_removed():
    assert list(CHANGES.all()) == [LINE, POINT, GONE]
    assert list(Changes().all()) == []


def test_a_noun_is_touched_in_its_own_session_only():
    assert all(CHANGES.touch(noun) for noun in ("entry", "point", "need"))
    assert not CHANGES.touch("person")
    assert CHANGES.touch("entry", "s")
    assert not CHANGES.touch("entry", "t")
    assert CHANGES.touch("need", "t")
