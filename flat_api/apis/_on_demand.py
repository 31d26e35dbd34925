"""The names of a module whose values are made when they are first asked for."""

from __future__ import annotations

import typing

Maker = typing.Callable[[], typing.Any]


class OnDemand:
    """Values by name, each made once, by one of *makers*, for the module called *module*."""

    def __init__(self, module: str, makers: typing.Mapping[str, Maker]) -> None:
        self._module = module
        self._makers = makers
        self._made: dict[str, typing.Any] = {}

    def get(self, name: str) -> typing.Any:
        """The value called *name*. Raises AttributeError, as a module does, if there is none."""
        if name in self._made:
            return self._made[name]
        if name not in self._makers:
            raise AttributeError(f"module {self._module!r} has no attribute {name!r}")
        return self._made.setdefault(name, self._makers[name]())  # the first thread's, if another makes it as well

    def members(self) -> dict[str, typing.Any]:
        """Return what a module needs to have these names: for ``getattr``, ``dir`` and imports with a star."""
        public = [name for name in self._makers if not name.startswith("_")]
        return {"__getattr__": self.get, "__dir__": lambda: sorted(self._makers), "__all__": public}
