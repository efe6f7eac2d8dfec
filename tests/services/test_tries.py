from coprod_desktop.services.tries import Tries


def after(wrong):
    tries = Tries()
    for _ in range(wrong):
        tries = tries.failed(100.0)
    return tries


def test_the_first_few_cost_nothing_and_then_it_takes_longer_up_to_half_a_minute():
    assert [after(n).wait(100.0) for n in (0, 1, 4, 5, 6, 7, 8, 9, 50, 5000)] == [0, 0, 0, 2, 4, 8, 16, 30, 30, 30]


def test_the_wait_goes_by_with_the_clock():
    tries = after(7)

    assert tries.wait(105.0) == 3
    assert tries.wait(108.0) == 0
    assert tries.wait(900.0) == 0
