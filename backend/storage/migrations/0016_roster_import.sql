-- +goose Up
-- A roster file on its way in. The file itself is kept only as long as it is
-- a draft: afterwards its values lie sealed with the children, or nowhere.
CREATE TABLE roster_import (
  nursery_id  TEXT NOT NULL REFERENCES store (nursery_id),
  id          TEXT NOT NULL,
  file_name   TEXT NOT NULL,
  content     BLOB,
  columns     TEXT NOT NULL DEFAULT '[]',
  classes     TEXT NOT NULL DEFAULT '[]',
  state       TEXT NOT NULL CHECK (state IN ('draft', 'done', 'undone')),
  created     INTEGER NOT NULL DEFAULT 0,
  unchanged   INTEGER NOT NULL DEFAULT 0,
  updated     INTEGER NOT NULL DEFAULT 0,
  skipped     INTEGER NOT NULL DEFAULT 0,
  at          TEXT NOT NULL,
  actor_id    TEXT NOT NULL,
  actor_name  TEXT NOT NULL,
  undone_at   TEXT,
  undo_reason TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (nursery_id, id),
  CHECK ((state = 'draft') = (content IS NOT NULL))
) STRICT;
CREATE INDEX roster_import_at ON roster_import (nursery_id, at);

-- Which row became, or was, which child; what undo goes by.
CREATE TABLE roster_import_row (
  nursery_id TEXT NOT NULL,
  import_id  TEXT NOT NULL,
  position   INTEGER NOT NULL,
  sheet      TEXT NOT NULL,
  number     INTEGER NOT NULL,
  child_id   TEXT NOT NULL,
  outcome    TEXT NOT NULL CHECK (outcome IN ('created', 'unchanged', 'updated')),
  PRIMARY KEY (nursery_id, import_id, position),
  FOREIGN KEY (nursery_id, import_id) REFERENCES roster_import (nursery_id, id),
  FOREIGN KEY (nursery_id, child_id) REFERENCES child (nursery_id, id)
) STRICT;
CREATE INDEX roster_import_row_child ON roster_import_row (nursery_id, child_id);
