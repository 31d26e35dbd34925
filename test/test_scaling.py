"""The measure of time in proportion: it sees what grows too fast, and no noise."""

import gc

import pytest

from .scaling import assert_linear


class Clock:
    """Time that passes as the work says, and now and then a good deal more."""

    def __init__(self, *noise):
        self.now = 0.0
        self.noise = list(noise)

    def __call__(self):
        return self.now

    def spend(self, seconds):
        self.now += seconds + (self.noise.pop(0) if self.noise else 0)


def test_linear_work_passes():
    clock = Clock()
    assert_linear(clock.spend, lambda size: size, 1, clock=clock)


def test_quadratic_work_does_not():
    clock = Clock()
    with pytest.raises(AssertionError, match=r"1\.000000 s for 1, 100\.000000 s for 10"):
        assert_linear(lambda size: clock.spend(size * size), lambda size: size, 1, clock=clock)


def test_noise_has_to_come_in_all_rounds():
    """What else the machine does only ever adds time."""
    clock = Clock(*[0, 0, 0, 90] * 4)
    assert_linear(clock.spend, lambda size: size, 1, clock=clock)


def test_what_is_refused_is_measured_and_what_fails_fails():
    def refuse(size):
        raise ValueError(size)

    assert_linear(refuse, lambda size: size, 1)
    with pytest.raises(ZeroDivisionError):
        assert_linear(lambda size: size / 0, lambda size: size, 1)


def test_nothing_is_collected_meanwhile():
    """The collector looks at all that other tests left behind."""
    seen = []
    assert_linear(lambda size: seen.append(gc.isenabled()), lambda size: size, 1)
    assert not any(seen) and gc.isenabled()
