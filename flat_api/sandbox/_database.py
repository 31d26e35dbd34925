"""What the sandbox keeps: entries of JSON and files, in SQLite."""

from __future__ import annotations

import json
import secrets
import sqlite3
import threading
import typing
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass

Json = dict[str, typing.Any]

MEMORY = ":memory:"
VERSION = 2
"""The layout of the tables, kept in ``user_version``."""

_TABLES = """
create table entries (
    seq integer primary key autoincrement,
    kind text not null,
    id text not null,
    parent text not null,
    data text not null,
    facts text not null,
    unique (kind, id)
);
create index entries_by_parent on entries (parent, kind, seq);
create index entries_by_kind on entries (kind, seq);
create table members (
    seq integer primary key autoincrement,
    container text not null,
    item text not null,
    unique (container, item)
);
create index members_by_item on members (item);
create table files (
    id text primary key,
    media_type text not null,
    data blob not null
);
"""


class StoreError(Exception):
    """A database file that can't be used."""


@dataclass
class Entry:
    """Something kept: *data* is what the API tells of it, *facts* what it doesn't. *seq* counts up with each entry."""

    kind: str
    id: str
    data: Json
    parent: str = ""
    facts: Json = None  # type: ignore[assignment]  # an empty dict, made below
    seq: int = 0

    def __post_init__(self) -> None:
        self.facts = self.facts or {}


def new_id() -> str:
    """An identifier that nothing has yet: 24 hexadecimal digits, as the API has them."""
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
            (tables,) = self._connection.execute("select count(*) from sqlite_master").fetchone()
            self.is_new = version == 0 and tables == 0
            if self.is_new:
                for statement in _TABLES.split(";"):
                    self._connection.execute(statement)
                self._connection.execute(f"pragma user_version = {VERSION}")
            elif version != VERSION:
                raise StoreError(f"{self.path} is no database of this version of the sandbox")

    @contextmanager
    def transaction(self, *, reads: bool = False) -> Generator[None]:
        """Do all that follows as one; what raises undoes it. Transactions inside of one are part of it.

        *reads* tells that nothing is changed: others may read a file meanwhile, and memory, which is nobody else's,
        needs no more than the lock.
        """
        begin = "begin immediate" if not reads else "" if self.path == MEMORY else "begin"
        with self._lock:
            if self._depth == 0 and begin:
                self._connection.execute(begin)
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
        values = (entry.kind, entry.id, entry.parent, json.dumps(entry.data), json.dumps(entry.facts))
        sql = "insert into entries (kind, id, parent, data, facts) values (?, ?, ?, ?, ?)"
        entry.seq = self._run(sql, *values).lastrowid or 0
        return entry

    def save(self, entry: Entry) -> None:
        """Keep what was changed in *entry*."""
        values = (entry.parent, json.dumps(entry.data), json.dumps(entry.facts), entry.kind, entry.id)
        self._run("update entries set parent = ?, data = ?, facts = ? where kind = ? and id = ?", *values)

    def find(self, kind: str, id: str) -> Entry | None:
        """The entry, or None where there is none."""
        row = self._run(f"select {_COLUMNS} from entries where kind = ? and id = ?", kind, id).fetchone()
        return None if row is None else _entry(row)

    def entries(self, kind: str, parent: str) -> list[Entry]:
        """The entries of *parent*, the first one first."""
        sql = f"select {_COLUMNS} from entries where kind = ? and parent = ? order by seq"
        return [_entry(row) for row in self._run(sql, kind, parent)]

    def last(self, kind: str, parent: str) -> Entry | None:
        """The last of the entries of *parent*."""
        sql = f"select {_COLUMNS} from entries where kind = ? and parent = ? order by seq desc limit 1"
        row = self._run(sql, kind, parent).fetchone()
        return None if row is None else _entry(row)

    def kinds(self) -> list[tuple[str, int]]:
        """The kinds of entries there are, each with how many there are."""
        return list(self._run("select kind, count(*) from entries group by kind order by kind"))

    def latest(self, kind: str, count: int) -> list[Entry]:
        """The last *count* entries of a *kind*, the last one first."""
        sql = f"select {_COLUMNS} from entries where kind = ? order by seq desc limit ?"
        return [_entry(row) for row in self._run(sql, kind, count)]

    def all(self, kind: str) -> list[Entry]:
        """The entries of a *kind*, the first one first."""
        return [_entry(row) for row in self._run(f"select {_COLUMNS} from entries where kind = ? order by seq", kind)]

    def children(self, parent: str) -> list[Entry]:
        """The entries of *parent*, of all kinds."""
        return [_entry(row) for row in self._run(f"select {_COLUMNS} from entries where parent = ?", parent)]

    def pointing(self, kind: str, name: str, id: str) -> list[Entry]:
        """The entries of a *kind* whose property *name* is *id*, or an array with *id* in it."""
        sql = (
            f"select {_COLUMNS} from entries where kind = ? "
            "and exists (select 1 from json_each(entries.data, ?) as found where found.value = ?) order by seq"
        )
        return [_entry(row) for row in self._run(sql, kind, f'$."{name}"', id)]

    def count(self, kind: str, parent: str) -> int:
        """Return how many entries of a *kind* the *parent* has."""
        (count,) = self._run("select count(*) from entries where kind = ? and parent = ?", kind, parent).fetchone()
        return int(count)

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
        return (
            self._run("select 1 from members where container = ? and item = ?", container, item).fetchone() is not None
        )

    def containers_of(self, item: str) -> list[str]:
        """The identifiers of what *item* is a member of."""
        return [found for (found,) in self._run("select container from members where item = ? order by seq", item)]

    def items_in(self, kind: str, container: str) -> list[Entry]:
        """The members of *container*, all of one *kind*, in the order in which they were put there."""
        columns = ", ".join(f"entries.{name}" for name in _COLUMNS.split(", "))
        sql = (
            f"select {columns} from members join entries on entries.kind = ? and entries.id = members.item "
            "where members.container = ? order by members.seq"
        )
        return [_entry(row) for row in self._run(sql, kind, container)]

    def count_in(self, container: str) -> int:
        """Return how many members *container* has."""
        (count,) = self._run("select count(*) from members where container = ?", container).fetchone()
        return int(count)

    def put_file(self, id: str, media_type: str, data: bytes) -> None:
        """Keep the file of the revision *id*."""
        self._run("insert or replace into files (id, media_type, data) values (?, ?, ?)", id, media_type, data)

    def file(self, id: str) -> tuple[str, bytes] | None:
        """Media type and content of the file of the revision *id*."""
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


_COLUMNS = "kind, id, parent, data, facts, seq"


def _entry(row: tuple[str, str, str, str, str, int]) -> Entry:
    kind, id, parent, data, facts, seq = row
    return Entry(kind, id, json.loads(data), parent, json.loads(facts), seq)
