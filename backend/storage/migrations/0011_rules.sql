-- +goose Up
-- A rule of the field as a row: what a place and a time ask for, and how well
-- that is proven. A later version of a key adds a row; results name the
-- version that they used.
CREATE TABLE rule (
  nursery_id   TEXT NOT NULL REFERENCES store (nursery_id),
  key          TEXT NOT NULL,
  version      INTEGER NOT NULL CHECK (version > 0),
  jurisdiction TEXT NOT NULL,
  valid_from   TEXT NOT NULL,
  valid_until  TEXT,
  value        TEXT NOT NULL,
  source       TEXT NOT NULL,
  grade        TEXT NOT NULL CHECK (grade IN ('A', 'B', 'C+B', 'C', 'M', 'I', 'own')),
  PRIMARY KEY (nursery_id, key, version)
) STRICT;
