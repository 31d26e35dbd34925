"""What is in a sandbox from the start: two users, and a score of each."""

from __future__ import annotations

from ._calls import ME, Call
from ._files import written
from ._store import Entry
from ._tunes import melody
from .handlers._finding import ROOT, TRASH
from .handlers._people import OTHER, account
from .handlers.collections import add_collection
from .handlers.scores import add_score

SCORE = "5c01e00000000000000000a1"
"""The identifier of the score of the account."""

PUBLIC_SCORE = "5c01e00000000000000000b2"
"""The identifier of the public score of the other user."""

_ODE = """
    E4 E4 F4 G4  G4 F4 E4 D4  C4 C4 D4 E4  E4:3/2 D4:1/2 D4:2
    E4 E4 F4 G4  G4 F4 E4 D4  C4 C4 D4 E4  D4:3/2 C4:1/2 C4:2
"""
_FRERE = """
    C4 D4 E4 C4  C4 D4 E4 C4  E4 F4 G4:2  E4 F4 G4:2
    G4:1/2 A4:1/2 G4:1/2 F4:1/2 E4 C4  G4:1/2 A4:1/2 G4:1/2 F4:1/2 E4 C4  C4 G3 C4:2  C4 G3 C4:2
"""


def seed(call: Call, *, scores: bool) -> None:
    """Put in the store what is there from the start; no scores unless *scores* is true."""
    for id in (ME, OTHER):
        call.store.add(Entry("user", id, account(id)))
    add_collection(call, ROOT, "root", {"title": "My scores", "privacy": "private"})
    add_collection(call, TRASH, "trash", {"title": "Trash", "privacy": "private"})
    if not scores:
        return
    ode = melody("Ode to Joy", "Ludwig van Beethoven", _ODE, 112)
    add_score(call, ME, {"id": SCORE, "title": ode.title, "composer": ode.composer, "privacy": "private"}, written(ode))
    call.store.put_in(ROOT, SCORE)
    round_ = melody("Frère Jacques", "", _FRERE, 100, "flute")
    add_score(call, OTHER, {"id": PUBLIC_SCORE, "title": round_.title, "privacy": "public"}, written(round_))
