-- +goose Up
-- A list on its way in. The file is kept only as long as it is a draft.
CREATE TABLE list_import (
  nursery_id  TEXT NOT NULL REFERENCES store (nursery_id),
  id          TEXT NOT NULL,
  list        TEXT NOT NULL,
  file_name   TEXT NOT NULL,
  content     BLOB,
  columns     TEXT NOT NULL DEFAULT '[]',
  state       TEXT NOT NULL CHECK (state IN ('draft', 'done', 'undone')),
  created     INTEGER NOT NULL DEFAULT 0,
  changed     INTEGER NOT NULL DEFAULT 0,
  same        INTEGER NOT NULL DEFAULT 0,
  at          TEXT NOT NULL,
  actor_id    TEXT NOT NULL,
  actor_name  TEXT NOT NULL,
  reason      TEXT NOT NULL DEFAULT '',
  undone_at   TEXT,
  undo_reason TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (nursery_id, id),
  CHECK ((state = 'draft') = (content IS NOT NULL))
) STRICT;
CREATE INDEX list_import_at ON list_import (nursery_id, at);

-- What a row was before and became, for undo: of a person sealed with that
-- person's key, else as it is.
CREATE TABLE list_import_row (
  nursery_id TEXT NOT NULL,
  import_id  TEXT NOT NULL,
  position   INTEGER NOT NULL,
  number     INTEGER NOT NULL,
  record_id  TEXT NOT NULL,
  outcome    TEXT NOT NULL CHECK (outcome IN ('new', 'changed')),
  person_id  TEXT NOT NULL DEFAULT '',
  kept       BLOB NOT NULL,
  PRIMARY KEY (nursery_id, import_id, position),
  FOREIGN KEY (nursery_id, import_id) REFERENCES list_import (nursery_id, id)
) STRICT;

-- Staff that an import made by mistake is on no list any more; the row stays.
ALTER TABLE staff ADD COLUMN void INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1));
DROP INDEX staff_id_number;
CREATE UNIQUE INDEX staff_id_number ON staff (nursery_id, id_number_index) WHERE id_number_index IS NOT NULL AND void = 0;
