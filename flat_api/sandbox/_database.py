"""The state of the sandbox: entries of JSON and files, in SQLite."""

from __future__ import annotations

import json
import secrets
import sqlite3
import threading
import typing
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import resources

Json = dict[str, typing.Any]

MEMORY = ":memory:"
VERSION = 2
"""The layout of the tables, kept in ``user_version``."""


class StoreError(Exception):
    """A database file that can't be used."""


@dataclass
class Entry:
    """Something kept: *data* is what the API tells of it, *facts* what it doesn't. *seq* counts up with each entry."""

    kind: str
    id: str
    data: Json
    parent: str = ""
    facts: Json = field(default_factory=dict[str, typing.Any])
    seq: int = 0


def new_id() -> str:
    """Return an identifier that nothing has yet: 24 hexadecimal digits, as the API has them."""
    return secrets.token_hex(12)


class Store:
    """Entries and files in the database *path*, `MEMORY` for one that ends with the store.

    All threads share one connection, and take turns with it: everything between entering and leaving `transaction` is
    done as one, or not at all. Several processes may have a store of one file. Raises StoreError for a file that is
    something else.
    """

    def __init__(self, path: str = MEMORY) -> None:
        self.path = path
        self._lock = threading.RLock()
        self._depth = 0
        self._closed = False
        try:
            self._connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None, timeout=30)
        except sqlite3.Error as error:
            raise StoreError(f"{path} can't be opened: {error}") from error
        try:
            self._prepare()
        except sqlite3.Error as error:
            self.close()
            raise StoreError(f"{path} is no database of the sandbox: {error}") from error
        except BaseException:
            self.close()
            raise

    def _prepare(self) -> None:
        if self.path != MEMORY:
            self._connection.execute("pragma journal_mode = wal")
            self._connection.execute("pragma synchronous = normal")
        with self.transaction():
            (version,) = self._connection.execute("pragma user_version").fetchone()
            (count,) = self._connection.execute("select count(*) from sqlite_master").fetchone()
            self.is_new = version == 0 and count == 0
            if self.is_new:
                tables = resources.files(__package__ or "").joinpath("data", "tables.sql").read_text("utf-8")
                for statement in tables.split(";"):
                    self._connection.execute(statement)
                self._connection.execute(f"pragma user_version = {VERSION}")
            elif version != VERSION:
                raise StoreError(f"{self.path} is no database of this version of the sandbox")

    @contextmanager
    def transaction(self) -> Generator[None]:
        """Do all that follows as one; what raises undoes it. Transactions inside of one are part of it."""
        with self._lock:
            if self._depth == 0:
                self._connection.execute("begin immediate")
            self._depth += 1
            try:
                yield
            except BaseException:
                self._end("rollback")
                raise
            self._end("commit")

    def _end(self, statement: str) -> None:
        self._depth -= 1
        if self._depth == 0 and self._connection.in_transaction:
            self._connection.execute(statement)

    def image(self) -> bytes:
        """Return the whole database."""
        with self._lock:
            return self._connection.serialize()

    def restore(self, image: bytes) -> None:
        """Put the database that *image* is in place of this one, which is in memory."""
        with self._lock:
            self._connection.deserialize(image)

    def add(self, entry: Entry) -> Entry:
        """Keep a new *entry*, behind all others."""
        sql = "insert into entries (kind, id, parent, data, facts) values (?, ?, ?, ?, ?)"
        values = (entry.kind, entry.id, entry.parent, json.dumps(entry.data), json.dumps(entry.facts))
        entry.seq = self._run(sql, *values).lastrowid or 0
        return entry

    def save(self, entry: Entry) -> None:
        """Keep what was changed in *entry*."""
        values = (entry.parent, json.dumps(entry.data), json.dumps(entry.facts), entry.kind, entry.id)
        self._run("update entries set parent = ?, data = ?, facts = ? where kind = ? and id = ?", *values)

    def find(self, kind: str, id: str) -> Entry | None:
        """Return the entry, or None where there is none."""
        return next(iter(self._entries("kind = ? and id = ?", kind, id)), None)

    def entries(self, kind: str, parent: str) -> list[Entry]:
        """Return the entries of *parent*, the first one first."""
        return self._entries("kind = ? and parent = ? order by seq", kind, parent)

    def last(self, kind: str, parent: str) -> Entry | None:
        """Return the last of the entries of *parent*."""
        return next(iter(self._entries("kind = ? and parent = ? order by seq desc limit 1", kind, parent)), None)

    def kinds(self) -> list[tuple[str, int]]:
        """Return the kinds of entries there are, each with how many there are."""
        return list(self._run("select kind, count(*) from entries group by kind order by kind"))

    def latest(self, kind: str, count: int) -> list[Entry]:
        """Return the last *count* entries of a *kind*, the last one first."""
        return self._entries("kind = ? order by seq desc limit ?", kind, count)

    def all(self, kind: str) -> list[Entry]:
        """Return the entries of a *kind*, the first one first."""
        return self._entries("kind = ? order by seq", kind)

    def children(self, parent: str) -> list[Entry]:
        """Return the entries of *parent*, of all kinds."""
        return self._entries("parent = ?", parent)

    def pointing(self, kind: str, name: str, id: str) -> list[Entry]:
        """Return the entries of a *kind* whose property *name* is *id*, or an array with *id* in it."""
        found = "exists (select 1 from json_each(entries.data, ?) as found where found.value = ?)"
        return self._entries(f"kind = ? and {found} order by seq", kind, f'$."{name}"', id)

    def items_in(self, kind: str, container: str) -> list[Entry]:
        """Return the members of *container*, all of one *kind*, in the order in which they were put there."""
        joined = "join (select item, seq as place from members where container = ?) on item = entries.id"
        return self._entries("kind = ? order by place", container, kind, joined=joined)

    def _entries(self, condition: str, *values: object, joined: str = "") -> list[Entry]:
        rows = self._run(f"select kind, id, data, parent, facts, seq from entries {joined} where {condition}", *values)
        return [
            Entry(kind, id, json.loads(data), parent, json.loads(facts), seq)
            for kind, id, data, parent, facts, seq in rows
        ]

    def count(self, kind: str, parent: str) -> int:
        """Return how many entries of a *kind* the *parent* has."""
        return self._number("select count(*) from entries where kind = ? and parent = ?", kind, parent)

    def remove(self, kind: str, id: str) -> None:
        """Delete an entry, its file, and its memberships."""
        self._run("delete from entries where kind = ? and id = ?", kind, id)
        self._run("delete from files where id = ?", id)
        self._run("delete from members where container = ? or item = ?", id, id)

    def put_in(self, container: str, item: str) -> None:
        """Make *item* a member of *container*, which it may be already: a score of a collection, a user of a group."""
        self._run("insert or ignore into members (container, item) values (?, ?)", container, item)

    def take_out(self, container: str, item: str) -> bool:
        """Take *item* out of *container*; return whether it was there."""
        return self._run("delete from members where container = ? and item = ?", container, item).rowcount > 0

    def is_in(self, container: str, item: str) -> bool:
        """Return whether *item* is a member of *container*."""
        found = self._run("select 1 from members where container = ? and item = ?", container, item)
        return found.fetchone() is not None

    def containers_of(self, item: str) -> list[str]:
        """Return the identifiers of what *item* is a member of."""
        return [found for (found,) in self._run("select container from members where item = ? order by seq", item)]

    def count_in(self, container: str) -> int:
        """Return how many members *container* has."""
        return self._number("select count(*) from members where container = ?", container)

    def _number(self, sql: str, *values: str) -> int:
        (number,) = self._run(sql, *values).fetchone()
        return int(number)

    def put_file(self, id: str, media_type: str, data: bytes) -> None:
        """Keep the file of the revision *id*."""
        self._run("insert or replace into files (id, media_type, data) values (?, ?, ?)", id, media_type, data)

    def file(self, id: str) -> tuple[str, bytes] | None:
        """Return media type and content of the file of the revision *id*."""
        found: tuple[str, bytes] | None = self._run("select media_type, data from files where id = ?", id).fetchone()
        return found

    def _run(self, sql: str, *values: object) -> sqlite3.Cursor:
        with self._lock:
            try:
                return self._connection.execute(sql, values)
            except UnicodeEncodeError:  # half of a surrogate pair, which no identifier has
                return self._connection.execute(sql, [_storable(value) for value in values])

    def close(self) -> None:
        """Close the database; of one in memory, nothing is left."""
        with self._lock:
            if not self._closed:
                self._closed = True
                self._connection.close()


def _storable(value: object) -> object:
    return value.encode(errors="replace").decode() if isinstance(value, str) else value
