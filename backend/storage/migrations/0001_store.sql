-- +goose Up
CREATE TABLE store (
  nursery_id TEXT PRIMARY KEY,
  created_at TEXT NOT NULL
) STRICT;

-- The change feed: what a page that shows something has to read anew.
CREATE TABLE change (
  seq        INTEGER PRIMARY KEY AUTOINCREMENT,
  nursery_id TEXT NOT NULL REFERENCES store (nursery_id),
  class_id   TEXT NOT NULL DEFAULT '',
  day        TEXT NOT NULL DEFAULT '',
  area       TEXT NOT NULL,
  ref_id     TEXT NOT NULL,
  at         TEXT NOT NULL
) STRICT;

-- Writes that were answered, so that the same one sent again is not done again.
CREATE TABLE idempotency (
  nursery_id   TEXT NOT NULL REFERENCES store (nursery_id),
  actor        TEXT NOT NULL,
  key          TEXT NOT NULL,
  digest       TEXT NOT NULL,
  status       INTEGER NOT NULL,
  content_type TEXT NOT NULL,
  body         BLOB NOT NULL,
  at           TEXT NOT NULL,
  PRIMARY KEY (nursery_id, actor, key)
) STRICT;
CREATE INDEX idempotency_at ON idempotency (at);

-- One key per person, wrapped by a key derived from the data key; erasing the
-- row erases whatever was sealed with it.
CREATE TABLE person_key (
  nursery_id TEXT NOT NULL REFERENCES store (nursery_id),
  person_id  TEXT NOT NULL,
  wrapped    BLOB NOT NULL,
  PRIMARY KEY (nursery_id, person_id)
) STRICT;
