-- +goose Up
-- What registration and returns ask of a child beyond the first day. Numbers
-- and everything about its health are sealed with the child's own key; a
-- merged child points to the one that is kept, and stays as it is.
ALTER TABLE child ADD COLUMN expected_date TEXT;
ALTER TABLE child ADD COLUMN residence TEXT NOT NULL DEFAULT '';
ALTER TABLE child ADD COLUMN birth_order INTEGER NOT NULL DEFAULT 0 CHECK (birth_order BETWEEN 0 AND 20);
ALTER TABLE child ADD COLUMN certificate_seal BLOB;
ALTER TABLE child ADD COLUMN certificate_index BLOB;
ALTER TABLE child ADD COLUMN insurance_kind TEXT NOT NULL DEFAULT '' CHECK (insurance_kind IN ('', 'resident', 'commercial', 'accident', 'other'));
ALTER TABLE child ADD COLUMN insurance_seal BLOB;
ALTER TABLE child ADD COLUMN insurance_until TEXT;
ALTER TABLE child ADD COLUMN health_seal BLOB;
ALTER TABLE child ADD COLUMN merged_into TEXT CHECK (merged_into <> id);

DROP INDEX child_id_number;
CREATE UNIQUE INDEX child_id_number ON child (nursery_id, id_number_index) WHERE id_number_index IS NOT NULL AND void = 0 AND merged_into IS NULL;
CREATE UNIQUE INDEX child_certificate ON child (nursery_id, certificate_index) WHERE certificate_index IS NOT NULL AND void = 0 AND merged_into IS NULL;
CREATE INDEX child_merged ON child (nursery_id, merged_into) WHERE merged_into IS NOT NULL;

-- The face of a child. Another photo takes its place; one that is removed is
-- gone: a face is no record.
CREATE TABLE child_photo (
  nursery_id TEXT NOT NULL,
  child_id   TEXT NOT NULL,
  blob_id    TEXT NOT NULL,
  PRIMARY KEY (nursery_id, child_id),
  FOREIGN KEY (nursery_id, child_id) REFERENCES child (nursery_id, id),
  FOREIGN KEY (nursery_id, blob_id) REFERENCES blob (nursery_id, id)
) STRICT;
CREATE INDEX child_photo_blob ON child_photo (nursery_id, blob_id);

-- What to do when a child's allergy or convulsion strikes; sealed as a whole.
CREATE TABLE action_card (
  nursery_id TEXT NOT NULL,
  id         TEXT NOT NULL,
  child_id   TEXT NOT NULL,
  seal       BLOB NOT NULL,
  revision   INTEGER NOT NULL,
  supersedes TEXT,
  live       INTEGER NOT NULL DEFAULT 1 CHECK (live IN (0, 1)),
  entered_at TEXT NOT NULL,
  actor_id   TEXT NOT NULL,
  PRIMARY KEY (nursery_id, id),
  FOREIGN KEY (nursery_id, child_id) REFERENCES child (nursery_id, id),
  FOREIGN KEY (nursery_id, supersedes) REFERENCES action_card (nursery_id, id)
) STRICT;
CREATE UNIQUE INDEX action_card_live ON action_card (nursery_id, child_id) WHERE live = 1;

-- Two children of whom somebody said that they are not the same.
CREATE TABLE not_same (
  nursery_id TEXT NOT NULL,
  child_id   TEXT NOT NULL,
  other_id   TEXT NOT NULL CHECK (other_id > child_id),
  actor_id   TEXT NOT NULL,
  at         TEXT NOT NULL,
  PRIMARY KEY (nursery_id, child_id, other_id),
  FOREIGN KEY (nursery_id, child_id) REFERENCES child (nursery_id, id),
  FOREIGN KEY (nursery_id, other_id) REFERENCES child (nursery_id, id)
) STRICT;
