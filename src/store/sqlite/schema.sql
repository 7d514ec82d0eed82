-- The file of records, version 1. Every table is one tree of its own without a second index, so that there is nothing
-- that could disagree; see store/rows.rs for what the columns hold and what proves them.

PRAGMA application_id = 1145458259;

CREATE TABLE run (
    number  INTEGER PRIMARY KEY NOT NULL,
    run     TEXT NOT NULL,
    person  TEXT NOT NULL,
    header  TEXT NOT NULL,
    began   INTEGER NOT NULL,
    touched INTEGER NOT NULL,
    events  INTEGER NOT NULL,
    head    BLOB NOT NULL,
    over    INTEGER NOT NULL,
    proof   BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE event (
    run  INTEGER NOT NULL,
    seq  INTEGER NOT NULL,
    body TEXT NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (run, seq)
) STRICT, WITHOUT ROWID;

-- Scenarios, panels, forms, rules and holidays, each text once.
CREATE TABLE text (
    hash BLOB PRIMARY KEY NOT NULL,
    body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE draft (
    run   INTEGER NOT NULL,
    place TEXT NOT NULL,
    body  TEXT NOT NULL,
    proof BLOB NOT NULL,
    PRIMARY KEY (run, place)
) STRICT, WITHOUT ROWID;

-- Who a person id is, if anyone said: the only table with anybody's name in it.
CREATE TABLE person (
    id    TEXT PRIMARY KEY NOT NULL,
    name  TEXT NOT NULL,
    proof BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
    name  TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL,
    proof BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE backup (
    path  TEXT PRIMARY KEY NOT NULL,
    made  INTEGER NOT NULL,
    proof BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE ledger (
    name  TEXT PRIMARY KEY NOT NULL,
    rows  INTEGER NOT NULL,
    mix   BLOB NOT NULL,
    proof BLOB NOT NULL
) STRICT, WITHOUT ROWID;
