"""What is in a sandbox from the start: an account with a score, and a school."""

from __future__ import annotations

from functools import cache

from ..apis.tags.account_api import AccountApi
from ._context import ME, Call, World
from ._database import MEMORY, Entry, Store
from ._school import add_school
from .formats.files import written
from .formats.tune import melody
from .handlers._finding import ROOT, place_of
from .handlers._people import OTHER, account
from .handlers.scores import add_score

SCORE = "5c01e00000000000000000a1"
"""The identifier of the score of the account."""

PUBLIC_SCORE = "5c01e00000000000000000b2"
"""The identifier of the public score of the other user."""

SINCE = "2023-01-15T09:30:00.000Z"
"""When the accounts that are there from the start were made."""

_ODE = """
    E4 E4 F4 G4  G4 F4 E4 D4  C4 C4 D4 E4  E4:3/2 D4:1/2 D4:2
    E4 E4 F4 G4  G4 F4 E4 D4  C4 C4 D4 E4  D4:3/2 C4:1/2 C4:2
"""
_FRERE = """
    C4 D4 E4 C4  C4 D4 E4 C4  E4 F4 G4:2  E4 F4 G4:2
    G4:1/2 A4:1/2 G4:1/2 F4:1/2 E4 C4  G4:1/2 A4:1/2 G4:1/2 F4:1/2 E4 C4  C4 G3 C4:2  C4 G3 C4:2
"""


NOW = 1_693_814_400.0
"""The time at which everything that is there from the start was made: 2023-09-04T08:00:00Z."""


def seed(store: Store, *, scores: bool) -> None:
    """Put in *store* what is there from the start; nothing but the accounts unless *scores* is true."""
    if store.path == MEMORY:
        store.restore(_image(scores))
        return
    with store.transaction():
        _fill(store, scores)


@cache
def _image(scores: bool) -> bytes:
    """Return the database of a new sandbox, which is made once: most tests have a sandbox of their own."""
    store = Store(MEMORY)
    with store.transaction():
        _fill(store, scores)
    try:
        return store.image()
    finally:
        store.close()


def _fill(store: Store, scores: bool) -> None:
    call = Call(AccountApi.get_authenticated_user, World(store, lambda: NOW))
    call.store.add(Entry("user", ME, account(ME, "sandbox", "Clara", "Sandbox", "admin", SINCE)))
    call.store.add(Entry("user", OTHER, account(OTHER, "ada", "Ada", "Lovelace", None, SINCE)))
    if not scores:
        return
    ode = melody("Ode to Joy", "Ludwig van Beethoven", _ODE, 112)
    add_score(call, ME, {"id": SCORE, "title": ode.title, "composer": ode.composer, "privacy": "private"}, written(ode))
    call.store.put_in(place_of(call, ROOT), SCORE)
    round_ = melody("Frère Jacques", "", _FRERE, 100, "flute")
    add_score(call, OTHER, {"id": PUBLIC_SCORE, "title": round_.title, "privacy": "public"}, written(round_))
    add_school(call)
