"""`cached_property` without a lock, which `functools` has until Python 3.11.

That lock is one for all instances and held while a value is computed, also over imports; a process
that is forked meanwhile would wait for it for ever.
"""

from __future__ import annotations

import typing

if typing.TYPE_CHECKING:
    from functools import cached_property as cached_property
else:

    class cached_property:
        """An attribute that is computed when it is first read. Two threads may compute it; one value is kept."""

        def __init__(self, function):
            self.function = function
            self.__doc__ = function.__doc__

        def __set_name__(self, owner, name):
            self.name = name

        def __get__(self, instance, owner=None):
            if instance is None:
                return self
            return instance.__dict__.setdefault(self.name, self.function(instance))
