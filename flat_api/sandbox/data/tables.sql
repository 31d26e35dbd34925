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
