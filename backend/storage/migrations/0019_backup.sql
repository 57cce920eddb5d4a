-- +goose Up
-- What was tried and what came of it; the files themselves lie beside the database.
CREATE TABLE backup_run (
  nursery_id TEXT NOT NULL REFERENCES store (nursery_id),
  id         TEXT NOT NULL,
  at         TEXT NOT NULL,
  name       TEXT NOT NULL, -- of the file, '' when none could be made
  mark       INTEGER NOT NULL, -- of the records in it, 0 when not known
  failure    TEXT NOT NULL, -- code of the fault, '' when it was made or found whole
  PRIMARY KEY (nursery_id, id)
) STRICT;
CREATE INDEX backup_run_name ON backup_run (nursery_id, name, id);
