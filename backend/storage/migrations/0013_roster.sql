-- +goose Up
CREATE TABLE class (
  nursery_id TEXT NOT NULL REFERENCES store (nursery_id),
  id         TEXT NOT NULL,
  name       TEXT NOT NULL,
  kind       TEXT NOT NULL CHECK (kind IN ('infant', 'small', 'large', 'mixed')),
  places     INTEGER NOT NULL CHECK (places BETWEEN 1 AND 100),
  position   INTEGER NOT NULL DEFAULT 0,
  closed_on  TEXT,
  revision   INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (nursery_id, id)
) STRICT;
CREATE UNIQUE INDEX class_name ON class (nursery_id, name) WHERE closed_on IS NULL;

-- ID number, allergies and notes are sealed with the child's own key.
CREATE TABLE child (
  nursery_id      TEXT NOT NULL REFERENCES store (nursery_id),
  id              TEXT NOT NULL,
  name            TEXT NOT NULL,
  nickname        TEXT NOT NULL DEFAULT '',
  sex             TEXT NOT NULL DEFAULT '' CHECK (sex IN ('', 'male', 'female')),
  birth_date      TEXT,
  id_state        TEXT NOT NULL DEFAULT 'missing' CHECK (id_state IN ('given', 'missing', 'lost')),
  id_number_seal  BLOB,
  id_number_index BLOB,
  household       TEXT NOT NULL DEFAULT '',
  address         TEXT NOT NULL DEFAULT '',
  allergies_seal  BLOB,
  note_seal       BLOB,
  search          TEXT NOT NULL DEFAULT '',
  void            INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1)),
  revision        INTEGER NOT NULL DEFAULT 1,
  created_at      TEXT NOT NULL,
  PRIMARY KEY (nursery_id, id)
) STRICT;
CREATE UNIQUE INDEX child_id_number ON child (nursery_id, id_number_index) WHERE id_number_index IS NOT NULL AND void = 0;
CREATE INDEX child_identity ON child (nursery_id, name, birth_date);

CREATE TABLE guardian (
  nursery_id TEXT NOT NULL REFERENCES store (nursery_id),
  id         TEXT NOT NULL,
  name       TEXT NOT NULL,
  phone      TEXT NOT NULL DEFAULT '',
  revision   INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (nursery_id, id)
) STRICT;
CREATE INDEX guardian_phone ON guardian (nursery_id, phone);

CREATE TABLE child_guardian (
  nursery_id  TEXT NOT NULL,
  child_id    TEXT NOT NULL,
  guardian_id TEXT NOT NULL,
  relation    TEXT NOT NULL DEFAULT '',
  position    INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (nursery_id, child_id, guardian_id),
  FOREIGN KEY (nursery_id, child_id) REFERENCES child (nursery_id, id),
  FOREIGN KEY (nursery_id, guardian_id) REFERENCES guardian (nursery_id, id)
) STRICT;
CREATE INDEX child_guardian_guardian ON child_guardian (nursery_id, guardian_id);

-- Who is in which class, in which mode, from when until when (last day,
-- included). A change is a new row that supersedes; the past stays.
CREATE TABLE placement (
  nursery_id TEXT NOT NULL,
  id         TEXT NOT NULL,
  child_id   TEXT NOT NULL,
  class_id   TEXT NOT NULL,
  mode       TEXT NOT NULL CHECK (mode IN ('full', 'half', 'hourly', 'dropin')),
  from_day   TEXT NOT NULL,
  until_day  TEXT CHECK (until_day IS NULL OR until_day >= from_day),
  reason     TEXT NOT NULL DEFAULT '',
  supersedes TEXT,
  live       INTEGER NOT NULL DEFAULT 1 CHECK (live IN (0, 1)),
  entered_at TEXT NOT NULL,
  actor_id   TEXT NOT NULL,
  PRIMARY KEY (nursery_id, id),
  FOREIGN KEY (nursery_id, child_id) REFERENCES child (nursery_id, id),
  FOREIGN KEY (nursery_id, class_id) REFERENCES class (nursery_id, id),
  FOREIGN KEY (nursery_id, supersedes) REFERENCES placement (nursery_id, id)
) STRICT;
CREATE INDEX placement_child ON placement (nursery_id, child_id, from_day) WHERE live = 1;
CREATE INDEX placement_class ON placement (nursery_id, class_id, from_day) WHERE live = 1;
CREATE UNIQUE INDEX placement_open ON placement (nursery_id, child_id) WHERE live = 1 AND until_day IS NULL;

CREATE TABLE leave (
  nursery_id  TEXT NOT NULL,
  id          TEXT NOT NULL,
  child_id    TEXT NOT NULL,
  from_day    TEXT NOT NULL,
  until_day   TEXT NOT NULL CHECK (until_day >= from_day),
  kind        TEXT NOT NULL CHECK (kind IN ('illness', 'personal', 'other')),
  told_by     TEXT NOT NULL DEFAULT '',
  note_seal   BLOB,
  void        INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1)),
  void_reason TEXT NOT NULL DEFAULT '',
  entered_at  TEXT NOT NULL,
  actor_id    TEXT NOT NULL,
  PRIMARY KEY (nursery_id, id),
  FOREIGN KEY (nursery_id, child_id) REFERENCES child (nursery_id, id)
) STRICT;
CREATE INDEX leave_child ON leave (nursery_id, child_id, from_day) WHERE void = 0;
CREATE INDEX leave_days ON leave (nursery_id, until_day) WHERE void = 0;

CREATE TABLE staff (
  nursery_id TEXT NOT NULL,
  id         TEXT NOT NULL,
  search     TEXT NOT NULL DEFAULT '',
  sex        TEXT NOT NULL DEFAULT '' CHECK (sex IN ('', 'male', 'female')),
  position   TEXT NOT NULL CHECK (position IN ('director', 'caregiver', 'health', 'cook', 'guard', 'other')),
  phone      TEXT NOT NULL DEFAULT '',
  joined_on  TEXT,
  left_on    TEXT,
  revision   INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (nursery_id, id),
  FOREIGN KEY (nursery_id, id) REFERENCES person (nursery_id, id)
) STRICT;

CREATE TABLE assignment (
  nursery_id TEXT NOT NULL,
  id         TEXT NOT NULL,
  staff_id   TEXT NOT NULL,
  class_id   TEXT NOT NULL,
  duty       TEXT NOT NULL CHECK (duty IN ('lead', 'assist')),
  from_day   TEXT NOT NULL,
  until_day  TEXT CHECK (until_day IS NULL OR until_day >= from_day),
  live       INTEGER NOT NULL DEFAULT 1 CHECK (live IN (0, 1)),
  PRIMARY KEY (nursery_id, id),
  FOREIGN KEY (nursery_id, staff_id) REFERENCES staff (nursery_id, id),
  FOREIGN KEY (nursery_id, class_id) REFERENCES class (nursery_id, id)
) STRICT;
CREATE INDEX assignment_staff ON assignment (nursery_id, staff_id) WHERE live = 1;
CREATE INDEX assignment_class ON assignment (nursery_id, class_id) WHERE live = 1;
